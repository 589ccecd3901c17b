"""`kaohe why`: a unit's files and one item in, all that can be said of the item out."""

from dataclasses import dataclass

from kaohe.analysis.explaining import explanation
from kaohe.cli.list_output import ListOptions, deliver_list, list_format, opened
from kaohe.cli.reporter import FINE, Reporter
from kaohe.library.named_items import find_item
from kaohe.problems import Unusable
from kaohe.stages.scored_dossier import scored


@dataclass(frozen=True, slots=True)
class WhyOptions:
    """What the command line asked for; `item` is a number on the form, an id, or words of a title."""

    lists: ListOptions
    item: str


def run(reporter: Reporter, options: WhyOptions) -> int:
    from kaohe.render.json import explanation_json
    from kaohe.render.words.explanation_tables import explanation_tables

    form = list_format(options.lists.format, options.lists.target)
    gathered = opened(reporter, options.lists)
    units = gathered.units(options.lists.files)
    if len(units) > 1:
        raise Unusable("one-unit-at-a-time")
    if units:
        place = find_item(units[0].states[-1].compiled.rubric, options.item)
        found = explanation(units[0], scored(units[0]), place, reporter.language)
        tables = [explanation_tables(found, reporter.language)]
        deliver_list(reporter, form, options.lists.target, tables, lambda: explanation_json.text(found))
    return max(FINE, gathered.code)
