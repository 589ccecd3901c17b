"""What a case takes from elsewhere than its items: facts over all units, parameters, shared facts."""

from functools import partial

from kaohe import source
from kaohe.authoring.cases.case_reader import read_cases
from kaohe.authoring.cases.running import Outcome, run
from support.folders import TOP
from support.small_cases import RUBRICS

FORMS = TOP / "tests" / "forms"


def ran(text: str) -> list[Outcome]:
    found = read_cases(source.read(str(FORMS / "written.cases.yaml"), text.encode()), RUBRICS)
    assert found.problems == ()
    return list(run(found.cases, partial(RUBRICS.scorer, found.document)))


def test_facts_over_all_units() -> None:
    third, first, unknown, wrong = ran(
        """\
rubric: monthly-economy-rank.yaml
peers: {gdp.rank: 3}
cases:
- {name: 第三名, item: gdp, facts: {growth: 9%}, points: 9.4}
- {name: 第一名, item: gdp, facts: {growth: 9%}, peers: {gdp.rank: 1}, points: 10}
- {name: 名称不对, item: gdp, facts: {growth: 9%}, peers: {gdp.rnk: 1}, points: 10}
- {name: 不是数, item: gdp, facts: {growth: 9%}, peers: {gdp.rank: x}, points: 10}
"""
    )
    assert (third.passed, first.passed) == (True, True)
    assert [(one.code, one.line, one.column) for one in (*unknown.problems, *wrong.problems)] == [
        ("unknown-key", 6, 56),
        ("number-expected", 7, 65),
    ]


def test_parameters_and_shared_facts() -> None:
    head = "rubric: soe-principals-2009.yaml\nparameters: {a_line: 130, b_line: 110, c_line: 100, d_line: 90}\ncases:\n"
    one, other, wrong = ran(
        head
        + """\
- name: 难度系数
  facts: {shared: {difficulty: 1.1, reward: 2, deducted: 1}}
  score: {from: -1000}
- {name: 等次线, parameters: {a_line: 0}, facts: {}, grade: [A级]}
- {name: 线不是数, parameters: {a_line: 高}, facts: {}, grade: A级}
"""
    )
    assert one.values is not None
    assert other.values is not None
    assert one.values.row[0] != other.values.row[0] == 0
    assert [(found.code, found.line, found.column) for found in wrong.problems] == [("number-expected", 8, 37)]
