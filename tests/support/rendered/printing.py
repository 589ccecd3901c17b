"""What turns workbooks into paper and paper into words; where it is not installed, its tests are skipped by name."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from support.folders import TESTS

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
FONTS = TESTS / "support" / "rendered" / "fonts.conf"
NEEDED = [
    pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(not PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed"),
]


def run(*command: str | Path | None) -> str:
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    words = [str(word) for word in command]
    result = subprocess.run(words, check=True, capture_output=True, timeout=180, env=environment)
    return result.stdout.decode()


def squeezed(text: str) -> str:
    return "".join(text.split())
