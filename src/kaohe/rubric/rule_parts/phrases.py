"""How rules speak of facts: labels for names, formulas in plain words, points with their unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kaohe.expr.numbers import plain
from kaohe.formulas.tokens import tokens
from kaohe.messages import Language

_STATES = {False: (("为是", "is true"), ("大于零", "is above 0")), True: (("为否", "is false"), ("为零", "is 0"))}


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule needs to describe itself: how facts are called in the reader's language.

    `labels` has every reference; a level of a choice stands there as `funds.direction=increased`.
    `units` has those that are counted or measured, with an empty text where the rubric gives no unit.
    """

    language: Language
    labels: Mapping[str, str]
    units: Mapping[str, str] = field(default_factory=dict)

    def choose(self, chinese: str, english: str) -> str:
        return english if self.language == "en" else chinese

    def points(self, value: Fraction) -> str:
        return self.choose(f"{plain(value)} 分", f"{plain(value)} point{'' if value == 1 else 's'}")

    def award(self, value: Fraction, more: str = "") -> str:
        """What is earned; `more` is 再 or its like where something was earned before."""
        if not value:
            return self.choose("不得分", "nothing")
        return self.choose(f"{more}得 {self.points(value)}", f"{self.points(value)}{more}")

    def name(self, reference: str) -> str:
        """A fact by its label; of a formula, the labels in their places."""
        if reference in self.labels:
            return self.choose(f"「{self.labels[reference]}」", f'"{self.labels[reference]}"')
        found = tokens(reference)
        before = ["", "", *(one.text for one in found)]  # an option is called by the choice that stands before its sign
        return "".join(self._token(one.kind, one.text, before[place]) for place, one in enumerate(found)).strip()

    def _token(self, kind: str, text: str, choice: str) -> str:
        if text in self.labels:
            return self.name(text)
        if kind == "name":
            return self.labels.get(f"{choice}={text}") or self.choose(_SAID.get(text, text), text)
        if kind in _JOINTS:
            return f" {self.choose(_JOINTS[kind], kind)} "
        if kind == "sign" and text not in "(),":
            return f" {_SIGNS.get(text, text)} "
        return self.choose("，", ", ") if text == "," else text

    def holds(self, facts: Sequence[str], *, every: bool = True, negated: bool = False) -> str:
        """That all facts hold, or any: a flag is true, a count above zero, a formula met; negated, that none do."""
        made = [fact for fact in facts if fact not in self.labels]
        flags = [fact for fact in facts if fact not in self.units and fact not in made]
        counts = [fact for fact in facts if fact in self.units]
        groups = zip((flags, counts), _STATES[negated], strict=True)
        parts = [self._state(group, state, every) for group, state in groups if group]
        parts += [
            self.choose(f"不满足“{self.name(one)}”", f"not ({self.name(one)})") if negated else self.name(one)
            for one in made
        ]
        return (self.choose("，且", " and ") if every else self.choose("，或", " or ")).join(parts)

    def _state(self, facts: Sequence[str], state: tuple[str, str], every: bool) -> str:  # noqa: FBT001 - from `holds`
        names = self.choose("、", ", ").join(map(self.name, facts))
        if len(facts) == 1:
            return self.choose(f"{names}{state[0]}", f"{names} {state[1]}")
        if every:
            return self.choose(f"{names}都{state[0]}", f"each of {names} {state[1]}")
        return self.choose(f"{names}至少一项{state[0]}", f"at least one of {names} {state[1]}")

    def requirements(self, several: Sequence[str]) -> str:
        """All conditions of an award; bare facts and the contraries of such are named together."""
        contrary = [
            one.removeprefix("not ")
            for one in several
            if one.removeprefix("not ") in self.labels and one not in self.labels
        ]
        straight = [one for one in several if one in self.labels]
        rest = [one for one in several if one.removeprefix("not ") not in self.labels]
        parts = [self.holds(straight)] if straight else []
        parts += [self.holds(contrary, negated=True)] if contrary else []
        parts += [self._alternatives(one) for one in rest]
        return self.choose("，且", ", and ").join(parts)

    def _alternatives(self, formula: str) -> str:
        """`a or b` of bare facts reads as a list of them."""
        facts = [part.strip() for part in formula.split(" or ")]
        return self.holds(facts, every=False) if all(fact in self.labels for fact in facts) else self.name(formula)


_JOINTS = {"and": "且", "or": "或", "not": "非"}
_SIGNS = {">=": "≥", "<=": "≤", "!=": "≠", "*": "×", "/": "÷"}
_SAID = {
    "min": "较小者",
    "max": "较大者",
    "abs": "绝对值",
    "floor": "取整",
    "ceiling": "进位取整",
    "if": "如果",
    "months": "满月数",
    "sum": "合计",
    "mean": "平均",
    "members": "个数",
    "highest": "最高",
    "lowest": "最低",
    "applicable": "适用",
    "count": "项数",
    "any": "任一",
    "all": "全部",
}
"""How functions of formulas are called in Chinese."""
