"""The words of the way from one stage to the next."""

SENTENCES: dict[str, tuple[str, str]] = {
    "stages.heading": ("{before} {old} → {after} {new}", "{before} {old} → {after} {new}"),
    "stages.moved": ("增减", "Change"),
    "stages.cause": ("原因", "Cause"),
    "stages.no_causes": ("没有改动", "nothing was changed"),
    "stages.change": ("{subject}：{old} → {new}", "{subject}: {old} → {new}"),
    "stages.why": ("{kind}：{reason}", "{kind}: {reason}"),
    "stages.why_by": ("{kind}：{reason}（{who}）", "{kind}: {reason} ({who})"),
    "stages.evidence": ("佐证：{files}", "evidence: {files}"),
    "stages.fact_corrected": ("事实更正", "fact corrected"),
    "stages.evidence_rejected": ("佐证不予采信", "evidence rejected"),
    "stages.entry_mistake": ("填报差错", "entry mistake"),
    "stages.judgement": ("酌情评定", "judgement"),
    "stages.reading": ("读法不同", "reading"),
    "stages.rubric_version": ("细则版本不同", "rubric version"),
    "stages.peers": ("其他单位有变", "other units"),
}
