"""What can be wrong with a workbook that came back: it can't be opened, its seal is gone or broken, cells differ."""

SENTENCES = {
    "problem.not-a-workbook": (
        "这不是 .xlsx 工作簿；给出 kaohe 写成的工作簿",
        "this is no .xlsx workbook; give one that kaohe has written",
    ),
    "problem.workbook-old": (
        "这是旧格式的 .xls 工作簿；核对原来的 .xlsx，或用 Excel、WPS 另存为 .xlsx",
        "this is a workbook in the old .xls format; verify the original .xlsx, or save it as .xlsx in Excel or WPS",
    ),
    "problem.workbook-encrypted": (
        "这个工作簿设了打开密码；用 Excel 或 WPS 打开，去掉密码再保存",
        "this workbook needs a password; open it in Excel or WPS, remove the password and save it",
    ),
    "problem.workbook-broken": (
        "这个工作簿已损坏或不完整，打不开；请对方重新发送",
        "this workbook is damaged or cut short and can't be opened; ask for it again",
    ),
    "problem.workbook-too-large": (
        "这个工作簿太大：解压后超过 200 MB，或格子和文字比哪张表都多，不再打开",
        "this workbook is too large: over 200 MB when unpacked, or more cells and text than any form has; it is not opened",
    ),
    "problem.seal-missing": (
        "没有封签（隐藏工作表“kaohe”），无法核对：不是 kaohe 写成的，或封签被删去了；用事实文件重新打分对照",
        "there is no seal (the hidden sheet “kaohe”), so nothing can be verified: kaohe has not written it, or "
        "the seal was removed; score the indicator file again and compare",
    ),
    "problem.entries-not-sealed": (
        "这是填报表，不是评分结果，没有封签可核对；用 kaohe score 打分",
        "this is a workbook of entries, which has no seal and no scores of kaohe's; score it with kaohe score",
    ),
    "problem.seal-broken": (
        "封签里的事实被改过：摘要应为 {expected}，现在是 {found}；请对方重发原件，或用事实文件重新打分",
        "the sealed facts were altered: their digest should be {expected}, but it is {found}; ask for the original, or "
        "score the indicator file again",
    ),
    "problem.seal-unknown": (
        "封签的格式 {found} 这个版本的 kaohe 不认识；换用较新的版本核对",
        "this version of kaohe does not know the seal's format {found}; verify with a newer one",
    ),
    "problem.seal-unfit": (
        "封签里的事实和评分细则对不上，算不出得分（{detail}）；请对方重发原件",
        "the sealed facts do not fit the rubric and can't be scored ({detail}); ask for the original",
    ),
    "problem.other-rubric": (
        "打分用的评分细则 {rubric}（sha256 {expected}）这里没有，有的是 {found}；用 --rubric 给出当时的文件",
        "the rubric {rubric} that was used (sha256 {expected}) is not here; there are {found}; name its file with --rubric",
    ),
    "problem.other-version": (
        "由 kaohe {found} 写成，现在用 {expected} 重算",
        "written by kaohe {found}, computed anew with {expected}",
    ),
    "problem.sheet-missing": (
        "没有“{sheet}”这张工作表：被删去或改了名",
        "the sheet “{sheet}” is not there: it was removed or renamed",
    ),
    "problem.summary-of-others": (
        "--facts 给的文件算不出“{found}”，只有：{expected}",
        "the files given with --facts give no “{found}”, but: {expected}",
    ),
    "problem.summary-differs": (
        "{sheet}!{cell}：封存的是 {found}，文件给出的是 {expected}",
        "{sheet}!{cell}: sealed is {found}, the files give {expected}",
    ),
    "problem.summary-differs-more": (
        "还有 {count} 格和文件给出的不同",
        "{count} more {count:cell|cells} differ from what the files give",
    ),
    "problem.sheet-hidden": (
        "“{sheet}”这张工作表被隐藏了",
        "the sheet “{sheet}” was hidden",
    ),
    "problem.sheets-moved": (
        "工作表的次序改过：现在是 {found}，写成时是 {expected}",
        "the sheets were put into another order: {found}; they were written as {expected}",
    ),
    "problem.sheet-added": (
        "多出一张工作表“{sheet}”，不是 kaohe 写的，没有核对",
        "there is one more sheet, “{sheet}”, which kaohe has not written; it was not compared",
    ),
    "problem.sheet-added-hidden": (
        "多出一张隐藏的工作表“{sheet}”，不是 kaohe 写的，没有核对",
        "there is one more sheet, “{sheet}”, which is hidden and which kaohe has not written; it was not compared",
    ),
    "problem.rows-hidden": (
        "{sheet}：隐藏了行 {lines}；内容还在，打印和翻看时看不到",
        "{sheet}: rows are hidden: {lines}; what stands in them is neither seen nor printed",
    ),
    "problem.columns-hidden": (
        "{sheet}：隐藏了列 {lines}；内容还在，打印和翻看时看不到",
        "{sheet}: columns are hidden: {lines}; what stands in them is neither seen nor printed",
    ),
    "problem.comment-added": (
        "{sheet}!{cell}：加了批注“{found}”",
        "{sheet}!{cell}: a comment was added: “{found}”",
    ),
    "problem.score-changed": (
        "{where}：表中是 {found}，按事实应为 {expected}",
        "{where}: the sheet has {found}, the facts give {expected}",
    ),
    "problem.score-entered": (
        "{where}：手工填入 {found}，kaohe 没有算过这一阶段",
        "{where}: {found} was entered by hand; kaohe has not computed this stage",
    ),
    "problem.cell-changed": (
        "{where}：表中是 {found}，应为 {expected}",
        "{where}: the sheet has {found}, expected {expected}",
    ),
    "problem.formula-in-cell": (
        "{where}：表中是{found}，应为 {expected}",
        "{where}: the sheet has {found}, expected {expected}",
    ),
    "problem.form-moved": (
        "{sheet}：行列有增删（多 {added_rows} 行、少 {gone_rows} 行，多 {added_columns} 列、少 {gone_columns} 列），"
        "只核对了还找得到的行列",
        "{sheet}: lines were put in or taken out (rows {added_rows} more, {gone_rows} gone; columns {added_columns} more, "
        "{gone_columns} gone); only those that can still be found were compared",
    ),
    "problem.cells-added": (
        "{sheet}：原表没有内容的格子里，另有 {count} 格填了东西，不再一一列出",
        "{sheet}: {count} more {count:cell|cells} that were empty when it was written hold something, and are not listed one "
        "by one",
    ),
    "problem.row-gone": (
        "{sheet}：少了这一行：{found}",
        "{sheet}: this row is gone: {found}",
    ),
    "problem.item-gone": (
        "{sheet}：找不到 {title} 这一行，它的得分无法核对",
        "{sheet}: the row of {title} is gone, its scores can't be compared",
    ),
    "problem.no-facts-of-unit": (
        "--facts 给的文件里没有“{unit}”的，无法对照",
        "none of the files given with --facts is of “{unit}”",
    ),
    "problem.facts-differ": (
        "{stage}：{subject} 封签里是 {found}，文件里是 {expected}",
        "{stage}: {subject} is {found} in the seal, {expected} in the file",
    ),
    "problem.stages-differ": (
        "封签里有 {found}，文件给出的是 {expected}；把各阶段的文件都用 --facts 给出",
        "the seal has {found}, the files give {expected}; name the files of all stages with --facts",
    ),
    "problem.records-differ": (
        "事实相同，但评分细则、读法、酌情评定或改动的理由和文件里的不同：封签摘要 {found}，文件给出 {expected}",
        "the facts are the same, but rubric, readings, judgements or reasons are not those of the files: digest "
        "{found} in the seal, {expected} from the files",
    ),
}
