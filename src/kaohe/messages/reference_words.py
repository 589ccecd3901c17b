"""What the reference of the rubric language says around the keys and the examples."""

SENTENCES: dict[str, tuple[str, str]] = {
    "reference.rule": ("{name}：{purpose}", "{name}: {purpose}"),
    "reference.keys": ("这种规则的键：", "Keys of this type:"),
    "reference.common-keys": ("每条规则都可以有的键：", "Keys that every rule may have:"),
    "reference.key": ("{name}{required}：{takes}。{meaning}", "{name}{required} [{takes}]: {meaning}"),
    "reference.required": ("（必填）", " (required)"),
    "reference.example": ("例子：", "Example:"),
    "reference.in-words": ("读作：{sentence}", "In words: {sentence}"),
    "reference.given": ("单位填报：", "A unit reports:"),
    "reference.result": ("得 {score} 分，满分 {points} 分", "Score: {score} of {points} {points:point|points}"),
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
    "reference.item": ("子项目", "Items"),
    "reference.item-intro": (
        "表上的一行是 `items` 里的一个子项目。规则、一票否决和指标各自的键，这一页另有一节。",
        "A row of the form is one of `items`. The keys of rules, vetoes and indicators have sections of their own.",
    ),
    "reference.vetoes": ("一票否决", "Vetoes"),
    "reference.vetoes-intro": (
        "子项目的 `vetoes` 是一张表：某个情形一出现，整个子项目或几条规则的分全没有，还可以倒扣。每一条的键：",
        "The `vetoes` of an item: an event that takes all points of the item or of some rules, and more if it says so. "
        "The keys of each:",
    ),
    "reference.totals": ("项目、总分和等次", "Sections, the whole and grades"),
    "reference.totals-intro": (
        "一般就是各部分之和，什么也不写。项目上和最外层都可以写，只有 `rescale` 只写在最外层。"
        "式子里用 `items.标识`、`sections.标识`、`sum`（各部分之和）、`shared.名称`、`子项目.指标`；"
        "等次里还有 `score`：写在最外层的是总分，写在项目上的是这个项目的得分，那里另有 `total`（总分）。",
        "Usually the sum of the parts, and nothing is written. A section and the whole may have all of these keys, the "
        "whole alone `rescale`. Formulas name `items.ID`, `sections.ID`, `sum` (of the parts), `shared.NAME` and "
        "`ITEM.FACT`; grades also `score`: of the whole the whole score, of a section its own; there `total` is the whole.",
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
        "加 `list: true` 的，逐个写成员：`{{甲县: 3, 乙县: 0}}`；扣分到了上限，先记在该扣得多的成员名下，"
        "一样多的按名称，和写的先后无关。",
        "`kind` is one of these. What is not reported is left empty: missing is neither zero nor no; where a rule has "
        "`not_applicable`, 不适用 may be written. With `list: true`, each member is written: `{{甲县: 3, 乙县: 0}}`; "
        "where a limit is reached, those who owe most lose first, of equal ones by name, in whatever order they are written.",
    ),
    "reference.head-key": ("键", "key"),
    "reference.head-takes": ("写法", "takes"),
    "reference.head-meaning": ("意思", "meaning"),
    "reference.head-type": ("规则", "rule"),
    "reference.head-sign": ("写法", "written"),
    "reference.head-example": ("例子", "example"),
    "reference.head-kind": ("种类", "kind"),
    "reference.head-sample": ("单位填", "a unit writes"),
    "reference.head-names": ("规则里写", "rules name"),
    "reference.own-name": ("名称", "NAME"),
    "reference.takes-number": ("数", "a number"),
    "reference.takes-signed-number": ("数，可以小于 0", "a number, below 0 too"),
    "reference.takes-positive": ("大于 0 的数", "a number above 0"),
    "reference.takes-step": (
        "大于 0 的数；日期写 7 days、1 month，月份写 1 month",
        "a number above 0; 7 days or 1 month of dates, 1 month of months",
    ),
    "reference.takes-count": ("整数", "a whole number"),
    "reference.takes-percent": ("百分数", "a percent"),
    "reference.takes-signed-percent": ("百分数，可以小于 0", "a percent, below 0 too"),
    "reference.takes-quantity": ("数或百分数", "a number or a percent"),
    "reference.takes-signed-quantity": ("数或百分数，可以小于 0", "a number or a percent, below 0 too"),
    "reference.takes-places": (
        "整数或百分数，或者每个选项一个",
        "a whole number or a percent, or one for each option",
    ),
    "reference.takes-amount": ("数、百分数或式子", "a number, a percent or a formula"),
    "reference.takes-signed-amount": (
        "数、百分数或式子，可以小于 0",
        "a number, a percent or a formula, below 0 too",
    ),
    "reference.takes-threshold": ("数、百分数、日期或月份", "a number, a percent, a date or a month"),
    "reference.takes-written-side": (
        "数、百分数、日期、月份，或只有数的式子",
        "a number, a percent, a date, a month, or a formula of numbers alone",
    ),
    "reference.takes-side": (
        "数、百分数、日期、月份或式子",
        "a number, a percent, a date, a month or a formula",
    ),
    "reference.takes-formula": ("指标名或式子", "a fact's name or a formula"),
    "reference.takes-name": ("指标名", "a fact's name"),
    "reference.takes-condition": ("条件", "a condition"),
    "reference.takes-requirements": ("条件，或条件的列表", "a condition, or a list of them"),
    "reference.takes-plausible": (
        "false、范围、条件，或它们的列表",
        "false, a range, a condition, or a list of these",
    ),
    "reference.takes-flag": ("true 或 false", "true or false"),
    "reference.takes-text": ("文字", "text"),
    "reference.takes-word": ("一个词", "a word"),
    "reference.takes-veto-scope": ("item，或序号的列表", "item, or a list of numbers"),
    "reference.takes-list": ("列表", "a list"),
    "reference.takes-table": ("表，每个名称配{each}", "a table, for each name {each}"),
    "reference.takes-keys": ("几个键", "keys of its own"),
    "reference.sign-sum": ("加、减；开头的 - 是负号", "plus and minus; in front of a number, its negative"),
    "reference.sign-product": ("乘、除", "times and divided by"),
    "reference.sign-brackets": ("先算括号里的", "reckoned first"),
    "reference.sign-comparison": (
        "不低于、高于、不高于、低于、等于、不等于",
        "at least, above, at most, below, equal, not equal",
    ),
    "reference.sign-percent": (
        "百分数；不能和不带 % 的数相比、相加",
        "a percent; never compared with, or added to, a plain number",
    ),
    "reference.sign-choice": ("是、不是某个选项，写选项的标识", "is, or is not, an option, by its id"),
    "reference.sign-date": ("日期和月份照样写，可以比先后", "dates and months as they are; earlier is less"),
    "reference.sign-and": ("两边都成立", "both hold"),
    "reference.sign-or": ("至少一边成立", "at least one holds"),
    "reference.sign-not": ("不成立；个数作条件时，大于零算成立", "does not hold; a count holds when it is above 0"),
    "reference.function-min": ("最小的", "the smallest"),
    "reference.function-max": ("最大的（就高）", "the largest"),
    "reference.function-abs": ("绝对值", "without its sign"),
    "reference.function-floor": ("舍去小数", "down to a whole number"),
    "reference.function-ceiling": ("有小数就进一", "up to a whole number"),
    "reference.function-if": (
        "条件成立取第二个，否则取第三个",
        "the second where the first holds, else the third",
    ),
    "reference.function-months": (
        "从一个日期到另一个日期满几个月（到下月同一天算满，没有这一天的到月底）",
        "the full months from one date to another (to the same day of the next month, or its last day)",
    ),
    "reference.function-sum": ("列表各成员之和，或几个数之和", "all members of a list, or several numbers, added up"),
    "reference.function-mean": ("列表各成员或几个数的平均", "the mean of a list or of several numbers"),
    "reference.function-members": ("列表有几个成员", "how many members a list has"),
    "reference.function-count": ("几个成员（条件）成立", "for how many members the condition holds"),
    "reference.function-any": ("至少一个成立", "it holds for at least one"),
    "reference.function-all": ("个个成立；没有成员也算成立", "it holds for each one; for no members too"),
    "reference.function-highest": ("成员中最高的", "the highest of a list's members"),
    "reference.function-lowest": ("成员中最低的", "the lowest of a list's members"),
    "reference.function-applicable": ("这项事实存在，并且算得出来", "the fact exists and can be computed"),
    "reference.kind-flag": ("是或否", "yes or no"),
    "reference.kind-count": ("次数、个数：不小于零的整数", "a whole number, not below 0"),
    "reference.kind-number": ("不小于零的数", "a number, not below 0"),
    "reference.kind-amount": ("可以小于零的数，如结余", "a number that may be below 0, like a balance"),
    "reference.kind-percent": ("百分数，一定写 %", "a percent, with its sign"),
    "reference.kind-change": ("上年数和本年数", "the year before and this year"),
    "reference.kind-ratio": ("部分和总数", "a part and the whole"),
    "reference.kind-choice": (
        "几个选项之一，写选项的标识；选项列在 options",
        "one of the options, by its id; they are listed under options",
    ),
    "reference.kind-date": ("日期", "a date"),
    "reference.kind-month": ("年月", "a month"),
    "reference.kind-judgement": (
        "评审人酌情给的分和理由；必须写 range",
        "points that a reviewer gives, with the reason; it must have a range",
    ),
    "reference.kind-record": (
        "名单的成员各有几项事实：写 list: true 和 facts，式子里写 名单.事实",
        "several facts of each member of a list: with list: true and facts; formulas name them LIST.FACT",
    ),
    "reference.kind-year": (
        "考核年度；不必填报，取指标文件的 year",
        "the year of the assessment: the file's own, not reported",
    ),
}
