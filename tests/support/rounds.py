"""How many inputs a property is tried on: all in the new profile, a sixth of them in the short one."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import Phase, settings

SHORT, NEW, UNSHRUNK = "short", "new", "unshrunk"
One = TypeVar("One")


def profiles() -> None:
    """The short profile tries the same inputs at every run, so that a change is judged by itself alone.

    `--hypothesis-profile=new` tries others each time (`make properties`): what it finds becomes a test.
    The unshrunk one is the short one for who asks only whether a test fails.
    """
    settings.register_profile(SHORT, deadline=None, derandomize=True)
    settings.register_profile(NEW, deadline=None)
    settings.register_profile(UNSHRUNK, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
    settings.load_profile(SHORT)


def rounds(many: int) -> settings:
    """For a property that is tried on `many` inputs when there is time."""
    short = settings.get_current_profile_name() != NEW
    return settings(max_examples=max(3, many // 6) if short else many)


def share(several: Sequence[One], *, of: int) -> Sequence[One]:
    """One in so many, the first among them, where there is little time; else all."""
    return several[::of] if settings.get_current_profile_name() != NEW else several
