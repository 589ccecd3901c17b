"""What stands around a unit's page: its name, the way back, and its ranks in the batch."""

from collections.abc import Mapping, Sequence

from kaohe.messages import Language, say
from kaohe.render.html.link_anchors import OVERVIEW
from kaohe.render.html.markup import Content, Markup, element
from kaohe.render.words.cell_wording import NOTHING
from kaohe.results.summary import Summary, ranking

Ranks = Sequence[tuple[str, int | None]]
"""What a unit is ranked by, and its rank."""


def ranks(summary: Summary, language: Language) -> Mapping[str, Ranks]:
    """Each unit's ranks, in total and in each section."""
    titles = [say("table.total", language), *(section.title for section in summary.sections)]
    found: dict[str, list[tuple[str, int | None]]] = {}
    for title, section in zip(titles, [None, *range(len(summary.sections))], strict=True):
        for one in ranking(summary.units, section):
            found.setdefault(one.unit.unit, []).append((title, one.rank))
    return found


def framed(unit: str, anchor: str, content: Markup, ranked: Ranks | None, language: Language) -> Markup:
    """The unit's page; without any ranks it does not stand in a batch."""
    heading = f"{anchor}.title"
    return element(
        "article",
        element("h2", unit, id=heading, tabindex=-1),
        () if ranked is None else _in_batch(ranked, language),
        "\n",
        content,
        id=anchor,
        class_="unit",
        data_unit=anchor,
        data_name=unit,
        aria_labelledby=heading,
    )


def _in_batch(ranked: Ranks, language: Language) -> Content:
    way_back = element("p", element("a", say("report.back", language), href=f"#{OVERVIEW}"), class_="way-back")
    said = [element("li", f"{title} ", element("b", _rank(rank, language))) for title, rank in ranked]
    return way_back, element("ul", said, class_="ranks", aria_label=say("table.rank", language)) if said else ()


def _rank(rank: int | None, language: Language) -> str:
    return NOTHING if rank is None else say("report.rank_in", language, rank=rank)
