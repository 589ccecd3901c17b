"""What `kaohe explain` says around the rules' own sentences."""

SENTENCES: dict[str, tuple[str, str]] = {
    "explain.rubric": ("{title}（{points} 分）", "{title} ({points} points)"),
    "explain.section": ("==== {number} {title}（{points} 分） ====", "==== {number} {title} ({points} points) ===="),
    "explain.item": ("{number} {title}（{points} 分） {id}", "{number} {title} ({points} points) {id}"),
    "explain.target": ("目标要求：", "Target: "),
    "explain.method": ("评分办法：", "Method: "),
    "explain.rule": ("规则 {number}：", "Rule {number}: "),
    "explain.rate": ("{label}（{part} ÷ {whole}）", "{label} ({part} ÷ {whole})"),
    "explain.requires": (
        "前提：{needed}，否则这一条不得分",
        "Only if {needed}; else this rule gives nothing",
    ),
    "explain.requires-or": (
        "前提：{needed}，否则这一条得 {points} 分",
        "Only if {needed}; else this rule gives {points}",
    ),
    "explain.not-counted": (
        "这一条的得分不计入，供别的规则引用（rules.{id}）",
        "This result does not count by itself; other rules name it: rules.{id}",
    ),
    "explain.list": (
        "「{label}」里的每一个分别计算，扣分相加",
        'Each one of "{label}" is reckoned by itself, and what they lose is added up',
    ),
    "explain.not_applicable-full": (
        "要看的事实不适用的，这一条得 {points} 分",
        "Where a fact does not apply, this rule gives all of its points: {points}",
    ),
    "explain.not_applicable-zero": (
        "要看的事实不适用的，这一条不得分",
        "Where a fact does not apply, this rule gives nothing",
    ),
    "explain.not_applicable-rescaled": (
        "要看的事实不适用的，这 {points} 分不计入满分，按其余的折算",
        "Where a fact does not apply, these {points} points are left out of the full marks, and the rest is rescaled",
    ),
    "explain.floor-item": (
        "这一条的分不够扣的，接着扣本子项其余的分，扣到 0 分为止",
        "What this rule's points can't cover is taken from the rest of the item, down to 0",
    ),
    "explain.floor-none": ("没有下限，可以扣成负分", "No lowest score: it may go below zero"),
    "explain.cap": ("最多扣 {cap} 分", "At most {cap} points are lost"),
    "explain.cap-beyond": (
        "条款写的上限是扣 {cap} 分，这一条只有 {points} 分可扣",
        "The clause lets {cap} points be lost; this rule has {points}",
    ),
    "explain.clause": ("条款：", "Clause: "),
    "explain.reading": (
        "读法 {id}：“{words}”可作不同理解",
        "Reading {id}: “{words}” can be taken in more than one way",
    ),
    "explain.chosen": ("取 {name}：", "taken, {name}: "),
    "explain.other": ("另 {name}：", "else, {name}: "),
    "explain.veto": ("否决 {number}：", "Veto {number}: "),
    "explain.veto-item": ("{event}的，整个子项不得分", "if {event}, the whole item gives nothing"),
    "explain.veto-rules": ("{event}的，规则 {rules} 不得分", "if {event}, no points for rule {rules}"),
    "explain.penalty": ("，并倒扣 {points} 分，不论几次只扣一次", ", and {points} points go below zero, once"),
    "explain.penalty-each": (
        "，并且每 1 {unit}倒扣 {points} 分",
        ", and {points} points go below zero for each one{unit}",
    ),
    "explain.between-rules": ("、", ", "),
    "explain.each": ("个", ""),
    "explain.non_scoring": ("不计分：", "Gives no points: "),
    "explain.acknowledged": ("已知的问题（{problem}）：", "Known problem ({problem}): "),
    "explain.reason": ("“{words}”，{reason}", "“{words}”: {reason}"),
}
