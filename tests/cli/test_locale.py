"""typer's own words in Chinese: the catalogue is whole, compiled, and heard on the command line."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import typer
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import kaohe
from kaohe.cli.typer_words import MESSAGES

FOLDER = Path(kaohe.__file__).parent / "locale" / "zh_CN" / "LC_MESSAGES"
TYPER = Path(typer.__file__).parent
HELP = {
    "Usage: ",
    "[OPTIONS]",
    "COMMAND [ARGS]...",
    "Show this message and exit.",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
}
"""What typer writes into its help without gettext."""


def catalogue() -> Catalog:
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="zh_CN", domain="messages")


def messages(one: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in one if message.id}


def sources() -> Iterator[str]:
    for path in TYPER.rglob("*.py"):
        yield path.read_text(encoding="utf-8")


def through_gettext() -> set[str]:
    """Every text that typer has translated."""
    calls = (node for text in sources() for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    named = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "_")
    return {str(argument.value) for call in named for argument in call.args if isinstance(argument, ast.Constant)}


def test_the_catalogue_is_compiled() -> None:
    """All but the header, in which babel writes its own version."""
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    with (FOLDER / "messages.mo").open("rb") as kept:
        assert messages(read_mo(compiled)) == messages(read_mo(kept)), "pybabel compile -d src/kaohe/locale"


def test_the_catalogue_has_all_words_and_no_others() -> None:
    assert messages(catalogue()).keys() == through_gettext() | HELP | set(MESSAGES)


@pytest.mark.parametrize("text", sorted(HELP))
def test_typer_says_so_still(text: str) -> None:
    assert any(f'"{text}"' in one for one in sources())


@pytest.mark.parametrize(("text", "translation"), messages(catalogue()).items())
def test_translations_keep_their_placeholders(text: str, translation: str) -> None:
    placeholder = re.compile(r"\{[^}]*\}")
    assert translation
    assert set(placeholder.findall(translation)) == set(placeholder.findall(text))
    translation.encode("gbk")


PROGRAM = """
import json, sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from kaohe.cli.main import main
found = []
for arguments in json.load(sys.stdin):
    sys.argv = ["kaohe", *arguments]
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        try:
            main()
        except SystemExit as ended:
            found.append([ended.code, out.getvalue(), err.getvalue()])
json.dump(found, sys.stdout)
"""
REFUSED: Mapping[str, tuple[list[str], str, str]] = {
    "no argument": (["score"], "缺少参数 '文件'", "Missing argument 'FILES'."),
    "no option": (["batch", "x"], "缺少选项 '-o' / '--output'", "Missing option '-o' / '--output'."),
    "no command": (["nope"], "没有 'nope' 这个命令", "No such command 'nope'."),
    "nearly a command": (["scor"], "没有 'scor' 这个命令，是不是 'score'？", "Did you mean 'score'?"),
    "no such option": (["--nope"], "没有 --nope 这个选项", "No such option: --nope"),
    "nearly an option": (["score", "--red"], "没有 --red 这个选项，是不是 ", "(Possible options: "),
    "no value": (["rubrics", "--lang"], "'--lang' 后面要有一个值", "requires an argument"),
    "a value too many": (["score", "--quiet=1"], "'--quiet' 后面不带值", "does not take a value"),
    "an argument too many": (["rubrics", "x"], "多出了参数：x", "unexpected extra argument(s) (x)"),
    "no number": (
        ["batch", "x", "-o", "y", "--processes", "z"],
        "'--processes' 的值不对：'z' 不是整数",
        "Invalid value for '--processes': 'z' is not a valid int.",
    ),
}
HELPS = [["-h"], ["score", "-h"], ["explain", "-h"]]


@cache
def runs(language: str) -> Mapping[tuple[str, ...], tuple[int, str, str]]:
    """Code, output and errors of every command line in one language.

    They have a process of their own, for typer keeps its words as they were when it first needed them.
    """
    several = [*(arguments for arguments, _, _ in REFUSED.values()), *HELPS]
    plain = {"COLUMNS": "80", "PYTHONUTF8": "1", "_TYPER_FORCE_DISABLE_TERMINAL": "1", "KAOHE_LANG": language}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(several),
        env={**os.environ, **plain},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return {tuple(one): tuple(found) for one, found in zip(several, json.loads(ran.stdout), strict=True)}


@pytest.mark.parametrize(("arguments", "chinese", "english"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_refused_in_the_language(arguments: list[str], chinese: str, english: str) -> None:
    for language, expected, heading in (("zh", chinese, "错误"), ("en", english, "Error")):
        code, output, errors = runs(language)[tuple(arguments)]
        assert (code, output) == (2, "")
        assert expected in errors
        assert f" {heading} " in errors


@pytest.mark.parametrize("arguments", HELPS, ids=" ".join)
def test_help_is_in_the_language_and_fits(arguments: list[str]) -> None:
    chinese, english = (runs(language)[tuple(arguments)][1] for language in ("zh", "en"))
    for word in ("Usage", "Options", "Arguments", "Commands", "OPTIONS", "COMMAND", "Show", "Install", "required"):
        assert word not in chinese
    assert "用法：kaohe" in chinese
    assert "显示这段说明" in chinese
    assert "Usage: kaohe" in english
    assert "Show this message and exit." in english
    assert not re.search(r"[\u4e00-\u9fff]", english)
    assert max(map(len, english.splitlines())) <= 80
