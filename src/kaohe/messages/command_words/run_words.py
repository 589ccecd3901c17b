"""What a run says of itself."""

SENTENCES = {
    "command.draft-comment": (
        "由 kaohe draft 根据“{file}”起草；规则、指标的名称和读法都要和原表核对",
        "drafted by kaohe draft from “{file}”; compare rules, names of facts and readings with the form",
    ),
    "command.draft-then": (
        "todo 是没有读懂的条款，写成规则就删去；写完用 kaohe validate 和 kaohe check 检查",
        "a todo is a clause that was not understood; delete it when its rule is written, then run kaohe validate and kaohe check",
    ),
    "command.form-agrees": (
        "和“{form}”逐字相同：{items} 个子项目的名称、分值、目标要求、评分办法，项目的名称和分值，{characters} 个字",
        "as printed in “{form}”, to the letter: titles, points, targets and methods of {items} {items:item|items}, titles and points of sections, {characters} {characters:character|characters}",
    ),
    "command.form-differs": (
        "和“{form}”有 {count} 处不同（共核对 {items} 个子项目、{characters} 个字）",
        "{count} {count:difference|differences} from “{form}” ({items} {items:item|items}, {characters} {characters:character|characters} compared)",
    ),
    "command.drafted": (
        "起草了 {items} 个子项目、{rules} 条规则、{readings} 处读法；还有 {todo} 处 todo",
        "drafted {items} {items:item|items}, {rules} {rules:rule|rules} and {readings} {readings:reading|readings}; {todo} left to do",
    ),
    "command.column-beside": (
        "“{heading}”一栏没有起草（{row}起，{rows} 格有字）：管不到得分的照录在注释里，其余的是 todo",
        "the column “{heading}” was not drafted (from {row}, {rows} {rows:cell|cells} with words): kept as comments, or a todo",
    ),
    "command.stage-another": (
        "表上没有自评一栏：stages 里的 self 用了“{heading}”一栏的名称",
        "the form has no column for a self-assessment: self, in stages, has the name of “{heading}”",
    ),
    "command.stage-none": (
        "表上没有打分的栏：stages 里写了“{heading}”",
        "the form has no column for scores: “{heading}” was written in stages",
    ),
    "command.sheets-joined": (
        "{count} 个工作表（{names}）合成一份细则，名称是第一个表的；分开考核的，把它们分别起草",
        "{count} sheets ({names}) became one rubric with the title of the first; draft them apart where they are assessed apart",
    ),
    "command.sheets-compared": (
        "{count} 个工作表（{names}）当作一张表核对，名称只核对了第一个表的",
        "{count} sheets ({names}) were compared as one form; only the first one's title was compared",
    ),
    "command.points-on-top": (
        "“{title}”的 {points} 分在总分以外：子项目写成 0 分，这个数是上限",
        "the {points} {points:point|points} of “{title}” are on top of the total: the item has 0, and they are its limit",
    ),
    "command.column-not-compared": (
        "“{heading}”一栏没有核对（{row}起，{rows} 格有字）",
        "the column “{heading}” was not compared (from {row}, {rows} {rows:cell|cells} with words)",
    ),
    "command.columns-empty": (
        "{names}{count:一|几}栏，原表一个字也没有，没有可核对的",
        "the {count:column|columns} {names} of the form {count:has|have} no word in {count:it|them}, so there was nothing to compare",
    ),
    "command.lines-not-compared": (
        "写在表外的 {count} 处没有核对：{words}",
        "{count} {count:line|lines} outside the rows {count:was|were} not compared: {words}",
    ),
    "command.taken-over": (
        "{unit}：按 {rubric} 计分，沿用 {count} 项事实",
        "{unit}: scored by {rubric}; {count} {count:fact|facts} taken over",
    ),
    "command.taken-by-name": (
        "注意：{unit}：“{old}”沿用为“{new}”，叫法不同，请核对意思是否一样",
        "note: {unit}: “{old}” is taken for “{new}”, which is called otherwise; check that they mean the same",
    ),
    "command.taken-elsewhere": (
        "注意：{unit}：“{old}”的事实沿用到“{new}”，子项目的名称不同，请核对意思是否一样：{facts}",
        "note: {unit}: facts of “{old}” are taken for those of “{new}”; check that they mean the same: {facts}",
    ),
    "command.facts-left": (
        "{unit}：没有沿用的事实 {count} 项，那份细则不要或不收：{names}",
        "{unit}: {count} {count:fact|facts} not taken over, which that rubric does not ask for or would not take: {names}",
    ),
    "command.facts-asked": (
        "{unit}：那份细则要而没有报的事实 {count} 项，评分表上列为缺报",
        "{unit}: {count} {count:fact|facts} that rubric asks for and the unit has not reported, listed as missing on the sheet",
    ),
    "command.judged-left": (
        "{unit}：酌情评分不算、按事实计的子项目 {count} 个（分值变了，或没有这一项）：{names}",
        "{unit}: points by judgement do not count for {count} {count:item|items}, worth other points or not there: {names}",
    ),
    "command.left-out": ("注意：{what}", "note: {what}"),
    "command.lists-not-in-table": (
        "{count} 项是名单，表里放不下，用 YAML 文件报送：{facts}",
        "{count} {count:fact is a list|facts are lists} that no table can hold; report {count:it|them} in a YAML file: {facts}",
    ),
    "command.parameters-not-in-table": (
        "{count} 项各单位共用，不在表里，写在同一文件夹的 parameters.yaml：{facts}",
        "{count} {count:fact is|facts are} common to all units and not in the table; write {count:it|them} in parameters.yaml in the same folder: {facts}",
    ),
    "command.between-facts": ("、", ", "),
    "command.written": ("已写入 {path}", "wrote {path}"),
    "command.too-large-to-verify": (
        "注意：{path} 太大（解压后超过 200 MB，或有五十多万个格子），kaohe verify 不打开它；要能核验，分几批写（如一个地区一批），"
        "只要数字的写 .csv",
        "note: {path} is too large for kaohe verify (over 200 MB when unpacked, or over half a million cells), which will "
        "not open it; to have it verified write smaller batches, a region each, and .csv where figures will do",
    ),
    "command.incomplete": ("{unit}：还有 {count} 项事实缺报", "{unit}: {count} {count:fact is|facts are} missing"),
    "command.no-such-file": ("没有这个文件或文件夹：{path}", "no such file or folder: {path}"),
    "command.is-a-folder": ("这是文件夹，不是文件：{path}", "a folder, not a file: {path}"),
    "command.no-file": (
        "{path} 是管道、套接字或设备，不是文件；先存成文件，再给它的名字",
        "{path} is a pipe, a socket or a device, not a file; save it as a file and give the name of that",
    ),
    "command.no-file-detail": (
        "这是管道、套接字或设备，不是文件",
        "it is a pipe, a socket or a device, not a file",
    ),
    "command.kind-file": ("文件", "a file"),
    "command.kind-rubric": ("评分细则", "a rubric"),
    "command.kind-cases": ("例的文件", "a file of cases"),
    "command.kind-parameters": ("参数文件", "a file of parameters"),
    "command.kind-unit": ("单位的指标文件", "a unit's file"),
    "command.kind-table": ("单位的指标表", "a table of units' facts"),
    "command.folder-detail": ("这是文件夹，不是文件", "it is a folder, not a file"),
    "command.unnameable": (
        "这里的系统设置（{encoding}）写不出文件名 {name}；先设 PYTHONUTF8=1 或 LC_ALL=C.UTF-8 再运行",
        "with the settings of this system ({encoding}) no file can be called {name}; set PYTHONUTF8=1 or LC_ALL=C.UTF-8 and run again",
    ),
    "command.no-permission": ("没有权限：{path}", "permission denied: {path}"),
    "command.unreadable": ("无法读写 {path}：{detail}", "can't read or write {path}: {detail}"),
    "command.no-stream": (
        "标准输入读不了，或标准输出写不了：{detail}",
        "can't read standard input or write standard output: {detail}",
    ),
    "command.lsp-waits": (
        "kaohe lsp 由编辑器启动，正在等编辑器的消息（Ctrl-C 结束）；怎样设置编辑器见 docs/editor.md",
        "kaohe lsp is started by an editor and waits for its messages (Ctrl-C ends it); docs/editor.md says how to set one up",
    ),
    "command.unknown-language": ("没有“{found}”这种语言，可用：zh, en", "no language “{found}”; there are: zh, en"),
    "command.warning": ("[警告] ", "[warning] "),
    "command.notice": ("[说明] ", "[note] "),
    "command.plain": ("{text}", "{text}"),
    "command.checked": (
        "共 {files} 个文件：{errors} 个错误，{warnings} 个警告",
        "{files} {files:file|files}: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}",
    ),
    "command.not-told": (
        "略去 {count} 个没有要的{settings:in brackets}：{codes}",
        "{count} left out as asked{settings:in brackets}: {codes}",
    ),
    "command.not-told-errors": (
        "略去的有 {count} 个错误；不改正，score 不给这些文件打分",
        "{count} of these {count:is an error|are errors}; until mended, nothing is scored with these files",
    ),
    "command.checked-rubric": (
        "{sections} 个项目，{items} 个子项目，{points} 分；{rules} 条规则，{vetoes} 条否决，{indicators} 项指标，"
        "{readings} 处读法（{alternatives} 种其他读法）",
        "{sections} {sections:section|sections}, {items} {items:item|items}, {points} {points:point|points}; {rules} {rules:rule|rules}, "
        "{vetoes} {vetoes:veto|vetoes}, {indicators} {indicators:indicator|indicators}, {readings} {readings:reading|readings} "
        "({alternatives} {alternatives:alternative|alternatives})",
    ),
    "command.checked-values": ("{unit}，缺报 {missing} 项", "{unit}, {missing} {missing:fact|facts} missing"),
    "command.checked-later": (
        "{unit} {stage}，改动 {changes} 处",
        "{unit} {stage}, {changes} {changes:change|changes}",
    ),
    "command.checked-scores": (
        "kaohe 写出的评分结果，不是报送，没有检查；得分改没改过，用 kaohe verify 核对",
        "scores that kaohe has written, and no submission: not checked; kaohe verify says whether they were changed",
    ),
    "command.checked-parameters": ("共用参数", "common parameters"),
    "command.checked-roster": ("名单，{units} 个单位", "roster, {units} {units:unit|units}"),
    "command.checked-cases": ("例，{cases} 个", "{cases} {cases:case|cases}"),
    "command.checked-equivalents": (
        "不影响得分的改动，{equivalents} 处",
        "{equivalents} {equivalents:change|changes} that make no difference",
    ),
    "command.watching": ("等待文件改动（Ctrl-C 结束）", "waiting for a file to change (Ctrl-C ends)"),
    "command.shipped": ("{id}　{title}（{points} 分）", "{id}  {title} ({points} {points:point|points})"),
    "command.batch-done": (
        "{units} 个单位已打分，{incomplete} 个有缺报，{bad} 个文件有问题",
        "{units} {units:unit|units} scored, {incomplete} with facts missing, {bad} {bad:file|files} with problems",
    ),
    "command.batch-done-rows": (
        "{units} 个单位已打分，{incomplete} 个有缺报，{bad} 个文件或表里的行有问题",
        "{units} {units:unit|units} scored, {incomplete} with facts missing, {bad} {bad:file or row|files or rows} with problems",
    ),
    "command.engine-problems": (
        "{count} 行有问题，没有算；得分表的 problem 一列写着是哪几列（state 是 problem）",
        "{count} {count:row|rows} with problems are not scored; the column “problem” names the columns at fault",
    ),
    "command.grades-of-all": (
        "按名额、名次定的等次要算全表才知道，只算几行的没有写",
        "grades that places decide are known of a whole table alone, and are not written where some rows are scored",
    ),
    "command.engine-ungraded": (
        "按名额、名次定的等次，{engine} 的查询不算；用 polars 或 kaohe batch",
        "grades that places decide are not in the query of {engine}; use polars or kaohe batch",
    ),
    "command.table-done": ("{rows} 行：{states}", "{rows} {rows:row|rows}: {states}"),
    "command.units-written": (
        "{count} 个单位的指标文件已写入 {folder}",
        "{count} {count:unit's file|units' files} written to {folder}",
    ),
    "command.table-progress": ("已算 {rows} 行，每秒 {rate} 行", "rows so far: {rows}, {rate} a second"),
    "command.absent": (
        "“{stage}”还有 {count} 个单位没有：{units}",
        "“{stage}”: not reached by {count} {count:unit|units}: {units}",
    ),
    "command.summary-name": ("汇总", "summary"),
    "command.totals-name": ("合计", "totals"),
    "command.changes-name": ("省厅改动", "changes"),
    "command.scoring": ("打分", "scoring"),
    "command.progress": ("已完成 {percent}%", "{percent}% done"),
    "command.folder-of-stale": ("过时", "outdated"),
    "command.written-of": (
        "应写 {total} 个文件，已写入 {count} 个：{path}",
        "wrote {count} of {total} {total:file|files}: {path}",
    ),
    "command.interrupted": ("已中断，什么也没有写：{path}", "interrupted; nothing was written: {path}"),
    "command.interrupted-writing": (
        "已中断；应写 {total} 个文件，已写入 {count} 个：{path}；再运行一次就会写全",
        "interrupted; wrote {count} of {total} {total:file|files}: {path}; run again to write them all",
    ),
    "command.log-end": ("# 结束，退出码 {ended}", "# ended with exit code {ended}"),
    "command.verified": (
        "{unit}，{stages}：核对 {cells} 格，与事实相符",
        "{unit}, {stages}: {cells} {cells:cell|cells} compared, all as the facts give them",
    ),
    "command.verified-summary": (
        "{title}：核对 {cells} 格，和写成时一样",
        "{title}: {cells} {cells:cell|cells} compared, all as they were written",
    ),
    "command.verified-archive": (
        "{title}（{stage}）：{members} 个文件的摘要相符；{units} 个单位重新打分，{scores} 个得分全部一致",
        "{title} ({stage}): the hashes of {members} {members:file|files} agree; {units} {units:unit|units} scored anew, all of "
        "{scores} {scores:score|scores} are the same",
    ),
    "command.archive-digest": ("SHA-256：{digest}", "SHA-256: {digest}"),
    "command.close-faulty": (
        "没有归档：{count} 个文件有问题，先改好",
        "not closed: {count} {count:file|files} with problems; mend them first",
    ),
    "command.closed": (
        "{title}（{stage}）已归档：{inputs} 个报送和细则文件，{outputs} 个结果；SHA-256 {digest}",
        "{title} ({stage}) is closed: {inputs} {inputs:file|files} that it rests on, {outputs} {outputs:result|results}; SHA-256 {digest}",
    ),
    "command.announce-faulty": (
        "没有写公示：{count} 个文件有问题，先改好",
        "no list written: {count} {count:file|files} with problems; mend them first",
    ),
    "command.mended": ("{path}：已改：{what}", "{path}: mended: {what}"),
    "command.would-mend": ("{path}：可改：{what}", "{path}: would mend: {what}"),
    "command.mend-read-only": (
        "{path}：只读，没有改；要改的，先去掉只读",
        "{path}: read-only, left as it is; make it writable to have it mended",
    ),
    "command.mend-forbidden": (
        "{path}：没有权限写，没有改；请检查文件和文件夹的权限",
        "{path}: left as it is, for writing there is not permitted; check the permissions of the file and its folder",
    ),
    "command.between-mends": ("；", "; "),
    "command.mended-gbk": ("GBK 编码改为 UTF-8", "GBK becomes UTF-8"),
    "command.mended-utf-16": ("UTF-16 编码改为 UTF-8", "UTF-16 becomes UTF-8"),
    "command.mended-byte-order-mark": ("去掉文件开头的 BOM", "the byte order mark is gone"),
    "command.mended-carriage-returns": ("Windows 换行改为普通换行", "line ends of Windows become ordinary ones"),
    "command.mended-blanks": (
        "制表符和特殊的空格改为半角空格（第 {lines} 行）",
        "tabs and special blanks become ordinary blanks (lines: {lines})",
    ),
    "command.mended-unseen": (
        "删去看不见的字符（第 {lines} 行）",
        "invisible characters are deleted (lines: {lines})",
    ),
    "command.mended-broken-text": (
        "接上断开的原文（第 {lines} 行）",
        "broken lines of the form's text are joined (lines: {lines})",
    ),
    "command.mended-full-width": (
        "全角的数字、符号、冒号改为半角（第 {lines} 行）",
        "full-width digits, signs and colons become ordinary ones (lines: {lines})",
    ),
    "command.not-ours": ("与考核无关，没有查：{paths}", "no rubrics nor indicator files, passed over: {paths}"),
    "command.unit-unscored": (
        "“{unit}”没有得分，什么也没写：先改好上面说的，或核对单位名称",
        "“{unit}” has no score, so nothing was written: mend what is told above, or look at the unit's name",
    ),
    "command.between-suffixes": (" 或 ", " or "),
    "command.report-name": ("报告", "report"),
    "command.between-stages": ("、", ", "),
    "command.verified-all": (
        "共 {files} 个工作簿：{sound} 个与事实相符，{changed} 个不符，{unopened} 个打不开",
        "{files} {files:workbook|workbooks}: {sound} as the facts give them, {changed} not, {unopened} can't be opened",
    ),
}
