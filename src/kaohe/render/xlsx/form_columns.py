"""The columns of the official form: its own, and one for the scores of each stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.words.sheet_wording import Scored
from kaohe.render.xlsx.cells import SIZE, Style, bounds
from kaohe.render.xlsx.paper_layout import Value, even, room
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import Sheet

PAPER_WIDTH = 742.0  # points; what A4 across leaves between the margins is a little more
SECTION, ITEM, POINTS, STAGE = 54.0, 76.0, 42.0, 59.0
TARGET_SHARE = 0.4
OWN: tuple[Style, ...] = (
    "centred",
    "centred",
    "centred",
    "text",
    "text",
)  # 项目 子项目 分值 目标要求 评分办法


@dataclass(frozen=True, slots=True)
class Columns:
    """The form's columns: five of its own, then one for each stage, with what each stage's sheet puts there by key."""

    widths: tuple[float, ...]
    headings: tuple[str, ...]
    scores: tuple[Mapping[str, Value], ...]

    @property
    def styles(self) -> tuple[Style, ...]:
        stages: list[Style] = ["centred"] * (len(self.widths) - len(OWN))
        return (*OWN, *stages)

    def line(self, cells: Sequence[Value], key: str) -> tuple[Value, ...]:
        """The cells of a row, with every stage's score of it."""
        return (*cells, *(scores.get(key, "") for scores in self.scores))


def columns_of(dossier: Dossier, language: Language) -> Columns:
    """The columns with the scores of all stages that have been reached."""
    scored = {sheet.stage: scores(sheet, language) for sheet in dossier.sheets}
    return form_columns(dossier.last.form.stages, scored, language)


def form_columns(
    stages: Sequence[tuple[str, str]], scored: Mapping[str, Mapping[str, Value]], language: Language
) -> Columns:
    """The columns with these scores, by their stages."""
    width = min(STAGE, 290 / len(stages))
    text = PAPER_WIDTH - SECTION - ITEM - POINTS - width * len(stages)
    own = [say(f"workbook.{name}", language) for name in ("section", "item", "points", "target", "method")]
    labels = [even(label, room(width, SIZE), odd="last") for _, label in stages]
    return Columns(
        widths=(
            SECTION,
            ITEM,
            POINTS,
            text * TARGET_SHARE,
            text * (1 - TARGET_SHARE),
            *(width for _ in stages),
        ),
        headings=(*own, *labels),
        scores=tuple(scored.get(name, {}) for name, _ in stages),
    )


def scores(sheet: Sheet, language: Language) -> Mapping[str, Value]:
    """Every score of a sheet, by key."""
    several: list[Scored] = [*(item for section in sheet.sections for item in section.items), sheet]
    return {sheet_wording.key(one): _score(one, language) for one in several}


def _score(scored: Scored, language: Language) -> Value:
    if scored.score is not None:
        return scored.score
    if not scored.scored:
        return sheet_wording.unsettled(scored, language)
    return f"{say('workbook.open', language)}\n{bounds(scored.low, scored.high, language)}"
