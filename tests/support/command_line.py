"""kaohe's command line in the hands of tests: run inside the test's process, or as a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import typer

from kaohe import source
from kaohe.cli import main as entry
from kaohe.cli.main import application, main
from kaohe.messages import Language
from kaohe.source.file_kinds import is_later
from kaohe.stages.unit_loader import PARAMETERS
from support.folders import TOP

BIN = Path(sys.executable).parent / "kaohe"
ROOT = TOP
SHIPPED = "jiangsu-employment-2011"
FULL_MARKS = ROOT / "examples" / "full-marks.yaml"
CITIES = ROOT / "examples" / "cities"
WITH_GAPS = CITIES / "癸市.yaml"


def first_stage_files() -> list[Path]:
    """The cities' own files, without those of the province's stages that lie beside them."""
    found = [path for path in sorted(CITIES.glob("*.yaml")) if path.name != PARAMETERS]
    return [path for path in found if not is_later(source.read(str(path)).data)]


CITY_FILES = first_stage_files()


def copy_first_stage(folder: Path) -> Path:
    """Put into a folder the cities as they stand before the province has checked any."""
    for path in (*CITY_FILES, CITIES / PARAMETERS):
        shutil.copy(path, folder)
    return folder


SPOKEN = ("KAOHE_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING")


@dataclass(frozen=True)
class Ran:
    """What a run left: its exit code, and the bytes of both streams."""

    code: int
    output: bytes
    errors: bytes

    @property
    def out(self) -> str:
        return self.output.decode()

    @property
    def err(self) -> str:
        return self.errors.decode()


class Stream(TextIOWrapper):
    """A standard stream in memory."""

    def __init__(self, content: bytes = b"") -> None:
        self.memory = BytesIO(content)
        super().__init__(self.memory, encoding="utf-8", newline="", write_through=True)


def kaohe(*arguments: str | Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Ran:
    """Run a command here; in Chinese unless the environment says otherwise."""
    out, err = Stream(), Stream()
    with _surroundings(environment or {}), patch.multiple(sys, stdin=Stream(stdin), stdout=out, stderr=err):
        sys.argv = ["kaohe", *map(str, arguments)]
        try:
            main()
        except SystemExit as ended:
            code = ended.code
    assert isinstance(code, int)
    return Ran(code, out.memory.getvalue(), err.memory.getvalue())


def _commands(language: Language, asked: Sequence[str] = ()) -> typer.Typer:
    """The commands that a run has, made once for all runs in one process."""
    return _made_once(language, tuple(asked))


_made_once, _read_once = cache(application), cache(typer.main.get_command)


@contextmanager
def _surroundings(environment: Mapping[str, str]) -> Iterator[None]:
    """What a run may change is put back after it."""
    with (
        patch.dict(os.environ, {"COLUMNS": "80", **environment}),
        patch.object(sys, "argv", []),
        patch.object(sys, "excepthook", sys.excepthook),
        patch.object(entry, "application", _commands),
        patch.object(typer.main, "get_command", _read_once),
    ):
        for name in SPOKEN:
            if name not in environment:
                os.environ.pop(name, None)
        yield


def clean_environment(**others: str) -> dict[str, str]:
    """The environment of a process that nobody has told how to speak."""
    return {**{name: value for name, value in os.environ.items() if name not in SPOKEN}, "COLUMNS": "80", **others}


def process(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ran:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [BIN, *arguments], input=stdin, env=clean_environment(**environment), capture_output=True, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@contextmanager
def without_polars() -> Iterator[None]:
    """As where the extra is not installed."""
    with patch("kaohe.cli.table_options.find_spec", return_value=None):
        yield
