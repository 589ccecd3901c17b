"""A text with the changes that were made to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that were `kept`; or words that are `gone`, those that have `come`, or both."""

    kept: str = ""
    gone: str = ""
    come: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Stretch after stretch."""

    stretches: tuple[Stretch, ...]

    @property
    def old(self) -> str:
        return "".join(one.kept + one.gone for one in self.stretches)

    @property
    def new(self) -> str:
        return "".join(one.kept + one.come for one in self.stretches)

    @property
    def changed(self) -> bool:
        return any(not one.kept for one in self.stretches)
