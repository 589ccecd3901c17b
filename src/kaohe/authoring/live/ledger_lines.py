"""The ledger that fills itself in: a row for each account, what else was taken or given, sums that are checked."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kaohe.authoring.live.score_words import ON_FORM, TOTAL, ScoreWords, beyond_of, is_, rounded
from kaohe.backends.cells.formulas import Formula, Literal, Reference, both, call, choose, compare, minus, number, plus
from kaohe.backends.cells.formulas import total as summed
from kaohe.backends.excel.texts import sentence
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.results.calculation import Cell
from kaohe.results.live_form import LiveLine
from kaohe.rubric.model import Item, Rubric, Section
from kaohe.scoring.calculation.told_cells import TOLD
from kaohe.scoring.compiled_rubric import CompiledRubric

NOTHING = Literal("")


class LedgerLines:
    """Writes the rows of one rubric and their cells."""

    def __init__(
        self, compiled: CompiledRubric, language: Language, beyond: Mapping[str, Formula], *, later: bool
    ) -> None:
        """At a `later` stage items may be judged. `beyond` is by items whether kaohe alone computes them."""
        self._compiled, self._language, self._beyond = compiled, language, beyond
        self._others = say("live.rest-judged" if later else "live.rest", language)
        self._words = ScoreWords(language)
        self.cells: list[Cell] = []

    def lines(self) -> Iterator[LiveLine]:
        rubric, trees = self._compiled.rubric, iter(self._compiled.items)
        numbers = {item.id: number for number, item in rubric.items()}
        for section in rubric.sections:
            accounts: list[str] = []
            for item in section.items:
                clauses = [account.clause for account in next(trees).accounts]
                for place, clause in enumerate(clauses):
                    accounts.append(f"{item.id}.{place}")
                    yield self._line(accounts[-1], {"number": numbers[item.id], "item": item.title, "clause": clause})
                self._reached(f"{ITEMS}.{item.id}", item.title, Reference(f"left.{ITEMS}.{item.id}"))
            name = f"{SECTIONS}.{section.id}"
            untold = [_if_untold(account) for account in accounts]
            yield self._rest(name, summed([*map(_taken_further, section.items), *untold, _own(section)]))
            title = say("workbook.subtotal", self._language, title=section.title)
            yield self._sum(name, title, section, accounts)
            self._reached(name, title, minus(_number(section.points), Reference(f"sum.applied.{name}")))
        yield from self._whole(rubric)

    def _whole(self, rubric: Rubric) -> Iterator[LiveLine]:
        names = [f"{SECTIONS}.{one.id}" for one in rubric.sections]
        if self._compiled.totals[-1].steps:
            parts = [minus(_number(one.points), Reference(f"reached.{SECTIONS}.{one.id}")) for one in rubric.sections]
            lost = minus(minus(_number(rubric.points), summed(parts)), Reference(f"score.{TOTAL}"))
            yield self._rest(TOTAL, lost)
        yield self._sum(TOTAL, say("workbook.total", self._language), rubric, [f"sum.{name}" for name in names])

    def _line(self, name: str, words: dict[str, str]) -> LiveLine:
        due, applied, waiting = (Reference(f"{part}.{name}") for part in ("due", "applied", "open"))
        nothing = both(compare("=", due, number(0)), compare("=", applied, number(0)))
        unknown = both(waiting, compare(">=", number(0), due))
        self._put(f"ledger.due.{name}", words["clause"], choose(unknown, NOTHING, due))
        self._put(f"ledger.applied.{name}", words["clause"], choose(unknown, NOTHING, applied))
        told = Reference(f"{TOLD}.{name}")
        item = name.rpartition(".")[0]
        beyond = beyond_of(f"{ITEMS}.{item}", self._beyond[item])
        certain = self._either("live.certain-kaohe", "live.certain", beyond, words=told)
        still = choose(unknown, self._either("live.why-kaohe", "entry.open", beyond), certain)
        none = Literal(say("live.nothing", self._language))
        why = choose(waiting, still, choose(nothing, none, told))
        self._put(f"ledger.why.{name}", words["clause"], why)
        return LiveLine("line", words, {key: f"ledger.{key}.{name}" for key in ("why", "due", "applied")})

    def _either(self, code: str, otherwise: str, condition: Formula, **blanks: Formula) -> Formula:
        return choose(condition, *(sentence(one, self._language, **blanks) for one in (code, otherwise)))

    def _taken(self, due: Formula, applied: Formula) -> Formula:
        """What was asked for and what was taken, in words."""
        amounts = {"due": rounded(due), "applied": rounded(applied)}
        cut = sentence("live.cut", self._language, **amounts)
        lost = sentence("live.lost", self._language, applied=amounts["applied"])
        given = sentence("live.gained", self._language, applied=rounded(minus(number(0), applied)))
        same = choose(compare(">", number(0), applied), given, lost)
        return choose(compare("=", amounts["due"], amounts["applied"]), same, cut)

    def _rest(self, name: str, amount: Formula) -> LiveLine:
        """What no account has taken or given: once the score is decided."""
        label = self._others
        decided = is_(f"standing.{name}", "decided")
        self._put(f"rest.{name}", label, choose(decided, rounded(amount), NOTHING))
        rest = Reference(f"rest.{name}")
        none = Literal(say("live.nothing", self._language))
        why = choose(compare("=", rest, number(0)), none, self._taken(rest, rest))
        self._put(f"ledger.why.{name}", label, choose(decided, why, NOTHING))
        words = {"number": "", "item": "", "clause": label}
        return LiveLine("rest", words, {"why": f"ledger.why.{name}", "due": f"rest.{name}", "applied": f"rest.{name}"})

    def _sum(self, name: str, title: str, one: Section | Rubric, parts: Sequence[str]) -> LiveLine:
        rests = [f"rest.{name}"] if any(cell.name == f"rest.{name}" for cell in self.cells) else []
        inner = [part for part in parts if part.startswith("sum.")]
        for key in ("due", "applied"):
            own: list[Formula] = [Reference(part.replace("sum.", f"sum.{key}.", 1)) for part in inner]
            own += [_if_shown(f"ledger.{key}.{part}") for part in parts if part not in inner]
            rest = [choose(is_(f"standing.{name}", "decided"), Reference(one), number(0)) for one in rests]
            self._put(f"sum.{key}.{name}", title, rounded(summed([*own, *rest])))
        for key in ("due", "applied"):
            amount = Reference(f"sum.{key}.{name}")
            nothing = both(is_(f"standing.{name}", "open"), compare("=", amount, number(0)))
            self._put(f"ledger.{key}.{name}", title, choose(nothing, NOTHING, amount))
        self._put(f"check.{name}", title, self._check(name, one.points))
        cells = {"check": f"check.{name}", **{key: f"ledger.{key}.{name}" for key in ("due", "applied")}}
        return LiveLine("sum", {"item": title}, cells)

    def _check(self, name: str, points: Fraction) -> Formula:
        lost, score = Reference(f"sum.applied.{name}"), Reference(f"score.{name}")
        whole = plain(points)
        blanks = {"points": whole, "bounds": self._words.bounds(name, ON_FORM)}
        some = sentence("workbook.open_check", self._language, lost=lost, **blanks)
        waiting = choose(compare("=", lost, number(0)), sentence("live.open_check", self._language, **blanks), some)
        left = rounded(minus(number(float(points)), plus(lost, score)))
        mark = choose(compare("=", left, number(0)), Literal("√"), Literal("×"))
        done = sentence("workbook.check", self._language, points=whole, lost=lost, score=score, mark=mark)
        none = Literal(say("sheet.nothing_applies", self._language))
        otherwise = choose(is_(f"standing.{name}", "open"), waiting, none)
        return choose(is_(f"standing.{name}", "decided"), done, otherwise)

    def _reached(self, name: str, label: str, certain: Formula) -> None:
        """A score, or while it is open what is left of the points for certain."""
        decided = is_(f"standing.{name}", "decided")
        self._put(f"reached.{name}", label, choose(decided, Reference(f"score.{name}"), certain))

    def _put(self, name: str, label: str, formula: Formula) -> None:
        self.cells.append(Cell(name, label, formula))


def _number(value: Fraction) -> Formula:
    return number(value.numerator if value.denominator == 1 else float(value))


def _if_shown(name: str) -> Formula:
    """An amount, or nothing where none is shown."""
    return choose(call("ISNUMBER", Reference(name)), Reference(name), number(0))


def _if_untold(account: str) -> Formula:
    """What an account has taken where it is not shown, for it is not certain on this account."""
    shown = call("ISNUMBER", Reference(f"ledger.applied.{account}"))
    return choose(shown, number(0), Reference(f"applied.{account}"))


def _taken_further(item: Item) -> Formula:
    """What was taken of an item beside its accounts: by rounding, or by what is certain without being told why."""
    return minus(Reference(f"left.{ITEMS}.{item.id}"), Reference(f"reached.{ITEMS}.{item.id}"))


def _own(section: Section) -> Formula:
    """What a section itself has taken from its items' scores."""
    lost = summed([minus(_number(item.points), Reference(f"reached.{ITEMS}.{item.id}")) for item in section.items])
    return minus(minus(_number(section.points), lost), Reference(f"score.{SECTIONS}.{section.id}"))
