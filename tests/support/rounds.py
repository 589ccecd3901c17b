"""How many inputs a property is tried on: so many in the long profile, a quarter of them in the short one."""

from hypothesis import settings

SHORT, LONG = "short", "long"


def profiles() -> None:
    """The short profile tries the same inputs at every run; the long one (`--hypothesis-profile=long`) new ones."""
    settings.register_profile(SHORT, deadline=None, derandomize=True)
    settings.register_profile(LONG, deadline=None)
    settings.load_profile(SHORT)


def rounds(many: int) -> settings:
    """For a property that is tried on `many` inputs when there is time."""
    is_long = settings.get_current_profile_name() == LONG
    return settings(max_examples=many if is_long else max(3, many // 4))
