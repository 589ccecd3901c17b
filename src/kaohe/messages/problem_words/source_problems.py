"""What a finding says: what was found, and what to write instead; topics as a file is read."""

SENTENCES: dict[str, tuple[str, str]] = {
    # the file
    "problem.file-too-large": (
        "文件超过 {limit} MB，不读",
        "the file is larger than {limit} MB and is not read",
    ),
    "problem.file-empty": (
        "文件里没有内容；空白的指标文件用 kaohe template 生成",
        "there is nothing in the file; kaohe template makes a blank indicator file",
    ),
    "problem.not-text": (
        "从这里起不是文本；文件要存为 UTF-8 编码",
        "this is no text; save the file as UTF-8",
    ),
    "problem.gbk": (
        "文件是 GBK 编码；请另存为 UTF-8",
        "the file is in GBK; save it as UTF-8",
    ),
    # characters
    "problem.tab": (
        "这里是制表符；缩进和间隔只能用空格",
        "a tab stands here; indent and separate with blanks only",
    ),
    "problem.full-width-blank": (
        "这里是全角空格；缩进和间隔只能用半角空格",
        "a full-width blank stands here; indent and separate with ordinary blanks only",
    ),
    "problem.odd-blank": (
        "这里是特殊的空格（{character}）；缩进和间隔只能用普通空格",
        "a special blank ({character}) stands here; indent and separate with ordinary blanks only",
    ),
    "problem.invisible-character": (
        "这里有看不见的字符（{character}）；请删去",
        "an invisible character ({character}) stands here; delete it",
    ),
    "problem.line-separator": (
        "这里有特殊的换行符（{character}）；请删去，或改成普通换行",
        "a special line end ({character}) stands here; delete it or make it an ordinary line end",
    ),
    "problem.control-character": (
        "这里有控制字符（{character}）；请删去",
        "a control character ({character}) stands here; delete it",
    ),
    # bombs
    "problem.too-deep": (
        "嵌套超过 {limit} 层，不再往下读",
        "nested more than {limit} levels deep; reading stops here",
    ),
    "problem.too-many-values": (
        "内容超过 {limit} 项（别名按展开计），不再往下读",
        "more than {limit} values, aliases written out; reading stops here",
    ),
    # the shape of the document
    "problem.not-a-mapping": (
        "最外层应是“键: 值”，一行一项",
        "the outermost level must be “key: value”, one to a line",
    ),
    "problem.several-documents": (
        "一个文件只能有一份内容；请删去这里的分隔行，或分成几个文件",
        "one document a file; delete the separator here or split the file",
    ),
    "problem.key-not-text": (
        "冒号前的键应是一个词，这里却是一组值或别名；若本是文字，请加引号",
        "a key must be a word, but here a list, a mapping or an alias stands; quote it if it is text",
    ),
    "problem.duplicate-key": (
        "键“{key}”重复，第 {first} 行已有；请删去一个或改名",
        "the key “{key}” stands in line {first} already; delete one or rename it",
    ),
    "problem.merge-key": (
        "不支持合并键“<<”；请把内容写全",
        "the merge key “<<” is not supported; write the content out",
    ),
    "problem.tag": (
        "不支持标签 {tag}；请删去，若本是文字，请加引号",
        "the tag {tag} is not supported; delete it, or quote it if it is text",
    ),
    "problem.unknown-alias": (
        '“*{name}”是别名，前面却没有“&{name}”；若本是文字，请加引号："*{name}"',
        '“*{name}” is an alias, but no “&{name}” stands before it; if it is text, quote it: "*{name}"',
    ),
    "problem.recursive-alias": (
        "别名“*{name}”把内容放进了它自己里面；请把内容写全",
        "the alias “*{name}” puts a value into itself; write the content out",
    ),
    # unquoted texts
    "problem.leading-zero": (
        '“{found}”以 0 开头，有的程序当作八进制；数字请写 {expected}，文字请加引号："{found}"',
        '“{found}” starts with 0, which some programs read as octal; write {expected}, or "{found}" for a text',
    ),
    "problem.sexagesimal": (
        '“{found}”有的程序当作六十进制数；若是时间或比例，请加引号："{found}"',
        '“{found}” is a number of base 60 to some programs; quote it: "{found}"',
    ),
    "problem.digit-grouping": (
        '“{found}”里有分隔符；数字请写 {expected}，文字请加引号："{found}"',
        '“{found}” has its digits grouped; write {expected}, or "{found}" for a text',
    ),
    "problem.other-base": (
        '“{found}”不是十进制数；请写十进制数，文字请加引号："{found}"',
        '“{found}” is not a decimal number; write a decimal number, or "{found}" for a text',
    ),
    "problem.not-finite": (
        "“{found}”不是有限的数；请写确定的数，未知的留空",
        "“{found}” is no finite number; write a number, or leave what is unknown empty",
    ),
    "problem.exponent": (
        '“{found}”是科学记数法；数字请写全，如 1000，文字请加引号："{found}"',
        '“{found}” is in scientific notation; write the number out, like 1000, or "{found}" for a text',
    ),
    "problem.plus-sign": (
        '“{found}”带加号；数字请写 {expected}，文字请加引号："{found}"',
        '“{found}” has a plus sign; write {expected}, or "{found}" for a text',
    ),
    "problem.bare-point": (
        '“{found}”的小数点一边没有数字；数字请写 {expected}，文字请加引号："{found}"',
        '“{found}” has no digit on one side of the point; write {expected}, or "{found}" for a text',
    ),
    "problem.long-number": (
        "“{found}”位数太多，不像一个数；若是编号，请加引号",
        "“{found}” has too many digits for a number; quote it if it is a code",
    ),
    "problem.yes-word": (
        '“{found}”有的程序当作“是”，有的当作文字；请写 {expected}，文字请加引号："{found}"',
        '“{found}” means yes to some programs and is a text to others; write {expected}, or "{found}" for a text',
    ),
    "problem.no-word": (
        '“{found}”有的程序当作“否”，有的当作文字；请写 {expected}，文字请加引号："{found}"',
        '“{found}” means no to some programs and is a text to others; write {expected}, or "{found}" for a text',
    ),
    "problem.capital-word": (
        '“{found}”要小写：{expected}；文字请加引号："{found}"',
        '“{found}” is written in small letters: {expected}, or "{found}" for a text',
    ),
    # full-width YAML
    "problem.full-width-comma": (
        '“{found}”里用了全角逗号或顿号；几个值请写 {expected}，文字请加引号："{found}"',
        '“{found}” has a full-width comma; write {expected} for several values, or "{found}" for a text',
    ),
    "problem.full-width-quotes": (
        "{found} 用了中文引号；请写 {expected}，引号若是文字的一部分，外面再加半角引号：'{found}'",
        "{found} is in curly quotes; write {expected}, or '{found}' if they belong to the text",
    ),
    "problem.full-width-brackets": (
        '“{found}”用了全角括号；请写 {expected}，文字请加引号："{found}"',
        '“{found}” is in full-width brackets; write {expected}, or "{found}" for a text',
    ),
    "problem.full-width-colon": (
        "“{word}”后面是全角冒号；键和值之间请写“: ”（半角冒号加空格），文字请加引号",
        "a full-width colon follows “{word}”; write “: ” between key and value, or quote the text",
    ),
    # broken syntax
    "problem.colon-in-text": (
        "这一行里又有一个“: ”；值里有冒号时，请给整个值加引号",
        "a second “: ” in this line; quote a value that has a colon in it",
    ),
    "problem.colon-without-blank": (
        "“{word}:”后面要有一个空格",
        "a blank must follow “{word}:”",
    ),
    "problem.dash-without-blank": (
        "列表的“-”后面要有一个空格；若是负数或文字，请检查它上一行",
        "a blank must follow the “-” of a list; if this is a negative number or a text, see the line above",
    ),
    "problem.dash-in-line": (
        "“-”不能写在“键: ”的同一行；列表请另起一行，文字请加引号",
        "no “-” in the line of a “key: ”; start the list on the next line, or quote the text",
    ),
    "problem.missing-colon": (
        "“{found}”不是“键: 值”；若是上一行的续文，请缩进得更深",
        "“{found}” is no “key: value”; if it continues the line above, indent it more",
    ),
    "problem.missing-comma": (
        "这里缺逗号；括号里各项之间用半角逗号，有冒号的文字请加引号",
        "a comma is missing here; put one between the parts in brackets, and quote a text with a colon in it",
    ),
    "problem.reserved-start": (
        "文字不能以“{character}”开头，它在 YAML 里另有用处；请给整段文字加引号",
        "no text starts with “{character}”, for YAML uses it otherwise; quote the whole text",
    ),
    "problem.text-after-end": (
        "值到“{character}”就结束了，后面却还有文字；请用另一种引号把整个值括起来",
        "text follows the end of the value, “{character}”; quote the whole with the other kind of quotes",
    ),
    "problem.unclosed-quote": (
        "这里的 {quote} 没有配上另一个 {quote}",
        "this {quote} has no closing {quote}",
    ),
    "problem.unclosed-bracket": (
        "这里的“{opening}”没有配上“{closing}”，或者里面缺逗号",
        "this “{opening}” has no closing “{closing}”, or a comma is missing in it",
    ),
    "problem.unmatched-bracket": (
        "这里的“{character}”前面没有与它配对的括号",
        "no opening bracket belongs to this “{character}”",
    ),
    "problem.bad-escape": (
        "双引号里的“{escape}”不是转义；反斜杠请写两个，或改用单引号",
        "“{escape}” means nothing in double quotes; double the backslash or use single quotes",
    ),
    "problem.bad-indentation": (
        "这一行前面空 {found} 格，上一行空 {above} 格，对不上；同一层的各行要对齐，下一层要缩进，且写在“键:”的下面",
        "this line is indented by {found}, the one above by {above}, which fits no level; align what is on one level, indent what belongs to a “key:”",
    ),
    "problem.syntax": (
        "YAML 语法有误，解析器说：{words}",
        "broken YAML; the parser says: {words}",
    ),
}
