"""What stands above a query in a comment."""

SENTENCES = {
    "command.sql-title": (
        "{title}（{rubric}）的算分查询，由 kaohe {version} 写出",
        "scores of {title} ({rubric}), written by kaohe {version}",
    ),
    "command.sql-sha256": ("细则的 SHA-256：{sha256}", "SHA-256 of the rubric: {sha256}"),
    "command.sql-units": (
        "表 {table}：一行一个单位，要有这些列，没有报的是 NULL",
        "table {table}: a row a unit, with these columns; NULL is not reported",
    ),
    "command.sql-members": (
        "表 {table}：“{label}”一行一个成员，要有这些列",
        "table {table}: a row a member of “{label}”, with these columns",
    ),
    "command.sql-types": (
        "小数用 DECIMAL，位数可以不同；DOUBLE 按最近的小数取，多出的小数算作读不了；.percent 的列写百分之几，86.5 就是 86.5%",
        "decimals are DECIMAL of any scale; a DOUBLE is taken as the nearest decimal, and refused where it has more places; "
        "columns .percent count percents, 86.5 for 86.5%",
    ),
    "command.sql-out": (
        "出来的列：{columns}；再是每一部分的得分、最低、最高：X、X.low、X.high",
        "columns that come out: {columns}; then of each part its score, lowest and highest: X, X.low, X.high",
    ),
    "command.sql-parts": ("各部分 X：{parts}", "parts X: {parts}"),
    "command.sql-over-all": (
        "各单位比出来的数，空着的由查询在全表上算，写了的照用；有一行读不了，就都待定：{names}",
        "taken over all units where their columns are NULL, kept where they are not; open where a row can't be taken: {names}",
    ),
    "command.sql-given": (
        "各单位比出来的数，查询算不准（各单位的分母不同，或要看评定的理由），要在上面的列里写好：{names}",
        "over all units, but no query takes these (divisors differ, or reasons count): give them in the columns above: {names}",
    ),
    "command.sql-grades": (
        "等次的编号 X.grade，待定的是 NULL：{parts}",
        "ids of grades X.grade, NULL while open: {parts}",
    ),
    "command.sql-ungraded": (
        "按名额、名次定的等次不在查询里，用 kaohe table 或 batch：{parts}",
        "grades that places decide are not in the query, use kaohe table or batch: {parts}",
    ),
    "command.sql-ranks": (
        "总分和各项目的名次 X.rank，最好、最差第几 X.rank.best、X.rank.worst；同分同名次",
        "places of the whole and of sections, X.rank, the best and the worst, X.rank.best, X.rank.worst; ties share one",
    ),
    "command.sql-ranks-within": (
        "总分和各项目在同一“{within}”里的名次 X.rank，最好、最差第几 X.rank.best、X.rank.worst；同分同名次，“{within}”空着的没有名次",
        "places of the whole and of sections among those of one “{within}”, X.rank, the best and the worst, X.rank.best, "
        "X.rank.worst; ties share one, and who has no “{within}” has none",
    ),
    "command.sql-order": (
        "state：decided 得分已定，open 有缺报，not_scored 不计分，problem 没有算，problem 列写着读不了的列；行没有次序",
        "state: decided, open where facts are missing, not_scored, or problem: nothing computed, as the columns named in "
        "problem can't be taken; rows are in no order",
    ),
    "command.sql-unit": ("单位名称，不重复", "name of the unit, each once"),
    "command.sql-member": ("成员名称，一个单位里不重复", "name of the member, each once in a unit"),
    "command.sql-year": ("年度", "year"),
    "command.sql-number": (
        "“{label}”的成员数：没有成员是 0，没有报是 NULL",
        "how many members “{label}” has: 0 for none, NULL for not reported",
    ),
    "command.sql-gone": ("TRUE 是不适用", "TRUE: does not apply"),
}
