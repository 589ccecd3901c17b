"""Changes of a table by its cells, columns and rows, as people and programs spoil them."""

import csv
from collections.abc import Callable
from io import StringIO
from random import Random

Grid = list[list[str]]
CELLS = (
    *(
        "",
        " ",
        "\u3000",
        "0",
        "-1",
        "1.5",
        "1e5",
        "１２",
        "1,234",
        "1 234",
        "3万",
        "50%",
        "0.5",
        "-3%",
        "120%",
        "1000.1%",
    ),
    *(
        "是",
        "否",
        "有",
        "√",
        "true",
        "Y",
        "无",
        "—",
        "不适用",
        "N/A",
        "#REF!",
        "#N/A",
        "=1+1",
        "@SUM(1)",
        "待定",
        "约5",
    ),
    *("2011-03-31", "2011/3/31", "2011年3月", "20110331", "2011-02-30", "40603", "2011-13", "NaN", "inf", "1e999"),
    *(
        "9" * 400,
        "1" * 5000,
        "长" * 2000,
        "甲市",
        "a\nb",
        "a\rb",
        '"',
        "a,b",
        "\x1b[31m",
        "\0",
        "\u202e甲",
        "e\u0301",
        "🀄",
    ),
    *(
        "good",
        "excellent",
        "self",
        "final",
        "自评",
        "rubric.yaml",
        "nowhere.yaml",
        "../rubric.yaml",
        "/etc/passwd",
        "null",
    ),
)


def read(content: bytes) -> Grid:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def written(grid: Grid, separator: str = ",") -> bytes:
    target = StringIO()
    csv.writer(target, delimiter=separator, lineterminator="\n").writerows(grid)
    return target.getvalue().encode("utf-8", "surrogatepass")


def cell(random: Random, grid: Grid) -> None:
    row = random.choice(grid[1:] or grid)
    if row:
        row[random.randrange(len(row))] = random.choice(CELLS)


def heading(random: Random, grid: Grid) -> None:
    """A column under another name: misspelt, another's, a wrong one."""
    at, names = random.randrange(len(grid[0])), grid[0]
    names[at] = random.choice((random.choice(names), names[at] + "x", names[at][:-1], names[at].upper(), *CELLS[:6]))


def column(random: Random, grid: Grid) -> None:
    """A column gone, twice, or elsewhere."""
    at, how, to = random.randrange(len(grid[0])), random.randrange(3), random.randrange(len(grid[0]))
    for row in grid:
        if at < len(row):
            value = row[at] if how == 1 else row.pop(at)
            if how:
                row.insert(to, value)


def row(random: Random, grid: Grid) -> None:
    """A row gone, twice, empty, shorter, longer, or elsewhere."""
    at, how = random.randrange(len(grid)), random.randrange(6)
    if how == 0 and len(grid) > 1:
        del grid[at]
    elif how == 1:
        grid.insert(at, list(grid[at]))
    elif how == 2:
        grid.insert(at, [])
    elif how == 3:
        del grid[at][random.randrange(len(grid[at]) or 1) :]
    elif how == 4:
        grid[at].append(random.choice(CELLS))
    else:
        grid.insert(random.randrange(len(grid)), grid.pop(at))


CHANGES: tuple[Callable[[Random, Grid], None], ...] = (cell, cell, cell, cell, heading, column, row)


def changed(random: Random, grid: Grid) -> Grid:
    found = [list(one) for one in grid]
    for _ in range(random.choice((1, 1, 2, 3))):
        if found and found[0]:
            random.choice(CHANGES)(random, found)
    return found
