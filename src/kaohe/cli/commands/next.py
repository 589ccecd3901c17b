"""`kaohe next`: a unit's files in, the smallest change of each fact that adds points at its latest stage out."""

from pathlib import Path

from kaohe.analysis.improving import improvements
from kaohe.cli.list_output import ListOptions, deliver_list, list_format, opened
from kaohe.cli.reporter import FINDINGS, FINE, Reporter
from kaohe.problems import Unusable
from kaohe.results.improvements import Improvements


def run(reporter: Reporter, options: ListOptions) -> int:
    """Fine where the list can be made; a score without a lowest is a finding."""
    form = list_format(options.format, options.target)
    gathered = opened(reporter, options)
    units = gathered.units(options.files)
    if gathered.code:
        return gathered.code
    if len(units) > 1:
        raise Unusable("one-unit-at-a-time")
    state = units[0].states[-1]
    found = improvements(state.scorer, state.values, reporter.language)
    _deliver(reporter, found, form, options.target)
    return FINE if found.measure is not None else FINDINGS


def _deliver(reporter: Reporter, found: Improvements, form: str, target: Path | None) -> None:
    from kaohe.render.json import improvement_json
    from kaohe.render.markdown import improvement_markdown
    from kaohe.render.terminal import improvement_table

    texts = {
        "json": lambda: improvement_json.text(found),
        "markdown": lambda: improvement_markdown.text(found, reporter.language),
        "terminal": lambda: improvement_table.page(found, reporter.language),
    }
    deliver_list(reporter, form, target, texts, lambda: improvement_table.show(found, reporter.language))
