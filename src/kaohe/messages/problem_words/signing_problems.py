"""What can be wrong in a workbook of cases that came back."""

SENTENCES = {
    "problem.signing-expected": (
        "这不是 kaohe cases 写出的核对签字表，或者隐藏的“kaohe”页没有了；用 kaohe cases 评分细则 -o 例.xlsx 重新写一份",
        "this is no workbook of cases that kaohe cases has written, or its hidden page “kaohe” is gone; write a new one "
        "with kaohe cases RUBRIC -o cases.xlsx",
    ),
    "problem.signing-for-cases": (
        "这是核对签字的例，不是评分结果；用 kaohe cases 评分细则 --signed 这个文件 取回签了字的例，或用 kaohe test 直接运行",
        "these are cases to be signed, and no scored sheet; take the signed ones back with kaohe cases RUBRIC --signed FILE, "
        "or run them with kaohe test",
    ),
    "problem.signing-column-gone": (
        "隐藏的第一行里没有了 {keys}，不知道哪一列是什么；用 kaohe cases 重新写一份再填",
        "{keys} is gone from the hidden first row, so that nobody knows which column is which; fill in a new workbook",
    ),
    "problem.signing-cell-changed": (
        "这一格改过：现在是“{found}”，写出时是“{expected}”；这一行不算签过，改回来，或者请签的人看新写出的表",
        "this cell was changed: it has “{found}”, but was written as “{expected}”; the row is not taken as signed: undo it, "
        "or have a new workbook signed",
    ),
    "problem.signing-rows-gone": (
        "第 {numbers} 例的行没有了；没有看的行请空着，不要删",
        "the rows of these cases are gone: {numbers}; leave rows empty that nobody has checked, and delete none",
    ),
    "problem.signing-row-twice": (
        "第 {number} 例有两行；删去一行",
        "case {number} has two rows; delete one of them",
    ),
    "problem.signing-row-unknown": (
        "这一行不是表里原有的例，不知道签的是什么；写到有号的行里，新的例写进 .cases.yaml 文件",
        "this row is none of the workbook's cases, so that nobody knows what was signed; use the rows that have a number, "
        "and write new cases into a .cases.yaml file",
    ),
    "problem.signing-verdict": (
        "这里写的是“{found}”，应选“对”或“不对”",
        "found “{found}”; choose right (对) or wrong (不对)",
    ),
    "problem.signing-verdict-missing": (
        "这一行填了别的格，却没有选“对”或“不对”；选一个，没有看的整行空着",
        "something was entered in this row, but neither right (对) nor wrong (不对); choose one, or leave the row empty",
    ),
    "problem.signing-right-but-due": (
        "选了“对”，应得却写 {found} 分，算得的是 {points}；选“不对”，或者删去应得",
        "right was chosen, but {found} is said to be due, where {points} was found; choose wrong, or delete what is due",
    ),
    "problem.signing-due-missing": (
        "选了“不对”，没有写应得多少分；写上，才能成为一例",
        "wrong was chosen, but not what is due; write the points, so that it becomes a case",
    ),
    "problem.signing-due-same": (
        "选了“不对”，应得却和算得的一样（{points}）；改应得，或者选“对”；分数对、等次不对的，在例的文件里另写一例",
        "wrong was chosen, but what is due is what was found ({points}); change it, or choose right; where the grade alone is wrong, write a case in a file of cases",
    ),
    "problem.signing-due": (
        "应得写的是“{found}”，应是一个数，如 2.5",
        "what is due is “{found}”, expected a number like 2.5",
    ),
    "problem.signing-no-by": (
        "看过的行要有签名：写在这一行，或者由一个人全部看的，写在表的最上面",
        "a row that was checked needs a name: write it here, or, where one person has checked all, at the top",
    ),
    "problem.signing-no-on": (
        "看过的行要有日期：写在这一行，或者由一个人全部看的，写在表的最上面",
        "a row that was checked needs a date: write it here, or, where one person has checked all, at the top",
    ),
    "problem.signing-none": (
        "{every} 例里一例也没有签；看过的行选“对”或“不对”，写上签名和日期",
        "none of {every} {every:case|cases} is signed; choose right (对) or wrong (不对) in the rows that were checked, with name and date",
    ),
    "problem.signing-open": (
        "共 {every} 例，没有签 {count} 例：第 {numbers} 例",
        "{count} of {every} {every:case|cases} not signed: {numbers}",
    ),
}
