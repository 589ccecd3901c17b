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
        "佐证和备注写在最后，按子项目写，或像下面这样按事实写（去掉行首的 #）。为 0、为否的不用佐证，另有说明的除外；可疑的数属实的，在备注里写明原因。",
        "Evidence and notes come last, of an item as a whole or, as below, of its facts (take away the #). 0 and no need no evidence unless it is said above; a doubtful number that is right is explained in the notes.",
    ),
    "template.file": ("附件/文件名.pdf", "folder/file.pdf"),
    "template.text": ("说明", "text"),
    "template.section": (
        "==== {number} {title}（{points} 分） ====",
        "==== {number} {title} ({points} {points:point|points}) ====",
    ),
}
