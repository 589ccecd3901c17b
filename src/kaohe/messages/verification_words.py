"""How the places and contents of a workbook's cells are called when it is verified."""

SENTENCES = {
    "verification.score_at": ("{cell} {title}（{stage}）", "{cell} {title} ({stage})"),
    "verification.cell_at": ("{cell}（{heading}）", "{cell} ({heading})"),
    "verification.empty": ("空白", "nothing"),
    "verification.formula": ("公式 {formula}（结果 {value}）", "the formula {formula} (result {value})"),
    "verification.formula_unknown": ("公式 {formula}（没有算过）", "the formula {formula} (never computed)"),
}
