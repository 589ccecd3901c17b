"""Why, of how a file is written."""

SENTENCES = {
    "why.file-too-large": (
        "这么大的文件不会是一份细则或一个单位的指标，多半给错了文件。",
        "So large a file is neither a rubric nor a unit's facts; most likely it is the wrong one.",
    ),
    "why.file-empty": (
        "空文件不是“什么都没有发生”，也可能是没有存上。",
        "An empty file does not say that nothing happened; perhaps it was not saved.",
    ),
    "why.not-text": (
        "不是文本的内容猜不出字来；多半是 Word、Excel 文件改了名，或文件坏了。",
        "No letters can be guessed from what is no text; most likely it is a Word or Excel file under another name, or damaged.",
    ),
    "why.gbk": (
        "GBK 和 UTF-8 的字节不同，猜错了满篇乱码，还可能恰好是别的字。在记事本、WPS 里“另存为”时选 UTF-8；kaohe validate --fix 也能改。",
        "The bytes of GBK are others than those of UTF-8, and a wrong guess gives other characters. Save it as UTF-8, or let kaohe validate --fix do so.",
    ),
    "why.tab": (
        "制表符占几格，各个编辑器不同；缩进决定谁在谁下面，看着对齐的可能不在一层。",
        "Editors differ in how wide a tab is, and indentation says what belongs to what; what looks aligned may be on another level.",
    ),
    "why.full-width-blank": (
        "全角空格看着是缩进，YAML 却当作文字，这一行会归到别的地方。",
        "A full-width blank looks like indentation, but YAML takes it for text, and the line would belong elsewhere.",
    ),
    "why.odd-blank": (
        "从网页、Word 粘贴来的特殊空格看着是空格，YAML 却当作文字。",
        "A special blank, pasted from a page or from Word, looks like a blank, but YAML takes it for text.",
    ),
    "why.invisible-character": (
        "看不见的字符会使两个看着一样的名称不一样。",
        "An invisible character makes two names differ that look the same.",
    ),
    "why.line-separator": (
        "特殊的换行符会使一行变成两行，粘贴来的文字里可能因此多出一个键。",
        "A special line end makes two lines of one, and a pasted text could add a key so.",
    ),
    "why.control-character": (
        "控制字符不是文字，多半是粘贴或传输时混进来的。",
        "A control character is no text; most likely it came with pasting or sending.",
    ),
    "why.too-deep": (
        "没有细则嵌套这么深；多半是缩进一路写错了，也可能是有意弄坏程序的文件。",
        "No rubric is nested so deep; most likely indentation went wrong, or the file is meant to do harm.",
    ),
    "why.too-many-values": (
        "展开以后太大，多半是别名套别名，也可能是有意弄坏程序的文件。",
        "Written out it is too large: aliases of aliases, or a file that is meant to do harm.",
    ),
    "why.not-a-mapping": (
        "细则和指标文件都由有名称的部分组成；只有一段文字或一个列表，不知道各是什么。",
        "Rubrics and units' files consist of named parts; of a bare text or list nobody knows what it is.",
    ),
    "why.several-documents": (
        "一个文件两份内容，不知道以哪一份为准。",
        "With two documents in a file, nobody knows which one holds.",
    ),
    "why.key-not-text": ("名称要是一个词，才找得到它。", "A name must be a word to be found."),
    "why.duplicate-key": (
        "YAML 会悄悄只留后面一个，前面填的就没有了。",
        "YAML silently keeps the last, and what stood in the first would be gone.",
    ),
    "why.merge-key": (
        "合并进来的内容看不见，核对的人会漏看。",
        "What is merged in is not seen, so that whoever checks would miss it.",
    ),
    "why.tag": ("标签会让程序把值当作别的种类。", "A tag makes programs take a value for another kind."),
    "why.unknown-alias": (
        "别名指向没有的东西，这里就没有值。",
        "The alias leads to nothing, so there is no value here.",
    ),
    "why.recursive-alias": ("把自己放进自己里面，永远读不完。", "What holds itself can never be read to its end."),
    "why.leading-zero": ("010 在有的程序里是 8。", "To some programs 010 is 8."),
    "why.sexagesimal": ("1:30 在有的程序里是 90。", "To some programs 1:30 is 90."),
    "why.digit-grouping": (
        "1,234 可能是一个数，也可能是两个；1_000 在有的程序里是 1000，有的里是文字。",
        "1,234 may be one number or two; 1_000 is a number to some programs and a text to others.",
    ),
    "why.other-base": ("0x10 是 16 还是文字，各程序不同。", "Programs differ in whether 0x10 is 16 or a text."),
    "why.not-finite": (
        "无穷大和“不是数”不能打分；未知的不是无穷。",
        "Neither infinity nor what is no number can be scored; what is unknown is neither.",
    ),
    "why.exponent": (
        "1e3 在有的程序里是 1000，有的里是文字，编号 12e5 也会变成数。",
        "1e3 is 1000 to some programs and a text to others, and a code like 12e5 would become a number.",
    ),
    "why.plus-sign": (
        "带加号的是数还是文字，各程序不同。",
        "Programs differ in whether a number with a plus sign is one.",
    ),
    "why.bare-point": ("少了一位，多半是漏打了。", "A digit is missing, most likely by a slip."),
    "why.long-number": (
        "这么长的多半是编号、身份证号，当作数会丢掉末尾几位。",
        "So long a number is most likely a code, whose last digits would get lost.",
    ),
    "why.yes-word": (
        "yes、on 在有的程序里是“是”，有的里是文字；只认 true。",
        "yes and on are true to some programs and texts to others; only true is taken.",
    ),
    "why.no-word": (
        "no、off 在有的程序里是“否”，有的里是文字；挪威（NO）会变成“否”。",
        "no and off are false to some programs and texts to others: NO, the country, would become false.",
    ),
    "why.capital-word": (
        "大小写不同，有的程序当作“是/否”，有的当作文字。",
        "With capitals it is a flag to some programs and a text to others.",
    ),
    "why.full-width-comma": (
        "全角逗号不分开各项，几个值会变成一段文字。",
        "A full-width comma separates nothing, so several values would become one text.",
    ),
    "why.full-width-quotes": (
        "中文引号不是 YAML 的引号，会成为文字的一部分，数也成了文字。",
        "Curly quotes are none to YAML; they would become part of the text, and a number a text.",
    ),
    "why.full-width-brackets": (
        "全角括号不是列表，整段会变成一段文字。",
        "Full-width brackets make no list; the whole would become one text.",
    ),
    "why.full-width-colon": (
        "全角冒号不分开名称和值，整行会变成一段文字。",
        "A full-width colon does not part a name from its value; the whole line would become a text.",
    ),
    "why.colon-in-text": (
        "一行里第二个“: ”会被当作又一个名称。",
        "A second “: ” in a line would be taken for another name.",
    ),
    "why.colon-without-blank": (
        "冒号后面没有空格，整个成了一段文字。",
        "Without a blank behind the colon the whole is one text.",
    ),
    "why.dash-without-blank": (
        "“-”后面没有空格，就不是列表的一项，而是文字或负数。",
        "Without a blank behind it the dash begins no entry, but a text or a negative number.",
    ),
    "why.dash-in-line": ("列表的一项要从自己的一行开始。", "An entry of a list starts a line of its own."),
    "why.missing-colon": (
        "不是“名称: 值”的一行，不知道接着谁。",
        "A line that is no name with a value may continue anything.",
    ),
    "why.missing-comma": ("少一个逗号，两项就连成一项。", "Without the comma two parts become one."),
    "why.reserved-start": (
        "这个符号在 YAML 开头有专门的意思。",
        "At the start this sign means something of its own to YAML.",
    ),
    "why.text-after-end": (
        "引号已经结束，后面的字就没有着落。",
        "The quotes are closed, so the words behind them belong to nothing.",
    ),
    "why.unclosed-quote": (
        "引号不配对，后面的内容都会被当作文字。",
        "Without its partner a quote makes a text of all that follows.",
    ),
    "why.unclosed-bracket": (
        "括号不配对，后面的内容都会归到里面。",
        "Without its partner a bracket takes in all that follows.",
    ),
    "why.unmatched-bracket": (
        "多出的括号，不知道哪一段该在里面。",
        "With a bracket too many, nobody knows what belongs inside.",
    ),
    "why.bad-escape": (
        "双引号里反斜杠有专门的意思，路径里的 \\n 会变成换行。",
        "In double quotes a backslash has a meaning of its own: the \\n of a path would be a line end.",
    ),
    "why.bad-indentation": (
        "缩进决定谁在谁下面；对不上的一行，归到哪一层都是猜。",
        "Indentation says what belongs to what; a line that fits no level could only be guessed to belong somewhere.",
    ),
    "why.syntax": ("语法不通，后面的内容都读不出来。", "With its syntax broken, nothing behind it can be read."),
}
