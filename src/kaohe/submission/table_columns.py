"""The columns of a table of facts, one for each fact that a cell can hold: what they are called, and which is meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kaohe.compiler.row_layout import field_label
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import Language
from kaohe.submission.answers import Place
from kaohe.submission.key_names import plainly
from kaohe.submission.reader import Reader
from kaohe.submission.stray_keys import INDICATORS

HEAD: Mapping[str, str] = {"rubric": "评分细则", "unit": "单位", "year": "年度", "stage": "阶段"}
"""The columns before the facts, and what people call them."""
NOTE_WORDS = (".note", "：备注", "备注", ": note")
"""What stands behind a fact's id or label in the name of a column of remarks on it."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactColumn:
    """A fact, or one of its fields; `fact` is where it stands in the data of a unit's file."""

    fact: Path
    place: Place
    field: str

    @property
    def path(self) -> Path:
        """Where the value of a cell stands in these data."""
        return (*self.fact, self.field) if self.field else self.fact

    @property
    def name(self) -> str:
        """Its id: `item.fact` or `item.fact.field`."""
        return ".".join(part for part in self.path if part != INDICATORS)

    @property
    def reader(self) -> str:
        """How a value is read, by its word."""
        return self.place.readers[self.field].name

    def label(self, language: Language) -> str:
        """`1.1 实际缴费人数：上年末`."""
        field = f"：{field_label(self.place.indicator, self.field, language)}" if self.field else ""
        return f"{self.place.called}{field}"


class TableColumns:
    """The columns that one rubric's facts have."""

    def __init__(self, reader: Reader) -> None:
        places = [(group, name, place) for group, named in reader.groups.items() for name, place in named.items()]
        self._places = places
        self.facts = tuple(column for one in places if not _several(one[2]) for column in _columns(*one))
        self.lists = tuple((f"{group}.{name}", place) for group, name, place in places if _several(place))
        """What no cell can hold, each with its id."""

    def find(self, name: str) -> FactColumn | None:
        """The fact that a column of this name is about."""
        return self._by_id.get(plainly(name)) or self._by_label.get(plainly(name))

    def note(self, name: str) -> Path | None:
        """Where a remark belongs that stands in a column of this name, `coverage.funds.note` or `1.1 资金：备注`."""
        return self._notes.get(plainly(name))

    def list_of(self, name: str) -> Place | None:
        """The list that a column of this name would be about."""
        asked = plainly(name)
        return next((place for one, place in self.lists if asked in (plainly(one), plainly(place.called))), None)

    def label(self, column: FactColumn, language: Language) -> str:
        """What a column is called, with its id where others are called alike."""
        label = column.label(language)
        return label if self.find(label) is column else f"{label}（{column.name}）"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All ids and labels, to find the nearest one."""
        return (*(one.name for one in self.facts), *(self.label(one, "zh") for one in self.facts))

    @cached_property
    def _notes(self) -> Mapping[str, Path]:
        """The places of remarks by what their columns are called; a label that several facts have is none's."""
        found: dict[str, set[Path]] = {}
        for group, name, place in self._places:
            for called in (f"{group}.{name}", place.called):
                for word in NOTE_WORDS:
                    found.setdefault(plainly(f"{called}{word}"), set()).add(("notes", group, name))
        return {called: paths.pop() for called, paths in found.items() if len(paths) == 1}

    @cached_property
    def _by_id(self) -> Mapping[str, FactColumn]:
        return {plainly(one.name): one for one in self.facts}

    @cached_property
    def _by_label(self) -> Mapping[str, FactColumn]:
        """By each label that one fact alone has, in either language, and by each label with its id."""
        found: dict[str, list[FactColumn]] = {}
        for one in self.facts:
            labels = dict.fromkeys((one.label("zh"), one.label("en")))
            for label in (*labels, *(f"{label}（{one.name}）" for label in labels)):
                found.setdefault(plainly(label), []).append(one)
        taken = head_names().keys() | self._by_id.keys()
        return {label: ones[0] for label, ones in found.items() if len(ones) == 1 and label not in taken}


def head_names() -> Mapping[str, str]:
    """The columns before the facts by each of their names."""
    return {plainly(name): key for key, label in HEAD.items() for name in (key, label)}


def _several(place: Place) -> bool:
    """Whether it is a list, of records or of single facts: it has members of its own."""
    return place.indicator.list or place.indicator.kind == "record"


def _columns(group: str, name: str, place: Place) -> Iterator[FactColumn]:
    path = (group, name) if group == PARAMETERS else (INDICATORS, group, name)
    yield from (FactColumn(path, place, field) for field in place.readers)
