"""What a closed stage keeps of a batch: each unit's workbook, the summaries, the report, all scores, the evidence."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kaohe.cli.folder.shared_work import Frame
from kaohe.cli.folder.unit_folder import Folder
from kaohe.cli.folder.written_files import Files
from kaohe.cli.reporter import Reporter
from kaohe.expr.numbers import plain
from kaohe.messages import Language
from kaohe.render.files.closing_manifest import EVIDENCE, OUTPUTS, SCORES
from kaohe.render.files.output import content
from kaohe.results.dossier import Dossier
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import UnitScore

LENGTH = 8
"""Bytes that say how long a part is."""


def rendered(dossier: Dossier, language: Language) -> bytes:
    """A unit's workbook, its page of the report and its directory of evidence, made where it is scored."""
    from kaohe.cli.folder.report_pages import unit_page
    from kaohe.render.json import evidence_json

    evidence = json.dumps(evidence_json.data(dossier.evidence), ensure_ascii=False).encode()
    parts = (content([dossier], "xlsx", language), unit_page(dossier, language), evidence)
    return b"".join(len(part).to_bytes(LENGTH, "big") + part for part in parts)


def outputs(folder: Folder, frame: Frame, reporter: Reporter) -> dict[str, bytes]:
    """All files by their names in the archive."""
    target = Path(OUTPUTS)
    workbooks, pages, evidence = zip(*(_parts(one.content) for one in folder.outcomes), strict=True)
    whole = Files(target, "", "xlsx", reporter)
    drawn = _with(folder, workbooks)
    made = {path.as_posix(): each for path, each in (*whole.sheets(drawn, frame), *whole.wholes(drawn, frame))}
    report = Files(target / f"{reporter.say('report-name')}.html", ".html", "html", reporter)
    made |= {path.as_posix(): each for path, each in report.wholes(_with(folder, pages), frame)}
    named = {one.unit.unit: json.loads(each) for one, each in zip(folder.outcomes, evidence, strict=True)}
    return {
        **made,
        SCORES: _text({one.unit.unit: _scores(one.stages, frame) for one in folder.outcomes}),
        EVIDENCE: _text({unit: found for unit, found in named.items() if found is not None}),
    }


def _parts(packed: bytes) -> Iterator[bytes]:
    while packed:
        length = int.from_bytes(packed[:LENGTH], "big")
        yield packed[LENGTH : LENGTH + length]
        packed = packed[LENGTH + length :]


def _with(folder: Folder, contents: tuple[bytes, ...]) -> Folder:
    pairs = zip(folder.outcomes, contents, strict=True)
    return replace(folder, outcomes=[replace(one, content=each) for one, each in pairs])


def _scores(stages: tuple[UnitScore, ...], frame: Frame) -> Mapping[str, Mapping[str, str]]:
    """A unit's scores at each stage, by the numbers of sections and items; by nothing that of the whole."""
    numbers = [one.number for one in (*frame.sections, *frame.items)]
    found: dict[str, dict[str, str]] = {}
    for unit in stages:
        scores = (*unit.sections, *unit.items)
        if len(scores) != len(numbers):  # by another version of the rubric
            numbers = [f"#{place}" for place in range(1, len(scores) + 1)]
        found[unit.stage] = {"": _score(unit.total), **dict(zip(numbers, map(_score, scores), strict=True))}
    return found


def _score(standing: ScoreRange) -> str:
    return "" if standing.score is None else plain(standing.score)


def _text(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
