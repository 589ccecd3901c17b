"""Which item of another rubric is which: by its title, for ids may only count, or else by its id."""

from collections.abc import Mapping

from kaohe.scoring.compiled_rubric import CompiledRubric

Titles = Mapping[str, str]
"""Each item's, by its id."""


def titles(compiled: CompiledRubric) -> Titles:
    return {trees.item.id: trees.item.title for trees in compiled.items}


def of_another(was: Titles, now: Titles, old: str, new: str) -> bool:
    """Whether two items' titles, by their ids, say that they are not the same, as one of them is on the other side."""
    before, after = was.get(old), now.get(new)
    return before != after and (before in now.values() or after in was.values())


def judged_items(old: CompiledRubric, new: CompiledRubric) -> Mapping[int, int]:
    """The items of which points by judgement count there too, by their places: of one title, or one id and method."""
    found = {}
    for place, one in enumerate(trees.item for trees in new.items):
        before = [at for at, trees in enumerate(old.items) if trees.item.title == one.title]
        same = [at for at, trees in enumerate(old.items) if (trees.item.id, trees.item.method) == (one.id, one.method)]
        sure = [at for at in before if at in same]
        if sure or len(before) == 1 or (same and not before):
            found[(sure or before or same)[0]] = place
    return found
