"""What formulas may name at a place of a rubric that may be half written, each with what people call it."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import takewhile
from typing import Any, get_args

from kaohe.editor.outline.parts import Entry, Part, Path
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.formulas.scope import PARAMETERS, SHARED, Scope
from kaohe.formulas.terms import Use
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.render.explain.rubric_page import words
from kaohe.rubric.model import Common, Item
from kaohe.source import Document
from kaohe.source.models import validate

ITEM_DEPTH = 4
"""An item stands at `sections.0.items.0`."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name with its label, what it stands for, and where it is declared; `fact` is the indicator that it is of.

    Without a `use` it is a fact of several numbers, of which formulas name one.
    """

    name: str
    label: str
    use: Use | None
    declared: Entry | None
    fact: Indicator | None = None
    whole: bool = False
    """Whether it is the fact itself, and not one of its numbers."""


def item_path(path: Path) -> Path:
    """The path of the item that a place belongs to; nothing where it belongs to none."""
    inside = len(path) >= ITEM_DEPTH and path[0] == "sections" and path[2] == "items"
    return path[:ITEM_DEPTH] if inside else ()


def known_names(root: Part, path: Path, language: Language) -> dict[str, KnownName]:
    """Every name by itself: in an item its own before those of all items; above items those of every item."""
    common = Common(declared(root, PARAMETERS), declared(root, SHARED), {})
    of_all = list(_common(root, common, language))
    if path[:1] in ((PARAMETERS,), (SHARED,)):
        return {one.name: one for one in of_all}
    items = [one for section in root.members("sections") for one in section.members("items")]
    own = root.at(item_path(path)) if item_path(path) else None
    inner = _above(root, items, path, common, language) if own is None else _within(own, items, common, language)
    return {one.name: one for one in (*inner, *of_all)}


def _within(own: Part, items: list[Part], common: Common, language: Language) -> Iterator[KnownName]:
    """What an item may name besides: its facts, results of its rules, and the scores of those before it."""
    yield from _of_item(own, common, language)
    yield from _of_rules(own)
    for item in takewhile(lambda one: one is not own, items):
        yield from _results(item, "items")


def _above(root: Part, items: list[Part], path: Path, common: Common, language: Language) -> Iterator[KnownName]:
    """What sections and the whole may name besides: scores, and each item's facts behind the item's name."""
    if "grades" in path:
        holder = root.at(path[: path.index("grades")])
        yield KnownName(
            "score", holder.get("title") if holder else "", Use.NUMBER, holder.entry("id") if holder else None
        )
    for item in items:
        yield from _results(item, "items")
    for section in root.members("sections"):
        yield from _results(section, "sections")
    for item in items:
        for one in _of_item(item, common, language):
            yield replace(one, name=f"{item.get('id')}.{one.name}")


def indicator(part: Part) -> Indicator:
    """The fact as it is declared, or as much of it as can be read."""
    data = part.data
    with suppress(Problems):
        found = validate(Indicator, Document("", data, b"", "", []), data)
        if not found.derived or len(KINDS[found.kind].fields) == 1:  # of several numbers, none can be made of others
            return found
    kind: Any = part.get("kind") if part.kind == "mapping" else ""
    options = {name: str(label) for name, label in _mapping(data, "options").items()}
    listed = isinstance(data, dict) and data.get("list") is True
    derived = isinstance(data, dict) and not data.keys().isdisjoint(("formula", "by"))
    known: KindName = kind if kind in get_args(KindName) and not derived else "number"
    return Indicator(label=part.get("label") or "…", kind=known, options=options, list=listed)


def _mapping(data: Any, key: str) -> Mapping[str, Any]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}


def declared(part: Part, key: str) -> dict[str, Indicator]:
    """The facts that are declared under a key, by name."""
    return {one.key: indicator(one.value) for one in part.under(key) if one.value.kind == "mapping"}


def _common(root: Part, common: Common, language: Language) -> Iterator[KnownName]:
    scope = Scope("", {}, common.parameters, common.shared)
    places = {f"{group}.{one.key}": one for group in (PARAMETERS, SHARED) for one in root.under(group)}
    yield from _named(scope, places, _labels({}, common, language))


def _of_item(item: Part, common: Common, language: Language) -> Iterator[KnownName]:
    facts = declared(item, "indicators")
    scope = Scope("", facts, {}, {})
    places = {one.key: one for one in item.under("indicators")}
    for name, one in facts.items():
        inner = places[name].value.under("facts") if one.inside else ()
        places |= {f"{name}.{inside.key}": inside for inside in inner}
    yield from _named(scope, places, _labels(facts, common, language))


def _labels(facts: dict[str, Indicator], common: Common, language: Language) -> Mapping[str, str]:
    made = Item(id="", title="", points=Fraction(0), target="", method="", indicators=facts)
    return words(made, common, language).labels


def _named(scope: Scope, places: Mapping[str, Entry], labels: Mapping[str, str]) -> Iterator[KnownName]:
    """All references of a scope, each declared where the longest name before its last parts is."""
    of_names = dict(scope.facts())
    for name, one in list(of_names.items()):
        of_names |= {f"{name}.{inner}": fact for inner, fact in one.inside.items()}
    for reference in dict.fromkeys((*of_names, *scope.references(None))):
        name = next(one for one in _shorter(reference) if one in of_names)
        fact = of_names[name]
        derived = KINDS[fact.kind].references.get(reference.removeprefix(name).lstrip("."))
        use = None if derived is None else derived.use
        yield KnownName(reference, labels.get(reference, fact.label), use, places[name], fact, reference == name)


def _shorter(name: str) -> Iterator[str]:
    while name:
        yield name
        name = name.rpartition(".")[0]


def _of_rules(item: Part) -> Iterator[KnownName]:
    for rule in item.members("rules"):
        entry = rule.entry("id") if rule.kind == "mapping" else None
        if entry is not None and entry.value.text:
            yield KnownName(f"rules.{entry.value.text}", rule.get("clause"), Use.NUMBER, entry)


def _results(part: Part, group: str) -> Iterator[KnownName]:
    entry = part.entry("id") if part.kind == "mapping" else None
    if entry is not None and entry.value.text:
        yield KnownName(f"{group}.{entry.value.text}", part.get("title"), Use.NUMBER, entry)
