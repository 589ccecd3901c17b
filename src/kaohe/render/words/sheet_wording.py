"""How a heading, a score, a range and a ledger line are worded, the same in every form of output."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from kaohe.expr.numbers import plain, readable
from kaohe.messages import Language, say
from kaohe.results.dossier import Dossier
from kaohe.results.grade_reached import GradeReached
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import ItemScore, LedgerLine, MissingFact, ReadingTaken, SectionScore, Sheet, SheetNote

Scored = ItemScore | SectionScore | Sheet


def heading(sheet: Sheet, language: Language) -> list[str]:
    """Unit, year where there is one, and stage by its name on the form."""
    parts = [say("sheet.unit", language, unit=sheet.unit), say("sheet.stage", language, stage=stage(sheet))]
    if sheet.year is not None:
        parts.insert(1, say("sheet.year", language, year=sheet.year))
    return parts


def on_face(sheet: Sheet, language: Language) -> list[str]:
    """What the face of a sheet says of what is wrong around it."""
    return [problem.message(language) for problem in sheet.on_face]


def stage(sheet: Sheet) -> str:
    """The stage by its name on the form."""
    return dict(sheet.form.stages).get(sheet.stage, sheet.stage)


def number(value: Fraction) -> str:
    """An exact number; one whose decimals have no end is cut, with a sign that says so."""
    return _number(value.numerator, value.denominator)


def score(scored: Scored, language: Language) -> str:
    return unsettled(scored, language) if scored.score is None else number(scored.score)


def unsettled(scored: ScoreRange, language: Language) -> str:
    """What stands in place of a score: that it is open, or that there is none."""
    return say("sheet.open" if scored.scored else "sheet.not_scored", language)


def key(scored: Scored) -> str:
    """What a score is the score of, within one sheet."""
    return "" if isinstance(scored, Sheet) else f"{type(scored).__name__} {scored.id}"


def scores(sheet: Sheet, language: Language) -> dict[str, str]:
    """Every score of a sheet by its key."""
    several: list[Scored] = [sheet, *sheet.sections, *(item for section in sheet.sections for item in section.items)]
    return {key(one): score(one, language) for one in several}


def score_columns(dossier: Dossier, language: Language) -> list[str]:
    """What stands above the columns of scores: the stages' names, where there are several."""
    if len(dossier.sheets) == 1:
        return [say("sheet.score", language)]
    return [stage(sheet) for sheet in dossier.sheets]


def span(scored: ScoreRange, language: Language) -> str:
    """What the score can still become, `[low, high]`; why there is none."""
    if not scored.scored:
        return say("sheet.nothing_applies", language)
    return say(
        "sheet.range",
        language,
        low=_bound(scored.low, "sheet.no_low", language),
        high=_bound(scored.high, "sheet.no_high", language),
    )


def reasons(scored: Scored, language: Language) -> list[str]:
    """What stands beside a score: its range while it is open, then the ledger."""
    lines = [span(scored, language)] if scored.score is None else []
    lines += [line.why for line in scored.ledger]
    if isinstance(scored, Sheet | SectionScore) and scored.grade is not None:
        lines.append(grade(scored.grade, language))
    return lines


def grade(reached: GradeReached, language: Language) -> str:
    """`等次：优秀`, and what it still hangs on."""
    if not reached.may_have:
        return say("sheet.grade_open", language)
    among = say("sheet.among_class" if reached.groups else "sheet.among_all", language)
    if not reached.settled:
        possible = say("sheet.or", language).join(one.title for one in reached.may_have)
        return say("sheet.grade_possible", language, possible=possible, among=among)
    code = "grade_quota" if reached.quota else "grade_limited" if reached.why else "grade"
    code = "grade_minimum" if reached.id in reached.by_minimum else code
    return say(f"sheet.{code}", language, title=reached.title, why=reached.why, among=among)


def with_arithmetic(dossier: Dossier, language: Language) -> Dossier:
    """The same with the arithmetic of every line behind its sentence."""
    return replace(dossier, sheets=tuple(_sheet_spelled(sheet, language) for sheet in dossier.sheets))


def _sheet_spelled(sheet: Sheet, language: Language) -> Sheet:
    sections = [
        replace(
            section,
            ledger=_spelled(section.ledger, language),
            items=tuple(replace(item, ledger=_spelled(item.ledger, language)) for item in section.items),
        )
        for section in sheet.sections
    ]
    return replace(sheet, ledger=_spelled(sheet.ledger, language), sections=tuple(sections))


def _spelled(ledger: Sequence[LedgerLine], language: Language) -> tuple[LedgerLine, ...]:
    return tuple(
        replace(line, why=say("sheet.spelled", language, why=line.why, arithmetic=arithmetic(line, language)))
        if line.arithmetic
        else line
        for line in ledger
    )


def arithmetic(line: LedgerLine, language: Language) -> str:
    """How a line was computed; it names what was due only where that is not what was taken."""
    if not line.arithmetic:
        return ""
    due, applied = line.due, line.applied
    code = "sheet.lost"
    if applied < 0 or (not applied and due < 0):
        code, due, applied = "sheet.gained", -due, -applied
    asked, taken = number(due), number(applied)
    if asked != taken:
        code += "_cut"
    return say(code, language, applied=taken, due=asked, why=line.arithmetic)


def settled(sheet: Sheet, language: Language) -> str:
    return say(
        "sheet.settled",
        language,
        settled=number(sheet.settled),
        pending=number(sheet.pending),
        range=span(sheet, language),
    )


def missing_by_item(missing: tuple[MissingFact, ...], language: Language) -> dict[str, str]:
    """Item number -> the labels of its missing facts, joined."""
    labels: dict[str, list[str]] = {}
    for fact in missing:
        labels.setdefault(fact.number, []).append(fact.label)
    joint = say("sheet.between_labels", language)
    return {number: joint.join(found) for number, found in labels.items()}


def note(one: SheetNote, language: Language) -> str:
    """The unit's words after what they are about."""
    return say("sheet.note", language, called=f"{one.number} {one.label}".strip(), text=one.text)


def reading(taken: ReadingTaken, language: Language) -> str:
    """The words in doubt, how they are read, and how they are not."""
    chosen = say("sheet.reading", language, words=taken.words, chosen=taken.chosen, meaning=taken.meaning)
    others = [say("sheet.other_reading", language, name=name, meaning=text) for name, text in taken.others]
    return say("sheet.between_lines", language).join([chosen, *others])


def _bound(bound: Fraction | None, unbounded: str, language: Language) -> str:
    return say(unbounded, language) if bound is None else number(bound)


@lru_cache(maxsize=4096)
def _number(numerator: int, denominator: int) -> str:
    """Kept: a batch repeats a few values many thousand times. Whole numbers hash faster than a fraction."""
    text = plain(Fraction(numerator, denominator))
    return readable(Fraction(numerator, denominator)) if "/" in text else text
