"""`kaohe sql` as it is run: one query with a comment that says what it expects, or a sentence why there is none."""

import subprocess
from pathlib import Path
from unittest.mock import patch

import pytest
import sqlglot

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.backends.columns.sql_dialects import DIALECTS
from support.command_line import BIN, SHIPPED, kaohe
from support.rounds import share

REFUSED = {  # "unknown-dialect", "no-such-list", "no-table-name", "too-large-for-columns"
    ("--dialect", "trini"): (
        "没有“trini”这种 SQL；可用：duckdb, spark, trino\n",
        "there is no SQL of “trini”; known: duckdb, spark, trino\n",
    ),
    ("--members", "data_use.upload=t"): (
        "--members 写作 名单=表名，“data_use.upload=t”不是；这份细则的名单：data_use.uploads\n",
        "--members is LIST=TABLE, which “data_use.upload=t” is not; lists of this rubric: data_use.uploads\n",
    ),
    ("--table", "hr..facts"): (
        "“hr..facts”不是表名；写 表、库.表 或 目录.库.表\n",
        "“hr..facts” is no name of a table; write table, schema.table or catalog.schema.table\n",
    ),
}


@pytest.mark.parametrize("dialect", share([*DIALECTS], of=3))
def test_it_prints_a_query(dialect: str) -> None:
    ran = kaohe("sql", SHIPPED, "--dialect", dialect, "--table", "hr.facts", "--members", "data_use.uploads=上传")
    assert (ran.code, ran.err) == (0, "")
    quote = DIALECTS[dialect].quote
    for name in (f"{quote}hr{quote}.{quote}facts{quote}", f"{quote}上传{quote}"):
        assert ran.out.count(f"FROM {name}\n") == 1
    sqlglot.parse_one(ran.out, dialect=dialect)


@pytest.mark.parametrize(("language", "words"), [("zh", "的算分查询"), ("en", "scores of")])
def test_a_comment_says_what_is_expected(language: str, words: str) -> None:
    out = kaohe("sql", SHIPPED, "--lang", language).out
    head, _, _ = out.partition("WITH ")
    assert words in head
    assert "--   parameters.provincial_pass_rate.percent DECIMAL(18, 4) " in head
    assert "--   data_use.uploads BIGINT " in head
    assert "--   whole DECIMAL(18, 4) " in head
    assert all(line.startswith("--") for line in head.splitlines())


def test_it_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "scores.sql"
    ran = kaohe("sql", SHIPPED, "-o", str(target))
    assert (ran.code, ran.out, ran.err) == (0, "", f"已写入 {target}\n")
    assert target.read_text(encoding="utf-8") == kaohe("sql", SHIPPED).out


def test_readings_change_it() -> None:
    from support.shipped import alternatives

    name, option = alternatives()[0]
    other = kaohe("sql", SHIPPED, "--reading", f"{name}={option}")
    assert other.code == 0
    assert other.out != kaohe("sql", SHIPPED).out


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("options", REFUSED)
def test_what_it_refuses(options: tuple[str, str], place: int) -> None:
    ran = kaohe("sql", SHIPPED, *options, "--lang", ("zh", "en")[place])
    assert (ran.code, ran.out, ran.err) == (2, "", REFUSED[options][place])


def test_numbers_that_no_column_holds() -> None:
    with patch("kaohe.cli.commands.sql.SqlQuery", side_effect=TooLarge):
        zh, en = (kaohe("sql", SHIPPED, "--lang", language) for language in ("zh", "en"))
    assert [zh.code, en.code] == [2, 2]
    chinese = "里有的数，127 位的整数也装不下，或可能不适用的事实太多，一条查询算不准；用 kaohe table 或 batch"
    assert zh.err == f"细则“{SHIPPED}”{chinese}\n"
    words = (
        "makes numbers of more than 127 bits, or leaves open whether too many facts apply, so that no query is exact"
    )
    assert en.err == f"the rubric “{SHIPPED}” {words}; use kaohe table or batch\n"


def test_it_needs_no_engine() -> None:
    code = (
        "import sys; from kaohe.cli.main import main\n"
        f"sys.argv = ['kaohe', 'sql', '{SHIPPED}', '-o', '-']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([one for one in ('polars', 'duckdb', 'pyspark', 'openpyxl') if one in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([BIN.with_name("python"), "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.splitlines()[-1] == "[]"
