"""Why, of a whole topic: said of its findings that have no words of their own."""

SENTENCES = {
    "why.of-archive": (
        "归档是多年以后核验的凭据：清单、摘要和重新打分必须三样都对得上，差一个字也要说出来。",
        "An archive is what scores are verified by years later: manifest, digests and a new scoring must all agree, and "
        "the smallest difference is told.",
    ),
    "why.of-doubt": (
        "规则不禁止这样的数，但它多半是填错的；可疑的数照样打分，只是请人看一眼。属实的，在 notes 里写明原因，以后不再警告。",
        "No rule forbids such a number, but it is most likely a slip; it is scored all the same and somebody should look. "
        "Where it is right, say why under notes, and there is no warning any more.",
    ),
    "why.of-entry": (
        "填报表由人用 Excel、WPS 填写、排序、复制，格子里的东西可能不再是填的人的意思；凡是有两种读法的都不猜，请人改成只有一种读法。",
        "Workbooks are filled in, sorted and copied by people, and a cell may not say any more what was meant; nothing that "
        "can be read in two ways is guessed, it is to be written so that there is one way to read it.",
    ),
    "why.of-form": (
        "评分细则要和官方考核表一字不差，分数才说得清出处；不同的地方列出来，由人决定以哪一个为准。",
        "A rubric must match the official form to the letter, or points could not be traced to it; each difference is shown, "
        "and people decide which of the two is right.",
    ),
    "why.of-formula": (
        "式子决定得分：读不懂、两类量相加、可能除以零的式子，算出来的分说不清，所以写的时候就拒绝。",
        "Formulas decide scores: one that can't be read, mixes kinds of quantities or may divide by zero gives scores that "
        "nobody can explain, so it is refused when it is written.",
    ),
    "why.of-hand": (
        "同一阶段可以由几个人各改各的，但同一处只能有一个结论，否则谁后读到就算谁的。",
        "Several people may correct different things at one stage, but of one thing there can be one result only, or the "
        "file that happens to be read last would win.",
    ),
    "why.of-option": (
        "命令没有开始做事：要求本身有矛盾，或者认不出来；改好命令或设置再运行。",
        "The command has not begun: what was asked contradicts itself or is not known; mend the line or the settings and "
        "run it again.",
    ),
    "why.of-output": (
        "结果文件可能有人改过、正打开着，或者已经过时；kaohe 不覆盖别人的改动，也不让旧结果混在新结果里。",
        "A file of results may have been edited, may be open, or may be out of date; kaohe never overwrites what people have "
        "changed, nor does it leave old results among new ones unsaid.",
    ),
    "why.of-program": (
        "程序交来的数和文件里写的一样要精确；float 是近似值，临界处会差一档，所以不收。",
        "What a program hands over must be as exact as what a file says; a float is an approximation, which at a threshold "
        "costs a whole level, so none is taken.",
    ),
    "why.of-roster": (
        "名单决定谁该报、叫什么、算哪一类；名称对不上的单位会被漏掉或排错类，所以一个也不放过。",
        "The roster says who is due, by what name and in which class; a unit that can't be matched would be left out or "
        "ranked in the wrong class, so each one is told.",
    ),
    "why.of-rubric": (
        "评分细则写错一处，所有单位的分都错；细则里的数、文字、分值要和原文对得上，对不上的打分之前就要改。",
        "One slip in a rubric makes every unit's score wrong; its numbers, words and points must agree with the official "
        "text, and what does not is mended before anything is scored.",
    ),
    "why.of-sheet": (
        "评分表上要看得出它没有把哪些文件算进去，否则旧的分会被当作最新的。",
        "A sheet must show which files it does not count, or an old score would pass for the newest.",
    ),
    "why.of-source": (
        "文件里有的写法，别的程序、别的人会读成另一个意思；kaohe 不猜，请写成只有一种读法的样子。",
        "Some ways of writing mean one thing to one program and another to the next; kaohe does not guess, so write what can "
        "be read in one way only.",
    ),
    "why.of-stage": (
        "后一阶段改了什么、为什么改、原来是多少，都要写明，分数的变动才能逐笔说清；对不上的改动可能是按旧材料写的。",
        "A later stage says what it changes, from what, and why, so that each change of the score can be explained; one that "
        "does not fit may rest on papers that are out of date.",
    ),
    "why.of-submission": (
        "报送的数直接变成分：缺报、没有、不适用、零是四件事，单位和种类也不能混，含糊的不替单位猜。",
        "What a unit reports becomes points: not yet known, none, not applicable and zero are four different things, kinds "
        "and units can't be mixed, and nothing vague is guessed on a unit's behalf.",
    ),
    "why.of-table": (
        "表里一行一个单位、一列一项事实；列名、行对不上，数就会算到别的单位或别的指标上。",
        "A table has a unit in each row and a fact in each column; where headings or rows do not fit, a number would count "
        "for another unit or another fact.",
    ),
    "why.of-total": (
        "合计、上下限和等次决定名次；永远评不上的等次、会超过满分的式子，多半是分数线或名额写错了。",
        "Totals, limits and grades decide ranks; a grade that nobody can reach or a formula that goes beyond full marks is "
        "most likely a wrong cut-off or quota.",
    ),
    "why.of-workbook": (
        "工作簿带着封签发出去，收回来时格子、行列或封签和发出时不同，就说明有人动过；请人看过再用。",
        "A workbook leaves with a seal; where cells, rows or the seal are not as they were when it comes back, somebody has "
        "changed it, and people should look before it is used.",
    ),
    "why.of-another": (
        "这里和应有的样子不同；照那句话说的改，改好再运行。",
        "Something is not as it should be; mend it as the sentence says and run again.",
    ),
    "why.title-rubric": ("评分细则", "Rubrics"),
    "why.title-formula": ("式子和算出来的事实", "Formulas and derived facts"),
    "why.title-total": ("合计、上下限、等次", "Totals, limits, grades"),
    "why.title-source": ("文件的写法", "How files are written"),
    "why.title-submission": ("单位的指标文件", "Units' indicator files"),
    "why.title-doubt": ("可疑的数", "Doubtful numbers"),
    "why.title-stage": ("后面各阶段、佐证", "Later stages and evidence"),
    "why.title-table": ("一行一个单位的表", "Tables, a row for each unit"),
    "why.title-entry": ("填报表", "Workbooks of entries"),
    "why.title-roster": ("单位名单", "Rosters"),
    "why.title-archive": ("定稿归档", "Archives"),
    "why.title-form": ("官方考核表", "Official forms"),
    "why.title-hand": ("同一阶段的几份文件", "Several files of one stage"),
    "why.title-option": ("命令和设置", "Commands and settings"),
    "why.title-output": ("写出的文件", "Files that are written"),
    "why.title-program": ("程序交来的数", "Facts from programs"),
    "why.title-sheet": ("没有计入的文件", "Files that are not counted"),
    "why.title-workbook": ("核对收回的工作簿", "Workbooks that came back"),
}
