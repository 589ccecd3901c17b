"""Which item of a rubric is meant: by its number on the form, its id, or words of its title."""

from kaohe.problems import Unusable
from kaohe.rubric.model import Rubric
from kaohe.source.models import nearest


def find_item(rubric: Rubric, text: str) -> int:
    """The place of an item that is meant by a text; raises Unusable where there is none, or are several."""
    items = rubric.items()
    exact = [place for place, (number, item) in enumerate(items) if text in (number, item.id, item.title)]
    found = exact or [place for place, (_, item) in enumerate(items) if text in item.title]
    if len(found) == 1:
        return found[0]
    titles = [f"{number} {item.title}" for number, item in items]
    if found:
        raise Unusable("several-items", found=text, items="、".join(titles[place] for place in found))
    known = {name: titles[place] for place, (_, item) in enumerate(items) for name in (item.id, item.title)}
    raise Unusable("unknown-item", found=text, nearest=known.get(nearest(text, tuple(known)), ""))
