"""The workbook that `kaohe template` writes: an empty one for a unit, or a reviewer's of what a unit has reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.authoring.entry_known import Known, known_before, nothing_known
from kaohe.cli.reporter import FINE, Reporter
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.problems import Unusable
from kaohe.render.files.output import refuse_unwritable, save
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.unit_loader import CommonParameters, UnitLoader
from kaohe.stages.unit_stages import UnitStages, UnitState


@dataclass(frozen=True, slots=True)
class StageAsked:
    """Which stage's workbook is wanted, of which unit's files; no stage is the form's first."""

    stage: str | None = None
    files: Sequence[Path] = ()
    parameters: Path | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The options that were given, as people write them."""
        given = {"--stage": self.stage, "--of": self.files, "--parameters": self.parameters}
        return tuple(name for name, value in given.items() if value)


@dataclass(frozen=True, slots=True)
class EntryWriter:
    """Writes the workbook of one rubric, which units' files call `name`, to a file."""

    reporter: Reporter
    compiled: CompiledRubric
    name: str
    target: Path

    def write(self, asked: StageAsked) -> int:
        """The exit code: findings where the unit's files are not sound."""
        from kaohe.render.xlsx.entry_workbook import entry_bytes

        refuse_unwritable(self.target)
        stage = self._stage(asked)
        language, about = self.reporter.language, EntryAbout(self.name, stage)
        if asked.files:
            inputs = UnitInputs(self.reporter, UnitLoader(language, {}, asked.parameters))
            units = inputs.units(asked.files)
            if inputs.code:
                return inputs.code
            state = self._reported(units, stage)
            form = EntryForms(state.compiled, language).later(about, known_before(units[0]))
        else:
            form = EntryForms(self.compiled, language).first(about, self._unreported(asked.parameters))
        save(self.target, entry_bytes(form, language))
        self.reporter.notice("written", path=str(self.target))
        return FINE

    def _stage(self, asked: StageAsked) -> str:
        """The stage by its name; raises Unusable where it does not go with the files that were given."""
        stages = tuple[str, ...](self.compiled.rubric.stages)
        stage = asked.stage or stages[0]
        if stage not in stages:
            raise Unusable("no-such-stage", found=stage, known=", ".join(stages))
        if asked.files and stage == stages[0]:
            raise Unusable("of-without-stage", known=", ".join(stages[1:]))
        if not asked.files and stage != stages[0]:
            raise Unusable("stage-without-of", stage=stage)
        return stage

    def _unreported(self, parameters: Path | None) -> Known:
        """What is known of any unit: the parameters, where a file of them is named or lies beside."""
        rubrics = PreparedRubrics(self.reporter.language, {})
        scorer = Scorer(self.compiled, self.reporter.language)
        common = CommonParameters(parameters, rubrics).of(self.target.parent, scorer)
        return nothing_known(self.compiled, common)

    def _reported(self, units: Sequence[UnitStages], stage: str) -> UnitState:
        """The unit at its latest stage; raises Unusable where this stage can't follow."""
        if len(units) > 1:
            raise Unusable("one-unit-at-a-time")
        state = units[0].states[-1]
        if state.compiled.sha256 != self.compiled.sha256:
            unit, rubric = state.values.unit, state.compiled.rubric
            raise Unusable("of-another-rubric", unit=unit, found=rubric.title, expected=self.compiled.rubric.title)
        stages = list[str](self.compiled.rubric.stages)
        if stages.index(stage) <= stages.index(state.values.stage):
            raise Unusable("stage-not-after", unit=state.values.unit, stage=stage, last=state.values.stage)
        return state
