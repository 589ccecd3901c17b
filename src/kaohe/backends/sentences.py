"""Sentences for a case, filled with the facts of a unit: prepared once, then filled for one unit after another."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kaohe.backends.names import Name
from kaohe.backends.spoken_facts import SpokenFacts
from kaohe.backends.spoken_figures import SpokenFigures
from kaohe.backends.spoken_lists import SpokenLists
from kaohe.backends.spoken_numbers import set_close
from kaohe.backends.spoken_once import said_once
from kaohe.backends.wanted_values import WantedValues
from kaohe.expr.sentence_tree import Because, Choice, EachMember, Facts, Figure, Joined, Named, Phrase, Sentence
from kaohe.expr.tree import Expr, Input
from kaohe.messages import Language, filling, say

Fill = Callable[[Sequence[Any]], str]


class SpokenSentence:
    """Fills one sentence. `slots` gives the code that fetches a fact, `inner` that of a list's member."""

    def __init__(
        self,
        sentence: Sentence,
        slots: Mapping[str, str],
        names: Mapping[str, Name],
        language: Language,
        inner: Mapping[str, str] | None = None,
    ) -> None:
        self._names, self._language = names, language
        self._values = WantedValues(slots, inner)
        self._lists = SpokenLists(names, language, self._values, self._of_member)
        self._figures = SpokenFigures(names, language, self._values)
        self._facts = SpokenFacts(names, language, self._values, self._lists, self._figures)
        self._words = self._told(sentence)
        self.fill = self._values.filling(self.words)
        """The sentence for facts; all that it speaks of must be there."""

    @property
    def wanted(self) -> Sequence[Expr]:
        """The trees of which the sentence speaks."""
        return self._values.trees

    def words(self, found: Any) -> str:
        """The sentence for what these trees are, by their places, and the facts behind them."""
        return set_close(self._words(found), self._language)

    def _of_member(self, sentence: Sentence) -> Fill:
        return SpokenSentence(sentence, self._values.of_members, self._names, self._language).fill

    def _told(self, sentence: Sentence) -> Fill:
        match sentence:
            case Phrase():
                return self._phrase(sentence)
            case Figure(number, notation, like, apart):
                return self._figures.figure(number, notation, like, apart)
            case Named(number, notation, apart):
                return self._facts.named(number, notation, apart)
            case Facts(expr):
                return self._facts.facts(expr)
            case Because(condition):
                return self._facts.because(condition)
            case Choice():
                return self._choice(sentence)
            case EachMember(listed, counts, inside):
                return self._lists.each(Input(listed), counts, inside)
            case Joined(parts):
                return self._joined([self._told(part) for part in parts])
        raise TypeError(sentence)

    def _phrase(self, phrase: Phrase) -> Fill:
        words = phrase.english if self._language == "en" else phrase.chinese
        if not phrase.blanks:
            return lambda _: words
        fill, blanks = filling(words, self._language), [(name, self._told(one)) for name, one in phrase.blanks.items()]
        return lambda found: fill({name: told(found) for name, told in blanks})

    def _choice(self, choice: Choice) -> Fill:
        place = self._values.want(choice.condition)
        with self._values.behind(choice.condition):
            yes = self._told(choice.then)
        with self._values.behind(~choice.condition):
            no = self._told(choice.otherwise)
        return lambda found: (yes if found[place] else no)(found)

    def _joined(self, parts: Sequence[Fill]) -> Fill:
        joint = say("reason.joint", self._language)
        return lambda found: said_once([part(found) for part in parts], joint)
