"""The colours of the classes of shares: one hue that only grows darker, so that grey print keeps the order."""

from collections.abc import Mapping

from kaohe.results.score_classes import ShareClass

COLOURS: Mapping[ShareClass, str] = {
    "full": "FFFFFF",
    "good": "DEEBF7",
    "fair": "B7D3EC",
    "weak": "8AB5DE",
    "poor": "5B94C8",
    "below": "1F3864",
}
"""Text on all of these is black, but on what is below nothing, where it is white."""
