"""Why, of workbooks of entries, tables, rosters, and several files of one stage."""

SENTENCES = {
    "why.workbook-entities": (
        "实体声明能让读它的程序耗尽内存，或读到别的文件，所以这样的工作簿不读。",
        "Entities can make a reader run out of memory or read other files, so no such workbook is read.",
    ),
    "why.workbook-of-scores": (
        "结果里的数是算出来的，当作报送会把得分当成事实。",
        "What stands in results was computed; taken for a submission, scores would pass for facts.",
    ),
    "why.entry-sheet-gone": (
        "格子靠编号认，编号没有了就不知道哪一格是哪项事实。",
        "Cells are known by ids, without which nobody knows what a number is about.",
    ),
    "why.entry-about-gone": (
        "隐藏的工作表记着按哪份细则、哪个版本填的；猜错了版本，数会落到别的指标上。",
        "The hidden sheet says by which rubric and version it was filled in; a wrong guess would put numbers to other facts.",
    ),
    "why.entry-sheets-differ": ("两张填的不一样，不知道以哪一张为准。", "Two sheets that differ can't both hold."),
    "why.entry-column-gone": (
        "少了一列，填在里面的都没有了，剩下的也可能错了位。",
        "With a column gone, so is what stood in it, and the rest may have moved.",
    ),
    "why.entry-column-twice": ("两列填的不一样，不知道以哪一列为准。", "Two columns that differ can't both hold."),
    "why.entry-row-unlike": (
        "只排了几列，编号和数就错开了，一项的数会算到另一项上。",
        "With only some columns sorted, ids and numbers part, and one fact's number counts for another.",
    ),
    "why.entry-row-twice": ("两行填的不一样，不知道以哪一行为准。", "Two rows that differ can't both hold."),
    "why.cell-error": ("错误值不是零，也不是没有填。", "An error is neither zero nor nothing."),
    "why.formula-not-computed": (
        "没有算过的公式读出来是空的，会被当作缺报。",
        "A formula that was never computed reads as empty and would count as missing.",
    ),
    "why.cell-of-other-workbook": (
        "别的工作簿不在这里，也不随归档走，这个数以后没法核对。",
        "The other workbook is neither here nor in the archive, so the number could never be checked.",
    ),
    "why.percent-without-sign": (
        "0.95 可能是 95%，也可能是 0.95%，差一百倍。",
        "0.95 may be 95% or 0.95%, a hundredfold apart.",
    ),
    "why.percent-doubted": (
        "这么大或这么小的比率少见，多半是填的时候多了或少了百分号。",
        "So large or small a rate is rare; most likely a percent sign too many or too few was entered.",
    ),
    "why.percent-not-wanted": (
        "百分数格式的 5 存成 0.05，照读就差一百倍。",
        "In a cell of percents 5 is stored as 0.05, a hundredth.",
    ),
    "why.number-turned-date": (
        "Excel 把 3-1、1/2 自动变成日期，原来的数已经不在了。",
        "Excel turns 3-1 and 1/2 into dates, and what was entered is gone.",
    ),
    "why.month-or-october": (
        "2011.10 存成数就是 2011.1，一月和十月分不开。",
        "As a number 2011.10 is 2011.1, so January and October are one.",
    ),
    "why.state-and-value": (
        "不适用就没有数，有数就适用，两样矛盾。",
        "What does not apply has no value; both at once is a contradiction.",
    ),
    "why.value-out-of-place": (
        "填在别处的内容不会算分，填的人却以为填过了。",
        "What stands elsewhere counts for nothing, though whoever entered it thinks it does.",
    ),
    "why.member-twice": ("同一名称两行，会数两次。", "A name in two rows would be counted twice."),
    "why.entry-no-reason": (
        "没有理由的改动，单位问起来没有人答得出。",
        "Of a change without a reason nobody could tell the unit why.",
    ),
    "why.entry-left-out": (
        "细则改版后没有了这几项，单位填过的数不算分，要让单位知道。",
        "The new version does not have these facts; units should know that what they entered does not count.",
    ),
    "why.entry-rows-gone": (
        "删掉的行就是没有报的事实，不是零。",
        "A row that was deleted is a fact that was not reported, and not zero.",
    ),
    "why.entry-stray": (
        "写在表外的话可能是填的人想说明的事，kaohe 不读，请人看一眼。",
        "What is written outside the form may be meant as an explanation; kaohe does not read it, so somebody should.",
    ),
    "why.entry-macros": (
        "宏是程序，可能改动格子；填报表不需要它。",
        "Macros are programs that may change cells, and a workbook of entries needs none.",
    ),
    "why.taken-text": (
        "写法和规定的不同，但只有一种意思，所以照那个意思读了，在这里说一声。",
        "It is written otherwise than asked, but can mean one thing only and was read so, which is said here.",
    ),
    "why.taken-word": (
        "写法和规定的不同，但只有一种意思，所以照那个意思读了，在这里说一声。",
        "It is written otherwise than asked, but can mean one thing only and was read so, which is said here.",
    ),
    "why.taken-otherwise": (
        "写法和规定的不同，但只有一种意思，所以照那个意思读了，在这里说一声。",
        "It is written otherwise than asked, but can mean one thing only and was read so, which is said here.",
    ),
    "why.taken-serial": (
        "Excel 把日期存成天数，换回来要告诉填的人。",
        "Excel stores dates as numbers of days; whoever entered them should know that they were turned back.",
    ),
    "why.taken-formula": (
        "公式的值会随别的格子变，读的是保存时的值。",
        "A formula's value changes with other cells; what was read is the value when it was saved.",
    ),
    "why.written-score": (
        "表里的得分和按事实算的不同：公式被改过，或事实改了没有重算。以算出来的为准。",
        "The sheet's points are not those of its facts: a formula was changed, or facts were without computing anew. What is computed holds.",
    ),
    "why.written-score-open": (
        "事实没有填全，得分只有一个区间，表里却写了一个数。",
        "With facts missing the points are a range, though the sheet has a number.",
    ),
    "why.rosters": (
        "两份名单对不上的地方，不知道以哪一份为准。",
        "Where two rosters differ, nobody knows which one holds.",
    ),
    "why.roster-name-twice": (
        "一个名称指两个单位，报来的文件就不知道算谁的。",
        "With one name for two units, a file could belong to either.",
    ),
    "why.roster-unknown-key": (
        "不认识的栏目不能略过：很可能是类别一类的事实写错了名称。",
        "An unknown column can't be passed over: most likely it is a fact whose name is misspelt.",
    ),
    "why.not-on-roster": (
        "名单上没有的单位，要么名称写法不同，要么不该参加；算进去会多占一个名次。",
        "A unit that is not on the roster is called otherwise there, or should not be ranked.",
    ),
    "why.taken-for-official": (
        "按名单把别名当作正式名称，在这里说一声。",
        "By the roster an alias was taken for the official name, which is said here.",
    ),
    "why.absent-due": (
        "没有报的单位不能当作零分，也不能当作没有这个单位。",
        "A unit that has not reported has neither zero points nor ceased to be.",
    ),
    "why.given-differs": (
        "统一给的数各单位要一样，否则同样的成绩得分不同。",
        "What is given for all must be the same for each, or equal results would score differently.",
    ),
    "why.given-nowhere": (
        "各单位共用的数由单位自己写，各写各的就不一样了。",
        "Written by each unit, what is common to all would differ.",
    ),
    "why.year-of-parameters": (
        "用别的年度的参数，达标线就错了。",
        "With another year's parameters the standards are wrong.",
    ),
    "why.year-of-others": (
        "不同年度的成绩排在一起，名次没有意义。",
        "Ranked together, results of different years mean nothing.",
    ),
    "why.parameters-of-other-form": (
        "别的表的参数，名称相同意思也可能不同。",
        "Parameters of another form may differ in meaning though not in name.",
    ),
    "why.table-quotes": (
        "引号没有配对，从这里起格子都错位了。",
        "Without its partner a quote shifts all cells behind it.",
    ),
    "why.column-of-list": (
        "一格里写几个成员，分隔的写法不一，会数错。",
        "Several members in one cell are parted in many ways, and would be miscounted.",
    ),
    "why.column-twice": (
        "两列说的是同一项，不知道以哪一列为准。",
        "Of two columns about one fact nobody knows which one holds.",
    ),
    "why.cell-without-column": (
        "没有列名的格子多半是错了一列。",
        "A cell without a heading most likely slipped by a column.",
    ),
    "why.row-twice": (
        "一个单位两行，不知道以哪一行为准，排名也会占两个名次。",
        "With two rows of a unit nobody knows which one holds, and it would be ranked twice.",
    ),
    "why.hands-change": (
        "两个人改了同一处，后读的会盖住先读的。",
        "Where two people change one thing, the file read last would win.",
    ),
    "why.hands-rubric": (
        "两份文件按不同版本的细则改，合在一起没有一个版本说得清。",
        "Files that rest on two versions of a rubric can be explained by neither.",
    ),
    "why.hands-merged": (
        "几份文件合成一份来算，在这里说一声。",
        "Several files were taken as one, which is said here.",
    ),
}
