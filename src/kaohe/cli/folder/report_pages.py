"""The HTML report of a batch: each process makes its units' pages, and here they are put together."""

from kaohe.cli.folder.unit_folder import Folder
from kaohe.cli.folder.unit_worker import Frame
from kaohe.messages import Language
from kaohe.results.dossier import Dossier


def unit_page(dossier: Dossier, language: Language) -> bytes:
    """A unit's page of the report."""
    from kaohe.render.html.unit.unit_page import page

    return page(dossier, language).encode("utf-8")


def report(folder: Folder, frame: Frame, language: Language) -> bytes:
    """One file about the latest of the stages that most units have reached, with a page for every unit."""
    from kaohe.render.html.document import report_bytes

    reached = folder.stages()
    stage = [stage for stage, units in reached.items() if units == max(reached.values())][-1]
    pages = [(outcome.unit.unit, outcome.content.decode("utf-8")) for outcome in folder.outcomes]
    return report_bytes(folder.figures(frame, stage), pages, language)
