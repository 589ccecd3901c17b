"""The HTML report of a batch: each process makes its units' pages, and here they are put together."""

from collections.abc import Iterator, Sequence

from kaohe.cli.folder.shared_work import Frame
from kaohe.cli.folder.unit_folder import Folder
from kaohe.messages import Language
from kaohe.results.dossier import Dossier


def unit_page(dossier: Dossier, language: Language) -> bytes:
    """A unit's page of the report."""
    from kaohe.render.html.unit.unit_page import page

    return page(dossier, language).encode("utf-8")


def report(folder: Folder, frame: Frame, language: Language) -> bytes:
    """One file about the latest stage that any unit has reached, with a page for every unit."""
    from kaohe.render.html.document import report_bytes

    pages = [(outcome.unit.unit, outcome.content.decode("utf-8")) for outcome in folder.outcomes]
    return report_bytes(folder.figures(frame, _stage(folder)), pages, language)


def report_folder(
    folder: Folder, frame: Frame, names: Sequence[str], language: Language
) -> Iterator[tuple[str, bytes]]:
    """The same as a file for each unit, which have these names, and those about all of them."""
    from kaohe.render.html.report_folder import report_files

    pages = [
        (outcome.unit.unit, name, outcome.content.decode("utf-8"))
        for outcome, name in zip(folder.outcomes, names, strict=True)
    ]
    yield from report_files(folder.figures(frame, _stage(folder)), pages, language)


def _stage(folder: Folder) -> str:
    *_, latest = folder.stages()
    return latest
