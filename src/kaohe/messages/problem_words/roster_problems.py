"""What can be wrong in a roster, and in units' files beside it or beside the parameters that the province gives."""

SENTENCES = {
    "problem.rosters": (
        "这个文件夹里的单位名单不止一份，还有 {others}；只留一份",
        "there are several rosters in this folder, also {others}; keep one",
    ),
    "problem.roster-empty": (
        "名单里没有单位；写 units:，下面一行一个，如 - 南京市",
        "the roster has no units; write units: and below it one a line, like - 南京市",
    ),
    "problem.roster-without-unit": (
        "名单没有“单位”一栏，不知道哪一栏是单位的名称；在表头写“单位”",
        "the roster has no column “unit”, so nobody knows which has the units' names; head one so",
    ),
    "problem.units-expected": (
        "这里写的是“{found}”，应是单位的名单，如 units: [南京市, 苏州市]",
        "found “{found}”, expected the units, like units: [南京市, 苏州市]",
    ),
    "problem.texts-expected": (
        "这里写的是“{found}”，应是一个名称，或几个名称的列表，如 [南京, 宁]",
        "found “{found}”, expected a name or a list of names, like [南京, 宁]",
    ),
    "problem.roster-name-twice": (
        "“{found}”已是“{other}”的名称或别名；一个名称只能指一个单位",
        "“{found}” is a name of “{other}” already; a name can mean one unit only",
    ),
    "problem.roster-unknown-key": (
        "“{key}”既不是名单的栏目（单位、别名、应报阶段、序号、备注），也不是评分细则里的选择类事实{nearest:hint}{known:keys}",
        "“{key}” is no column of a roster (unit, aliases, due, no., note), and no choice in the rubric{nearest:hint}{known:keys}",
    ),
    "problem.roster-no-choice": (
        "“{label}”不是选择类的事实；名单只给类别一类的选择，这一项由单位自己报",
        "“{label}” is no choice; a roster gives choices such as a class, and this is for units to report",
    ),
    "problem.not-on-roster": (
        "名单 {other} 上没有“{unit}”（改成名单上的名称，或把它写进名单的别名）{nearest:hint}",
        "“{unit}” is not on the roster {other} (write the name that stands there, or add this one to its aliases){nearest:hint}",
    ),
    "problem.taken-for-official": (
        "“{unit}”按名单 {other} 计作“{official}”",
        "“{unit}” is taken for “{official}”, by the roster {other}",
    ),
    "problem.absent-due": (
        "“{stage}”应报未报 {count} 个单位：{units}",
        "“{stage}”: {count} {count:unit that is|units that are} due {count:has|have} not reported: {units}",
    ),
    "problem.given-differs": (
        "{label:of}这里写的是“{found}”，{other} 统一给的是“{expected}”；删去这里的，或核对后改成一样",
        "{label:of}found “{found}”, but {other} gives “{expected}” for it; remove it here, or make both the same",
    ),
    "problem.given-nowhere": (
        "{label:of}这里写的是“{found}”，而各单位共用的参数由 {other} 统一给，那里没有这一项；写到那里去",
        "{label:of}found “{found}”, but {other} gives what is common to all units and has no value for it; write it there",
    ),
    "problem.year-of-parameters": (
        "这里写的年度是 {found}，{other} 写的是 {expected}；核对年度，两年的文件分两个文件夹放",
        "the year here is {found}, but {other} says {expected}; check the year, and keep each year in a folder of its own",
    ),
    "problem.year-of-others": (
        "这里写的年度是 {found}，别的单位不是（{others}）；不同年度不一起排名：核对年度，或分两个文件夹放",
        "the year here is {found}, that of other units is not ({others}); years are not ranked together: check it, or "
        "keep each year in a folder of its own",
    ),
    "problem.parameters-of-other-form": (
        "这份参数是“{found}”的，单位的文件用的是“{expected}”；换成同一份评分细则的参数",
        "these parameters are for “{found}”, but the units' files are for “{expected}”; give those of the same rubric",
    ),
}
