"""A text with its changes, as words alone: `增加【1%→2%】以上`."""

from kaohe.messages import Language, say
from kaohe.results.marked_text import MarkedText, Stretch


def marked_said(text: MarkedText, language: Language) -> str:
    return "".join(_said(one, language) for one in text.stretches)


def _said(one: Stretch, language: Language) -> str:
    if one.kept:
        return one.kept
    code = "replaced" if one.gone and one.come else "gone" if one.gone else "come"
    return say(f"compare.{code}", language, gone=one.gone, come=one.come)
