"""What can be wrong where many units are scored as the rows of one table."""

SENTENCES: dict[str, tuple[str, str]] = {
    "problem.no-columns": (
        "大表要用 Polars 来算，这里没有装；请运行：pip install 'kaohe[columns]'",
        "large tables are computed with Polars, which is not installed; run: pip install 'kaohe[columns]'",
    ),
    "problem.rubric-in-table": (
        "{found} 里已有 rubric（评分细则）一列；去掉 --rubric，或去掉这一列",
        "{found} has a column “rubric” already; leave out --rubric, or that column",
    ),
    "problem.limit-expected": (
        "只算 {found} 行不行，应是 1、2……，或 0（全部）",
        "--limit {found} won't do; give 1, 2, …, or 0 for all",
    ),
    "problem.table-target": (
        "要用 -o 写明表写到哪里（.parquet 或 .csv）",
        "say with -o where the table goes (.parquet or .csv)",
    ),
    "problem.files-alone": (
        "--to 只写各单位的指标文件；得分、名次、分布、台账另运行一次",
        "--to writes units' files alone; ask for scores, places, spreads, ledgers in a run of its own",
    ),
    "problem.one-at-a-time": (
        "这几个选项一次只用一个：{names}",
        "use one of these in a run: {names}",
    ),
    "problem.option-ignored": (
        "{made} 不打分，用不上这些：{names}；去掉它们，或另运行一次",
        "of no use with {made}, by which nothing is scored: {names}; leave it out, or ask for it in a run of its own",
    ),
    "problem.folder-unnamed": (
        "--to 后面没有写文件夹；要写到当前文件夹，写 --to .",
        "--to names no folder; for the current one write --to .",
    ),
    "problem.one-file-for-two": (
        "“{found}”要写两张表；指标表和各名单的成员表各用一个文件名",
        "two tables would go to “{found}”; name a file of its own for the facts and for each list",
    ),
    "problem.folder-filled": (
        "“{folder}”里已有“{found}”等文件；各单位的文件要写到空文件夹里（可有 parameters.yaml 和单位名单）",
        "“{folder}” holds “{found}” already; units' files go into an empty folder (it may have parameters.yaml and a roster)",
    ),
    "problem.two-rubrics-in-table": (
        "文件夹里的单位用了几份细则（{names}），一张表只能是一份；分几个文件夹",
        "the folder's units are scored by several rubrics ({names}), a table by one; use a folder for each",
    ),
    "problem.unknown-engine": ("没有“{found}”这个引擎；可用：{known}", "unknown engine “{found}”; use one of: {known}"),
    "problem.engine-wants": (
        "用 {engine} 计算，要用 --rubric 写明细则，用 -o 写明得分表写到哪里",
        "to compute with {engine}, name the rubric with --rubric and the table of scores with -o",
    ),
    "problem.engine-scores-alone": (
        "{engine} 只算得分、最低、最高、等次、名次；分布、台账、只算几行、不写最低最高、参数文件要用 polars",
        "{engine} gives scores, bounds, grades and places; spreads, ledgers, some rows, no bounds, parameters need polars",
    ),
    "problem.engine-and-given-facts": (
        "{path} 里有各单位共用的数，{engine} 不读；把它们写成表里的列，或用 polars",
        "{path} gives facts of units, which {engine} does not read; make them columns of the table, or use polars",
    ),
    "problem.engine-over-all": (
        "{names} 是各单位的平均、合计等，查询算不准（每个单位的分母不同，或要看评定的理由）；写成表里的列，或用 polars",
        "{names}: a query takes no such mean or sum over all units (each has a divisor of its own, or reasons count); "
        "make it a column of the table, or use polars",
    ),
    "problem.peers-of-several": (
        "细则拿各单位来比，表里却有几个年度或几个阶段的行；每个年度、每个阶段各用一张表",
        "the rubric compares units, and the table is about several years or stages; use a table for each",
    ),
    "problem.no-peers-in-table": (
        "细则里有一项要拿各单位来比，数太大或要看理由，大表算不了；请用 kaohe batch",
        "the rubric compares units by what is too large, or needs reasons, for a table; use kaohe batch",
    ),
    "problem.table-unread": (
        "{found} 读不下去：要么没有写完整，要么各行的格数不一；重新存一次再试（{detail}）",
        "{found} can't be read to its end: it is damaged, or its rows differ in length; save it again ({detail})",
    ),
    "problem.keep-unknown": (
        "{path} 里没有“{found}”这一列{nearest:hint}",
        "{path} has no column “{found}”{nearest:hint}",
    ),
    "problem.keep-taken": (
        "“{found}”是细则里的事实，或和得分表自己的列重名，不能用 --keep、--within 带过去；改一个列名",
        "“{found}” is a fact of the rubric or called like a column of scores, and can't be kept; give it another name",
    ),
    "problem.keep-nested": (
        "“{found}”一列里是名单或字节，CSV 装不下；{target} 改成 .parquet，或不带这一列",
        "“{found}” holds lists or bytes, which no CSV does; make {target} a .parquet, or leave it out",
    ),
    "problem.unit-not-in-table": (
        "表里没有单位“{found}”",
        "no row of the table is about “{found}”",
    ),
    "problem.list-column": (
        "“{found}”（{label}）是名单，这一列的类型应是 LIST(STRUCT(member, …))，写法见 kaohe table --schema",
        "“{found}” ({label}) is a list, so its column is of type LIST(STRUCT(member, …)); see kaohe table --schema",
    ),
    "problem.another-rubric-in-table": (
        "这一行写的是“{found}”，前面的行是“{expected}”；一张表只按一份细则打分，分成几张",
        "this row names “{found}”, those before it “{expected}”; a table is scored by one rubric, so make it several",
    ),
    "problem.gone-and-reported": (
        "“{label}”写了不适用，又报了数；只留一样",
        "“{label}” is said not to apply and is reported as well; keep one",
    ),
    "problem.lists-in-csv": (
        "这些名单 CSV 装不下：{names}；表写成 .parquet，或用 {option} 把成员另写一张表",
        "no CSV holds these lists: {names}; write a .parquet, or members to a table of their own with {option}",
    ),
    "problem.members-malformed": (
        "--members 写作 子项目.事实=文件，“{found}”不是",
        "--members is ITEM.FACT=FILE, which “{found}” is not",
    ),
    "problem.members-of-no-list": (
        "--members：细则里没有“{found}”这个名单，有的是：{known}",
        "--members: the rubric has no list “{found}”; it has: {known}",
    ),
    "problem.members-twice": (
        "名单“{found}”的成员写在两处；只留一处",
        "the members of the list “{found}” stand in two places; keep one",
    ),
    "problem.members-without": (
        "成员表没有这些列：{names}；一行一个成员，要有 unit（单位）、member（成员）和各字段的列",
        "the table of members lacks columns: {names}; it has a row for each, with unit, member and a column for each field",
    ),
    "problem.member-column": (
        "名单“{label}”的成员没有“{found}”这一项，列名见 kaohe table --schema{nearest:hint}",
        "members of the list “{label}” have no “{found}”; kaohe table --schema names their columns{nearest:hint}",
    ),
    "problem.members-of-which": (
        "“{unit}”在指标表里有几行，这些成员是哪一行的，看不出来；成员表也要有这些列：{names}",
        "“{unit}” has several rows in the table of facts, and nothing says of which these members are; add columns: {names}",
    ),
    "problem.member-without-unit": (
        "这一行没有写是哪个单位的成员",
        "the row does not say of which unit it is a member",
    ),
    "problem.member-of-stranger": (
        "指标表里没有单位“{found}”，成员表里有它的 {count} 行",
        "the table of facts has no unit “{found}”, of which this table has {count} {count:row|rows}",
    ),
    "problem.member-nameless": (
        "这个成员没有名称；写上名称，或删去这一行",
        "the member has no name; write one, or delete the row",
    ),
    "problem.member-row-twice": (
        "这个单位的成员“{found}”已在第 {other} 行；只留一行",
        "the unit's member “{found}” stands in row {other} already; keep one",
    ),
    "problem.members-miscounted": (
        "“{label}”写的成员数是 {found}，{path} 里有 {count} 个；两边改成一样，没有的写 0",
        "“{label}” says {found} {found:member|members}, {path} has {count}; make them agree, with 0 for none",
    ),
    "problem.members-alike": (
        "名单“{label}”里有两个成员同名，或有一个没有名称；各写一个名称",
        "the list “{label}” has two members of one name, or one without a name; give each its own",
    ),
    "problem.no-engine": (
        "用 {engine} 计算要有 {package}，这里没有装；请运行：pip install 'kaohe[cluster]'",
        "{engine} computes by the package {package}, which is not installed; run: pip install 'kaohe[cluster]'",
    ),
    "problem.unknown-dialect": (
        "没有“{found}”这种 SQL；可用：{known}",
        "there is no SQL of “{found}”; known: {known}",
    ),
    "problem.too-large-for-columns": (
        "细则“{rubric}”里有的数，127 位的整数也装不下，或可能不适用的事实太多，一条查询算不准；用 kaohe table 或 batch",
        "the rubric “{rubric}” makes numbers of more than 127 bits, or leaves open whether too many facts apply, so that no query is exact; use kaohe table or batch",
    ),
    "problem.no-such-list": (
        "--members 写作 名单=表名，“{found}”不是；这份细则的名单：{known}",
        "--members is LIST=TABLE, which “{found}” is not; lists of this rubric: {known}",
    ),
    "problem.no-table-name": (
        "“{found}”不是表名；写 表、库.表 或 目录.库.表",
        "“{found}” is no name of a table; write table, schema.table or catalog.schema.table",
    ),
    "problem.strange-columns": (
        "{path} 里这些列没有、不认得，或类型不对：{names}；要哪些列、什么类型，见 kaohe sql 打印的说明",
        "{path} lacks these columns, or has some that are not known or of another type: {names}; kaohe sql prints "
        "which are expected",
    ),
}
