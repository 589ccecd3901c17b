"""Whatever later files change: a stage is as if its facts had been reported whole, and all that moved has a cause."""

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe import source
from kaohe.library import rubric_files
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.results.sheet import Sheet
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from kaohe.submission.reader import Judgement, Values, Why
from support.random_rows import seeded, written
from support.random_stages import FOLDER, Point, after, compiled, first, lay_out
from support.rounds import rounds
from support.rule_cases import document
from support.stage_files import scores

STAGES = ("self", "preliminary", "final")
SEEDS = st.integers(0, 2**32)


@pytest.fixture(scope="module", autouse=True)
def _versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    FOLDER.append(tmp_path_factory.mktemp("versions"))
    lay_out(FOLDER[0])
    yield
    FOLDER.clear()
    for kept in (loader, scorer):
        kept.cache_clear()


def way(seed: int, form: str = "yaml") -> tuple[list[Point], list[Document]]:
    """A unit at three stages, and its three files; only in the last stage no fact may be missing."""
    random = seeded(seed)
    gaps = random.choice([0.0, 0.1, 0.4])
    points = [first(random, gaps)]
    files = [whole(points[0])]
    for stage in STAGES[1:]:
        point, data = after(points[-1], stage, random, gaps if stage != "final" else 0.0)
        points.append(point)
        files.append(data)
    documents = [_written(data, stage, form) for data, stage in zip(files, STAGES, strict=True)]
    return points, documents


def _written(data: dict[str, Any], stage: str, form: str) -> Document:
    path = f"{FOLDER[0]}/{stage}.{form}"
    if form == "yaml":
        return document(data, path)
    return source.read(path, json.dumps(data, default=float, ensure_ascii=False).encode())


def whole(point: Point) -> dict[str, Any]:
    """A first file that says all."""
    groups: dict[str, Any] = {}
    for fact in point.compiled.layout.facts:
        values = point.row[fact.start : fact.start + fact.width()]
        if fact.indicator.peers is None and any(one is not None for one in values):
            groups.setdefault(fact.item, {})[fact.id] = written(fact, values)
    head = {"rubric": point.rubric, "unit": "甲市", "year": 2011, "parameters": groups.pop("", {})}
    return {**head, "indicators": groups}


def assembled(points: list[Point], documents: list[Document], *, backwards: bool = False) -> UnitStages:
    ranks = [next(fact.start for fact in point.compiled.layout.facts if fact.indicator.peers) for point in points]
    known = {one.path: {place: point.rank} for one, place, point in zip(documents, ranks, points, strict=True)}
    later = documents[:0:-1] if backwards else documents[1:]
    files = UnitFiles(documents[0], later)
    _, values = loader().values(files.first)
    found = loader().stages(files, values, known)
    assert not found.bad, found.bad
    return found


@cache
def loader() -> UnitLoader:
    return UnitLoader("zh", {})


@cache
def scorer(rubric: str, readings: tuple[tuple[str, str], ...]) -> Scorer:
    _, of = rubric_files.load(FOLDER[0] / rubric)
    return Scorer(compiled(rubric, readings), "zh", rubric_files.taken_otherwise(of, dict(readings)))


def expected(point: Point, stage: str, path: str) -> Sheet:
    """The sheet of a unit that says everything in one file."""
    of = point.compiled
    place = next(fact.start for fact in of.layout.facts if fact.indicator.peers)
    row = (*point.row[:place], point.rank, *point.row[place + 1 :])
    places = {trees.item.id: at for at, trees in enumerate(of.items)}
    judged = {places[name]: Judgement(score, Why("酌情", "", "2012-01-12")) for name, score in point.judged.items()}
    readings = tuple(sorted(point.readings.items()))
    return scorer(point.rubric, readings).score(Values(path, "甲市", 2011, stage, row, judged))


@rounds(100)
@given(seed=SEEDS)
def test_stages_are_as_whole_files_and_their_differences_add_up(seed: int) -> None:
    points, documents = way(seed)
    dossier = scored(assembled(points, documents))
    for point, stage, one, sheet in zip(points, STAGES, documents, dossier.sheets, strict=True):
        assert undoubted(sheet) == expected(point, stage, one.path)
        conserved_everywhere(sheet)
    for reconciliation in dossier.reconciliations:
        adds_up(dossier, reconciliation)
        for cause in reconciliation.causes:
            assert [one.level for one in cause.moved][-1:] == ["total"]
            assert all(one.points != 0 for one in cause.moved[:-1])
            assert cause.reason


def undoubted(sheet: Sheet) -> Sheet:
    """Numbers made up at random are doubted, each at its place in its file."""
    return replace(sheet, problems=())


def adds_up(dossier: Dossier, reconciliation: Reconciliation) -> None:
    before, after = (scores(dossier.sheets[at]) for at in (reconciliation.before, reconciliation.after))
    for (level, name), score in after.items():
        old = before.get((level, name))
        moved = [one for cause in reconciliation.causes for one in cause.moved if (one.level, one.id) == (level, name)]
        if old is not None and score is not None:
            assert sum((one.points or Fraction(0) for one in moved), Fraction(0)) == score - old
        elif old is None and score is not None:
            assert any(one.points is None for one in moved)


def conserved_everywhere(sheet: Sheet) -> None:
    """Full marks minus the ledger is the score of each item, section and the whole."""
    for section in sheet.sections:
        for item in section.items:
            assert item.score in (None, item.points - sum(line.applied for line in item.ledger))
        if all(item.score is not None for item in section.items):
            conserved(section, section.items)
    if all(section.score is not None for section in sheet.sections):
        conserved(sheet, sheet.sections)


def conserved(above: Any, parts: Any) -> None:
    below = sum((one.points - one.score for one in parts), Fraction(0))
    if above.score is not None:
        assert above.points - below - sum(line.applied for line in above.ledger) == above.score


@rounds(25)
@given(seed=SEEDS)
def test_neither_order_nor_notation_matters(seed: int) -> None:
    points, documents = way(seed)
    for other in (assembled(points, documents, backwards=True), assembled(*way(seed, "json"))):
        found, again = scored(assembled(points, documents)), scored(other)
        assert [*map(undoubted, again.sheets)] == [*map(undoubted, found.sheets)]
        assert again.reconciliations == found.reconciliations
