"""Words that offices write where a number or a yes is asked for, and what to write instead."""

import re
from collections.abc import Mapping
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.submission.number_mends import number_mend

ZEROS: Mapping[str, str] = {
    "count": "0",
    "number": "0",
    "signed-number": "0",
    "percent": "0%",
    "signed-percent": "0%",
}
"""What is written for none, by what a reader takes."""
NONE = ("无", "没有", "零", "〇", "/", "／", "-", "—", "－", "O", "o", "Ｏ", "none", "nil")
SOME = ("有", "若干", "多次", "√", "✓", "✔", "是")
YES = ("√", "✓", "✔", "对", "有", "已", "达到", "达标", "已达到", "完成", "已完成", "合格", "yes", "Y", "y")
NO = (
    "×",
    "✗",
    "✘",
    "错",
    "无",
    "没有",
    "未",
    "未达到",
    "未达标",
    "未完成",
    "不合格",
    "不是",
    "/",
    "／",
    "no",
    "N",
    "n",
)
_MONTH_OR_OCTOBER = re.compile(r"(\d{4})\.1")


def word_mend(reader: str, raw: Any) -> tuple[str, Mapping[str, object]] | None:
    """The code of the sentence, and what fills it; None where it is no word that is known. `reader` is what is read."""
    word = raw.strip() if isinstance(raw, str) else raw
    if reader in ZEROS and word in NONE:
        return "word-for-none", {"found": raw, "expected": ZEROS[reader]}
    if reader in ZEROS and word in SOME:
        return "word-for-some", {"found": raw, "expected": ZEROS[reader].replace("0", "3")}
    if reader in ZEROS:
        return number_mend(word, percent="%" in ZEROS[reader])
    if reader == "flag" and word in (*YES, *NO):
        return "word-for-flag", {"found": raw, "yes": int(word in YES)}
    october = _MONTH_OR_OCTOBER.fullmatch(str(word)) if reader == "month" else None
    return ("month-or-october", {"found": shown(raw), "year": october[1]}) if october else None
