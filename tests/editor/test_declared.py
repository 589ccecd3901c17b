"""From a name to where it is declared, and to all places that name it."""

from pathlib import Path

import pytest

from kaohe.editor.declared import declaration, references
from kaohe.editor.open_file import KnownRubrics, OpenFile
from support.editing import CURSOR, EMPLOYMENT, RUBRICS, SMALL, at_cursor, edited
from support.folders import TOP

UNIT = TOP / "examples" / "full-marks.yaml"


def opened(text: str, path: Path = RUBRICS / "small.yaml") -> tuple[OpenFile, int]:
    written, offset = at_cursor(text)
    return OpenFile(str(path), written, KnownRubrics("zh")), offset


def declared(text: str, path: Path = RUBRICS / "small.yaml") -> str:
    """The line of the declaration from its start on."""
    found = declaration(*opened(text, path))
    return "" if found is None else found.text[found.start :].partition("\n")[0]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("count: missing", f"count: mis{CURSOR}sing", "missing: {label: 少培训人数"),
        ("count: missing", f"count: rate.par{CURSOR}t", "rate: {label: 合格率"),
        ("when: accident", f"when: not acc{CURSOR}ident", "accident: {label: 发生事故"),
        ("count: missing", f"count: parameters.av{CURSOR}erage", "average: {label: 全市平均"),
        ("count: missing", f"count: rules.sho{CURSOR}rt", "id: short"),
        ("requires: sent}", f"requires: items.tra{CURSOR}ining}}", "id: training"),
        ("count: missing", f"count: nobod{CURSOR}y", ""),
        ("clause: 每少一人", f"clause: 每{CURSOR}少一人", ""),
        (
            "id: short",
            f"readings: [{{chosen: o{CURSOR}ne, options: {{two: {{}}, one: {{meaning: x}}}}}}]",
            "one: {meaning: x}",
        ),
        ("id: short", f"readings: [{{chosen: o{CURSOR}ne}}]", ""),
    ],
)
def test_in_a_rubric(old: str, new: str, line: str) -> None:
    assert declared(edited(old, new)).startswith(line)
    assert bool(declared(edited(old, new))) is bool(line)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("rubric: jiang", f"rubric: ji{CURSOR}ang", "id: jiangsu-employment-2011"),
        ("coverage:", f"cover{CURSOR}age:", "id: coverage"),
        ("contributors:", f"contr{CURSOR}ibutors:", "contributors: {label: 实际缴费人数"),
        ("previous:", f"prev{CURSOR}ious:", "contributors: {label: 实际缴费人数"),
        ("provincial_pass_rate:", f"provincial{CURSOR}_pass_rate:", "provincial_pass_rate: {label: 省当年平均通过率"),
        ("unit: ", f"uni{CURSOR}t: ", ""),
        ("coverage:", f"nothing{CURSOR}:", ""),
    ],
)
def test_from_a_units_file_to_its_rubric(old: str, new: str, line: str) -> None:
    text = edited(old, new, UNIT.read_text(encoding="utf-8"))
    assert declared(text, UNIT).startswith(line)
    assert bool(declared(text, UNIT)) is bool(line)
    found = declaration(*opened(text, UNIT))
    assert found is None or Path(found.path).name == "jiangsu-employment-2011.yaml"


def test_facts_that_items_share(tmp_path: Path) -> None:
    shared = edited("sections:\n", "shared:\n  staff: {label: 职工, kind: count}\nsections:\n")
    shared = edited("count: missing", "count: missing + shared.staff", shared)
    shared = (
        edited("；表格报送及时得2分", "", shared).replace("points: 6", "points: 4").replace("points: 10", "points: 8")
    )
    for name in ("rate", "grade", "towns", "average"):
        shared = "".join(line for line in shared.splitlines(keepends=True) if f" {name}: " not in line)
    (tmp_path / "own.yaml").write_text(shared.replace("parameters:\n", ""), encoding="utf-8")
    text = f"rubric: own.yaml\nunit: 甲\nyear: 2011\nindicators:\n  shared: {{sta{CURSOR}ff: 3}}\n"
    assert declared(text, tmp_path / "unit.yaml") == "staff: {label: 职工, kind: count}"


def test_all_places_that_name_a_fact() -> None:
    text = edited("when: accident", "when: accident or missing > 3")
    text = edited("requires: sent}", "requires: missing}", text)  # of another item
    for old, new in (("missing: {", f"miss{CURSOR}ing: {{"), ("count: missing", f"count: mis{CURSOR}sing")):
        file, offset = opened(edited(old, new, text))
        found = references(file, offset)
        around = [one.text[one.start - 4 : one.end + 2].strip() for one in found]
        assert around == ["missing:", "nt: missing,", "or missing >"]


def test_places_of_what_is_common_to_all() -> None:
    file, offset = opened(edited("provincial_pass_rate: {", f"provincial_{CURSOR}pass_rate: {{", EMPLOYMENT))
    found = [one.text[one.start : one.end] for one in references(file, offset)]
    assert found == ["provincial_pass_rate", "parameters.provincial_pass_rate"]


def test_nowhere() -> None:
    for old, new in (("title: 工作", f"title: 工{CURSOR}作"), ("count: missing", f"count: nobod{CURSOR}y")):
        assert references(*opened(edited(old, new))) == []
    assert references(*opened(f"{CURSOR}\n{SMALL}")) == []
    assert references(*opened(f"services: {CURSOR}x")) == []
