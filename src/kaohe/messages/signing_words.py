"""What stands in the workbook in which cases are signed, and how it is filled in."""

SENTENCES = {
    "signing.page": ("例", "Cases"),
    "signing.title": ("{title}：请核对并签字的例", "{title}: cases to be checked and signed"),
    "signing.how-to": (
        "每一行是一个例：按左边的事实，评分细则算出中间的得分。对照评分办法看，得分对的选“对”；"
        "不对的选“不对”，在“应得”里写上该得多少分，有话写在“意见”里。",
        "Each row is a case: for the facts on the left the rubric gives the points in the middle. Compare them with "
        "the method: choose “right”, or “wrong” and write what is due, with your opinion.",
    ),
    "signing.how-to-sign": (
        "看过的行要有签名和日期；由一个人全部看的，在右边写一次就行，各行不用再写。没有看的行空着。只有浅黄的格可以填。",
        "Rows that were checked need a name and a date; where one person checks all of them, once on the right is "
        "enough. Leave the others empty. Only light yellow cells take entries.",
    ),
    "signing.common": ("各例共同的数：{facts}。", "The same in all cases: {facts}."),
    "signing.item": ("{number} {title}（{points} 分）", "{number} {title} ({points} {points:point|points})"),
    "signing.whole": ("全表（{points} 分）", "The whole form ({points} {points:point|points})"),
    "signing.method": ("评分办法：{method}", "Method: {method}"),
    "signing.read": ("{facts}\n读法：{reading}", "{facts}\nRead so: {reading}"),
    "signing.differs": ("{facts}；其余同第 {number} 例", "{facts}; the rest as in case {number}"),
    "signing.same": ("事实同第 {number} 例", "the facts of case {number}"),
    "signing.graded": ("{points}，{grade}", "{points}, {grade}"),
    "signing.between": ("{low} 至 {high}", "{low} to {high}"),
    "signing.open": ("{low}…{high}", "{low}…{high}"),
    "signing.undecided": ("没有填全，分数未定", "not all is reported: the points are open"),
    "signing.nothing-lost": ("没有扣分", "nothing lost"),
    "signing.column-number": ("号", "No."),
    "signing.column-facts": ("事实", "Facts"),
    "signing.column-points": ("得分", "Points"),
    "signing.column-whys": ("为什么", "Why"),
    "signing.column-verdict": ("对不对", "Right?"),
    "signing.column-due": ("应得", "Due"),
    "signing.column-opinion": ("意见", "Opinion"),
    "signing.column-by": ("签名", "Signed by"),
    "signing.column-on": ("日期", "Date"),
    "signing.all-by": ("全部由（签名）", "All checked by"),
    "signing.right": ("对", "right"),
    "signing.wrong": ("不对", "wrong"),
    "signing.verdict-stop": ("这里只选“对”或“不对”，没有看的空着", "choose right or wrong, or leave it empty"),
    "signing.due-stop": ("这里写一个数：该得多少分", "write a number: the points that are due"),
    "signing.on-stop": ("这里写日期，例如 2012-01-10", "write a date, such as 2012-01-10"),
    "signing.remark": (
        "由 kaohe cases 从“{title}”的规则生成：各条界线上和两边、扣完为止、没有填、不适用、各种读法",
        "made by kaohe cases from the rules of “{title}”: on and beside each boundary, limits, missing, not "
        "applicable, all readings",
    ),
    "signing.remark-check": (
        "得分是评分细则算出来的，对不对要由懂原表的人逐例看过",
        "the points are what the rubric gives: whoever knows the form has to say of each whether they are right",
    ),
    "signing.remark-signed": ("由“{path}”里签了字的行写成", "made of the signed rows of “{path}”"),
    "signing.written": (
        "写出 {cases} 例：{items} 个子项目{whole}",
        "wrote {cases} {cases:case|cases} of {items} {items:item|items}{whole}",
    ),
    "signing.written-whole": ("，另有全表 {count} 例", " and {count} of the whole form"),
    "signing.rubric-changed": (
        "{rubric} 在写出这个表以后改过：签的是那时算出的得分，现在的得分以 kaohe test 为准",
        "{rubric} was changed since the workbook was written: it shows the points of then; kaohe test shows today's",
    ),
    "signing.read-back": (
        "对 {agreed} 例，不对 {wrong} 例，没有签 {unsigned} 例",
        "{agreed} right, {wrong} wrong, {unsigned} not signed",
    ),
    "signing.objection": (
        "第 {number} 例 {name}：算得 {points}；应得 {due}{opinion:in brackets}，{by} {on}",
        "case {number} {name}: found {points}; due {due}{opinion:in brackets}, {by} {on}",
    ),
}
