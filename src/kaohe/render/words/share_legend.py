"""What the shades of scores mean, in words."""

from collections.abc import Iterator

from kaohe.messages import Language, say
from kaohe.results.score_classes import CLASSES, ShareClass


def share_legend(language: Language) -> Iterator[tuple[ShareClass, str]]:
    """Each class from full marks down to what is below nothing."""
    yield "full", say("table.full_marks", language)
    for least, shade in CLASSES[1:-1]:
        yield shade, say("table.share_from", language, share=int(least * 100))
    yield CLASSES[-1][1], say("table.share_below", language, share=int(CLASSES[-2][0] * 100))
    yield "below", say("table.below_zero", language)
