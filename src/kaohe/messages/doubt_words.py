"""Parts of what is said of facts that can hardly be so: numbers with their names, and how a doubt is answered."""

SENTENCES: dict[str, tuple[str, str]] = {
    "doubt.between": ("，", ", "),
    "doubt.fact": ("{label} {value}", "{label} {value}"),
    "doubt.member": ("{label}（{member}）", "{label} ({member})"),
    "doubt.mend-file": (
        "写明原因：notes: {{{item}: {{{fact}: 原因}}}}",
        "say why: notes: {{{item}: {{{fact}: WHY}}}}",
    ),
    "doubt.mend-workbook": (
        "在这一行的“备注”里写明原因",
        "say why in the row's column for notes",
    ),
    "doubt.mend-change": (
        "在这一处改动的理由里写明“属实”",
        "say “confirmed” in the reason for the change",
    ),
    "doubt.mend-table": (
        "加一列“{column}”，写明原因",
        "say why in a column “{column}”",
    ),
    "doubt.year": ("{year} 年", "in {year}"),
    "doubt.last-year": ("上年", "last year"),
}
