"""What can be wrong in how sections, the whole and grades come about."""

SENTENCES = {
    "problem.least-above-most": ("least 比 most 还大", "least is above most"),
    "problem.nothing-forfeited": (
        "这个情形既不归零（zero: false）又没有写 penalty，什么也不扣",
        "this event neither takes all (zero: false) nor has a penalty: it takes nothing",
    ),
    "problem.grades-fall": (
        "等次要从高到低写，“{title}”的分数线不低于前面的“{before}”",
        "grades stand best first; “{title}” does not begin below “{before}”",
    ),
    "problem.last-grade-open": (
        "最后一个等次“{title}”不能再有分数线、条件和名额，否则有的单位没有等次",
        "the last grade “{title}” can have no cut-off, condition or quota, or some units would have none",
    ),
    "problem.unknown-grade": ("没有“{found}”这个等次，有：{known}", "no grade “{found}”, there are: {known}"),
    "problem.rescale-and-rescaled": (
        "有规则写 not_applicable: rescaled 的，或者满分和各部分合计不同要标化的，写 rescale: section 或 total；没有的不写",
        "rescale: section or total goes with rules that are not_applicable: rescaled, or with full marks that are not the sum of the parts",
    ),
    "problem.scaled-twice": (
        "这个式子在各部分都得满分时不等于各部分合计 {points} 分，rescale 又要按比例折算一次；只留一处",
        "where all parts have full marks this is not their sum {points}, and rescale scales it once more; keep one of them",
    ),
}
