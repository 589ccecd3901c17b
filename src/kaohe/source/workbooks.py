"""A workbook's bytes -> an openpyxl workbook, or the code of the sentence that says why there is none."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from kaohe.problems import Problem
from kaohe.source.crowded import is_crowded

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""What files of Office before 2007 begin with, and those with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_CONTENTS = "xl/workbook.xml"
LARGEST = 200 * 2**20
"""Bytes when unpacked: no unit's workbook comes near, and what is made to burst stays outside."""
SMALLEST_CROWDED = 2_000_000
"""Bytes when unpacked: fewer hold neither the tags nor the cells that are too many."""

_READ = {"workbook-old": "entry-old", "not-a-workbook": "entry-no-workbook", "workbook-too-large": "entry-too-large"}
"""What is said of a file that is to be read, where that is not what is said of one to be verified."""


class Unopened(Exception):  # noqa: N818 - a finding, turned into a problem where the path is known
    """There is no workbook, or no form, to be had from a file; `code` names the sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)

    def problem(self, path: str) -> Problem:
        """What is said of a workbook that was to be read."""
        return Problem(_READ.get(self.code, self.code), path)


def opened(content: bytes, *, cached: bool = False) -> "Workbook":
    """The workbook; `cached` gives what formulas came to instead of them. Raises Unopened."""
    refuse(content)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts of a workbook that openpyxl leaves out are of no use here
        try:
            workbook = None if is_crowded(content) else load_workbook(BytesIO(content), data_only=cached)
        except Exception:  # noqa: BLE001 - what is broken inside makes openpyxl fail in a dozen ways
            raise Unopened("workbook-broken") from None
    if workbook is None:
        raise Unopened("workbook-too-large")
    return workbook


def is_too_large(content: bytes) -> bool:
    """Whether a workbook that kaohe has written is beyond what it opens; what is small enough need not be unpacked."""
    with ZipFile(BytesIO(content)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    return size > LARGEST or (size > SMALLEST_CROWDED and is_crowded(content))


def refuse(content: bytes) -> None:
    """Refuse what is no workbook, by how it begins and by its table of contents; raises Unopened."""
    if content.startswith(OLE):
        raise Unopened("workbook-encrypted" if _ENCRYPTED in content else "workbook-old")
    if not content.startswith(_ZIP):
        raise Unopened("not-a-workbook")
    try:
        with ZipFile(BytesIO(content)) as archive:
            names, size = archive.namelist(), sum(entry.file_size for entry in archive.infolist())
    except Exception:  # noqa: BLE001 - a table of contents with a byte flipped fails in many ways too
        raise Unopened("workbook-broken") from None
    if _CONTENTS not in names:
        raise Unopened("not-a-workbook")
    if size > LARGEST:
        raise Unopened("workbook-too-large")
