"""What can be wrong in a table of facts, one row a unit."""

SENTENCES: dict[str, tuple[str, str]] = {
    "problem.table-quotes": (
        "这一行的双引号没有配对；格子里有逗号、换行或双引号的，整格用双引号括起来，里面的双引号写两个",
        "a quote in this row has no partner; quote a cell with a comma, a line end or a quote in it, and double the quotes inside",
    ),
    "problem.table-empty": (
        "表里没有单位；第一行是列名，下面一行一个单位，空白的表用 kaohe template 细则 -o 表.csv 生成",
        "there is no unit in the table: column names stand in the first row, a unit in each row below; kaohe template RUBRIC -o TABLE.csv makes a blank one",
    ),
    "problem.table-sheets": (
        "{sheets} 都像是报送的表；一本工作簿只放一张，分成几本",
        "{sheets} all look like tables of facts; keep one in a workbook",
    ),
    "problem.table-of-scores": (
        "这是 kaohe 写出的结果，不是报送的表",
        "these are results that kaohe has written, not a table of facts",
    ),
    "problem.table-without-rubric": (
        "第一行没有“rubric”（评分细则）这一列；加上这一列，每行写细则的编号，如 jiangsu-employment-2011",
        "the first row has no column “rubric”; add one with the rubric's id in every row, like jiangsu-employment-2011",
    ),
    "problem.table-without-unit": (
        "第一行没有“unit”（单位）这一列；加上这一列，每行写单位名称",
        "the first row has no column “unit”; add one with the unit's name in every row",
    ),
    "problem.unknown-column": (
        "细则里没有“{found}”这一列（列名见 kaohe template {rubric} -o 表.csv）{nearest:hint}",
        "the rubric has no column “{found}” (kaohe template {rubric} -o TABLE.csv names them){nearest:hint}",
    ),
    "problem.column-of-list": (
        "“{found}”（{label}）是名单，一格里写不下；有名单的单位用 YAML 文件报送；kaohe table 可用 --members 另写成员表",
        "“{found}” ({label}) is a list, which no cell can hold; a unit that reports it needs a YAML file; kaohe table takes members from a table of their own with --members",
    ),
    "problem.column-twice": (
        "“{found}”和第 {first} 列是同一项；请只留一列",
        "“{found}” is about the same as column {first}; keep one of them",
    ),
    "problem.cell-without-column": (
        "“{found}”这一格上面没有列名；写上列名，或删去这一格",
        "no column name stands above “{found}”; write one, or delete the cell",
    ),
    "problem.row-twice": (
        "“{unit}”这个阶段不止一行，另见第 {others} 行；请只留一行",
        "“{unit}” has more than one row for this stage, see also {others}; keep one",
    ),
}
