"""`kaohe rubrics`: what is shipped."""

from kaohe import library
from kaohe.commands.desk import FINE, Desk
from kaohe.quantities import plain


def run(desk: Desk) -> int:
    for path in library.shipped().values():
        rubric, _ = library.load(path)
        desk.result(desk.say("shipped", id=rubric.id, title=rubric.title, points=plain(rubric.points)) + "\n")
    return FINE
