"""`kaohe next`: a unit's files in, the smallest change of each fact that adds points at its latest stage out."""

from pathlib import Path

from kaohe.analysis.improving import improvements
from kaohe.cli.console import FINDINGS, FINE, Desk
from kaohe.cli.list_output import ListOptions, deliver_list, list_format, opened
from kaohe.problems import Unusable
from kaohe.results.improvements import Improvements


def run(desk: Desk, options: ListOptions) -> int:
    """Fine where the list can be made; a score without a lowest is a finding."""
    form = list_format(options.format, options.target)
    gathered = opened(desk, options)
    units = gathered.units(options.files)
    if gathered.code:
        return gathered.code
    if len(units) > 1:
        raise Unusable("one-unit-at-a-time")
    state = units[0].states[-1]
    found = improvements(state.scorer, state.values, desk.language)
    _deliver(desk, found, form, options.target)
    return FINE if found.measure is not None else FINDINGS


def _deliver(desk: Desk, found: Improvements, form: str, target: Path | None) -> None:
    from kaohe.render.json import improvement_json
    from kaohe.render.markdown import improvement_markdown
    from kaohe.render.terminal import improvement_table

    texts = {
        "json": lambda: improvement_json.text(found),
        "markdown": lambda: improvement_markdown.text(found, desk.language),
        "terminal": lambda: improvement_table.page(found, desk.language),
    }
    deliver_list(desk, form, target, texts, lambda: improvement_table.show(found, desk.language))
