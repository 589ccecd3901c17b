"""What an editor shows beside the sentences of problems and rules."""

SENTENCES = {
    "editor.required": ("必填", "required"),
    "editor.not-yet": ("还没有写全，写全了这里说明它做什么", "not complete yet; once it is, this says what it does"),
    "editor.mend": ("把“{found}”改成“{expected}”", "write “{expected}” instead of “{found}”"),
    "editor.leave": ("留着这一处，在行末写明理由", "leave it as it is, and say why at the end of the line"),
    "editor.mend-all": (
        "全文能机械修好的 {count} 处一次修好",
        "mend all of the file that can be mended mechanically ({count} {count:place|places})",
    ),
    "editor.points": ("{points} 分", "{points} {points:point|points}"),
}
