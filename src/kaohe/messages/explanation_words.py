"""The words of one item explained."""

SENTENCES = {
    "explanation.title": ("扣分的子项目逐项说明", "Each item that lost points, explained"),
    "explanation.stage": ("{stage} {score}", "{stage} {score}"),
    "explanation.scores": ("满分 {points} 分：{scores}", "Out of {points}: {scores}"),
    "explanation.open": ("待定，缺报：{labels}", "open, not reported: {labels}"),
    "explanation.nothing_lost": ("没有扣分", "nothing lost"),
    "explanation.lost": ("扣分", "Lost"),
    "explanation.note": ("备注", "Note"),
    "explanation.facts": ("依据的事实", "The facts that it rests on"),
    "explanation.causes": ("各阶段的变动", "What the stages changed"),
    "explanation.readings": ("其他读法", "Other readings"),
    "explanation.words": ("原话", "Words"),
    "explanation.taken": ("现在的读法", "As it is read now"),
    "explanation.other": ("另作理解", "Read otherwise"),
    "explanation.option": ("选用", "To choose it"),
    "explanation.improvements": ("怎样才能得分", "What would give points"),
}
