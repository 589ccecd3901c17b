"""What the reference of the rubric language says around the keys and the examples."""

SENTENCES: dict[str, tuple[str, str]] = {
    "reference.rule": ("{name}：{purpose}", "{name}: {purpose}"),
    "reference.keys": ("这种规则的键：", "Keys of this type:"),
    "reference.common-keys": ("每条规则都可以有的键：", "Keys that every rule may have:"),
    "reference.key": ("{name}{required}：{meaning}", "{name}{required}: {meaning}"),
    "reference.required": ("（必填）", " (required)"),
    "reference.example": ("例子：", "Example:"),
    "reference.in-words": ("读作：{sentence}", "In words: {sentence}"),
    "reference.given": ("单位填报：", "A unit reports:"),
    "reference.result": ("得 {score} 分，满分 {points} 分", "Score: {score} of {points} points"),
}
