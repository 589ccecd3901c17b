"""Where settings of a project are looked for, and what is refused in them."""

from pathlib import Path

import pytest

from kaohe.cli.settings import nearest_settings
from kaohe.problems import Unusable


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    top = write(tmp_path, "kaohe.toml", "strict = true\n")
    below = write(tmp_path / "a" / "b", "pyproject.toml", '[tool.kaohe]\nignore = ["doubt"]\n')
    write(tmp_path / "a" / "b" / "c", "pyproject.toml", "[tool.other]\n")
    file = write(tmp_path / "a" / "b" / "c", "x.yaml", "")
    assert nearest_settings([file]).path == str(below)
    assert nearest_settings([file.parent]).texts("ignore") == ["doubt"]
    assert nearest_settings([tmp_path / "a"]).path == str(top)
    assert nearest_settings([tmp_path / "a"]).values == {"strict": True}


def test_of_several_paths_the_folder_that_has_all(tmp_path: Path) -> None:
    write(tmp_path / "a", "kaohe.toml", "strict = true\n")
    top = write(tmp_path, "kaohe.toml", 'select = "doubt"\n')
    found = nearest_settings([write(tmp_path / "a", "x.yaml", ""), write(tmp_path / "b", "y.yaml", "")])
    assert (found.path, found.texts("select"), found.texts("ignore")) == (str(top), ["doubt"], [])


def test_without_a_file_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_file", lambda _path: False)
    monkeypatch.setattr("kaohe.cli.settings.commonpath", _no_common_path)
    assert (nearest_settings([tmp_path]).path, nearest_settings([]).values) == ("", {})


def _no_common_path(_paths: object) -> str:
    raise ValueError


def test_a_byte_order_mark_is_none_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "kaohe.toml").write_bytes(b"\xef\xbb\xbfstrict = true\n")
    assert nearest_settings([tmp_path]).values == {"strict": True}


@pytest.mark.parametrize(
    ("name", "text", "code", "said"),
    [
        ("kaohe.toml", "strikt = true", "unknown-setting", "没有“strikt”这一项设置，是不是“strict”？"),
        ("pyproject.toml", "[tool.kaohe]\nfix = true", "unknown-setting", "没有“fix”这一项设置；可以设的：exit-zero"),
        ("kaohe.toml", 'strict = "yes"', "setting-switch", "strict 写的是“yes”，应是 true 或 false"),
        ("kaohe.toml", "format = 1", "setting-text", "format 写的是“1”，应是带引号的文字"),
        ("kaohe.toml", "ignore = [1]", "setting-texts", "ignore 写的是“[1]”，应是代号的列表"),
        ("kaohe.toml", "select = true", "setting-texts", "select 写的是“True”，应是代号的列表"),
        ("kaohe.toml", "strict = yes", "settings-broken", "读不懂"),
        ("pyproject.toml", "[tool", "settings-broken", "读不懂"),
        ("pyproject.toml", "[tool]\nkaohe = 1", "settings-broken", "[tool.kaohe] = 1"),
    ],
)
def test_what_can_not_be_meant_is_refused(tmp_path: Path, name: str, text: str, code: str, said: str) -> None:
    path = write(tmp_path, name, text)
    with pytest.raises(Unusable) as refused:
        nearest_settings([tmp_path])
    assert refused.value.code == code
    assert said in refused.value.message("zh")
    assert str(path) in refused.value.message("en")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("kaohe.toml", "strict = true\n\nstrikt = true\n", ":3："),
        ("kaohe.toml", '"strikt" = true\n', ":1："),
        ("pyproject.toml", "[tool.other]\nstrikt = 1\n\n[tool.kaohe]\nstrict = true\nstrikt=1\n", ":6："),
        ("pyproject.toml", "[tool]\nkaohe.strikt = 1\n", "："),
    ],
)
def test_the_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, line: str) -> None:
    write(tmp_path, name, text)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Unusable) as refused:
        nearest_settings([Path("x.yaml")])
    assert refused.value.message("zh").startswith(f"{name}{line}没有“strikt”这一项设置")


def test_two_files_in_one_folder_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "kaohe.toml", "")
    write(tmp_path, "pyproject.toml", "[tool.kaohe]\n")
    with pytest.raises(Unusable) as refused:
        nearest_settings([tmp_path])
    assert (refused.value.code, refused.value.message("zh")) == (
        "settings-twice",
        f"设置写在两处：{tmp_path / 'kaohe.toml'} 和 {tmp_path / 'pyproject.toml'} 的 [tool.kaohe]；只留一处",
    )


@pytest.mark.parametrize("text", ["tool = 1", "[tool.other]\n", "x = 1"])
def test_a_project_without_settings_of_kaohe(tmp_path: Path, text: str) -> None:
    write(tmp_path, "kaohe.toml", "strict = true")
    write(tmp_path / "a", "pyproject.toml", text)
    assert nearest_settings([tmp_path / "a"]).values == {"strict": True}
