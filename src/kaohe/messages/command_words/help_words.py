"""What each command is for, and what its arguments and options ask."""

SENTENCES = {
    "command.help": (
        "按评分细则给考核表打分：每一分为什么扣，都说得清。",
        "Score official assessment forms from YAML rubrics; every lost point explained.",
    ),
    "command.help-score": ("给单位的指标文件打分", "Score units' indicator files"),
    "command.help-why": (
        "一个单位的一个子项目：每一分为什么扣，事实和各阶段的变动，其他读法，怎样才能得分",
        "one item of one unit: why each point was lost, its facts through the stages, other readings, what would help",
    ),
    "command.help-next": (
        "列出每项事实最少改多少就能加分",
        "List the smallest change of each fact that adds points",
    ),
    "command.help-validate": ("检查评分细则和指标文件", "Check rubrics and indicator files"),
    "command.help-batch": (
        "给一个文件夹或一个表里的所有单位打分并排名",
        "Score and rank all units of a folder or a table",
    ),
    "command.help-table": (
        "给一张大表里的所有单位打分：一行一个单位，几十万行也一次算完",
        "Score all units of a large table, one row a unit, hundreds of thousands at once",
    ),
    "command.help-diff": (
        "几个阶段、几个年度、几个单位，或两份细则：有何不同，各差多少分",
        "Stages, years, units, or two rubrics: how they differ, and by how many points",
    ),
    "command.help-evidence": (
        "佐证目录：编号、校验，哪些得分有佐证",
        "The files of evidence: numbered, hashed, and which points they show",
    ),
    "command.help-template": (
        "生成空白的 Excel 填报表，或带说明的指标文件，或表",
        "Write an empty workbook to fill in, an indicator file with comments, or a table",
    ),
    "command.help-convert": (
        "把填报表转成 YAML 文件，或把 YAML 文件转成填报表",
        "Make a YAML file of a workbook of entries, or a workbook of a YAML file",
    ),
    "command.help-draft": (
        "由官方考核表（.docx、.xlsx、.txt、.md）起草评分细则，没读懂的标作 todo",
        "Draft a rubric from an official form (.docx, .xlsx, .txt, .md); what is not understood becomes a todo",
    ),
    "command.help-check": (
        "逐字核对评分细则和官方考核表：名称、分值、目标要求、评分办法",
        "Compare a rubric with the official form to the letter: titles, points, targets, methods",
    ),
    "command.help-test": (
        "运行评分细则的例：事实该得多少分，是不是真得这么多；哪些规则没有一例走到",
        "Run a rubric's cases: whether facts give the points that they must, and which rules no case reaches",
    ),
    "command.metavar-test-paths": ("[路径]…", "[PATH]…"),
    "command.argument-test-paths": (
        "例的文件、文件夹、评分细则；默认当前文件夹",
        "files of cases, folders, rubrics; else the current folder",
    ),
    "command.option-test-format": ("text、json 或 junit", "text, json or junit"),
    "command.option-coverage": (
        "列出没有一例走到的规则、档次、条件、读法",
        "list what no case reaches: rules, bands, conditions, readings",
    ),
    "command.option-fail-under": (
        "走到的不足这个百分数，退出码为 1",
        "exit with 1 where less than this percentage is reached",
    ),
    "command.option-mutate": (
        "把评分细则逐处改动，看例能不能发现；列出没有一例发现的",
        "change the rubric in one thing after another and list what no case notices",
    ),
    "command.option-watch": ("文件一改就重新运行，按 Ctrl-C 结束", "run anew whenever a file changes; Ctrl-C ends it"),
    "command.help-cases": (
        "从评分细则的规则生成边界上的例：写成例的文件，或写成请业务负责人核对签字的 Excel 表",
        "Make a rubric's boundary cases, as a file of cases or as a workbook that whoever answers for the form signs",
    ),
    "command.option-cases-output": (
        "写到这个文件：.yaml 是例的文件，.xlsx 是请人核对签字的表；不写或写 - 为标准输出",
        "write to this file: .yaml for a file of cases, .xlsx for a workbook to be signed; - is standard output",
    ),
    "command.option-cases-item": (
        "只要这个子项目的例：编号、id 或名称；可以写几次",
        "only the cases of this item: number, id or title; may be given several times",
    ),
    "command.option-signed": (
        "把签了字的表里的例取回来，写成例的文件",
        "take the signed cases back from this workbook, as a file of cases",
    ),
    "command.metavar-form": ("考核表", "FORM"),
    "command.argument-form": ("官方考核表：.docx、.xlsx、.txt、.md", "the official form: .docx, .xlsx, .txt, .md"),
    "command.option-draft-output": (
        "写到这个 .yaml 文件；- 为标准输出",
        "write to this .yaml file; - is standard output",
    ),
    "command.help-explain": ("用白话说明每条规则", "Say in plain words what each rule does"),
    "command.help-schema": ("输出 JSON Schema，供编辑器补全", "Print the JSON Schema for editors"),
    "command.help-sql": (
        "把评分细则写成一条 SQL 查询，给数据仓库用",
        "Write a rubric as one SQL query, for facts in a warehouse",
    ),
    "command.option-dialect": ("duckdb、spark 或 trino", "duckdb, spark or trino"),
    "command.option-sql-table": ("单位表的名称，默认 facts", "name of the table of units, facts if left out"),
    "command.option-sql-members": (
        "名单的成员在哪张表：子项目.事实=表名；可以写几次",
        "the table of a list's members: ITEM.FACT=TABLE; repeatable",
    ),
    "command.option-sql-output": ("写到这个 .sql 文件；- 为标准输出", "write to this .sql file; - is standard output"),
    "command.help-lsp": (
        "语言服务器：编辑器用它检查、补全、说明评分细则和指标文件",
        "Language server: checks, completes and explains rubrics and units' files in an editor",
    ),
    "command.option-stdio": (
        "经标准输入输出对话：本来就是这样，有的编辑器一定要写",
        "speak over standard input and output, as it does anyway: some editors insist on saying so",
    ),
    "command.help-rubrics": ("列出随附的评分细则", "List the rubrics that are shipped"),
    "command.metavar-files": ("文件", "FILES"),
    "command.metavar-diff-files": ("文件", "FILES"),
    "command.metavar-unit-files": ("文件", "FILES"),
    "command.metavar-paths": ("路径", "PATHS"),
    "command.metavar-folder": ("文件夹", "FOLDER"),
    "command.metavar-rubric": ("评分细则", "RUBRIC"),
    "command.metavar-schema-rubric": ("评分细则", "RUBRIC"),
    "command.metavar-item": ("子项目", "ITEM"),
    "command.argument-files": ("指标文件；- 为标准输入", "indicator files; - is standard input"),
    "command.argument-diff-files": (
        "指标文件；或两份细则，先旧后新；- 为标准输入",
        "indicator files, or two rubrics, the old one first; - is standard input",
    ),
    "command.argument-unit-files": (
        "一个单位的指标文件和后面各阶段的文件；- 为标准输入",
        "one unit's indicator file and those of its later stages; - is standard input",
    ),
    "command.argument-paths": ("文件或文件夹；- 为标准输入", "files or folders; - is standard input"),
    "command.argument-folder": (
        "存放各单位指标文件的文件夹，或一个 .csv、.xlsx 表，一行一个单位",
        "the folder of the units' files, or a .csv or .xlsx table, a row each",
    ),
    "command.metavar-converted": ("文件", "FILE"),
    "command.argument-converted": (
        "填报表（.xlsx），或指标文件（.yaml）",
        "a workbook (.xlsx), or an indicator file (.yaml)",
    ),
    "command.argument-rubric": ("随附的编号，或 .yaml 文件", "a shipped id, or a .yaml file"),
    "command.argument-schema-rubric": (
        "给出则输出其指标文件的模式，不给则输出评分细则的模式",
        "given: the schema of its indicator files; left out: the schema of rubrics",
    ),
    "command.argument-item": (
        "子项目的编号（1.5）、标识或名称中的字",
        "an item's number (1.5), id, or words of its title",
    ),
    "command.option-version": ("显示版本", "Show the version"),
    "command.option-output": (
        "写到文件，格式随后缀；- 为标准输出",
        "write to a file, format by suffix; - is standard output",
    ),
    "command.option-convert-output": ("写到这个 .yaml 或 .xlsx 文件", "write to this .yaml or .xlsx file"),
    "command.option-convert-of": (
        "前面各阶段的文件；后一阶段的 YAML 转成填报表时要用",
        "files of the stages before, which a later stage's workbook shows",
    ),
    "command.option-convert-parameters": (
        "各单位共用的数，写进填报表给人看",
        "facts common to all units, to be shown in the workbook",
    ),
    "command.option-template-output": (
        "写到 .xlsx 填报表、.yaml 文件，或 .csv 表（一行一个单位）；- 为标准输出",
        "write to an .xlsx workbook, a .yaml file, or a .csv table (a row for each unit); - is standard output",
    ),
    "command.option-template-stage": (
        "给哪个阶段的评分人填（如 preliminary），要同时给 --of",
        "the stage whose reviewer fills it in (e.g. preliminary); needs --of",
    ),
    "command.option-template-of": (
        "单位已报的文件，几个就写几次 --of",
        "a file that the unit has handed in; repeat --of for each",
    ),
    "command.option-labels": (
        "表的列名用指标名称，不用编号",
        "name a table's columns by labels instead of ids",
    ),
    "command.argument-fact-table": (
        "各单位的指标表（.parquet、.csv、.xlsx），一行一个单位",
        "A table of units' facts (.parquet, .csv, .xlsx), one row a unit",
    ),
    "command.metavar-fact-table": ("指标表", "FACTS"),
    "command.option-table-output": (
        "得分表写到哪里（.parquet 或 .csv）；不写的，只看前几行",
        "Where the table of scores goes (.parquet or .csv); without it the first rows are shown",
    ),
    "command.option-table-rubric": (
        "表里没有 rubric 一列时，用哪份细则",
        "The rubric, where the table has no column of that name",
    ),
    "command.option-keep": (
        "和细则无关、照样带到得分表里的一列，如所属县；可写几次",
        "A column that has nothing to do with the rubric and goes into the scores as it is, as a county; repeatable",
    ),
    "command.option-ranks": (
        "加上名次：在全部单位里排第几（有缺报的，说最好、最差第几）",
        "Add places among all units (the best and the worst possible one where facts are missing)",
    ),
    "command.option-within": (
        "名次只在这一列相同的单位里排，如所属县",
        "Places are counted among units with the same in this column, as a county",
    ),
    "command.option-describe": (
        "列出各项得分的分布：多少单位已定，最低、中位、最高、平均",
        "Show how scores spread: how many are decided, least, median, greatest, mean",
    ),
    "command.option-table-ledger": (
        "每条规则应扣（应得）、实扣（实得）各一列",
        "A column for what is due by each rule, and one for what is applied",
    ),
    "command.option-table-explain": (
        "不算，只说打算怎么算：几列、几步，哪些行要单独打分",
        "Say how the table would be scored: columns, steps, which rows go by themselves",
    ),
    "command.option-engine": (
        "用哪个引擎算：polars（缺省）、duckdb、spark；后两个只读写 Parquet",
        "The engine: polars (the default), duckdb or spark; these two read and write Parquet alone",
    ),
    "command.option-limit": ("只算前几行", "Only so many of the first rows"),
    "command.option-where": ("只算这个单位；可写几次", "Only this unit; repeatable"),
    "command.option-table-schema": (
        "后面写细则：列出指标表可有哪些列，各是什么类型",
        "Given a rubric: list the columns that a table of facts may have, and their types",
    ),
    "command.option-example": (
        "后面写细则：编一张这么多单位的指标表，写到 -o",
        "Given a rubric: make up a table of so many units, written to -o",
    ),
    "command.option-from-folder": (
        "后面写文件夹：把里面各单位的指标文件并成一张指标表，写到 -o",
        "Given a folder: put its units' files into one table of facts, written to -o",
    ),
    "command.option-table-members": (
        "一个名单的成员表（.parquet、.csv、.xlsx），一行一个成员：子项目.事实=文件；可写几次",
        "The table of a list's members (.parquet, .csv, .xlsx), one row a member: ITEM.FACT=FILE; repeatable",
    ),
    "command.option-table-to": (
        "不打分：每行写成这个单位的指标文件（.yaml），放进这个空文件夹",
        "Do not score: write each row as its unit's indicator file (.yaml) into this empty folder",
    ),
    "command.option-bounds": (
        "有缺报的，另列最低、最高可得多少分",
        "Say between what scores lie where facts are missing",
    ),
    "command.option-batch-output": (
        "结果文件夹，或一个 .csv、.xlsx、.html 文件",
        "a folder for the results, or one .csv, .xlsx or .html file",
    ),
    "command.option-format": (
        "terminal、json、markdown、csv、xlsx 或 html",
        "terminal, json, markdown, csv, xlsx or html",
    ),
    "command.option-list-format": ("terminal、json、markdown、csv 或 xlsx", "terminal, json, markdown, csv or xlsx"),
    "command.option-diff-format": (
        "terminal、json、markdown、csv 或 xlsx；两份细则还有 html",
        "terminal, json, markdown, csv or xlsx; of two rubrics html too",
    ),
    "command.option-diff-facts": (
        "比较两份细则时：各单位的指标文件或文件夹，算出每个单位各差多少分",
        "of two rubrics: units' files or their folder; by how many points each unit moves, and by which clause",
    ),
    "command.option-score-rubric": (
        "用另一份细则计分：编号或路径；意思相同的事实沿用",
        "score by another rubric: its id or path; facts that mean the same are taken over",
    ),
    "command.option-sheet-format": ("各单位评分表的格式", "format of the units' sheets"),
    "command.option-findings-format": (
        "text、json、github 或 sarif、gitlab、junit",
        "text, json, github, sarif, gitlab or junit",
    ),
    "command.option-select": (
        "只说这些代号（或开头）的问题",
        "tell only findings with these codes, or beginning so; repeatable",
    ),
    "command.option-ignore": (
        "不说这些；是错误的 score 照样不打分",
        "tell none of these; an error, told or not, lets nothing be scored",
    ),
    "command.option-findings-strict": (
        "有警告也以 1 退出，说明过的除外",
        "exit with 1 on warnings too, but for those that are explained",
    ),
    "command.option-statistics": ("只数每种有几个", "only count the findings of each kind"),
    "command.option-exit-zero": (
        "有问题也以 0 退出，除非读不了文件",
        "exit with 0 in spite of findings; with 2 still where a file can't be read",
    ),
    "command.option-stdin-name": ("标准输入算哪个文件", "the file that standard input stands for"),
    "command.option-code": (
        "说明一种问题，如 number-not-in-rule",
        "explain a kind of problem, e.g. number-not-in-rule",
    ),
    "command.option-rule": ("说明一种规则，如 steps", "explain a type of rule, e.g. steps"),
    "command.option-reading": ("换一种读法，可重复", "take another reading; repeatable"),
    "command.option-parameters": ("各单位共用的参数文件", "a file of parameters common to all units"),
    "command.option-roster": (
        "单位名单；不写则用文件夹里的 units.yaml、units.csv 或 units.xlsx",
        "the roster; else units.yaml, units.csv or units.xlsx in the folder",
    ),
    "command.option-schema-cases": ("这张表的例的模式", "the schema of the rubric's cases"),
    "command.option-schema-roster": ("这张表的单位名单的模式", "the schema of the rubric's rosters"),
    "command.option-record": (
        "登记佐证现在的摘要，以后可查变动",
        "record the files' digests, to see later what changed",
    ),
    "command.option-arithmetic": (
        "在每个扣分原因后面写出算式（终端、Markdown；其他格式总有）",
        "add the arithmetic to each reason (terminal and Markdown; other formats have it anyway)",
    ),
    "command.option-complete": ("有缺报的事实即以 1 退出", "exit with 1 where a fact is missing"),
    "command.option-fix": ("先改好没有疑问的写法，再查", "first mend in the files what leaves no doubt"),
    "command.option-mends-shown": ("只看会改什么，不写文件", "show what would be mended, write nothing"),
    "command.option-changed": ("只给改动的文件，连带的也查", "of changed files, check what rests on them too"),
    "command.option-strict": (
        "有可疑的数，或工作簿里算出的得分和按事实算的不同，即以 1 退出",
        "exit with 1 where numbers are doubtful, or points that stand in a workbook are not those that its facts give",
    ),
    "command.option-before": (
        "和上年文件（夹）比，找可疑的数",
        "last year's file or folder, to find numbers that can hardly be so beside it",
    ),
    "command.option-processes": ("进程数；0 为处理器数", "number of processes; 0: one a processor"),
    "command.option-quiet": ("不显示提示", "no notices"),
    "command.option-lang": ("语言", "language"),
    "command.help-verify": (
        "核对工作簿、归档里的得分有没有被改过",
        "Find out whether scores in a workbook or an archive were changed",
    ),
    "command.metavar-workbooks": ("工作簿或归档", "FILES"),
    "command.argument-workbooks": (
        "kaohe 写成的 .xlsx，或 kaohe close 写成的 .zip；.zip 后面可以跟文件夹，看归档以后改了什么",
        ".xlsx files that kaohe has written, or a .zip of kaohe close, and after it a folder: what has changed there since",
    ),
    "command.option-log": (
        "把这次运行说的话也记到这个文件里，接在以前的后面",
        "keep all that the run says in this file too, after what earlier runs have said",
    ),
    "command.option-verify-rubric": (
        "打分所用的评分细则，没有随附时给出；可重复",
        "the rubric that was used, where it is not shipped; repeatable",
    ),
    "command.option-facts": ("再和指标文件里的事实对照；可重复", "compare with indicator files too; repeatable"),
    "command.option-verify-format": ("text 或 json", "text or json"),
    "command.help-close": (
        "一个阶段定稿归档：细则、参数、全部文件和结果收进一个 .zip，多年以后还能核验",
        "Close a stage: rubric, parameters, all files and results in one .zip that can be verified years later",
    ),
    "command.option-close-output": ("归档写到哪个 .zip 文件", "the .zip file to write"),
    "command.option-close-stage": ("哪一阶段，不写就是最后一个", "which stage; the last one if not given"),
    "command.option-close-outputs": (
        "batch 写成的文件夹：里面的结果有人改过、或不是现在这些文件算出来的，就不归档",
        "a folder that batch has written: nothing is closed where a result in it was changed or is of earlier files",
    ),
    "command.option-with-evidence": ("佐证文件也收进去", "put the files of evidence in too"),
    "command.help-extract": (
        "一个单位的评分表、扣分原因和各阶段改动，不带别的单位",
        "One unit's sheet, reasons and changes, without the others",
    ),
    "command.option-extract-output": ("写到哪个 .xlsx 或 .html 文件", "the .xlsx or .html file to write"),
    "command.option-unit": ("哪个单位", "which unit"),
    "command.help-announce": (
        "公示名单：名次、单位、得分、等次，没有事实和原因",
        "The public list: ranks, units, scores, grades; no facts, no reasons",
    ),
    "command.option-sections": ("各项目也各列一张", "a list for each section too"),
}
