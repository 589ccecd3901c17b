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
}
