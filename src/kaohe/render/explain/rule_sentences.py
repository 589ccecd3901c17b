"""What a rule or a veto does, in plain words: by itself, or to each member of a list."""

from kaohe.expr.numbers import plain
from kaohe.messages import say
from kaohe.rubric.model import Veto
from kaohe.rubric.rule_parts.most_awarded import most_said
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Rule


def rule_sentence(rule: Rule, words: Words) -> str:
    """`对「各县」的每一个：…；取平均`."""
    each, said = rule.for_each, rule.of_one.sentence(words)
    if each is None:
        return said
    most = most_said(rule.points, each.most, words) if each.take == "sum" else ""
    taken = say(f"explain.take-each-{each.take}", words.language)
    return say("explain.for_each", words.language, list=words.name(each.list), rule=said, taken=taken) + most


def veto_sentence(veto: Veto, words: Words) -> str:
    """What it takes, and what it takes off below zero."""
    event = words.holds([veto.when])
    rules = say("explain.between-rules", words.language).join(map(str, veto.scope))
    scope = say("explain.veto-rules" if veto.scope else "explain.veto-item", words.language, event=event, rules=rules)
    if veto.penalty is None:
        return scope
    unit = words.units.get(veto.when) or say("explain.each", words.language)
    unit = words.choose(unit, f" ({unit})" if unit else "")
    code = "explain.penalty-each" if veto.penalty_each else "explain.penalty"
    return scope + say(code, words.language, points=plain(veto.penalty), unit=unit)
