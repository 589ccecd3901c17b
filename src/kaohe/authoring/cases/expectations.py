"""What a case says that its facts must give: points, rules, sections, score, grades, each read at its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from kaohe.authoring.cases.case import Between, Expected, Key, RuleGives
from kaohe.authoring.cases.case_keys import IN_LEDGER, SIDES
from kaohe.expr.numbers import Unreadable, read_amount, shown
from kaohe.rubric.model import Item, Rubric
from kaohe.source.file_findings import FileFindings
from kaohe.submission.cell_text import number_value

Path = tuple[Any, ...]
NOT_SCORED = ("none", "不予评分")
"""How it is said that nothing applies of which there could be a score."""


@dataclass(slots=True)
class Expectations:
    """Reads what is expected in one case, which stands at `base`; of an item alone this is `item`.

    `paths` are where in the file each thing is expected.
    """

    rubric: Rubric
    found: FileFindings
    base: Path
    item: str
    paths: dict[Key, Path] = field(default_factory=dict)

    def read(self, case: Mapping[str, Any]) -> Expected:
        items = {item.id: item for _, item in self.rubric.items()}
        points = {key[-1]: self._between(raw, path) for key, raw, path in self._by_item(case, "points", items)}
        rules = {(key[1], key[2]): self._rule(raw, path) for key, raw, path in self._rules(case, items)}
        sections = {one.id: one.title for one in self.rubric.sections}
        of_sections = {key[-1]: self._between(raw, path) for key, raw, path in self._named(case, "sections", sections)}
        score = self._between(case["score"], self._at(("score",), (*self.base, "score"))) if "score" in case else None
        return Expected(points, rules, of_sections, score, dict(self._grades(case, sections)))

    def _by_item(self, case: Mapping[str, Any], key: str, items: Mapping[str, Item]) -> Iterator[tuple[Key, Any, Path]]:
        """What is said of the case's one item, or by items."""
        if key in case and self.item:
            path = (*self.base, key)
            yield (key, self.item), case[key], self._at((key, self.item), path)
        else:
            yield from self._named(case, key, {name: item.title for name, item in items.items()})

    def _named(self, case: Mapping[str, Any], key: str, known: Mapping[str, str]) -> Iterator[tuple[Key, Any, Path]]:
        """Each entry of a mapping whose keys are known names."""
        for name, raw in self._mapping(case.get(key, {}), (*self.base, key)):
            path = (*self.base, key, name)
            if name not in known:
                self.found.unknown(name, known, path[:-1])
                continue
            yield (key, name), raw, self._at((key, name), path)

    def _rules(self, case: Mapping[str, Any], items: Mapping[str, Item]) -> Iterator[tuple[Key, Any, Path]]:
        for (_, item), several, path in self._by_item(case, "rules", items):
            known = dict(rule_names(items[item]))
            for name, raw in self._mapping(several, path):
                if name not in known:
                    self.found.unknown(name, known, path)
                    continue
                yield ("rules", item, name), raw, self._at(("rules", item, name), (*path, name))

    def _grades(self, case: Mapping[str, Any], sections: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        asked = [("", case["grade"], self._at(("grades", ""), (*self.base, "grade")))] if "grade" in case else []
        asked += [(key[-1], raw, path) for key, raw, path in self._named(case, "grades", sections)]
        grades = {name: one.grades for name, one in self.rubric.totals()}
        for name, raw, path in asked:
            known = {one.id: one.title for one in grades[name]}
            called = {**{title: one for one, title in known.items()}, **{one: one for one in known}}
            several = raw if isinstance(raw, list) else [raw]
            for one in several:
                if not isinstance(one, str) or one not in called:
                    self.found.not_one_of(one, known, path)
            yield name, tuple(called[one] for one in several if isinstance(one, str) and one in called)

    def _rule(self, raw: Any, path: Path) -> RuleGives:
        if not isinstance(raw, dict):
            return RuleGives(given=self._points(raw, path))
        self._keys(raw, IN_LEDGER, path)
        due, applied = (self._points(raw[key], (*path, key)) if key in raw else None for key in IN_LEDGER)
        return RuleGives(due=due, applied=applied)

    def _between(self, raw: Any, path: Path) -> Between:
        """A number, a range, or that there is no score."""
        if isinstance(raw, str) and raw in NOT_SCORED:
            return Between(None, None, scored=False)
        if not isinstance(raw, dict):
            points = self._points(raw, path)
            return Between(points, points)
        self._keys(raw, SIDES, path)
        low, high = (self._points(raw[key], (*path, key)) if key in raw else None for key in SIDES)
        if low is not None and high is not None and high < low:
            self.found.add("range-reversed", path, {"low": shown(raw["from"]), "high": shown(raw["to"])})
        return Between(low, high)

    def _keys(self, raw: Mapping[str, Any], known: Mapping[str, Any], path: Path) -> None:
        """One of them at least, and no others."""
        self.found.keys(raw, tuple(known), path)
        if not raw:
            self.found.add("expected-empty", path, {"keys": " ".join(known)})

    def _points(self, raw: Any, path: Path) -> Fraction | None:
        """Points as people write them; None where they can't be read."""
        try:
            return read_amount(number_value(raw.strip(), "分") if isinstance(raw, str) else raw)
        except Unreadable as wrong:
            self.found.add(wrong.code, path, wrong.parameters)
            return None

    def _mapping(self, raw: Any, path: Path) -> Iterator[tuple[str, Any]]:
        if isinstance(raw, dict):
            yield from raw.items()
        else:
            self.found.add("mapping-expected", path, {"found": shown(raw)})

    def _at(self, key: Key, path: Path) -> Path:
        self.paths[key] = path
        return path


def rule_names(item: Item) -> Iterator[tuple[str, str]]:
    """What the ledger calls the item's rules and vetoes, each with its clause."""
    for number, rule in enumerate(item.rules, 1):
        if rule.counts:
            yield str(number), rule.clause
    for number, veto in enumerate(item.vetoes, 1):
        yield f"veto{number}", veto.clause
        if veto.penalty is not None:
            yield f"veto{number}.penalty", veto.clause
