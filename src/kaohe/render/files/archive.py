"""An archive of files: the same files, the same bytes, whenever and wherever they are put together."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kaohe.render.xlsx.worked_on import EPOCH


def archive_bytes(files: Mapping[str, bytes]) -> bytes:
    """The files by their names, in the order of these."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the bytes tell Windows from the rest
            archive.writestr(entry, content)
    return target.getvalue()
