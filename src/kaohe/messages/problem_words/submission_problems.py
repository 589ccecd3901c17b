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
        "{label:of}“{found}”小于 0，这里的数不为负；扣分也写正数，会有负值的指标在细则里写 kind: amount",
        "{label:of}“{found}” is below zero, which no number here is; deductions are written above zero, and a fact that may be negative is of the kind amount in the rubric",
    ),
    "problem.negative-percent": (
        "{label:of}“{found}”小于 0，这里的百分数不为负；会降低的增幅在细则里写 kind: change，报上年和本年的数",
        "{label:of}“{found}” is below zero, which no percent here is; a growth that may be a fall is of the kind change in the rubric, which asks for the numbers of both years",
    ),
    "problem.zero-divisor": (
        "{label:of}“{found}”要用来作除数，须大于 0",
        "{label:of}“{found}” is to be divided by and must be above zero",
    ),
    "problem.zero-divisor-may-not-apply": (
        "{label:of}“{found}”要用来作除数，须大于 0；单位没有这回事的，整项写成“{name}: 不适用”，还不知道的留空",
        "{label:of}“{found}” is to be divided by and must be above zero; where the unit has no such thing, write “{name}: not_applicable” for the whole, and nothing where it is not known",
    ),
    "problem.zero-divisor-of-member": (
        "{label:of}“{found}”要用来作除数，须大于 0；没有这回事的，不列“{name}”这一行",
        "{label:of}“{found}” is to be divided by and must be above zero; where there is no such thing, leave “{name}” out",
    ),
    "problem.zero-divisor-must-apply": (
        "{label:of}“{found}”要用来作除数，须大于 0；还不知道的留空，确实没有的请细则的作者在规则里写 not_applicable",
        "{label:of}“{found}” is to be divided by and must be above zero; leave it empty where it is not known, and where there is none, the rubric's author has to say what then: not_applicable",
    ),
    "problem.whole-number-expected": (
        "{label:of}“{found}”不是整数；次数、个数只能是整数",
        "{label:of}“{found}” is not a whole number; counts are",
    ),
    "problem.percent-expected": (
        "{label:of}这里写的是“{found}”，应是紧跟着百分号的数，如 93.2%",
        "{label:of}found “{found}”, expected a percent with its sign behind it, like 93.2%",
    ),
    "problem.flag-expected": (
        "{label:of}这里写的是“{found}”，应是 true 或 false（也可写 是 或 否）",
        "{label:of}found “{found}”, expected true or false",
    ),
    "problem.unit-file-expected": (
        "这是评分细则，不是单位的指标文件，指标文件里有 rubric、unit 和 indicators",
        "this is a rubric, not a unit's indicator file, which has rubric, unit and indicators",
    ),
    "problem.unit-expected": (
        "单位名称是“{found}”，应写明，如 unit: 甲市",
        "the unit is “{found}”; name it, as unit: 甲市",
    ),
    "problem.year-expected": (
        "年度写的是“{found}”，应是整数，如 2011",
        "the year is “{found}”, expected a whole number like 2011",
    ),
    "problem.must-apply": (
        "“{label}”不能填“不适用”；没有发生的写 0 或 false，还不知道的留空",
        "“{label}” can't be not applicable; write 0 or false if it did not happen, leave it empty if it is not known",
    ),
    "problem.list-empty": (
        "“{label}”的名单是空的；逐项写出，一行一个“名称: 值”，还不知道的整项留空；可以一项也没有的，请细则的作者在规则里写 not_applicable",
        "“{label}” is a list without a member; write a name and a value for each, one to a line, or leave it empty if it is not known; where there may be none, the rubric's author has to say what then: not_applicable",
    ),
    "problem.fields-expected": (
        "{label:of}这里写的是“{found}”，应写出各个字段：{{{expected}}}",
        "{label:of}found “{found}”, expected the fields: {{{expected}}}",
    ),
    "problem.members-expected": (
        "“{label}”这里写的是“{found}”，应逐项写出，一行一个“名称: 值”",
        "“{label}”: found “{found}”, expected a name and a value for each, one to a line",
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
    "problem.division-by-zero": (
        "{labels}：用作除数的数不大于零，算不出来；没有发生的填“不适用”，分母本来就是负的把分子、分母都倒过来减",
        "{labels}: a divisor made of this is not above zero, so nothing can be computed; write not_applicable where there was nothing, and turn both sides of a fraction whose divisor is negative",
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
}
