"""How numbers that are not known yet are written: each way at the door where all numbers of sentences are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kaohe.backends import spoken_numbers as door
from kaohe.backends.traced.rounding import hidden
from kaohe.backends.traced.texts import Digits, Moment, Told
from kaohe.backends.traced.unknowns import Asked, Blank, Later, Unknown, number_of, times, tree_of, unsayable
from kaohe.expr.tree import Call, Expr, Notation, Op
from kaohe.expr.tree_questions import nodes
from kaohe.messages import Language

rounded = door.rounded.dispatch(object)


def blank(value: Unknown, told: Told) -> Blank:
    return value.path.blank(told, value.tree)


def _write(value: Unknown, way: str, apart: Sequence[Any], written: Callable[[Unknown, Sequence[Any]], str]) -> str:
    """A number in a blank of its own, where it is written in some `way` beside others.

    One number of which much is said is written in one way, as far as that can be: what is said of one subject stands
    together.
    """
    path, trees = value.path, tuple(dict.fromkeys(map(tree_of, apart)))
    if path.inner:
        return written(value, apart)
    if path.alike(value.tree, (way, trees)):
        if path.holds(is_whole(value.tree, door.PLACES)):
            return blank(value, Digits(value.tree, door.PLACES))
        trees = trees if door.hidden(value, apart, door.PLACES) else ()
    return path.blank(Later((way, value.tree, trees), partial(_inner, value.tree, trees, written)), value.tree)


def _inner(tree: Expr, trees: Sequence[Expr], written: Callable[[Unknown, Sequence[Any]], str], path: Asked) -> str:
    return written(Unknown(path, tree), [number_of(one, path) for one in trees])


def _rounded(value: Unknown, apart: Sequence[Any], language: Language) -> str:
    return _short(value, language) or _write(
        value, "rounded", apart, lambda number, others: rounded(number, others, language)
    )


def _as_given(value: Unknown, language: Language) -> str:
    if any(isinstance(node, Call) and node.op is Op.DIVIDE for node in nodes(value.tree)):
        unsayable("number")
    places = value.path.places(value.tree)
    return door.grouped(blank(value, Digits(value.tree, door.ALL_PLACES if places is None else places)), language)


def _readily(value: Unknown, notation: Notation, language: Language, unit: str = "", apart: Sequence[Any] = ()) -> str:
    def write(number: Any, by: int) -> str:
        places = door.MOST_PLACES - (by > 1) * 2

        def written(one: Unknown, others: Sequence[Any]) -> str:
            known = one.path.places(one.tree)
            if (known is not None and known <= places) or one.path.holds(is_whole(one.tree, places)):
                return door.as_given(one, language)
            return rounded(one, others, language)

        return _short(number, language) or _write(number, "readily", [one * by for one in apart], written)

    return door.in_notation(value, notation, language, unit, write)


def _points(value: Unknown, language: Language) -> str:
    return _short(value, language) or _write(value, "points", (), lambda number, _: door.points(number, language))


def _moment(value: Unknown, notation: Notation, _language: Language) -> str:
    return blank(value, Moment(value.tree, notation))


def _decimals(value: Unknown) -> str | None:
    places = value.path.places(value.tree)
    if places is None or places > door.PLACES:
        if not value.path.holds(is_whole(value.tree, door.PLACES)):
            return None
        places = door.PLACES
    return blank(value, Digits(value.tree, places))


def _in_full(value: Unknown) -> str:
    return blank(value, Digits(value.tree, door.ALL_PLACES))


def _to_places(value: Unknown, places: int) -> str:
    return blank(value, Digits(value.tree, places, fixed=True))


def _hidden(value: Unknown, apart: Sequence[Any], places: int) -> Sequence[Any]:
    return hidden(value, apart, places, value.path.any_holds)


def _grouped(digits: Blank, language: Language) -> str:
    if language == "zh" or not isinstance(digits.content, Digits):
        return digits
    return digits.path.blank(replace(digits.content, grouped=True), digits.number)


def _short(value: Unknown, language: Language) -> str:
    """A number that never has more decimals than are read aloud; nothing of another one."""
    places = value.path.places(value.tree)
    if places is None or places > door.PLACES:
        return ""
    return door.grouped(blank(value, Digits(value.tree, places)), language)


def is_whole(tree: Expr, places: int) -> Expr:
    """Whether a number has no more decimals."""
    scaled = times(tree, 10**places)
    return Call(Op.EQUAL, (scaled, Call(Op.FLOOR, (scaled,))))


WAYS: Mapping[Any, Callable[..., Any]] = {
    door.rounded: _rounded,
    door.as_given: _as_given,
    door.readily: _readily,
    door.spoken_points: _points,
    door.moment: _moment,
    door.decimals: _decimals,
    door.in_full: _in_full,
    door.to_places: _to_places,
    door.hidden: _hidden,
}


def teach() -> None:
    """From here on the door lets in what is not known yet."""
    for function, way in WAYS.items():
        function.register(Unknown, way)
    door.grouped.register(Blank, _grouped)
