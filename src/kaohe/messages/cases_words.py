"""What `kaohe test` says of cases, of what differs in them, and of what they have not reached."""

SENTENCES = {
    "cases.and": (" 且 ", " and "),
    "cases.or": (" 或 ", " or "),
    "cases.between": ("，", ", "),
    "cases.not": ("非（{condition}）", "not ({condition})"),
    "cases.if": ("如果（{condition}，{then}，{otherwise}）", "if({condition}, {then}, {otherwise})"),
    "cases.applicable": ("「{label}」适用", "“{label}” applies"),
    "cases.fact": ("「{label}」", "“{label}”"),
    "cases.minimum": ("较小者（{numbers}）", "min({numbers})"),
    "cases.maximum": ("较大者（{numbers}）", "max({numbers})"),
    "cases.floor": ("取整（{numbers}）", "floor({numbers})"),
    "cases.round": ("四舍五入（{numbers}）", "round({numbers})"),
    "cases.months": ("满月数（{numbers}）", "months({numbers})"),
    "cases.total": ("合计（{numbers}）", "sum({numbers})"),
    "cases.highest": ("最大（{numbers}）", "highest({numbers})"),
    "cases.differs": ("不符：{name}", "differs: {name}"),
    "cases.unsound": ("没有运行：{name}", "not run: {name}"),
    "cases.unsound-too": ("没有运行，原因同上：{name}", "not run for the same reason: {name}"),
    "cases.differs-points": (
        "{number} {named}：应得 {expected}，算得 {found}",
        "{number} {named}: expected {expected}, found {found}",
    ),
    "cases.differs-given": (
        "{number} {named}，{rule}：应给 {expected}，算得 {found}",
        "{number} {named}, {rule}: expected to give {expected}, found {found}",
    ),
    "cases.differs-due": (
        "{number} {named}，{rule}：应扣 {expected}，算得应扣 {found}",
        "{number} {named}, {rule}: expected {expected} to be due, found {found}",
    ),
    "cases.differs-applied": (
        "{number} {named}，{rule}：实扣应是 {expected}，算得实扣 {found}",
        "{number} {named}, {rule}: expected {expected} to be applied, found {found}",
    ),
    "cases.differs-section": (
        "项目{number}“{named}”：应得 {expected}，算得 {found}",
        "section {number} “{named}”: expected {expected}, found {found}",
    ),
    "cases.differs-score": ("总分：应得 {expected}，算得 {found}", "total: expected {expected}, found {found}"),
    "cases.differs-grade": (
        "{named:of}等次应是{expected}，算得{found}",
        "{named:of}expected grade {expected}, found {found}",
    ),
    "cases.several": ("或", " or "),
    "cases.open": ("未定", "open"),
    "cases.not-scored": ("不予评分", "not scored"),
    "cases.exactly": ("{low} 分", "{low}"),
    "cases.range": ("{low} 至 {high} 分", "{low} to {high}"),
    "cases.only-low": ("{low} 分以上", "{low} or more"),
    "cases.only-high": ("{high} 分以下", "{high} or less"),
    "cases.named-rule": ("第 {n} 条规则", "rule {n}"),
    "cases.named-veto": ("第 {n} 条否决", "veto {n}"),
    "cases.named-penalty": ("第 {n} 条否决的倒扣", "the penalty of veto {n}"),
    "cases.file-agrees": (
        "{cases} 例，全部符合；{signed} 例有签字",
        "{cases} {cases:case|cases}, all agree; {signed} signed",
    ),
    "cases.file-differs": (
        "{cases} 例，{failed} 例不符或没有运行；{signed} 例有签字",
        "{cases} {cases:case|cases}, {failed} {failed:differs or was|differ or were} not run; {signed} signed",
    ),
    "cases.reached": (
        "规则、档次、条件、读法等 {spots} 处，走到 {reached} 处（{percent}%）",
        "{spots} {spots:place|places} (rules, bands, conditions, readings …), {reached} reached ({percent}%)",
    ),
    "cases.of-others": (
        "{path}：旁边的例写的 rubric 都不是这份细则，没有一例试它；改正例的文件里的 rubric",
        "{path}: the cases beside it name other rubrics, so none tests it; mend rubric in the file of cases",
    ),
    "cases.below": (
        "{path}：只走到 {percent}%，要求至少 {least}%；没有走到的用 --coverage 列出",
        "{path}: only {percent}% reached, {least}% required; --coverage lists what is not",
    ),
    "cases.spot-rule": (
        "{number} {title}：没有一例让这条规则扣分或加分：{words}",
        "{number} {title}: in no case does this rule take or give points: {words}",
    ),
    "cases.spot-rule-not": (
        "{number} {title}：没有一例不受这条规则扣分：{words}",
        "{number} {title}: in no case does this rule leave the points as they are: {words}",
    ),
    "cases.spot-entry": (
        "{number} {title}：没有一例落到规则的这一处：{words}",
        "{number} {title}: no case comes to this entry of the rule: {words}",
    ),
    "cases.spot-condition": (
        "{number} {title}：没有一例满足 {words}",
        "{number} {title}: {words} holds in no case",
    ),
    "cases.spot-condition-not": (
        "{number} {title}：没有一例不满足 {words}",
        "{number} {title}: {words} fails in no case",
    ),
    "cases.spot-cap": (
        "{number} {title}：没有一例扣到上限：{words}",
        "{number} {title}: in no case is the cap reached: {words}",
    ),
    "cases.spot-veto": (
        "{number} {title}：没有一例发生否决：{words}",
        "{number} {title}: in no case this veto: {words}",
    ),
    "cases.spot-veto-not": (
        "{number} {title}：没有一例不发生否决：{words}",
        "{number} {title}: in no case is this veto absent: {words}",
    ),
    "cases.spot-reading": (
        "{number} {title}：没有一例用这种读法（{key}）：{words}",
        "{number} {title}: no case takes this reading ({key}): {words}",
    ),
    "cases.spot-total": (
        "{title}：没有一例因此改变得分（{key}）",
        "{title}: in no case does this change the score ({key})",
    ),
    "cases.spot-grade": ("{title}：没有一例得到等次“{words}”", "{title}: no case has the grade “{words}”"),
    "cases.spot-limit": (
        "{title}：没有一例因此限制等次：{words}",
        "{title}: in no case does this limit the grade: {words}",
    ),
}
