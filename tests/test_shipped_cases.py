"""The shipped rubric's cases: all agree, they reach everything, and they notice whatever could be noticed."""

from functools import cache

from kaohe.authoring.cases.case_files import case_files
from kaohe.authoring.cases.cases_run import CasesRun, run_files
from kaohe.authoring.mutation.mutation_run import mutate
from kaohe.library.rubric_files import shipped
from support.command_line import SHIPPED


@cache
def ran() -> CasesRun:
    return run_files(case_files([SHIPPED]), "zh")


def test_all_agree() -> None:
    assert [one.case.name for one in ran().outcomes if not one.passed] == []
    assert sum(1 for _ in ran().outcomes) > 400
    assert ran().passed


def test_everything_is_reached() -> None:
    (rubric,) = ran().rubrics
    assert rubric.coverage.unreached == ()


def test_every_item_has_its_cases_in_the_forms_order() -> None:
    rubric = next(one.scorer.compiled.rubric for one in ran().outcomes if one.scorer)
    items = list(dict.fromkeys(one.case.item for one in ran().outcomes if one.case.item))
    assert items == [item.id for _, item in rubric.items()]
    numbers = {item.id: number for number, item in rubric.items()}
    of_items = [one.case for one in ran().outcomes if one.case.item]
    assert [one.name for one in of_items if not one.name.startswith(f"{numbers[one.item]} ")] == []


def test_every_change_that_could_be_noticed_is() -> None:
    (mutated,) = mutate(ran(), "zh")
    assert [f"{one.name}: {one.change}" for one in mutated.survivors] == []
    assert mutated.problems == ()
    assert mutated.figures["noticed"] > 1100
    assert len(mutated.judged("equivalent")) == 3


def test_they_ship() -> None:
    beside = shipped()[SHIPPED].parent
    assert (beside / f"{SHIPPED}.cases.yaml").is_file()
    assert (beside / f"{SHIPPED}.equivalents.yaml").is_file()
