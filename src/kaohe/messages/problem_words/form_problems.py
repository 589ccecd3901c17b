"""What can be wrong with an official form's file, and where a rubric is not what the form says."""

SENTENCES = {
    "problem.form-other-format": (
        "读不了 {suffix}；用 Word 或 WPS 打开，另存为 {way}，再来一次",
        "can't read {suffix}; open it in Word, Excel or WPS, save it as {way} and try again",
    ),
    "problem.form-suffix": (
        "不认识后缀“{suffix}”；考核表可以是：{known}",
        "unknown suffix “{suffix}”; a form may be: {known}",
    ),
    "problem.document-old": (
        "这不是 .docx：是旧格式的 Word 文件，或设了打开密码；用 Word 或 WPS 打开，去掉密码，另存为 .docx",
        "this is no .docx but an old Word file, or it needs a password; open it in Word or WPS, remove the password and "
        "save it as .docx",
    ),
    "problem.document-broken": (
        "这个文件已损坏或不是 .docx，打不开；用 Word 或 WPS 打开，另存为 .docx",
        "this file is damaged or no .docx; open it in Word or WPS and save it as .docx",
    ),
    "problem.document-too-large": (
        "这个文件太大，不像一张考核表；删去图片再存一次",
        "this file is too large for a form; remove its pictures and save it again",
    ),
    "problem.document-number": (
        "文件里有一个超过 100 位的数（{found}），没有哪张考核表这样写；看看是不是误贴进来的，删去再试",
        "there is a number of more than 100 digits ({found}), which no form has; see whether it came in by mistake, and "
        "remove it",
    ),
    "problem.no-form-table": (
        "没有找到考核表：要有一个表，表头里有名称（子项目、考核指标……）、分值和评分办法（评分标准、计分办法……）各一列",
        "found no form: there must be a table whose headings name the items (子项目, 考核指标 …), their points (分值) "
        "and the way of scoring (评分办法, 评分标准 …)",
    ),
    "problem.words-not-as-printed": (
        "{key}和原表（{row}）不同：这里是“{found}”，原表是“{printed}”",
        "the {key} is not as printed ({row}): “{found}” here, “{printed}” on the form",
    ),
    "problem.points-not-as-printed": (
        "分值和原表（{row}）不同：这里是 {found}，原表是 {printed}",
        "the points are not as printed ({row}): {found} here, {printed} on the form",
    ),
    "problem.item-not-in-form": ("原表没有“{title}”这个子项目", "the form has no item “{title}”"),
    "problem.item-not-in-rubric": (
        "少了子项目“{title}”：在原表{row}",
        "the item “{title}” is missing; it is in {row} of the form",
    ),
    "problem.item-not-in-place": (
        "子项目“{title}”的位置和原表不同：原表在“{section}”里（{row}）",
        "the item “{title}” does not stand where the form has it: under “{section}”, {row}",
    ),
    "problem.section-not-in-form": ("原表没有“{title}”这个项目", "the form has no section “{title}”"),
    "problem.section-not-in-rubric": (
        "少了项目“{title}”：在原表{row}",
        "the section “{title}” is missing; it is in {row} of the form",
    ),
    "problem.section-not-in-place": (
        "项目“{title}”的次序和原表不同：在原表{row}",
        "the section “{title}” does not stand where the form has it: in {row}",
    ),
}
