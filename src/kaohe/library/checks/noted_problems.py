"""A wrong reference or formula that was noted, as a finding at its own column."""

from kaohe.formulas.tokens import Malformed
from kaohe.library.checks.lenient_scope import Noted
from kaohe.library.checks.positions import Path, Place
from kaohe.problems import Problem


def problem_at(place: Place, where: Path, wrong: Noted) -> Problem:
    """A finding in a formula, at its own column."""
    if isinstance(wrong, Malformed):
        return place.problem(wrong.code, where, wrong.parameters, offset=wrong.offset)
    parameters = {"found": wrong.reference, "nearest": wrong.meant, "known": ", ".join(wrong.known) or "-"}
    return place.problem(wrong.code, where, parameters, offset=wrong.offset)
