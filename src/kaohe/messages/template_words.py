"""The comments of an empty indicator file around its questions."""

SENTENCES: dict[str, tuple[str, str]] = {
    "template.title": ("{title}：指标文件", "{title}: indicator file"),
    "template.how": (
        "每一项的答案写在冒号后面。还没有数的留空，算缺报；0、false、不适用都是答案，和缺报不同。",
        "Each answer stands after its colon. What is not known yet is left empty and counts as missing; "
        "0, false and not_applicable are answers.",
    ),
    "template.then": (
        "填好后检查、打分：kaohe validate 文件，kaohe score 文件",
        "Then check it and score it: kaohe validate FILE, kaohe score FILE",
    ),
    "template.unit": ("单位名称，必填", "the unit's name, required"),
    "template.year": ("年度，四位数字", "four digits"),
    "template.stages": ("、", ", "),
    "template.parameters": (
        "各单位共用的数；也可以只写一次，放在同一文件夹的 parameters.yaml 里",
        "Common to all units; may stand once for all, in parameters.yaml in the same folder",
    ),
    "template.given": (
        "各单位共用的数由省里统一给（{path}），这里不填：",
        "Common to all units and given by the province ({path}); not to be filled in here:",
    ),
    "template.given-fact": ("{label}：{value}", "{label}: {value}"),
    "template.not-given": ("（还没有给）", "(not given yet)"),
    "template.shared": (
        "几个子项目共用的事实",
        "Facts that several items rest on",
    ),
    "template.beside": (
        "佐证和备注写在最后，按子项目写，或按事实分别写：",
        "Evidence and notes come last, of an item as a whole or of its facts:",
    ),
    "template.evidence": ("evidence: {{子项目: {{事实: 文件}}}}", "evidence: {{ITEM: {{FACT: FILE}}}}"),
    "template.notes": ("notes: {{子项目: {{事实: 说明}}}}", "notes: {{ITEM: {{FACT: TEXT}}}}"),
    "template.section": (
        "==== {number} {title}（{points} 分） ====",
        "==== {number} {title} ({points} {points:point|points}) ====",
    ),
}
