"""What is spoken of as a fact: what has a name of its own, what is measured and what it is measured by, what moved."""

from collections.abc import Mapping

from kaohe.backends.names import Name
from kaohe.expr.tree import COMPUTABLE, Call, Const, Expr, If, Input, Op
from kaohe.expr.tree_questions import IN_LIST, inputs


def own(expr: Expr) -> bool:
    """Whether it has a name of its own."""
    return isinstance(expr, Input) or (isinstance(expr, (Call, If)) and expr.label not in ("", COMPUTABLE))


def name_of(expr: Expr, names: Mapping[str, Name]) -> Name | None:
    """What it is called, where it has a name of its own."""
    match expr:
        case Input(key):
            return names[key]
        case Call(label=label) | If(label=label) if label:
            return names[label]
    return None


def measuring(expr: Expr) -> int:
    """How much something is what facts are measured by, rather than a fact: the lesser of two is spoken of first."""
    match expr:
        case Const():
            return 4
        case Input(key) if not key.startswith("parameters."):
            return 0 if IN_LIST in key else 2 if key.endswith((".whole", ".previous")) else 1
        case Call(label=label) if label.endswith((".rate", ".growth")):
            return 0 if any(IN_LIST in key for key in inputs(expr)) else 1
    return 3


def change(expr: Expr) -> tuple[Input, Input] | None:
    """Now and before, of a growth."""
    match expr:
        case Call(Op.DIVIDE, (Call(Op.SUBTRACT, (Input() as now, Input() as before)), Input() as base), label=label):
            return (now, before) if base == before and label.endswith(".growth") else None
    return None


def directed(left: Expr, right: Expr) -> tuple[Input, Input] | None:
    """Now and before, where these two of one fact are compared."""
    match left, right:
        case Input(first), Input(second) if first != second:
            ends = {first.rpartition(".")[2]: left, second.rpartition(".")[2]: right}
            if first.rpartition(".")[0] == second.rpartition(".")[0] and ends.keys() == {"current", "previous"}:
                return Input(f"{first.rpartition('.')[0]}.current"), Input(f"{first.rpartition('.')[0]}.previous")
    return None
