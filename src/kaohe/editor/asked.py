"""Which of its rubric's facts a place in a unit's file, or in a file of cases, is about."""

from dataclasses import dataclass

from kaohe.editor.outline.parts import Part, Path
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.source.file_kinds import CASES


@dataclass(frozen=True, slots=True)
class Asked:
    """An item, or a group of facts that are common to items; nothing for a `fact` where it is about the whole."""

    group: str
    fact: str = ""

    @property
    def common(self) -> bool:
        """Whether all items may name it."""
        return self.group in (PARAMETERS, SHARED)


def asked_at(root: Part, path: Path) -> Asked | None:
    """None where the place is about no part of the rubric."""
    match path:
        case ("parameters", fact, *_):
            return Asked(PARAMETERS, str(fact))
        case (key, int(number), *rest) if key in CASES:
            return _of_case(root.at((key, number)), tuple(rest))
        case (_, str(group), *rest):
            return Asked(group, _first(rest))
    return None


def _of_case(case: Part | None, path: Path) -> Asked | None:
    """The facts of one case stand by themselves where it is about one item, or else below each item."""
    item = case.get("item") if case is not None else ""
    match path:
        case ("item",) if item:
            return Asked(item)
        case ("facts", *rest) if item:
            return Asked(item, _first(rest))
        case (("facts" | "points"), str(group), *rest):
            return Asked(group, _first(rest))
    return None


def _first(steps: list[str | int]) -> str:
    """A fact by the first part of its name: behind a dot stand its fields and members."""
    return str(steps[0]).partition(".")[0] if steps else ""
