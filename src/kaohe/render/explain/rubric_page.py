"""A rubric in plain words: every rule with its clause, its readings and what else bears on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from types import MappingProxyType

from kaohe.compiler.lowering import ITEMS, item_scope
from kaohe.compiler.row_layout import field_label
from kaohe.expr.numbers import Quantity, plain
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import Use
from kaohe.messages import Language, say
from kaohe.render.explain.doubt_lines import doubts_of
from kaohe.render.explain.rule_sentences import rule_sentence, veto_sentence
from kaohe.render.explain.totals_page import made_of, total, whole_words
from kaohe.render.terminal.line_wrapping import cells, wrap
from kaohe.rubric.model import Common, Item, Rubric, Section
from kaohe.rubric.rule_parts.amounts import amount_said, earned_said, written
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Reading, Rule

INDENT = "  "
NOTHING: Mapping[str, str] = MappingProxyType({})


def text(rubric: Rubric, wanted: str | None, language: Language, width: int) -> str:
    """The item of this number; without one, the whole rubric."""
    titles = {f"{ITEMS}.{item.id}": item.title for _, item in rubric.items()}
    of_items = {item.id: words(item, rubric.common, language, titles) for _, item in rubric.items()}
    whole = whole_words(rubric, of_items, language)
    lines: list[str] = []
    if wanted is None:
        lines += [*wrap(say("explain.rubric", language, **_heading(rubric)), width)]
        common = [rubric.parameters, rubric.shared]
        about = [line for facts in common for line in made_of(facts, whole)]
        about += [line for facts in common for line in doubts_of(facts, whole, usual=rubric.plausible)]
        about += total(rubric, whole)
        lines += [*_indented(about, width), ""]
    numbered = iter(rubric.items())
    for place, section in enumerate(rubric.sections, 1):
        if wanted is None:
            lines += [*wrap(say("explain.section", language, number=place, **_heading(section)), width)]
            lines += [*_indented(total(section, whole), width), ""]
        for number, item in islice(numbered, len(section.items)):
            if wanted in (None, number):
                page = _Page(of_items[item.id], item_scope(item, rubric.common_before(item)), width, rubric.plausible)
                lines += [*page.item(number, item), ""]
    return "\n".join(lines)


def _indented(several: Iterable[str], width: int) -> Iterator[str]:
    for one in several:
        yield from wrap(one, width, INDENT, INDENT * 2)


def words(item: Item, common: Common, language: Language, results: Mapping[str, str] = NOTHING) -> Words:
    """How each reference that the item's rules may use is called; `results` are the titles of items by name."""
    named = dict(item.indicators)
    for group, facts in common.facts.items():
        named |= {f"{group}.{name}": one for name, one in facts.items()}
    for name, record in list(named.items()):
        named |= {f"{name}.{fact}": one for fact, one in record.inside.items()}
    labels: dict[str, str] = {}
    for name, indicator in named.items():
        labels |= _labels(name, indicator, language)
    labels |= {f"rules.{rule.id}": rule.clause for rule in item.rules if rule.id}
    labels |= results
    units = {name: one.unit for name, one in named.items() if one.kind in ("count", "number", "amount")}
    return Words(language, labels, units)


def _labels(name: str, indicator: Indicator, language: Language) -> dict[str, str]:
    found = {name: indicator.label}
    own = () if indicator.kind == "record" else indicator.fields
    fields = {field: field_label(indicator, field, language) for field in own if field}
    for derived, one in KINDS[indicator.kind].references.items():
        reference = f"{name}.{derived}" if derived else name
        if derived in fields:
            found[reference] = indicator.label + fields[derived]
        elif derived.isalpha():
            table = "explain" if derived == "rate" else "arithmetic"
            found[reference] = say(f"{table}.{derived}", language, label=indicator.label, **fields)
        if one.use is Use.CHOICE:
            levels = indicator.options or {
                level: say(f"arithmetic.{level}", language) for level in ("increased", "unchanged", "decreased")
            }
            found |= {f"{reference}={level}": label for level, label in levels.items()}
    return found


def rule_told(rule: Rule, item: Item, words: Words, scope: Scope) -> list[str]:
    """All that a rule does, in sentences."""
    page = _Page(words, scope, 0, usual=False)
    return [rule_sentence(rule, words), *page.shared(rule, item)]


@dataclass(frozen=True, slots=True)
class _Page:
    """Writes one item in lines of `width` cells."""

    words: Words
    scope: Scope
    width: int
    usual: bool
    """Whether facts are doubted by what is usual of their kinds."""

    def item(self, number: str, item: Item) -> Iterator[str]:
        yield from self._line(0, say("explain.item", self.words.language, number=number, **_heading(item)))
        yield from self._headed(1, "target", item.target)
        yield from self._headed(1, "method", item.method)
        doubts = doubts_of(item.indicators, self.words, usual=self.usual)
        for line in (*made_of(item.indicators, self.words), *doubts):
            yield from self._line(1, line)
        for place, rule in enumerate(item.rules, 1):
            yield ""
            yield from self._headed(1, "rule", rule_sentence(rule, self.words), number=place)
            for one in self.shared(rule, item):
                yield from self._line(2, one)
            yield from self._headed(2, "clause", rule.clause)
            yield from self._readings(item, rule.readings)
        for place, veto in enumerate(item.vetoes, 1):
            yield ""
            yield from self._headed(1, "veto", veto_sentence(veto, self.words), number=place)
            yield from self._headed(2, "clause", veto.clause)
            yield from self._readings(item, veto.readings)
        yield from self._remarks(item)

    def shared(self, rule: Rule, item: Item) -> Iterator[str]:
        """What any rule may have, whatever its type."""
        points = rule.of_one.points
        yield from self._of_each(rule, self._requirements(rule, points))
        if not rule.counts:
            yield self._say("not-counted", id=rule.id)
        members = {line.members for line in rule.lines(self.scope)} if rule.for_each is None else set()
        for name, indicator in item.indicators.items():
            if f"{item.id}.{name}" in members:
                yield self._say("list", label=indicator.label)
        if rule.not_applicable:
            yield self._say(f"not_applicable-{rule.not_applicable}", points=plain(rule.points))
        if rule.floor != "part":
            yield self._say(f"floor-{rule.floor}")
        yield from self._of_each(rule, self._cap(rule, points))

    def _of_each(self, rule: Rule, said: Iterable[str]) -> Iterator[str]:
        """What holds of the rule, or of each member of the list to which it is applied."""
        yield from said if rule.for_each is None else (self._say("of_each", said=one) for one in said)

    def _requirements(self, rule: Rule, points: Fraction) -> Iterator[str]:
        """`points` are the full marks of the rule, or of one member."""
        needed = self.words.requirements(rule.requires)
        if needed and needed not in rule_sentence(rule, self.words):
            left = "" if rule.otherwise is None else earned_said(rule.otherwise, points, self.words)
            yield self._say("requires-or" if left else "requires", needed=needed, earned=left)

    def _cap(self, rule: Rule, points: Fraction) -> Iterator[str]:
        """The same of the most that is lost."""
        if rule.cap is not None:
            written_cap = written(rule.cap, points) if isinstance(rule.cap, Quantity) else None
            beyond = rule.floor == "part" and written_cap is not None and written_cap > points
            cap = amount_said(rule.cap, points, self.words)
            yield self._say("cap-beyond" if beyond else "cap", cap=cap, points=self.words.points(points))

    def _readings(self, item: Item, readings: Sequence[Reading]) -> Iterator[str]:
        for reading in readings:
            yield from self._line(2, self._say("reading", id=reading.id, words=reading.words))
            for name, option in reading.options.items():
                chosen = name == reading.chosen
                yield from self._headed(3, "chosen" if chosen else "other", option.meaning, name=name)
                if not chosen:
                    yield from self._line(4, f"--reading {item.id}.{reading.id}={name}")

    def _remarks(self, item: Item) -> Iterator[str]:
        """The words that give no points, the problems that the author knows of, and who has confirmed the item."""
        if item.non_scoring or item.acknowledge or item.scored_above or item.confirmed:
            yield ""
        for silent in item.non_scoring:
            reason = self._say("reason", words=silent.clause, reason=silent.reason)
            yield from self._headed(1, "non_scoring", reason)
        for above in item.scored_above:
            yield from self._headed(1, "scored_above", above.clause, by=above.by)
        for known in item.acknowledge:
            reason = self._say("reason", words=known.words, reason=known.reason)
            yield from self._headed(1, "acknowledged", reason, problem=known.problem)
        if item.confirmed is not None:
            code = "waits" if item.waits else "confirmed"
            yield from self._line(1, self._say(code, by=item.confirmed.by, on=item.confirmed.on))

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"explain.{code}", self.words.language, **parameters)

    def _headed(self, depth: int, code: str, body: str, **parameters: object) -> Iterator[str]:
        """A text after its heading, with its further lines below its first."""
        first = INDENT * depth + self._say(code, **parameters)
        yield from wrap(body, self.width, first, " " * min(cells(first), self.width // 3))

    def _line(self, depth: int, body: str) -> Iterator[str]:
        yield from wrap(body, self.width, INDENT * depth, INDENT * (depth + 1))


def _heading(one: Rubric | Section | Item) -> dict[str, str]:
    return {"title": one.title, "points": plain(one.points), "id": one.id}
