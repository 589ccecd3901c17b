"""What trees say of themselves: all their nodes, the facts that they read or ask for, what they are."""

from kaohe.expr.tree import ZERO, Call, If, Input, Op
from kaohe.expr.tree_questions import asked, facts_read, inputs, is_condition, nodes

ONE, TWO = Input("one"), Input("two")


def test_nodes_come_from_the_top() -> None:
    tree = If(ONE > TWO, ONE, ZERO)
    assert list(nodes(tree)) == [tree, ONE > TWO, ONE, TWO, ONE, ZERO]


def test_inputs_and_what_is_asked_for() -> None:
    tree = If(Call(Op.APPLICABLE, (ONE,)), TWO, ZERO)
    assert inputs(tree) == {"one", "two"}
    assert asked(tree) == {"one"}
    assert inputs(ZERO) == asked(ZERO) == frozenset()


def test_a_field_of_a_member_belongs_to_the_list() -> None:
    body = Input("item.list.*.part") / Input("item.list.*.whole")
    tree = Call(Op.TOTAL, (Input("item.list"), body)) + Input("item.rate.part")
    assert facts_read(tree, Input("item.done")) == {"item.list", "item.rate.part", "item.done"}
    assert facts_read() == frozenset()


def test_what_operators_make_conditions() -> None:
    conditions = [ONE > TWO, ONE >= TWO, Call(Op.EQUAL, (ONE, TWO)), ~ONE, ONE & TWO, ONE | TWO]
    assert all(map(is_condition, [*conditions, Call(Op.APPLICABLE, (ONE,))]))
    assert not any(map(is_condition, [ONE, ZERO, ONE + TWO, If(ONE > TWO, ONE, TWO), Call(Op.FLOOR, (ONE,))]))
