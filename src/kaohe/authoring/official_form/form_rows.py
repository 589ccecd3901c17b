"""A row of a form's table by its columns: its title, what it asks for, how it scores, and what stands beside."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import takewhile

from kaohe.authoring.official_form.columns import Columns
from kaohe.authoring.official_form.headings import kind_of
from kaohe.authoring.official_form.joined_words import joined, limit_of, points_of, title_and_points
from kaohe.authoring.official_form.model import Beside, FormItem
from kaohe.authoring.official_form.scoring_marks import gives_points, may_score, names_points, says_more, scores
from kaohe.source.form_document.rows import FormRow

ASKED = r"(?:(?:考核|考评|工作|评价|检查|评分|评估)?(?:要点|内容|要求|目标)|目标要求|基本要求|标准(?=[】\]:：]))"
SCORED = (
    r"(?:(?:评分|计分|考核|考评|扣分|赋分|评价|记分|打分|评定)(?:标准|办法|细则|方法|规则|说明|依据)"
    r"|(?<![\u4e00-\u9fff])(?:评分|计分|打分|记分|扣分|加分)(?=[】\]:：]))"
)
"""按排名计分：第一名7分 goes on, and begins nothing."""
_LABEL = re.compile(rf"[【\[]{SCORED}[】\]][:：]?|{SCORED}[:：]")
_STARTS = re.compile(rf"[【\[]{ASKED}[】\]][:：]?|{ASKED}[:：]")
_NUMBER = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,4}[）)]?[.、．]?|[①-⑳]|[\d.]+")
_SENTENCES = re.compile(r"[^。]*。|[^。]+$")
_TELLS = re.compile(r"除外|不计|视同|视为|倍|抵|[=＝÷×]")
_GOES_WITH = re.compile(r"扣|否决|等次|名次|排名|累计|封顶|上限|酌情|折算|加权|平均|比例|均分")
"""What a sentence says of those behind it, unless a line of its own has it."""


def texts_of(row: FormRow) -> list[str]:
    return [joined(cell.text) for cell in row.cells]


def own(row: FormRow, texts: Sequence[str], place: int) -> str:
    """The words of a cell that begins in this row."""
    return texts[place] if place < len(texts) and not row.cells[place].continued else ""


def method_of(row: FormRow, texts: Sequence[str], columns: Columns, *, first: str | None = None) -> str:
    """The words of all columns that score, one after the other; `first` are those of the method's own."""
    beside = [words for n in columns.more if (words := own(row, texts, n))]
    return together([texts[columns.method] if first is None else first, *beside])


def together(said: Sequence[str]) -> str:
    """Several texts as one."""
    words = [one for one in said if one.strip("-—/无")]
    return "".join(one if one[-1] in "。；;" or one is words[-1] else f"{one}。" for one in words)


def target_of(row: FormRow, texts: Sequence[str], columns: Columns, *, begun: bool) -> str | None:
    """What is asked for; `begun` where only cells that begin in this row count."""
    if not columns.targets:
        return None
    places = [n for n in columns.targets if n < len(texts)]
    return together([own(row, texts, n) if begun else texts[n] for n in dict.fromkeys(places)])


def divided(method: str, raw: str, *, both: bool) -> tuple[str, str]:
    """What is asked for at the start of a method, and the rest: 考核要点：…评分标准：…, or what scores nothing."""
    label = _LABEL.search(method)
    start = _STARTS.match(method)
    if label is not None and (start is not None or label.start() == 0):
        return method[start.end() if start else 0 : label.start()], method[label.end() :]
    if not both:
        return "", method
    first, _, _ = raw.strip().partition("\n")
    lines = joined(first)
    if lines != method and method.startswith(lines) and not _says(lines):
        return lines, method[len(lines) :]
    asked = "".join(takewhile(_asks, _SENTENCES.findall(method)))
    return ("", method) if asked == method else (asked, method[len(asked) :])


def _asks(sentence: str) -> bool:
    return sentence.endswith("。") and not _says(sentence) and _GOES_WITH.search(sentence) is None


def _says(words: str) -> bool:
    return scores(words) or _TELLS.search(words) is not None


def beside(row: FormRow, texts: Sequence[str], columns: Columns) -> tuple[Beside, ...]:
    """Words in columns that are none of the form's own; plain numbers of rows say nothing."""
    group = columns.group_points
    unread = [group] if group is not None and points_of(texts[group]) is None else []
    places = [*columns.left, *unread, *range(len(columns.headings), len(texts)), *columns.serial]
    found = [(n, words) for n in places if (words := own(row, texts, n))]
    return tuple(
        Beside(columns.headings[n] if n < len(columns.headings) else "", words, n + 1)
        for n, words in found
        if n not in columns.serial or not _NUMBER.fullmatch(words)
    )


def telling(title: str, others: Sequence[str], method: str) -> list[str]:
    """Words outside the method that give or take points: its columns may be others than they seem."""
    says = gives_points if scores(method) else names_points
    named = says_more(title) or (says(title) and not method.startswith(title))
    return [*([title] if named and not limit_of(title) else []), *filter(says, others)]


def has_to_be_read(one: Beside) -> bool:
    """Whether words beside a method may change what it gives, as a second column of points does."""
    return may_score(one.text) or kind_of(one.heading) == "points"


def heads_again(row: FormRow, texts: Sequence[str], columns: Columns) -> bool:
    """Whether a row goes on with the headings above: it has none of its own for what is scored."""
    heading = columns.headings[columns.item]
    return row.cells[columns.item].continued and texts[columns.item] == heading


def went_on(row: FormRow, texts: Sequence[str], columns: Columns) -> bool:
    """Whether a row goes on with the item above: it has neither a title nor points of its own."""
    again = not texts[columns.item] or row.cells[columns.item].continued
    return again and not (columns.points is not None and own(row, texts, columns.points))


def item_of(row: FormRow, texts: Sequence[str], columns: Columns, last: FormItem | None, *, on: bool) -> FormItem:
    """The row as an item, or what it adds to the last one."""
    cell = row.cells[columns.method]
    covered = cell.continued and last is not None
    asked, first = divided("" if covered else texts[columns.method], cell.text, both=columns.both)
    method = method_of(row, texts, columns, first=first)
    target = target_of(row, texts, columns, begun=on)
    if on and last is not None:
        said = together([last.target or "", target or "", asked]) or last.target
        return replace(
            last, method=last.method + method, target=said, beside=(*last.beside, *beside(row, texts, columns))
        )
    shared = _shared(row, texts, columns, covered=covered)
    if not method and covered:
        asked, first = divided(texts[columns.method], cell.text, both=columns.both)
        method = method_of(row, texts, columns, first=first)
    title, points, printed = _worth(row, texts, columns, last, shared)
    said = together([target or "", asked]) or target
    return FormItem(title or method[:12], points, printed, said, method, row.place, beside(row, texts, columns), shared)


def _worth(
    row: FormRow, texts: Sequence[str], columns: Columns, last: FormItem | None, shared: str
) -> tuple[str, Fraction | None, str]:
    """The title, and the points that stand in their column or behind it."""
    words = texts[columns.item] or (last.title if last else "")
    title, bracketed = title_and_points(words, columns.headings[columns.item])
    printed = "" if columns.points is None else texts[columns.points]
    if shared and columns.points is not None and not own(row, texts, columns.points):
        return title, bracketed, printed
    if not printed.strip("-—/"):
        printed = limit_of(words) or printed
    points = points_of(printed) if printed else bracketed
    return (words if bracketed is not None and points != bracketed else title), points, printed


def _shared(row: FormRow, texts: Sequence[str], columns: Columns, *, covered: bool) -> str:
    """The heading of what this row has in one cell with the row above, though it is another item."""
    points = columns.points
    if points is not None and row.cells[points].continued and points_of(texts[points]) is not None:
        return columns.headings[points] or texts[points]
    return columns.headings[columns.method] if covered and texts[columns.method] else ""
