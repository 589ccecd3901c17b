"""`--rubric OTHER`: units scored by another rubric than their files name, and what that one does not take over."""

from collections.abc import Sequence

from kaohe.cli.reporter import Reporter, choices
from kaohe.messages import say
from kaohe.stages.other_rubric import UnderOther, under_other
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.unit_stages import UnitStages


def by_other(reporter: Reporter, units: Sequence[UnitStages], rubric: str, readings: Sequence[str]) -> list[UnitStages]:
    """The units at the latest stage of each; raises Problems for the rubric, Unusable where there is none."""
    chosen = choices(readings)
    scorer = PreparedRubrics(reporter.language, chosen).named(rubric)
    found = [under_other(unit, scorer, chosen) for unit in units]
    for unit, one in zip(units, found, strict=True):
        _tell(reporter, unit.states[-1].values.unit, scorer.compiled.rubric.id, one)
    return [one.unit for one in found]


def _tell(reporter: Reporter, unit: str, rubric: str, one: UnderOther) -> None:
    between = say("compare.names", reporter.language)
    reporter.notice("taken-over", unit=unit, rubric=rubric, count=one.taken)
    for old, new in one.meanings.renamed:
        reporter.notice("taken-by-name", unit=unit, old=old, new=new)
    for other in one.meanings.elsewhere:
        facts = between.join(other.facts)
        reporter.notice("taken-elsewhere", unit=unit, old=other.old, new=other.new, facts=facts)
    for code, names in (("facts-left", one.left), ("facts-asked", one.asked), ("judged-left", one.judged)):
        if names:
            reporter.notice(code, unit=unit, count=len(names), names=between.join(names))
