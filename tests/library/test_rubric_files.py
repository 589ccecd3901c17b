"""Rubric files: found by id or by path, and trusted only byte for byte."""

import shutil
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest

from kaohe.library import checks, rubric_files
from kaohe.problems import Problems, Unusable
from kaohe.source import Document
from support import shipped
from support.folders import BAD

SOUND = BAD / "rubrics" / "sound.yaml"
NAMED = "item.first=b, item.second=b"
TAKEN_TOGETHER = """\
kaohe: 1
id: small
title: 考核表
points: 5
stages: {self: 自评分}
sections:
  - id: section
    title: 项目
    points: 5
    items:
      - id: item
        title: 子项目
        points: 5
        target: 目标
        method: 完成的得5分，未完成的扣2分。
        indicators: {done: {label: 完成, kind: flag}}
        rules:
          - type: all_or_nothing
            clause: 完成的得5分，未完成的扣2分
            points: 5
            floor: none
            requires: done
            otherwise: 5 - 2
            readings:
              - id: first
                words: 扣2分
                chosen: a
                options: {a: {meaning: 可为负}, b: {meaning: 到0为止, patch: {floor: part}}}
              - id: second
                words: 扣2分
                chosen: a
                options: {a: {meaning: 从5分扣}, b: {meaning: 倒扣, patch: {otherwise: -2}}}
"""


def test_what_is_shipped() -> None:
    assert list(rubric_files.shipped()) == [shipped.NAME]
    assert rubric_files.find(shipped.NAME, Path("anywhere")) == rubric_files.shipped()[shipped.NAME]


def test_own_rubrics_are_named_by_a_path_from_the_file_that_names_them() -> None:
    assert rubric_files.find("../细则.yaml", Path("units")) == Path("units/../细则.yaml")
    assert rubric_files.find("a.yml", Path()) == Path("a.yml")
    assert rubric_files.find("/a.yaml", Path("units")) == Path("/a.yaml")


@pytest.mark.parametrize(("name", "nearest"), [("jiangsu-employment-2012", shipped.NAME), ("x", ""), ("a.json", "")])
def test_unknown_names(name: str, nearest: str) -> None:
    with pytest.raises(Unusable) as raised:
        rubric_files.find(name, Path())
    assert raised.value.parameters == {"found": name, "nearest": nearest, "known": shipped.NAME}


def test_every_shipped_rubric_is_listed_as_validated() -> None:
    """The list is made by scripts/generate.py; a rubric that changed since is validated in every run."""
    lines = (rubric_files.shipped_folder() / rubric_files.DIGESTS).read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in rubric_files.shipped().values()}
    assert listed == found


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped folder in a place of its own; what is checked in it is counted in `checked`."""
    folder = tmp_path / "rubrics"
    shutil.copytree(rubric_files.shipped_folder(), folder)
    monkeypatch.setattr(rubric_files, "shipped_folder", lambda: folder)
    forget()
    return folder / f"{shipped.NAME}.yaml"


@pytest.fixture(autouse=True)
def _forget() -> object:
    yield
    forget()


def forget() -> None:
    rubric_files.shipped.cache_clear()
    rubric_files._validated_digests.cache_clear()  # noqa: SLF001


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were checked."""
    seen: list[str] = []
    usual = checks.problems

    def problems(document: Document) -> object:
        seen.append(Path(document.path).name)
        return usual(document)

    monkeypatch.setattr(checks, "problems", problems)
    return seen


class TestTrust:
    def test_bytes_that_were_validated_are_not_checked_again(self, copied: Path, checked: list[str]) -> None:
        rubric, document = rubric_files.load(copied)
        assert (rubric.points, document.path) == (Fraction(400), str(copied))
        assert not checked

    def test_a_copy_of_them_neither(self, tmp_path: Path, checked: list[str]) -> None:
        other = tmp_path / "另存.yaml"
        other.write_bytes(rubric_files.shipped()[shipped.NAME].read_bytes())
        assert rubric_files.load(other)[0].points == 400
        assert not checked

    def test_a_changed_file_is(self, copied: Path, checked: list[str]) -> None:
        copied.write_bytes(copied.read_bytes() + b"# one more line\n")
        assert rubric_files.load(copied)[0].points == 400
        assert checked == [copied.name]

    def test_and_what_is_wrong_in_it_is_found(self, copied: Path) -> None:
        changed = copied.read_text(encoding="utf-8").replace("points: 400", "points: 401")
        copied.write_text(changed, encoding="utf-8")
        with pytest.raises(Problems) as raised:
            rubric_files.load(copied)
        assert [problem.code for problem in raised.value.problems] == ["points-do-not-add-up"]

    def test_so_is_every_file_where_there_is_no_list(self, copied: Path, checked: list[str]) -> None:
        (copied.parent / rubric_files.DIGESTS).unlink()
        rubric_files.load(copied)
        assert checked == [copied.name]


class TestReadings:
    @pytest.mark.parametrize("path", [rubric_files.shipped()[shipped.NAME]], ids=["shipped"])
    def test_choices_are_taken(self, path: Path) -> None:
        name, option = shipped.alternatives()[0]
        taken = {
            key: one.chosen
            for _, item in rubric_files.load(path, {name: option})[0].items()
            for key, one in item.readings()
        }
        assert taken[name] == option

    def test_of_an_own_rubric_too(self) -> None:
        with pytest.raises(Unusable) as raised:
            rubric_files.load(SOUND, {"a.b": "c"})
        assert raised.value.code == "unknown-reading"

    def test_together_they_must_be_sound_too(self, tmp_path: Path) -> None:
        """Each alternative is sound alone; with both, what goes below zero stops at zero."""
        path = tmp_path / "细则.yaml"
        path.write_text(TAKEN_TOGETHER, encoding="utf-8")
        for name in ("first", "second"):
            assert rubric_files.load(path, {f"item.{name}": "b"})
        with pytest.raises(Problems) as raised:
            rubric_files.load(path, {"item.first": "b", "item.second": "b"})
        assert [one.code for one in raised.value.problems] == ["below-floor", "readings-clash"]
        (warned,) = checks.problems(rubric_files.sound(path))
        assert (warned.code, warned.severity) == ("readings-clash", "warning")
        for said in (warned, raised.value.problems[1]):
            assert said.message("zh").startswith(
                f"{NAMED} 不能一起选：合在一起，规则就不成立：这里会低于 0 分（最低 -2）"
            )
            assert said.message("en").startswith(
                f"{NAMED} can't be taken together: taken together they leave no sound rule: "
            )

    def test_two_that_make_something_different_of_one_place_are_refused(self) -> None:
        path = SOUND.parents[1] / "readings-clash.yaml"
        both = {"item.times": "each", "item.other": "nothing"}
        for choices in (both, dict(reversed(both.items()))):
            with pytest.raises(Problems) as raised:
                rubric_files.load(path, choices)
            (only,) = raised.value.problems
            assert (only.code, only.line, only.column, only.severity) == ("readings-clash", 51, 19, "error")
            assert only.message("zh") == (
                "item.times=each, item.other=nothing 不能一起选：都改 deductions.3.once，改得不一样；"
                "能并存的，各自只改要改的那一处（列表里的写第几项），不能并存的，并成一处读法"
            )
            assert only.message("en") == (
                "item.times=each, item.other=nothing can't be taken together: both change deductions.3.once, each in "
                "its own way; let each change only what it is about (of a list the entries, by their places), or make "
                "one reading of both where only one can be meant"
            )

    def test_two_that_change_different_entries_go_together(self) -> None:
        path = SOUND.parents[1] / "readings-clash.yaml"
        rubric, _ = rubric_files.load(path, {"item.free": "later", "item.times": "each"})
        ((_, item),) = rubric.items()
        late, missing, twice = item.rules[0].deductions  # type: ignore[attr-defined]
        assert (late.free, missing.free, twice.count) == (0, 2, "twice")


def test_warnings_do_not_stop_a_rubric() -> None:
    acknowledged = SOUND.parents[1] / "acknowledged.yaml"
    assert rubric_files.load(acknowledged)[0].points == 5


def test_an_installed_package_has_them_beside_its_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rubric_files, "PACKAGE", tmp_path)
    assert rubric_files.shipped_folder().name == "rubrics"
    (tmp_path / "_rubrics").mkdir()
    assert rubric_files.shipped_folder() == tmp_path / "_rubrics"
