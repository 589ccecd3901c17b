"""Dossiers to draw: a sheet alone, and a unit at three stages with all that moved it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kaohe import source
from kaohe.messages import Language
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import Sheet
from kaohe.stages.scored_dossier import scored
from support.stage_files import FOLDER, assembled, lay_out


def alone(sheet: Sheet) -> Dossier:
    """A unit that has reported, and nothing more."""
    return Dossier((sheet,))


def three_stages(language: Language) -> Dossier:
    """A unit's way through all stages, from the files of a case."""
    with TemporaryDirectory() as folder:
        found = assembled(lay_out(source.read(str(FOLDER / "story.yaml")).data, Path(folder)), language)
    assert not found.bad
    return scored(found)
