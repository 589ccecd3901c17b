"""What a rule does, in plain words: by itself, or to each member of a list."""

from kaohe.messages import say
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
