"""What can't be done as it was asked for."""

SENTENCES = {
    "problem.unknown-reading": ("没有“{found}”这处读法{nearest:hint}", "no reading “{found}”{nearest:hint}"),
    "problem.unknown-alternative": (
        "读法“{reading}”没有“{found}”这个选项，可选：{known}",
        "reading “{reading}” has no option “{found}”; there are: {known}",
    ),
    "problem.malformed-choice": (
        "“{found}”看不懂，应写成 --reading 子项目.读法=选项",
        "can't read “{found}”; write --reading ITEM.READING=OPTION",
    ),
    "problem.choice-twice": (
        "读法“{found}”给了两次，且不相同",
        "reading “{found}” is given twice, differently",
    ),
    "problem.unknown-format": (
        "没有“{found}”这种格式，可用：{known}",
        "no format “{found}”; there are: {known}",
    ),
    "problem.unknown-code": (
        "没有“{found}”这个问题代号，也没有以它开头的{nearest:hint}；全部代号见 docs/problems.md",
        "no finding has the code “{found}”, nor one that begins so{nearest:hint}; docs/problems.md lists all",
    ),
    "problem.settings-twice": (
        "设置写在两处：{path} 和 {other} 的 [tool.kaohe]；只留一处",
        "there are two settings: {path} and [tool.kaohe] of {other}; keep one",
    ),
    "problem.settings-broken": (
        "设置文件 {path} 读不懂，改正后再运行（{detail}）",
        "can't read the settings in {path}; mend them and run again ({detail})",
    ),
    "problem.unknown-setting": (
        "{path}：没有“{found}”这一项设置{nearest:hint}；可以设的：{known}",
        "{path}: no setting “{found}”{nearest:hint}; there are: {known}",
    ),
    "problem.setting-switch": (
        "{path}：{key} 写的是“{found}”，应是 true 或 false",
        "{path}: {key} is “{found}”, expected true or false",
    ),
    "problem.setting-text": (
        "{path}：{key} 写的是“{found}”，应是带引号的文字",
        "{path}: {key} is “{found}”, expected a text in quotes",
    ),
    "problem.setting-texts": (
        '{path}：{key} 写的是“{found}”，应是代号的列表，如 ["doubt", "unused-indicator"]',
        '{path}: {key} is “{found}”, expected a list of codes like ["doubt", "unused-indicator"]',
    ),
    "problem.stdin-name-alone": (
        "--stdin-name 是标准输入的名称，要同时给出路径 -",
        "--stdin-name names standard input; give the path - too",
    ),
    "problem.stdin-name-suffix": (
        "标准输入只能是评分细则或指标文件，“{found}”不是；名称以 {known} 结尾",
        "standard input can only be a rubric or an indicator file, and “{found}” is none; end the name in {known}",
    ),
    "problem.statistics-format": (
        "--statistics 只用于 {known} 格式，不用于 {found}",
        "--statistics goes with {known}, not with {found}",
    ),
    "problem.mend-stdin": (
        "标准输入不能用 --fix 或 --diff：没有文件可改",
        "--fix and --diff can't be used with standard input: there is no file to mend",
    ),
    "problem.changed-meanwhile": (
        "{path} 刚刚被别人改过，没有写；请再运行一次",
        "{path} was changed by somebody meanwhile and is left as it is; run this again",
    ),
    "problem.unknown-suffix": (
        "从“{found}”的后缀看不出格式；后缀可用 {known}，或用 --format 指明",
        "the suffix of “{found}” names no format; use one of {known}, or --format",
    ),
    "problem.one-sheet-a-workbook": (
        "一个工作簿只放一个单位的评分表；多个单位请用 kaohe batch",
        "a workbook holds one unit's sheet; for several units use kaohe batch",
    ),
    "problem.workbook-needs-file": (
        "工作簿要写到文件：加上 -o 文件.xlsx",
        "a workbook needs a file: add -o FILE.xlsx",
    ),
    "problem.file-expected": ("“{found}”是文件夹，结果要写成文件", "“{found}” is a folder; the result needs a file"),
    "problem.no-such-folder": (
        "写不了“{found}”：没有文件夹“{folder}”",
        "can't write “{found}”: there is no folder “{folder}”",
    ),
    "problem.processes-expected": (
        "进程数 {found} 不行，应是 1、2……，或 0（处理器数）",
        "{found} processes won't do; give 1, 2, …, or 0 for one a processor",
    ),
    "problem.folder-expected": ("“{found}”不是文件夹", "“{found}” is not a folder"),
    "problem.folder-or-table-expected": (
        "“{found}”不是文件夹，也不是 .csv 或 .xlsx 表",
        "“{found}” is neither a folder nor a .csv or .xlsx table",
    ),
    "problem.no-unit-files": (
        "文件夹 {folder} 里没有指标文件（.yaml、.yml、.json、.csv）",
        "no indicator files in {folder} (.yaml, .yml, .json, .csv)",
    ),
    "problem.two-rubrics": (
        "一批里用了两份评分细则，不能一起排名：{path} 用的是 {rubric}，{second} 用的是 {other}",
        "two rubrics in one batch can't be ranked together: {path} uses {rubric}, {second} uses {other}",
    ),
    "problem.cases-of-which-rubric": (
        "--cases 要说是哪张表的例：kaohe schema 评分细则 --cases",
        "--cases needs a rubric: kaohe schema RUBRIC --cases",
    ),
    "problem.one-schema": ("{options} 一次只能用一个", "use one of {options} at a time"),
    "problem.roster-of-which-rubric": (
        "--roster 要说是哪张表的名单：kaohe schema 评分细则 --roster",
        "--roster needs a rubric: kaohe schema RUBRIC --roster",
    ),
    "problem.convert-suffix": (
        "不认识“{found}”的后缀；能转成的：{known}",
        "unknown suffix of “{found}”; what can be written: {known}",
    ),
    "problem.convert-later-alone": (
        "“{unit}”的这个文件只写改动；用 --of 给出前面各阶段的文件",
        "this file of “{unit}” says only what changed; name the files of the stages before with --of",
    ),
    "problem.not-in-workbook": (
        "填报表里写不下：{found}；请用 YAML 文件",
        "a workbook of entries has no cell for {found}; use the YAML file",
    ),
    "problem.cases-suffix": (
        "写不了“{found}”：例的文件或核对签字的表，后缀是 {known}",
        "can't write “{found}”: files of cases and workbooks to be signed have one of these suffixes: {known}",
    ),
    "problem.signed-suffix": (
        "写不了“{found}”：取回来的例写成例的文件，后缀是 {known}",
        "can't write “{found}”: signed cases become a file of cases, which has one of these suffixes: {known}",
    ),
    "problem.signed-alone": (
        "--signed 取回表里签了字的所有例，不能和 {option} 一起用",
        "--signed takes all signed cases back; it does not go with {option}",
    ),
    "problem.draft-suffix": (
        "写不了“{found}”：评分细则的后缀是 {known}",
        "can't write “{found}”: a rubric has one of these suffixes: {known}",
    ),
    "problem.template-suffix": (
        "写不了“{found}”：空白文件只有这几种后缀：{known}",
        "can't write “{found}”: a blank file has one of these suffixes: {known}",
    ),
    "problem.labels-without-table": (
        "--labels 是表的列名，要同时写成表：-o 表.csv",
        "--labels is about a table's columns; write a table too: -o TABLE.csv",
    ),
    "problem.entry-workbook-only": (
        "{option} 只用于 Excel 填报表，要同时写成 -o 填报.xlsx",
        "{option} is about the workbook to fill in; write one too: -o ENTRIES.xlsx",
    ),
    "problem.no-such-stage": ("没有“{found}”这个阶段，可用：{known}", "no stage “{found}”; there are: {known}"),
    "problem.of-without-stage": (
        "--of 是给后面阶段的评分人填的，要同时写明阶段：--stage {known}",
        "--of is for the reviewer of a later stage; say which: --stage {known}",
    ),
    "problem.stage-without-of": (
        "“{stage}”阶段要在单位已报的数上改，加上 --of 单位的文件",
        "the stage “{stage}” corrects what a unit has reported; add --of FILE",
    ),
    "problem.of-another-rubric": (
        "{unit} 的文件用的是另一份评分细则：“{found}”，不是这里的“{expected}”；内容改过的细则也算另一份",
        "the files of {unit} use another rubric: “{found}”, not “{expected}” as it is here; one that was edited is another",
    ),
    "problem.stage-not-after": (
        "{unit} 已经到“{last}”阶段，填报表只能给它后面的阶段，不能是“{stage}”",
        "{unit} has reached the stage “{last}”; its next workbook is for a later one, not “{stage}”",
    ),
    "problem.file-exists": (
        "“{path}”已经存在，里面可能有填好的数；换个名字，或先把它移走",
        "“{path}” exists and may hold answers; choose another name, or move it away first",
    ),
    "problem.workbook-worked-on": (
        "“{path}”写出之后有人保存过，里面可能有手工填的内容，不覆盖；换个名字，或先把它移走",
        "“{path}” has been saved by somebody since it was written and may hold entries; choose another name, or move it "
        "away first",
    ),
    "problem.target-is-input": (
        "“{path}”是这次要读的{kind}，不能被结果覆盖；换个名字",
        "“{path}” is {kind} that is read here, and the result must not replace it; choose another name",
    ),
    "problem.target-is-kept": (
        "“{path}”已经是{kind}，不能被结果覆盖；换个名字，或先把它移走",
        "“{path}” is {kind} already, and the result must not replace it; choose another name, or move it away first",
    ),
    "problem.target-waits": (
        "“{path}”是管道、套接字或设备，不是文件，不往里写；换个名字，或写 -o -，由标准输出送出去",
        "“{path}” is a pipe, a socket or a device, not a file, and is not written to; choose another name, or send standard "
        "output there with -o -",
    ),
    "problem.target-loops": (
        "“{path}”是一个指回自己的链接，没有文件可写；换个名字，或先把它移走",
        "“{path}” is a link that leads back to itself, and there is no file to write; choose another name, or move it away "
        "first",
    ),
    "problem.rubric-or-rule": (
        "要说明的给一样：一份评分细则，或用 --rule 给一种规则，或用 --code 给一个问题代号",
        "name one thing to explain: a rubric, a type of rule with --rule, or the code of a problem with --code",
    ),
    "problem.one-unit-at-a-time": (
        "一次只做一个单位；给出同一单位各阶段的文件",
        "one unit at a time; give the files of its stages alone",
    ),
    "problem.facts-of-rubrics": (
        "--facts 只在比较两份细则时用：kaohe diff 旧细则 新细则 --facts 文件夹",
        "--facts is for two rubrics: kaohe diff OLD NEW --facts FOLDER",
    ),
    "problem.readings-of-units": (
        "比较两份细则不能换读法：各按细则里所取的读法比较",
        "two rubrics are compared as their readings are chosen; leave out --reading",
    ),
    "problem.two-to-compare": (
        "要比较的是同一单位的几个阶段，或几个单位（几个年度）；这些文件里有 {units} 个单位，{stages} 个阶段",
        "give one unit's files at two or more stages, or two or more units (or years); these files hold {units} {units:unit|units} at {stages} {stages:stage|stages}",
    ),
    "problem.several-items": (
        "“{found}”不止一个子项目：{items}；写编号",
        "“{found}” are several items: {items}; give a number",
    ),
    "problem.unknown-item": ("没有“{found}”这个子项目{nearest:hint}", "no item “{found}”{nearest:hint}"),
    "problem.no-language-server": (
        "语言服务器要用 pygls，这里没有装；请运行：pip install 'kaohe[lsp]'",
        "the language server needs pygls, which is not installed; run: pip install 'kaohe[lsp]'",
    ),
}
