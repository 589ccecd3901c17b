"""Between which thresholds a number lies; without any, the number alone."""

from kaohe.expr.sentence_tree import Named
from kaohe.expr.tree import Input
from kaohe.rubric.rule_parts.bands_told import placed


def test_without_thresholds() -> None:
    """What `validate` refuses must not break what is asked of a rule before."""
    assert placed(Input("item.late"), []) == Named(Input("item.late"))
