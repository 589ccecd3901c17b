"""Made-up reports: a province's summary with every part that a report may have, and a page for each unit."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from kaohe.analysis.batch_analysis import batch_figures
from kaohe.messages import Language
from kaohe.render.html.document import report_bytes
from kaohe.render.html.unit.unit_page import page
from kaohe.results.causes import Cause, Moved
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.results.province_changes import ProvinceChange
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import Sheet
from kaohe.results.summary import Summary, Switched, UnitScore
from support.rendered.batches import BAD, batch
from support.rendered.sheets import official

HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a b&c'd", "甲 市")
CAUSE = Cause(
    kind="fact_corrected",
    number="1.1",
    item="coverage",
    subject="实际缴费人数：本年末",
    old="1231000 人",
    new="1217800 人",
    reason="与社保经办系统核对，报送数含重复参保",
    by="省厅失业保险处",
    on="2012-01-15",
    evidence=("失业保险参保台账第12页",),
    moved=(
        Moved("item", "coverage", Fraction(-1)),
        Moved("section", "unemployment_insurance", Fraction(-1)),
        Moved("total", "", Fraction(-1)),
    ),
)
READING = Cause(
    kind="reading",
    number="",
    item="",
    subject="“扣3.5分”",
    old="part",
    new="item",
    reason="省厅统一口径",
    by="考核办",
    on="2012-01-20",
    evidence=(),
    moved=(Moved("total", "", None),),
)


def full_summary(count: int = 13) -> Summary:
    """Every part filled: stages, readings, files left out, an open unit, an item below zero."""
    summary = batch(count, BAD, stage="preliminary")
    units = (_with_item(summary.units[0], 4, Fraction(-5)), *summary.units[1:])
    first = tuple(replace(_raised(unit, place), stage="self") for place, unit in enumerate(summary.units))
    changes = tuple(
        ProvinceChange(first[0].path, summary.form.id, first[0].unit, 2011, "preliminary", cause)
        for cause in (CAUSE, READING)
    )
    return replace(summary, units=units, first=first, switched=_switched(units), changes=changes)


def dossier(name: str = "甲市") -> Dossier:
    """Two stages with their reconciliation; facts are missing, a reading is taken."""
    first = replace(official(complete=True), unit=name)
    section = first.sections[0]
    items = (replace(section.items[0], low=Fraction(6), high=Fraction(6)), *section.items[1:])
    later = replace(official(), unit=name, stage="preliminary")
    later = replace(later, sections=(replace(later.sections[0], items=items), *later.sections[1:]))
    return Dossier((first, later), (Reconciliation(0, 1, (CAUSE, READING)),))


def report(summary: Summary, language: Language = "zh", sheets: Sequence[Sheet] = ()) -> bytes:
    """The report of a summary; every unit has a page, made up where no sheet is given."""
    known = {sheet.unit: Dossier((sheet,)) for sheet in sheets}
    names = [unit.unit for unit in summary.units]
    return report_bytes(
        batch_figures(summary), [(name, page(known.get(name, dossier(name)), language)) for name in names], language
    )


def renamed(summary: Summary, names: Sequence[str]) -> Summary:
    """The same units under other names."""
    units = tuple(replace(unit, unit=name) for unit, name in zip(summary.units, names, strict=True))
    first = tuple(replace(unit, unit=name) for unit, name in zip(summary.first, names, strict=True))
    new = {unit.unit: name for unit, name in zip(summary.units, names, strict=True)}
    changes = tuple(replace(one, unit=new[one.unit]) for one in summary.changes)
    return replace(summary, units=units, first=first, changes=changes)


def _with_item(unit: UnitScore, place: int, score: Fraction) -> UnitScore:
    items = list(unit.items)
    items[place] = ScoreRange(items[place].points, score, score)
    return replace(unit, items=tuple(items))


def _moved(standing: ScoreRange, by: Fraction) -> ScoreRange:
    if standing.score is None:
        return standing
    score = standing.score + by
    return replace(standing, low=score, high=score)


def _raised(unit: UnitScore, place: int) -> UnitScore:
    """The unit's scores at an earlier stage: some higher, one lower."""
    by = Fraction(place % 4 * 3 - 1, 2)
    items = (_moved(unit.items[0], by), *unit.items[1:])
    sections = (_moved(unit.sections[0], by), *unit.sections[1:])
    return replace(unit, total=_moved(unit.total, by), sections=sections, items=items)


def _switched(units: Sequence[UnitScore]) -> tuple[Switched, ...]:
    """One reading that moves ranks, one that moves points only, one that changes nothing."""
    totals = tuple(unit.total for unit in units)
    last = min(
        (place for place, one in enumerate(totals) if one.score is not None), key=lambda place: totals[place].low or 0
    )
    ranks = tuple(_moved(one, Fraction(place % 3 * 4)) for place, one in enumerate(totals))
    points = tuple(_moved(one, Fraction(-1, 2)) if place == last else one for place, one in enumerate(totals))
    meaning = "可以接着扣本子项的另外1分，扣到0分为止"
    return (
        Switched("benefit_payment.floor", "扣3.5分", "part", "扣完这7分为止", "item", meaning, ranks),
        Switched(
            "coverage.exactly_one_percent",
            "增加1%到2%之间",
            "inside",
            "算",
            "outside",
            "恰为1%的不算在内",
            points,
        ),
        Switched(
            "benefit_payment.floor", "扣3.5分", "part", "扣完这7分为止", "none", "没有写扣完为止，可以扣成负分", totals
        ),
    )
