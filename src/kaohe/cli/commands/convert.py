"""`kaohe convert`: a unit's workbook becomes a YAML file, and a YAML file a workbook."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.authoring.entry_changes import Unheld, corrected
from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.authoring.entry_known import known_before, known_of
from kaohe.cli.called_parts import called_parts
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINE, Reporter, existing_files, refuse_input
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from kaohe.render import submission_yaml
from kaohe.render.files.output import refuse_unwritable, save, to_file
from kaohe.render.xlsx.worked_on import refuse_worked_on
from kaohe.results.entry_form import EntryForm
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document
from kaohe.source.file_kinds import is_later
from kaohe.stages.prepared_rubrics import rubric_path
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import stage_of
from kaohe.submission import fact_files
from kaohe.submission.amendment_reader import read_amendment
from kaohe.submission.given_facts import NOTHING
from kaohe.submission.key_names import with_keys
from kaohe.submission.moved_evidence import moved

YAML, WORKBOOK = (".yaml", ".yml"), ".xlsx"


@dataclass(frozen=True, slots=True)
class ConvertOptions:
    """What the command line asked for.

    A workbook shows `parameters` that are common to all units; a later stage's shows files `of` the stages before.
    """

    file: Path
    target: Path
    of: Sequence[Path] = ()
    parameters: Path | None = None

    @property
    def read(self) -> Sequence[Path]:
        """All files that are read."""
        return [self.file, *self.of, *filter(None, [self.parameters])]


def run(reporter: Reporter, options: ConvertOptions) -> int:
    target = options.target
    existing_files(options.read)
    refuse_input(target, options.read)
    suffix = target.suffix.lower() if to_file(target) else YAML[0]
    if suffix not in (*YAML, WORKBOOK):
        raise Unusable("convert-suffix", found=target, known=" ".join((*YAML, WORKBOOK)))
    if options.parameters and suffix != WORKBOOK:
        raise Unusable("entry-workbook-only", option="--parameters")
    loader = UnitLoader(reporter.language, {}, options.parameters)
    documents = loader.documents(str(options.file))
    if len(documents) != 1:
        raise Unusable("one-unit-at-a-time")
    reporter.remark(documents[0].remarks)
    compiled = loader.rubrics.scorer(documents[0]).compiled
    document = moved(with_keys(documents[0], compiled.reader.keys), target.parent)
    converted = _Converted(reporter, loader, compiled, document, options)
    if suffix == WORKBOOK:
        return converted.to_workbook()
    deliver(reporter, converted.to_yaml(), target)
    return FINE


@dataclass(frozen=True, slots=True)
class _Converted:
    """One unit's file, on its way: the document as it is to be written."""

    reporter: Reporter
    loader: UnitLoader
    compiled: CompiledRubric
    document: Document
    options: ConvertOptions

    @property
    def _name(self) -> str:
        """What the rubric is called from where the file will lie."""
        name = str(self.document.data["rubric"])
        if name in rubric_files.shipped():
            return name
        return Path(os.path.relpath(rubric_path(self.document), self.options.target.parent)).as_posix()

    def to_yaml(self) -> str:
        """Raises Problems where the file is not sound."""
        compiled, data = self.compiled, dict(self.document.data)
        later = is_later(data)
        reader = compiled.reader
        read = read_amendment(reader, compiled.rubric, self.document) if later else reader.read(self.document)
        self.reporter.remark(read.said)
        return submission_yaml.text({**data, "rubric": self._name}, dict(called_parts(compiled, data)))

    def to_workbook(self) -> int:
        """The exit code: findings where the files of the stages before are not sound. Raises Problems."""
        from kaohe.render.xlsx.entry_workbook import entry_bytes

        target = self.options.target
        refuse_unwritable(target)
        refuse_worked_on([target])
        later = is_later(self.document.data)
        inputs = UnitInputs(self.reporter, self.loader)
        form = self._later_form(inputs) if later else self._first_form()
        if form is None:
            return inputs.code
        save(target, entry_bytes(form, self.reporter.language))
        self.reporter.notice("written", path=str(target))
        return FINE

    @property
    def _about(self) -> EntryAbout:
        return EntryAbout(self._name, stage_of(self.document))

    def _first_form(self) -> EntryForm:
        compiled, named = self.compiled, self.options.parameters
        common = compiled.reader.parameters(fact_files.read(str(named))) if named else NOTHING
        values = compiled.reader.read(self.document, common)
        self.reporter.remark(values.said)
        return EntryForms(compiled, self.reporter.language).first(self._about, known_of(compiled, values))

    def _later_form(self, inputs: UnitInputs) -> EntryForm | None:
        """None where the stages before are not sound."""
        compiled, language = self.compiled, self.reporter.language
        amendment = read_amendment(compiled.reader, compiled.rubric, self.document)
        self.reporter.remark(amendment.said)
        if not self.options.of:
            raise Unusable("convert-later-alone", unit=amendment.unit)
        units = inputs.units(self.options.of)
        if inputs.code:
            return None
        if len(units) != 1:
            raise Unusable("one-unit-at-a-time")
        before = EntryForms(units[0].states[-1].compiled, language)
        form = before.later(self._about, known_before(units[0]))
        try:
            return corrected(form, compiled.reader, amendment, language)
        except Unheld as found:
            raise Unusable("not-in-workbook", found=found.subject) from None
