"""Where a file can be changed, by the operators of cosmic-ray: of a sign's replacements only the nearest."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

SIGNS = "Lt_LtE LtE_Lt Gt_GtE GtE_Gt Eq_NotEq NotEq_Eq Is_IsNot IsNot_Is Add_Sub Sub_Add Mul_Div Div_Mul FloorDiv_Div"
MORE_SIGNS = "Mod_FloorDiv Pow_Mul BitAnd_BitOr BitOr_BitAnd Delete_Not Delete_USub Delete_Invert"
NEIGHBOURS = frozenset([*SIGNS.split(), *MORE_SIGNS.split()])
PROMISES = frozenset(["frozen", "slots", "strict"])
REMEMBERED = frozenset(["cache", "override", "abstractmethod"])
SIGN = re.compile(r"core/Replace(Comparison|Binary|Unary)Operator_(\w+)")


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """One change of one file; `line` is where it begins."""

    path: str
    line: int
    operator: str
    occurrence: int

    def code(self, source: str) -> str:
        found: str | None = mutate_code(source, _operators()[f"core/{self.operator}"], self.occurrence)
        assert found is not None
        return found


def mutants(path: Path, root: Path) -> Iterator[Mutant]:
    source = path.read_text(encoding="utf-8")
    tree, types = get_ast(source), _types(ast.parse(source))
    for name, operator in _operators().items():
        places = ((place, node) for node in ast_nodes(tree) for place, _ in operator.mutation_positions(node))
        for occurrence, (place, node) in enumerate(places):
            if not _is_mark(node) and not any(start <= place < end for start, end in types):
                yield Mutant(str(path.relative_to(root)), place[0], name.removeprefix("core/"), occurrence)


@cache
def _operators() -> dict[str, Any]:
    found = {}
    for name in operator_names():
        sign = SIGN.fullmatch(name)
        if (sign is None or sign[2] in NEIGHBOURS) and not get_operator(name).arguments():
            found[name] = get_operator(name)()
    return found


def _is_mark(node: Any) -> bool:
    """Whether it is the star after which parameters have names: a slash there means no number."""
    return node.parent is not None and node.parent.type == "parameters"


def _types(tree: ast.AST) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where signs join types or patterns: what is changed there does not run, or is no Python; and promises.

    That a class is frozen, what a function gave remembered, two lists as long: a right program is the same without.
    """
    inside: list[Any] = []
    for node in ast.walk(tree):
        inside += [getattr(node, name, None) for name in ("annotation", "returns")]
        inside += [node] if isinstance(node, ast.MatchOr) else []
        inside += [node.value] if isinstance(node, ast.keyword) and node.arg in PROMISES else []
        inside += [
            one for one in getattr(node, "decorator_list", []) if isinstance(one, ast.Name) and one.id in REMEMBERED
        ]
    return [((one.lineno, max(0, one.col_offset - 1)), (one.end_lineno, one.end_col_offset)) for one in inside if one]
