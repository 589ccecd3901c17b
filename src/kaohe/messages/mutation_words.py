"""What `kaohe test --mutate` says of changes to a rubric that no case notices."""

SENTENCES = {
    "mutation.changed": ("{before} 改为 {after}", "{before} changed to {after}"),
    "mutation.removed": ("去掉 {before}", "{before} left out"),
    "mutation.added": ("添上 {after}", "{after} put in"),
    "mutation.survived": (
        "{number} {title}：{change}{reading:where read}，没有一例发现",
        "{number} {title}: {change}{reading:where read}, which no case notices",
    ),
    "mutation.whole": ("{title}：{change}，没有一例发现", "{title}: {change}, which no case notices"),
    "mutation.hint": (
        "每一处都可能是写错了也没人知道：补上能发现它的例；确实不影响任何得分的，把上面缩进的那一行写进 {file} 的 equivalents，补上理由",
        "any of these could be a slip that nobody sees: add cases that notice it; where no score can ever change, write the indented line in {file} under equivalents, with the reason",
    ),
    "mutation.figures": (
        "逐处改动 {mutants} 处：{noticed} 处有例发现，{survived} 处没有一例发现，{equivalent} 处已说明不影响得分；另有 {same} 处算法不变，{refused} 处改后通不过检查",
        "{mutants} {mutants:change|changes} one by one: {noticed} noticed by some case, {survived} by none, {equivalent} explained as changing no score; besides, {same} mean the same, {refused} are refused as unsound",
    ),
    "mutation.cases-first": (
        "例还没有全部符合，没有试各处改动；先把上面列出的改好",
        "not all cases agree, so no changes were tried; mend what is listed first",
    ),
    "mutation.running": (
        "正在逐处改动 {path}，看例能不能发现…",
        "changing {path} in one thing after another, to see whether some case notices…",
    ),
}
