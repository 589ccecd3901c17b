"""`kaohe rubrics`: what is shipped."""

from kaohe.cli.reporter import FINE, Reporter
from kaohe.expr.numbers import plain
from kaohe.library import rubric_files


def run(reporter: Reporter) -> int:
    for path in rubric_files.shipped().values():
        rubric, _ = rubric_files.load(path)
        reporter.result(reporter.say("shipped", id=rubric.id, title=rubric.title, points=plain(rubric.points)) + "\n")
    return FINE
