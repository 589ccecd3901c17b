"""A workbook's file without the moment it was written in: the same content, the same bytes."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kaohe.render.xlsx.worked_on import EPOCH

_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def timeless(archive: bytes) -> bytes:
    """The same workbook without the moment it was written in."""
    file = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the bytes tell Windows from the rest
            new.writestr(entry, _DATES.sub(b"", old.read(name)) if name == "docProps/core.xml" else old.read(name))
    return file.getvalue()
