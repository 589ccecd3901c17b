"""`kaohe rubrics`: what is shipped."""

from kaohe.cli.console import FINE, Desk
from kaohe.expr.numbers import plain
from kaohe.library import rubric_files


def run(desk: Desk) -> int:
    for path in rubric_files.shipped().values():
        rubric, _ = rubric_files.load(path)
        desk.result(desk.say("shipped", id=rubric.id, title=rubric.title, points=plain(rubric.points)) + "\n")
    return FINE
