"""The facts that an item's rules ask for: named and labelled in the clause's own words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kaohe.authoring.drafting.conditions import affirmed, cleaned
from kaohe.formulas.tokens import WORDS, names

_SIGNS = re.compile(r"[^a-z0-9_\u3400-\u4dbf\u4e00-\u9fff]")
_LEADING = re.compile(r"^[0-9_]+")
_LEVEL = re.compile(r"(?:国家|中央|全国|省(?:部)?|市(?:厅)?|县|区|镇|乡镇)级(?:及?以上)?")
LONGEST = 24
"""So many characters of a label make a name."""
SHARED = ("percent", "ratio", "change", "number")
SHORT = 5
"""A label of fewer characters says too little by itself."""


def name_of(label: str, taken: Mapping[str, object]) -> str:
    """A name for what is called so, that nothing else has."""
    made = _LEADING.sub("", _SIGNS.sub("", label.lower()))[:LONGEST].rstrip("_") or "fact"
    if made in WORDS:
        made = f"{made}_1"
    number = 2
    found = made
    while found in taken:
        found = f"{made}_{number}"
        number += 1
    return found


def at_level(words: str, before: str) -> str:
    """市级, after 省级以上媒体报道, is 市级媒体报道; nothing where words or those before them name no level."""
    found = list(_LEVEL.finditer(before))
    named = _LEVEL.match(words)
    if found and named and words[named.end() :] and before[found[-1].end() :] == words[named.end() :]:
        return f"{before[: found[-1].start()]}{words}"  # 市级任务, after 未按时上报的省级任务
    if not _LEVEL.fullmatch(words) or not found or (len(found) > 1 and found[-1].end() < len(before)):
        return ""
    return f"{before[: found[-1].start()]}{words}{before[found[-1].end() :]}"


@dataclass(slots=True)
class Facts:
    """The indicators of one item, by name; `title` is the item's, which makes short labels speak for themselves.

    Only of numbers the same words mean one fact in all clauses: `part` counts clauses, `parts` says whose a fact is.
    """

    title: str
    indicators: dict[str, dict[str, Any]] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    part: int = 0

    def add(self, label: str, kind: str, context: str = "", **more: object) -> str:
        """The name of a fact; the same words of the same kind are one fact of a clause."""
        said = cleaned(label)
        if len(said) < SHORT:
            said = self._within(said, cleaned(context), kind)
        for name, known in self.indicators.items():
            shared = kind in SHARED or self.parts[name] == self.part
            if shared and _same(known, {"label": said, "kind": kind, **more}):
                return name
        if self._taken(said):
            said = self._within(said, cleaned(context), kind)
        while self._taken(said):
            said = f"{said}（另一）"
        name = name_of(said, self.indicators)
        self.indicators[name] = {"label": said, "kind": kind, **more}
        self.parts[name] = self.part
        return name

    def note(self, rules: object, words: str) -> None:
        """What is said of how the facts of rules are counted, beside what is said of them already."""
        for name, fact in self.used_by(rules).items():
            said = [one for one in (fact.get("note", ""), words) if one]
            self.indicators[name] = {**fact, "note": "；".join(said)}

    def kept(self) -> dict[str, dict[str, Any]]:
        """Those that there are, to come back to."""
        return dict(self.indicators)

    def restore(self, kept: dict[str, dict[str, Any]]) -> None:
        self.indicators = kept

    def used_by(self, rules: object) -> dict[str, dict[str, Any]]:
        """Those that rules name, with any of their readings."""
        named = {_own(name) for text in _texts(rules) for name in names(text)}
        return {name: one for name, one in self.indicators.items() if name in named}

    def _within(self, said: str, context: str, kind: str) -> str:
        """A label with what it is about before it."""
        context = affirmed(context)
        denied = bool(said) and re.search(rf"(?:未|没有|无|不|零).{{0,4}}{re.escape(said)}", context) is not None
        around = self.title if not context or denied or any(map(str.isdecimal, context)) else context
        within = len(said) > 1 and said in around and (kind in SHARED or len(around) > len(said) + 1)
        return around if not said or said == around or within else f"{around}：{said}"

    def _taken(self, label: str) -> bool:
        return any(one["label"] == label for one in self.indicators.values())


def _same(known: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    """Whether two facts are one, whatever was said of how the first is counted."""
    return {**known, "note": ""} == {**one, "note": ""} if "note" not in one else known == one


def _own(name: str) -> str:
    return name.partition(".")[0]


def _texts(value: object) -> Iterator[str]:
    """Every text below a value that may be a formula."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if key not in ("clause", "meaning", "words"):
                yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
