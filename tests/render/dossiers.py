"""Dossiers to draw: a sheet alone, and a unit at three stages with all that moved it."""

from kaohe.dossier import Dossier
from kaohe.sheet import Sheet


def alone(sheet: Sheet) -> Dossier:
    """A unit that has reported, and nothing more."""
    return Dossier((sheet,))
