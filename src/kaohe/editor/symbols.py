"""The outline of an open file as editors list it: sections with their items, items with their rules or facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.editor.open_file import OpenFile, RubricInUse
from kaohe.editor.outline.parts import Entry, Part
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import say


@dataclass(frozen=True, slots=True)
class Symbol:
    """`start` and `end` are those of the whole part, `name_start` and `name_end` of the words that it is known by."""

    name: str
    detail: str
    kind: str
    start: int
    end: int
    name_start: int
    name_end: int
    inside: tuple["Symbol", ...] = ()


def symbols(file: OpenFile) -> list[Symbol]:
    """Of a rubric in the form's words; of a unit's file by the items of its rubric."""
    if file.kind == "rubric":
        return list(_sections(file))
    if file.rubric is None:
        return [_plain(one) for one in file.outline.entries if one.colon and one.key]
    return list(_of_unit(file, file.rubric))


def _sections(file: OpenFile) -> Iterator[Symbol]:
    for group in ("parameters", "shared"):
        entry = file.outline.entry(group)
        if entry is not None:
            yield _plain(entry, tuple(_facts(entry.value)))
    for number, section in enumerate(file.outline.members("sections"), 1):
        items = section.members("items") if section.kind == "mapping" else []
        inside = tuple(_item(file, one, f"{number}.{place}") for place, one in enumerate(items, 1))
        yield _named(file, section, f"{number}", "section", inside)


def _item(file: OpenFile, item: Part, number: str) -> Symbol:
    inside = []
    if item.kind == "mapping":
        facts = item.entry("indicators")
        inside += list(_facts(facts.value)) if facts is not None else []
        inside += [_rule(one) for key in ("rules", "vetoes") for one in item.members(key)]
    return _named(file, item, number, "item", tuple(inside))


def _named(file: OpenFile, part: Part, number: str, kind: str, inside: tuple[Symbol, ...]) -> Symbol:
    title = part.entry("title") if part.kind == "mapping" else None
    place = title.value if title is not None else Part("value", part.start, part.start)
    points = part.get("points")
    detail = say("editor.points", file.language, points=points) if points else ""
    name = f"{number} {place.text or part.get('id')}".strip()
    return Symbol(name, detail, kind, part.start, part.end, place.start, place.end, inside)


def _facts(part: Part) -> Iterator[Symbol]:
    for one in part.entries if part.kind == "mapping" else ():
        yield Symbol(one.key or "…", one.value.get("label"), "fact", one.start, _end(one), one.start, one.end)


def _rule(rule: Part) -> Symbol:
    clause = rule.entry("clause") if rule.kind == "mapping" else None
    place = clause.value if clause is not None else Part("value", rule.start, rule.start)
    return Symbol(place.text or "…", rule.get("type"), "rule", rule.start, rule.end, place.start, place.end)


def _plain(entry: Entry, inside: tuple[Symbol, ...] = ()) -> Symbol:
    return Symbol(entry.key, "", "group", entry.start, _end(entry), entry.start, entry.end, inside)


def _end(entry: Entry) -> int:
    return max(entry.end, entry.value.end)


def _of_unit(file: OpenFile, rubric: RubricInUse) -> Iterator[Symbol]:
    """Each key at the top with what stands below: items by their titles, parameters by themselves."""
    titles = {one.id: f"{number} {one.title}" for number, one in rubric.model.items()}
    for group in file.outline.entries:
        if group.value.kind == "mapping" and group.value.entries:
            items = group.key != PARAMETERS
            yield _plain(group, tuple(_in_group(one, titles) if items else _plain(one) for one in group.value.entries))


def _in_group(item: Entry, titles: Mapping[str, str]) -> Symbol:
    facts = tuple(_plain(one) for one in item.value.entries if one.key)
    return Symbol(
        titles.get(item.key, item.key) or "…", item.key, "item", item.start, _end(item), item.start, item.end, facts
    )
