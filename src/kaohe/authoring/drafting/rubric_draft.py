"""An official form as the data of a first rubric, sound but for what is left to do."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kaohe.authoring.drafting.drafted_item import DraftedItem
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.facts import Facts, name_of
from kaohe.authoring.drafting.left_beside import (
    drained,
    drains_all,
    kept_beside,
    kept_outside,
    left_beside,
    left_in_titles,
    still_open,
)
from kaohe.authoring.drafting.method_draft import drafted
from kaohe.authoring.drafting.sound_items import left_to_do, what_is_wrong
from kaohe.authoring.drafting.worth import written_points
from kaohe.authoring.official_form.joined_words import limit_of, title_and_points
from kaohe.authoring.official_form.model import FormItem, FormSection, OfficialForm
from kaohe.expr.numbers import plain
from kaohe.library.checks.identities import OF_TOTALS
from kaohe.messages import Language, say

_PLAIN_ID = re.compile(r"[^a-z0-9_-]+")
_BONUS = re.compile(
    r"[-—/]*|附加分?|(?:加|减|扣|加减|加扣|奖励|倒扣|附加)(?:分)?(?:项|指标)?|不设分|不计分|无|bonus", re.IGNORECASE
)
_LIMIT = re.compile(
    r"(?:(?:最高|最多)?(?P<sign>[-－—–−]|扣|减|倒扣|[+＋]|加)|(?:最高|最多|不超过|上限|[≤≦]|<=))(?P<points>\d+(?:\.\d+)?)分?"
)
"""-5, +3, 最高加5分, ≤5: the most that a row takes or gives."""
_PERIOD = re.compile(r"([月季])度?(?:绩效|综合|工作|目标|质量)*(?:考核|考评|检查|评分|测评|评价)")
"""月度考核: what is due each month is due once."""


@dataclass(slots=True)
class _Draft:
    language: Language
    names: dict[str, object] = field(default_factory=lambda: dict.fromkeys(OF_TOTALS))
    sections: dict[str, object] = field(default_factory=dict)
    parameters: dict[str, dict[str, Any]] = field(default_factory=dict)
    drains: frozenset[str] = frozenset()
    period: str = ""

    def section(self, section: FormSection) -> dict[str, Any]:
        name = name_of(section.title, self.sections)
        self.sections[name] = section
        items = [self.item(one) for one in section.items]
        points = sum((one["points"] for one in items), Decimal(0))
        made: dict[str, Any] = {"id": name, "title": section.title or name, "points": points, "items": items}
        return made

    def item(self, form: FormItem) -> dict[str, Any]:
        name = name_of(form.title, self.names)
        self.names[name] = form
        points = number(form.points)
        item = Item(form.method, points, Facts(form.title), self.language)
        item.parameters, item.target = self.parameters, form.target or ""
        item.drained = drained(self.drains, form.place)
        item.period = self.period
        written = written_points(form.method) if form.points is None and not form.limit else points
        said = form.limit or limit_of(form.printed) or form.printed
        limit = None if form.points is not None or written else _LIMIT.fullmatch(said)
        unknown = form.points is None and limit is None and (bool(written) or not _BONUS.fullmatch(said))
        if unknown:
            item.points = points = written
        found = drafted(item)
        if form.points is None and len([one for one in found.rules if one["points"]]) > 1:
            found = self._in_doubt(found)
        unknown = unknown or (limit is not None and not _limited(found.rules, limit))
        left = [*([self._no_points(form)] if unknown else []), *left_beside(form, self.language)]
        made = self._made(name, form, item, found, left)
        wrong = what_is_wrong(item, made) if found.rules or found.vetoes else None
        return made if wrong is None else self._made(name, form, item, left_to_do(item, found, wrong), left)

    def _made(
        self, name: str, form: FormItem, item: Item, found: DraftedItem, more: Sequence[dict[str, Any]]
    ) -> dict[str, Any]:
        left = [*found.todo, *more]
        made: dict[str, Any] = {
            "id": name,
            "comments": kept_beside(form, self.language),
            "title": form.title,
            "points": item.points,
            "target": form.target or form.title,
            "method": form.method or form.title,
            "indicators": item.facts.used_by([*found.rules, *found.vetoes]),
            "rules": found.rules,
            "vetoes": found.vetoes,
            "non_scoring": found.non_scoring,
            "acknowledge": [one for one in item.known if any(one["words"] in rule["clause"] for rule in found.rules)],
            "todo": left or ([] if found.rules else [self._empty(form)]),
        }
        return {key: value for key, value in made.items() if value not in ({}, [])}

    def _in_doubt(self, found: DraftedItem) -> DraftedItem:
        """Whether several awards are added up or exclude each other, only the row's points can tell."""
        rules = [*found.rules, *found.vetoes, *found.non_scoring]
        why = say("draft.why-sum-unknown", self.language)
        return DraftedItem(todo=[*({"clause": one["clause"], "why": why} for one in rules), *found.todo])

    def _no_points(self, form: FormItem) -> dict[str, Any]:
        if not form.printed:
            return {"clause": form.title, "why": say("draft.why-empty-points", self.language)}
        if form.limit:
            return {"clause": form.printed, "why": say("draft.why-on-top", self.language)}
        return {"clause": form.printed, "why": say("draft.why-no-points", self.language, found=form.printed)}

    def _empty(self, form: FormItem) -> dict[str, Any]:
        return {"clause": form.method or form.title, "why": say("draft.why-silent", self.language)}


def _limited(rules: Sequence[dict[str, Any]], limit: re.Match[str]) -> bool:
    """Gives a row's only rule the limit of its cell; whether that can be done."""
    if len(rules) != 1:
        return False
    (rule,) = rules
    takes = rule["type"] == "deductions" or "deduct" in rule
    most, taken = Decimal(limit["points"]), takes if limit["sign"] is None else limit["sign"] not in "+＋加"
    known = rule.get("cap" if taken else "most", "none")
    if rule["points"] or takes != taken or known not in ("none", most):
        return False
    rule["cap" if taken else "most"] = most
    return True


def number(points: Fraction | None) -> Decimal:
    return Decimal(0) if points is None else Decimal(plain(points))


def rubric_data(form: OfficialForm, stem: str, language: Language) -> dict[str, Any]:
    """The rubric as YAML would have it; `stem` is the name of the form's file, of which its id is made."""
    draft = _Draft(language, drains=drains_all(form))
    period = _PERIOD.search(form.title)
    draft.period = period[1] if period else ""
    sections = [draft.section(one) for one in form.sections]
    points = sum((one["points"] for one in sections), Decimal(0))
    left = [{"clause": one.text, "why": say("draft.why-remark", language)} for one in still_open(form)]
    left += [*left_in_titles(form, language), *_totals(form, language)]
    title = form.title or stem
    made: dict[str, Any] = {
        "comments": kept_outside(form),
        "kaohe": 1,
        "id": _PLAIN_ID.sub("-", stem.lower()).strip("-_") or "draft",
        "title": title,
        "points": points,
        "form": _print(form),
        "stages": dict(form.stages),
        "parameters": draft.parameters,
        "todo": left,
        "sections": sections,
    }
    return {key: value for key, value in made.items() if value not in ({}, [])}


def _print(form: OfficialForm) -> Mapping[str, str]:
    given = {"attachment": form.attachment, "unit_label": form.unit_label}
    return {key: value for key, value in given.items() if value}


def _totals(form: OfficialForm, language: Language) -> list[dict[str, Any]]:
    """Points that are printed for a section or the whole, and are not what their rows come to."""
    printed = [(one.title, one.printed, one.points) for one in form.sections]
    of_title = title_and_points(form.title)[1]
    printed.append((form.title, form.printed if of_title is None else of_title, form.points))
    return [
        {"clause": title, "why": say("draft.why-total", language, printed=plain(points), found=plain(found))}
        for title, points, found in printed
        if points is not None and points != found
    ]
