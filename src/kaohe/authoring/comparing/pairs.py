"""Which item of one rubric is which of another, and within them which clause and which fact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kaohe.authoring.comparing.fact_pairs import FactPair, facts_paired
from kaohe.authoring.comparing.matching import ALIKE, likeness, matched, moved
from kaohe.formulas.indicators import Indicator
from kaohe.rubric.model import Item, NonScoring, Rubric, ScoredAbove, Section, Todo, Veto
from kaohe.rubric.rule_parts.rule import Rule

ClauseKind = Literal["rules", "vetoes", "non_scoring", "scored_above", "todo"]
Holder = Rule | Veto | NonScoring | ScoredAbove | Todo
SAME_TITLE, SAME_METHOD = 0.6, 0.7
"""How alike those of one item are at least whose id is another: different methods have many words in common."""
KINDS: tuple[ClauseKind, ...] = ("rules", "vetoes", "non_scoring", "scored_above", "todo")


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its number on the form and the section that it stands in."""

    number: str
    section: Section
    item: Item


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of the method with what is made of them: `place` is the holder's in its list, from 0."""

    kind: ClauseKind
    place: int
    holder: Holder

    @property
    def words(self) -> str:
        return self.holder.clause

    @property
    def number(self) -> int:
        return self.place + 1


@dataclass(frozen=True, slots=True)
class ClausePair:
    """A clause as it was and as it is; None where there is none. `moved` where it stands in another order."""

    old: Clause | None
    new: Clause | None
    moved: bool = False

    @property
    def changed(self) -> bool:
        if self.old is None or self.new is None:
            return True
        return self.moved or (self.old.kind, self.old.holder) != (self.new.kind, self.new.holder)


@dataclass(frozen=True, slots=True)
class ItemPair:
    """An item as it was and as it is, with its clauses in the new form's order; those that are gone come last."""

    old: Placed | None
    new: Placed | None
    clauses: tuple[ClausePair, ...]
    facts: tuple[FactPair, ...]
    moved: bool = False

    @property
    def shown(self) -> Placed:
        """As it is, or as it was where it is gone."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - a pair has a side
        return found

    @property
    def changed(self) -> bool:
        if self.old is None or self.new is None or self.moved:
            return True
        return self.old.item != self.new.item or self.old.section.id != self.new.section.id


def item_pairs(old: Rubric, new: Rubric) -> tuple[ItemPair, ...]:
    """Every item of both: the new form's in their order, then those that are gone."""
    was, now = _placed(old), _placed(new)
    partners = _partners(was, now)
    astray = moved([partners[place] for place in range(len(now)) if place in partners])
    found = []
    for place, one in enumerate(now):
        before = was[partners[place]] if place in partners else None
        found.append(_pair(before, one, moved=partners.get(place) in astray))
    gone = (one for place, one in enumerate(was) if place not in partners.values())
    return (*found, *(_pair(one, None) for one in gone))


def _placed(rubric: Rubric) -> list[Placed]:
    sections = (section for section in rubric.sections for _ in section.items)
    return [Placed(number, section, item) for section, (number, item) in zip(sections, rubric.items(), strict=True)]


def _partners(was: Sequence[Placed], now: Sequence[Placed]) -> dict[int, int]:
    """By the id where title or method are alike too, for ids may only count; then by these; then by the id alone."""
    at = {one.item.id: place for place, one in enumerate(was)}
    same = {place: at[one.item.id] for place, one in enumerate(now) if one.item.id in at}
    found = {place: before for place, before in same.items() if _alike(was[before].item, now[place].item)}
    for texts, least in ((_title, SAME_TITLE), (_method, SAME_METHOD)):
        left = [place for place in range(len(was)) if place not in found.values()]
        right = [place for place in range(len(now)) if place not in found]
        before, after = [texts(was[place].item) for place in left], [texts(now[place].item) for place in right]
        pairs = matched(before, after, least)
        found |= {right[place]: left[partner] for place, partner in pairs.items()}
    found |= {place: before for place, before in same.items() if place not in found and before not in found.values()}
    return found


def _title(item: Item) -> str:
    return item.title


def _method(item: Item) -> str:
    return item.method


def _alike(one: Item, other: Item) -> bool:
    return likeness(one.title, other.title) >= ALIKE or likeness(one.method, other.method) >= ALIKE


def _pair(old: Placed | None, new: Placed | None, *, moved: bool = False) -> ItemPair:
    before, after = old.item if old else None, new.item if new else None
    return ItemPair(
        old, new, tuple(clause_pairs(before, after)), tuple(facts_paired(_facts(before), _facts(after))), moved
    )


def clause_pairs(old: Item | None, new: Item | None) -> Iterator[ClausePair]:
    """The clauses of both items, changed or not."""
    was, now = _clauses(old), _clauses(new)
    partners = matched([one.words for one in was], [one.words for one in now])
    left = [place for place in range(len(was)) if place not in partners.values()]
    right = [place for place in range(len(now)) if place not in partners]
    if len(left) == len(right) == 1:  # one clause in place of another
        partners[right[0]] = left[0]
    astray = moved([partners[place] for place in range(len(now)) if place in partners])
    for place, one in enumerate(now):
        before = was[partners[place]] if place in partners else None
        yield ClausePair(before, one, partners.get(place) in astray)
    yield from (ClausePair(one, None) for place, one in enumerate(was) if place not in partners.values())


def _clauses(item: Item | None) -> list[Clause]:
    """In the order of the method's words."""
    if item is None:
        return []
    found = [Clause(kind, place, one) for kind in KINDS for place, one in enumerate(getattr(item, kind))]
    return sorted(found, key=lambda one: item.method.find(one.words))


def sections_paired(old: Rubric, new: Rubric) -> Iterator[tuple[Section | None, Section | None]]:
    """The new form's sections in their order, by id or else by title; then those that are gone."""
    ids, titles = ({getattr(one, key): one for one in old.sections} for key in ("id", "title"))
    known = {one.id for one in new.sections}
    found = []
    for one in new.sections:
        before = ids.get(one.id) or titles.get(one.title)
        taken = before is None or before in found or (before.id != one.id and before.id in known)
        found += [] if before is None or taken else [before]
        yield None if taken else before, one
    yield from ((one, None) for one in old.sections if one not in found)


def _facts(item: Item | None) -> Mapping[str, Indicator]:
    return {} if item is None else item.indicators
