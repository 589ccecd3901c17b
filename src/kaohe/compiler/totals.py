"""Sections and the whole as trees: sums or formulas of items, their bounds, the events that forfeit them, rescaling.

Trees read item scores under `items.ID` and section scores under `sections.ID`, as facts behind a unit's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.lowering import ITEMS, item_scope
from kaohe.expr.sentence_tree import Because, Facts, Figure, Joined, Phrase, Sentence
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Input, Notation, Op, points, total
from kaohe.expr.tree_questions import facts_read, inputs
from kaohe.formulas.groups import Groups
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import Term, Use, result
from kaohe.rubric.model import Item, Rubric, Section
from kaohe.rubric.outcomes import Forfeit

SECTIONS, SUM = "sections", "sum"
BY_FORMULA = "score"
"""The step of a score that has a formula."""
WHOLE = f"{SECTIONS}."
"""The key of the whole score, behind those of the sections."""


@dataclass(frozen=True, slots=True)
class TotalStep:
    """One change on the way from the plain sum to the score: `tree` is what stands after it."""

    name: str
    clause: str
    tree: Expr
    told: Sentence
    """Why it changed anything."""


@dataclass(frozen=True, slots=True)
class Total:
    """A section, or the whole with an empty id. Without steps its score is the sum of its parts."""

    id: str
    points: Fraction
    parts: tuple[str, ...]
    steps: tuple[TotalStep, ...]
    applies: Expr | None = None
    """How many points apply, where the score is rescaled to them; where it is none, there is no score."""
    formulas: tuple[Expr, ...] = ()
    """The trees of its author's own formulas; what else is divided by here is above zero."""

    @property
    def score(self) -> Expr:
        """The tree of the score where there are steps."""
        return self.steps[-1].tree


def totals(rubric: Rubric, items: tuple[ItemAccounts, ...]) -> tuple[Total, ...]:
    """Every section, then the whole."""
    holders: list[Section | Rubric] = [*rubric.sections, rubric]
    needed = any(one.score is not None or one.vetoes for one in holders)
    scope = total_scope(rubric) if needed else Scope("", {}, {}, {})
    by_id = {trees.item.id: trees for trees in items}
    found = []
    for section in rubric.sections:
        parts = [by_id[item.id] for item in section.items]
        scaled = parts if rubric.rescale == "section" and section.points else []
        found.append(_total(section, section.id, [f"{ITEMS}.{item.id}" for item in section.items], scope, scaled))
    scaled = list(items) if rubric.rescale == "total" else []
    whole = _total(rubric, "", [f"{SECTIONS}.{section.id}" for section in rubric.sections], scope, scaled)
    places = Const(Fraction(rubric.rounding.places))
    return tuple(_rounded(one, places) for one in (*found, whole))


def total_reads(several: tuple[Total, ...]) -> frozenset[str]:
    """The keys of the facts that sections and the whole rest on besides their items' scores."""
    return facts_read(*(step.tree for one in several for step in one.steps))


def reads_scores(tree: Expr) -> bool:
    """Whether a tree rests on scores of items, of sections or of the whole."""
    return any(key.startswith((f"{ITEMS}.", f"{SECTIONS}.")) for key in inputs(tree))


def total_scope(rubric: Rubric) -> Scope:
    """What formulas of sections and of the whole may name: results, and the facts of all items by ITEM.FACT."""
    names = [f"{ITEMS}.{item.id}" for _, item in rubric.items()]
    names += [f"{SECTIONS}.{section.id}" for section in rubric.sections]
    parts = {name: result(Input(name)) for name in names}
    for section in rubric.sections:
        for item in section.items:
            parts |= _item_terms(rubric, item)
    groups = _groups(rubric)
    for key in groups:
        parts |= {f"{key}.{end}": _of_member(key, end) for end in ("score", "points")}
    return Scope("", {}, rubric.parameters, rubric.shared, parts, groups)


def _groups(rubric: Rubric) -> Groups:
    """The items of each section, and those that bear a tag, with the score and the points of each."""
    named: dict[str, list[Item]] = {f"{SECTIONS}.{one.id}.items": list(one.items) for one in rubric.sections}
    for item in dict(rubric.items()).values():
        for tag in item.tags:
            named.setdefault(f"tags.{tag}.items", []).append(item)
    return {
        key: tuple({".score": Input(f"{ITEMS}.{one.id}"), ".points": points(one.points)} for one in items)
        for key, items in named.items()
    }


def _of_member(key: str, end: str) -> Term:
    return result(Input(f"{key}.*.{end}"), key)


def _item_terms(rubric: Rubric, item: Item) -> Mapping[str, Term]:
    """The facts of an item as formulas elsewhere name them."""
    scope = item_scope(item, rubric.common_before(item))
    names = {
        name
        for use in Use
        for name in scope.references(use)
        if not name.startswith(("parameters.", "shared.", "items."))
    }
    return {f"{item.id}.{name}": scope.lookup(name) for name in sorted(names)}


def _total(one: Section | Rubric, name: str, parts: list[str], scope: Scope, scaled: list[ItemAccounts]) -> Total:
    plain = total([Input(part) for part in parts])
    own = replace(scope, parts={**scope.parts, SUM: result(plain)})
    formulas = [] if one.score is None else [own.number(one.score)]
    formulas += [own.condition(forfeit.when) for forfeit in one.vetoes]
    applies = total([trees.applies() for trees in scaled]) if scaled else None
    return Total(name, one.points, tuple(parts), tuple(_steps(one, plain, own, applies)), applies, tuple(formulas))


def _steps(one: Section | Rubric, plain: Expr, scope: Scope, applies: Expr | None) -> Iterator[TotalStep]:
    reached = plain
    if one.score is not None:
        reached = scope.number(one.score)
        yield TotalStep(BY_FORMULA, "", reached, _by_formula(reached))
    if applies is not None:  # what was earned of what applies, as if all applied (缺项折算)
        told = _rescaled(reached, points(one.points), applies)
        reached = reached * points(one.points) / applies
        yield TotalStep("rescaled", "", reached, told)
    if one.most is not None:
        told = _bounded(reached, points(one.most), "合计 {sum}，最多得 {bound}", "{sum} in all, at most {bound}")
        reached = Call(Op.MINIMUM, (reached, points(one.most)))
        yield TotalStep("most", "", reached, told)
    if one.least is not None:
        told = _bounded(reached, points(one.least), "合计 {sum}，最低得 {bound}", "{sum} in all, at least {bound}")
        reached = Call(Op.MAXIMUM, (reached, points(one.least)))
        yield TotalStep("least", "", reached, told)
    for number, forfeit in enumerate(one.vetoes, 1):
        reached = _forfeited(reached, forfeit, scope)
        yield TotalStep(f"veto{number}", forfeit.clause, reached, Because(scope.condition(forfeit.when)))


def _by_formula(reached: Expr) -> Sentence:
    by = {"score": Figure(reached, Notation.POINTS)}
    return Joined((Facts(reached), Phrase("按办法算得 {score}", "by the formula {score}", by)))


def _rescaled(reached: Expr, full: Expr, applies: Expr) -> Sentence:
    by = {"applies": Figure(applies), "reached": Figure(reached), "full": Figure(full)}
    return Phrase(
        "缺项折算：适用的 {applies} 分中得 {reached} 分，折成满分 {full} 分的",
        "rescaled: {reached} of the {applies} points that apply, as if {full} applied",
        by,
    )


def _bounded(reached: Expr, bound: Expr, chinese: str, english: str) -> Sentence:
    return Phrase(chinese, english, {"sum": Figure(reached, Notation.POINTS), "bound": Figure(bound, Notation.POINTS)})


def _forfeited(score: Expr, forfeit: Forfeit, scope: Scope) -> Expr:
    left: Expr = Call(Op.MINIMUM, (ZERO, score)) if forfeit.zero else score
    if forfeit.penalty is not None:
        penalty: Expr = points(forfeit.penalty)
        left = left - (scope.number(forfeit.when) * penalty if forfeit.penalty_each else penalty)
    return If(scope.condition(forfeit.when), left, score)


def _rounded(one: Total, places: Const) -> Total:
    """A formula may give any number; sums of rounded scores need no rounding."""
    steps = list(one.steps)
    if any(step.name in (BY_FORMULA, "rescaled") for step in steps):
        last = steps[-1]
        told = Phrase("四舍五入到 {n} 位小数", "rounded half up to {n} {n:decimal|decimals}", {"n": Figure(places)})
        steps.append(TotalStep("rounding", "", Call(Op.ROUND, (last.tree, places)), told))
    return replace(one, steps=tuple(steps))
