"""What the words of a row name: the fact of a row without an id, or another one than its id says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from kaohe.messages import Language, told
from kaohe.submission.entered import Entered, Path
from kaohe.submission.entry_grid import EntryLine, label_key
from kaohe.submission.entry_rows import HEAD, ITEM_ROW, EntryRow
from kaohe.submission.table_columns import FactColumn

LANGUAGES: tuple[Language, ...] = get_args(Language)
Items = Mapping[str, tuple[str, str]]


class EntryLabels:
    """The words of all rows of a form; `items` have the number and the title of each item."""

    def __init__(self, rows: Mapping[Path, Sequence[EntryRow]], items: Items) -> None:
        self._rows, self._items = rows, items
        self._ids: dict[str, set[str]] = {}
        self._bare: dict[str, set[str]] = {}
        self._names = {f"{ITEM_ROW}{item}": " ".join(words) for item, words in items.items()}
        for row_id, number, label in self._visible():
            self._ids.setdefault(label_key(number, label), set()).add(row_id)
            self._bare.setdefault(label_key("", label), set()).add(row_id)
            self._names.setdefault(row_id, f"{number} {label}".strip())
        self.called = {key: next(iter(ids)) for key, ids in self._ids.items() if len(ids) == 1}
        """The ids of rows by what stands in their cells, as people would look for them."""

    def hold(self, line: EntryLine, entered: Entered, *, same_rubric: bool) -> None:
        """Tell where a row's words are those of another fact than its id: some of the columns were sorted alone."""
        key, number, label = line.words
        if same_rubric and (label or line.id.startswith(ITEM_ROW)):  # a number alone is that of all facts of an item
            meant = self._ids.get(label_key(number, label), ())
        else:  # numbers may be others in another version
            meant = self._bare.get(label_key("", label), ()) if label else ()
        if meant and line.id not in meant:
            found = f"{number} {label}".strip()
            entered.add("entry-row-unlike", line.place(key), label=self._names[line.id], found=found)

    def _visible(self) -> Iterator[tuple[str, str, str]]:
        """For each row its id, its number and its label, in each language."""
        for language in LANGUAGES:
            yield from ((key, "", told(f"entry.head-{key}", language)) for key in HEAD)
            for fact, rows in self._rows.items():
                for row in rows:
                    field = row.fields.get("current", "")
                    column = FactColumn(fact, row.place, "" if field == "current" else field)
                    number = row.place.number
                    yield row.id, number, column.label(language).removeprefix(f"{number} ")
        yield from ((f"{ITEM_ROW}{item}", number, "") for item, (number, _) in self._items.items())
