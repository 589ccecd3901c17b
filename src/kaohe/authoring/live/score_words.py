"""What is shown of a score that may still be open, as formulas: on the form, and beside what is entered."""

from dataclasses import dataclass

from kaohe.backends.cells.formulas import FALSE, Formula, Literal, Reference, both, call, choose, compare, minus, number
from kaohe.backends.excel.texts import sentence, text
from kaohe.messages import Language, say
from kaohe.results.calculation import Cell
from kaohe.results.live_form import beside_cell, shown_cell
from kaohe.results.score_range import ScoreRange

TOTAL = "total"
FAR = 1e99
"""What lies beyond it has no end on that side."""
BESIDE = ("live.between", "live.at_least", "live.at_most", "live.unbounded")
ON_FORM = ("workbook.between", "workbook.at_least", "workbook.at_most", "workbook.unbounded")
"""Words for a range: with both ends, without a high one, without a low one, with neither."""


def is_(name: str, word: str) -> Formula:
    return compare("=", Reference(name), Literal(word))


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """Writes the cells of the scores of one form."""

    language: Language
    later: bool = False
    """Whether there is a stage before whose scores are told as well."""

    def shown(self, name: str, label: str) -> Cell:
        """What stands in the column of scores: a number, or else why there is none."""
        waiting = text(say("workbook.open", self.language), "\n", self.bounds(name, ON_FORM))
        return Cell(shown_cell(name), label, self._standing(name, Reference(f"score.{name}"), waiting))

    def beside(self, name: str, label: str, wanted: Formula, beyond: Formula) -> Cell:
        """What stands beside the entries; `wanted` is how many facts are still to be entered.

        `beyond` is whether kaohe alone computes what is.
        """
        between = self.bounds(name, BESIDE)
        asked = sentence("live.wanted", self.language, range=between, count=wanted)
        alone = sentence("live.by-kaohe", self.language, range=between)
        waiting = choose(beyond, alone, sentence("live.open", self.language, range=between))
        waiting = choose(compare(">", wanted, number(0)), asked, waiting)
        words = self._standing(name, self._moved(name) if self.later else self._decided(name), waiting)
        whole = sentence("live.total", self.language, words=words) if name == TOTAL else words
        return Cell(beside_cell(name), label, whole)

    def _decided(self, name: str) -> Formula:
        return sentence("live.score", self.language, score=Reference(f"score.{name}"))

    def _moved(self, name: str) -> Formula:
        """The score, behind that of the stage before where it is another one."""
        score, old = Reference(f"score.{name}"), Reference(before(name))
        change = rounded(minus(score, old))
        signed = choose(compare(">", change, number(0)), text("+", change), change)
        moved = sentence("live.moved", self.language, before=old, score=score, change=signed)
        same = compare("=", change, number(0))
        now = sentence("live.now", self.language, before=old, score=score)
        told = choose(call("ISBLANK", old), self._decided(name), now)
        return choose(call("ISNUMBER", old), choose(same, self._decided(name), moved), told)

    def bounds(self, name: str, codes: tuple[str, str, str, str]) -> Formula:
        """The range of a score that is open, in these words."""
        inside, only_low, only_high, neither = codes
        low, high = Reference(f"low.{name}"), Reference(f"high.{name}")
        below, above = compare(">", low, number(-FAR)), compare(">", number(FAR), high)
        between = sentence(inside, self.language, low=low, high=high)
        least = sentence(only_low, self.language, end=low)
        most = sentence(only_high, self.language, end=high)
        without = choose(above, most, Literal(say(neither, self.language)))
        return choose(both(below, above), between, choose(below, least, without))

    def _standing(self, name: str, decided: Formula, waiting: Formula) -> Formula:
        none = Literal(say("sheet.not_scored", self.language))
        otherwise = choose(is_(f"standing.{name}", "open"), waiting, none)
        return choose(is_(f"standing.{name}", "decided"), decided, otherwise)


def beyond_of(name: str, beyond: Formula) -> Formula:
    """Whether kaohe alone computes what stands behind the name, where that can be."""
    return beyond if beyond == FALSE else Reference(f"beyond.{name}")


def before(name: str) -> str:
    """The input with a score of the stage before."""
    return f"before.{name}"


def unsettled(one: ScoreRange, language: Language) -> str:
    """What is told of a score that was none."""
    return say("sheet.open" if one.scored else "sheet.not_scored", language)


def rounded(formula: Formula) -> Formula:
    """Without what differences of doubles leave behind."""
    return call("ROUND", formula, number(9))
