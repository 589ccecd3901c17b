"""What must hold of sheets as they are written for machines: points conserved, bounds kept, differences explained."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

Sheet = dict[str, Any]
Said = tuple[str, str]
"""What does not hold, and the figures."""


def number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def sound(sheet: Sheet) -> Iterator[Said]:
    """What one sheet must be in itself."""
    sections = sheet["sections"]
    items = [item for section in sections for item in section["items"]]
    for item in items:
        yield from _conserved("item", item, ())
        yield from _applied(item)
    for section in sections:
        yield from _conserved("section", section, section["items"])
    yield from _conserved("total", sheet, sections)
    for one in (*items, *sections, sheet):
        yield from _ordered(one)
    if sheet["complete"] and any(one["state"] == "open" for one in (*items, *sections)):
        yield "complete and yet open", sheet["unit"]


def _conserved(level: str, one: Sheet, parts: Any) -> Iterator[Said]:
    if one["score"] is None:
        return
    lost, applied = sum(map(_lost, parts), Fraction(0)), _applied_to(one)
    if Fraction(one["points"]) - lost - applied != Fraction(one["score"]):
        figures = f"{one.get('id', '')}: {one['points']} - {lost} (parts) - {applied} (ledger), not {one['score']}"
        yield f"{level}: points less ledger are not the score", figures


def _lost(part: Sheet) -> Fraction:
    """What a part has lost; while it is open, what its ledger says for certain."""
    if part["score"] is not None:
        return Fraction(part["points"]) - Fraction(part["score"])
    return _applied_to(part) + sum(map(_lost, part.get("items", ())), Fraction(0))


def _applied_to(one: Sheet) -> Fraction:
    return sum((Fraction(line["applied"]) for line in one["ledger"]), Fraction(0))


def _applied(item: Sheet) -> Iterator[Said]:
    """No line takes more than is due, nor gives more."""
    for line in item["ledger"]:
        due, applied = Fraction(line["due"]), Fraction(line["applied"])
        if not min(due, Fraction(0)) <= applied <= max(due, Fraction(0)):
            yield "item: more applied than due", f"{line['rule']}: due {due}, applied {applied}"


def _ordered(one: Sheet) -> Iterator[Said]:
    low, score, high = number(one["low"]), number(one["score"]), number(one["high"])
    known = [side for side in (low, score, high) if side is not None]
    if known != sorted(known):
        yield "lowest, score and highest are not in order", f"{one.get('id', '')}: {low} {score} {high}"


def contained(whole: Sheet, part: Sheet) -> Iterator[Said]:
    """Of a unit of which less is known, nothing is ruled out that the whole unit comes to."""
    for level, one, other in _pairs(whole, part):
        score, low, high = number(one["score"]), number(other["low"]), number(other["high"])
        if score is not None and ((low is not None and score < low) or (high is not None and score > high)):
            yield f"{level}: outside of what was still possible", f"{one.get('id', '')}: {score} not in {low}..{high}"
        if other["state"] != "open" and (one["state"] == "not_scored") != (other["state"] == "not_scored"):
            yield (
                f"{level}: scored, or not, other than was certain",
                f"{one.get('id', '')}: {one['state']}, not {other['state']}",
            )
    yield from may_have(whole, part)


def may_have(sheet: Sheet, before: Sheet) -> Iterator[Said]:
    """No grade is another than those that were possible while less was known, of the unit or of others."""
    for one, other in zip((sheet, *sheet["sections"]), (before, *before["sections"]), strict=True):
        reached, possible = one["grade"], other["grade"]
        if reached and possible and possible["possible"] and not {*reached["possible"]} <= {*possible["possible"]}:
            yield (
                "grade: another than those that were possible",
                f"{one.get('id', '')}: {reached['possible']}, not {possible['possible']}",
            )


def same_scores(one: Sheet, other: Sheet) -> Iterator[Said]:
    for level, left, right in _pairs(one, other):
        if [left[key] for key in ("score", "low", "high")] != [right[key] for key in ("score", "low", "high")]:
            yield f"{level}: another score", f"{left.get('id', '')}: {left['score']}, not {right['score']}"


def same_lines(one: Sheet, other: Sheet) -> Iterator[Said]:
    """The same points by the same rules, in whatever order the lines stand."""
    for level, left, right in _pairs(one, other):
        first, second = (
            sorted((line["rule"], line["due"], line["applied"]) for line in each["ledger"]) for each in (left, right)
        )
        if first != second:
            yield f"{level}: points applied otherwise", f"{left.get('id', '')}: {first}, not {second}"


def explained(sheet: Sheet) -> Iterator[Said]:
    """From stage to stage, the causes add up to the difference."""
    for one in sheet["reconciliations"]:
        moved = [number(cause["points"]) for cause in one["causes"]]
        if one["points"] is not None and None not in moved:
            total = sum((points for points in moved if points is not None), Fraction(0))
            if total != Fraction(one["points"]):
                yield "causes do not add up", f"{one['points']}, not {total}"


def _pairs(one: Sheet, other: Sheet) -> Iterator[tuple[str, Sheet, Sheet]]:
    for left, right in zip(one["sections"], other["sections"], strict=True):
        yield from (("item", *pair) for pair in zip(left["items"], right["items"], strict=True))
        yield "section", left, right
    yield "total", one, other
