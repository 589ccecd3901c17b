"""What is said of an official form: where a row stands, what its columns are."""

SENTENCES = {
    "printed.table": ("第 {holder} 个表第 {number} 行", "row {number} of table {holder}"),
    "printed.sheet": ("工作表“{holder}”第 {number} 行", "row {number} of the sheet “{holder}”"),
    "printed.line": ("第 {number} 行", "line {number}"),
    "printed.column": ("第 {number} 栏", "column {number}"),
    "printed.title": ("名称", "title"),
    "printed.target": ("目标要求", "target"),
    "printed.method": ("评分办法", "method"),
}
