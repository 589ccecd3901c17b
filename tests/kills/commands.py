"""Every command that writes, and what it writes; each in a folder of its own files."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from support.command_line import kaohe
from support.folders import TESTS, TOP

Line = tuple[str, ...]
SMALL, FORM = TOP / "examples" / "small", TESTS / "authoring" / "drafting" / "forms" / "bank-branch.md"
UNITS = ("甲市", "乙市", "丙市")


@dataclass(frozen=True)
class Writing:
    """A command and the files and folders that it writes; `first` commands make what it needs.

    What `keeps` is not written over by a second run, which is refused while it is there.
    """

    line: Line
    targets: Sequence[str]
    first: Sequence[Line] = ()
    keeps: bool = False

    def lay_out(self, folder: Path, *, earlier: bool = False) -> None:
        """The folder before the run; `earlier` with other facts, so that results of it differ."""
        units = folder / "in"
        units.mkdir(parents=True)
        shutil.copy(SMALL / "rubric.yaml", folder)
        shutil.copy(SMALL / "rubric.yaml", folder / "other.yaml")
        shutil.copy(FORM, folder / "form.md")
        text = (SMALL / "unit.yaml").read_text(encoding="utf-8")
        if earlier:
            text = text.replace("late_reports: 3", "late_reports: 1") + "evidence: {coverage: [form.md]}\n"
        rubric = (
            (folder / "other.yaml")
            .read_text(encoding="utf-8")
            .replace("label: 超时", "label: 早先" if earlier else "label: 延时")
        )
        (folder / "other.yaml").write_text(rubric, encoding="utf-8")
        (folder / "unit.yaml").write_text(text, encoding="utf-8")
        (folder / "wide.yaml").write_text(text.replace("late_reports: ", "late_reports： "), encoding="utf-8")
        for name in UNITS[: 2 if earlier else 3]:
            own = text.replace("rubric: ", "rubric: ../").replace("甲市", name)
            (units / f"{name}.yaml").write_text(own, encoding="utf-8")
        for line in self.first:
            assert kaohe(*line).code == 0


def _writing(line: str, *first: str, targets: str = "", keeps: bool = False) -> Writing:
    """The target is what stands behind `-o`, unless it is said."""
    words = tuple(line.split())
    named = targets.split() if targets else [words[words.index("-o") + 1]]
    return Writing(words, named, [tuple(one.split()) for one in first], keeps)


FORMS = ("json", "md", "csv", "xlsx", "html", "txt")
COMMANDS: tuple[Writing, ...] = (
    *(_writing(f"score unit.yaml -o s.{form}") for form in FORMS),
    *(_writing(f"next unit.yaml -o n.{form}") for form in ("json", "csv", "xlsx")),
    *(_writing(f"why unit.yaml 1.2 -o w.{form}") for form in ("json", "xlsx")),
    *(_writing(f"evidence unit.yaml -o e.{form}") for form in ("json", "xlsx")),
    *(_writing(f"batch in --processes 1 --format {form} -o out") for form in ("json", "xlsx", "html")),
    _writing("batch in --processes 2 --format csv -o out"),
    _writing("batch in --processes 1 -o all.csv", targets="all.csv all.合计.csv all.省厅改动.csv"),
    *(_writing(f"batch in --processes 1 -o all.{form}") for form in ("xlsx", "html")),
    _writing("close in --stage self -o closed.zip", keeps=True),
    *(_writing(f"extract in --unit 甲市 -o x.{form}") for form in ("xlsx", "html")),
    *(_writing(f"announce in --stage self -o a.{form}") for form in ("xlsx", "html")),
    _writing("diff rubric.yaml other.yaml -o d.html"),
    _writing("diff in/甲市.yaml in/乙市.yaml -o d.xlsx"),
    _writing("schema other.yaml -o schema.json"),
    _writing("sql other.yaml -o q.sql"),
    *(_writing(f"table other.yaml --example 50 -o t.{form}", keeps=True) for form in ("parquet", "csv")),
    _writing("table in --from -o t.parquet"),
    *(_writing(f"cases rubric.yaml -o rubric.cases.{form}", keeps=True) for form in ("yaml", "xlsx")),
    *(_writing(f"template rubric.yaml -o blank.{form}", keeps=True) for form in ("yaml", "xlsx", "csv")),
    _writing("convert unit.yaml -o u.xlsx", keeps=True),
    _writing("convert u.xlsx -o back.yaml", "convert unit.yaml -o u.xlsx", keeps=True),
    _writing("draft form.md -o draft.yaml", keeps=True),
    _writing("validate wide.yaml --fix", targets="wide.yaml", keeps=True),
)
