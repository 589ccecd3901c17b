"""What the JSON Schema says of evidence and of later stages' files."""

SENTENCES = {
    "schema.values.evidence": (
        "佐证文件，路径从本文件所在文件夹写起；按子项目写一个列表，或按事实分别写",
        "files of evidence, by their paths from this file's folder; a list for each item, or for each of its facts",
    ),
    "schema.values.notes": (
        "备注；一个子项目写一句，或按事实分别写",
        "remarks; a text for each item, or for each of its facts",
    ),
    "schema.values.roster": ("{title}：单位名单", "{title}: roster of units"),
    "schema.values.roster-units": (
        "单位，按官方次序；只写名称，或写成一组",
        "the units in official order, by name or with more",
    ),
    "schema.values.roster-aliases": ("别名，一个或几个", "what else it is called"),
    "schema.values.roster-due": ("应报的阶段；全部，或无", "the stages that are due; all, or none"),
    "schema.values.rubric_reason": (
        "后一阶段换用另一版本评分细则的理由",
        "why a later stage uses another version of the rubric",
    ),
    "schema.values.by": ("后一阶段：各处改动的经办人", "later stage: who made the changes"),
    "schema.values.on": ("后一阶段：改动的日期", "later stage: when the changes were made"),
    "schema.values.changes": (
        "后一阶段改了哪些事实：原值 old、新值 new、理由 reason",
        "later stage: the facts that changed, with their old and new values and the reason",
    ),
    "schema.values.readings": (
        "后一阶段换了哪些读法",
        "later stage: doubtful words that are read in another way from here on",
    ),
    "schema.values.judgements": (
        "后一阶段酌情评定的子项目得分；score: computed 恢复按事实计算",
        "later stage: items' points by judgement; score: computed goes by the facts again",
    ),
}
