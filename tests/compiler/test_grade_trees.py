"""What grades go by, as trees."""

from kaohe.compiler.grade_trees import grade_trees
from kaohe.expr.tree import Input
from support.small_rubric import item, rubric
from support.small_scores import compiled_from


def test_a_date_may_break_a_tie() -> None:
    """The earlier report goes first; a date is only compared."""
    earlier = [{"of": "shared.sent", "first": "lowest"}]
    best = {"id": "best", "title": "优秀", "from": 3, "quota": 1, "tie_breaks": earlier}
    shared = {"sent": {"label": "报送日期", "kind": "date"}}
    compiled = compiled_from(rubric([item()], shared=shared, grades=[best, {"id": "fair", "title": "合格"}]))
    assert grade_trees(compiled.rubric)[""].tie_breaks == ((Input("shared.sent"),), ())
