"""A method cut into moves: phrases that say when, what they give or take, and words of how that is counted."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from kaohe.authoring.drafting.counted import Each, counted, each_of, one_of
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.outcomes import Outcome, outcome_of
from kaohe.authoring.drafting.phrases import Phrase, phrase_of, phrases
from kaohe.authoring.drafting.places_to_look import only_by, only_order, only_where
from kaohe.authoring.drafting.remarks import Partial, is_note, said_partial
from kaohe.authoring.drafting.scoring_words import NUMBER, PLAIN, wide

_VETO = re.compile(r"(?:实行|按|予以)?一票否决(?:制)?")
"""一票否决，本项不得分 is said twice."""
_ALIKE = re.compile(rf"各(?:扣减|扣|加|得|计|减){NUMBER}分")
"""甲、乙没有开展的，各扣1分: what is listed stands before a comma."""
_PRICE = re.compile(rf"(?<=[^,;。\s])\(({NUMBER}分,[^()]*?扣[^()]*)\)(?=[,;。、\n]|$)")
"""例会（3分，少一次扣1分）: what the words before are worth, and what is taken from that."""
_NOT_ONE = re.compile(r"未(?!.*(?:按|及时|准时|如实|规范|达|到位))[^,]*[一1]次")
"""未半年督查1次: not even once, which counts nothing."""
_PRICED = ("take", "award", "bonus")
_LIMITS = re.compile(r"\(([^()]*)\)(?=[,;。、]|$)")


def moves(method: str) -> list[Move]:
    """Every phrase in a move; words of a whole sentence that gives and takes nothing are one of their own."""
    made: list[Move] = []
    waiting: list[Phrase] = []
    plain = _PRICE.sub(r",\1,", _LIMITS.sub(_opened, method.translate(PLAIN)))
    for read in phrases(plain):
        phrase = _with_count(read, waiting, plain)
        outcome = outcome_of(phrase)
        alone = phrase.before == ";" and outcome.before and not outcome.before.startswith(("并", "且"))
        if (phrase.before == "。" or alone) and waiting:
            made.append(_silent(waiting))
            waiting = []
        if made and _remarked(made, [*waiting, phrase], outcome, method):
            waiting = []
        elif outcome.kind == "words" or _only_points(outcome, waiting):
            waiting.append(phrase)
        else:
            made.append(_bracketed(_move(waiting, outcome)))
            waiting = []
    return [*made, _silent(waiting)] if waiting else made


def _remarked(made: list[Move], said: Sequence[Phrase], outcome: Outcome, method: str) -> bool:
    """Takes words that only say how the things before them are counted; whether they do."""
    words = ",".join(one.text for one in said)
    last = made[-1]
    if last.outcome.kind == "words" or outcome.kind not in ("words", "share", "highest", "spare"):
        return False
    partial = said_partial(words)
    if partial is not None and _sized(last, partial[1]):
        words = method[said[0].start : said[-1].end]
        made[-1] = replace(_partly(last, partial[0], words), until=said[-1].end)
        return True
    taking = any(move.outcome.kind == "take" for move in made)
    if (outcome.kind == "highest" and not taking) or not is_note(words):
        return False
    note = method[said[0].start : said[-1].end]
    if said[0].before == "。" or note.startswith(("同", "不", "对同")) or last.outcome.kind not in _PRICED:
        made[:] = [replace(one, notes=(*one.notes, note)) for one in made]
    else:
        made[-1] = replace(last, notes=(*last.notes, note))
    made[-1] = replace(made[-1], until=said[-1].end)
    return True


def _sized(move: Move, size: Decimal | None) -> bool:
    """Whether a move counts steps of a size."""
    each = each_of(move.outcome.before, move.outcome.per)
    return move.outcome.kind in _PRICED and each is not None and size in (each.size, None)


def _partly(move: Move, partial: Partial, words: str) -> Move:
    """What a step that is not full counts; of whole things (不足1个月按1个月) who counts them has to know it."""
    each = each_of(move.outcome.before, move.outcome.per)
    single = isinstance(each, Each) and each.size == 1
    return replace(move, partial=partial, notes=(*move.notes, words) if single else move.notes)


def _bracketed(move: Move) -> Move:
    """What is said in brackets behind a move, of the same kind."""
    inner = move.outcome.note.strip("()")
    partial = said_partial(inner)
    if partial is not None and _sized(move, partial[1]):
        return replace(_partly(move, partial[0], wide(inner)), outcome=replace(move.outcome, note=""))
    if inner and is_note(inner):
        return replace(move, notes=(wide(inner),), outcome=replace(move.outcome, note=""))
    return move


def _opened(found: re.Match[str]) -> str:
    """加0.2分（最多加1分） is 加0.2分，最多加1分: a limit says the same in brackets."""
    outcome = outcome_of(Phrase(found[1], 0, len(found[1]), ",", 0))
    limits = outcome.kind in ("most", "drain", "fill") and not outcome.before
    return f",{found[1]}," if limits else found.group()


def _only_points(outcome: Outcome, waiting: Sequence[Phrase]) -> bool:
    """8分 with nothing before it."""
    return outcome.kind == "award" and not (outcome.verb or outcome.before or waiting)


def _move(waiting: Sequence[Phrase], outcome: Outcome) -> Move:
    """A move; what only says where to look is no part of when."""
    lead = tuple(takewhile(lambda phrase: _leads(phrase.text, outcome), waiting))
    words = waiting[len(lead) :]
    if outcome.own and len(words) > 1 and _VETO.fullmatch(words[-1].text):
        words = words[:-1]
    order = tuple(one.text for one in lead if only_order(one.text, outcome.before))
    return Move(tuple(words), outcome, lead, tuple(wide(one) for one in order))


def _leads(words: str, outcome: Outcome) -> bool:
    formula = outcome.kind == "formula" and only_by(words)
    return formula or only_where(words) or only_order(words, outcome.before)


def _with_count(phrase: Phrase, waiting: list[Phrase], plain: str) -> Phrase:
    """每低1个百分点，扣1分 is one phrase: what is counted is taken back from the words that wait."""
    last = waiting[-1] if waiting else None
    if (
        last is not None
        and phrase.before == ","
        and _ALIKE.fullmatch(phrase.text)
        and re.search(r"[、和及与]", last.text)
    ):
        waiting.pop()
        return phrase_of(plain, last.start, phrase.end, last.before, last.begin)
    if last is None or phrase.before != "," or outcome_of(phrase).before or outcome_of(phrase).kind not in _PRICED:
        return phrase
    if counted(last.text) is None and (one_of(last.text) is None or _NOT_ONE.match(last.text)):
        return phrase
    waiting.pop()
    return phrase_of(plain, last.start, phrase.end, last.before, last.begin)


def _silent(waiting: Sequence[Phrase]) -> Move:
    *words, last = waiting
    return Move(tuple(words), Outcome("words", last, last.text))
