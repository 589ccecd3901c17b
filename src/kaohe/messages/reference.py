"""What the reference of the rubric language says around the keys and the examples."""

SENTENCES: dict[str, tuple[str, str]] = {
    "reference.rule": ("{name}：{purpose}", "{name}: {purpose}"),
    "reference.keys": ("这种规则的键：", "Keys of this type:"),
    "reference.common-keys": ("每条规则都可以有的键：", "Keys that every rule may have:"),
    "reference.key": ("{name}{required}：{meaning}", "{name}{required}: {meaning}"),
    "reference.required": ("（必填）", " (required)"),
    "reference.example": ("例子：", "Example:"),
    "reference.in-words": ("读作：{sentence}", "In words: {sentence}"),
    "reference.given": ("单位填报：", "A unit reports:"),
    "reference.result": ("得 {score} 分，满分 {points} 分", "Score: {score} of {points} points"),
    "reference.title": ("规则、式子和指标", "Rules, formulas and indicators"),
    "reference.intro": (
        "这一页由 kaohe 自己写成（`make generate`）：例子的得分都是算出来的。一份细则从头怎么写，见"
        "[怎样写一张细则](writing-rubrics.md)；在命令行上看一种规则，用 `kaohe explain --rule 名称`。",
        "kaohe writes this page itself (`make generate`): the scores of its examples are computed. How to write a "
        "rubric from the start: [writing rubrics](writing-rubrics.md). One type of rule on the command line: "
        "`kaohe explain --rule NAME`.",
    ),
    "reference.rules": ("规则的类型", "Types of rules"),
    "reference.common": ("每条规则都可以有的键", "Keys that every rule may have"),
    "reference.vetoes": ("一票否决", "Vetoes"),
    "reference.vetoes-intro": (
        "子项目的 `vetoes` 是一张表：某个情形一出现，整个子项目或几条规则的分全没有，还可以倒扣。每一条的键：",
        "The `vetoes` of an item: an event that takes all points of the item or of some rules, and more if it says so. "
        "The keys of each:",
    ),
    "reference.totals": ("项目、总分和等次", "Sections, the whole and grades"),
    "reference.totals-intro": (
        "一般就是各部分之和，什么也不写。项目上和最外层可以写前四个键，其余的只写在最外层。"
        "式子里用 `items.标识`、`sections.标识`、`sum`（各部分之和）、`shared.名称`、`子项目.指标`；"
        "等次的条件里还有 `score`（总分）。",
        "Usually the sum of the parts, and nothing is written. A section and the whole may have the first four keys, "
        "the whole alone the others. Formulas name `items.ID`, `sections.ID`, `sum` (of the parts), `shared.NAME` and "
        "`ITEM.FACT`; conditions of grades also `score`, the whole.",
    ),
    "reference.formulas": ("式子", "Formulas"),
    "reference.formulas-intro": (
        "写指标名的地方都可以写式子。`change` 的增幅写 `名称.growth`，`ratio` 的比率写 `名称.rate`；"
        "各单位共用的写 `parameters.名称`，几个子项目共用的写 `shared.名称`；前面有 `id` 的规则，得分写 `rules.标识`。"
        "下面的例子用这些指标：",
        "Wherever a fact is named, a formula may stand. The growth of a `change` is `NAME.growth`, the rate of a `ratio` "
        "`NAME.rate`; what is common to all units is `parameters.NAME`, to all items `shared.NAME`; what an earlier rule "
        "with an `id` gave is `rules.ID`. The examples below are about these facts:",
    ),
    "reference.formulas-given": ("它们填作：", "They are reported as:"),
    "reference.formulas-hold": ("下面每个例子都成立。", "Every example below holds."),
    "reference.indicators": ("指标", "Indicators"),
    "reference.indicators-intro": (
        "指标写在子项目的 `indicators` 里，名称作键。名称用小写字母、数字、下划线或汉字。每个指标的键：",
        "An item's `indicators` stand by their names: small letters, digits, _ or Chinese characters. The keys of each:",
    ),
    "reference.kinds": ("指标的种类", "Kinds of indicators"),
    "reference.kinds-intro": (
        "`kind` 是下列之一。没报的留空：缺报不是零，也不是“否”；规则写了 `not_applicable` 的，可以填“不适用”。"
        "加 `list: true` 的，逐个写成员：`{{甲县: 3, 乙县: 0}}`。",
        "`kind` is one of these. What is not reported is left empty: missing is neither zero nor no; where a rule has "
        "`not_applicable`, 不适用 may be written. With `list: true`, each member is written: `{{甲县: 3, 乙县: 0}}`.",
    ),
    "reference.head-key": ("键", "key"),
    "reference.head-meaning": ("意思", "meaning"),
    "reference.head-type": ("规则", "rule"),
    "reference.head-sign": ("写法", "written"),
    "reference.head-example": ("例子", "example"),
    "reference.head-kind": ("种类", "kind"),
    "reference.head-sample": ("单位填", "a unit writes"),
    "reference.head-names": ("规则里写", "rules name"),
    "reference.own-name": ("名称", "NAME"),
}
