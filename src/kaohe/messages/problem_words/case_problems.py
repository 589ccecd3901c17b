"""What can be wrong in a file of cases beside what can be wrong in the facts of units."""

SENTENCES = {
    "problem.no-cases": (
        "{found} 里、旁边都没有例（…cases.yaml）；用 kaohe cases 评分细则 -o 例.xlsx 可以先生成边界上的例",
        "no cases in or beside {found} (….cases.yaml); kaohe cases RUBRIC -o cases.xlsx writes those at its edges",
    ),
    "problem.cases-for-test": (
        "这是评分细则的例，不是单位的报送；用 kaohe test 运行",
        "these are cases of a rubric, and no unit's file; run them with kaohe test",
    ),
    "problem.no-cases-file": (
        "这不是例的文件：里面没有 cases:",
        "this is no file of cases: there is no cases: in it",
    ),
    "problem.fail-under": (
        "--fail-under 写的是“{found}”，应是 0 到 100 的百分数，如 95",
        "--fail-under is “{found}”, expected a percentage from 0 to 100, like 95",
    ),
    "problem.cases-expected": (
        "这里写的是“{found}”，应是若干例：写 cases:，下面一例一段，以“- name: 例的名称”开头",
        "found “{found}”, expected cases: write cases: and below it each case, beginning with “- name: NAME”",
    ),
    "problem.case-name-expected": (
        "这里写的是“{found}”，应是例的名称，如 name: 缴费人数恰好增加1%",
        "found “{found}”, expected the name of the case, like name: exactly 1% more contributors",
    ),
    "problem.case-twice": (
        "第 {line} 行已经有一例叫“{found}”；每例的名称不能相同，否则不知道说的是哪一例",
        "the case on line {line} is called “{found}” already; give each a name of its own, so that it is known which is meant",
    ),
    "problem.nothing-expected": (
        "例“{name}”没有写应得什么；写 points: 应得的分，或 rules、sections、score、grade 中的一个",
        "the case “{name}” expects nothing; write points: POINTS, or one of rules, sections, score, grade",
    ),
    "problem.expected-empty": (
        "这里什么也没有写；写一个数，或 {keys} 中的一个、两个",
        "there is nothing in it; write a number, or one or both of {keys}",
    ),
    "problem.range-reversed": (
        "从 {low} 到 {high}，下限比上限还高；小的写在 from，大的写在 to",
        "from {low} to {high}: the lower end is above the upper; write the smaller in from, the larger in to",
    ),
    "problem.signature-incomplete": (
        "签名缺 {key}；写 signed: {{by: 签名的人, on: 日期}}，如 signed: {{by: 张三, on: 2012-01-10}}",
        "the signature lacks {key}; write signed: {{by: WHO, on: DATE}}, like signed: {{by: 张三, on: 2012-01-10}}",
    ),
}
