"""What is said of several reviewers' files of one unit and stage."""

SENTENCES = {
    "problem.hands-change": (
        "“{label}”在 {other} 里也改了：同一阶段的几份文件各改各的，同一处只能由一份来改；商定以后留一处",
        "“{label}” is changed at {other} too: several files of one stage each change other things, and the same thing is "
        "changed in one of them only; agree, and keep one of the two",
    ),
    "problem.hands-rubric": (
        "同一阶段的另一份文件（{other}）用的是另一个版本的评分细则；几份文件要用同一个版本",
        "another file of the same stage ({other}) uses another version of the rubric; all files of a stage use the same",
    ),
    "problem.hands-merged": (
        "“{unit}”的{stage}有 {count} 份文件，已合在一起：{paths}",
        "“{unit}” has {count} {count:file|files} at the stage {stage}, taken together: {paths}",
    ),
}
