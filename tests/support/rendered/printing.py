"""What turns workbooks into paper and paper into words; where it is not installed, its tests are skipped by name."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.folders import TESTS

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
PATIENCE = 180
"""So many seconds may a program take."""
FONTS = TESTS / "support" / "rendered" / "fonts.conf"
IN_OFFICE = pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")
ON_PAPER = [
    IN_OFFICE,
    pytest.mark.skipif(not PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed"),
]


@dataclass(frozen=True)
class Office:
    """LibreOffice with one profile for all its runs: to make a new one takes longer than to convert a workbook."""

    profile: Path

    def convert(self, form: str, folder: Path, *files: Path) -> None:
        """Write the files in another form, pdf or xlsx, into the folder."""
        profile = f"-env:UserInstallation={self.profile.as_uri()}"
        seconds = max(PATIENCE, 60 * len(files))
        run(SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", folder, *files, patience=seconds)


def run(*command: str | Path | None, patience: int = PATIENCE) -> str:
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    words = [str(word) for word in command]
    result = subprocess.run(words, check=True, capture_output=True, timeout=patience, env=environment)
    return result.stdout.decode()


def squeezed(text: str) -> str:
    return "".join(text.split())
