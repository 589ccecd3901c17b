"""Files of a small province on disk: two units that have reported, and what the province changed of one of them."""

from pathlib import Path

from support.units_on_disk import SOUND, UNITS, write

LATER = """\
rubric: {rubric}
unit: 甲市
stage: final
by: 省厅王某
on: 2012-01-12
changes:
  basics:
    late: {{old: 1, new: 2, reason: 漏报一次, evidence: [附件/台账.csv]}}
    hours: {{old: 0, new: 0.5, reason: 补记半课时, cause: entry_mistake}}
judgements:
  growth: {{score: 6, reason: 酌情}}
"""
EVIDENCE = """\
evidence:
  basics: {done: 附件/完成.txt, late: [附件/台账.csv]}
  growth: [附件/县表.txt]
"""


def province() -> None:
    """Two units, the first with evidence of which one file is not there, and with a final stage."""
    write("甲市.yaml", late=1)
    with (UNITS / "甲市.yaml").open("a", encoding="utf-8") as file:
        file.write(EVIDENCE)
    write("乙市.yaml", late=2)
    (UNITS / "终.yaml").write_text(LATER.format(rubric=SOUND), encoding="utf-8")
    (UNITS / "附件").mkdir()
    for name in ("完成.txt", "台账.csv"):
        attach(name, name)


def attach(name: str, text: str) -> Path:
    path = UNITS / "附件" / name
    path.write_text(text, encoding="utf-8")
    return path
