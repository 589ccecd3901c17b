"""What a later stage enters beside a unit's facts: corrected values, each with its reason, and points by judgement."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol, get_args

from kaohe.expr.numbers import shown
from kaohe.formulas.indicators import Indicator
from kaohe.messages import say
from kaohe.source.spreadsheet.sheet_cells import Cell
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.amendment import FactCause
from kaohe.submission.amendment_reader import COMPUTED
from kaohe.submission.entered import Entered, Path
from kaohe.submission.entry_facts import GONE, FactLines, cell_of, field_values, file_names, state
from kaohe.submission.entry_grid import EntryLine
from kaohe.submission.entry_rows import COMPUTED_WORD
from kaohe.submission.key_names import plainly
from kaohe.submission.stray_keys import CHANGES

NEW = "new_"
COMPUTED_WORDS = (COMPUTED, COMPUTED_WORD)
UNSAID = "？"
"""Stands for a reason that is missing, which is told at its cell."""
POINTS = Indicator(label="", kind="amount", unit="分")


class Line(Protocol):
    """A row of any sheet."""

    def cell(self, key: str) -> Cell | None: ...

    def text(self, key: str) -> str: ...

    def place(self, key: str) -> CellPlace: ...


def enter_correction(fact: FactLines, entered: Entered) -> None:
    """Put what is corrected of a fact into the changes, by its fields; the whole where it begins or ceases to apply."""
    old, new = field_values(fact, entered), field_values(fact, entered, NEW)
    was_gone, gone = state(fact, entered), state(fact, entered, f"{NEW}state")
    if gone is not None and new:
        entered.add("state-and-value", gone.place(f"{NEW}state"), label=fact.label)
    elif gone is not None:
        told = None if was_gone is None else GONE
        enter_change(_path(fact), (told or _unnamed(old), GONE), _reasoned(fact, gone, f"{NEW}state"), entered)
    elif was_gone is not None and new:
        column, line = cell_of(fact, next(iter(new)))
        enter_change(_path(fact), (GONE, _unnamed(new)), _reasoned(fact, line, f"{NEW}{column}"), entered)
    else:
        for field, value in new.items():
            column, line = cell_of(fact, field)
            name = ".".join(filter(None, [fact.fact[-1], field]))
            path: Path = (CHANGES, fact.group, name)
            enter_change(path, (old.get(field), value), Reasoned(fact.label, line, f"{NEW}{column}"), entered)
    if not new and gone is None:
        for line in filter(None, fact.lines):
            say_idle(line, fact.label, entered)


class Reasoned(NamedTuple):
    """Where a change is entered: the row with its reason, and the column of the new value."""

    label: str
    line: Line
    key: str


def _path(fact: FactLines) -> Path:
    return CHANGES, fact.group, fact.fact[-1]


def _reasoned(fact: FactLines, line: EntryLine, key: str) -> Reasoned:
    """Of a fact's rows the one with the reason."""
    return Reasoned(fact.label, next((one for one in fact.lines if one and one.text("reason")), line), key)


def _unnamed(fields: Mapping[str, Any]) -> Any:
    """A fact as a unit's file has it."""
    return fields[""] if "" in fields else dict(fields) or None


def enter_change(path: Path, sides: tuple[Any, Any], where: Reasoned, entered: Entered) -> None:
    """One entry of the changes, from what was to what is; where both are the same it is said, and nothing changes."""
    (old, new), line, place = sides, where.line, where.line.place(where.key)
    if old == new:
        entered.say("entry-same", place, label=where.label)
        return
    reason = line.text("reason")
    if not reason:
        entered.add("entry-no-reason", line.place("reason"), label=where.label)
    change = {"old": old, "new": new, **_cause(line, where.label, entered), "reason": reason or UNSAID}
    entered.put(path, {**change, **_shown_by(file_names(line.text("shown_by")))}, place)
    columns = {"old": where.key.removeprefix(NEW), "cause": "cause", "reason": "reason", "evidence": "shown_by"}
    for key, column in columns.items():
        entered.places[*path, key] = line.place(column)


def _cause(line: Line, label: str, entered: Entered) -> Mapping[str, str]:
    """Why the fact is changed, by the word of a unit's file; where it is left empty, so does the file."""
    said = line.text("cause")
    if not said:
        return {}
    causes = get_args(FactCause)
    known = {plainly(name): one for one in causes for name in (one, *_names(one))}
    if plainly(said) not in known:
        expected = "、".join(say(f"stage.{one}", "zh") for one in causes)
        entered.add("unknown-cause", line.place("cause"), label=label, found=said, expected=expected)
        return {}
    return {"cause": known[plainly(said)]}


def _names(cause: str) -> Iterator[str]:
    yield say(f"stage.{cause}", "zh")
    yield say(f"stage.{cause}", "en")


def say_idle(line: Line, label: str, entered: Entered) -> None:
    """A reason beside which nothing is changed."""
    if line.text("reason"):
        entered.say("entry-idle-reason", line.place("reason"), label=label)


def enter_judgement(item: str, label: str, line: EntryLine, entered: Entered) -> None:
    """The points that a later stage gives an item by judgement, from the item's own row."""
    key, place = f"{NEW}current", line.place(f"{NEW}current")
    computed = line.text(key) in COMPUTED_WORDS
    score = COMPUTED if computed else entered.value(line.cell(key), place, POINTS, "signed-number", label)
    if score is None:
        say_idle(line, label, entered)
        return
    if isinstance(score, str) and not computed:
        entered.add("number-expected", place, label=label, found=shown(score))
        return
    reason, files = line.text("reason"), file_names(line.text("shown_by"))
    if not reason:
        entered.add("entry-no-reason", line.place("reason"), label=label)
    entered.put(("judgements", item), {"score": score, "reason": reason or UNSAID, **_shown_by(files)}, place)


def _shown_by(files: list[str]) -> Mapping[str, list[str]]:
    return {"evidence": files} if files else {}
