"""The words of the list of the smallest changes that add points."""

SENTENCES: dict[str, tuple[str, str]] = {
    "improvement.title": ("提分清单：离各项标准还差多少", "How far each standard is, and what it would add"),
    "improvement.score": ("现得 {score} / {points} 分", "Score now {score} / {points}"),
    "improvement.low": (
        "现已确定至少得 {score} / {points} 分，以下按此计算",
        "Certain now: at least {score} / {points}; gains count from there",
    ),
    "improvement.no_low": (
        "缺报的事实使得分没有下限，加多少分算不出来；先补报",
        "With the missing facts nothing bounds the score below, so no gain can be told; report them first",
    ),
    "improvement.fact": ("事实", "Fact"),
    "improvement.change": ("还差", "What is wanting"),
    "improvement.more": ("{label}再增 {gap}，到 {after}", "{label}: {gap} more, {after}"),
    "improvement.less": ("{label}减少 {gap}，到 {after}", "{label}: {gap} less, {after}"),
    "improvement.later": ("{label}推迟 {gap}，到 {after}", "{label}: {gap} later, {after}"),
    "improvement.earlier": ("{label}提前 {gap}，到 {after}", "{label}: {gap} earlier, {after}"),
    "improvement.days": ("{number} 天", "{number} {number:day|days}"),
    "improvement.months": ("{number} 个月", "{number} {number:month|months}"),
    "improvement.then": ("{gap}；那时{reached}", "{gap}; then {reached}"),
    "improvement.fixed": ("已成事实、今年改不了的", "Past, and not to be changed this year"),
    "improvement.edge": ("数就在界限边上的，应当核对", "Figures at the edge of a limit, to be checked"),
    "improvement.edge_of": (
        "{label}报的是 {before}，若是 {after}，得分就不同；相差不到万分之一，请核对原始数据",
        "{label} is reported as {before}, and {after} would count otherwise: less than one in ten thousand apart, so check the source",
    ),
    "improvement.honest": (
        "这里只说差距。数以事实为准，不能为得分改数",
        "This only tells the gaps. Figures are what they are, and none may be changed for points",
    ),
    "improvement.missed": ("{holder}评不上{grade}：{reasons}", "{holder}, not {grade}: {reasons}"),
    "improvement.gain": ("加分", "Gain"),
    "improvement.clause": ("不再扣分的条款", "Clause that stops costing"),
    "improvement.lifts_veto": ("解除否决", "lifts a veto"),
    "improvement.none": ("没有哪项事实单独改动就能加分", "No change of one fact alone adds points"),
    "improvement.spared": ("+{points}：{clause}", "+{points}: {clause}"),
    "improvement.yes": ("是", "yes"),
    "improvement.no": ("否", "no"),
    "improvement.vetoed": (
        "否决生效：{items}。先解除否决：在此之前，其中其他事实怎么改都可能不加分",
        "Vetoes in force: {items}. Lift these first: until then other facts there may gain nothing",
    ),
    "improvement.named": ("{number}{title}", "{number} {title}"),
    "improvement.missing": (
        "还有 {count} 项事实缺报，应先补报（kaohe score 逐项列出）",
        "Facts missing: {count}; report them first (kaohe score lists each)",
    ),
    "improvement.undecided": (
        "没有查完的事实（上下 {steps} 步以内都不加分）：{label}",
        "Not searched to the end (no gain within {steps} {steps:step|steps} either way): {label}",
    ),
    "improvement.each_alone": (
        "每行只改这一项；几项同改，加分不一定等于各行之和",
        "Each line changes that fact alone; together they need not add up",
    ),
}
