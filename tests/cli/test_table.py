"""`kaohe table`: large tables of facts scored, what is wrong in them named, and where such tables come from."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from openpyxl import Workbook

from kaohe.library import rubric_files
from support.command_line import CITIES, SHIPPED, Ran, kaohe, without_polars

UNIT = {"unit": "甲村", "pooling_level.city_pooling": "是", "pooling_level.districts_outside": "0"}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(rows: list[dict[str, str]], path: str = "facts.csv") -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    Path(path).write_text("".join(f"{','.join(line)}\r\n" for line in lines), encoding="utf-8")


def table(*options: str, facts: str = "facts.csv") -> Ran:
    return kaohe("table", facts, "--rubric", SHIPPED, *options)


def scores(path: str = "scores.csv") -> dict[str, dict[str, str | None]]:
    frame = pl.read_csv(path, infer_schema=False)
    return {row["unit"]: row for row in frame.iter_rows(named=True)}


class TestScores:
    def test_what_is_missing_is_between_two_bounds_and_never_zero(self) -> None:
        write([UNIT])
        ran = table("-o", "scores.csv")
        assert (ran.code, ran.err) == (0, "已写入 scores.csv\n1 行：有缺报 1\n")
        row = scores()["甲村"]
        assert (row["items.pooling_level"], row["items.pooling_level.low"]) == ("2.00", "2.00")
        assert (row["items.coverage"], row["items.coverage.low"], row["items.coverage.high"]) == (None, "0.00", "8.00")
        assert row["state"] == "open"

    def test_parquet_has_exact_decimals(self) -> None:
        write([UNIT])
        assert table("-o", "scores.parquet").code == 0
        frame = pl.read_parquet("scores.parquet")
        assert frame.schema["total"] == pl.Decimal(18, 2)
        assert frame["items.pooling_level"].to_list() == [Decimal("2.00")]

    def test_without_bounds(self) -> None:
        write([UNIT])
        table("-o", "scores.csv", "--no-bounds")
        assert not [name for name in scores()["甲村"] if name.endswith((".low", ".high"))]

    def test_places_within_a_column(self) -> None:
        places = {"甲": "东县", "乙": "东县", "丙": "西县"}
        write([{**UNIT, "county": county, "unit": name} for name, county in places.items()])
        table("-o", "scores.csv", "--within", "county")
        told = scores()
        assert [told[name]["total.rank.worst"] for name in "甲乙丙"] == ["2", "2", "1"]
        assert [told[name]["county"] for name in "甲乙丙"] == ["东县", "东县", "西县"]

    def test_the_cities_as_a_table(self) -> None:
        assert kaohe("table", str(CITIES), "--from", "-o", "facts.parquet").code == 0
        ran = kaohe("table", "facts.parquet", "-o", "scores.csv", "--ranks")
        assert ran.err == "已写入 scores.csv\n13 行：已定 12，有缺报 1\n"
        told = scores()
        assert (told["丁市"]["total"], told["癸市"]["state"]) == ("369.00", "open")

    def test_only_some_units(self) -> None:
        write([UNIT, {**UNIT, "unit": "乙村"}])
        ran = table("--where", "乙村")
        assert "乙村" in ran.out
        assert "甲村" not in ran.out
        assert table("--limit", "1").err == "1 行：有缺报 1\n"

    def test_how_scores_spread(self) -> None:
        write([UNIT, {**UNIT, "unit": "乙村", "pooling_level.districts_outside": "1"}])
        lines = table("--describe").out.splitlines()
        assert lines[0] == "得分分布（2 行）"
        assert next(line.split() for line in lines if line.startswith("1.4"))[-1] == "1.5"

    def test_a_workbook(self) -> None:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (["单位", "所属县", *list(UNIT)[1:]], ["甲村", "东县", *list(UNIT.values())[1:]]):
            sheet.append(row)
        book.save("facts.xlsx")
        assert table("-o", "scores.csv", "--keep", "所属县", facts="facts.xlsx").code == 0
        assert scores()["甲村"]["items.pooling_level"] == "2.00"
        assert scores()["甲村"]["所属县"] == "东县"

    def test_how_it_would_be_scored(self) -> None:
        write([UNIT])
        lines = table("--explain").out.splitlines()
        assert lines[0].startswith("事实齐全的行：")
        assert lines[1].startswith("有缺报的行：")
        assert any(line.startswith("coverage.contributors.current：") for line in lines)

    def test_the_ledger(self) -> None:
        write([{**UNIT, "pooling_level.districts_outside": "1"}])
        table("-o", "scores.csv", "--ledger")
        row = scores()["甲村"]
        told = {
            name.removeprefix("ledger.pooling_level."): value for name, value in row.items() if "ledger.pool" in name
        }
        assert [told[f"{account}.{side}"] for account in (0, 1) for side in ("due", "applied", "open")] == [
            *("0.00", "0.00", "false"),
            *("1.00", "1.00", "false"),
        ]

    def test_a_member_that_has_zero_is_not_one_of_whom_nothing_is_said(self) -> None:
        members = [[{"member": "甲", "part": Decimal(0), "whole": Decimal("0.0001")}]]
        pl.DataFrame({"unit": ["甲村"], "data_use.uploads": members}).write_parquet("facts.parquet")
        table("--to", "units", facts="facts.parquet")
        assert "{part: 0, whole: 0.0001}" in Path("units/甲村.自评分.yaml").read_text(encoding="utf-8")

    def test_rows_as_files_of_their_units(self) -> None:
        write([UNIT, {**UNIT, "unit": "乙/村", "pooling_level.districts_outside": "若干"}, {**UNIT, "unit": "丙"}])
        ran = table("--to", "units")
        assert ran.code == 1
        assert ran.err == (
            "facts.csv:3:3: word-for-some “1.4 未纳入市区统筹的财政独立区”：写的是“若干”；写出是多少，如 3\n"
            "2 个单位的指标文件已写入 units\n"
        )
        assert sorted(path.name for path in Path("units").iterdir()) == ["丙.自评分.yaml", "甲村.自评分.yaml"]
        assert Path("units/丙.自评分.yaml").read_text(encoding="utf-8") == (
            f"rubric: {SHIPPED}\n"
            "unit: 丙\n"
            "stage: self\n"
            "\n"
            "indicators:\n"
            "  pooling_level:  # 1.4 提高失业保险统筹层次\n"
            "    city_pooling: true  # 已按省规定实现市区统筹\n"
            "    districts_outside: 0  # 未纳入市区统筹的财政独立区\n"
        )
        table("-o", "scores.csv")
        assert kaohe("batch", "units", "-o", "all.csv").code == 0
        totals = pl.read_csv("all.合计.csv", infer_schema=False).filter(pl.col("level") == "total")
        told = [(row["low"], row["high"]) for row in totals.sort("unit").iter_rows(named=True)]
        ours = [(Decimal(scores()[name][f"total.{side}"] or "") for side in ("low", "high")) for name in ("丙", "甲村")]
        assert [(Decimal(low), Decimal(high)) for low, high in told] == [tuple(one) for one in ours]

    def test_files_of_several_years_and_of_names_that_systems_take_for_one(self) -> None:
        write([{**UNIT, "year": "2011"}, {**UNIT, "year": "2012"}, {**UNIT, "unit": "甲:村", "year": "2012"}])
        assert table("--to", "units").code == 0
        names = sorted(path.name for path in Path("units").iterdir())
        assert names == ["甲_村.2012.自评分.yaml", "甲村.2011.自评分.yaml", "甲村.2012.自评分.yaml"]

    def test_files_name_the_rubric_from_where_they_lie(self) -> None:
        Path("rules").mkdir()
        Path("rules/own.yaml").write_bytes(rubric_files.shipped()[SHIPPED].read_bytes())
        write([UNIT])
        assert kaohe("table", "facts.csv", "--rubric", "rules/own.yaml", "--to", "units").code == 0
        assert Path("units/甲村.自评分.yaml").read_text(encoding="utf-8").startswith('rubric: "../rules/own.yaml"\n')
        assert kaohe("table", "units", "--from", "-o", "again.csv").code == 0
        assert kaohe("table", "again.csv", "-o", "scores.csv").code == 0
        assert scores()["甲村"]["items.pooling_level"] == "2.00"

    def test_roster_names_written_in_another_width_or_case(self) -> None:
        Path("units.yaml").write_text("units:\n- {unit: 甲村, aliases: [A村]}\n", encoding="utf-8")
        write([{**UNIT, "unit": "ａ村"}])
        assert table("-o", "scores.csv", "--where", "甲村").code == 0
        assert [*scores()] == ["甲村"]


class TestProblems:
    def test_bad_rows_are_named_and_the_rest_scored(self) -> None:
        write([UNIT, {**UNIT, "unit": "乙村", "pooling_level.districts_outside": "若干"}, {**UNIT, "unit": "丙村"}])
        ran = table("-o", "scores.csv")
        assert ran.code == 1
        assert ran.err == (
            "已写入 scores.csv\n"
            "facts.csv:3:3: word-for-some “1.4 未纳入市区统筹的财政独立区”：写的是“若干”；写出是多少，如 3\n"
            "3 行：有缺报 2，有问题 1\n"
        )
        assert scores()["乙村"]["state"] == "problem"
        assert scores()["乙村"]["total.high"] is None

    def test_two_rows_about_one_unit(self) -> None:
        write([UNIT, {**UNIT, "unit": "乙村"}, UNIT])
        ran = table("-o", "scores.csv")
        assert ran.code == 1
        assert "facts.csv:2:1: row-twice “甲村”这个阶段不止一行，另见第 4 行；请只留一行\n" in ran.err
        assert "3 行：有问题 2，有缺报 1\n" in ran.err

    def test_a_column_that_nobody_knows(self) -> None:
        write([{**UNIT, "county": "东县"}])
        ran = table("-o", "scores.csv")
        assert ran.code == 1
        assert "facts.csv:1:4: unknown-column 细则里没有“county”这一列" in ran.err
        assert not Path("scores.csv").exists()

    def test_a_percent_without_its_sign_is_not_guessed(self) -> None:
        pl.DataFrame({"unit": ["甲村"], "parameters.provincial_pass_rate": [0.9]}).write_parquet("facts.parquet")
        ran = table("-o", "scores.csv", facts="facts.parquet")
        assert ran.code == 1
        assert "facts.parquet:1:2: percent-without-sign" in ran.err
        pl.DataFrame({"unit": ["甲村"], "parameters.provincial_pass_rate.percent": [90]}).write_parquet("facts.parquet")
        assert table("-o", "scores.csv", facts="facts.parquet").code == 0

    def test_another_rubric(self) -> None:
        write([{**UNIT, "rubric": SHIPPED}, {**UNIT, "unit": "乙村", "rubric": "another"}])
        ran = kaohe("table", "facts.csv", "-o", "scores.csv")
        assert ran.code == 1
        assert "facts.csv:3:4: " in ran.err
        assert scores()["乙村"]["state"] == "problem"
        assert table("-o", "scores.csv").err == "facts.csv 里已有 rubric（评分细则）一列；去掉 --rubric，或去掉这一列\n"

    def test_nested_members_of_one_name(self) -> None:
        members = [[{"member": "指标一", "part": 1, "whole": 2}, {"member": "指标一", "part": 2, "whole": 2}]]
        pl.DataFrame({"unit": ["甲村"], "data_use.uploads": members}).write_parquet("facts.parquet")
        ran = table("-o", "scores.csv", facts="facts.parquet")
        assert ran.code == 1
        assert "members-alike 名单“data_use.uploads”里有两个成员同名，或有一个没有名称；各写一个名称" in ran.err

    def test_what_is_gone_and_reported(self) -> None:
        fact = "assistant_training.certification"
        facts = {"unit": ["甲村"], f"{fact}.part": [1], f"{fact}.not_applicable": [True]}
        pl.DataFrame(facts).write_parquet("f.parquet")
        ran = table("-o", "scores.csv", facts="f.parquet")
        assert f"gone-and-reported “{fact}”写了不适用，又报了数；只留一样" in ran.err


class TestRefusals:
    def test_without_polars(self) -> None:
        write([UNIT])
        with without_polars():
            ran = table()
        assert (ran.code, ran.err) == (2, "大表要用 Polars 来算，这里没有装；请运行：pip install 'kaohe[columns]'\n")

    def test_where_it_goes(self) -> None:
        write([UNIT])
        assert table("-o", "scores.txt").code == 2
        assert table("-o", "facts.csv").code == 2
        assert kaohe("table", SHIPPED, "--example", "5").err == "要用 -o 写明表写到哪里（.parquet 或 .csv）\n"

    def test_where_units_files_go(self) -> None:
        write([UNIT])
        Path("units").mkdir()
        Path("units/parameters.yaml").write_text("parameters: {provincial_pass_rate: 90%}\n", encoding="utf-8")
        assert table("--to", "units").code == 0
        ran = table("--to", "units")
        assert (ran.code, ran.err) == (
            2,
            "“units”里已有“甲村.自评分.yaml”等文件；各单位的文件要写到空文件夹里（可有 parameters.yaml 和单位名单）\n",
        )
        assert table("--to", "facts.csv").err == "“facts.csv”不是文件夹\n"
        ran = table("--to", "others", "--where", "丁村")
        assert (ran.code, ran.err) == (
            1,
            "0 个单位的指标文件已写入 others\nfacts.csv: unit-not-in-table 表里没有单位“丁村”\n",
        )
        alone = "--to 只写各单位的指标文件；得分、名次、分布、台账另运行一次\n"
        assert table("--to", "others", "--ranks").err == alone

    @pytest.mark.parametrize("also", [("--from",), ("--example", "3"), ("--schema",), ("--engine", "duckdb")])
    def test_one_thing_at_a_time(self, also: tuple[str, ...]) -> None:
        write([UNIT])
        ran = table(*also, "--to", "others")
        names = f"--to {also[0]}" if also[0] == "--engine" else f"{also[0]} --to"
        assert (ran.code, ran.err) == (2, f"这几个选项一次只用一个：{names}\n")
        assert not Path("others").exists()

    @pytest.mark.parametrize("made", [("--from",), ("--example", "3"), ("--schema",)])
    @pytest.mark.parametrize(
        "also",
        [
            ("--keep", "county"),
            ("--ranks",),
            ("--where", "甲村"),
            ("--no-bounds",),
            ("--limit", "3"),
            ("--rubric", "r"),
        ],
    )
    def test_what_would_be_ignored(self, made: tuple[str, ...], also: tuple[str, ...]) -> None:
        zh, en = (kaohe("table", SHIPPED, *made, *also, "--lang", language) for language in ("zh", "en"))
        assert (zh.code, zh.err) == (2, f"{made[0]} 不打分，用不上这些：{also[0]}；去掉它们，或另运行一次\n")
        told = f"of no use with {made[0]}, by which nothing is scored: {also[0]}"
        assert (en.code, en.err) == (2, f"{told}; leave it out, or ask for it in a run of its own\n")

    def test_a_schema_is_written_nowhere(self) -> None:
        ran = kaohe("table", SHIPPED, "--schema", "-o", "s.csv", "--members", "a.b=c.csv", "--ledger")
        assert (ran.code, ran.err) == (
            2,
            "--schema 不打分，用不上这些：-o --members --ledger；去掉它们，或另运行一次\n",
        )

    @pytest.mark.parametrize("name", ["", " "])
    def test_a_folder_without_a_name(self, name: str) -> None:
        write([UNIT])
        zh, en = (table("--to", name, "--lang", language) for language in ("zh", "en"))
        assert (zh.code, zh.err) == (2, "--to 后面没有写文件夹；要写到当前文件夹，写 --to .\n")
        assert (en.code, en.err) == (2, "--to names no folder; for the current one write --to .\n")


def test_help_is_not_cut() -> None:
    """Chinese has no blanks at which lines could end."""
    told = kaohe("table", "--help").out
    assert "…" not in told
    assert "列出各项得分的分布" in told


class TestEngines:
    def test_duckdb_gives_the_same(self) -> None:
        assert kaohe("table", SHIPPED, "--example", "100", "-o", "facts.parquet").code == 0
        options = ("--rubric", SHIPPED, "--within", "county", "-o")
        assert kaohe("table", "facts.parquet", *options, "polars.parquet").code == 0
        assert kaohe("table", "facts.parquet", *options, "duckdb.parquet", "--engine", "duckdb").code == 0
        ours, theirs = (pl.read_parquet(f"{name}.parquet").sort("unit") for name in ("polars", "duckdb"))
        shared = [name for name in ours.columns if name in theirs.columns]
        assert {"total", "total.low", "items.coverage", "state", "county"} <= {*shared}
        points = [name for name in shared if ours.schema[name].is_numeric()]
        exact = [pl.col(name).cast(pl.Decimal(18, 2)) for name in points]
        assert ours.select(exact).equals(theirs.select(exact))
        assert ours["state"].equals(theirs["state"])

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--engine", "dask"), "没有“dask”这个引擎；可用：polars, duckdb, spark"),
            (("--engine", "duckdb"), "用 duckdb 计算，要用 --rubric 写明细则，用 -o 写明得分表写到哪里"),
            (
                ("--engine", "duckdb", "--rubric", SHIPPED, "-o", "s.parquet", "--ledger"),
                "duckdb 只算得分、最低、最高、等次、名次；分布、台账、只算几行、不写最低最高、参数文件要用 polars",
            ),
        ],
    )
    def test_what_they_do_not_do(self, options: tuple[str, ...], said: str) -> None:
        pl.DataFrame({"unit": ["甲村"]}).write_parquet("facts.parquet")
        ran = kaohe("table", "facts.parquet", *options)
        assert (ran.code, ran.err) == (2, f"{said}\n")

    def test_facts_that_they_would_not_see(self) -> None:
        pl.DataFrame({"unit": ["甲村"]}).write_parquet("facts.parquet")
        Path("parameters.yaml").write_text(f"rubric: {SHIPPED}\nparameters: {{provincial_pass_rate: 90%}}\n")
        ran = kaohe("table", "facts.parquet", "--rubric", SHIPPED, "-o", "s.parquet", "--engine", "duckdb")
        assert ran.code == 2
        assert "里有各单位共用的数，duckdb 不读" in ran.err


def test_the_columns_of_a_rubric() -> None:
    ran = kaohe("table", "--schema", SHIPPED)
    assert ran.code == 0
    assert "LIST(STRUCT(" in ran.out


def test_an_example_is_scored() -> None:
    assert kaohe("table", SHIPPED, "--example", "200", "-o", "facts.csv").code == 0
    ran = table("-o", "scores.csv", "--within", "county")
    assert ran.code == 0
    assert len(scores()) == 200
