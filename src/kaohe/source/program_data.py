"""What a program hands over instead of a file becomes a Document: only what a file could hold, places by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.problems import Problem, Problems
from kaohe.source.document import Document
from kaohe.source.yaml.anchors import DEEPEST
from kaohe.source.yaml.places import Step
from kaohe.source.yaml.scalars import MOST_DIGITS

AS_IT_IS = frozenset((str, bool, type(None)))
LARGEST = 10**MOST_DIGITS
Path = tuple[Step, ...]


def document_of(data: object, name: str) -> Document:
    """A copy of the data as a Document of this name.

    They are mappings and lists (or tuples) of str, int, Decimal, bool and None; raises Problems with all else in them.
    """
    if not isinstance(data, Mapping):
        raise Problems([Problem("mapping-expected", name, parameters={"found": shown(data)})])
    copy = _Copy(name)
    copied = copy.part(data, ())
    if copy.problems:
        raise Problems(copy.problems)
    return Document(name, copied, b"", "", [])


@dataclass(frozen=True, slots=True)
class _Copy:
    """Copies data part by part and gathers what is wrong with them."""

    name: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, path: Path, **parameters: object) -> None:
        self.problems.append(Problem(code, self.name, parameters=parameters, keys=path))

    def part(self, value: Any, path: Path) -> Any:
        """A copy of one value; a text for one that is refused."""
        if len(path) > DEEPEST:
            self.add("too-deep", path[:1], limit=DEEPEST)  # perhaps it holds itself, and has no end
            raise Problems(self.problems)
        if isinstance(value, str | bool | None):
            return value
        if isinstance(value, int | Decimal):
            return self._number(value, path)
        if isinstance(value, Mapping):
            return {
                key: one if type(one) in AS_IT_IS else self.part(one, (*path, key))
                for key, one in value.items()
                if self._is_text(key, path)
            }
        if isinstance(value, list | tuple):
            return [self.part(one, (*path, place)) for place, one in enumerate(value)]
        if isinstance(value, float):
            self.add("float-given", path, found=shown(value))
        else:
            self.add("not-in-files", path, kind=type(value).__name__)
        return ""

    def _number(self, value: int | Decimal, path: Path) -> int | Decimal:
        """Refused where it is none, or so long that making it a fraction would take for ever."""
        if isinstance(value, Decimal) and not value.is_finite():
            self.add("not-finite", path, found=shown(value))
        elif not -LARGEST < value < LARGEST or _decimals(value) > MOST_DIGITS:
            self.add("long-number", path, found=f"{Decimal(value):.3E}")
        return value

    def _is_text(self, key: object, path: Path) -> bool:
        if isinstance(key, str):
            return True
        self.add("key-expected", path, found=shown(key))
        return False


def _decimals(value: int | Decimal) -> int:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return -exponent if isinstance(exponent, int) else 0
