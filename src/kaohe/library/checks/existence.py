"""A fact that need not exist for every unit must be asked with `applicable()` before it is read.

That is so for shared facts read by items, and for any fact read by sections, the whole or grades.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.grade_trees import grade_trees
from kaohe.compiler.lowering import lower
from kaohe.compiler.totals import totals
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import indicator_key, unguarded
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.library.checks.positions import Path, Place, items
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric that is sound otherwise."""
    trees = lower(rubric)
    optional = frozenset(indicator_key(key) for one in trees for key in one.optional())
    labels = dict(_labels(rubric))
    for one, (_, _, path) in zip(trees, items(rubric), strict=True):
        shared = {key for key in optional if key.startswith((f"{SHARED}.", f"{PARAMETERS}."))}
        yield from _item(place, one, path, shared, labels)
    sections: list[Path] = [("sections", number) for number in range(len(rubric.sections))]
    for total, path in zip(totals(rubric, trees), [*sections, ()], strict=True):
        yield from _read(place, path, [step.tree for step in total.steps if step.name != "rescaled"], optional, labels)
    paths = dict(zip((name for name, _ in rubric.totals()), [*sections, ()], strict=True))
    for name, grades in grade_trees(rubric).items():
        yield from _read(place, (*paths[name], "grades"), grades.asked, optional, labels)
        yield from _read(place, (*paths[name], "limits"), grades.events, optional, labels)


def _item(
    place: Place, trees: ItemAccounts, path: Path, optional: AbstractSet[str], labels: Mapping[str, str]
) -> Iterator[Problem]:
    """Shared facts that another item's rule lets not exist."""
    for account, read in zip(trees.accounts, trees.trees, strict=True):
        yield from _read(place, (*path, *account.place), read, optional, labels)


def _read(
    place: Place, path: Path, several: Sequence[Expr], optional: AbstractSet[str], labels: Mapping[str, str]
) -> Iterator[Problem]:
    keys = frozenset().union(*map(unguarded, several)) & optional
    for label in sorted({labels[key] for key in keys}):
        yield place.problem("existence-unanswered", path, {"label": label})


def _labels(rubric: Rubric) -> Iterator[tuple[str, str]]:
    """Every fact's label by its key."""
    groups: dict[str, Mapping[str, Indicator]] = {SHARED: rubric.shared, "parameters": rubric.parameters}
    groups |= {item.id: item.indicators for _, item in rubric.items()}
    for group, facts in groups.items():
        yield from ((f"{group}.{name}", one.label) for name, one in facts.items())
