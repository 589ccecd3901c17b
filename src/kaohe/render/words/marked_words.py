"""A text with its changes, as words alone: `增加【1%→2%】以上`."""

from collections.abc import Iterator

from kaohe.messages import Language, say
from kaohe.results.marked_text import MarkedText, Stretch

Part = tuple[str, str]
"""Words, after what they are: `gone`, `come`, or nothing where they are kept or only mark the others."""
GONE, COME = "\x00gone\x00", "\x00come\x00"


def marked_said(text: MarkedText, language: Language) -> str:
    return "".join(words for one in text.stretches for _, words in stretch_parts(one, language))


def stretch_parts(one: Stretch, language: Language) -> Iterator[Part]:
    """A stretch with the marks around what is gone and what has come."""
    if one.kept:
        yield "", one.kept
        return
    code = "replaced" if one.gone and one.come else "gone" if one.gone else "come"
    for part in say(f"compare.{code}", language, gone=GONE, come=COME).split("\x00"):
        if part in ("gone", "come"):
            yield part, one.gone if part == "gone" else one.come
        elif part:
            yield "", part
