"""Tables of the report: a caption, heads that can sort, and a container of their own to scroll in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kaohe.messages import Language, say
from kaohe.render.html.figures import shown
from kaohe.render.html.markup import Content, Markup, element, joined
from kaohe.results.score_range import ScoreRange


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; `first` is the way in which its button sorts first, nothing where it can't sort."""

    title: Content
    class_: str | None = None
    first: str | None = None


def table(
    caption: str, columns: Sequence[Column], rows: Iterable[str], *, class_: str | None = None, sorted_by: int = 0
) -> Markup:
    """A table that scrolls sideways by itself where it is wider than the page; `sorted_by` is what orders it now."""
    heads = [_head(column, is_sorted=place == sorted_by) for place, column in enumerate(columns)]
    body = element("tbody", rows)
    return element(
        "div",
        element("table", element("caption", caption), element("thead", element("tr", heads)), body, class_=class_),
        class_="scroll",
        role="region",
        aria_label=caption,
        tabindex=0,
    )


def cell(content: Content, class_: str | None = None, order: int | None = None) -> Markup:
    """A cell; `order` is its place in the column for sorting, without one it comes last."""
    return element("td", content, class_=class_, data_order=order)


def score_cell(standing: ScoreRange, order: int | None, language: Language) -> Markup:
    return cell(shown(standing, language), "number" if standing.score is not None else "number open", order)


def row_head(content: Content, class_: str | None = None, order: int | None = None) -> Markup:
    return element("th", content, scope="row", class_=class_, data_order=order)


def part(anchor: str, title: str, *contents: Content) -> Markup:
    """One part of the overview under its heading."""
    heading = f"{anchor}-title"
    return element(
        "section",
        element("h2", title, id=heading),
        *contents,
        id=anchor,
        class_=f"part {anchor}",
        aria_labelledby=heading,
    )


def note(text: Content) -> Markup:
    return element("p", text, class_="note")


def facts(pairs: Iterable[tuple[str, Content]]) -> Markup:
    """Names and what they stand for."""
    return element(
        "dl", [element("div", element("dt", name), element("dd", content)) for name, content in pairs], class_="facts"
    )


def passing(anchor: str, inside: Content, language: Language) -> Markup:
    """Something with many links, and a link before it that leads past them all."""
    after = f"{anchor}-after"
    skip = element("a", say("report.skip_table", language), href=f"#{after}", class_="skip")
    return joined(skip, inside, element("div", id=after, tabindex=-1))


def _head(column: Column, *, is_sorted: bool) -> Markup:
    if column.first is None:
        return element("th", column.title, scope="col", class_=column.class_)
    button = element("button", column.title, type="button", data_first=column.first)
    return element("th", button, scope="col", class_=column.class_, aria_sort=column.first if is_sorted else "none")
