"""A rubric as another year might have it: clauses, items and figures changed at random."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from kaohe.rubric.model import Item, Rubric, Section

Change = Callable[[Item, Random], Item]


def changed(rubric: Rubric, random: Random, times: int) -> Rubric:
    """So many changes one after another; points still add up wherever they did."""
    for _ in range(times):
        sections = list(rubric.sections)
        at = random.randrange(len(sections))
        sections[at] = _section(sections[at], random)
        if not random.randrange(8):
            random.shuffle(sections)
        points = rubric.points + sum((one.points for one in sections), Fraction(0))
        points -= sum((one.points for one in rubric.sections), Fraction(0))
        rubric = replace(rubric, sections=tuple(sections), points=points)
    return rubric


def _section(section: Section, random: Random) -> Section:
    items = list(section.items)
    before = sum((one.points for one in items), Fraction(0))
    at = random.randrange(len(items))
    way = random.randrange(7)
    if way == 0 and len(items) > 1:
        del items[at]
    elif way == 1:
        items.insert(0, replace(items[at], id=f"{items[at].id}_again", title=f"又{items[at].title}"))
    elif way == 2:
        random.shuffle(items)
    elif way == 3 and len(items) > 1:  # ids that only count, after an item was put in front
        ids = [one.id for one in items]
        items = [replace(one, id=name) for one, name in zip(items, [*ids[1:], ids[0]], strict=True)]
    elif way == 4:  # all of an item but its place is another's, whose facts' names it may share
        items[at] = replace(random.choice(items), id=items[at].id, title=items[at].title)
    else:
        items[at] = random.choice(CHANGES)(items[at], random)
    after = sum((one.points for one in items), Fraction(0))
    return replace(section, items=tuple(items), points=section.points + after - before)


def _fewer_rules(item: Item, random: Random) -> Item:
    if len(item.rules) < 2:
        return item
    gone = random.choice(item.rules)
    rules = tuple(rule for rule in item.rules if rule is not gone)
    return replace(item, rules=rules, points=item.points - (gone.points if gone.counts else 0))


def _other_points(item: Item, random: Random) -> Item:
    if not item.rules:
        return item
    at = random.randrange(len(item.rules))
    more = Fraction(random.randint(1, 4), 2)
    rules = list(item.rules)
    rules[at] = replace(rules[at], points=rules[at].points + more)
    return replace(item, rules=tuple(rules), points=item.points + (more if rules[at].counts else 0))


def _other_floor(item: Item, random: Random) -> Item:
    rules = tuple(replace(rule, floor=random.choice(("part", "item", "none"))) for rule in item.rules)
    return replace(item, rules=rules)


def _no_vetoes(item: Item, random: Random) -> Item:
    return replace(item, vetoes=item.vetoes[: random.randrange(len(item.vetoes) + 1)])


def _other_words(item: Item, random: Random) -> Item:
    at = random.randrange(len(item.method) or 1)
    return replace(item, method=f"{item.method[:at]}又{item.method[at:]}", title=f"{item.title}工作")


def _other_order(item: Item, random: Random) -> Item:
    return replace(item, rules=tuple(random.sample(item.rules, len(item.rules))))


CHANGES: tuple[Change, ...] = (_fewer_rules, _other_points, _other_floor, _no_vetoes, _other_words, _other_order)
