"""`kaohe diff`: stages, years, units or rubrics in, what differs and what that does to points out."""

from collections.abc import Sequence
from pathlib import Path

from kaohe.analysis.comparison import across_stages, side_by_side
from kaohe.cli.commands import diff_rubrics
from kaohe.cli.commands.diff_rubrics import RubricDiffOptions, rubrics_among
from kaohe.cli.list_output import ListOptions, deliver_list, list_format, opened
from kaohe.cli.reporter import Reporter
from kaohe.problems import Unusable
from kaohe.results.dossier import Dossier
from kaohe.stages.unit_stages import UnitStages


def run(reporter: Reporter, options: ListOptions, facts: Path | None = None) -> int:
    """Of two rubrics, `facts` are a folder of units that are scored by both."""
    rubrics = rubrics_among(options.files)
    if rubrics:
        return diff_rubrics.run(reporter, RubricDiffOptions(options, facts), rubrics)
    if facts is not None:
        raise Unusable("facts-of-rubrics")
    return _units(reporter, options)


def _units(reporter: Reporter, options: ListOptions) -> int:
    from kaohe.render.json import reconciliation_json
    from kaohe.render.words.comparison_tables import comparison_tables

    form = list_format(options.format, options.target)
    gathered = opened(reporter, options)
    units = gathered.units(options.files)
    if gathered.code:
        return gathered.code
    found = _compared(units)
    tables = comparison_tables(found, reporter.language)
    deliver_list(reporter, form, options.target, [tables], lambda: reconciliation_json.comparison_text(found))
    return gathered.code


def _compared(units: Sequence[UnitStages]) -> Dossier:
    """One unit's stages, or several units at the latest stage of each; raises Unusable."""
    if len(units) == 1 and len(units[0].states) > 1:
        return across_stages(units[0])
    if len(units) > 1:
        return side_by_side([unit.states[-1] for unit in units])
    raise Unusable("two-to-compare", units=len(units), stages=sum(len(unit.states) for unit in units))
