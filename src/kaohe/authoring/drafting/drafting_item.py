"""What a builder of rules knows of the item that it drafts, and how it says that it can't."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting.conditions import cleaned
from kaohe.authoring.drafting.facts import Facts, name_of
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.messages import Language, say

Rule = dict[str, Any]
Kept = tuple[dict[str, dict[str, Any]], list[str], dict[str, dict[str, Any]]]


class NotRead(Exception):  # noqa: N818 - it is no error: the clause becomes a todo
    """A clause that can't be drafted; `why` names the sentence that says so."""

    def __init__(self, why: str, **parameters: object) -> None:
        self.why = why
        self.parameters = parameters
        super().__init__(why)


@dataclass(slots=True)
class Item:
    """The item's words, points, facts, and the readings raised so far; `alone` if one part has all its points.

    `award` is the move that gave points before the part that is being drafted: a bonus goes on from its number.

    `target` is what the form asks for in a column of its own.

    `parameters` are facts common to all units, of all items of the form; `known` are findings that are said beside,
    `explained` those that would be if there were any.
    """

    method: str
    points: Decimal
    facts: Facts
    language: Language
    alone: bool = True
    award: Move | None = None
    readings: list[str] = field(default_factory=list)
    known: list[Rule] = field(default_factory=list)
    explained: list[Rule] = field(default_factory=list)
    parameters: dict[str, dict[str, Any]] = field(default_factory=dict)
    target: str = ""
    period: str = ""
    """What the form is filled in for, where its title says so: 月 or 季."""
    drained: bool = False
    """Whether the form says of all its items that no points go below 0."""

    def kept(self) -> Kept:
        """What has been found so far, to come back to."""
        return self.facts.kept(), list(self.readings), dict(self.parameters)

    def restore(self, kept: Kept) -> None:
        facts, self.readings, parameters = kept
        self.facts.restore(facts)
        for name in self.parameters.keys() - parameters.keys():  # the form's other items have them too
            del self.parameters[name]

    def original(self, move: Move) -> str:
        """The words that say when, as the form has them."""
        end = move.outcome.phrase.after(len(move.outcome.before))
        if move.words and not move.outcome.before:
            end = move.words[-1].end
        return self.method[move.start : end].strip("，,、；; ")

    def shown(self, move: Move) -> str:
        """What is given or taken, as the form has it, without what only joins it to the words before."""
        phrase = move.outcome.phrase
        return self.method[phrase.after(len(move.outcome.before)) : phrase.end].lstrip("的者，, ")

    def shown_from_each(self, move: Move) -> str:
        """What is counted and given or taken, from the word for each."""
        phrase = self.method[move.outcome.phrase.start : move.outcome.phrase.end]
        return phrase[max(0, phrase.find("每")) :]

    def noted(self, move: Move, entry: Rule) -> Rule:
        """An entry of a rule; its facts say beside them how the move has them counted."""
        for note in move.notes:
            self.facts.note([entry], note)
        return entry

    def clause_of(self, move: Move) -> str:
        return self._closed(move.start, move.end)

    def clause(self, part: Part) -> str:
        return self._closed(part.start, part.end)

    def _closed(self, start: int, end: int) -> str:
        """A stretch of the method with the bracket that closes one in it."""
        text = self.method[start:end]
        opened = sum(map(text.count, "(（")) > sum(map(text.count, ")）"))
        return text + (self.method[end : end + 1] if opened and self.method[end : end + 1] in ")）" else "")

    def common(self, label: str) -> str:
        """What a rule calls a fact that the province alone gives."""
        label = cleaned(label)
        known = next((name for name, one in self.parameters.items() if one["label"] == label), None)
        if known is None:
            known = name_of(label, self.parameters)
            self.parameters[known] = {"label": label, "kind": "percent"}
        return f"parameters.{known}"

    def why(self, unread: NotRead) -> str:
        return say(f"draft.{unread.why}", self.language, **unread.parameters)

    def reading(
        self, name: str, words: str, chosen: str, options: Mapping[str, tuple[str, Mapping[str, Any]]]
    ) -> dict[str, Any]:
        """A reading with its alternatives: each option by its sentence and what it changes in the rule."""
        self.readings.append(name)
        count = self.readings.count(name)
        made = {
            key: {"meaning": meaning, **({"patch": dict(patch)} if key != chosen else {})}
            for key, (meaning, patch) in options.items()
        }
        return {"id": name if count == 1 else f"{name}_{count}", "words": words, "chosen": chosen, "options": made}

    def say(self, code: str, **parameters: object) -> str:
        return say(f"draft.{code}", self.language, **parameters)
