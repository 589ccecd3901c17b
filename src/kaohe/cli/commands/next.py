"""`kaohe next`: a unit's files in, the smallest change of each fact that adds points at its latest stage out."""

from kaohe.analysis.improving import improvements
from kaohe.cli.list_output import ListOptions, deliver_list, list_format, opened
from kaohe.cli.reporter import FINDINGS, FINE, Reporter
from kaohe.problems import Unusable


def run(reporter: Reporter, options: ListOptions) -> int:
    """Fine where the list can be made; a score without a lowest is a finding."""
    from kaohe.render.json import improvement_json
    from kaohe.render.words.improvement_table import improvement_tables

    form = list_format(options.format, options.target)
    gathered = opened(reporter, options)
    units = gathered.units(options.files)
    if gathered.code:
        return gathered.code
    if len(units) > 1:
        raise Unusable("one-unit-at-a-time")
    state = units[0].states[-1]
    found = improvements(state.scorer, state.values, reporter.language)
    tables = improvement_tables(found, reporter.language)
    deliver_list(reporter, form, options.target, [tables], lambda: improvement_json.text(found))
    return FINE if found.measure is not None else FINDINGS
