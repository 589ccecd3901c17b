"""What an editor shows beside the sentences of problems and rules."""

SENTENCES = {
    "editor.required": ("必填", "required"),
    "editor.not-yet": ("还没有写全，写全了这里说明它做什么", "not complete yet; once it is, this says what it does"),
    "editor.mend": ("把“{found}”改成“{expected}”", "write “{expected}” instead of “{found}”"),
    "editor.points": ("{points} 分", "{points} {points:point|points}"),
}
