"""Several things said one after the other, none of them twice."""

from collections.abc import Iterable

OPENING, CLOSING = "「（(“《", "」）)”》"


def said_once(texts: Iterable[str], joint: str) -> str:
    """The texts joined; what is said of one subject stands together, after it: `名次 3 位，超过 1 位，不到 4 位`.

    What something was measured by (`不到计划 12 人`) is not said alone once more.
    """
    subjects: dict[str, dict[str, None]] = {}
    for text in filter(None, texts):
        subject, *said = _clauses(text, joint)
        subjects.setdefault(subject, {}).update({joint.join(said): None} if said else {})
    measures = tuple(clause for said in subjects.values() for one in said for clause in _clauses(one, joint))
    told = [
        joint.join((subject, *said))
        for subject, said in subjects.items()
        if said or not any(one.endswith(subject) for one in measures)
    ]
    return joint.join(told)


def _clauses(text: str, joint: str) -> list[str]:
    """The parts between joints; what stands in brackets or quotation marks is left whole."""
    found, start, depth = [], 0, 0
    for place, char in enumerate(text):
        depth = max(0, depth + (char in OPENING) - (char in CLOSING))
        if not depth and text.startswith(joint, place):
            found.append(text[start:place])
            start = place + len(joint)
    return [*found, text[start:]]
