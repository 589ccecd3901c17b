"""What can be wrong in a file of changes to a rubric that no case can notice."""

SENTENCES = {
    "problem.equivalents-expected": (
        "这里写的是“{found}”，应是不影响得分的改动：写 equivalents:，下面每处一行，如 - {{at: coverage.rules.1.cap, change: cap: 5 → cap: 6, reason: 理由}}",
        "found “{found}”, expected changes that make no difference: write equivalents: and below it one for each, like - {{at: coverage.rules.1.cap, change: cap: 5 → cap: 6, reason: WHY}}",
    ),
    "problem.equivalent-incomplete": (
        "这一处缺 {key}；at 写改动在哪里，reason 写为什么不影响得分",
        "{key} is missing here; at says where the change is, reason why it makes no difference",
    ),
    "problem.equivalents-of-another": (
        "这里写的是“{found}”，旁边的细则却是“{expected}”；改正 rubric，或者把文件改成它自己的细则的名字",
        "found “{found}”, but the rubric beside it is “{expected}”; mend rubric, or give the file its own rubric's name",
    ),
    "problem.unused-equivalent": (
        "没有这样一处不影响得分的改动：{at}{change:in brackets}；它已有例发现，或者评分细则改过了，去掉这一行或改正 at、change",
        "there is no such change that makes no difference: {at}{change:in brackets}; some case notices it now, or the rubric was changed: remove this or mend at and change",
    ),
}
