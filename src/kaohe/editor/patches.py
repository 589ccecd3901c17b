"""What another reading changes in a rule is written as the rule itself: its places stand for places of the rule."""

from kaohe.editor.outline.parts import Path

PATCH = "patch"
BELOW_RULE = 5
"""A patch stands at `readings.0.options.NAME.patch` of its rule."""


def unpatched(path: Path) -> Path:
    """The place in the rule that a place in one of its patches stands for; any other as it is."""
    for end, step in enumerate(path):
        start = end - BELOW_RULE + 1
        if step == PATCH and start > 0 and path[start] == "readings" and path[start + 2] == "options":
            return (*path[:start], *path[end + 1 :])
    return path
