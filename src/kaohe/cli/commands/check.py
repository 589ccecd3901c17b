"""`kaohe check`: a rubric against the official form, to the letter."""

import sys
from collections.abc import Iterator
from pathlib import Path

from kaohe import source
from kaohe.authoring.form_comparison import compared_figures, differences
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.authoring.official_form.model import OfficialForm
from kaohe.authoring.printed_places import said_column, said_place
from kaohe.cli.reporter import FINDINGS, FINE, Reporter
from kaohe.library import rubric_files
from kaohe.problems import Problem, Problems
from kaohe.render.problem_listing import as_text
from kaohe.rubric.model import Rubric
from kaohe.source.document import is_rubric
from kaohe.source.form_document.reading import read_form
from kaohe.source.models import validate


def run(reporter: Reporter, form: Path, rubric: str) -> int:
    """Also for next year's form and last year's rubric, and for a rubric that is not sound yet."""
    official = official_form(read_form(form), str(form))
    document = source.read(str(rubric_files.find(rubric, Path())))
    if not is_rubric(document.data):
        raise Problems([Problem("rubric-expected", document.path, *document.position(()))])
    found = differences(official, validate(Rubric, document, document.data), document, reporter.language)
    if found:
        reporter.result(as_text(found, reporter.language, excerpts=sys.stdout.isatty()) + "\n")
    if not reporter.quiet:
        code = "form-differs" if found else "form-agrees"
        said = [reporter.say(code, count=len(found), form=form.name, **compared_figures(official))]
        reporter.result("\n".join([*said, *_not_compared(reporter, official), ""]))
    return FINDINGS if found else FINE


def _not_compared(reporter: Reporter, official: OfficialForm) -> Iterator[str]:
    """What the form has besides, of which a rubric has nothing."""
    for one in official.asides:
        row = said_place(one.place, reporter.language)
        yield reporter.say(
            "column-not-compared",
            heading=said_column(one.heading, one.column, reporter.language),
            row=row,
            rows=one.rows,
        )
    if official.empty:
        names = reporter.say("between-facts").join(f"“{one}”" for one in official.empty)
        yield reporter.say("columns-empty", count=len(official.empty), names=names)
    if official.remarks:
        words = "".join(f"“{one.text}”" for one in official.remarks)
        yield reporter.say("lines-not-compared", count=len(official.remarks), words=words)
    if len(official.sheets) > 1:
        names = "、".join(official.sheets)
        yield reporter.say("sheets-compared", count=len(official.sheets), names=names)
