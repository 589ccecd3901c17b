"""What a unit remarks on its facts: of an item as a whole, of one fact, of a parameter; and what is refused."""

import pytest

from kaohe.messages import Language
from kaohe.problems import Problem, Problems
from kaohe.source import read
from kaohe.submission.unit_notes import UnitNote
from support.every_kind import compiled


def notes(text: str) -> tuple[UnitNote, ...]:
    content = f"unit: 甲市\nnotes:{text}\n".encode()
    return compiled().reader.read(read("甲市.yaml", content)).notes


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as raised:
        notes(text)
    return raised.value.problems


def test_of_an_item_and_of_its_facts() -> None:
    found = notes("\n  growth: 两项都按决算\n  basics:\n    late: ' 台风停电 '\n    done:\n    hours: ''\n  uploads:")
    assert found == (UnitNote("growth", "", "两项都按决算"), UnitNote("basics", "late", "台风停电"))


def test_of_a_parameter() -> None:
    assert notes(" {parameters: {average: 省厅通报}}") == (UnitNote("parameters", "average", "省厅通报"),)


@pytest.mark.parametrize("text", ["", " {}"])
def test_none(text: str) -> None:
    assert notes(text) == ()


@pytest.mark.parametrize(
    ("text", "place", "language", "message"),
    [
        (" 台风", (2, 8), "zh", "这里写的是“台风”，应是若干行“名称: 值”，行首没有“-”"),
        (" 台风", (2, 8), "en", "found “台风”, expected a mapping: lines of “name: value” without “-”"),
        (" {basic: 台风}", (2, 9), "zh", "不认识“basic”，是不是“basics”？"),
        (" {basic: 台风}", (2, 9), "en", "unknown key “basic”; did you mean “basics”?"),
        (" {basics: {lat: 台风}}", (2, 18), "zh", "不认识“lat”，是不是“late”？"),
        (" {basics: {lat: 台风}}", (2, 18), "en", "unknown key “lat”; did you mean “late”?"),
        (" {basics: {late: 3}}", (2, 24), "zh", "这里写的是“3”，应是文字；数字要当文字用，请加引号"),
        (
            " {basics: {late: 3}}",
            (2, 24),
            "en",
            "found “3”, expected text; put a number that is meant as text in quotes",
        ),
        (" {basics: [台风]}", (2, 17), "zh", "这里写的是“[台风]”，应是文字；数字要当文字用，请加引号"),
    ],
)
def test_what_is_refused(text: str, place: tuple[int, int], language: Language, message: str) -> None:
    (problem,) = refused(text)
    assert problem.message(language) == message
    assert (problem.line, problem.column) == place
