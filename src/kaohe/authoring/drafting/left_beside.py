"""Words of a form's row that stand outside its method: those that may score are left to do, the others are kept."""

from collections.abc import Iterator
from typing import Any

from kaohe.authoring.official_form.form_rows import has_to_be_read, telling
from kaohe.authoring.official_form.joined_words import points_of
from kaohe.authoring.official_form.model import FormItem, OfficialForm
from kaohe.authoring.official_form.scoring_marks import gives_points, says_more
from kaohe.authoring.printed_places import said_column
from kaohe.messages import Language, say


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


def kept_outside(form: OfficialForm) -> list[str]:
    """Lines above the table that score nothing."""
    return [one.text for one in form.beside]
