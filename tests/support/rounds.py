"""How many inputs a property is tried on: all in the long and the new profile, a quarter of them in the short one."""

from hypothesis import settings

SHORT, LONG, NEW = "short", "long", "new"


def profiles() -> None:
    """The short and the long profile try the same inputs at every run, so that a change is judged by itself alone.

    `--hypothesis-profile=new` tries others each time (`make properties`): what it finds becomes a test.
    """
    settings.register_profile(SHORT, deadline=None, derandomize=True)
    settings.register_profile(LONG, deadline=None, derandomize=True)
    settings.register_profile(NEW, deadline=None)
    settings.load_profile(SHORT)


def rounds(many: int) -> settings:
    """For a property that is tried on `many` inputs when there is time."""
    short = settings.get_current_profile_name() == SHORT
    return settings(max_examples=max(3, many // 4) if short else many)
