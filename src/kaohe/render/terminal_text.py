"""Text for the terminal as it stands: rich would read markup in a string."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_CONTROLS = dict.fromkeys((*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)), " ")


def text(text: str, style: str = "") -> "Text":
    """Without what would steer a terminal."""
    from rich.text import Text

    return Text(text.translate(_CONTROLS), style)
