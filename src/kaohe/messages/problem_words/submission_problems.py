"""What can be wrong in a unit's file: values of the wrong kind, and what the file as a whole lacks."""

SENTENCES = {
    "problem.number-expected": (
        "{label:of}这里写的是“{found}”，应是数字，如 7.5",
        "{label:of}found “{found}”, expected a number like 7.5",
    ),
    "problem.quoted-number": (
        "{label:of}“{found}”加了引号成了文字，请去掉引号",
        "{label:of}“{found}” is text because of its quotes; remove them",
    ),
    "problem.number-with-unit": (
        "{label:of}“{found}”里带了单位；只写数字：{expected}，按规定的单位计",
        "{label:of}“{found}” carries a unit; write the number alone, {expected}, in the unit that is asked for",
    ),
    "problem.grouped-number": (
        "{label:of}“{found}”里的数字分了节，请连写：{expected}",
        "{label:of}“{found}” has its digits in groups; write them together: {expected}",
    ),
    "problem.full-width-number": (
        "{label:of}“{found}”是全角数字，请写成半角：{expected}",
        "{label:of}“{found}” has full-width digits; write {expected}",
    ),
    "problem.number-too-large": (
        "{label:of}“{found}”大得不合常理，请核对",
        "{label:of}“{found}” is larger than anything an office counts; check it",
    ),
    "problem.negative-number": (
        "{label:of}“{found}”小于 0，这里的数不为负；减少的、扣去的也写正数",
        "{label:of}“{found}” is below zero, which no number here is; what goes down or is deducted is written above zero too",
    ),
    "problem.zero-divisor": (
        "{label:of}“{found}”要用来作除数，须大于 0",
        "{label:of}“{found}” is to be divided by and must be above zero",
    ),
    "problem.whole-number-expected": (
        "{label:of}“{found}”不是整数；次数、个数只能是整数",
        "{label:of}“{found}” is not a whole number; counts are",
    ),
    "problem.percent-expected": (
        "{label:of}这里写的是“{found}”，应是紧跟着百分号的数，如 93.2%",
        "{label:of}found “{found}”, expected a percent with its sign behind it, like 93.2%",
    ),
    "problem.number-about": (
        "{label:of}“{found}”不是确切的数；写出确切的数，还不知道的留空",
        "{label:of}“{found}” is no exact number; write the exact one, leave empty what is not known",
    ),
    "problem.number-as-range": (
        "{label:of}“{found}”是个范围，不是一个数；写出确切的数，还不知道的留空",
        "{label:of}“{found}” is a range, not a number; write the exact one, leave empty what is not known",
    ),
    "problem.number-in-words": (
        "{label:of}“{found}”用阿拉伯数字写：{expected}",
        "{label:of}“{found}” is written in digits: {expected}",
    ),
    "problem.paper-inline": (
        "{label:of}“{key}”不写在数里；这里只写数，{key}写在文件的最后：{belongs}: {{{item}: {{{fact}: {paper}}}}}",
        "{label:of}“{key}” does not stand within an answer; write the answer alone, and at the end of the file {belongs}: {{{item}: {{{fact}: {paper}}}}}",
    ),
    "problem.paper-inline-change": (
        "{label:of}“{key}”不写在值里；这一处改动的佐证写在 evidence，理由写在 reason，和 old、new 并列",
        "{label:of}“{key}” does not stand within a value; beside old and new, the files of a change are its evidence and why is its reason",
    ),
    "problem.key-twice": (
        "{label:of}“{key}”和“{other}”说的是同一项，只留一个",
        "{label:of}“{key}” and “{other}” are the same; keep one",
    ),
    "problem.flag-expected": (
        "{label:of}这里写的是“{found}”，应是 true 或 false（也可写 是 或 否）",
        "{label:of}found “{found}”, expected true or false",
    ),
    "problem.word-for-none": (
        "{label:of}写的是“{found}”；没有的填 {expected}，还不知道的留空{gone:where gone}",
        "{label:of}found “{found}”; write {expected} for none, leave empty what is not known{gone:where gone}",
    ),
    "problem.word-for-some": (
        "{label:of}写的是“{found}”；写出是多少，如 {expected}",
        "{label:of}found “{found}”; write how much, as {expected}",
    ),
    "problem.word-for-flag": (
        "{label:of}写的是“{found}”；这里只填 是 或 否，“{found}”应写成 {yes:是|否}",
        "{label:of}found “{found}”; only true or false may stand here, “{found}” is written {yes:true|false}",
    ),
    "problem.unit-file-expected": (
        "这是评分细则，不是单位的指标文件，指标文件里有 rubric、unit 和 indicators",
        "this is a rubric, not a unit's indicator file, which has rubric, unit and indicators",
    ),
    "problem.one-unit-expected": (
        "这里要一个单位的事实，这张表里有 {count} 个；逐行给，或用 kaohe batch",
        "the facts of one unit are wanted here, and this table has {count}; give them row by row, or use kaohe batch",
    ),
    "problem.unit-expected": (
        "单位名称是“{found}”，应写明，如 甲市",
        "the unit is “{found}”; name it, as 甲市",
    ),
    "problem.year-expected": (
        "年度写的是“{found}”，应是整数，如 2011",
        "the year is “{found}”, expected a whole number like 2011",
    ),
    "problem.must-apply": (
        "“{label}”不能填“不适用”；{expected:for nothing}还不知道的留空",
        "“{label}” can't be not applicable; {expected:for nothing}leave it empty if it is not known",
    ),
    "problem.member-must-apply": (
        "{item:of}“{label}”里的“{member}”{fact:in brackets}不能单填“不适用”；没有发生的写 0 或 false，还不知道的留空{other:leave out}{whole:as a whole}",
        "{item:of}“{label}”: “{member}”{fact:in brackets} can't be not applicable by itself; write 0 or false if it did not happen, leave it empty if it is not known{other:leave out}{whole:as a whole}",
    ),
    "problem.mixed-answers": (
        "“{label}”填了“不适用”，“{other}”却报了数；这几项要么都适用，要么都不适用，没有发生的写 0",
        "“{label}” is not applicable, yet “{other}” is reported; they apply together or not at all: write 0 for none",
    ),
    "problem.fields-expected": (
        "{label:of}这里写的是“{found}”，应写出各个字段：{{{expected}}}",
        "{label:of}found “{found}”, expected the fields: {{{expected}}}",
    ),
    "problem.members-expected": (
        "“{label}”这里写的是“{found}”，应逐项写出，一行一个“名称: 值”；一项也没有的写 {{}}",
        "“{label}”: found “{found}”, expected a name and a value for each, one to a line; {{}} for none",
    ),
    "problem.names-expected": (
        "“{label}”这里写的是“{found}”，应写出名称，每个只写一次：[甲, 乙]；一个也没有的写 []",
        "“{label}”: found “{found}”, expected names, each one once: [A, B]; [] for none",
    ),
    "problem.members-strange": (
        "“{label}”里的 {names} 不在“{other}”里：名称要一样，少了的先在“{other}”写上",
        "“{label}”: {names} is not among “{other}”; write the same names, or add it there first",
    ),
    "problem.members-left-out": (
        "“{other}”有 {names}，“{label}”没有：两处一起改",
        "“{other}” has {names}, which “{label}” leaves out: change both",
    ),
    "problem.comment-in-facts": (
        "“{found}”不起作用：写给 kaohe 的注释只用在评分细则里；这里有疑问的数，在 notes 里说明：notes: {{子项目: {{指标: 理由}}}}",
        "“{found}” does nothing: comments for kaohe belong in rubrics; explain a doubtful number here under notes: {{ITEM: {{FACT: WHY}}}}",
    ),
    "problem.unknown-file-kind": (
        "看不出这是评分细则还是指标文件：前者有 sections，后者有 unit 和 indicators",
        "neither a rubric (it has sections) nor an indicator file (it has unit and indicators)",
    ),
    "problem.unknown-rubric": (
        "没有随附“{found}”这份评分细则（随附的有：{known}；自己的细则请写 .yaml 路径）{nearest:hint}",
        "no rubric “{found}” is shipped (there are: {known}; name your own by its .yaml path){nearest:hint}",
    ),
    "problem.no-such-rubric-file": (
        "没有“{found}”这个评分细则文件；写从本文件所在文件夹起的路径，如 ../细则.yaml{nearest:hint}",
        "there is no rubric file “{found}”; write the path from this file's folder, like ../rubric.yaml{nearest:hint}",
    ),
    "problem.unreadable-file": ("文件无法读取：{detail}", "the file can't be read: {detail}"),
    "problem.needs-other": (
        "这个文件要用 {other}，那里有问题，先改好",
        "this file rests on {other}, in which there are problems; mend those first",
    ),
    "problem.unit-twice": (
        "“{unit}”（{stage}）不止一个文件，另见：{other}；请只留一个",
        "“{unit}” ({stage}) has more than one file, see also: {other}; keep one",
    ),
    "problem.out-of-range": (
        "{label:of}这里写的是“{found}”，应在 {low} 到 {high} 之间",
        "{label:of}found “{found}”, expected {low} to {high}",
    ),
    "problem.date-expected": (
        "{label:of}这里写的是“{found}”，应是日期，如 2011-03-31",
        "{label:of}found “{found}”, expected a date like 2011-03-31",
    ),
    "problem.month-expected": (
        "{label:of}这里写的是“{found}”，应是月份，如 2011-03",
        "{label:of}found “{found}”, expected a month like 2011-03",
    ),
    "problem.evidence-too-long": (
        "“{found}”的文件名超过 {longest} 个字节（每个汉字 3 个），没有系统存得下，这份佐证算作找不到；请核对",
        "the name in “{found}” has more than {longest} bytes, more than any system keeps, so this evidence counts as missing; "
        "check it",
    ),
}
