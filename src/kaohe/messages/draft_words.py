"""What a drafted rubric says: how a clause may be read, and why one is left to do."""

SENTENCES = {
    "draft.floor-part": ("扣完这{points}分为止", "down to none of these {points} {points:point|points}"),
    "draft.floor-item": ("可以接着扣本子项其余的分，扣到0分为止", "on into the item's other points, down to 0"),
    "draft.floor-none": ("没有写扣完为止，可以扣成负分", "no limit is written: below zero too"),
    "draft.beyond-part": ("只扣这一部分的分，扣到0分为止", "from this part's points only, down to 0"),
    "draft.beyond-item": ("可以接着扣本子项其他部分的分", "on into the points of the item's other parts"),
    "draft.step-whole": ("不足{size}的部分不算", "what is less than {size} does not count"),
    "draft.step-started": ("不足{size}的部分按{size}算", "what is less than {size} counts as {size}"),
    "draft.step-pro-rata": ("不足{size}的部分按比例算", "what is less than {size} counts by its share"),
    "draft.percent-point": (
        "{size}%指{size}个百分点",
        "{size}% means {size} {size:percentage point|percentage points}",
    ),
    "draft.percent-relative": ("{size}指目标的{size}", "{size} means {size} of the target"),
    "draft.periods-first": (
        "逐月（逐周、逐季）核对，缺的加起来",
        "each month, week or quarter by itself, and what each lacks is added up",
    ),
    "draft.periods-second": ("按全年合起来的总数算，多的可以补少的", "in all of the year: more makes up for less"),
    "draft.subjects-first": ("几方合起来算", "all of them together"),
    "draft.subjects-second": ("几方各算各的，缺的加起来", "each by itself, and what each lacks is added up"),
    "draft.defects-first": ("同一个对象几种情形都有的，只算一个", "one thing with several of these counts once"),
    "draft.defects-second": ("同一个对象每种情形各算一个", "one thing counts once for each of these"),
    "draft.late-from-first": ("逾期的第一天也算", "the first day too late counts too"),
    "draft.late-from-second": ("逾期的第一天不算，从第二天算起", "the first day too late does not count"),
    "draft.only-one-first": ("每有一个算一次", "once for each of them"),
    "draft.only-one-second": ("只有正好一个的才算，多的不算", "only where there is just one, not where there are more"),
    "draft.graver-first": (
        "后面扣得更重的不算在这里，只按重的扣",
        "without the graver ones after it, which cost more instead",
    ),
    "draft.graver-second": (
        "后面扣得更重的也算在这里，两样都扣",
        "with the graver ones after it, which cost more besides",
    ),
    "draft.none-first": (
        "一个也没有的，前面扣了，这里也逐个扣",
        "where there is none at all, each costs points here besides what is taken for that",
    ),
    "draft.none-second": (
        "一个也没有的，只按那一条扣，不在这里逐个扣",
        "where there is none at all, only that is taken, and nothing for each",
    ),
    "draft.times-once": ("不论几次，只算一次", "once, however often it happened"),
    "draft.times-each": ("每有一次算一次", "once for each time that it happened"),
    "draft.signed-negative": ("没有做到的倒扣，得负分", "where it was not done, the score is negative"),
    "draft.signed-deducted": (
        "没有做到的从{points}分里扣",
        "where it was not done, it is taken from the {points} {points:point|points}",
    ),
    "draft.over-most": ("超过的不多得，最多{points}分", "no more than {points} {points:point|points}"),
    "draft.over-more": ("超过的按比例多得", "more by proportion"),
    "draft.inside": ("含本数", "the number itself is inside"),
    "draft.outside": ("不含本数", "the number itself is outside"),
    "draft.all-of-them": (
        "100%就是没有一个没做到，没做到的逐个扣分，不另作前提",
        "100% says that none is missing; those that are cost points one by one, and nothing else hangs on it",
    ),
    "draft.all-required": ("不到100%的，不得这一条的分", "below 100% the clause gives nothing"),
    "draft.gate-required": ("没有达到的，不得这一条的分", "where it is not reached the clause gives nothing"),
    "draft.gate-each": (
        "“{words}”没有达到的，也只按后面写的扣",
        "where “{words}” is not reached, only what is written after it is taken",
    ),
    "draft.scope-item": ("此项指整个子项", "the whole item is meant"),
    "draft.scope-last": ("此项只指最后一部分", "only the last part is meant"),
    "draft.zero-part": ("只是这一部分不得分", "only this part gives nothing"),
    "draft.zero-item": ("整个子项不得分", "the whole item gives nothing"),
    "draft.bonus-beyond": (
        "加了分可以超过本子项的{points}分",
        "with what is given on top, the item may come to more than its {points} {points:point|points}",
    ),
    "draft.bonus-within": (
        "加分只补扣掉的分，本子项最多{points}分",
        "what is given on top only makes up for what was lost: the item has {points} {points:point|points} at most",
    ),
    "draft.further-exclusive": (
        "几档加分只取最高的一档，满分{points}分",
        "only the highest increment counts, {points} {points:point|points} in full",
    ),
    "draft.further-cumulative": (
        "达到的各档加分都得，满分{points}分",
        "all increments count, {points} {points:point|points} in full",
    ),
    "draft.done": ("实际完成数", "done"),
    "draft.planned": ("应完成数", "due"),
    "draft.goal": ("{what}目标值", "target of {what}"),
    "draft.last-year": ("{what}（上年同期）", "{what} (the year before)"),
    "draft.goal-of": ("{what}（{goal}）", "{what} ({goal})"),
    "draft.reported": ("上报数量", "reported"),
    "draft.true-number": ("实际数量", "true number"),
    "draft.other-level": ("其他情况", "anything else"),
    "draft.rank": ("{what}名次", "place of {what}"),
    "draft.rank-note": ("没有名次的填0", "0 if there is none"),
    "draft.explains": (
        "只作说明，没有给分扣分的话；请核对",
        "explains only and gives or takes no points; please check",
    ),
    "draft.leads": (
        "只说考核什么，没有给分扣分的话；请核对",
        "says only what is assessed, and gives or takes no points; please check",
    ),
    "draft.doubled-all": ("前面各种都加倍", "all that was taken before is doubled"),
    "draft.doubled-last": ("只有最后一种加倍", "the last of it alone is doubled"),
    "draft.limit-last": ("只是最后一种的上限", "the limit is of the last kind alone"),
    "draft.limit-all": ("是几种一起的上限", "the limit is of all kinds together"),
    "draft.among": ("前面一项已经计入的，这里再计一次", "those that the fact before counts too"),
    "draft.up-to-next": (
        "上一档从下一个数起，这一档算到那里为止",
        "the next band begins at the next number, and this one reaches up to it",
    ),
    "draft.adjoining-lower": ("两档之间的数归低的一档", "what lies between two bands is in the lower one"),
    "draft.adjoining-upper": ("两档之间的数归高的一档", "what lies between two bands is in the upper one"),
    "draft.edge-upper": ("正好在两档交界上的数归上面一档", "a number just between two bands is in the upper one"),
    "draft.edge-lower": ("正好在两档交界上的数归下面一档", "a number just between two bands is in the lower one"),
    "draft.edge-within": (
        "“以内”的归下面一档，别的正好在两档交界上的数归上面一档",
        "a number said to be within is in the lower band, any other just between two bands in the upper one",
    ),
    "draft.equal-full": ("正好相等的得满分", "a number that is just equal gives all points"),
    "draft.equal-nothing": ("正好相等的没有达到，不得分", "a number that is just equal gives nothing"),
    "draft.flat-outside": ("持平的不得这一档的分", "a number that is as it was is outside"),
    "draft.flat-inside": ("持平的也在这一档", "a number that is as it was is inside too"),
    "draft.more-too": ("更多的也得这一档的分", "more than that gives as much"),
    "draft.more-not": ("只有正好这么多的才得", "only just as many give it"),
    "draft.one-each": ("就是逐个算，或者说多久一次", "says that each counts, or how often"),
    "draft.given-in-full": (
        "各条写了 not_applicable: full：这些事实填“不适用”，得满分",
        "the rules say not_applicable: full, and give their points where these facts do not apply",
    ),
    "draft.cut-title": (
        "没有印名称：名称取自评分办法的开头",
        "no title is printed: this one is how the method begins",
    ),
    "draft.sampled": ("抽查多少，不影响得分", "how many are looked at, which scores nothing"),
    "draft.why-unread": ("“{words}”没有读懂", "“{words}” was not understood"),
    "draft.why-number": (
        "“{words}”里的数可以有几种用法，没有写明",
        "the number of “{words}” may be meant in several ways",
    ),
    "draft.why-steps": (
        "“{words}”从哪个数起算、按什么算，没有读懂",
        "from which number “{words}” counts was not understood",
    ),
    "draft.why-goal": (
        "“{words}”从哪个数起算，评分办法和目标要求里都没有写",
        "from which number “{words}” counts stands neither in the method nor in the target",
    ),
    "draft.why-gap": ("各档之间有空缺或重叠", "between the bands there is a gap or an overlap"),
    "draft.why-levels": (
        "几等得分是只取一等还是相加，没有读懂",
        "whether one level counts or all of them is not clear",
    ),
    "draft.why-beyond": (
        "“{words}”管的不止这个子项目，写进项目或总分的 vetoes、grades、limits",
        "“{words}” reaches beyond the item; write it under vetoes, grades or limits of the section or the whole",
    ),
    "draft.why-list": ("“{words}”里的几项和几个分数对不上", "the things of “{words}” and their points are not as many"),
    "draft.why-times": (
        "“{words}”是每次都加，还是只加一次，没有写明",
        "whether “{words}” counts each time or once is not said",
    ),
    "draft.why-limit": (
        "“{words}”是前面一种的上限，还是几种一起的上限，没有写明",
        "whether “{words}” limits one kind or all of them is not said",
    ),
    "draft.why-once": (
        "“{words}”是逐个扣，还是只扣一次，没有写明",
        "whether “{words}” is taken for each or once is not said",
    ),
    "draft.why-most": ("最高分和分值栏不同", "the most and the points of the row differ"),
    "draft.why-beside": (
        "同一句里有没有读懂的话，所以整句都要人看",
        "something else in the sentence was not understood, so all of it is left",
    ),
    "draft.why-torn": (
        "一句里几处得分，后面扣的是哪一处的分，没有写明",
        "the sentence gives points in several places and does not say from which the rest takes",
    ),
    "draft.why-back": (
        "有一句管着前面几句而没有读懂，所以整个子项都要人看",
        "a sentence that speaks of those before it was not understood, so the whole item is left",
    ),
    "draft.why-sum": (
        "各条得分合计{found}分，分值栏是{points}分，不知道怎么分",
        "the clauses come to {found} {found:point|points} and the row has {points}",
    ),
    "draft.why-sum-unknown": (
        "分值栏里没有分数，几处得分是相加还是只取一处，没有写明",
        "the row has no number of points, so whether these are added up or exclude each other is not said",
    ),
    "draft.why-printed": (
        "评分办法写的得分和分值栏的{points}分不同，暂按分值栏",
        "the method's points differ from the row's {points}, which were taken",
    ),
    "draft.why-points": (
        "这一条有几分要看别的条款，别的没有读懂",
        "its points hang on clauses that were not understood",
    ),
    "draft.why-no-points": (
        "分值栏写的是“{found}”，不是一个数",
        "the points of the row are “{found}”, which is no number",
    ),
    "draft.why-empty-points": (
        "分值栏是空的，暂按评分办法里的分",
        "the points of the row are empty; those of its method were taken",
    ),
    "draft.why-beside-method": (
        "写在“{heading}”一栏，不在评分办法里；看它管不管得分",
        "stands in the column “{heading}”, not in the method; see whether it scores",
    ),
    "draft.why-not-in-method": (
        "写的是得分、扣分，却不在评分办法一栏；看表的各栏有没有读错",
        "gives or takes points but is not in the method's column; see whether the columns were read as they are meant",
    ),
    "draft.why-in-title": (
        "名称里写的分数没有读；看它管不管得分",
        "what its title says of points was not read; see whether it scores",
    ),
    "draft.why-shared-cell": (
        "“{heading}”和相邻的行合在一格，各行算多少要人定",
        "has one cell for “{heading}” with a row beside it; say what is whose",
    ),
    "draft.why-several": (
        "“{words}”是各算各的，一个数不够",
        "“{words}” is asked of each by itself, for which one number is not enough",
    ),
    "draft.why-silent": ("没有写给几分、扣几分", "it says nothing of points"),
    "draft.why-remark": (
        "写在表外，没有读；看它管不管得分",
        "stands outside the rows and was not read; see whether it scores",
    ),
    "draft.why-total": (
        "表上印的是{printed}分，各行合计{found}分",
        "the print has {printed}, the rows come to {found}",
    ),
    "draft.why-on-top": (
        "这一行的分在总分以外，各条规则里没有一处能写这个上限",
        "the row's points are on top of the total, and no one rule can have them as its limit",
    ),
    "draft.why-unsound": ("起草的规则通不过校验：{problem}", "the drafted rule is not sound: {problem}"),
}
