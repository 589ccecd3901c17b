"""An item of a form without tables, put together line by line."""

from dataclasses import dataclass, field
from fractions import Fraction

from kaohe.authoring.official_form.form_rows import divided
from kaohe.authoring.official_form.model import Beside, FormItem
from kaohe.authoring.official_form.prose_lines import Entry, Headed, Label, labelled, points_written


@dataclass(slots=True)
class ProseItem:
    """`words` are gathered by label; lines without one go on with the last."""

    head: Headed
    entry: Entry
    words: dict[Label, str] = field(default_factory=dict)
    beside: list[Beside] = field(default_factory=list)
    last: Label = "method"

    def __post_init__(self) -> None:
        if self.head.aside:
            self.beside.append(Beside(self.head.title, self.head.aside))
        self.more(self.head.rest)

    @property
    def points(self) -> Fraction:
        return self._points() or Fraction(0)

    def _points(self) -> Fraction | None:
        written = self.words.get("points")
        return points_written(written) if written else self.head.points

    def more(self, text: str) -> None:
        before, said = labelled(text)
        if before:
            self._add(self.last, before)
        for label, heading, words in said:
            self.last = label
            if label == "beside":
                self.beside.append(Beside(heading, words))
            else:
                self._add(label, words)

    def _add(self, label: Label, words: str) -> None:
        if label == "beside":
            known = self.beside.pop()
            self.beside.append(Beside(known.heading, known.text + words))
        else:
            self.words[label] = self.words.get(label, "") + words

    def made(self) -> FormItem:
        target, method = self.words.get("target"), self.words.get("method", "")
        if not target:
            target, method = divided(method, method, both=True)
        title = self.head.title or method[:12]
        printed = self.words.get("points", "") or self.head.printed
        return FormItem(title, self._points(), printed, target or None, method, self.entry.place, tuple(self.beside))
