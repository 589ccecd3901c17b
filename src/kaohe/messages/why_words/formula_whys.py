"""Why, of what can be wrong in a formula, and in how sections, the whole and grades come about."""

SENTENCES = {
    "why.formula-in-circle": (
        "一项事实要用它自己来算，就永远算不出。改成由别的事实算。",
        "A fact that needs itself can never be computed; make it of others.",
    ),
    "why.formula-share": (
        "50% 是分值的一半，还是 0.5 分，差得很远，要写明。",
        "50% may be half of the points or half a point; say which.",
    ),
    "why.formula-sign": (
        "全角的加减号、大于号看着像，式子里不是运算符。",
        "Full-width signs look alike, but are no signs of formulas.",
    ),
    "why.formula-quote": (
        "式子里只有名称和数，没有引号里的文字。",
        "Formulas have names and numbers, and no quoted texts.",
    ),
    "why.formula-percent-sign": (
        "百分号离开了数，不知道是哪个数的百分之几。",
        "A percent sign away from its number could belong to any.",
    ),
    "why.formula-point": (
        "少一位数字的小数，多半是漏了一位。",
        "A decimal with a side missing most likely lacks a digit.",
    ),
    "why.formula-end": (
        "两个事实并排，不知道是加、是乘，还是都要成立。",
        "Two facts side by side may be added, multiplied or both required.",
    ),
    "why.formula-bracket-too-many": (
        "括号不配对，先算哪一部分就不清楚。",
        "Without pairs of brackets it is unclear what is computed first.",
    ),
    "why.formula-comma": (
        "逗号可能是“而且”“或者”，也可能是数的分节，意思不同。",
        "A comma may mean and, or, or grouped digits, which differ.",
    ),
    "why.formula-unit": (
        "单位由指标声明，式子里只写数；写了单位也不会换算。",
        "Units are declared with facts; a unit in a formula would convert nothing.",
    ),
    "why.formula-fact": ("运算符的两边都要有东西可算。", "A sign needs something on both sides."),
    "why.formula-unfinished": (
        "没有写完的式子，意思可能正好相反。",
        "An unfinished formula may mean just the opposite.",
    ),
    "why.formula-bracket": (
        "括号不配对，先算哪一部分就不清楚。",
        "Without pairs of brackets it is unclear what is computed first.",
    ),
    "why.formula-unclosed": (
        "括号不配对，先算哪一部分就不清楚。",
        "Without pairs of brackets it is unclear what is computed first.",
    ),
    "why.formula-function": (
        "只有这几个函数有确定的意思，也才有对应的白话。",
        "Only these functions have a certain meaning, and words for it.",
    ),
    "why.formula-arguments": (
        "多一项、少一项，函数算的就是另一回事。",
        "With one argument more or less a function computes something else.",
    ),
    "why.formula-choice": ("选项没有大小，只有是不是。", "Options are not greater or less, they are the same or not."),
    "why.formula-condition": (
        "数既不成立也不失败，要和什么比较才是条件。",
        "A number neither holds nor fails; compared with something, it does.",
    ),
    "why.formula-number": (
        "是否、选项、文字不能加减，也不能比大小。",
        "Flags, choices and texts can be neither added nor compared in size.",
    ),
    "why.formula-percent": (
        "90 和 90% 差一百倍；百分数只和百分数相比相加，才不会差这一百倍。",
        "90 and 90% are a hundredfold apart; percents go with percents so that this can't happen.",
    ),
    "why.formula-lists": (
        "两个名单的成员不是一回事，不能一个对一个地算。",
        "Members of two lists are not the same and can't be paired.",
    ),
    "why.formula-or-table": ("一项事实只能有一个来历。", "A fact comes about in one way."),
    "why.formula-times": (
        "日期同日期相减是天数，月份同月份相减是月数，混着算没有意思。",
        "A date from a date is days, a month from a month is months; mixed, they are nothing.",
    ),
    "why.formula-dates": (
        "满几个月要从哪一天到哪一天数，所以要日期。",
        "Full months are counted from one day to another, so dates are wanted.",
    ),
    "why.formula-foreign": (
        "别的程序的写法在这里不认，写成这里的。",
        "That is how another program writes it; write it as it is written here.",
    ),
    "why.formula-chain": (
        "连着比较，各种程序的读法不同；拆开写就只有一种。",
        "Programs differ in how they read two comparisons in a row; taken apart, there is one way.",
    ),
    "why.not-a-derived-kind": (
        "算出来的只能是数或是否；选项、名单要由单位报。",
        "What is computed is a number or a flag; choices and lists are reported.",
    ),
    "why.table-without-by": ("查表要有按什么查。", "A table must be looked up by something."),
    "why.list-of-years": ("一个单位一次只报一个年度。", "A unit reports for one year at a time."),
    "why.peers-of-parameter": (
        "参数是省里统一给的一个数，不是各单位比出来的。",
        "A parameter is one number that is given for all, not taken over units.",
    ),
    "why.range-of-what": ("只有数才有范围。", "Only numbers have a range."),
    "why.range-empty": (
        "没有数落得进去，单位填什么都不对。把上下限对调，或改正写错的一个。",
        "No number falls in, so whatever units enter is wrong; swap the sides, or correct the one that is wrong.",
    ),
    "why.judgement-range": (
        "酌情打分要有上下限，缺报时才说得出还可能得几分。",
        "A judgement needs limits, so that while it is missing the possible scores are known.",
    ),
    "why.peers-kind": ("平均、名次、合计只能由数来算。", "Means, ranks and sums are made of numbers."),
    "why.rank-order": (
        "第一名是高的还是低的，并列怎么排，差一名就差一档。",
        "Whether the highest comes first and how ties are placed decides who is in which level.",
    ),
    "why.with-self-unsaid": (
        "平均里算不算本单位，结果不同，不能猜。",
        "A mean with the unit itself and one without it differ; that is not guessed.",
    ),
    "why.formula-result": (
        "得分总是有的；问适用不适用，问的是事实。",
        "There always is a score; whether something applies is asked of facts.",
    ),
    "why.formula-divisor": (
        "除以零没有结果，这条规则就永远算不出分。改正这个除数。",
        "Nothing can be divided by zero, so this rule would never give points; correct the divisor.",
    ),
    "why.formula-zero": (
        "不管单位报什么都要除以零，这条规则永远算不出分。",
        "Whatever a unit reports, something is divided by zero: the rule can never give points.",
    ),
    "why.formula-too-long": ("太长的式子没有人核对得了。", "Nobody could check a formula of that length."),
    "why.formula-too-large": (
        "层层引用展开以后太大，没有人核对得了，也算不动。拆开，或减少引用。",
        "Written out, it is too large for anyone to check, or for a machine to compute; take it apart.",
    ),
    "why.division-by-result": ("得分可能是零，一除就算不出。", "A score may be zero, and then nothing comes out."),
    "why.peers-of-peers": (
        "各单位的平均再取各单位的平均，先后会绕成一圈。写成由各单位自己的事实来取。",
        "Taken over all units twice, it would go round in circles; take it of what units report themselves.",
    ),
    "why.otherwise-out-of-reach": (
        "前提不成立时的得分要在零到满分之间，才扣得出来。",
        "What is given where the requirement fails lies between zero and full marks.",
    ),
    "why.least-above-most": (
        "下限高于上限，得分没有地方落。对调，或改正写错的一个。",
        "With the least above the most no score fits; swap them, or correct the one that is wrong.",
    ),
    "why.nothing-forfeited": (
        "发生了也不扣分，这一条就没有用；多半是 penalty 漏写了。",
        "Where nothing is lost, the clause does nothing; most likely penalty was forgotten.",
    ),
    "why.grades-fall": (
        "等次从高到低逐个看，次序乱了，高分的会先落进低的等次。按分数线从高到低写。",
        "Grades are tried best first; out of order, high scores would fall into low grades. Write them by falling cut-offs.",
    ),
    "why.all-have-better": (
        "前面一个等次谁都能得，后面的就没有人了；多半漏了分数线。给前面的写上，或删去后面的。",
        "Where everyone has the grade before, nobody has this one; most likely a cut-off is missing there.",
    ),
    "why.grade-never-reached": (
        "没有人能得的等次，多半是分数线高过总分、条件互相矛盾，或名额写成了 0。核对后改正或删去。",
        "A grade that nobody can have most likely has a cut-off above the total, conditions at odds, or no places; correct or remove it.",
    ),
    "why.nothing-shared-out": (
        "这个键只在名额不够分时起作用，没有名额就用不上。删去它，或写上名额。",
        "This key matters where places are scarce, and there are none; remove it, or write the places.",
    ),
    "why.classes-of-what": (
        "各类的名额不同，就要知道单位属于哪一类。",
        "With places by class, the class of a unit must be known.",
    ),
    "why.class-without-places": (
        "漏写一类，这一类的单位就不知道有没有名额。",
        "For a class that is left out nobody knows whether there are places.",
    ),
    "why.minimum-without-cut-off": (
        "没有分数线就没有人在线下，谈不上补足。",
        "Without a cut-off nobody is below it, so there is nothing to fill up.",
    ),
    "why.minimum-above-quota": (
        "至少的比最多的还多，两句话矛盾。改正写错的一个。",
        "At least more than at most is a contradiction; correct the one that is wrong.",
    ),
    "why.share-above-all": ("评出来的不能比单位还多。", "There can't be more winners than units."),
    "why.last-grade-open": (
        "最后一个等次要接住所有余下的单位。去掉它的条件，或在后面再加一个。",
        "The last grade takes all who are left; remove its conditions, or put another behind it.",
    ),
    "why.unknown-grade": ("写错名称，限制就限不到那个等次。", "With a wrong name the limit would not reach the grade."),
    "why.rescale-and-rescaled": (
        "不适用的分按比例折算，要两处都说：哪条规则折、折到哪里。",
        "Rescaling is said in two places: which rules give up their points, and where these are made up for.",
    ),
    "why.total-above-points": (
        "总分超过满分，要么是加分有上限没有写，要么是式子抄错了。",
        "A total above full marks means that a limit of a bonus is missing, or that the formula is wrong.",
    ),
    "why.scaled-twice": (
        "式子折算一次，rescale 又折算一次，分就小了或大了。",
        "Scaled by the formula and once more by rescale, scores come out too small or too large.",
    ),
    "why.rescaled-unevenly": (
        "有不适用的单位，全部得满分也到不了总满分，对它不公平。",
        "A unit to which something does not apply could not reach full marks, which is unfair to it.",
    ),
}
