"""`kaohe lsp` as it is started without an editor."""

import subprocess
from unittest.mock import patch

import pytest

from support.command_line import BIN, clean_environment, kaohe

SENTENCES = {  # "no-language-server"
    "zh": "语言服务器要用 pygls，这里没有装；请运行：pip install 'kaohe[lsp]'\n",
    "en": "the language server needs pygls, which is not installed; run: pip install 'kaohe[lsp]'\n",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_without_pygls_it_says_how_to_have_it(language: str) -> None:
    with patch("kaohe.cli.commands.lsp.find_spec", return_value=None):
        ran = kaohe("lsp", "--lang", language)
    assert (ran.code, ran.out, ran.err) == (2, "", SENTENCES[language])


def test_it_ends_with_its_input() -> None:
    ran = subprocess.run(
        [BIN, "lsp", "--stdio"], stdin=subprocess.DEVNULL, capture_output=True, env=clean_environment(), check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


def test_no_other_command_waits_for_pygls() -> None:
    """It is an extra, and takes a while to import."""
    code = "import sys; from kaohe.cli.main import application; application('zh'); print('pygls' in sys.modules)"
    ran = subprocess.run([BIN.with_name("python"), "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
