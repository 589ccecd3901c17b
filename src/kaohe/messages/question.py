"""How a unit is asked for a fact, in templates and in the schema of its file."""

SENTENCES: dict[str, tuple[str, str]] = {
    "question.item": ("{number} {title}（{points} 分）", "{number} {title} ({points} points)"),
    "question.unit": ("（{unit}）", " ({unit})"),
    "question.line": ("{label}{unit}：{how}", "{label}{unit}: {how}"),
    "question.flag": ("填 true（是）或 false（否）", "true or false"),
    "question.count": ("填整数，没有的填 0", "a whole number, 0 for none"),
    "question.number": ("填数，可带小数", "a number, decimals allowed"),
    "question.percent": ("填百分数，如 93.2%", "a percent, e.g. 93.2%"),
    "question.change": ("填两个数", "two numbers"),
    "question.ratio": ("填两个数", "two numbers"),
    "question.choice": ("填其中之一：{options}", "one of: {options}"),
    "question.between": ("、", ", "),
    "question.option": ("{name}（{label}）", "{name} ({label})"),
    "question.above-zero": ("{label}，须大于 0", "{label}, above 0"),
    "question.list": ("逐个列出，每个一行，写成", "list each one on a line of its own, as"),
    "question.member": ("名称: {answer}", "NAME: {answer}"),
    "question.member-flag": ("true 或 false", "true or false"),
    "question.member-count": ("整数", "WHOLE NUMBER"),
    "question.member-number": ("数", "NUMBER"),
    "question.member-percent": ("93.2%", "93.2%"),
    "question.member-change": (
        "{{previous: {previous}, current: {current}}}",
        "{{previous: {previous}, current: {current}}}",
    ),
    "question.member-ratio": ("{{part: {part}, whole: {whole}}}", "{{part: {part}, whole: {whole}}}"),
    "question.member-choice": ("{options}", "{options}"),
    "question.not-applicable": (
        "本单位没有这件事的，填 不适用",
        "not_applicable where the unit has no such thing",
    ),
    "question.note": ("说明：", "Note: "),
    "question.clause": ("依据：", "Asked for by: "),
    "question.unasked": (
        "现在的读法用不到；换一种读法（见 kaohe explain）才看这一项",
        "Not needed as the text is read now; another reading (see kaohe explain) asks for it",
    ),
}
