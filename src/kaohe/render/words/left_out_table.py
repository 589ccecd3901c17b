"""Files of a folder that gave no sheet, as a plain table with all that was found in them."""

from kaohe.messages import Language, say
from kaohe.problems import Problem
from kaohe.render.words.cell_wording import heads
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.plain_table import PlainTable, TableRow
from kaohe.results.summary import BadFile


def left_out_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """Nothing where every file gave one."""
    bad = figures.summary.bad
    if not bad:
        return ()
    columns = heads(
        language, ("table.file", "name"), ("table.place", "text"), ("table.code", "text"), ("table.message", "long")
    )
    rows = [TableRow((one.path, *_found(one, problem, language))) for one in bad for problem in one.problems]
    rows += [TableRow((one.path, "", "", "")) for one in bad if not one.problems]
    return (PlainTable("left_out", say("table.left_out", language), columns, tuple(rows)),)


def _found(bad: BadFile, problem: Problem, language: Language) -> tuple[str, str, str]:
    """Where in the file, what, and in words; the place names a file only where it is another one."""
    whole = say("table.whole_file", language)
    place = whole if problem.place == bad.path else problem.place.removeprefix(f"{bad.path}:")
    return place, problem.code, problem.message(language)
