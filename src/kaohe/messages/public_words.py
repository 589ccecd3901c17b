"""The words of the list that is made public."""

SENTENCES = {
    "public.title": ("{form}结果公示", "{form}: results"),
    "public.total": ("总排名", "Ranking"),
    "public.count": ("共 {count} 个单位", "{count} {count:unit|units}"),
    "public.sheet": ("公示", "Results"),
    "public.section_sheet": ("公示 {number}", "Results {number}"),
}
