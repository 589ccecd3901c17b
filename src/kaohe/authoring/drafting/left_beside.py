"""Words of a form's row that stand outside its method: those that may score are left to do, the others are kept."""

import re
from collections.abc import Iterator
from typing import Any

from kaohe.authoring.official_form.form_rows import has_to_be_read, telling
from kaohe.authoring.official_form.joined_words import points_of
from kaohe.authoring.official_form.model import FormItem, OfficialForm, Remark
from kaohe.authoring.official_form.scoring_marks import gives_points, says_more
from kaohe.authoring.printed_places import said_column
from kaohe.messages import Language, say
from kaohe.source.form_document.rows import RowPlace

_NOTE = re.compile(r"^[（(]?(?:附?注|备注|说明)\d{0,2}[:：、.．]?(?:\s*\d{1,2}[、.．])?|^\d{1,2}[、.．]|[）)]$")
_ALL_OF_IT = ""
_SENTENCES = re.compile(r"[。；;，,](?:\s*\d{1,2}[.、．])?")
_ALL = (
    r"(?:上述|以上|本表|表中)?(?:各|每|所有|全部)?[个一单]?(?:子项目?|项目?|条款?|小项|指标|扣分项目?)?的?(?:考核)?"
    r"(?:指标|内容|分值|得分|扣分)?(?:均|都|一律|以)?"
)
_DRAINS = re.compile(
    rf"{_ALL}(?:以)?(?:该|本|各|此)?(?:子?项|小项|指标)?(?:分值?)?(?:直?至)?扣完[该本此各]?(?:子?项|小项|指标)?的?(?:分值?|分数|标准分|基础分)?(?:为止|即止|为限|止)"
    rf"|{_ALL}不(?:得|能)?超过[该本各此](?:子?项|小项|指标)(?:的)?(?:分值?|标准分)"
    rf"|{_ALL}(?:最低|最多)?(?:扣至|扣到|为)[0零]分(?:为止)?|{_ALL}不[计倒得打记]?(?:出现)?(?:负分|扣|负)"
)
"""各项扣完为止，不计负分: no item is below 0."""


def left_beside(form: FormItem, language: Language) -> Iterator[dict[str, Any]]:
    """What somebody has to look at: a column beside the method that may score, a cell of two rows, words that score."""
    for one in form.beside:
        if has_to_be_read(one):
            yield {
                "clause": one.text,
                "why": say("draft.why-beside-method", language, heading=said_column(one.heading, one.column, language)),
            }
    for words in telling(form.title, (form.target or "",), form.method):
        yield {"clause": words, "why": say("draft.why-not-in-method", language)}
    if form.points is None and not form.printed:
        for words in (form.target or "", *(one.text for one in form.beside)):
            if points_of(words) is not None:
                yield {"clause": words, "why": say("draft.why-not-in-method", language)}
    if form.shared:
        yield {"clause": form.title, "why": say("draft.why-shared-cell", language, heading=form.shared)}


def kept_beside(form: FormItem, language: Language) -> list[str]:
    """The other words, as they are written above the item."""
    cut = [] if form.title == form.method or form.title != form.method[:12] else [say("draft.cut-title", language)]
    said = [(said_column(one.heading, one.column, language), one) for one in form.beside if not has_to_be_read(one)]
    return cut + [f"{heading}：{one.text}" for heading, one in said]


def left_in_titles(form: OfficialForm, language: Language) -> Iterator[dict[str, Any]]:
    """Sections of which the title says more of points than how many there are: 附加项（最高加5分）."""
    for one in form.sections:
        if says_more(one.title) or gives_points(one.title):
            yield {"clause": one.title, "why": say("draft.why-in-title", language)}


def drains_all(form: OfficialForm) -> frozenset[str]:
    """The sheets of which words outside the rows say that no item's points go below 0; all, where it is no sheet."""
    found = [one.place for one in (*form.remarks, *form.beside) if drains(one.text)]
    return frozenset(one.holder if one.kind == "sheet" and one.holder in form.sheets else _ALL_OF_IT for one in found)


def drained(sheets: frozenset[str], place: RowPlace) -> bool:
    """Whether that is said of a row: what stands on one sheet is not said of another's rows."""
    return _ALL_OF_IT in sheets or (place.kind == "sheet" and place.holder in sheets)


def drains(words: str) -> bool:
    """Whether words say of all items that no points go below 0."""
    return any(_DRAINS.fullmatch(one) for one in _SENTENCES.split(_NOTE.sub("", words)))


def still_open(form: OfficialForm) -> list[Remark]:
    """What is said outside the rows and has to be looked at: all that says more than how far points are taken."""
    return [one for one in form.remarks if not _only_drains(one.text)]


def _only_drains(words: str) -> bool:
    said = [one for one in _SENTENCES.split(_NOTE.sub("", words)) if one]
    return bool(said) and all(_DRAINS.fullmatch(one) for one in said)


def kept_outside(form: OfficialForm) -> list[str]:
    """Lines outside the table that score nothing, and how far points are taken from all its items."""
    return [one.text for one in (*form.beside, *(one for one in form.remarks if _only_drains(one.text)))]
