"""The words of the method: all of them stand in a clause, and every number of a clause stands in its rule."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kaohe.formulas.scope import SHARED
from kaohe.formulas.tokens import Malformed, names, tokens
from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.problems import Problem
from kaohe.rubric.model import Item, Rubric

SEPARATORS = re.compile(r"[\s。；;，,、]*")
NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
NAME = re.compile(r"“[^”]*”")
UNWRITTEN = re.compile(r"每[^\d，。；,]{0,4}1(?![\d.%分])|得0分")
"""每1起 is one of what is counted, and 得0分 nothing: no rule writes these."""
PERCENTAGE_POINTS = ("every_percentage_point",)
"""Keys that take a number without a sign where a clause may say 1% and mean a percentage point."""
NOT_NUMBERS = ("clause", "readings", "type", "scope")
WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
"""The form may print its numbers in full width; its rules are written in ordinary ones."""


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    for _, item, path in items(rubric):
        yield from _tiles(place, item, path)
        for holder, where in holders(item, path):
            yield from _numbers(place, holder.clause, where, path)


def _clauses(item: Item, path: Path) -> list[tuple[str, Path]]:
    """Every clause of an item with its path."""
    scoring = [(holder.clause, (*where, "clause")) for holder, where in holders(item, path)]
    silent = enumerate(item.non_scoring)
    return [*scoring, *((one.clause, (*path, "non_scoring", number, "clause")) for number, one in silent)]


def _tiles(place: Place, item: Item, path: Path) -> Iterator[Problem]:
    """Clauses taken from the front, longest first at each place, must use up the method."""
    waiting = sorted(_clauses(item, path), key=lambda clause: -len(clause[0]))
    method, start = item.method, 0
    orphan = ""
    while start < len(method):
        fitting = next((clause for clause in waiting if method.startswith(clause[0], start)), None)
        if fitting:
            yield from _orphan(place, item, path, orphan)
            orphan = ""
            waiting.remove(fitting)
            start += len(fitting[0])
        else:
            orphan += method[start]
            start += 1
    yield from _orphan(place, item, path, orphan)
    for clause, where in waiting:
        code = "clause-twice" if clause in method else "clause-not-in-method"
        yield place.problem(code, where, {"clause": clause, "title": item.title})


def _orphan(place: Place, item: Item, path: Path, words: str) -> Iterator[Problem]:
    if not SEPARATORS.fullmatch(words):
        yield place.problem(
            "orphan-words", (*path, "method"), {"title": item.title, "words": words.strip("。；;，, \n")}
        )


def _numbers(place: Place, clause: str, path: Path, item: Path) -> Iterator[Problem]:
    rule = {key: value for key, value in place.data(path).items() if key not in NOT_NUMBERS}
    made = _made_of(rule, place.data(item).get("indicators", {}), place.document.data.get(SHARED, {}))
    known = {text for value in (rule, *made) for text in _number_texts(value)}
    if place.data(path).get("type") == "proportional" and "anchors" not in rule:
        known |= {"100%", "100"}  # where the line ends if nothing else is said
    for number in dict.fromkeys(numbers(UNWRITTEN.sub("", NAME.sub("", clause)))):
        if number not in known and not (f"{number}%" in known and (number == "0" or f"{number}个百分点" in clause)):
            parameters = {"number": number, "clause": clause}
            yield place.problem("number-not-in-rule", (*path, "clause"), parameters)


def numbers(text: str) -> list[str]:
    """Every number of a text, written plainly."""
    return [_plain(number) for number in NUMBER.findall(text.translate(WIDE))]


def _number_texts(value: object) -> Iterator[str]:
    """Every number below a value, as the clause would write it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            texts = list(_number_texts(inner))
            yield from texts
            yield from (f"{text}%" for text in texts if key in PERCENTAGE_POINTS)
    elif isinstance(value, list):
        for inner in value:
            yield from _number_texts(inner)
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        yield _plain(str(abs(value)))
    elif isinstance(value, str):
        yield from _in_formula(value)


def _in_formula(text: str) -> Iterator[str]:
    """The numbers of a formula; of a date or a month, its parts."""
    try:
        found = tokens(text)
    except Malformed:
        return
    for token in found:
        if token.kind in ("number", "percent"):
            yield _plain(token.text)
        elif token.kind in ("date", "month"):
            yield from (str(int(part)) for part in token.text.split("-"))


def _made_of(value: object, *groups: Mapping[str, Any]) -> list[Any]:
    """The formulas, tables and ranges of the indicators that formulas name, and of those that these are made of."""
    waiting, known, found = [value], set[str](), []
    while waiting:
        for name in {name.removeprefix(f"{SHARED}.").partition(".")[0] for name in _names(waiting.pop())} - known:
            known.add(name)
            one: Mapping[str, Any] = next((group[name] for group in groups if name in group), {})
            parts = [one[key] for key in ("formula", "by", "table", "range") if key in one]
            found += [*parts, *numbers(str(one.get("label", "")))]
            waiting += parts
    return found


def _names(value: object) -> Iterator[str]:
    """Every fact that a formula below a value names."""
    if isinstance(value, str):
        yield from names(value)
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _names(child)


def _plain(number: str) -> str:
    """5.0 and 5 are one number."""
    digits, percent = number.rstrip("%"), "%" * number.endswith("%")
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + percent
