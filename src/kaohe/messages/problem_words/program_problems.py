"""What can be wrong in facts that a program hands over instead of a file."""

SENTENCES = {
    "problem.float-given": (
        '“{found}”是 float，不精确；请用 int 或 Decimal，百分数写成文字，如 "93.2%"，未知的用 None',
        '“{found}” is a float, which is not exact; give an int or a Decimal, a percent as text like "93.2%", '
        "None for what is unknown",
    ),
    "problem.not-in-files": (
        "这里是 {kind}，文件里写不出来；只能用 dict、list、str、int、Decimal、bool 和 None",
        "a {kind} stands here, which no file could hold; use dict, list, str, int, Decimal, bool and None",
    ),
    "problem.key-expected": (
        "键“{found}”不是文字；dict 的键都用 str",
        "the key “{found}” is no text; the keys of a dict are str",
    ),
    "problem.rubric-differs": (
        "这些事实是按细则“{found}”填的，现在用的是“{expected}”",
        "these facts were made for the rubric “{found}”, but the one in use is “{expected}”",
    ),
}
