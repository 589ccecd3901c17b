"""The table of what moved the scores: it is as wide as the terminal at most, and folds as Chinese text is folded."""

import re
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from kaohe.messages import Language
from kaohe.render.terminal import sheet_table
from support.rendered.reports import dossier


def shown(language: Language, width: int) -> list[str]:
    console = Console(file=StringIO(), width=width)
    sheet_table.show(dossier(), language, console)
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    return lines[next(place for place, line in enumerate(lines) if " → " in line and line.startswith("自评分")) :]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", range(46, 100))
def test_no_date_is_broken_and_no_line_begins_with_a_stop(language: Language, width: int) -> None:
    lines = shown(language, width)
    assert max(map(cell_len, lines)) <= width
    assert re.search(r"\d{4}-\d{2}-\d{2}", "\n".join(lines))
    assert not [line for line in lines if re.match(r"\s*[，、）：；。]", line) or line.endswith("-")]
