"""Sound files of every kind, which spoilt ones start from: made once by kaohe's own commands, in a folder."""

import csv
import shutil
from atexit import register
from dataclasses import dataclass
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import mkdtemp

from openpyxl import Workbook

from fuzz.entrances import kaohe
from support.command_line import process
from support.folders import TESTS, TOP
from support.signing import Entries, Filled
from support.word_documents import document, employment_form, paragraph, table

RUBRIC, UNIT, UNITS = "rubric.yaml", "unit.yaml", "units.csv"
RECIPES: dict[str, str] = {
    "unit.xlsx": "convert unit.yaml -o",
    "blank.xlsx": "template rubric.yaml -o",
    "later.xlsx": "template rubric.yaml --stage final --of unit.yaml -o",
    "scored.xlsx": "score unit.yaml -o",
    "all.xlsx": "batch units.csv --processes 1 -o",
    "closed.zip": "close units.csv --stage self -o",
    "signing.xlsx": "cases rubric.yaml -o",
    "rubric.cases.yaml": "cases rubric.yaml -o",
    "columns.csv": "table rubric.yaml --example 8 -o",
    "columns.parquet": "table rubric.yaml --example 8 -o",
}
"""The commands that make files, each with the file's name at its end."""
SMALL_ALONE = frozenset(("closed.zip", "signing.xlsx", "rubric.cases.yaml"))
"""What is made of the small form alone."""
SCRIPTS = (TESTS / "authoring" / "drafting" / "forms", TESTS / "authoring" / "official_form" / "forms")
ROSTER = "序号,单位,别名,类别,应报阶段,备注\n1,甲市,甲,,全部,\n2,乙市,乙,,自评,今年新设\n3,丙市,丙,,全部,\n"
ROSTER_YAML = "units:\n  - 甲市\n  - {unit: 乙市, aliases: [乙], due: [自评]}\n  - 丙市\ndue: [自评, 审定]\n"


@dataclass(frozen=True)
class Sound:
    """A form with its unit, and what is made of them."""

    folder: Path

    def __getitem__(self, name: str) -> bytes:
        path = self.folder / name
        if not path.exists():
            self._make(name)
        return path.read_bytes()

    def _make(self, name: str) -> None:
        if name == "units.xlsx":
            (self.folder / name).write_bytes(as_workbook(self[UNITS].decode("utf-8-sig")))
            return
        if name == "columns.xlsx":
            (self.folder / name).write_bytes(as_workbook(self["columns.csv"].decode("utf-8-sig")))
            return
        words = [str(self.folder / one) if "." in one else one for one in RECIPES[name].split()]
        run = process if words[0] == "table" else kaohe  # its threads must not be there when a process is forked
        ran = run(*words, self.folder / name)
        assert (self.folder / name).exists(), ran.err
        if name == "signing.xlsx":
            signed = {"by": "张三", "on": "2012-01-10"}
            entries: Entries = {"all": signed, 1: {"verdict": "对"}, 7: {"verdict": "对"}}
            Filled((self.folder / name).read_bytes()).enter(entries).save(self.folder / name)


def made_all() -> None:
    """Before processes are forked: each would make them anew otherwise."""
    for name in (*RECIPES, "units.xlsx", "columns.xlsx"):
        small()[name]
        if name not in SMALL_ALONE:
            every_kind()[name]
    documents()


@cache
def _home() -> Path:
    folder = Path(mkdtemp(prefix="kaohe-sound-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def small() -> Sound:
    """Few facts, of the kinds that most forms have."""
    sound = _form("small", TOP / "examples" / "small" / RUBRIC, TOP / "examples" / "small" / UNIT)
    text = (TOP / "examples" / "waiting" / "报送.csv").read_text(encoding="utf-8-sig")
    (sound.folder / UNITS).write_text(text.replace("../small/", ""), encoding="utf-8")
    return sound


@cache
def every_kind() -> Sound:
    """Facts of every kind, lists and parameters among them."""
    sound = _form("every", TESTS / "support" / "every_kind.yaml", TESTS / "support" / "every_kind.unit.yaml")
    rows = list(csv.reader(StringIO(sound["columns.csv"].decode("utf-8-sig"))))
    target = StringIO()
    for number, (unit, _, _, *facts) in enumerate(rows):  # county and parameters are a table of columns' alone
        csv.writer(target).writerow(["rubric" if number == 0 else RUBRIC, unit, *facts])
    (sound.folder / UNITS).write_text(target.getvalue(), encoding="utf-8")
    return sound


def _form(name: str, rubric: Path, unit: Path) -> Sound:
    folder = _home() / name
    folder.mkdir()
    shutil.copy(rubric, folder / RUBRIC)
    text = unit.read_text(encoding="utf-8").replace(f"rubric: {rubric.name}", f"rubric: {RUBRIC}")
    (folder / UNIT).write_text(text, encoding="utf-8")
    return Sound(folder)


def as_workbook(text: str) -> bytes:
    """The rows of a CSV as a sheet."""
    book, target = Workbook(), BytesIO()
    for row in csv.reader(StringIO(text)):
        book.worksheets[0].append([int(one) if one.isdecimal() else one for one in row])
    book.save(target)
    return target.getvalue()


@cache
def documents() -> dict[str, list[bytes]]:
    """Official forms by their suffixes."""
    texts = {suffix: [path for one in SCRIPTS for path in sorted(one.glob(f"*{suffix}"))] for suffix in (".md", ".txt")}
    found = {suffix: [path.read_bytes() for path in paths] for suffix, paths in texts.items()}
    rows = [("项目", "分值", "评分办法"), ("参保", "10", "每少1%扣1分，扣完为止"), ("", "（5分）", "未完成的不得分")]
    short = document(paragraph("考核表"), table(rows), notes=paragraph("①注"))
    tabled = as_workbook("\n".join(",".join(row) for row in rows))
    return {**found, ".docx": [short, short, short, employment_form()], ".xlsx": [tabled]}
