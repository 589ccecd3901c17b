"""How the directory of evidence (佐证目录) is worded, the same in every form of output."""

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.results.evidence_directory import EvidenceDirectory, EvidenceFile, Unsupported
from kaohe.results.sheet import Sheet

HEADER = ("stage.file_number", "stage.file_item", "stage.file_fact", "stage.file", "stage.file_state")
SHORT = 12
"""So many digits of a digest tell files apart for the eye."""


def rows(found: EvidenceDirectory, language: Language) -> list[tuple[str, str, str, str, str]]:
    """Number, item, fact, file and state of each file."""
    return [(str(number), *_file(one, language)) for number, one in enumerate(found.files, 1)]


def _file(one: EvidenceFile, language: Language) -> tuple[str, str, str, str]:
    fact = one.fact or say("stage.whole_item", language)
    state = say(f"stage.{one.state}", language)
    digest = f"{state}\n{one.sha256[:SHORT]}" if one.sha256 else state
    return f"{one.number} {one.title}".strip(), fact, one.file, digest


def claimed(found: EvidenceDirectory, sheet: Sheet, language: Language) -> str:
    """How many of the points that the first stage's sheet claims rest on what."""
    return say(
        "stage.claimed",
        language,
        stage=sheet_wording.stage(sheet),
        claimed=plain(found.claimed),
        supported=plain(found.supported),
        without=plain(found.points_without),
        doubtful=plain(found.points_doubtful),
    )


def lists(found: EvidenceDirectory, language: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    """The items without sound evidence, number and words, under what they lack; nothing of what there is none."""
    both = {"doubtful": found.doubtful, "without": found.without}
    return [
        (say(f"stage.{name}", language), [(one.number, _unsupported(one, language)) for one in several])
        for name, several in both.items()
        if several
    ]


def _unsupported(one: Unsupported, language: Language) -> str:
    reasons = say("sheet.between_labels", language).join(one.reasons)
    return say("stage.unsupported", language, title=one.title, score=plain(one.score), reasons=reasons)
