"""What is said on large tables of units: their headings, the states of their rows."""

SENTENCES: dict[str, tuple[str, str]] = {
    "column.unit": ("单位", "unit"),
    "column.state": ("状态", "state"),
    "column.score": ("总分", "total"),
    "column.low": ("最低", "low"),
    "column.high": ("最高", "high"),
    "column.state-decided": ("已定", "decided"),
    "column.state-open": ("有缺报", "open"),
    "column.state-not_scored": ("不予评分", "not scored"),
    "column.state-problem": ("有问题", "problem"),
    "column.first": ("前 {count} 行", "the first {count} {count:row|rows}"),
    "column.spread": ("得分分布（{count} 行）", "how scores spread ({count} {count:row|rows})"),
    "column.part": ("项目", "part"),
    "column.share": ("已定", "decided"),
    "column.least": ("最低", "least"),
    "column.quarter": ("四分之一", "25%"),
    "column.median": ("中位", "median"),
    "column.three-quarters": ("四分之三", "75%"),
    "column.greatest": ("最高", "greatest"),
    "column.mean": ("平均", "mean"),
    "column.whole": ("总分", "the whole"),
    "column.plan-complete": (
        "事实齐全的行：{columns} 列，分 {steps} 步算，得 {outputs} 列",
        "rows of which nothing is missing: {columns} {columns:column|columns} in {steps} {steps:step|steps}, {outputs} come out",
    ),
    "column.plan-open": (
        "有缺报的行：{columns} 列，分 {steps} 步算，得 {outputs} 列（最低、最高）",
        "other rows: {columns} {columns:column|columns} in {steps} {steps:step|steps}, {outputs} come out (lowest and highest)",
    ),
    "column.plan-none": (
        "这份细则的数太大，不能成列地算；每一行单独打分",
        "the rubric's numbers are too large for columns; every row is scored by itself",
    ),
    "column.plan-cells": (
        "这张表的格子要逐格读，每一行单独打分",
        "the cells of this table are read one by one, and every row is scored by itself",
    ),
    "column.plan-peers": (
        "各单位共同的数已先看一遍全表算出",
        "facts over all units were taken from the whole table first",
    ),
    "column.plan-held": (
        "{key}：最后一位小数的整数在 {low} 到 {high} 之间的成列算，以外的行单独打分",
        "{key}: in columns from {low} to {high}, in its last decimal; other rows are scored by themselves",
    ),
    "column.wanted-members": (
        "名单的成员也可另写一张表：--members {key}=文件",
        "Members may stand in a table of their own: --members {key}=FILE",
    ),
    "column.wanted": ("指标表的列", "columns of a table of facts"),
    "column.column": ("列", "column"),
    "column.type": ("类型", "type"),
    "column.about": ("内容", "what it is about"),
}
