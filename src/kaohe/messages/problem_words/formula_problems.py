"""What can be wrong in a formula, and in facts that are made of others."""

SENTENCES = {
    "problem.formula-in-circle": (
        "“{label}”的式子绕了一圈又用到它自己",
        "the formula of “{label}” leads in a circle back to itself",
    ),
    "problem.formula-share": (
        "式子“{formula}”得出的是百分数，这里要的是分：单独写 50% 是这条规则分值的一半，式子里写成 比率 * 10 那样",
        "the formula “{formula}” comes to a percent, but points are wanted: 50% by itself is half of the rule's points, in a formula write rate * 10",
    ),
    "problem.formula-sign": (
        "式子“{formula}”里不认识“{found}”；可用 + - * / ( ) >= > <= < = != and or not，都用半角",
        "the formula “{formula}” has an unknown sign “{found}”; known are + - * / ( ) >= > <= < = != and or not",
    ),
    "problem.formula-quote": (
        "式子“{formula}”里不用引号“{found}”；选项直接写名称，如 grade = good，是/否直接写事实的名称",
        "the formula “{formula}” has a quote “{found}”; write the name of an option alone, as grade = good, and a flag by its name",
    ),
    "problem.formula-percent-sign": (
        "式子“{formula}”里的“%”没有紧跟在数后面；百分数写成 5%，中间没有空格",
        "the formula “{formula}” has a “%” that does not follow a number; write a percent as 5%, without a blank",
    ),
    "problem.formula-point": (
        "式子“{formula}”里的小数点两边都要有数字，如 0.9",
        "the formula “{formula}” has a decimal point without digits on both sides; write 0.9",
    ),
    "problem.formula-end": (
        "式子“{formula}”的“{found}”前面缺少运算符；条件之间写 and 或 or，数之间写 + - * / 或 >= > <= < = !=",
        "the formula “{formula}” lacks a sign before “{found}”; put and or or between conditions, + - * / or >= > <= < = != between numbers",
    ),
    "problem.formula-bracket-too-many": (
        "式子“{formula}”在这里多了一个“)”，前面没有和它配对的“(”；删去它，或补上“(”",
        "the formula “{formula}” has a “)” too many here: no “(” belongs to it; delete it, or add the “(”",
    ),
    "problem.formula-comma": (
        "式子“{formula}”的“,”只能写在函数的括号里；两个条件都要成立写 and，有一个成立就行写 or；数不分节，1000 连写",
        "the formula “{formula}” has a “,”, which belongs into the brackets of a function; join conditions by and or or, and write 1000 without a comma",
    ),
    "problem.formula-unit": (
        "式子“{formula}”里的“{found}”：数后面不写单位，只写 {expected}",
        "the formula “{formula}” has “{found}”; a number has no unit behind it, write {expected}",
    ),
    "problem.formula-fact": (
        "式子“{formula}”这里应是事实的名称、数或括号，却是“{found}”",
        "the formula “{formula}” needs a fact, a number or a bracket here, found “{found}”",
    ),
    "problem.formula-unfinished": (
        "式子“{formula}”没有写完，末尾的“{found}”后面还缺事实的名称或数",
        "the formula “{formula}” is not finished: a fact or a number is missing after “{found}”",
    ),
    "problem.formula-bracket": (
        "式子“{formula}”里“{opening}”的括号还没有合上，这里应是“)”，却是“{found}”",
        "the formula “{formula}” needs “)” here to close “{opening}”, found “{found}”",
    ),
    "problem.formula-unclosed": (
        "式子“{formula}”少了一个“)”：“{opening}”的括号没有合上",
        "the formula “{formula}” lacks a “)”: “{opening}” is not closed",
    ),
    "problem.formula-function": (
        "式子“{formula}”里没有“{found}”这个函数，有：{known}{nearest:hint}",
        "the formula “{formula}” names no function “{found}”; there are: {known}{nearest:hint}",
    ),
    "problem.formula-arguments": (
        "式子“{formula}”里 {name} 的括号里应有 {expected} 项（用“,”分开），写了 {found} 项；例如 {example}",
        "the formula “{formula}” gives {name} {found} arguments, {expected} wanted (with “,” between); for example {example}",
    ),
    "problem.formula-choice": (
        "式子“{formula}”：选项只能用 = 或 != 比较，不能用“{found}”",
        "the formula “{formula}”: a choice is compared by = or !=, not by “{found}”",
    ),
    "problem.formula-condition": (
        "式子“{formula}”：“{found}”是数，这里要条件；写成比较，如 {found} > 0",
        "the formula “{formula}”: “{found}” is a number where a condition is wanted; compare it, as {found} > 0",
    ),
    "problem.formula-number": (
        "式子“{formula}”：“{found}”不是数，不能计算和比较大小；是/否当数用写 if({found}, 1, 0)，选项写成“{found} = 选项”",
        "the formula “{formula}”: “{found}” is no number; write a condition as if({found}, 1, 0), compare a choice by {found} = OPTION",
    ),
    "problem.formula-percent": (
        "式子“{formula}”：“{found}”和前面的不是一类，百分数只能同百分数加减、比较，要写 %",
        "the formula “{formula}”: “{found}” is of another kind; percents go with percents, with their sign %",
    ),
    "problem.formula-lists": (
        "式子“{formula}”：“{found}”是另一个名单，两个名单不能逐个相算",
        "the formula “{formula}”: “{found}” runs over another list; two lists can't be taken member by member",
    ),
    "problem.formula-or-table": (
        "“{label}”：由别的事实算出的写 formula，按类别查的写 by 和 table，只取一种",
        "“{label}”: a fact is made by formula, or looked up by by and table; one of the two",
    ),
    "problem.formula-times": (
        "式子“{formula}”：“{found}”和日期、月份不能这样算；日期（2011-03-31）同日期、月份（2011-03）同月份比较或相减",
        "the formula “{formula}”: “{found}” can't go with a date or month so; a date (2011-03-31) is compared with, or taken from, a date, a month (2011-03) a month",
    ),
    "problem.formula-dates": (
        "式子“{formula}”：months 数的是两个日期之间满几个月，“{found}”不是日期；月份（2011-03）相减就是月数",
        "the formula “{formula}”: months counts the full months from one date to another, and “{found}” is no date; months (2011-03) taken from each other are a number of months",
    ),
    "problem.formula-foreign": (
        "式子“{formula}”里的“{found}”要写成 {expected}",
        "the formula “{formula}” has “{found}”; write {expected}",
    ),
    "problem.formula-chain": (
        "式子“{formula}”不能连着比较；写成两个条件：甲 < 乙 and 乙 <= 丙",
        "the formula “{formula}” compares twice in a row; write a < b and b <= c",
    ),
    "problem.not-a-derived-kind": (
        "算出来的事实，kind 只能是：{known}；不能是“{found}”",
        "a fact that is made of others is one of: {known}; not “{found}”",
    ),
    "problem.table-without-by": (
        "有 table 还要写 by，按哪个事实的选项来查",
        "a table needs by: the choice that it is looked up by",
    ),
    "problem.list-of-years": (
        "“{label}”：一个单位只有一个年度，year 不能写 list",
        "“{label}”: a unit has one year, so there is no list of it",
    ),
    "problem.peers-of-parameter": (
        "“{label}”：parameters 里的事实由省里给，不写 peers；各单位之间比出来的写在 shared 或子项目的 indicators 里",
        "“{label}”: a parameter is given for all units, without peers; what is taken over all units belongs in shared or in "
        "an item's indicators",
    ),
    "problem.range-of-what": ("range 只用于 {known}", "range belongs to {known} only"),
    "problem.range-empty": ("range 的 to 比 from 还小", "range ends before it begins"),
    "problem.judgement-range": (
        "“{label}”：酌情打分要写 range，从几分到几分，如 {{from: 0.5, to: 2}}",
        "“{label}”: a judgement needs its range, like {{from: 0.5, to: 2}}",
    ),
    "problem.peers-kind": (
        "“{label}”：由全体单位算出的事实，kind 只能是 count、number、amount、percent，不能再写 formula、by、list",
        "“{label}”: a fact over all units is a count, number, amount or percent, without formula, by or list",
    ),
    "problem.rank-order": (
        "名次（take: rank）要写 first（highest 或 lowest 排第一）和 ties（并列：shared、dense、mean）；其他的不写",
        "a rank needs first (highest or lowest) and ties (shared, dense or mean); nothing else has them",
    ),
    "problem.with-self-unsaid": (
        "要写 with_self：true 包括本单位，false 不包括；名次和个数不写",
        "say with_self: true if the unit itself is among them, false if not; ranks and numbers have none",
    ),
    "problem.formula-result": (
        "式子“{formula}”：“{found}”是得分，总是有的；{name}() 里写它依据的事实",
        "the formula “{formula}”: “{found}” is a score, which always exists; ask {name}() of the facts that it rests on",
    ),
    "problem.formula-divisor": (
        "式子“{formula}”：除数“{found}”不大于零",
        "the formula “{formula}”: the divisor “{found}” is not above zero",
    ),
    "problem.formula-zero": (
        "式子“{formula}”：有一个除数不管报什么都不大于零，永远算不出；请核对除数和指标的 range",
        "the formula “{formula}”: a divisor is not above zero whatever is reported, so that nothing can be computed; check it and the range of its facts",
    ),
    "problem.formula-too-long": (
        "式子“{formula}”太长，拆成几个指标",
        "the formula “{formula}” is too long; make several facts of it",
    ),
    "problem.formula-too-large": (
        "式子“{formula}”连同它引用的事实层层展开，太大了",
        "the formula “{formula}”, with all that its facts are made of, is too large",
    ),
    "problem.division-by-result": (
        "式子“{formula}”拿得分作除数，得分可能为零；除以分值",
        "the formula “{formula}” divides by a score, which may be zero; divide by points",
    ),
    "problem.peers-of-peers": (
        "“{label}”由全体单位算出，不能再由别的全体单位算出的事实来算",
        "“{label}” is taken over all units; it can't be made of another such fact",
    ),
    "problem.otherwise-out-of-reach": (
        "otherwise 写的是 {found} 分，这一条得不到：要在 0 到 {points} 分之间，并且 cap 要够扣",
        "otherwise says {found}; this rule can't give that: it is between 0 and {points}, and cap must let so much be lost",
    ),
}
