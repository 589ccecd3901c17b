"""Installation without a network: what is written of it, and which wheels the folder still lacks for each system."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from runpy import run_path
from zipfile import ZipFile

import pytest

from support.folders import TOP

PAGE = (TOP / "docs" / "installing.md").read_text(encoding="utf-8")
SCRIPT = run_path(str(TOP / "scripts" / "wheels.py"))
LACKING: Callable[[Path, str, str], list[str]] = SCRIPT["_lacking"]
PINNED: Callable[[list[Path]], str] = SCRIPT["_pinned"]


def wheel(folder: Path, name: str, *requires: str) -> Path:
    """A wheel that has nothing in it but what it says of itself."""
    path = folder / name
    title, version, *_ = name.split("-")
    lines = [f"Name: {title}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in requires)]
    with ZipFile(path, "w") as parts:
        parts.writestr(f"{title}-{version}.dist-info/METADATA", "\n".join(lines))
    return path


def test_the_page_has_the_lines_that_lie_in_the_folder() -> None:
    for line in SCRIPT["HOW"].splitlines()[1:]:
        assert line.partition(":")[2].strip() in PAGE


def test_the_page_names_the_supported_versions() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={SCRIPT['PYTHONS'][0]}"
    assert "、".join(SCRIPT["PYTHONS"]) in PAGE


@pytest.mark.parametrize(("system", "lacking"), [("linux", ["core==2"]), ("win32", ["core==2", "colour>=1"])])
def test_what_is_lacking_is_judged_by_the_system_that_is_meant(system: str, lacking: list[str], tmp_path: Path) -> None:
    needs = ("core==2", 'colour>=1; sys_platform == "win32"', 'more; extra == "dev"')
    wheel(tmp_path, "kaohe-1-py3-none-any.whl", *needs)
    wheel(tmp_path, "core-2-cp312-cp312-win_amd64.whl")
    assert LACKING(tmp_path, system, "3.11") == lacking
    wheel(tmp_path, "core-2-cp311-cp311-manylinux2014_x86_64.whl")
    wheel(tmp_path, "colour-3-py2.py3-none-any.whl")
    assert LACKING(tmp_path, "linux", "3.11") == []
    assert LACKING(tmp_path, "win32", "3.12") == []


def test_every_version_is_pinned_with_all_its_digests(tmp_path: Path) -> None:
    wheels = [wheel(tmp_path, f"core-2-cp312-cp312-{one}.whl") for one in ("linux_x86_64", "win_amd64")]
    text = PINNED(wheels)
    assert text.startswith("core==2 \\\n    --hash=sha256:")
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) == 2


def test_every_extra_and_what_it_brings_has_a_reason() -> None:
    text = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    extras = text.partition("[project.optional-dependencies]\n")[2].partition("\n\n")[0].splitlines()
    bench = next(place for place, line in enumerate(extras) if line.startswith("bench"))
    assert [line for line in extras[:bench] if '"' in line and "# " not in line] == []
    assert "# " in extras[bench]
