"""A file of cases: what it says of its rubric and of all cases, and each case with its places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any

from kaohe.authoring.cases.case import Case, CasePlace, Signed
from kaohe.authoring.cases.case_documents import COMMON, CaseDocuments
from kaohe.authoring.cases.case_keys import CASE, EXPECTED, KEYS, SIGNED, case_keys, outermost
from kaohe.authoring.cases.expectations import Expectations
from kaohe.expr.numbers import shown
from kaohe.library.named_items import find_item
from kaohe.problems import Problem, Problems, Unusable
from kaohe.rubric.model import Rubric
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.source.workbook_document import WorkbookDocument
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.submission.key_names import plainly, with_keys

Path = tuple[Any, ...]
CASES = "cases"
ENDINGS = (".cases.yaml", ".cases.yml", ".cases.json")
"""How files of cases are called: by the rubric's name, where they lie beside it."""


@dataclass(frozen=True, slots=True)
class CasesFile:
    """The sound cases of one file, and all that is wrong in the others; `document` names their rubric."""

    document: Document
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def unread(self) -> int:
        """How many of its cases are not sound."""
        listed = self.document.data.get(CASES)
        return (len(listed) if isinstance(listed, list) else 1) - len(self.cases)


def is_cases(path: str) -> bool:
    """Whether a file is called as files of cases are."""
    return path.lower().endswith(ENDINGS)


def read_cases(document: Document, rubrics: PreparedRubrics) -> CasesFile:
    """The cases of a file, as far as its rubric can be had; raises Problems where it can't."""
    document = beside(with_keys(document, outermost()))
    rubric = rubrics.scorer(document).compiled.rubric
    document = with_keys(document, case_keys(rubric))
    found = FileFindings(document)
    cases = tuple(_Reading(document, rubric, found).cases())
    try:
        found.raise_any()
    except Problems as wrong:
        return CasesFile(document, cases, wrong.problems)
    return CasesFile(document, cases)


def beside(document: Document) -> Document:
    """The document with the rubric file of its own name in its folder, where it calls it by its id."""
    name = document.data.get("rubric")
    path = FilePath(document.path)
    ending = next((one for one in ENDINGS if path.name.lower().endswith(one)), "")
    if not ending or not isinstance(name, str) or path.name[: -len(ending)] != name:
        return document
    files = [file for suffix in (".yaml", ".yml") if (file := path.with_name(f"{name}{suffix}")).is_file()]
    return replace(document, data={**document.data, "rubric": files[0].name}) if files else document


@dataclass(slots=True)
class _Reading:
    """Reads the cases of one file; `names` are those so far, each with its place in the list.

    `readings` are those that all cases take.
    """

    document: Document
    rubric: Rubric
    found: FileFindings
    names: dict[str, int] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)

    def cases(self) -> Iterator[Case]:
        data: Any = self.document.data
        self.found.keys(data, _first(KEYS), ())
        for key in COMMON:
            self._mapping(data.get(key), (key,))
        self.readings = self._readings(data.get("readings"), ("readings",))
        listed = data.get(CASES)
        if not isinstance(listed, list) or not listed:
            self.found.add("cases-expected", (CASES,), {"found": shown(listed)})
            return
        for number, raw in enumerate(listed):
            before = self.found.count
            case = self._case(raw, (CASES, number))
            if case is not None and self.found.count == before:
                yield case

    def _case(self, raw: Any, path: Path) -> Case | None:
        if not isinstance(raw, dict):
            self.found.add("mapping-expected", path, {"found": shown(raw)})
            return None
        self.found.keys(raw, _first(CASE), path)
        for key in COMMON:
            self._mapping(raw.get(key), (*path, key))
        name, item = self._name(raw, path), self._item(raw, path)
        facts, chosen = self._facts(raw, item, path), self._readings(raw.get("readings"), (*path, "readings"))
        if not any(key in raw for key in EXPECTED):
            self.found.add("nothing-expected", path, {"name": name})
        expectations = Expectations(self.rubric, self.found, path, item)
        expected, documents = expectations.read(raw), CaseDocuments(self.document, raw, path)
        return Case(
            name=name,
            place=self._place(path),
            item=item,
            facts=facts,
            readings={**self.readings, **chosen},
            expected=expected,
            document=documents.facts(name, facts, item),
            common=documents.peers(),
            signed=self._signed(raw, path),
            places={key: self._place(at) for key, at in expectations.paths.items()},
        )

    def _name(self, raw: Mapping[str, Any], path: Path) -> str:
        name = raw.get("name")
        if not isinstance(name, str) or not name.strip():
            self.found.add("case-name-expected", (*path, "name"), {"found": shown(name)})
            return ""
        first = self.names.setdefault(plainly(name), path[-1])
        if first != path[-1]:
            line, _ = self.document.position((CASES, first, "name"))
            self.found.add("case-twice", (*path, "name"), {"found": name, "line": line})
        return name.strip()

    def _item(self, raw: Mapping[str, Any], path: Path) -> str:
        """The id of the case's one item, by its id, number or title; empty where there are several."""
        if "item" not in raw:
            return ""
        named = raw["item"]
        try:
            return self.rubric.items()[find_item(self.rubric, named if isinstance(named, str) else shown(named))][1].id
        except Unusable as unknown:
            self.found.add(unknown.code, (*path, "item"), unknown.parameters)
            return ""

    def _facts(self, raw: Mapping[str, Any], item: str, path: Path) -> Mapping[str, Any]:
        """By item, as they are written; none at all are a case, too."""
        facts = {} if raw.get("facts") is None else raw["facts"]
        return {item: facts} if item else self._mapping(facts, (*path, "facts"))

    def _readings(self, raw: Any, path: Path) -> Mapping[str, str]:
        """The readings that are chosen, by their full names."""
        known = {name: one for _, item in self.rubric.items() for name, one in item.readings()}
        chosen = {}
        for name, option in self._mapping(raw, path).items():
            if name not in known:
                self.found.unknown(name, tuple(known), path)
            elif not isinstance(option, str) or option not in known[name].options:
                options = {one: told.meaning for one, told in known[name].options.items()}
                self.found.not_one_of(option, options, (*path, name))
            else:
                chosen[name] = option
        return chosen

    def _signed(self, raw: Mapping[str, Any], path: Path) -> Signed | None:
        if raw.get("signed") is None:
            return None
        where = (*path, "signed")
        signed = self._mapping(raw["signed"], where)
        self.found.keys(signed, _first(SIGNED), where)
        for key in SIGNED:
            if not isinstance(signed.get(key), str) or not signed[key].strip():
                self.found.add("signature-incomplete", where, {"key": key})
        return Signed(str(signed.get("by")), str(signed.get("on")))

    def _mapping(self, raw: Any, path: Path) -> Mapping[str, Any]:
        if raw is None or isinstance(raw, dict):
            return raw or {}
        self.found.add("mapping-expected", path, {"found": shown(raw)})
        return {}

    def _place(self, path: Path) -> CasePlace:
        document = self.document
        sheet = document.place(path).sheet if isinstance(document, WorkbookDocument) else ""
        return CasePlace(document.file, *document.position(path), sheet)


def _first(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Each key with what people call it first."""
    return {key: names[0] for key, names in words.items()}
