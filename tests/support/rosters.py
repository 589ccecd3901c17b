"""A folder of units in which a roster may lie: their files, those of the final stage, the roster."""

from support.units_on_disk import SOUND, UNITS

VALUES = """\
rubric: {rubric}
unit: {unit}
{year}{parameters}indicators:
  basics: {{done: true, late: {late}, hours: 0, paid: 90%{grade}}}
  growth: {{funds: {{previous: 1, current: 2}}, sent: {{一县: {{part: 1, whole: 1}}}}}}
"""
LATER = "rubric: {rubric}\nunit: {unit}\nstage: final\n"


def folder() -> None:
    """The folder with the rubric and nothing else."""
    UNITS.mkdir(exist_ok=True)
    for path in UNITS.iterdir():
        path.unlink()
    (UNITS / "rubric.yaml").write_bytes(SOUND.read_bytes())


def unit(name: str, said: str = "", late: int = 0) -> None:
    """A unit's file; a line that is said stands where it belongs."""
    year, average = (f"{said}\n" if said.startswith(f"{one}:") else "" for one in ("year", "average"))
    grade = f", {said}" if said.startswith("grade") else ""
    parameters = f"parameters: {{{average.strip()}}}\n" if average else ""
    told = {"rubric": "rubric.yaml", "unit": name, "year": year, "late": late, "grade": grade}
    (UNITS / f"{name}.yaml").write_text(VALUES.format(parameters=parameters, **told), encoding="utf-8")


def final(name: str) -> None:
    (UNITS / f"{name}.审定.yaml").write_text(LATER.format(rubric="rubric.yaml", unit=name), encoding="utf-8")


def roster(text: str) -> None:
    (UNITS / "units.yaml").write_text(text, encoding="utf-8")
