"""Why, of units' files: their facts, later stages, doubtful numbers."""

SENTENCES = {
    "why.number-expected": (
        "文字变不成分。还不知道的留空，不适用的写“不适用”。",
        "Words become no points. Leave empty what is not known, write 不适用 where it does not apply.",
    ),
    "why.quoted-number": (
        "引号使它成了文字；有的程序照样当数，有的不当。",
        "Its quotes make it a text, which some programs take for a number and others do not.",
    ),
    "why.number-with-unit": (
        "单位由细则规定；写“5万”时是按元还是按万元计，会差一万倍。",
        "The rubric says the unit; whether 5万 counts in 元 or 万元 makes it 10,000 times as much.",
    ),
    "why.grouped-number": (
        "1,234 可能是一个数，也可能是两个；有的地方逗号是小数点。",
        "1,234 may be one number or two, and in some places a comma is the decimal point.",
    ),
    "why.full-width-number": (
        "全角数字有的程序认，有的不认；kaohe validate --fix 能改。",
        "Some programs take full-width digits and others do not; kaohe validate --fix mends them.",
    ),
    "why.number-too-large": (
        "大得不合常理的数多半是多打了几位，或单位错了。",
        "So large a number most likely has digits too many, or the wrong unit.",
    ),
    "why.negative-number": (
        "次数、金额不会小于零；写成负数，扣分就会变成加分。",
        "Neither times nor amounts are below zero; below zero a deduction would add points.",
    ),
    "why.zero-divisor": (
        "要用它作除数，零就算不出比率；真的没有的，写“不适用”。",
        "It is divided by, and by zero there is no rate; where there is none at all, write 不适用.",
    ),
    "why.whole-number-expected": (
        "没有半次、半个；多半是填了金额或比率。",
        "There is no half of one; most likely an amount or a rate was entered.",
    ),
    "why.percent-expected": (
        "95 和 95% 差一百倍，0.95 也可能是 0.95%，所以百分号要写出来。",
        "95 and 95% are a hundredfold apart, and 0.95 may be 0.95%, so the sign must be there.",
    ),
    "why.number-about": ("“约”多少在临界处会差一档。", "Near a threshold, about so many costs a whole level."),
    "why.number-as-range": ("一个范围可能跨两档。", "A range may lie in two levels."),
    "why.number-in-words": (
        "汉字数目的写法不一，“十几”“两三”不是一个数。",
        "Numbers in words are written in many ways, and some of them are no number.",
    ),
    "why.paper-inline": (
        "佐证和说明另有地方；写在数里，数就读不出来。",
        "Evidence and notes have a place of their own; within an answer they hide it.",
    ),
    "why.paper-inline-change": (
        "佐证和理由另有地方；写在值里，值就读不出来。",
        "Evidence and reasons have a place of their own; within a value they hide it.",
    ),
    "why.key-twice": (
        "同一项填了两次，不知道以哪一个为准。",
        "With two answers for one thing, nobody knows which one holds.",
    ),
    "why.flag-expected": (
        "是或否之外的话，要人来判断算不算。",
        "Whether anything but yes or no counts as one, people would have to judge.",
    ),
    "why.word-for-none": (
        "“无”可能是没有发生，也可能是没有统计、不适用，三样得分不同。",
        "“None” may be nothing happened, not counted, or not applicable, which score differently.",
    ),
    "why.word-for-some": ("“有”说不出是多少。", "That there were some does not say how many."),
    "why.word-for-flag": (
        "是否的写法太多，只认这两个，免得把“未”看成“已”。",
        "There are too many words for yes and no; only these two are taken, so that none is mistaken.",
    ),
    "why.unit-file-expected": (
        "命令要的是单位的文件；细则里没有单位的数。",
        "A unit's file is wanted; a rubric has no unit's numbers.",
    ),
    "why.one-unit-expected": (
        "一次只算一个单位，几个单位的数不能合在一起。",
        "One unit is scored at a time; numbers of several can't be one.",
    ),
    "why.unit-expected": (
        "没有名称的单位进不了排名，也对不上名单。",
        "A unit without a name can neither be ranked nor found on a roster.",
    ),
    "why.year-expected": (
        "年度决定和哪一年的数比、和谁一起排名。",
        "The year says what is compared and with whom a unit is ranked.",
    ),
    "why.must-apply": (
        "细则没有说这一项不适用时怎么算；能不能不适用由出细则的人定，不由单位定。",
        "The rubric does not say what is given where this does not apply; that is for its authors to allow, not for units.",
    ),
    "why.member-must-apply": (
        "名单里单个成员不适用，合计就不知道算不算它。",
        "Where a single member does not apply, a sum does not know whether to count it.",
    ),
    "why.mixed-answers": (
        "这几项说的是一件事，一半适用一半不适用是矛盾的。",
        "These speak of one thing, which can't half apply.",
    ),
    "why.fields-expected": (
        "这项事实由几部分组成，只写一个数不知道是哪一部分。",
        "This fact has several parts, and of a single number nobody knows which one it is.",
    ),
    "why.members-expected": (
        "名单要逐项写明，才能逐项计分、逐项核对。",
        "A list is written out, so that each of it can be scored and checked.",
    ),
    "why.names-expected": ("名称写两次会数两次。", "A name that stands twice would be counted twice."),
    "why.members-strange": (
        "两处说的是同一批成员，名称不一样就对不上。",
        "Both are about the same members, which only equal names can show.",
    ),
    "why.members-left-out": (
        "两处说的是同一批成员，少一个就是一处缺报。",
        "Both are about the same members; one that is left out is missing.",
    ),
    "why.comment-in-facts": (
        "单位的数有疑问，理由要写在 notes 里：它跟着评分表走，看评分表的人看得到，注释看不到。",
        "Why a doubtful number is right belongs under notes, which go with the sheet where its readers see them; a comment does not.",
    ),
    "why.unknown-file-kind": (
        "不知道是什么文件，就不知道该查什么；多半是最外层的名称写错了。",
        "Of an unknown kind of file nobody knows what to check; most likely its outermost names are misspelt.",
    ),
    "why.unknown-rubric": ("没有细则就没有评分办法。", "Without a rubric there is no way to score."),
    "why.no-such-rubric-file": (
        "没有细则就没有评分办法；文件移动过的，路径要跟着改。",
        "Without a rubric there is no way to score; where files were moved, so must the path.",
    ),
    "why.unreadable-file": (
        "读不到的文件不能当作没有。看看它在不在、有没有权限、是不是正在别的程序里打开着。",
        "A file that can't be read can't be passed over; see whether it is there, whether you may read it, and whether another program has it open.",
    ),
    "why.needs-other": (
        "这个文件本身可能没有问题，但它要用的文件有问题，所以查不下去。",
        "This file may be sound, but the one that it rests on is not, so it can't be checked further.",
    ),
    "why.unit-twice": (
        "一个单位两份自评，不知道以哪一份为准，排名也会占两个名次。",
        "With two files of a unit nobody knows which one holds, and it would be ranked twice.",
    ),
    "why.out-of-range": (
        "细则说这个数只会在这个范围里；多半填错了位数或单位。",
        "The rubric says that the number lies within; most likely a digit or the unit is wrong.",
    ),
    "why.date-expected": (
        "3/4 是三月四日还是四月三日，各地不同；写成年-月-日就只有一种。",
        "3/4 is March or April, as one is used to; year-month-day can be read in one way only.",
    ),
    "why.month-expected": ("写成年-月就只有一种读法。", "Year-month can be read in one way only."),
    "why.doubt-above": (
        "规则不禁止，但一般不会这样高；多半多打了一位，或填成了别的数。属实的在 notes 里写明原因。",
        "No rule forbids it, but it is hardly ever so high; most likely there is a digit too many. Where it is right, say why under notes.",
    ),
    "why.doubt-below": (
        "规则不禁止，但一般不会这样低；多半少打了一位，或填成了别的数。属实的在 notes 里写明原因。",
        "No rule forbids it, but it is hardly ever so low; most likely a digit is missing. Where it is right, say why under notes.",
    ),
    "why.doubt-not-whole": (
        "人数、户数一般是整数；多半填成了金额或万人。属实的在 notes 里写明原因。",
        "People and households are whole numbers; most likely an amount was entered, or tens of thousands. Where it is right, say why under notes.",
    ),
    "why.doubt-condition": (
        "几个数互相对不上，至少有一个填错了。属实的在 notes 里写明原因。",
        "The numbers are at odds, so one at least is wrong. Where they are right, say why under notes.",
    ),
    "why.doubt-tenfold": (
        "差一万倍上下，多半一个按元填、一个按万元填。属实的在 notes 里写明原因。",
        "About 10,000 times apart, most likely one is in 元 and the other in 万元. Where both are right, say why under notes.",
    ),
    "why.doubt-stage": (
        "一改差一万倍上下，多半一个按元填、一个按万元填。属实的在 notes 里写明原因。",
        "A correction by 10,000 times is most likely one between 元 and 万元. Where it is right, say why under notes.",
    ),
    "why.doubt-year-tenfold": (
        "和上年差一万倍上下，多半一年按元填、一年按万元填。属实的在 notes 里写明原因。",
        "About 10,000 times last year's, most likely one year is in 元 and the other in 万元. Where it is right, say why under notes.",
    ),
    "why.doubt-year-growth": (
        "一年变动这样大，多半有一年填错了。属实的在 notes 里写明原因。",
        "So large a change within a year most likely means that one of the two is wrong. Where it is right, say why under notes.",
    ),
    "why.doubt-year-previous": (
        "今年报的“上年数”和去年报的不是同一个数，增幅会因此不同。属实的在 notes 里写明原因。",
        "What is now given for last year is not what was reported then, so the growth differs. Where it is right, say why under notes.",
    ),
    "why.before-year": (
        "拿同年或后一年的比，比不出什么。换成上年的文件。",
        "Compared with the same year or a later one, nothing shows; give last year's file.",
    ),
    "why.before-no-unit": (
        "上年的文件里没有这个单位，可能改了名。",
        "Last year's files do not have the unit; perhaps it was renamed.",
    ),
    "why.change-expected": (
        "一处改动要说清原来是多少、改成多少、为什么。",
        "A change says what there was, what there is now, and why.",
    ),
    "why.reason-expected": (
        "没有理由的改动，单位问起来没有人答得出。",
        "Of a change without a reason nobody could tell the unit why.",
    ),
    "why.nothing-changed": (
        "没有改动的改动多半是新值写错了。",
        "A change that changes nothing most likely has the new value wrong.",
    ),
    "why.changed-twice": (
        "同一处改两次，不知道以哪一次为准。",
        "Of two changes of one thing nobody knows which one holds.",
    ),
    "why.old-differs": (
        "原值和上一阶段对不上，说明改的人看的不是那一份；照改会改错地方。",
        "Where the old value is not that of the stage before, whoever changed it looked at something else, and the change may be wrong.",
    ),
    "why.judgement-decimals": (
        "得分按规定只保留这么多位，多出来的会在取舍时变掉。",
        "Scores keep so many decimals, and more of them would be lost in rounding.",
    ),
    "why.no-judgement": (
        "没有评定过，就没有可撤销的。删去这一条。",
        "What was never judged can't be taken back; remove it.",
    ),
    "why.judgement-stands": (
        "得分已经由人评定，改事实不会改变它，写的人却会以为改了。",
        "The points were judged, so a changed fact leaves them as they are, though whoever wrote it would think otherwise.",
    ),
    "why.judgement-goes-on": (
        "别的子项目要用它的得分，只评定它一个，别的还按旧的算。",
        "Other items are computed from it and would still go by the old points.",
    ),
    "why.final-incomplete": (
        "最后的分数要确定，缺一项就只有一个区间。",
        "The last score must be certain, and with a fact missing it is a range.",
    ),
    "why.rubric-changed": (
        "换了细则，分数会变，却不是因为事实变了；要写明为什么换。",
        "With another rubric scores change though facts do not; say why it was changed.",
    ),
    "why.rubric-unchanged": (
        "没有换细则却写了换的理由，多半用错了文件。",
        "A reason for a change of rubric, without one, most likely means the wrong file.",
    ),
    "why.judgement-beyond": (
        "先前评定的分，新的细则里得不到，所以要重新评定。",
        "What was judged before can't be had by the new rubric, so it is judged anew.",
    ),
    "why.year-differs": (
        "年度不同的文件不是同一次考核的。",
        "Files of different years belong to different assessments.",
    ),
    "why.stage-not-later": (
        "阶段一个接一个，后面的在前面的基础上改。",
        "Stages follow each other, each correcting the one before.",
    ),
    "why.no-first-file": (
        "后一阶段只写改动，没有前面的就不知道改的是什么。",
        "A later stage says only what changed, which means nothing without what was before.",
    ),
    "why.which-first-file": (
        "前一阶段有几份，不知道改的是哪一份。",
        "With several files of the stage before nobody knows which one is changed.",
    ),
    "why.whole-after-first": (
        "整份重报看不出改了什么、为什么改。",
        "With everything reported anew nobody sees what changed, and why.",
    ),
    "why.evidence-expected": (
        "佐证要找得到文件，编号、校验才有依据。",
        "Evidence is a file that can be found, numbered and hashed.",
    ),
    "why.evidence-too-long": (
        "这样的文件不会有，多半是粘贴时带进了别的字。",
        "There can be no such file; most likely something else was pasted with its name.",
    ),
    "why.evidence-absolute": (
        "绝对路径换一台电脑就没有了，归档以后也打不开。",
        "No other computer has an absolute path, nor has the archive.",
    ),
}
