"""What can be wrong in a rubric."""

SENTENCES = {
    "problem.rubric-expected": (
        "这不是评分细则，细则里有 kaohe 和 sections；单位的指标文件不写 kaohe，写 rubric、unit 和 indicators",
        "this is no rubric, which has kaohe and sections; a unit's file has rubric, unit and indicators, and no kaohe",
    ),
    "problem.todo-of-item": (
        "{title}：“{clause}”还没有定：{why}。写成规则，或写进 non_scoring，再删去这一条 todo",
        "{title}: “{clause}” is left to do: {why}; write a rule for it or put it under non_scoring, and delete the todo",
    ),
    "problem.todo-of-form": (
        "“{clause}”还没有定：{why}。写进 score、grades、limits 或子项目，再删去这一条 todo；不管得分的，删去就是",
        "“{clause}” is left to do: {why}; write it under score, grades, limits or an item and delete the todo, or just "
        "delete it if it scores nothing",
    ),
    "problem.text-not-confirmed": (
        "《{title}》的目标要求或评分办法不是 {by} 于 {on} 核准的那些字：对着原文复核以后，把 confirmed 的 text 改为 {digest}，by、on 写这次由谁、何时核准",
        "{title}: target or method are not the words that {by} confirmed on {on}; go over the item, then write {digest} as "
        "the text of confirmed, and who confirmed it when",
    ),
    "problem.missing-key": ("{label:of}缺少“{key}”，请补上", "{label:of}“{key}” is missing; add it"),
    "problem.unknown-key": (
        "{label:of}不认识“{key}”{nearest:hint}{known:keys}",
        "{label:of}unknown key “{key}”{nearest:hint}{known:keys}",
    ),
    "problem.outermost-key": (
        "{label:of}“{key}”不写在这里，要写在最外层，不缩进",
        "{label:of}“{key}” does not belong here but on the outermost level, without indentation",
    ),
    "problem.key-beside": (
        "{label:of}“{key}”不写在这里，要往外一层，和“{beside}”对齐",
        "{label:of}“{key}” does not belong here but on the level above, aligned with “{beside}”",
    ),
    "problem.misplaced-key": (
        "{label:of}“{key}”不写在这里，要写在 {place} 下面",
        "{label:of}“{key}” does not belong here but under {place}",
    ),
    "problem.key-of-another-type": (
        "{label:of}{type} 这种规则没有“{key}”（{types} 才有）；{type} 可以写：{known}",
        "{label:of}a rule of the type {type} has no “{key}” ({types} has); {type} may have: {known}",
    ),
    "problem.unknown-rule-type": (
        "{label:of}没有“{found}”这种规则（有 {expected}）{nearest:hint}",
        "{label:of}no rule type “{found}” (there are {expected}){nearest:hint}",
    ),
    "problem.not-one-of": (
        "{label:of}这里写的是“{found}”，只能是：{expected}{nearest:hint}",
        "{label:of}found “{found}”, expected one of: {expected}{nearest:hint}",
    ),
    "problem.mapping-expected": (
        "{label:of}这里写的是“{found}”，应是若干行“名称: 值”，行首没有“-”",
        "{label:of}found “{found}”, expected a mapping: lines of “name: value” without “-”",
    ),
    "problem.list-expected": (
        "{label:of}这里写的是“{found}”，应是列表：每一项另起一行，以“- ”开头",
        "{label:of}found “{found}”, expected a list: each entry on a line of its own that starts with “- ”",
    ),
    "problem.text-expected": (
        "{label:of}这里写的是“{found}”，应是文字；数字要当文字用，请加引号",
        "{label:of}found “{found}”, expected text; put a number that is meant as text in quotes",
    ),
    "problem.text-empty": (
        "{label:of}这里是空的，要写上文字",
        "{label:of}nothing stands here; write the text",
    ),
    "problem.invalid-value": ("{label:of}“{found}”不合要求（{detail}）", "{label:of}“{found}” is not valid ({detail})"),
    "problem.requirement-expected": (
        "{label:of}这里写的是“{found}”，应是条件，如 甲、not 甲、甲 or 乙，或这些条件的列表",
        "{label:of}found “{found}”, expected a condition like a, not a, a or b, or a list of such",
    ),
    "problem.veto-scope-expected": (
        "{label:of}这里写的是“{found}”，应是 item，或规则的序号如 [4]",
        "{label:of}found “{found}”, expected item, or numbers of rules like [4]",
    ),
    "problem.points-do-not-add-up": (
        "《{title}》写的是 {points} 分，其中各部分合计 {found} 分（{parts}）；核对原表，改写错的一个",
        "“{title}” says {points} {points:point|points}, its parts add up to {found} ({parts}); correct the one that is not as on the form",
    ),
    "problem.nothing-scores-above": (
        "项目和总分里都没有写“{by}”；在那里写上，或者把这句话归入规则、不计分的文字",
        "neither a section nor the whole has “{by}”; write it there, or let a rule or non_scoring have these words",
    ),
    "problem.most-below-points": (
        "most 写的是 {found} 分，这条规则的 {points} 分就得不到了；most 连 points 在内，只加几分的写 points + 几",
        "most says {found}, so that the rule's points, {points}, can't be reached; it includes them: write points + the bonus",
    ),
    "problem.cap-of-awards": (
        "cap 是最多扣几分，这条规则只得分不扣分；最多得几分写 most",
        "cap is the most that is lost, but this rule only earns; the most that it earns is most",
    ),
    "problem.readings-clash": (
        "{found} 不能一起选：{why}",
        "{found} can't be taken together: {why}",
    ),
    "problem.patch-beyond-list": (
        "规则的 {key} 共 {known} 项，没有“{found}”这一项：改第几项就写几，加在后面的写 also",
        "{key} of the rule has {known} {known:entry|entries} and none “{found}”: write the number of the entry that is "
        "changed, or also for what comes behind them",
    ),
    "problem.patch-without-effect": (
        "另一种读法“{option}”的 patch 改了等于没改，和选定的一样：写明它和选定的差在哪里",
        "the patch of the alternative “{option}” leaves the rule as it is, as was chosen: write where it differs",
    ),
    "problem.patch-of-readings": (
        "一种读法不能改别的读法；readings 不写在 patch 里",
        "a reading can't change readings; leave them out of the patch",
    ),
    "problem.together-with-what": (
        "together 的每一组至少写两项指标",
        "each group of together names two facts at least",
    ),
    "problem.may-be-negative": (
        "“{formula}”可能小于 0（最小 {least}），次数、扣分和上限不能小于 0：要到 0 为止的写 max(0, {formula})，本来就不会小于 0 的给指标写 range: {{from: 0}}",
        "“{formula}” may be below 0 (down to {least}), but numbers, deductions and limits can't: write max(0, {formula}) to stop at 0, or give the fact a range: {{from: 0}} where it never is",
    ),
    "problem.may-exceed-points": (
        "“{formula}”可能超过 {points} 分（最多 {most}），得分就超过这条规则的满分了：到满分为止的写 min({points}, {formula})，本来就不会超过的给指标写 range: {{to: …}}，奖励的分另写一条 points: 0 的规则",
        "“{formula}” may be above {points} (up to {most}), more than the full marks of this rule: write min({points}, {formula}) to stop at full marks, give the fact a range: {{to: …}} where it never is, or put a bonus into a rule with points: 0",
    ),
    "problem.never-counts": (
        "这一种永远算不上（“{formula}”按指标的 range 和 free 够不到），请核对后改正或删去",
        "this one never counts: by the range of its facts and free, “{formula}” never gets there; correct or remove it",
    ),
    "problem.never-holds": (
        "这里永远够不到（“{formula}”按指标的 range 达不到），请核对后改正或删去",
        "this is never reached by the range of the facts of “{formula}”; correct or remove it",
    ),
    "problem.below-floor": (
        "这里会低于 0 分（最低 {least}），而 floor: part 到 0 为止，低于 0 的就不见了；可以为负的写 floor: none，再扣本子项目其他分的写 floor: item",
        "this may fall below 0 (down to {least}), where floor: part stops it unseen; write floor: none where it may be negative, or floor: item to go on taking the item's other points",
    ),
    "problem.nothing-to-take": (
        "这条规则没有分可扣（points: 0，floor: {floor}）；扣本子项目其他规则的分写 floor: item，可以扣成负分的写 floor: none，或者把几种扣分写在一条 deductions 里",
        "this rule has no points to take (points: 0, floor: {floor}); write floor: item to take those of the item's other rules, floor: none to go below zero, or put all deductions into one rule",
    ),
    "problem.most-of-members": (
        "most 是名单各项合计最多得几分，不是名单的、不取合计的不写",
        "most bounds what the members of a list earn together; leave it out where there is no list, or no sum",
    ),
    "problem.points-of-one": (
        "take: {take}：sum 要在 for_each 里写 points，就是每一个成员的满分；mean、highest、lowest 不写，满分就是这条规则的 points",
        "take: {take}: a sum needs points in for_each, the full marks of one member; mean, highest and lowest have the rule's points and need none",
    ),
    "problem.no-fact-of-member": (
        "这条规则没有用到“{list}”里成员的任何一项，每个成员得（扣）的都一样：每个成员一样多的不写 for_each，写 count: members({list}) 配 each；各成员不同的，式子里写成员的事实",
        "this rule reads no fact of the members of “{list}” and gives the same to each: leave for_each out and write count: members({list}) with each, or name a fact of the member where they differ",
    ),
    "problem.not-a-list": (
        "“{found}”不是名单（{known} 才是），for_each 要写一项 list: true 的指标{nearest:hint}",
        "“{found}” is no list ({known} is); for_each names a fact with list: true{nearest:hint}",
    ),
    "problem.record-facts": (
        "“{label}”：kind: record 要写 list: true（facts 是成员各有哪几项，不写就只报名称），别的 kind 不写 facts；members、members_of 只有名单才写",
        "“{label}”: kind: record goes with list: true (facts are what each member has; without them only names are reported), no other kind has facts; only a list has members or members_of",
    ),
    "problem.members-of-what": (
        "“{label}”：members_of 写同一子项目或 shared 里由单位自己报的名单（有 {known}），“{found}”不是；也不和 members 一起写",
        "“{label}”: members_of names a list of the same item or of shared that the unit reports itself (there are: {known}), which “{found}” is not; nor does it go with members",
    ),
    "problem.anchor-place": (
        "每个点写 at、below、above 中的一个",
        "each anchor has one of at, below, above",
    ),
    "problem.cap-each-of-both": (
        "又扣又得的不写 cap_each；最多得几分写 most，最多扣几分写 cap",
        "a rule that both takes and gives has no cap_each; write most for what it gives, cap for what it takes",
    ),
    "problem.both-sides-of-one": (
        "既加又扣的，direction 写 below（低了扣）或 above（高了扣）",
        "where steps both cost and earn, direction is below (less costs) or above (more costs)",
    ),
    "problem.malformed-id": (
        "标识“{found}”只能用小写字母、数字、下划线或汉字，不以数字和下划线开头",
        "id “{found}” may only have a-z, 0-9, _ and Chinese characters, and starts with a letter",
    ),
    "problem.malformed-rubric-id": (
        "细则的编号“{found}”只能用小写字母、数字、下划线和连字符，以字母或数字开头",
        "the rubric's id “{found}” may only have a-z, 0-9, _ and -, and starts with a letter or a digit",
    ),
    "problem.duplicate-id": (
        "标识“{found}”在第 {line} 行已经用过；换一个名称",
        "id “{found}” is already used on line {line}; choose another",
    ),
    "problem.orphan-words": (
        "《{title}》评分办法里的“{words}”没有归入任何规则；写成规则，或列入 non_scoring 并说明理由",
        "“{title}”: the words “{words}” of the method belong to no rule; model them, or list them under non_scoring with a reason",
    ),
    "problem.clause-not-in-method": (
        "《{title}》的评分办法里没有“{clause}”，要一字不差",
        "“{title}”: the method does not have “{clause}”; it must match to the letter",
    ),
    "problem.clause-twice": (
        "《{title}》的评分办法里“{clause}”已被别的规则用过",
        "“{title}”: “{clause}” of the method is already taken by another rule",
    ),
    "problem.number-not-in-rule": (
        "条文“{clause}”里的 {number} 在规则里找不到{example:acknowledge}",
        "the number {number} of the clause “{clause}” is not in its rule{example:acknowledge}",
    ),
    "problem.number-only-in-patch": (
        "选项“{option}”的 patch 里写了 {number}，条文“{clause}”和 meaning 里都没有这个数；改正，或在 meaning 里说明",
        "the patch of the option “{option}” has {number}, which neither the clause “{clause}” nor the meaning has; correct it, or say it in the meaning",
    ),
    "problem.number-not-in-alternative": (
        "选项“{option}”这样读，条文“{clause}”里的 {numbers} 在规则里就没有了；改正 patch，不用这些数的在 meaning 里说到",
        "read as the option “{option}” has it, the rule has no more {numbers} of the clause “{clause}”; correct the patch, or say in the meaning which numbers are not used",
    ),
    "problem.number-only-in-meaning": (
        "选项“{option}”的 meaning 里说到 {number}，条文“{clause}”和规则、patch 里都没有这个数；改正，只是举例的在前面写“例如”",
        "the meaning of the option “{option}” speaks of {number}, which neither the clause “{clause}” nor the rule so read has; correct it, or begin a mere example with 例如",
    ),
    "problem.unused-indicator": (
        "指标“{name}”（{label}）声明了却没有规则用到；在规则里写上它，或删去",
        "indicator “{name}” ({label}) is declared but no rule uses it; name it in a rule, or delete it",
    ),
    "problem.unknown-reference": (
        "没有声明“{found}”这个事实（这里可用：{known}）{nearest:hint}",
        "no fact “{found}” is declared (usable here: {known}){nearest:hint}",
    ),
    "problem.not-a-number": (
        "“{found}”不是数（这里可用：{known}）{nearest:hint}",
        "“{found}” is not a number (usable here: {known}){nearest:hint}",
    ),
    "problem.not-a-condition": (
        "“{found}”不是“是/否”（这里可用：{known}）{nearest:hint}",
        "“{found}” is not a condition (usable here: {known}){nearest:hint}",
    ),
    "problem.not-a-choice": (
        "“{found}”不是选项（这里可用：{known}）{nearest:hint}",
        "“{found}” is not a choice (usable here: {known}){nearest:hint}",
    ),
    "problem.not-a-single-fact": (
        "“{found}”是一个名单，这里要的是单独一项；是/否用 all、any、count，数用 sum、mean、highest、lowest，如 all({found})",
        "“{found}” is a list where a single fact is wanted; use all, any or count of conditions, sum, mean, highest or lowest of numbers, as all({found})",
    ),
    "problem.members-elsewhere": (
        "“{found}”是一个名单里各个成员的数：count、when、unless 用同一个名单的那一行，它的 each、once、factor 才能用；这里要一个数，如 sum({found})、highest({found})，各成员的上限写进 each，如 min(…, {found})",
        "“{found}” is a number of each member of a list: only each, once and factor of an entry whose count, when or unless runs over that list can name it; here one number is wanted, as sum({found}) or highest({found}), and a limit for each member goes into each, as min(…, {found})",
    ),
    "problem.earns-too-much": (
        "各档加起来最多得 {found} 分，超过了满分 {points} 分",
        "the bands can earn {found} {found:point|points}, more than the {points} of the rule",
    ),
    "problem.reserved-id": (
        "标识不能用“{found}”：它在式子里另有所指",
        "“{found}” can't be an id: it means something else in formulas",
    ),
    "problem.nothing-inside": (
        "“{key}”是空的，至少要写一项；不计分的话写进 non_scoring，没有内容的子项目、项目整个删去",
        "“{key}” is empty and needs one entry at least; words that score nothing go into non_scoring, an item or section without content is deleted as a whole",
    ),
    "problem.no-self-stage": (
        "stages 至少要有 self，写明自评一栏的名称，如 {{self: 自评分}}",
        "stages needs self at least, with the heading of its column: {{self: 自评分}}",
    ),
    "problem.earns-too-little": (
        "最多只能得 {found} 分，得不到满分 {points} 分；核对各档的分，或改 points",
        "no more than {found} of the {points} {points:point|points} can be earned; check the levels or bands, or points",
    ),
    "problem.level-missing": (
        "没有写“{level}”得几分；每一档都要写，不得分的写 0",
        "it is not said what “{level}” earns; every level must be listed, 0 where it earns nothing",
    ),
    "problem.band-below-base": (
        "第 {number} 档从基础分之下开始，没有得到基础分的不能再加分",
        "band {number} begins below the base; nothing is added where the base is not earned",
    ),
    "problem.requires-without-points": (
        "points 为 0 的规则没有分可以不得；requires 和否决的 scope 要用在得分的规则上",
        "a rule of 0 points has nothing to withhold; requires and a veto's scope belong to a rule that awards",
    ),
    "problem.existence-unanswered": (
        "“{label}”可以填“不适用”（另一条规则允许），这里也要说明：规则写 not_applicable，式子写 if(applicable(甲), 甲, 0)",
        "“{label}” may be not applicable (another rule says so); say so here too: a rule by not_applicable, a formula by if(applicable(a), a, 0)",
    ),
    "problem.no-such-rule": (
        "没有第 {found} 条规则，本子项目共 {count} 条",
        "there is no rule {found}; the item has {count}",
    ),
    "problem.options-and-choice": (
        "“{label}”：kind 是 choice 的要写 options，其他的不写",
        "“{label}”: a choice needs options, other kinds have none",
    ),
    "problem.no-such-field": ("没有“{found}”这个字段，有：{known}", "no field “{found}”, there are: {known}"),
    "problem.words-not-in-clause": (
        "条文里没有“{words}”",
        "the clause does not have “{words}”",
    ),
    "problem.unknown-chosen": (
        "“{found}”不在这处读法的选项里：{known}",
        "“{found}” is not among the options: {known}",
    ),
    "problem.no-alternative": (
        "读法“{id}”只有一个选项，没有可换的",
        "reading “{id}” has one option only: nothing to choose",
    ),
    "problem.chosen-has-patch": (
        "选定的读法“{name}”就是规则本身，不写 patch",
        "the chosen option “{name}” is the rule as it stands and has no patch",
    ),
    "problem.alternative-without-patch": (
        "另一种读法“{name}”要用 patch 写明改什么",
        "the alternative “{name}” needs a patch that says what it changes",
    ),
    "problem.level-above-points": (
        "这一档 {found} 分，超过了满分 {points} 分",
        "this level gives {found} {found:point|points}, more than the {points} of the rule",
    ),
    "problem.unknown-level": ("没有“{found}”这一档，可用：{known}", "no level “{found}”; there are: {known}"),
    "problem.one-lower-side": (
        "下限只写一个：from（含）或 above（不含）",
        "write one lower side: from (included) or above (not included)",
    ),
    "problem.one-upper-side": (
        "上限最多写一个：to（含）或 below（不含）",
        "write at most one upper side: to (included) or below (not included)",
    ),
    "problem.band-empty": (
        "这一档的上限不高于下限，永远到不了",
        "this band ends before it begins: nothing falls in it",
    ),
    "problem.band-unreachable": (
        "第 {number} 档和第 {next} 档是同一个范围，只能有一档算数",
        "bands {number} and {next} are the same stretch; only one can count",
    ),
    "problem.bands-overlap": (
        "第 {number} 档与第 {next} 档重叠，只取一档时前一档要在后一档开始之前结束",
        "bands {number} and {next} overlap; where one band counts, the first must end before the second begins",
    ),
    "problem.plausible-expected": (
        '这里写的是“{found}”；plausible 写 false、范围如 {{from: 0%, to: 150%}}、条件如 "valid <= surveyed"，或范围和条件的列表',
        'found “{found}”; plausible is false, a range like {{from: 0%, to: 150%}}, a condition like "valid <= surveyed", or a list of these',
    ),
    "problem.evidence-of-what": (
        "“{label}”不由单位填报，没有佐证可要；去掉 evidence",
        "“{label}” is not reported by units, so there is no evidence of it; remove evidence",
    ),
    "problem.percent-mismatch": (
        "“{reference}”和这里的数不是一类；百分数要写成 1%，日期写成 2011-03-31，月份写成 2011-03",
        "“{reference}” and the number here are of two kinds; write a percent as 1%, a date as 2011-03-31, a month as 2011-03",
    ),
    "problem.nothing-counted": (
        "一条也没有写；每条写成 {{count: 次数, each: 分}} 或 {{when: 事实, once: 分}}；没有可数的写成 all_or_nothing，不计分的列入 non_scoring",
        "nothing is listed; write {{count: n, each: points}} or {{when: fact, once: points}}, use all_or_nothing where nothing is counted, or list words that score nothing under non_scoring",
    ),
    "problem.occurrence-form": (
        "要写成 {{count: 次数, each: 分}}、{{when: 事实, once: 分}} 或 {{unless: 事实, once: 分}}",
        "write each as {{count: n, each: points}}, {{when: fact, once: points}} or {{unless: fact, once: points}}",
    ),
    "problem.one-step-size": (
        "要写且只写一种步长：every_percent、every_percentage_point 或 every",
        "write exactly one step size: every_percent, every_percentage_point or every",
    ),
    "problem.relative-step-without-target": (
        "every_percent 是目标的百分之几，目标要大于 0",
        "every_percent is a share of the target, which must be above zero",
    ),
    "problem.step-unit": (
        "“{reference}”的步长单位不对：百分数用 every_percent 或 every_percentage_point，其他的用 every",
        "the step does not fit “{reference}”: percents take every_percent or every_percentage_point, others every",
    ),
    "problem.step-of-times": (
        "“{reference}”是日期或月份，步长要写单位：日期写 every: 1 day（天）或 every: 1 month（满一个月，到下月同一天），月份写 every: 1 month",
        "“{reference}” is a date or a month, so the step names its unit: of dates every: 1 day or every: 1 month (a full one, to the same day of the next), of months every: 1 month",
    ),
    "problem.share-of-month": (
        "一个月的长短不一，不能按比例算：partial 写 whole（不满一个月不算）或 started（不满一个月算一个月），或者写明天数，如 every: 30 days",
        "months differ in length, so none has a share: write partial: whole or started, or a number of days, as every: 30 days",
    ),
    "problem.step-expected": (
        "步长“{found}”写成大于 0 的数；日期和月份的写成 1 day、7 days、1 month、3 months",
        "the step “{found}” must be a number above 0; of dates and months 1 day, 7 days, 1 month, 3 months",
    ),
    "problem.nothing-to-acknowledge": (
        "acknowledge 里的“{problem}”（{words}）没有对应的问题，请删去",
        "nothing to acknowledge: no finding “{problem}” with “{words}”; remove it",
    ),
    "problem.nothing-to-ignore": (
        "第 {line} 行没有“{found}”这个问题可忽略；请删去这条注释，或移到有这个问题的那一行",
        "line {line} has no finding “{found}” to ignore; remove this comment, or put it on the line that has it",
    ),
    "problem.ignore-without-reason": (
        "忽略要写明代号和理由：# kaohe: ignore {found}: 理由；没有理由的不算",
        "to ignore a finding takes its code and a reason: # kaohe: ignore {found}: WHY; without one the comment is nothing",
    ),
    "problem.ignore-unknown-code": (
        "没有“{found}”这个问题代号{nearest:hint}",
        "there is no finding with the code “{found}”{nearest:hint}",
    ),
    "problem.ignored-must-be-mended": (
        "“{found}”不改正就打不了分，不能忽略；请改正，并删去这一条",
        "nothing can be scored with “{found}”, so it can't be ignored; mend it and remove this",
    ),
    "problem.comment-unknown": (
        "看不懂“{found}”；写给 kaohe 的注释只有一种：# kaohe: ignore 代号: 理由",
        "can't read “{found}”; the only comment for kaohe is # kaohe: ignore CODE: WHY",
    ),
    "problem.otherwise-of-what": (
        "otherwise 是前提不成立时的得分，要先有 requires",
        "otherwise is what is given where requires fails; there is no requires",
    ),
    "problem.nothing-names-it": (
        "counts 为 false 的规则要有 id，好让别的规则用 rules.id 引用",
        "a rule that does not count needs an id, so that others can name it: rules.ID",
    ),
    "problem.one-amount": (
        "每一档要写 points（得几分）、add（再加几分）、deduct（扣几分）中的一个，各档写同一种；这里应是 {expected}",
        "each band has one of points, add and deduct, the same in all bands; expected {expected}",
    ),
    "problem.base-without-add": (
        "有 base 的，各档要写 add（在基础分上再加几分）",
        "with a base, bands say what they add to it: add",
    ),
    "problem.cumulative-unsaid": (
        "第 {number} 档和第 {next} 档套在一起，要写明 cumulative：true 是各档累加，false 是只取最窄的一档",
        "bands {number} and {next} lie one in the other; say cumulative: true (they add up) or false (the narrowest counts)",
    ),
    "problem.no-side": (
        "要写明范围：from（含）、above（不含）、to（含）、below（不含）",
        "say where it begins or ends: from (included), above, to (included), below",
    ),
    "problem.two-anchors": ("anchors 至少要两个点", "anchors needs two points at least"),
    "problem.anchors-rise": (
        "anchors 要从小到大写，{found} 写在了 {before} 之后",
        "anchors must rise; {found} comes after {before}",
    ),
    "problem.points-or-deduct": (
        "每一行要写 points（得几分）或 deduct（扣几分）中的一个，各行写同一种",
        "each row has either points or deduct, the same in all rows",
    ),
    "problem.award-or-deduct": (
        "award（得几分）和 deduct（扣几分）要写一个，只写一个",
        "exactly one of award and deduct is wanted",
    ),
    "problem.most-expected": (
        "points 为 0 的加分要写 most，最多加几分；不封顶的写 none",
        "a bonus (points: 0) needs most, the most that it adds; none for no limit",
    ),
    "problem.most-of-awards": (
        "most 是加分、得分的上限；扣分的上限写 cap",
        "most bounds what is awarded; the bound of a deduction is cap",
    ),
}
