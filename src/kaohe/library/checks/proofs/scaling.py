"""What is rescaled must come to the points that apply where all of these are earned; it was scaled before otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kaohe.backends.exact import compile_trees
from kaohe.compiler.lowering import ITEMS, lower
from kaohe.compiler.totals import SECTIONS, Total, totals
from kaohe.expr.numbers import plain
from kaohe.expr.tree import Const, Expr, Input, total
from kaohe.expr.tree_questions import inputs
from kaohe.library.checks.positions import Path, Place
from kaohe.library.checks.proofs.divisors import added_terms
from kaohe.problems import Problem
from kaohe.rubric.model import Item, Rubric, Section
from kaohe.rubric.rule_parts.rule import Rule

OWN_STEPS = ("score", "most", "least")
"""What stands between the parts of a section and its score but for events."""
Given = Mapping[str, Fraction]
"""Results by the names that trees have for them."""


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric whose formulas can be read."""
    if rubric.rescale is None:
        return
    *sections, whole = totals(rubric, lower(rubric))
    of_rescaled = sections if rubric.rescale == "section" else [whole]
    for (path, one), made in zip(scaled(rubric), of_rescaled, strict=True):
        if one.points:
            yield from _unlike(place, path, one, made, sections if made is whole else [])


def scaled(rubric: Rubric) -> list[tuple[Path, Section | Rubric]]:
    """The sections, or the whole, whose scores are scaled to their points."""
    if rubric.rescale == "section":
        return [(("sections", number), section) for number, section in enumerate(rubric.sections)]
    return [((), rubric)] if rubric.rescale == "total" else []


def parts_together(one: Section | Rubric) -> Fraction:
    """The points of all that a section or the whole is made of."""
    parts = one.items if isinstance(one, Section) else one.sections
    return sum((part.points for part in parts), Fraction(0))


def _unlike(
    place: Place, path: Path, one: Section | Rubric, made: Total, sections: Sequence[Total]
) -> Iterator[Problem]:
    """The first case in which what is earned differs from what applies, though nothing is lost."""
    inside = one.items if isinstance(one, Section) else [item for _, item in one.items()]
    where = ("rescale",) if one.score is None else (*path, "score")
    for gone in _cases(inside):
        full = {f"{ITEMS}.{item.id}": item.points for item in inside}
        for item, rule in gone:
            full[f"{ITEMS}.{item.id}"] -= rule.points
        applies = sum(full.values(), Fraction(0))
        found = _before_rescaling(made, sections, full)
        if found is None:
            return
        if found != applies and applies:
            titles = "、".join(dict.fromkeys(item.title for item, _ in gone))
            parameters = {"found": plain(found), "points": plain(applies), "titles": titles}
            yield place.problem("rescaled-unevenly" if gone else "scaled-twice", where, parameters)
            return


def _cases(inside: Sequence[Item]) -> Iterator[Sequence[tuple[Item, Rule]]]:
    """What does not apply: nothing, each rule that is rescaled alone, and one after the other until all are gone."""
    optional = [(item, rule) for item in inside for rule in item.rules if rule.counts]
    optional = [(item, rule) for item, rule in optional if rule.not_applicable == "rescaled"]
    yield ()
    yield from ([one] for one in optional)
    yield from (optional[:count] for count in range(2, len(optional) + 1))


def _before_rescaling(made: Total, sections: Sequence[Total], full: Given) -> Fraction | None:
    """What a section or the whole comes to where items have these scores, but for what facts add to it.

    None where facts do more than add.
    """
    given = dict(full)
    for one in sections:
        found = _value(_reached(one, OWN_STEPS), full)
        if found is not None:
            given[f"{SECTIONS}.{one.id}"] = found
    return _value(_reached(made, ("score",)), given)


def _reached(made: Total, steps: Sequence[str]) -> Expr:
    """The tree after the last of these steps; without any, the sum of the parts."""
    trees = [step.tree for step in made.steps if step.name in steps]
    return trees[-1] if trees else total([Input(part) for part in made.parts])


def _value(tree: Expr, given: Given) -> Fraction | None:
    tree = total([one * Const(times) for one, times in added_terms(tree).items() if not _of_facts(one)])
    names = sorted(inputs(tree))
    if not given.keys() >= set(names):
        return None
    run = compile_trees([tree], {name: f"v[{number}]" for number, name in enumerate(names)})
    return Fraction(run([given[name] for name in names])[0])


def _of_facts(tree: Expr) -> bool:
    """Whether it rests on facts alone, and neither on results nor on nothing."""
    names = inputs(tree)
    return bool(names) and not any(name.startswith((f"{ITEMS}.", f"{SECTIONS}.")) for name in names)
