"""Elements of HTML whose text is escaped by construction: only what `element` made is markup, all else is text."""

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

VOID = frozenset({"br", "input", "link", "meta"})


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


Content: TypeAlias = str | Iterable["Content"]
Attribute = str | int | bool | None


def element(name: str, /, *contents: Content, **attributes: Attribute) -> Markup:
    """An element; a str in it is text, a Markup stands as it is.

    An attribute is written `class_` for `class` and `data_unit` for `data-unit`; None and False leave it out.
    """
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in VOID:
        return Markup(opened)
    return Markup(f"{opened}{joined(*contents)}</{name}>")


def joined(*contents: Content) -> Markup:
    """Contents one after another."""
    return Markup("".join(_inner(content) for content in contents))


def _inner(content: Content) -> str:
    if isinstance(content, Markup):
        return content
    return escape(content) if isinstance(content, str) else joined(*content)


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
