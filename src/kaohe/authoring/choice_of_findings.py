"""Which findings are told: those of the codes that were asked for, without those that are to be ignored."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kaohe.messages.problem_topics import beginnings, begins_with
from kaohe.problems import Problem, Unusable
from kaohe.source.models import nearest

_BETWEEN = re.compile(r"[\s,，、]+")
ALWAYS = "unreadable-file"
"""Nobody means to skip what could not be read at all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Codes, or what they begin with up to a hyphen; of two that name a code the longer one holds."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()

    def wants(self, problem: Problem) -> bool:
        if problem.code == ALWAYS:
            return True
        ignored = _longest(problem.code, self.ignore)
        return _longest(problem.code, self.select) > ignored if self.select else not ignored


def _longest(code: str, beginnings: Iterable[str]) -> int:
    return max((len(one.removesuffix("-")) for one in beginnings if begins_with(code, one)), default=0)


def codes(given: Iterable[str]) -> tuple[str, ...]:
    """Those of several options or settings, each one or several with commas between; raises Unusable."""
    found = tuple(code for one in given for code in _BETWEEN.split(one) if code)
    for code in found:
        if code.removesuffix("-") not in beginnings():
            raise Unusable("unknown-code", found=code, nearest=nearest(code, beginnings()))
    return found
