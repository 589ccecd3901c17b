"""The outline that editors show beside a file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kaohe.editor.symbols import Symbol, symbols
from support.editing import SMALL, edited, open_file
from support.folders import TOP


def tree(several: Iterable[Symbol], depth: int = 0) -> Iterator[str]:
    for one in several:
        yield f"{'  ' * depth}{one.name} | {one.detail} | {one.kind}"
        yield from tree(one.inside, depth + 1)


def test_a_rubric_in_the_forms_words() -> None:
    assert list(tree(symbols(open_file(SMALL)))) == [
        "parameters |  | group",
        "  average | 全市平均 | fact",
        "1 工作 | 10 分 | section",
        "  1.1 培训 | 6 分 | item",
        "    missing | 少培训人数 | fact",
        "    accident | 发生事故 | fact",
        "    rate | 合格率 | fact",
        "    grade | 评级 | fact",
        "    towns | 各镇 | fact",
        "    每少一人扣1分 | deductions | rule",
        "    发生事故的不得分 |  | rule",
        "  1.2 报表 | 4 分 | item",
        "    sent | 已报送 | fact",
        "    报送得4分 | all_or_nothing | rule",
    ]


def test_each_lies_within_the_one_above_and_holds_its_name() -> None:
    def inside(several: Iterable[Symbol], start: int, end: int) -> None:
        for one in several:
            assert start <= one.start <= one.name_start <= one.name_end <= one.end <= end, one.name
            inside(one.inside, one.start, one.end)

    for text in (SMALL, edited("title: 培训\n", "", SMALL), SMALL[:700], SMALL[:433]):
        inside(symbols(open_file(text)), 0, len(text))


def test_what_has_no_name_yet() -> None:
    head = "kaohe: 1\nsections:\n  - title: 一\n    items:\n"
    text = f"{head}      - id: a\n        rules:\n          - type: tiered\n      - x\n  - y\n"
    assert list(tree(symbols(open_file(text)))) == [
        "1 一 |  | section",
        "  1.1 a |  | item",
        "    … | tiered | rule",
        "  1.2 |  | item",
        "2 |  | section",
    ]


def test_a_units_file_by_the_items_of_its_rubric() -> None:
    path = TOP / "examples" / "full-marks.yaml"
    found = list(tree(symbols(open_file(path.read_text(encoding="utf-8"), str(path)))))
    assert found[:4] == [
        "indicators |  | group",
        "  1.1 扩面征缴工作 | coverage | item",
        "    contributors |  | group",
        "    migrant_workers |  | group",
    ]
    assert found[-2:] == ["parameters |  | group", "  provincial_pass_rate |  | group"]


def test_another_file_by_its_keys(tmp_path: Path) -> None:
    text = "rubric: none\nunit: 甲市\nindicators: {a: {b: 1}}\nhalf\n"
    assert list(tree(symbols(open_file(text, str(tmp_path / "unit.yaml"))))) == [
        "rubric |  | group",
        "unit |  | group",
        "indicators |  | group",
    ]
