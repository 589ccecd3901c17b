"""The most that a rule of awards gives: points, a share of its points, a formula, or no limit at all."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kaohe.expr.numbers import Quantity, plain
from kaohe.expr.sentence_tree import Choice, Figure, Joined, Phrase, Sentence
from kaohe.expr.tree import Call, Expr, Notation, Op, points
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.amounts import Amount, amount, amount_said, priced, written
from kaohe.rubric.rule_parts.claims import Claim, sound_amount
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule

Most = Amount | None
"""Left out, it is the rule's points; `none` is no limit."""
NO_LIMIT = "none"


def award(full: Fraction, earned: Expr, most: Quantity | str | None, scope: Scope, told: Sentence) -> Line:
    """The account of a rule that starts from nothing: what is earned, up to the most, against the full points."""
    if most == NO_LIMIT:
        return Line(points(full) - earned, told=told, earns=True)
    bound = points(full) if most is None else amount(most, full, scope)
    gathered = Phrase("可得 {all}", "{all} due", {"all": Figure(earned, Notation.POINTS)})
    verb = "得" if full else "加"
    limit = Phrase(f"最多{verb} {{most}}", "at most {most}", {"most": Figure(bound, Notation.POINTS)})
    cut = Choice(earned > bound, Joined((gathered, *priced(most, scope), limit)))
    return Line(points(full) - Call(Op.MINIMUM, (earned, bound)), told=Joined((told, cut)), earns=True)


def most_said(full: Fraction, most: Quantity | str | None, words: Words) -> str:
    """Up to how much is awarded."""
    if most == NO_LIMIT:
        return words.choose("，不封顶", ", without limit")
    said = words.points(full) if most is None else amount_said(most, full, words)
    return words.choose(f"，合计最多 {said}", f", at most {said} in all")


def earns_enough(several: Sequence[Quantity | str], key: str, full: Fraction) -> Iterator[Finding]:
    """That the most that is written anywhere gives the rule's points; of formulas nothing is said."""
    known = [written(one, full) for one in several if isinstance(one, Quantity)]
    most = max(known, default=Fraction(0))
    if len(known) == len(several) and most < full:
        yield Finding("earns-too-little", (key,), {"found": plain(most), "points": plain(full)})


def bonus_without_limit(full: Fraction, most: Quantity | str | None) -> Iterator[Finding]:
    """A rule that only gives a bonus must say how much at most; another lets its points be reached."""
    limit = written(most, full) if isinstance(most, Quantity) else None
    if not full and (most is None or limit == 0):
        yield Finding("most-expected", ())
    elif limit is not None and limit < full:
        yield Finding("most-below-points", ("most",), {"found": plain(limit), "points": plain(full)})


def no_cap(rule: Rule) -> Iterator[Finding]:
    """A rule that only earns has no use for the most that is lost; `most` bounds what it earns."""
    if rule.cap is not None:
        yield Finding("cap-of-awards", ("cap",))


def sound_most(full: Fraction, most: Quantity | str | None, scope: Scope) -> Iterator[Claim]:
    """That the most is not below zero."""
    if most != NO_LIMIT:
        yield from sound_amount(most, ("most",), full, scope)
