"""The report of a batch: what it says of all units, and that the file is sound, safe and by itself."""

import re
from base64 import b64encode
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise

import pytest

from kaohe import __version__
from kaohe.analysis.batch_analysis import batch_figures
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.render.html.document import report_bytes
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import BadFile, Summary, Switched
from support.grades import reached
from support.html_reader import Node, read
from support.rendered.batches import BAD, batch, small
from support.rendered.reports import HOSTILE, full_summary, renamed, report
from support.rendered.small_batch import COMPLETE

THREE = small(甲市=("5", "5", "7.5"), 乙市=("4.5", "3", "10"), 丙市=("5", "5", "7.5"))
OPEN = small(甲市=("5", None, "7.5"), 乙市=("4.5", "3", "10"))
FULL = report(full_summary())
PARTS = [
    "leader", "ranking", "sections", "compared", "changed_items", "changes", "scores", "losses", "lost_items",
    "switched", "affected", "left_out",
]  # fmt: skip
FETCHING = {"src", "srcset", "action", "formaction", "poster", "ping", "data", "background", "style"}
ELSEWHERE = re.compile(r"//\w|@import|url\(|\bimport\b|fetch|XMLHttp|WebSocket|sendBeacon")


def shown(summary: Summary, language: Language = "zh") -> Node:
    return read(report(summary, language))


def table(found: Node, part: str, place: int = 0) -> Node:
    return found.by_id(part).all("table")[place]


class TestTheFile:
    def test_every_link_leads_somewhere_and_every_id_is_one(self) -> None:
        nodes = read(FULL).walk()
        ids = [one.attributes["id"] for one in nodes if "id" in one.attributes]
        assert len(ids) == len(set(ids))
        links = [one.attributes["href"] for one in nodes if one.tag == "a"]
        assert len(links) > 13 * 41
        assert {link for link in links if not link.startswith("#") or link[1:] not in ids} == set()
        named = ("aria-labelledby", "aria-describedby", "for")
        assert {one.attributes[name] for one in nodes for name in named if name in one.attributes} <= set(ids)

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_nothing_is_fetched(self, language: Language) -> None:
        found = read(report(renamed(full_summary(), [*HOSTILE, *"abcdefghi"]), language))
        assert not [one for one in found.walk() if FETCHING & one.attributes.keys()]
        links = [one.attributes["href"] for one in found.walk() if "href" in one.attributes]
        assert {link for link in links if not link.startswith("#")} == {"data:,"}
        assert [ELSEWHERE.findall(found.all(name)[0].text) for name in ("style", "script")] == [[], []]

    def test_the_policy_knows_its_own_style_and_script(self) -> None:
        found = read(FULL)
        (policy,) = (one.attributes["content"] for one in found.all("meta") if "http-equiv" in one.attributes)
        assert policy.startswith("default-src 'none'; ")
        for name in ("style", "script"):
            (own,) = found.all(name)
            assert f"{name}-src 'sha256-{b64encode(sha256(own.text.encode()).digest()).decode()}'" in policy
        assert not [one for one in found.walk() for name in one.attributes if name.startswith("on")]

    def test_text_stays_text(self) -> None:
        summary = renamed(full_summary(), [*HOSTILE, *"abcdefghi"])
        bad = BadFile(HOSTILE[0], (Problem("file-empty", HOSTILE[1]),))
        head = replace(summary.form, title=HOSTILE[1], id=HOSTILE[0])
        item = replace(summary.items[0], title=HOSTILE[0])
        switched = tuple(replace(one, words=HOSTILE[0], meaning=HOSTILE[1]) for one in summary.switched)
        found = shown(replace(summary, form=head, items=(item, *summary.items[1:]), bad=(bad,), switched=switched))
        assert [len(found.all(name)) for name in ("script", "img", "h1")] == [1, 0, 1]
        assert found.all("h1")[0].text == found.all("title")[0].text == HOSTILE[1]
        assert [one.attributes["data-name"] for one in found.all("article", "unit")][:4] == list(HOSTILE)
        assert table(found, "left_out").rows[0][0] == HOSTILE[0]

    def test_the_same_bytes_twice(self) -> None:
        assert report(full_summary()) == FULL

    def test_headings_and_landmarks(self) -> None:
        found = read(FULL)
        assert [len(found.all(name)) for name in ("h1", "main", "nav", "header", "footer")] == [1, 1, 1, 1, 1]
        levels = [int(one.tag[1]) for one in found.walk() if re.fullmatch("h[1-6]", one.tag)]
        assert all(level <= before + 1 for before, level in pairwise(levels))
        assert found.all("html")[0].attributes["lang"] == "zh-CN"
        assert read(report(THREE, "en")).all("html")[0].attributes["lang"] == "en"

    def test_parts_come_where_there_is_something_to_say(self) -> None:
        for summary, missing in (
            (full_summary(), []),
            (THREE, ["compared", "changed_items", "changes", "switched", "affected", "left_out"]),
        ):
            found = shown(summary)
            parts = [one.attributes["id"] for one in found.all("section", "part") if one.attributes["id"] != "results"]
            links = [one.attributes["href"][1:] for one in found.all("nav")[0].all("a")]
            assert parts == [name for name in PARTS if name not in missing]
            assert links[1 : 1 + len(parts)] == parts


def test_the_head_says_what_was_scored() -> None:
    found = read(FULL)
    assert found.all("header")[0].text == "全省就业工作单项考核表2011年度　省厅初评分"
    facts = found.by_id("overview").all("dl")[0]
    assert [one.text for one in facts.all("div")] == [
        "计入单位13",
        "总分待定1",
        "没有到这一阶段的单位0",
        "未计入的文件2",
        "评分细则jiangsu-employment-2011 (sha256 0123456789ab)",
        f"版本kaohe {__version__}",
    ]


class TestRanking:
    def test_the_same_score_takes_the_same_rank(self) -> None:
        assert table(shown(THREE), "ranking").rows == [
            ["1", "甲市", "17.5", "87.50%", "10", "7.5", "0"],
            ["1", "乙市", "17.5", "87.50%", "7.5", "10", "0"],
            ["1", "丙市", "17.5", "87.50%", "10", "7.5", "0"],
        ]

    def test_open_units_come_last_and_sort_last(self) -> None:
        found = table(shown(OPEN), "ranking")
        assert found.rows[-1] == ["—", "甲市", "待定 [12.5, 17.5]", "—", "待定 [5, 10]", "7.5", "1"]
        last = [one for one in found.all("tr")[-1].children if isinstance(one, Node)]
        assert ["data-order" in one.attributes for one in last] == [False, True, False, False, False, True, True]

    def test_columns_that_sort_say_how(self) -> None:
        heads = table(shown(THREE), "ranking").all("th")[:7]
        assert [one.attributes["aria-sort"] for one in heads] == ["ascending", *["none"] * 6]
        assert [one.all("button")[0].attributes["data-first"] for one in heads] == [
            "ascending", "ascending", *["descending"] * 5,
        ]  # fmt: skip

    def test_grades(self) -> None:
        form = replace(THREE.form, grades={"": reached("优秀", "合格").may_have})
        several = (reached("优秀"), reached("优秀", "合格", quota=True), reached("合格"))
        units = tuple(replace(unit, grades={"": one}) for unit, one in zip(THREE.units, several, strict=True))
        found = shown(replace(THREE, form=form, units=units))
        assert sorted((cells[1], cells[4]) for cells in table(found, "ranking").rows) == [
            ("丙市", "合格"),
            ("乙市", "待定"),
            ("甲市", "优秀"),
        ]

    def test_totals_are_drawn(self) -> None:
        bars = table(shown(OPEN), "ranking", 1)
        assert [one.attributes["width"] for one in bars.all("rect")] == ["87.50%", "62.50%", "25.00%"]

    def test_each_section_for_itself(self) -> None:
        found = shown(THREE)
        assert table(found, "sections").all("caption")[0].text == "1 失业保险（10分）"
        assert table(found, "sections").rows == [
            ["1", "甲市", "10", "100.00%"],
            ["1", "丙市", "10", "100.00%"],
            ["3", "乙市", "7.5", "75.00%"],
        ]
        assert table(found, "sections").all("a")[0].attributes["href"] == "#unit-甲市.1"

    def test_a_unit_is_told_its_ranks(self) -> None:
        (ranks,) = shown(THREE).by_id("unit-乙市").all("ul", "ranks")
        assert [one.text for one in ranks.all("li")] == ["总分 第 1 名", "失业保险 第 3 名", "技能培训 第 1 名"]
        (ranks,) = shown(OPEN).by_id("unit-甲市").all("ul", "ranks")
        assert ranks.all("li")[0].text == "总分 —"


class TestItemsByUnits:
    def test_scores(self) -> None:
        found = table(shown(OPEN), "scores")
        assert found.rows == [
            ["1.1", "征缴", "5", "5", "4.5"],
            ["1.2", "监测", "5", "待定 [0, 5]", "3"],
            ["1", "失业保险小计", "10", "待定 [5, 10]", "7.5"],
            ["2.1", "培训", "10", "7.5", "10"],
            ["2", "技能培训小计", "10", "7.5", "10"],
            ["", "合计", "20", "待定 [12.5, 17.5]", "17.5"],
        ]
        assert [len(found.all("td", f"share-{look}")) for look in ("open", "full", "good", "fair", "weak")] == [
            3, 3, 1, 1, 4,
        ]  # fmt: skip
        cell, *_ = found.all("td", "share-open")
        assert cell.all("a")[0].attributes == {"href": "#unit-甲市.1.2"}

    def test_losses_with_the_largest_marked(self) -> None:
        found = table(shown(OPEN), "losses")
        assert [cells[3:] for cells in found.rows[:3]] == [
            ["0.5", "1", "5.00%", "-", "0.5"],
            ["2", "1", "40.00%", "待定 [0, 5]", "2"],
            ["2.5", "1", "16.67%", "待定 [0, 5]", "2.5"],
        ]
        marked = [one.text for one in found.all("td", "marked")]
        assert marked == ["0.5", "1", "5.00%", "2", "1", "40.00%", "2", "2.5", "1", "12.50%", "2.5"]

    @pytest.mark.parametrize(("count", "rows"), [(20, 49), (21, 21)])
    def test_many_units_go_down(self, count: int, rows: int) -> None:
        found = table(shown(batch(count)), "scores")
        assert len(found.rows) == rows
        assert ("turned" in found.classes) == (count > 20)
        links = [one.attributes["href"] for one in found.all("a") if ".1.3" in one.attributes["href"]]
        assert links[0] == "#unit-甲市.1.3"
        assert len(links) == count


class TestLostItems:
    def test_the_largest_first(self) -> None:
        assert [cells[:-1] for cells in table(shown(OPEN), "lost_items").rows] == [
            ["2.1", "培训", "10", "2.5", "50.00%", "1", "0", "12.50%"],
            ["1.2", "监测", "5", "2", "40.00%", "1", "1", "40.00%"],
            ["1.1", "征缴", "5", "0.5", "10.00%", "1", "0", "5.00%"],
        ]

    def test_they_are_drawn_and_sort_by_what_was_lost(self) -> None:
        found = table(shown(OPEN), "lost_items")
        assert [one.attributes["width"] for one in found.all("rect")] == ["100.00%", "80.00%", "20.00%"]
        sorts = [one.attributes["aria-sort"] for one in found.all("th") if "aria-sort" in one.attributes]
        assert sorts == ["none", "none", "descending", *["none"] * 5], "points stand in the same order here"

    def test_what_everyone_lost_is_marked(self) -> None:
        found = shown(small(甲市=("5", "0", "9"), 乙市=("5", "4", "10"), 丙市=("5", "4", None))).by_id("lost_items")
        assert [one.text for one in found.walk() if "marked" in one.classes] == ["监测", "3"]
        assert "另有 1 个子项目没有单位失分" in found.text

    def test_nothing_lost(self) -> None:
        found = shown(small(甲市=("5", "5", "10"))).by_id("lost_items")
        assert found.all("table") == []
        assert "另有 3 个子项目没有单位失分" in found.text

    def test_points_for_nothing_have_no_share(self) -> None:
        worthless = ScoreRange(Fraction(0), Fraction(-1), Fraction(-1))
        units = tuple(replace(unit, items=(worthless, *unit.items[1:])) for unit in THREE.units)
        assert table(shown(replace(THREE, units=units)), "lost_items").rows[1][-2] == "—"


class TestStagesCompared:
    first = (*small(甲市=("5", "5", "10"), 乙市=("4.5", "3", "10"), 丙市=("5", "5", None)).units,)
    found = shown(replace(THREE, first=first))

    def test_totals_ranks_and_differences(self) -> None:
        assert table(self.found, "compared").rows == [
            ["甲市", "20", "17.5", "-2.5", "1", "1", "-", "0", "-2.5", "2.1 培训（-2.5）"],
            ["乙市", "17.5", "17.5", "0", "2", "1", "↑1", "0", "0", "无差额"],
            ["丙市", "待定 [10, 20]", "17.5", "待定", "—", "—", "—", "0", "待定", "待定"],
        ]

    def test_they_are_drawn_where_both_are_known(self) -> None:
        rows = table(self.found, "compared", 1).all("tbody")[0].all("tr")
        assert [len(row.all("circle")) for row in rows] == [2, 2, 0]
        assert "16 至 21 分" in table(self.found, "compared", 1).all("thead")[0].text

    def test_items_that_were_changed(self) -> None:
        assert table(self.found, "changed_items").rows == [["2.1", "培训", "1", "-2.5"]]
        unchanged = shown(replace(THREE, first=THREE.units))
        assert unchanged.by_id("changed_items").text == "改动的子项目没有子项目改动。"

    def test_stages_that_are_not_one(self) -> None:
        mixed = (replace(self.first[0], stage="preliminary"), *self.first[1:])
        assert "省厅初评分、自评分" in shown(replace(THREE, first=mixed)).by_id("compared").text

    def test_nothing_is_drawn_where_nothing_is_known(self) -> None:
        unknown = small(甲市=(None, "5", "10"))
        assert not shown(replace(unknown, first=unknown.units)).by_id("compared").all("svg")


class TestReadings:
    found = read(FULL)

    def test_what_changes_nothing_is_only_counted(self) -> None:
        notes = [one.text for one in self.found.by_id("switched").all("p", "note")]
        assert notes[1] == "全部 3 种其他读法中，1 种不改变任何单位的总分，未列。"
        assert len(table(self.found, "switched").rows) == 2
        assert "none" not in self.found.by_id("switched").text

    def test_who_moves_and_by_how_much(self) -> None:
        totals = [ScoreRange(Fraction(20), Fraction(one), Fraction(one)) for one in ("18", "17.5", "17")]
        summary = replace(
            THREE, switched=(Switched("a.b", "扣分", "part", "扣完为止", "item", "接着扣", tuple(totals)),)
        )
        assert table(shown(summary), "switched").rows == [
            ["a.b", "扣分", "part：扣完为止", "item：接着扣", "2", "0", "甲市 +0.5", "乙市 1→2、丙市 1→3"]
        ]
        (article,) = shown(summary).by_id("affected").all("article")
        assert article.text.startswith("“扣分”现取 part：扣完为止；改读 item：接着扣（--reading a.b=item）")
        assert article.all("table")[0].rows == [
            ["甲市", "17.5", "18", "+0.5", "1", "1"],
            ["乙市", "17.5", "17.5", "0", "1", "2"],
            ["丙市", "17.5", "17", "-0.5", "1", "3"],
        ]
        assert [one.text for one in article.all("td", "marked")] == ["1", "2", "1", "3"]

    def test_points_without_a_rank(self) -> None:
        (cells,) = (cells for cells in table(self.found, "switched").rows if cells[7] == "—")
        assert cells[1:4] == ["增加1%到2%之间", "inside：算", "outside：恰为1%的不算在内"]
        (article,) = (one for one in self.found.by_id("affected").all("article") if "outside" in one.text)
        assert [cells[3] for cells in article.all("table")[0].rows] == ["-0.5"]


def test_every_file_left_out_is_named() -> None:
    nothing_found = BadFile("units/巳市.yaml", ())
    rows = table(shown(replace(THREE, bad=(*BAD, nothing_found))), "left_out").rows
    message = Problem("file-empty", "").message("zh")
    assert rows == [
        ["units/卯市.yaml", "7:3", "file-empty", message],
        ["units/卯市.yaml", "整个文件", "file-empty", message],
        ["units/辰市.yaml", "units/parameters.yaml:2:1", "file-empty", message],
        ["units/巳市.yaml", "", "", ""],
    ]


def test_a_page_of_a_unit_that_is_not_ranked() -> None:
    found = read(report_bytes(batch_figures(THREE), [("辰市", "x")], "zh")).by_id("unit-辰市")
    assert (found.all("a")[0].attributes["href"], found.all("ul", "ranks")) == ("#overview", [])


def test_units_without_a_year_and_no_units() -> None:
    assert shown(THREE).all("header")[0].text == "全省就业工作单项考核表自评分"
    assert read(report_bytes(batch_figures(replace(THREE, units=())), [], "zh")).by_id("ranking")


def test_a_page_is_what_its_process_made() -> None:
    found = read(report(THREE, sheets=[replace(COMPLETE, unit="甲市")]))
    assert found.by_id("unit-甲市.1.2").cells[-1].startswith("超时上报 3 次，扣 1.5 分")
