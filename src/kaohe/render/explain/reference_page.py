"""The reference of the rubric language as Markdown: rules, formulas, indicators."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kaohe.authoring.model_keys import Key, common_keys, keys, purpose
from kaohe.formulas.formula_examples import FACTS, GIVEN, SIGNS
from kaohe.formulas.functions import FUNCTIONS
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.messages import Language, say
from kaohe.render.explain.rule_page import page
from kaohe.rubric.model import Item, Rubric, Section, Veto
from kaohe.rubric.rules import rule_types

TOTALS = ("score", "most", "least", "vetoes", "grades", "limits")
OUTCOMES = ("rescale",)
"""Keys of sections and of the whole, and of the whole alone."""
APART = ("indicators", "rules", "vetoes")
"""Keys of an item whose own keys have a section of the page."""


def markdown(language: Language) -> str:
    """The whole page."""
    return "\n".join(_Page(language).lines())


@dataclass(frozen=True, slots=True)
class _Page:
    language: Language

    def lines(self) -> Iterator[str]:
        yield from (f"# {self._say('title')}", "", self._say("intro"), "")
        yield from self._rules()
        yield from self._section("common", common_keys(self.language))
        row = [replace(key, inside=()) if key.name in APART else key for key in keys(Item, self.language)]
        yield from self._section("item", row, self._say("item-intro"))
        yield from self._section("vetoes", keys(Veto, self.language), self._say("vetoes-intro"))
        above = [key for key in keys(Section, self.language) if key.name in TOTALS]
        above += [key for key in keys(Rubric, self.language) if key.name in OUTCOMES]
        yield from self._section("totals", above, self._say("totals-intro"))
        yield from self._formulas()
        yield from self._section("indicators", keys(Indicator, self.language), self._say("indicators-intro"))
        yield from self._kinds()

    def _rules(self) -> Iterator[str]:
        yield from (f"## {self._say('rules')}", "")
        rows = [(f"[`{name}`](#{name})", purpose(rule, self.language)) for name, rule in rule_types().items()]
        yield from self._table(("head-type", "head-meaning"), rows)
        for name in rule_types():
            yield from self._rule(name)

    def _rule(self, name: str) -> Iterator[str]:
        shown = page(name, self.language)
        yield from (f"### {name}", "", shown.purpose, "", *self._keys(shown.keys))
        yield from (self._say("example"), "", *_yaml(shown.snippet))
        yield from (self._say("in-words", sentence=shown.sentence), "")
        yield from (self._say("given"), "", *_yaml(shown.given))
        result, *accounts = shown.result
        yield from (result, "", *(f"- {account}" for account in accounts), "")

    def _section(self, code: str, listed: Iterable[Key], *intro: str) -> Iterator[str]:
        yield from (f"## {self._say(code)}", "", *(line for one in intro for line in (one, "")), *self._keys(listed))

    def _formulas(self) -> Iterator[str]:
        yield from (f"## {self._say('formulas')}", "", self._say("formulas-intro"), "", *_yaml(FACTS))
        yield from (self._say("formulas-given"), "", *_yaml(GIVEN), self._say("formulas-hold"), "")
        rows = [(_code(sign), self._say(f"sign-{name}"), _code(example)) for name, (sign, example) in SIGNS.items()]
        rows += [
            (_code(f"{name}()"), self._say(f"function-{name}"), _code(one.example)) for name, one in FUNCTIONS.items()
        ]
        yield from self._table(("head-sign", "head-meaning", "head-example"), rows)

    def _kinds(self) -> Iterator[str]:
        yield from (f"## {self._say('kinds')}", "", self._say("kinds-intro"), "")
        own = self._say("own-name")
        rows = []
        for name, kind in KINDS.items():
            names = (f"{own}.{reference}" if reference else own for reference in kind.references)
            sample = _code(kind.sample) if kind.sample else ""
            rows.append((_code(name), self._say(f"kind-{name}"), sample, " ".join(map(_code, names))))
        yield from self._table(("head-kind", "head-meaning", "head-sample", "head-names"), rows)

    def _keys(self, listed: Iterable[Key]) -> Iterator[str]:
        yield from self._table(("head-key", "head-takes", "head-meaning"), list(self._key_rows(listed, "")))

    def _key_rows(self, listed: Iterable[Key], outer: str) -> Iterator[tuple[str, str, str]]:
        for key in listed:
            name = f"{outer}{key.name}"
            yield _code(name) + (self._say("required") if key.required else ""), key.takes, key.meaning
            yield from self._key_rows(key.inside, f"{name} › ")

    def _table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
        yield _row([self._say(head) for head in heads])
        yield _row(["---"] * len(heads))
        yield from map(_row, rows)
        yield ""

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"reference.{code}", self.language, **parameters)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    return f"`{text}`"


def _yaml(text: str) -> tuple[str, ...]:
    return ("```yaml", text.rstrip(), "```", "")
