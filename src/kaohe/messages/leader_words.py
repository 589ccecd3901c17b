"""The sentences of a leader's first page: they can be read out as they stand."""

SENTENCES: dict[str, tuple[str, str]] = {
    "leader.matter": ("事项", "Matter"),
    "leader.said": ("情况", "How it stands"),
    "leader.total_of": ("总分（{points}分）", "Total ({points} {points:point|points})"),
    "leader.section": ("{title}（{points}分）", "{title} ({points} {points:point|points})"),
    "leader.place": ("第 {rank} 名 {units}，{score} 分", "No. {rank} {units} with {score}"),
    "leader.place_shared": ("并列第 {rank} 名 {units}，{score} 分", "shared No. {rank} {units} with {score}"),
    "leader.and_others": ("{units}等 {count} 个单位", "{units} and others, {count} in all"),
    "leader.and_more": ("，另有 {count} 个", ", and {count} more"),
    "leader.no_places": ("各单位都待定，还没有名次", "all are open, there are no places yet"),
    "leader.in_range": ("{unit} {range}", "{unit} {range}"),
    "leader.open_units": ("待定 {count} 个，不排名次：{units}", "open and not ranked, {count}: {units}"),
    "leader.not_scored": ("不予评分 {count} 个：{units}", "not scored, {count}: {units}"),
    "leader.who_moved": ("名次升降", "Who moved"),
    "leader.up": ("由第 {old} 名升到第 {new} 名", "rose from No. {old} to No. {new}"),
    "leader.down": ("由第 {old} 名降到第 {new} 名", "fell from No. {old} to No. {new}"),
    "leader.moved_so": ("{unit}{move}：总分 {by}{main}", "{unit} {move}: total {by}{main}"),
    "leader.moved_against": (
        "{unit}{move}：本单位总分 {by}{main}，其他单位变动更大",
        "{unit} {move}: its own total {by}{main}, others moved further",
    ),
    "leader.moved_alone": (
        "{unit}{move}：本单位总分未变，因其他单位增减",
        "{unit} {move}: its own total stayed, others moved",
    ),
    "leader.mainly": ("，主要是 {number} {title} {by}（{why}）", ", mainly {number} {title} {by} ({why})"),
    "leader.more_moved": (
        "另有 {count} 个单位名次有变，见“{sheet}”",
        "{count} more moved, see “{sheet}”",
    ),
    "leader.not_compared": (
        "有一个阶段待定，不能比较的 {count} 个：{units}",
        "not compared, as one stage is open, {count}: {units}",
    ),
    "leader.nobody_moved": ("名次都没有变", "nobody moved"),
    "leader.most_disagreed": ("与自评分歧最大", "Largest disagreements"),
    "leader.disagreement": (
        "{unit} {number} {title}：{old} 分改为 {new} 分（{by}）。{why}",
        "{unit} {number} {title}: {old} became {new} ({by}). {why}",
    ),
    "leader.no_disagreement": ("没有子项目改动得分", "no item's score was changed"),
    "leader.who_is_missing": ("缺报和未计入", "Missing"),
    "leader.absent": (
        "没有到这一阶段的单位 {count} 个：{units}",
        "units that have not reached this stage, {count}: {units}",
    ),
    "leader.lacking": ("{unit}（{count} 项）", "{unit} ({count})"),
    "leader.units_lacking": (
        "有缺报事实的单位 {count} 个：{units}",
        "units that lack facts, {count}: {units}",
    ),
    "leader.files_left_out": (
        "未计入的文件 {count} 个：{files}，见“{sheet}”",
        "files left out, {count}: {files}, see “{sheet}”",
    ),
    "leader.nothing_missing": (
        "没有：{count} 个单位都已计入，事实齐全",
        "nothing: {count} {count:unit is|units are} in, with all facts",
    ),
    "leader.no_reading_matters": (
        "{count} 种其他读法都不改变任何单位的总分",
        "no total would change under any of {count} other {count:reading|readings}",
    ),
    "leader.effect": (
        "“{words}”如改为“{meaning}”：{count} 个单位总分变动{most}，{places}",
        "“{words}” read as “{meaning}”: {count} {count:total changes|totals change}{most}, {places}",
    ),
    "leader.first_move": (
        "{count} 个单位名次变动，涉及前三名的 {moves}",
        "{count} {count:rank changes|ranks change}, of the first three {moves}",
    ),
    "leader.first_stay": (
        "{count} 个单位名次变动，前三名不变",
        "{count} {count:rank changes|ranks change}, the first three stay",
    ),
    "leader.all_stay": ("名次不变", "no rank changes"),
    "leader.most_by": ("（最多 {unit} {by}）", " (most {unit} {by})"),
    "leader.more_alternatives": ("另有 {count} 种，见“{sheet}”", "{count} more, see “{sheet}”"),
}
