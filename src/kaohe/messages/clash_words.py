"""Why readings can't be taken together."""

SENTENCES: dict[str, tuple[str, str]] = {
    "clash.same-place": (
        "都改 {key}，改得不一样；能并存的，各自只改要改的那一处（列表里的写第几项），不能并存的，并成一处读法",
        "both change {key}, each in its own way; let each change only what it is about (of a list the entries, by their "
        "places), or make one reading of both where only one can be meant",
    ),
    "clash.unsound": (
        "合在一起，规则就不成立：{wrong}",
        "taken together they leave no sound rule: {wrong}",
    ),
}
