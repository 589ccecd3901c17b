"""What the keys of a file of cases mean."""

SENTENCES = {
    "schema.values.cases": ("{title}：例", "{title}: cases"),
    "schema.values.case-list": (
        "每一例：什么事实，该得多少分",
        "each case: facts, and the points that they must give",
    ),
    "schema.values.case-readings": (
        "用哪种读法，如 coverage.band: outside；不写就是细则选定的",
        "which readings are taken; those that the rubric has chosen where nothing is said",
    ),
    "schema.values.case-name": ("例的名称，各不相同", "the case's name; no two are the same"),
    "schema.values.case-item": (
        "只说一个子项目的写它的编号，facts、points、rules 就都是它的",
        "the item that the case is about; facts, points and rules are this item's then",
    ),
    "schema.values.case-facts": (
        "只写有关的事实，没写的就是缺报；不写 item 的按子项目分开写",
        "the facts that matter, others are missing; without `item`, by item",
    ),
    "schema.values.case-points": (
        "该得的分：一个数；事实不全的写范围 {{from: 3, to: 7}}；不写 item 的按子项目分开写",
        "the points that it must get: a number, or a range while facts are missing, {{from: 3, to: 7}}; without `item`, by item",
    ),
    "schema.values.case-rules": (
        "每条规则（1、2…，否决是 veto1…）：给出的分，即它的分值减去扣的；或台账上的 {{due: 应扣, applied: 实扣}}",
        "what each rule (1, 2 …; vetoes veto1 …) gives: its points less what it takes; or what the ledger has, {{due: …, applied: …}}",
    ),
    "schema.values.case-sections": ("各项目该得的分", "the points that sections must get"),
    "schema.values.case-score": ("总分", "the whole score"),
    "schema.values.case-grade": (
        "该得的等次，按编号或名称；要看名额才定的，写上可能的几个",
        "the grade, by id or title; a list of those that it may be while quotas decide",
    ),
    "schema.values.case-grades": ("各项目该得的等次", "the grades of sections"),
    "schema.values.case-signed": (
        "谁在哪天签字认可：{{by: 张三, on: 2012-01-10}}",
        "who has signed it, and when: {{by: 张三, on: 2012-01-10}}",
    ),
}
