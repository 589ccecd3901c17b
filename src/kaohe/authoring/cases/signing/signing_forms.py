"""Boundary cases as rows to be signed: facts in words, points, sentences, under the method of their item."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kaohe.authoring.cases.boundaries import BoundaryCase, BoundaryCases
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.results.score_range import ScoreRange
from kaohe.results.signing_form import SigningCase, SigningForm, SigningGroup
from kaohe.rubric.model import Item, Rubric


def signing_form(
    found: BoundaryCases, rubric: Rubric, about: Mapping[str, str], text: str, language: Language
) -> SigningForm:
    """`about` says which rubric it is, `text` are the same cases as a file of them."""
    return SigningForm(
        title=say("signing.title", language, title=rubric.title),
        rubric=about,
        how_to=tuple(_how_to(found, language)),
        groups=tuple(_groups(found.cases, rubric, language)),
        cases=text,
    )


def _how_to(found: BoundaryCases, language: Language) -> Iterator[str]:
    yield say("signing.how-to", language)
    yield say("signing.how-to-sign", language)
    if found.common:
        yield say("signing.common", language, facts=say("boundary.between_facts", language).join(found.common))


def _groups(cases: Sequence[BoundaryCase], rubric: Rubric, language: Language) -> Iterator[SigningGroup]:
    items = {item.id: (number, item) for number, item in rubric.items()}
    numbered = list(enumerate(cases, 1))
    for item, (number, one) in items.items():
        own = [(place, case) for place, case in numbered if case.item == item]
        if own:
            title = say("signing.item", language, number=number, title=one.title, points=plain(one.points))
            yield SigningGroup(title, _method(one, language), tuple(_rows(own, language)))
    whole = [(place, case) for place, case in numbered if not case.item]
    if whole:
        points = plain(rubric.points)
        yield SigningGroup(say("signing.whole", language, points=points), "", tuple(_rows(whole, language)))


def _method(item: Item, language: Language) -> str:
    return say("signing.method", language, method=item.method)


def _rows(cases: Sequence[tuple[int, BoundaryCase]], language: Language) -> Iterator[SigningCase]:
    first, best = cases[0]
    for number, case in cases:
        facts = case.told if number == first else _facts(case, first, language)
        if case.reading:
            facts = say("signing.read", language, facts=facts, reading=case.reading)
        yield SigningCase(number, facts, _points(case, language), _whys(case, best.points, language))


def _facts(case: BoundaryCase, first: int, language: Language) -> str:
    """The facts that are not those of the item's first case, which has the rest."""
    if not case.rest:
        return case.differs or case.told
    code = "signing.differs" if case.differs else "signing.same"
    return say(code, language, facts=case.differs, number=first)


def _points(case: BoundaryCase, language: Language) -> Fraction | str:
    points = case.points
    if points.score is not None and not case.grade:
        return points.score
    text = _range(points, language)
    return say("signing.graded", language, points=text, grade=case.grade) if case.grade else text


def _range(points: ScoreRange, language: Language) -> str:
    if not points.scored:
        return say("sheet.not_scored", language)
    if points.score is not None:
        return plain(points.score)
    low, high = ("" if side is None else plain(side) for side in (points.low, points.high))
    return say("signing.between" if low and high else "signing.open", language, low=low, high=high)


def _whys(case: BoundaryCase, full: ScoreRange, language: Language) -> str:
    """The sentences on what was lost; that nothing was, or that it is open."""
    if case.whys:
        return "\n".join(case.whys)
    if case.points.score is None:
        return say("signing.undecided", language)
    return say("signing.nothing-lost", language) if case.points.score == full.score else ""
