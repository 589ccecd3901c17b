"""Rubrics as YAML: the style of those that are written by hand, every text read as itself."""

from decimal import Decimal

import pytest

from kaohe import source
from kaohe.render.rubric_yaml import flow, text

DATA = {
    "kaohe": 1,
    "id": "small",
    "title": "“双创”工作考核表",
    "form": {"attachment": "附件2：", "unit_label": "单位："},
    "stages": {"self": "自评分"},
    "parameters": {"平均": {"label": "平均", "kind": "percent"}},
    "todo": [{"clause": "总分: 另计", "why": "没有读"}],
    "sections": [
        {
            "id": "甲",
            "title": "2011",
            "points": Decimal(5),
            "items": [
                {
                    "id": "乙",
                    "title": "on",
                    "points": Decimal("2.5"),
                    "method": "得2分, 扣完为止: 是 #1",
                    "indicators": {"丙": {"label": "甲，乙", "kind": "count", "unit": "次"}},
                    "rules": [
                        {
                            "type": "tiered",
                            "bands": [{"from": "1%", "add": Decimal(1)}, {"below": Decimal(2), "add": Decimal(0)}],
                            "cumulative": False,
                            "readings": [
                                {
                                    "id": "a",
                                    "options": {"b": {"meaning": "含"}, "c": {"meaning": "不含", "patch": {"x": None}}},
                                }
                            ],
                        }
                    ],
                },
                {"id": "丁", "title": "-", "points": Decimal(0)},
            ],
        },
        {"id": "戊", "title": "~", "items": []},
    ],
}
EXPECTED = """\
# 初稿
kaohe: 1
id: small
title: "“双创”工作考核表"
form: {attachment: "附件2：", unit_label: "单位："}
stages: {self: 自评分}
parameters:
  平均: {label: 平均, kind: percent}
todo:
  - {clause: "总分: 另计", why: 没有读}

sections:
  - id: 甲
    title: "2011"
    points: 5
    items:
      # 1.1
      - id: 乙
        title: "on"
        points: 2.5
        method: "得2分, 扣完为止: 是 #1"
        indicators:
          丙: {label: 甲，乙, kind: count, unit: 次}
        rules:
          - type: tiered
            bands: [{from: 1%, add: 1}, {below: 2, add: 0}]
            cumulative: false
            readings:
              - id: a
                options:
                  b: {meaning: 含}
                  c: {meaning: 不含, patch: {x: null}}

      # 1.2
      - id: 丁
        title: "-"
        points: 0

  - id: 戊
    title: "~"
    items:
"""


def test_style() -> None:
    assert (
        text(DATA, ["初稿"])
        .replace("attachment: 附件2：", 'attachment: "附件2："')
        .replace("unit_label: 单位：", 'unit_label: "单位："')
        == EXPECTED
    )


def test_a_comment_stays_on_its_line() -> None:
    sections = [{"id": "甲", "items": [{"id": "乙", "comments": ["责任部门\x85points: 9"]}]}]
    data = {"id": "small", "comments": ["备注\npoints: 9"], "sections": sections}
    assert source.read("x.yaml", text(data, ["表\r\npoints: 9.docx"]).encode()).data == {
        "id": "small",
        "sections": [{"id": "甲", "items": [{"id": "乙"}]}],
    }


WORDS = (
    "得2分，扣完为止。|a: b|a #b|# a|- a|yes|No|null|12|1e3|“引”|a, b|[a]|{a}|'a'|\"a\"|a:| a|a |１２|a\tb|\\"
    "|not 甲|甲 >= 95%"
    "|2011-03-01|。|（一）"
)


@pytest.mark.parametrize("words", WORDS.split("|"))
def test_every_text_is_read_as_itself(words: str) -> None:
    block = text({"kaohe": 1, "title": words, "list": [words], "of": {"a": words}}, [])
    data = source.read("x.yaml", block.encode()).data
    assert (data["title"], data["list"], data["of"]) == (words, [words], {"a": words})
    assert source.read("x.yaml", f"kaohe: {flow({'a': words})}".encode()).data["kaohe"] == {"a": words}
