"""What can be wrong in a later stage's file, by itself or with what the stage before has left; and in evidence."""

SENTENCES = {
    "problem.change-expected": (
        "这里写的是“{found}”，一处改动要写成一组：{expected}",
        "found “{found}”, expected a change with its keys: {expected}",
    ),
    "problem.reason-expected": (
        "没有写理由；改了什么都要说明为什么，加上 reason: 理由",
        "no reason is given; every change needs one: add reason: WHY",
    ),
    "problem.nothing-changed": (
        "原值和新值都是“{found}”，没有改动；删去这一处，或写对新值",
        "the old and the new value are both “{found}”; remove this entry, or give the new value",
    ),
    "problem.changed-twice": (
        "“{label}”在这个文件里改了不止一次；整项和它的一部分不要分开写，合成一处",
        "“{label}” is changed more than once in this file; put the change of the whole and that of a part into one entry",
    ),
    "problem.old-differs": (
        "这里写的原值是“{found}”，上一阶段是“{expected}”；核对之后再改：可能是按旧的材料写的",
        "the old value is given as “{found}”, but the stage before has “{expected}”; check it: this may rest on papers "
        "that are out of date",
    ),
    "problem.judgement-decimals": (
        "“{found}”的小数太多，得分最多 {places} 位小数",
        "“{found}” has too many decimals; scores have {places} at most",
    ),
    "problem.no-judgement": (
        "这一项没有酌情评定过，本来就按事实计算",
        "nothing to take back: the item's points come from its facts already",
    ),
    "problem.judgement-stands": (
        "“{item}”的得分已由酌情评定确定，改事实不起作用；在 judgements 里重新评定，或写 score: computed 恢复按事实计算",
        "the points of “{item}” were given by judgement, so changing a fact has no effect; judge the item anew under "
        "judgements, or write score: computed to go by the facts again",
    ),
    "problem.judgement-goes-on": (
        "这些子项目要用它的得分来算：{items}；请一并评定",
        "these items are computed from this one's points: {items}; judge them too",
    ),
    "problem.final-incomplete": (
        "最后阶段不能缺事实，还缺 {count} 项：{facts}；在 changes 里补上，或在 judgements 里评定这些子项目",
        "no fact may be missing in the final stage, but {count} {count:is|are}: {facts}; report them under changes, or judge these "
        "items under judgements",
    ),
    "problem.rubric-changed": (
        "换了评分细则的版本（上一阶段 {old}，这里 {new}）却没有写理由；加上 rubric_reason: 理由",
        "another version of the rubric is used ({old} before, {new} here) without a reason; add rubric_reason: WHY",
    ),
    "problem.rubric-unchanged": (
        "评分细则和上一阶段是同一版本，不用写 rubric_reason",
        "the rubric is the same as in the stage before; remove rubric_reason",
    ),
    "problem.judgement-beyond": (
        "“{item}”先前酌情评定为 {found} 分，按新的细则应在 {low} 和 {high} 之间；在 judgements 里重新评定",
        "“{item}” was given {found} {found:point|points} by judgement, but the new rubric has it between {low} and {high}; judge it "
        "anew under judgements",
    ),
    "problem.year-differs": (
        "这里写的年度是 {found}，这个单位的其他文件写的是 {expected}",
        "the year here is {found}, but the unit's other files say {expected}",
    ),
    "problem.stage-not-later": (
        "{stage} 不在 {first} 之后，而 {path} 已是 {first}",
        "{stage} does not come after {first}, which {path} is already",
    ),
    "problem.no-first-file": (
        "没有“{unit}”前一阶段的文件（年度也要一致，那个文件本身也要没有问题）；后一阶段的文件只写改动，要和它一起打分",
        "there is no sound file of “{unit}” at an earlier stage (of the same year); a later stage's file says only what "
        "changed and is scored together with it",
    ),
    "problem.which-first-file": (
        "“{unit}”前一阶段的文件不止一个：{paths}；写明 year，或只留一个",
        "“{unit}” has several files at an earlier stage: {paths}; say the year, or keep one",
    ),
    "problem.whole-after-first": (
        "“{unit}”已有前一阶段的文件 {other}；后一阶段只写改动：把 indicators 换成 changes，逐处写 old、new、reason",
        "“{unit}” has a file at an earlier stage, {other}; a later stage says only what changed: instead of indicators "
        "write changes, each with old, new and reason",
    ),
    "problem.evidence-expected": (
        "这里写的是“{found}”，应是佐证文件的路径，或几个路径的列表",
        "found “{found}”, expected the path of a file, or a list of paths",
    ),
    "problem.evidence-absolute": (
        "“{found}”是绝对路径，换一台电脑就找不到；写从本文件所在文件夹起的路径，如 附件/台账.pdf",
        "“{found}” is an absolute path, which no other computer has; write it from this file's folder, like 附件/a.pdf",
    ),
}
