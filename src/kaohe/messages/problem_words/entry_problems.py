"""What can be wrong in a workbook in which facts are entered, and how its cells were taken where that is said."""

SENTENCES: dict[str, tuple[str, str]] = {
    "problem.workbook-entities": (
        "这个工作簿里有 XML 实体声明，Excel、WPS 都不会这样写，没有读；请对方重新保存、重新发送",
        "this workbook declares XML entities, which no spreadsheet writes, and was not read; ask for it to be saved and sent again",
    ),
    "problem.entry-no-workbook": (
        "这不是 .xlsx 工作簿；用 Excel 或 WPS 另存为 .xlsx 再交",
        "this is no .xlsx workbook; save it as .xlsx in Excel or WPS",
    ),
    "problem.entry-old": (
        "这是旧格式的工作簿（.xls、.et）；用 Excel 或 WPS 另存为 .xlsx 再交",
        "this is a workbook in an old format (.xls, .et); save it as .xlsx in Excel or WPS",
    ),
    "problem.entry-too-large": (
        "这个工作簿太大，不是一个单位的填报表；把填的内容复制到空白的填报表里再交",
        "this workbook is too large for a unit's entries; copy what was entered into a blank one",
    ),
    "problem.workbook-of-scores": (
        "这是 kaohe 写出的评分结果，不是填报表",
        "this is what kaohe has written, scores or a summary, and no workbook of entries",
    ),
    "problem.no-entry-workbook": (
        "这不是 kaohe 的填报表；空白的填报表用 kaohe template 细则 -o 填报.xlsx 生成",
        "this is no workbook of entries; kaohe template RUBRIC -o ENTRIES.xlsx makes a blank one",
    ),
    "problem.entry-sheet-gone": (
        "填报的工作表不在了，或表头和编号都删去了；把内容填到空白的填报表里再交",
        "the sheet of entries is gone, or its headings and ids are; enter it into a blank workbook",
    ),
    "problem.entry-about-gone": (
        "隐藏的工作表“kaohe”不在了，不知道按哪份评分细则填的；在原来的填报表里填，不要把工作表复制到别的工作簿",
        "the hidden sheet “kaohe” is gone, so the rubric is not known; use the original workbook, and do not copy its sheets "
        "into another",
    ),
    "problem.entry-format-unknown": (
        "填报表的格式“{found}”这个版本的 kaohe 不认识；换用较新的版本",
        "this version of kaohe does not know the format “{found}”; use a newer one",
    ),
    "problem.entry-sheets-differ": (
        "{sheets} 都是填报的工作表，填的却不一样；只留一张",
        "{sheets} are sheets of the same entries, and differ; keep one",
    ),
    "problem.entry-column-gone": (
        "“{label}”这一列不在了；把内容填到空白的填报表里再交",
        "the column “{label}” is gone; enter it into a blank workbook",
    ),
    "problem.entry-column-twice": (
        "“{label}”有两列，从这一格起填的不一样；只留一列",
        "there are two columns “{label}”, which differ from this cell on; keep one",
    ),
    "problem.entry-row-unknown": (
        "这一行没有编号，也认不出是哪项指标，填的“{found}”没法读；移到该填的格子里，或删去",
        "this row has no id and is about no fact that could be told by its label, so “{found}” can't be read; move it to its "
        "cell, or delete it",
    ),
    "problem.entry-row-strange": (
        "{id:of}评分细则里没有这个编号，填的“{found}”没法读；移到该填的格子里，或删去",
        "{id:of}the rubric has no such id, so “{found}” can't be read; move it to its cell, or delete it",
    ),
    "problem.entry-row-unlike": (
        "{label:of}这一行藏着的编号是这一项，写的却是“{found}”：行列可能只排了一部分；撤销排序，或填到空白的填报表里再交",
        "{label:of}this is the fact of the row's hidden id, but the row says “{found}”: perhaps only some of the columns were "
        "sorted; undo that, or enter it into a blank workbook",
    ),
    "problem.entry-row-twice": (
        "{label:of}这一项有两行，填的不一样，另见第 {first} 行；只留一行",
        "{label:of}there are two rows about it, which differ, see also row {first}; keep one",
    ),
    "problem.cell-error": (
        "{label:of}格子里是错误值 {found}；改成该填的数",
        "{label:of}the cell has the error {found}; enter the value",
    ),
    "problem.formula-not-computed": (
        "{label:of}公式还没有算出值：用 Excel 或 WPS 打开、保存一次",
        "{label:of}the formula was not computed yet: open the workbook in Excel or WPS and save it",
    ),
    "problem.cell-of-other-workbook": (
        "{label:of}公式引用了别的工作簿（{found}），那里的数这里核对不了；复制这一格，选择性粘贴为数值",
        "{label:of}the formula refers to another workbook ({found}), which is not here; copy the cell and paste its value",
    ),
    "problem.percent-without-sign": (
        "{label:of}写的是 {found}，没有百分号，分不清是 {one} 还是 {other}；写成“{one}”或“{other}”",
        "{label:of}{found} without a percent sign may be {one} or {other}; write the one that is meant",
    ),
    "problem.percent-doubted": (
        "{label:of}是 {found}，是不是 {expected}？",
        "{label:of}it is {found}; is {expected} meant?",
    ),
    "problem.percent-not-wanted": (
        "{label:of}写的是 {found}，这里填数，不填百分数；是 {expected} 的，把格子改成常规格式再填",
        "{label:of}{found} is a percent, a number is wanted; if it is {expected}, format the cell as General and enter it again",
    ),
    "problem.number-turned-date": (
        "{label:of}格子里是日期 {found}：Excel 把 3-1 这样的写法变成了日期；把格子改成常规格式，再填数",
        "{label:of}the cell has the date {found}: Excel makes one of what looks like 3-1; format the cell as General and enter "
        "the number again",
    ),
    "problem.month-or-october": (
        "{label:of}写的是 {found}，分不清是 1 月还是 10 月；写成“{year}-01”或“{year}-10”",
        "{label:of}{found} may be January or October; write {year}-01 or {year}-10",
    ),
    "problem.state-and-value": (
        "{label:of}选了“不适用”，却又填了数；只留一样",
        "{label:of}it is not applicable, and yet has a value; keep one of them",
    ),
    "problem.unknown-state": (
        "{label:of}“不适用”这一列写的是“{found}”；不适用的选“不适用”，适用的空着",
        "{label:of}under Not applicable stands “{found}”; choose 不适用, or leave it empty",
    ),
    "problem.entry-must-apply": (
        "{label:of}不能填“不适用”；没有的填 0 或“否”，名单填“无”，还不知道的空着",
        "{label:of}it can't be not applicable; enter 0 or 否 where nothing happened, 无 for a list, nothing if it is not known",
    ),
    "problem.value-out-of-place": (
        "{label:of}这一格不用填，写的是“{found}”；移到该填的格子里，或删去",
        "{label:of}this cell takes nothing, but has “{found}”; move it to its cell, or delete it",
    ),
    "problem.list-elsewhere": (
        "{label:of}这里写的是“{found}”；名单填在后面它自己的表里，一个一行，一个也没有的这里填“无”",
        "{label:of}found “{found}”; the members stand on the list's own sheet, a row for each, and 无 stands here for none",
    ),
    "problem.none-and-members": (
        "{label:of}填了“无”，名单里却有；只留一样",
        "{label:of}none (无) is entered, and yet the list has members; keep one of them",
    ),
    "problem.member-column-unlike": (
        "{label:of}表头“{found}”和藏着的第一行对不上：可能插进或删去了几格；撤销，或填到空白的填报表里再交",
        "{label:of}the heading “{found}” is not that of the hidden first row: perhaps some cells were put in or taken out; "
        "undo that, or enter it into a blank workbook",
    ),
    "problem.member-without-name": (
        "{label:of}这一行没有名称；写上名称，或清空这一行",
        "{label:of}this row has no name; write one, or empty the row",
    ),
    "problem.member-twice": (
        "{label:of}“{found}”有两行，另见第 {first} 行；只留一行，同名的加以区分",
        "{label:of}“{found}” has two rows, see also row {first}; keep one, or tell the two apart by name",
    ),
    "problem.member-without-values": (
        "{label:of}加进了名单，却没有填数；填上，或清空这一行",
        "{label:of}it was added to the list without any value; enter them, or empty the row",
    ),
    "problem.unknown-removal": (
        "{label:of}“从名单去掉”这一列写的是“{found}”；要去掉的选“去掉”，留着的空着",
        "{label:of}under Take out stands “{found}”; choose 去掉, or leave it empty",
    ),
    "problem.entry-no-reason": (
        "{label:of}改了却没有写理由；写上为什么改",
        "{label:of}it is corrected without a reason; say why",
    ),
    "problem.unknown-cause": (
        "{label:of}原因写的是“{found}”；从下拉里选：{expected}",
        "{label:of}the cause is “{found}”; choose one of {expected}",
    ),
    "problem.entry-same": (
        "{label:of}改后的值和原来一样，当作没有改",
        "{label:of}the new value is the old one: nothing is changed",
    ),
    "problem.entry-idle-reason": (
        "{label:of}写了理由，没有写改成什么：没有改",
        "{label:of}there is a reason, but no new value: nothing is changed",
    ),
    "problem.entry-other-rubric": (
        "填报表是按 {rubric} 的另一个版本做的；编号和种类没有变的事实照用",
        "the workbook was made for another version of {rubric}; facts of the same id and kind are taken over",
    ),
    "problem.entry-left-out": (
        "现在的细则里没有这 {count} 项，填的没有用：{facts}",
        "the rubric does not have {count:this fact|these facts} ({count}), so what was entered is not used: {facts}",
    ),
    "problem.entry-other-kind": (
        "{label:of}这一项的种类或单位变了，填的没有用；按现在的细则重填",
        "{label:of}the fact is of another kind or unit now, so what was entered is not used; enter it anew",
    ),
    "problem.entry-rows-gone": (
        "这 {count} 项的行不在表里了，算作缺报：{facts}",
        "the {count:row|rows} of {count} {count:fact is|facts are} gone, which {count:counts|count} as missing: {facts}",
    ),
    "problem.entry-stray": (
        "{count} 格不在填报表的列里，没有读：{cells}",
        "{count} {count:cell stands|cells stand} in no column of the form and {count:was|were} not read: {cells}",
    ),
    "problem.entry-sheet-strange": (
        "这张工作表不是填报表里的，没有读",
        "this sheet is not part of the form and was not read",
    ),
    "problem.entry-macros": (
        "工作簿里有宏，没有运行，也不用它",
        "the workbook has macros, which were not run",
    ),
    "problem.taken-text": (
        "{count} 格按文字存的数已读作数：{cells}",
        "{count} {count:number that is|numbers that are} kept as text {count:was|were} read as numbers: {cells}",
    ),
    "problem.taken-word": (
        "{count} 格的写法已按该填的读：{cells}",
        "{count} {count:cell|cells} written in another way {count:was|were} read as what is asked for: {cells}",
    ),
    "problem.taken-otherwise": (
        "{count} 处的写法已按该填的读：第 {lines} 行",
        "{count} {count:answer|answers} written in another way {count:was|were} read as what is asked for: line {lines}",
    ),
    "problem.taken-serial": (
        "{count} 格的数已读作日期或月份：{cells}",
        "{count} {count:number was|numbers were} read as dates or months: {cells}",
    ),
    "problem.taken-formula": (
        "{count} 格是公式，取它算出的值：{cells}",
        "{count} {count:cell has a formula|cells have formulas}, of which the value was taken: {cells}",
    ),
    "problem.written-score": (
        "{item:of}表里算出的是 {found} 分，按填的事实应为 {expected} 分",
        "{item:of}the workbook has {found}, the facts that are entered give {expected}",
    ),
    "problem.written-score-open": (
        "{item:of}表里算出的是 {found} 分，但事实没有填全，分数还定不下来",
        "{item:of}the workbook has {found}, but facts are missing on which the points rest",
    ),
}
