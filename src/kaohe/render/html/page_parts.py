"""Parts of the report: a table in a box of its own to scroll in, a section under its heading, notes, facts."""

from collections.abc import Iterable

from kaohe.messages import Language, say
from kaohe.render.html.markup import Content, Markup, element, joined


def table_box(caption: str, *contents: Content, class_: str, box: str = "scroll") -> Markup:
    """A table that scrolls sideways by itself where it is wider than the page."""
    table = element("table", element("caption", caption), *contents, class_=class_)
    return element("div", table, class_=box, role="region", aria_label=caption, tabindex=0)


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
