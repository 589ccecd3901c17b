"""A rubric against the official form, to the letter: what differs, where in the rubric and in which row of the form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction

from kaohe.authoring.official_form.joined_words import joined, joined_places
from kaohe.authoring.official_form.model import FormItem, FormSection, OfficialForm
from kaohe.authoring.paired_rows import placed
from kaohe.authoring.printed_places import said_place
from kaohe.expr.numbers import plain
from kaohe.library.checks.positions import Path, Place
from kaohe.messages import Language, say
from kaohe.problems import Problem
from kaohe.rubric.model import Item, Rubric
from kaohe.source.document import Document
from kaohe.source.form_document.rows import RowPlace

AROUND = 8
"""So many characters are shown before and after a difference."""


def differences(form: OfficialForm, rubric: Rubric, document: Document, language: Language) -> list[Problem]:
    """All findings, in the order of the rubric's lines; what the rubric lacks comes last."""
    comparison = _Comparison(Place(document), language)
    found = [
        *comparison.text(("title",), rubric.title, form.title, ("printed.title", form.title_place)),
        *comparison.points(("points",), rubric.points, form.printed or form.points, form.title_place),
        *comparison.sections(form, rubric),
        *comparison.items(form, rubric),
    ]
    return sorted(found, key=lambda one: (one.line == 0, one.line, one.column))


def _sections(form: OfficialForm, rubric: Rubric) -> list[tuple[int | None, int | None, bool]]:
    """Numbers of sections that are the same one, and whether it stands elsewhere."""
    return list(placed([(one.title, "") for one in form.sections], [(one.title, "") for one in rubric.sections]))


@dataclass(frozen=True, slots=True)
class _Comparison:
    place: Place
    language: Language

    def row(self, place: RowPlace) -> str:
        """Where people find a row of the form."""
        return said_place(place, self.language)

    def sections(self, form: OfficialForm, rubric: Rubric) -> Iterator[Problem]:
        for left, right, moved in _sections(form, rubric):
            if left is None and right is not None:
                parameters = {"title": rubric.sections[right].title}
                yield self.place.problem("section-not-in-form", ("sections", right, "title"), parameters)
            elif left is not None and right is None:
                yield self._missing("section-not-in-rubric", form.sections[left])
            elif left is not None and right is not None:
                section, path = rubric.sections[right], ("sections", right)
                of = form.sections[left]
                if moved:
                    parameters = {"title": section.title, "row": self.row(of.place)}
                    yield self.place.problem("section-not-in-place", (*path, "title"), parameters)
                yield from self.text((*path, "title"), section.title, of.title, ("printed.title", of.place))
                yield from self.points((*path, "points"), section.points, of.printed or of.points, of.place)

    def items(self, form: OfficialForm, rubric: Rubric) -> Iterator[Problem]:
        theirs = list(form.items())
        ours = [
            ((*("sections", section), "items", number), item)
            for section, group in enumerate(rubric.sections)
            for number, item in enumerate(group.items)
        ]
        partners = {left: (right, moved) for left, right, moved in _sections(form, rubric)}
        left_rows = [(joined(one.title), joined(one.method)) for _, one in theirs]
        right_rows = [(joined(one.title), joined(one.method)) for _, one in ours]
        for left, right, moved in placed(left_rows, right_rows):
            if left is None and right is not None:
                path, item = ours[right]
                yield self.place.problem("item-not-in-form", (*path, "title"), {"title": item.title})
            elif left is not None and right is None:
                yield self._missing("item-not-in-rubric", theirs[left][1])
            elif left is not None and right is not None:
                (path, item), (number, of) = ours[right], theirs[left]
                section = int(number.partition(".")[0]) - 1
                partner, with_all = partners[section]
                if partner is not None and (partner != path[1] or (moved and not with_all)):
                    parameters = {"title": item.title, "section": form.sections[section].title}
                    parameters["row"] = self.row(of.place)
                    yield self.place.problem("item-not-in-place", (*path, "title"), parameters)
                yield from self._item(path, item, of)

    def _missing(self, code: str, of: FormItem | FormSection) -> Problem:
        parameters = {"title": of.title, "row": self.row(of.place)}
        return Problem(code, self.place.document.path, parameters=parameters)

    def _item(self, path: Path, item: Item, of: FormItem) -> Iterator[Problem]:
        yield from self.text((*path, "title"), item.title, of.title, ("printed.title", of.place))
        if of.points is not None:
            yield from self.points((*path, "points"), item.points, of.points, of.place)
        if of.target:
            yield from self.text((*path, "target"), item.target, of.target, ("printed.target", of.place))
        if of.method:
            yield from self.text((*path, "method"), item.method, of.method, ("printed.method", of.place))

    def points(self, path: Path, ours: Fraction, theirs: Fraction, place: RowPlace) -> Iterator[Problem]:
        if ours != theirs:
            parameters = {"found": plain(ours), "printed": plain(theirs), "row": self.row(place)}
            yield self.place.problem("points-not-as-printed", path, parameters)

    def text(self, path: Path, ours: str, theirs: str, of: tuple[str, RowPlace]) -> Iterator[Problem]:
        """A finding for each stretch that differs; blanks and line breaks of the print do not count."""
        key, place = of
        found, places = joined_places(ours)
        printed = joined(theirs)
        for (start, end), (first, last) in _stretches(found, printed):
            parameters = {
                "key": say(key, self.language),
                "found": _shown(found, start, end),
                "printed": _shown(printed, first, last),
                "row": self.row(place),
            }
            offset = places[start] if start < len(places) else len(ours)
            yield self.place.problem("words-not-as-printed", path, parameters, offset=offset)


def _stretches(found: str, printed: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where two texts differ; differences with hardly anything between them are one."""
    if found == printed:
        return
    waiting: tuple[int, int, int, int] | None = None
    for tag, start, end, first, last in SequenceMatcher(None, found, printed, autojunk=False).get_opcodes():
        if tag == "equal":
            if waiting is not None and end - start > 1:
                yield (waiting[0], waiting[1]), (waiting[2], waiting[3])
                waiting = None
        elif waiting is None:
            waiting = (start, end, first, last)
        else:
            waiting = (waiting[0], end, waiting[2], last)
    if waiting is not None:
        yield (waiting[0], waiting[1]), (waiting[2], waiting[3])


def _shown(text: str, start: int, end: int) -> str:
    """A stretch in brackets, with a few words around it."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    left = "…" if start > AROUND else ""
    right = "…" if end + AROUND < len(text) else ""
    return f"{left}{before}【{text[start:end]}】{after}{right}"


def compared_figures(form: OfficialForm) -> dict[str, object]:
    """How much was compared."""
    rows: Sequence[FormItem] = [one for _, one in form.items()]
    return {"items": len(rows), "characters": sum(len(one.method) + len(one.target or "") for one in rows)}
