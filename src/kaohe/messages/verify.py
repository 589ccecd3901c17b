"""How the places and contents of a workbook's cells are called when it is verified."""

SENTENCES = {
    "verify.score_at": ("{cell} {title}（{stage}）", "{cell} {title} ({stage})"),
    "verify.cell_at": ("{cell}（{heading}）", "{cell} ({heading})"),
    "verify.empty": ("空白", "nothing"),
    "verify.formula": ("公式 {formula}（结果 {value}）", "the formula {formula} (result {value})"),
    "verify.formula_unknown": ("公式 {formula}（没有算过）", "the formula {formula} (never computed)"),
}
