"""What the keys of a unit's files are called: those of the file as a whole, and those of one rubric's facts."""

from collections.abc import Iterator, Mapping
from typing import get_args

from kaohe.compiler.row_layout import field_label
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.messages import Language, say
from kaohe.submission.answers import Place
from kaohe.submission.key_names import KeyNames, called
from kaohe.submission.stray_keys import CHANGES, INDICATORS

WORDS: Mapping[str, tuple[str, ...]] = {
    "rubric": ("评分细则", "细则"),
    "unit": ("单位", "单位名称"),
    "year": ("年度", "年份"),
    "stage": ("阶段",),
    INDICATORS: ("指标",),
    PARAMETERS: ("参数",),
    "evidence": ("佐证",),
    "notes": ("备注",),
    CHANGES: ("改动",),
    "judgements": ("酌情评定",),
    "readings": ("读法",),
    "by": ("经办", "经办人"),
    "on": ("日期",),
}
"""The outermost keys of a unit's files, and what people call them."""
ENTRY: Mapping[str, tuple[str, ...]] = {
    "old": ("原值",),
    "new": ("新值",),
    "cause": ("类别",),
    "reason": ("理由",),
    "score": ("得分", "分数"),
    "by": WORDS["by"],
    "on": WORDS["on"],
    "evidence": WORDS["evidence"],
}
"""The keys of an entry of a later stage's file."""
GROUPS = {PARAMETERS: "参数", SHARED: "共用"}
"""Groups of facts that are no items."""
Groups = Mapping[str, Mapping[str, Place]]


def outermost() -> KeyNames:
    """The keys of a file as a whole, whatever its rubric."""
    return KeyNames(called(listed(WORDS)))


def file_keys(groups: Groups, titles: Mapping[str, str], peers: Mapping[str, Place]) -> KeyNames:
    """All keys of the files of one rubric; `titles` are those of items, and `peers` facts over all units."""
    items = called(_items(groups, titles))
    facts = {group: KeyNames(called(_facts(places))) for group, places in groups.items()}
    values = {group: KeyNames(one.called, _insides(groups[group])) for group, one in facts.items()}
    changes = {group: _changes(places) for group, places in groups.items()}
    entries = KeyNames(each=KeyNames(called(listed(ENTRY))))
    below = {
        PARAMETERS: values[PARAMETERS],
        INDICATORS: KeyNames(items, values),
        "evidence": KeyNames(items, facts),
        "notes": KeyNames(items, facts),
        CHANGES: KeyNames(items, changes),
        "judgements": KeyNames(items, each=entries.each),
        "readings": entries,
        "peers": KeyNames(called((name, place.called) for name, place in peers.items())),
    }
    return KeyNames(outermost().called, below)


def listed(words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Each key beside every name that it has, its own among them."""
    yield from ((key, name) for key, names in words.items() for name in (key, *names))


def _items(groups: Groups, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """By its number on the form, its title, or both."""
    for group, places in groups.items():
        number = next((place.number for place in places.values()), "")
        title = titles.get(group) or GROUPS.get(group, "")
        yield from ((group, name) for name in (group, number, title, f"{number} {title}") if name.strip())


def _facts(places: Mapping[str, Place]) -> Iterator[tuple[str, str]]:
    for name, place in places.items():
        yield from ((name, one) for one in (name, place.indicator.label, place.called))


def _insides(places: Mapping[str, Place]) -> Mapping[str, KeyNames]:
    """What stands below each fact."""
    return {name: KeyNames(each=_fields(one)) if one.indicator.list else _fields(one) for name, one in places.items()}


def _fields(place: Place) -> KeyNames:
    """Of a fact, or of one member of a list."""
    if place.parts:
        return KeyNames(called(_facts(place.parts)), _insides(place.parts))
    return KeyNames(called((field, name) for field in place.readers if field for name in _field_names(place, field)))


def _field_names(place: Place, field: str) -> Iterator[str]:
    """The rubric's own words, and the usual ones."""
    yield field
    for language in get_args(Language):
        yield field_label(place.indicator, field, language)
        yield say(f"arithmetic.{field}", language)


def _changes(places: Mapping[str, Place]) -> KeyNames:
    """Facts as wholes, and behind a dot their fields or members, each with an entry."""
    names, insides = [*_facts(places)], _insides(places)
    below: dict[str, KeyNames] = {}
    for name, place in places.items():
        below |= {
            name: _entry(insides[name]),
            f"{name}.": _entry(_fields(place) if place.indicator.list else KeyNames()),
        }
        if not (place.indicator.list or place.parts):
            names += [
                (f"{name}.{field}", one) for field in place.readers if field for one in _dotted(name, place, field)
            ]
    return KeyNames(called(names), below, dotted=True)


def _dotted(name: str, place: Place, field: str) -> Iterator[str]:
    for fact in (name, place.indicator.label, place.called):
        yield from (f"{fact}{mark}{one}" for mark in ".：" for one in _field_names(place, field))


def _entry(inside: KeyNames) -> KeyNames:
    return KeyNames(called(listed(ENTRY)), {"old": inside, "new": inside})
