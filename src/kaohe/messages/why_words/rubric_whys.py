"""Why, of what can be wrong in a rubric."""

SENTENCES = {
    "why.rubric-expected": (
        "命令要的是评分细则；给错文件，后面的检查都没有意义。",
        "A rubric is wanted here; with another file all further checks would be idle.",
    ),
    "why.todo-of-item": (
        "起草时没有读懂的话不猜；有一条没有定，这份细则就不能打分。",
        "Drafting guesses nothing that it did not understand; while one thing is open, nothing is scored by this rubric.",
    ),
    "why.todo-of-form": (
        "起草时没有读懂的话不猜；有一条没有定，这份细则就不能打分。",
        "Drafting guesses nothing that it did not understand; while one thing is open, nothing is scored by this rubric.",
    ),
    "why.missing-key": (
        "这一项没有默认值：少了它，规则的意思就不完整。",
        "There is no default for it: without it the rule does not say all that it must.",
    ),
    "why.unknown-key": (
        "不认识的名称不能略过：很可能是写错了字，它后面的内容就会悄悄不算数。",
        "An unknown name can't be passed over: it is most likely misspelt, and what stands behind it would silently not count.",
    ),
    "why.outermost-key": (
        "位置就是意思：写在别的下面，它管的范围就变了。",
        "Where it stands is what it means: under something else it would speak of that alone.",
    ),
    "why.key-beside": (
        "位置就是意思：缩进深了一层，它管的就是另一样东西。",
        "Where it stands is what it means: one level deeper it would speak of something else.",
    ),
    "why.misplaced-key": (
        "位置就是意思：写错地方的内容不会起作用。",
        "Where it stands is what it means: in the wrong place it would do nothing.",
    ),
    "why.key-of-another-type": (
        "每种规则有自己的写法；别的规则的键在这里没有意思，可能是 type 选错了。",
        "Each type of rule has its own keys; one of another type means nothing here, or perhaps the type is the wrong one.",
    ),
    "why.unknown-rule-type": (
        "type 决定条款怎样变成分；认不出来就没有算法。",
        "The type says how a clause becomes points; an unknown one has no way to do so.",
    ),
    "why.not-one-of": (
        "这里只有几种取法，各有各的算法；别的字没有意思。",
        "There are a few ways only, each with its own arithmetic; any other word means nothing.",
    ),
    "why.mapping-expected": (
        "这里要的是几个有名称的值，不是一个值，也不是列表。",
        "Several named values belong here, not a single one and not a list.",
    ),
    "why.list-expected": (
        "这里可以有几项，所以要写成列表，只有一项也一样。",
        "There may be several here, so it is a list, be it of one.",
    ),
    "why.text-expected": (
        "这里是给人看的字或名称；没有引号的数、true 会被当成数和是否。",
        "Words or a name belong here; a bare number or true would be taken for a number or a flag.",
    ),
    "why.text-empty": (
        "这段文字会印在评分表和扣分说明里，空着就说不清。",
        "These words are printed on sheets and in reasons; without them nothing could be explained.",
    ),
    "why.invalid-value": (
        "这个值这里用不了。按这个键在 docs/rules.md 里的说明改写。",
        "This value can't be used here; write it as docs/rules.md says of the key.",
    ),
    "why.requirement-expected": (
        "前提是一个能成立或不成立的条件，数和列表都不是。",
        "A requirement holds or fails; a number does neither.",
    ),
    "why.veto-scope-expected": (
        "否决可以取走整个子项目的分，也可以只取走几条规则的；范围不清就不知道扣多少。",
        "A veto takes the points of the whole item or of some rules; with the scope unclear, so is the loss.",
    ),
    "why.points-do-not-add-up": (
        "各部分的分值加起来不等于总分，满分就不是原表上的满分；多半是抄错了一个数，也可能原表自己不一致，那要请出表的人定。",
        "Where parts do not add up, full marks are not those of the form; most likely one number was copied wrong, or the form contradicts itself, which its authors must settle.",
    ),
    "why.nothing-scores-above": (
        "这句话说由项目或总分来计，那里却没有写，它就不起作用了。",
        "These words are said to count in the section or the whole, but nothing there does so, and they would be lost.",
    ),
    "why.most-below-points": (
        "最多得的分比满分还少，满分就永远得不到。",
        "Where the most is less than full marks, nobody can ever get these.",
    ),
    "why.cap-of-awards": (
        "只得分的规则没有扣分可封顶；写了也不起作用，想限的多半是得分。",
        "A rule that only gives has no deduction to bound; what is meant is most likely the most that it gives.",
    ),
    "why.readings-clash": (
        "两种取法把同一处改成两样，只有一样能算数；都说选了，就有一样是假的。真要二选一的，行尾写 # kaohe: ignore readings-clash: 理由。",
        "Of two alternatives that make something different of one place only one can count, yet both would be said to be taken. Where they exclude each other, write # kaohe: ignore readings-clash: WHY at the end of the line.",
    ),
    "why.patch-beyond-list": (
        "列表里没有的一项改不了；多半是规则里的几项增减过，patch 没有跟着改。",
        "An entry that is not there can't be changed; most likely the rule's list has been changed and the patch has not.",
    ),
    "why.patch-without-effect": (
        "写着两种读法，算出来却永远一样，“差多少分”就总是 0，读的人会以为这处疑问不要紧。多半是规则照着另一种读法改过，或 patch 写的正是缺省值。",
        "Two ways to read the text are said to be there, yet all scores are the same, so a report says that nothing hangs on it. Most likely the rule was changed to what the alternative says, or the patch writes out what holds anyway.",
    ),
    "why.patch-of-readings": (
        "读法之间要能各自单独选，一种读法改另一种就分不清选了什么。",
        "Readings are chosen one by one; if one changed another, nobody could say what was chosen.",
    ),
    "why.together-with-what": (
        "together 说的是几项事实要么都适用、要么都不适用，一项谈不上。",
        "Facts are said to apply together or not at all, which one alone can't.",
    ),
    "why.may-be-negative": (
        "次数、扣分小于零就会反过来加分，多半是式子两边写反了，或少了“到零为止”。",
        "A deduction below zero would add points; most likely two sides are swapped, or a stop at zero is missing.",
    ),
    "why.may-exceed-points": (
        "得分超过满分，合计也跟着超；按比例得分的，超额完成多半不能超过满分。",
        "Points above full marks make totals too large; where points are in proportion, doing more than asked mostly gives no more.",
    ),
    "why.never-counts": (
        "永远算不上的扣分等于没有写这一条，单位却以为有；多半是免扣次数或范围写错了。",
        "A deduction that never counts is as good as none, though units think there is one; most likely free or a range is wrong.",
    ),
    "why.never-holds": (
        "永远够不到的一档、一个条件，多半是数写错了，或大于小于写反了。",
        "A level or condition that is never reached most likely has a wrong number, or the wrong side of it.",
    ),
    "why.below-floor": (
        "低于零的部分会悄悄不见，得分就不是式子算出来的；要写明到哪里为止。",
        "What falls below zero would vanish unseen, and the points would not be what the formula says; say where it stops.",
    ),
    "why.nothing-to-take": (
        "没有分的规则扣不了分，这一条写了等于没写。",
        "A rule without points can take none: the clause would be there and do nothing.",
    ),
    "why.most-of-members": (
        "most 限的是合计；一个成员一个结果、或取最高最低平均的，没有合计可限。",
        "It bounds a sum; with one result, or with a mean, a highest or a lowest, there is none to bound.",
    ),
    "why.points-of-one": (
        "取合计时一个成员的满分和这条规则的满分不是一回事，取平均、最高、最低时是一回事。",
        "With a sum the full marks of one member are not those of the rule; with a mean, highest or lowest they are.",
    ),
    "why.no-fact-of-member": (
        "逐个成员计分却不看成员的数，每个成员都一样，多半是写错了事实的名称。",
        "A rule for each member that reads nothing of the member gives all the same; most likely a fact's name is wrong.",
    ),
    "why.not-a-list": (
        "for_each 逐个成员计分，要有名单才有成员。",
        "It scores member by member, so it needs a list that has members.",
    ),
    "why.record-facts": (
        "名单里的成员各有几项事实的写 kind: record；两样要对得上，单位才知道填什么。",
        "Members with several facts each make a list of records; both must agree, or units would not know what to enter.",
    ),
    "why.members-of-what": (
        "一个名单借另一个名单的成员，那个名单要是单位自己报的，否则不知道成员是谁。",
        "A list may borrow its members from another only where units report that one, or nobody knows who they are.",
    ),
    "why.anchor-place": (
        "按点连线计分，每个点要知道在哪里、那里得几分。",
        "Points are drawn between anchors, and each must say where it is.",
    ),
    "why.cap-each-of-both": (
        "既扣又得的规则里，每项封顶说不清封的是扣还是得。",
        "In a rule that takes and gives, a bound for each could be of either.",
    ),
    "why.both-sides-of-one": (
        "既加又扣的，要说明哪一边扣，否则方向可能正好反了。",
        "Where steps both cost and earn, the side that costs must be said, or it may be just the wrong one.",
    ),
    "why.malformed-id": (
        "标识要能写进式子；带空格、符号的会被读成算式。",
        "An id must fit into formulas; with blanks or signs it would be read as arithmetic.",
    ),
    "why.malformed-rubric-id": (
        "编号用作文件名和单位文件里的 rubric，要到处都能写。",
        "The id becomes a file's name and stands in units' files, so it must be writable everywhere.",
    ),
    "why.duplicate-id": (
        "两样东西一个标识，引用它的地方就不知道指哪一个。",
        "With one id for two things, whatever names it could mean either.",
    ),
    "why.orphan-words": (
        "评分办法里的每句话都要有着落：归入规则，或者说明不计分；漏下的一句就是漏扣或漏加的分。",
        "Every word of the method must have its place, in a rule or among what scores nothing; a clause that is left over is points that nobody gives or takes.",
    ),
    "why.clause-not-in-method": (
        "条款照录原文，扣分说明才引得出原话；不一样的要么抄错了，要么改过意思。",
        "Clauses are quoted, so that reasons can give the form's own words; one that differs was copied wrong, or changed in meaning.",
    ),
    "why.clause-twice": (
        "同一句话归入两条规则，就会扣两次、加两次。",
        "A clause in two rules would cost or earn twice.",
    ),
    "why.number-not-in-rule": (
        "条款里的数不在规则里，多半抄错了一个数，这正是最不容易看出来的错；所有单位的分都会跟着错。",
        "Where a number of the clause is not in its rule, one was most likely copied wrong, which is the slip that is hardest to see and spoils every unit's score.",
    ),
    "why.number-only-in-patch": (
        "另一种读法用了一个原文没有的数，多半是写错了。",
        "An alternative with a number that the text does not have is most likely wrong.",
    ),
    "why.number-not-in-alternative": (
        "另一种读法也是这条原文，原文里的数到了它的规则里就没有了，多半是 patch 写错了一个数。",
        "An alternative is a reading of the same text, so where its rule has lost a number of the text, the patch most likely has a wrong one.",
    ),
    "why.number-only-in-meaning": (
        "读法的说明里有一个规则和原文都没有的数，看的人会按说明理解，分却按规则算。",
        "People go by what the meaning says, but scores go by the rule, so a number that only the meaning has misleads.",
    ),
    "why.unused-indicator": (
        "单位要白填一个不算分的数；更可能是某条规则漏写了它，或写成了别的名称。",
        "Units would report a number that scores nothing; more likely a rule forgot it, or names it otherwise.",
    ),
    "why.unknown-reference": (
        "式子里的名称要指向一项声明过的事实，否则没有数可算。",
        "A name in a formula must lead to a declared fact, or there is no number to take.",
    ),
    "why.not-a-number": (
        "这里要拿来算，是否、选项和名单不能算。",
        "Something is computed here, which flags, choices and lists can't be.",
    ),
    "why.not-a-condition": (
        "这里要成立或不成立；数要先比较才成条件。",
        "Something must hold or fail here; a number becomes a condition by being compared.",
    ),
    "why.not-a-choice": (
        "这里按选项取值，别的事实没有选项。",
        "A value is taken by option here, and only a choice has options.",
    ),
    "why.not-a-single-fact": (
        "名单有许多个值，要说明怎样合成一个：都、有一个、合计、平均。",
        "A list has many values; say how they become one: all, any, sum, mean.",
    ),
    "why.members-elsewhere": (
        "离开了逐个成员的地方，不知道是哪个成员的数。",
        "Away from where members are taken one by one, nobody knows whose number is meant.",
    ),
    "why.earns-too-much": (
        "各档加起来超过满分，这一条会得出满分以外的分；多半有一档的分抄错了。",
        "Where bands add up to more than full marks, points beyond these would be given; most likely one band is wrong.",
    ),
    "why.reserved-id": (
        "这个词在式子里是运算或特定的事实，用作标识就有两个意思。换一个名称。",
        "In formulas this word is a sign or a given fact; as an id it would mean two things. Choose another.",
    ),
    "why.nothing-inside": ("空的列表多半是没有写完。", "An empty list is most likely something left unfinished."),
    "why.no-self-stage": (
        "单位自评是第一栏；没有它，分数没有地方写。",
        "The unit's own scores come first; without their column they have no place.",
    ),
    "why.earns-too-little": (
        "谁也得不到满分，多半有一档的分抄错了，或 points 抄错了。",
        "Nobody can get full marks; most likely the points of a band, or of the rule, were copied wrong.",
    ),
    "why.level-missing": (
        "没有写的一档得几分不能猜，不写不等于零分。",
        "What a level earns can't be guessed where it is not said; silence is not zero.",
    ),
    "why.band-below-base": (
        "基础分是加分的前提；从基础分以下就开始加，两句话矛盾。",
        "The base comes first and bands add to it; one that begins below contradicts it.",
    ),
    "why.requires-without-points": (
        "没有分的规则，前提不成立也没有分可以不给。",
        "A rule without points has nothing to withhold where its requirement fails.",
    ),
    "why.existence-unanswered": (
        "这项事实可以“不适用”，用到它的每一处都要说明那时怎么算，否则一填不适用就算不出分。",
        "This fact may be not applicable, and each place that uses it must say what then, or no score comes out.",
    ),
    "why.no-such-rule": (
        "规则按次序编号，从 1 起；指错了就否决到别的规则上。",
        "Rules are numbered from 1 as they stand; a wrong number would veto another.",
    ),
    "why.options-and-choice": (
        "选择要有选项可选，别的种类没有选项。",
        "A choice needs options to choose from, and nothing else has any.",
    ),
    "why.no-such-field": ("这种事实没有这一部分。", "A fact of this kind has no such part."),
    "why.words-not-in-clause": (
        "读法引的是条款里有歧义的那几个字，引错了就不知道说的是哪里。",
        "A reading quotes the words that can be read in two ways; misquoted, nobody knows which.",
    ),
    "why.unknown-chosen": ("选定的读法要是选项中的一个。", "The reading that is taken must be one of the options."),
    "why.no-alternative": (
        "只有一种读法就没有歧义，不用写 readings；有歧义的写出另一种。",
        "With one option there is no doubt about the words and no need for readings; where there is, write the other.",
    ),
    "why.chosen-has-patch": (
        "规则本身就是选定的读法；两处都写，以后改一处就不一致。",
        "The rule itself is what was chosen; said twice, the two would part at the next change.",
    ),
    "why.alternative-without-patch": (
        "另一种读法不改任何东西，就和选定的一样。",
        "An alternative that changes nothing is the same as what was chosen.",
    ),
    "why.level-above-points": (
        "一档的分超过满分，多半抄错了一个数。",
        "A level above full marks most likely has a number copied wrong.",
    ),
    "why.unknown-level": (
        "档次要和指标的选项一致，否则填了这一档也不得分。",
        "Levels must be the options of the fact, or whoever enters one earns nothing by it.",
    ),
    "why.one-lower-side": (
        "含和不含只能取一个，恰好等于的单位才知道在不在里面。",
        "The edge is either in or out, so that a unit exactly there knows.",
    ),
    "why.one-upper-side": (
        "含和不含只能取一个，恰好等于的单位才知道在不在里面。",
        "The edge is either in or out, so that a unit exactly there knows.",
    ),
    "why.band-empty": (
        "永远到不了的一档多半是上下限写反了，或抄错一个数。",
        "A band that nothing falls in most likely has its sides swapped, or a number copied wrong.",
    ),
    "why.band-unreachable": ("同一范围有两档，总有一档算不上。", "Of two bands over one stretch, one never counts."),
    "why.bands-overlap": (
        "同时落在两档里的单位，不知道取哪一档。",
        "A unit that falls in both would not know which one counts.",
    ),
    "why.plausible-expected": (
        "plausible 说怎样的数可疑；写法只有这几种。",
        "It says which numbers are doubtful, and there are these ways to say so.",
    ),
    "why.evidence-of-what": (
        "不由单位报的事实，单位拿不出佐证。",
        "What units do not report, they can't show papers for.",
    ),
    "why.percent-mismatch": (
        "百分数和数、日期和数不能比较：0.5 和 50% 在这里不是一回事。",
        "Percents and numbers, dates and numbers can't be compared: here 0.5 is not 50%.",
    ),
    "why.nothing-counted": (
        "什么也不数，就永远扣不了分、加不了分。",
        "With nothing counted, nothing is ever taken or given.",
    ),
    "why.occurrence-form": (
        "数几次的写每次几分，成立一次的写一共几分，两种不能混。",
        "What is counted has points each, what holds or fails has them once; the two can't be mixed.",
    ),
    "why.one-step-size": (
        "“每低1%”和“每低1个百分点”差得很远，要写明是哪一种。",
        "A share of 1% and 1 percentage point are far apart; say which is meant.",
    ),
    "why.relative-step-without-target": (
        "目标的百分之几，目标是零就没有大小。",
        "A share of a target of zero has no size.",
    ),
    "why.step-unit": (
        "百分数的一步是百分点或百分之几，人数、次数的一步是个数，不能混。",
        "A step of a percent is a point or a share, a step of a number is a number.",
    ),
    "why.step-of-times": (
        "日期差一步是一天还是一个月，要写明。",
        "A step between dates may be a day or a month; say which.",
    ),
    "why.share-of-month": (
        "二月和三月不一样长，半个月算多少说不清。",
        "Months differ in length, so nobody can say what half of one is.",
    ),
    "why.step-expected": (
        "步长是零或负数，就有无穷多步。",
        "With a step of zero or less there would be no end of steps.",
    ),
    "why.nothing-to-acknowledge": (
        "已经改好的问题还留着说明，以后出了同样的错就会被它遮住。",
        "An explanation of what was mended long ago would hide the same mistake when it is made again.",
    ),
    "why.nothing-to-ignore": (
        "已经改好的问题还留着注释，以后出了同样的错就会被它遮住。",
        "A comment about what was mended long ago would hide the same mistake when it is made again.",
    ),
    "why.ignore-without-reason": (
        "没有理由的忽略，过一年谁也不知道当时为什么这样定；所以没有理由的不起作用。",
        "A year later nobody would know why something was ignored; so without a reason it is not.",
    ),
    "why.ignore-unknown-code": (
        "代号写错，忽略就不起作用。全部代号见 docs/problems.md。",
        "With a wrong code nothing is ignored; docs/problems.md lists all.",
    ),
    "why.ignored-must-be-mended": (
        "这样的错误使细则没有确定的意思，忽略了也算不出分；能留着的只有条款文字和数的几种。",
        "With such an error the rubric has no certain meaning, ignored or not; only those about the words and numbers of clauses can stay.",
    ),
    "why.comment-unknown": (
        "写给 kaohe 的注释要是看不懂，多半是想忽略一个问题而没有写对。",
        "A comment for kaohe that it can't read is most likely meant to ignore a finding.",
    ),
    "why.otherwise-of-what": ("没有前提，就没有“否则”。", "Without a requirement there is no otherwise."),
    "why.nothing-names-it": (
        "不计分又没有规则引用它，这一条就没有用处。",
        "A rule that neither counts nor can be named is of no use.",
    ),
    "why.one-amount": (
        "各档写同一种，才知道是各取一档还是在前一档上加减。",
        "With one kind of amount in all bands it is clear whether one is taken or they add up.",
    ),
    "why.base-without-add": (
        "有基础分的，各档说的是再加几分；写成得几分就重复算了基础分。",
        "With a base, bands say what they add; points would count the base once more.",
    ),
    "why.cumulative-unsaid": (
        "“1%以上得1分，2%以上得2分”可以读成共得3分，也可以读成得2分，不能猜。",
        "1 point from 1% and 2 from 2% may come to 3 or to 2, and that is not guessed.",
    ),
    "why.no-side": ("没有边的范围把所有数都包进去。", "A stretch without sides takes in every number."),
    "why.two-anchors": ("连线至少要两个点。", "A line needs two points."),
    "why.anchors-rise": (
        "点的次序乱了，连出来的线就不是原文的意思；多半有一个数抄错了。",
        "Out of order, the line is not what the form says; most likely one number was copied wrong.",
    ),
    "why.points-or-deduct": (
        "得几分和扣几分混在一起，就不知道从零加还是从满分扣。",
        "With both mixed it is unclear whether one adds from zero or takes from full marks.",
    ),
    "why.award-or-deduct": ("得和扣方向相反，只能是一种。", "The two go opposite ways, so there is one of them."),
    "why.most-expected": (
        "不写上限的加分可以加到无穷，原文多半有“最多”。",
        "A bonus without a limit could grow for ever, and forms mostly have one.",
    ),
    "why.most-of-awards": (
        "most 管得分，cap 管扣分；写错了就封在另一边。",
        "The one bounds what is given, the other what is taken; swapped, the wrong side is bounded.",
    ),
}
