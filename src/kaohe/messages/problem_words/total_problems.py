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
    "problem.all-have-better": (
        "“{title}”永远评不上：前面的“{before}”没有分数线、条件和名额，谁都能得",
        "nobody ever has “{title}”: “{before}” before it has no cut-off, condition or quota, so that all have that",
    ),
    "problem.grade-never-reached": (
        "“{title}”永远评不上：名额是 0，或者分数、条件没有单位能达到",
        "nobody can ever have “{title}”: it has no places, or no unit can reach its cut-off and conditions",
    ),
    "problem.nothing-shared-out": (
        "“{title}”没有名额（quota、at_least、top），这个键用不上",
        "“{title}” has no quota, at_least or top: this key decides nothing",
    ),
    "problem.classes-of-what": (
        "名额按类别写，还要用 within 写明类别是哪个事实",
        "places by class need a within that names the choice which says the class",
    ),
    "problem.class-without-places": (
        "没有写“{class}”这一类几个；每一类都要写，不评的写 0，不限的写 100%",
        "“{class}” has no number here; each class has one: 0 where none may have the grade, 100% where all may",
    ),
    "problem.minimum-without-cut-off": (
        "at_least 让不到分数线的也评上，“{title}”没有分数线（from、above），不用写",
        "at_least gives the grade to some below the cut-off; “{title}” has none (from, above)",
    ),
    "problem.minimum-above-quota": (
        "至少 {least}（at_least）比名额 {most}（quota）还多",
        "at_least {least} is more than the quota of {most}",
    ),
    "problem.share-above-all": (
        "{label:of}“{found}”超过了全部单位；单位数的百分数最多写 100%",
        "{label:of}“{found}” is more than all units there are; a share of them is 100% at most",
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
    "problem.total-above-points": (
        "“{formula}”会超过满分 {points} 分（最多 {most}）：到满分为止的写 min({points}, {formula})，可以超过满分的写 most，就是最多几分",
        "“{formula}” goes above the full marks {points} (up to {most}): write min({points}, {formula}) to stop there, or most, the most that can be reached, where it may",
    ),
    "problem.scaled-twice": (
        "各部分都得满分时，式子算出 {found} 分，不等于各部分合计 {points} 分，rescale 又要按比例折算一次；只留一处",
        "where all parts have full marks the formula comes to {found} and not to their sum {points}, and rescale scales it once more; keep one of them",
    ),
    "problem.rescaled-unevenly": (
        "《{titles}》不适用、其余都得满分时，式子算出 {found} 分，不是其余部分合计的 {points} 分，折算后就不是满分；权数写进各部分的 points，式子里不乘权数、不加常数",
        "where “{titles}” does not apply and the rest has full marks, the formula comes to {found} and not to the {points} of the rest, so that rescaling misses full marks; put weights into the points of the parts, and neither weights nor constants into the formula",
    ),
}
