"""A fact in itself must be sound: its kind, its range and, where it is made of others, its formula or table."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kaohe.expr.tree import Notation
from kaohe.expr.tree_questions import inputs
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.scope import PARAMETERS, SHARED, UnknownReference
from kaohe.formulas.terms import Use
from kaohe.library.checks.lenient_scope import NotingScope
from kaohe.library.checks.noted_problems import problem_at
from kaohe.library.checks.plausibility import check_plausible
from kaohe.library.checks.positions import Path, Place
from kaohe.problems import Problem

MADE = ("count", "number", "amount", "percent", "flag")
RANGED = ("count", "number", "amount", "percent", "judgement")


def check_indicator(place: Place, path: Path, indicator: Indicator, scope: NotingScope, name: str) -> Iterator[Problem]:
    """A fact in itself; of one that is made of others, its formula."""
    yield from check_plausible(place, path, indicator, scope)
    if indicator.kind == "year" and indicator.list:
        yield place.problem("list-of-years", (*path, "list"), {"label": indicator.label}, key=True)
    if indicator.peers is not None and path[0] == PARAMETERS:
        yield place.problem("peers-of-parameter", (*path, "peers"), {"label": indicator.label}, key=True)
    elif indicator.peers is not None:
        yield from _peers(place, path, indicator, replace(scope.without(name), parts=scope.parts), name)
        return
    if indicator.derived:
        yield from _derived(place, path, indicator, scope, name)
        return
    yield from _members(place, path, indicator, scope, name)
    if indicator.table:
        yield place.problem("table-without-by", (*path, "table"), key=True)
    if indicator.range is not None or indicator.kind == "judgement":
        yield from _range(place, path, indicator)
    yield from _words(place, path, indicator)


def _members(place: Place, path: Path, indicator: Indicator, scope: NotingScope, name: str) -> Iterator[Problem]:
    """A list says of what its members are; there is one year."""
    record = indicator.kind == "record"
    if (indicator.facts and not record) or (
        not indicator.list and (record or indicator.members or indicator.members_of)
    ):
        yield place.problem("record-facts", path, {"label": indicator.label})
    if indicator.members_of:
        yield from _members_of(place, (*path, "members_of"), indicator, scope.without(name))
    for fact, one in indicator.inside.items():
        yield from check_indicator(place, (*path, "facts", fact), one, scope, name)


def _members_of(place: Place, where: Path, indicator: Indicator, scope: NotingScope) -> Iterator[Problem]:
    """That the other list is one whose members the unit names itself."""
    lists = {key: one for key, one in scope.facts() if one.list and one.asked and not one.members_of}
    known = [key for key in lists if not key.startswith(f"{PARAMETERS}.")]
    if indicator.members_of not in known or indicator.members:
        parameters = {"found": indicator.members_of, "known": ", ".join(known) or "-", "label": indicator.label}
        yield place.problem("members-of-what", where, parameters)


def _words(place: Place, path: Path, indicator: Indicator) -> Iterator[Problem]:
    """The words for its options and fields: those that its kind has."""
    if (indicator.kind == "choice") != bool(indicator.options):
        yield place.problem("options-and-choice", path, {"label": indicator.label})
    for field in indicator.labels:
        if field not in indicator.fields:
            known = ", ".join(one for one in indicator.fields if one) or "-"
            yield place.problem("no-such-field", (*path, "labels", field), {"found": field, "known": known}, key=True)


def _range(place: Place, path: Path, indicator: Indicator) -> Iterator[Problem]:
    span = indicator.range
    sides = [] if span is None else [side for side in (span.from_, span.to) if side is not None]
    percent = KINDS[indicator.kind].unit is Notation.PERCENT
    if indicator.kind not in RANGED:
        yield place.problem("range-of-what", (*path, "range"), {"known": ", ".join(RANGED)}, key=True)
    elif indicator.kind == "judgement" and len(sides) != 2:  # noqa: PLR2004 - from and to
        yield place.problem("judgement-range", path, {"label": indicator.label})
    elif any((side.unit is Notation.PERCENT) != percent for side in sides):
        yield place.problem("percent-mismatch", (*path, "range"), {"reference": indicator.label})
    elif len(sides) == 2 and sides[1].value < sides[0].value:  # noqa: PLR2004
        yield place.problem("range-empty", (*path, "range"))


def _derived(place: Place, path: Path, indicator: Indicator, scope: NotingScope, name: str) -> Iterator[Problem]:
    """A fact made of others: of one kind that can be, and by a formula that can be read."""
    if bool(indicator.formula) == bool(indicator.by) or bool(indicator.by) != bool(indicator.table):
        yield place.problem("formula-or-table", path, {"label": indicator.label})
        return
    if indicator.kind not in MADE or (indicator.by and indicator.kind == "flag"):
        yield place.problem("not-a-derived-kind", (*path, "kind"), {"found": indicator.kind, "known": ", ".join(MADE)})
        return
    key = "formula" if indicator.formula else "by"
    use = Use.CONDITION if indicator.kind == "flag" else Use.CHOICE if indicator.by else Use.NUMBER
    inner = replace(scope.without(name), made={})  # what was made before told its findings elsewhere
    term = inner.term(indicator.formula or indicator.by, use, listed=True)
    wrong = scope.take()
    own = (indicator.formula, indicator.by)
    yield from (problem_at(place, (*path, key), one) for one in wrong if one.formula in own)
    if any(isinstance(one, UnknownReference) and one.reference == name and one.formula not in own for one in wrong):
        yield place.problem("formula-in-circle", (*path, key), {"label": indicator.label})
    if wrong:
        return
    if isinstance(term.tree, Mapping):
        yield from _table(place, path, indicator, term.tree)
    elif use is Use.NUMBER and term.percent not in (None, KINDS[indicator.kind].unit is Notation.PERCENT):
        yield place.problem("percent-mismatch", (*path, key), {"reference": indicator.label})


def _peers(place: Place, path: Path, indicator: Indicator, scope: NotingScope, name: str) -> Iterator[Problem]:
    """A fact over all units: a number that says what it is made of, and how."""
    peers = indicator.peers
    assert peers is not None  # noqa: S101 - the caller has seen to it
    where = (*path, "peers")
    if indicator.derived or indicator.list or indicator.kind not in MADE or indicator.kind == "flag":
        yield place.problem("peers-kind", path, {"label": indicator.label})
    ranked, alone = peers.take == "rank", peers.take == "number"
    if ranked in (peers.first is None, peers.ties is None):
        yield place.problem("rank-order", where)
    if (ranked or alone) == (peers.with_self is not None):
        yield place.problem("with-self-unsaid", where)
    term = scope.term(peers.of, Use.NUMBER)
    wrong = scope.take()
    yield from (problem_at(place, (*where, "of"), one) for one in wrong if one.formula == peers.of)
    if peers.within:
        scope.choice(peers.within)
        within = scope.take()
        yield from (problem_at(place, (*where, "within"), one) for one in within)
    others = {name, f"{scope.item}.{name}"}  # what leads back to itself, too
    others |= {f"{scope.item}.{key}" for key, one in scope.indicators.items() if one.peers is not None}
    others |= {f"{SHARED}.{key}" for key, one in scope.shared.items() if one.peers is not None}
    back = any(isinstance(one, UnknownReference) and one.reference == name for one in wrong if one.formula != peers.of)
    if back or not others.isdisjoint(inputs(term.one())):
        yield place.problem("peers-of-peers", (*where, "of"), {"label": indicator.label})
    percent = KINDS[indicator.kind].unit is Notation.PERCENT
    expected = (False,) if ranked or alone else (None, term.percent)
    if not wrong and percent not in expected and None not in expected:
        yield place.problem("percent-mismatch", (*where, "of"), {"reference": indicator.label})


def _table(place: Place, path: Path, indicator: Indicator, options: Mapping[str, object]) -> Iterator[Problem]:
    percent = KINDS[indicator.kind].unit is Notation.PERCENT
    for level in options:
        if level not in indicator.table:
            yield place.problem("level-missing", (*path, "table"), {"level": level})
    for level, entry in indicator.table.items():
        if level not in options:
            parameters = {"found": level, "known": ", ".join(options)}
            yield place.problem("unknown-level", (*path, "table", level), parameters, key=True)
        elif (entry.unit is Notation.PERCENT) != percent:
            yield place.problem("percent-mismatch", (*path, "table", level), {"reference": indicator.label})
