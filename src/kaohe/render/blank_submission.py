"""An indicator file with every answer left empty and what is asked written above it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from kaohe.authoring.questions import Question, fields, questions
from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import plain
from kaohe.formulas.scope import SHARED
from kaohe.messages import Language, say
from kaohe.render.terminal.line_wrapping import cells, tidy, wrap
from kaohe.rubric.model import Item, Rubric, Section

WIDTH = 76


@dataclass(frozen=True, slots=True)
class Given:
    """Parameters that a file gives for all units, by their ids, as it writes them; empty where it does not yet."""

    path: str
    values: Mapping[str, str]


def text(rubric: Rubric, name: str, language: Language, given: Given | None = None) -> str:
    """The file for a rubric that units' files call `name`: a shipped id, or a path from where they stand.

    What is `given` is shown and not asked.
    """
    return "\n".join([*_Template(rubric, language, given).lines(name), ""])


@dataclass(frozen=True, slots=True)
class _Template:
    """Writes the file of one rubric."""

    rubric: Rubric
    language: Language
    given: Given | None = None

    def lines(self, name: str) -> Iterator[str]:
        asked = questions(self.rubric)
        yield from self._head(name)
        if asked[""]:
            yield from self._parameters(asked[""])
        yield from ("", "indicators:")
        if asked[SHARED]:
            yield from (*self._comment("  ", "template.shared"), f"  {SHARED}:")
            yield from (*self._questions(asked[SHARED], "    "), "")
        numbered = iter(self.rubric.items())
        for place, section in enumerate(self.rubric.sections, 1):
            if place > 1:
                yield ""
            yield from self._comment("  ", "template.section", number=place, **_heading(section))
            for number, item in islice(numbered, len(section.items)):
                yield from ("", *self._comment("  ", "question.item", number=number, **_heading(item)))
                yield f"  {item.id}:"
                yield from self._questions(asked[item.id], "    ")
        yield from ("", *self._comment("", "template.beside"))
        yield from self._beside(
            [(item.id, asked[item.id][0].fact) for _, item in self.rubric.items() if asked[item.id]]
        )

    def _beside(self, facts: Sequence[tuple[str, Fact]]) -> Iterator[str]:
        """Where evidence and notes go, at the example of the first fact of an item."""
        for item, fact in facts[:1]:
            for key, code in (("evidence", "file"), ("notes", "text")):
                written = f"{fact.id}: {say(f'template.{code}', self.language)}  # {tidy(fact.called)}"
                yield from (f"# {key}:", f"#   {item}:", f"#     {written}")

    def _parameters(self, asked: Sequence[Question]) -> Iterator[str]:
        """Asked where they are not given; else shown."""
        if self.given is None:
            yield from ("", *self._comment("", "template.parameters"), "parameters:")
            yield from self._questions(asked, "  ")
            return
        yield from ("", *self._comment("", "template.given", path=self.given.path))
        for question in asked:
            value = self.given.values.get(question.fact.id) or say("template.not-given", self.language)
            label = question.fact.indicator.label
            yield from self._comment("", "template.given-fact", label=label, value=value)

    def _head(self, name: str) -> Iterator[str]:
        for code in ("title", "how", "then"):
            yield from self._comment("", f"template.{code}", title=self.rubric.title)
        stages = self.rubric.stages
        listed = say("template.stages", self.language).join(f"{stage} {label}" for stage, label in stages.items())
        yield f"rubric: {name}"
        yield f"unit:  # {say('template.unit', self.language)}"
        yield f"year:  # {say('template.year', self.language)}"
        yield f"stage: {'self' if 'self' in stages else next(iter(stages))}  # {tidy(listed)}"

    def _questions(self, asked: Sequence[Question], indent: str) -> Iterator[str]:
        for place, question in enumerate(asked):
            if place > 0:
                yield ""
            yield from self._question(question, indent)
            yield f"{indent}{question.fact.id}:"
            if question.fact.indicator.list:
                yield from (f"{indent}  {name}:" for name in question.fact.indicator.members)
            else:
                yield from self._fields(question, f"{indent}  ")

    def _question(self, question: Question, indent: str) -> Iterator[str]:
        """What is asked as a comment; all but its first line is set in."""
        (_, first), *others = question.lines(self.language)
        yield from wrap(first, WIDTH, f"{indent}# ", f"{indent}#   ")
        for heading, body in others:
            yield from wrap(body, WIDTH, f"{indent}#   {heading}", f"{indent}#   {' ' * cells(heading)}")

    def _fields(self, question: Question, indent: str) -> Iterator[str]:
        """A line for each of several numbers that make up one answer."""
        named = fields(question.fact.indicator, self.language)
        width = max(map(len, named), default=0) + 1
        for name, label in named.items():
            yield f"{indent}{f'{name}:':<{width}}  # {tidy(label)}"

    def _comment(self, indent: str, code: str, **parameters: object) -> Iterator[str]:
        return wrap(say(code, self.language, **parameters), WIDTH, f"{indent}# ", f"{indent}# ")


def _heading(one: Section | Item) -> Mapping[str, Any]:
    return {"title": one.title, "points": plain(one.points)}
