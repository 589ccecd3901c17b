"""The published schemas: as the models are now, valid, and as strict as kaohe itself."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner, Result

from kaohe import source
from kaohe.authoring import schemas
from kaohe.cli.commands.schema import run
from kaohe.cli.reporter import FINE, Reporter
from kaohe.library import rubric_files
from kaohe.messages import Language, say, table, told
from kaohe.problems import Problems
from kaohe.render import blank_submission
from kaohe.rubric.rules import rule_types
from kaohe.source import read
from kaohe.source.file_kinds import is_later, kind_of
from kaohe.stages.prepared_rubrics import rubric_path
from kaohe.stages.rosters import NAMES
from kaohe.stages.unit_loader import UnitLoader
from support.folders import TOP
from support.schema_cases import BAD_RUBRICS, BAD_VALUES, GOOD_VALUES, SAMPLE, changed, spoilt

RUBRICS = list(rubric_files.shipped().values())
RUBRIC_SCHEMA = TOP / "rubrics" / "rubric.schema.json"
EXAMPLES = [path for path in sorted((TOP / "examples").rglob("*.yaml")) if not is_later(source.read(str(path)).data)]
"""The schema is that of files with facts; a later stage's file says what changed."""


def check(*arguments: object) -> Result:
    return CliRunner().invoke(check_jsonschema, ["-o", "json", *map(str, arguments)])


def refused(schema: Path, *paths: Path) -> set[Path]:
    """Those files that do not keep to the schema."""
    found = json.loads(check("--schemafile", schema, *paths).stdout)
    assert not found.get("parse_errors")
    return {Path(one["filename"]) for one in found["errors"]}


def refused_texts(schema: Path, texts: Iterable[str], folder: Path) -> set[str]:
    """Those texts that do not keep to the schema."""
    paths = {folder / f"{number}.yaml": text for number, text in enumerate(texts)}
    for path, text in paths.items():
        path.write_text(text, encoding="utf-8")
    return {paths[path] for path in refused(schema, *paths)}


def values_schema(path: Path) -> Path:
    return path.with_suffix(".values.schema.json")


@pytest.fixture(scope="module")
def sample_schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schema of the sample rubric's indicator files."""
    path = tmp_path_factory.mktemp("schemas") / "values.schema.json"
    assert run(Reporter("zh", quiet=True), str(SAMPLE), path) == FINE
    return path


def test_the_rubrics_schema_is_kept_up_to_date() -> None:
    kept = RUBRIC_SCHEMA.read_text(encoding="utf-8")
    assert schemas.as_text(schemas.rubric_schema()) == kept, "kaohe schema -o rubrics/rubric.schema.json"


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_the_values_schemas_are_kept_up_to_date(path: Path) -> None:
    rubric, _ = rubric_files.load(path)
    kept = values_schema(path)
    again = f"kaohe schema {rubric.id} -o rubrics/{kept.name}"
    assert schemas.as_text(schemas.values_schema(rubric)) == kept.read_text(encoding="utf-8"), again


def test_the_command_prints_the_schemas(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(Reporter("zh"), None, None) == FINE
    assert capfdbinary.readouterr().out == RUBRIC_SCHEMA.read_bytes()
    assert run(Reporter("zh"), RUBRICS[0].stem, Path("-")) == FINE
    assert capfdbinary.readouterr().out == values_schema(RUBRICS[0]).read_bytes()


def test_they_are_schemas(sample_schema: Path) -> None:
    found = check("--check-metaschema", RUBRIC_SCHEMA, *map(values_schema, RUBRICS), sample_schema)
    assert found.exit_code == 0, found.stdout


def test_rubrics_pass() -> None:
    assert refused(RUBRIC_SCHEMA, *RUBRICS, SAMPLE) == set()


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_shipped_cases_pass(path: Path) -> None:
    assert refused(path.with_suffix(".cases.schema.json"), path.with_suffix(".cases.yaml")) == set()


def test_a_side_that_is_worked_out_passes(tmp_path: Path) -> None:
    text = spoilt("bands: [{from: 2, below: 4,", "bands: [{from: 2 / 1, below: 4,")
    assert refused_texts(RUBRIC_SCHEMA, [text], tmp_path) == set()
    path = tmp_path / "rubric.yaml"
    path.write_text(text, encoding="utf-8")
    rubric_files.load(path)


def test_examples_pass(tmp_path: Path) -> None:
    by_schema: dict[Path, list[Path]] = defaultdict(list)
    for path in EXAMPLES:
        document = source.read(str(path))
        if kind_of(document) == "rubric":
            by_schema[RUBRIC_SCHEMA].append(path)
        elif path.name in NAMES:
            schema = tmp_path / "roster.json"
            by_schema[schema].append(path)
            run(Reporter("zh", quiet=True), str(TOP / "examples" / "small" / "rubric.yaml"), schema, roster=True)
        else:
            named = rubric_path(document)
            by_schema[values_schema(tmp_path / named.name)].append(path)
            run(Reporter("zh", quiet=True), str(named), values_schema(tmp_path / named.name))
    assert {path for schema, paths in by_schema.items() for path in refused(schema, *paths)} == set()


@pytest.fixture(scope="module")
def bad_rubrics(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Those changes to the sample that its schema refuses."""
    texts = [spoilt(*map(str, case.values)) for case in BAD_RUBRICS]
    return refused_texts(RUBRIC_SCHEMA, texts, tmp_path_factory.mktemp("rubrics"))


@pytest.mark.parametrize(("written", "instead"), BAD_RUBRICS)
def test_bad_rubrics_are_refused_by_the_schema_and_by_kaohe(
    bad_rubrics: set[str], tmp_path: Path, written: str, instead: str
) -> None:
    assert spoilt(written, instead) in bad_rubrics
    path = tmp_path / "rubric.yaml"
    path.write_text(spoilt(written, instead), encoding="utf-8")
    with pytest.raises(Problems):
        rubric_files.load(path)


@pytest.fixture(scope="module")
def bad_values(sample_schema: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files with one value changed that the schema refuses."""
    texts = [changed(str(case.values[0]), case.values[1]) for case in (*GOOD_VALUES, *BAD_VALUES)]
    return refused_texts(sample_schema, texts, tmp_path_factory.mktemp("values"))


@pytest.mark.parametrize(("path", "value"), GOOD_VALUES)
def test_good_values_pass(bad_values: set[str], path: str, value: object) -> None:
    text = changed(path, value)
    assert text not in bad_values
    UnitLoader("zh", {}).values(read("values.yaml", text.encode()))


@pytest.mark.parametrize(("path", "value"), BAD_VALUES)
def test_bad_values_are_refused_by_the_schema_and_by_kaohe(bad_values: set[str], path: str, value: object) -> None:
    text = changed(path, value)
    assert text in bad_values
    with pytest.raises(Problems):
        UnitLoader("zh", {}).values(read("values.yaml", text.encode()))


def test_a_file_of_common_parameters_names_no_unit(sample_schema: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "parameters.yaml", tmp_path / "no-rubric.yaml"
    good.write_text(f"rubric: {SAMPLE.as_posix()}\nparameters: {{average: 90%}}\n", encoding="utf-8")
    bad.write_text("parameters: {average: 90%}\n", encoding="utf-8")
    assert refused(sample_schema, good, bad) == {bad}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_template_passes_once_it_names_its_unit(sample_schema: Path, tmp_path: Path, language: Language) -> None:
    rubric, _ = rubric_files.load(SAMPLE)
    empty, named = tmp_path / "empty.yaml", tmp_path / "named.yaml"
    text = blank_submission.text(rubric, rubric.id, language)
    empty.write_text(text, encoding="utf-8")
    named.write_text(text.replace("\nunit:", "\nunit: 甲市", 1), encoding="utf-8")
    assert refused(sample_schema, empty, named) == {empty}


def properties(schema: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema describes, however deep."""
    if isinstance(schema, dict):
        for name, one in schema.items():
            if name == "properties":
                yield from one.items()
            yield from properties(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from properties(one)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_key_of_a_rubric_is_described(language: Language) -> None:
    schema = schemas.rubric_schema(language)
    shared = {"not", "any"}
    undescribed = {name for name, one in properties(schema) if name not in shared and not one.get("description")}
    assert undescribed == set()
    told = json.dumps(schema, ensure_ascii=False)
    of_rubrics = {code: words for code, words in table("schema").items() if "values" not in code}
    del of_rubrics["schema.type"]  # each type has its own text here; the reference page says it of the key
    unused = {words[language == "en"] for words in of_rubrics.values()}
    assert {words for words in unused if words.format() not in told} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_type_of_rule_and_each_kind_of_fact_has_its_own_text(language: Language) -> None:
    models = schemas.rubric_schema(language)["$defs"]
    types = {name: models[rule.__name__]["properties"]["type"] for name, rule in rule_types().items()}
    assert {name: one["const"] for name, one in types.items()} == {name: name for name in types}
    assert types["tiered"]["description"] == told("schema.Tiered", language)
    assert len({one["description"] for one in types.values()}) == len(types)
    for model in ("Indicator", "RecordFact"):
        kind = models[model]["properties"]["kind"]
        said = dict(zip(kind["enum"], kind["enumDescriptions"], strict=True))
        assert said["count"] == say("reference.kind-count", language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_question_of_a_rubric_is_described(language: Language) -> None:
    rubric, _ = rubric_files.load(SAMPLE)
    asked = schemas.values_schema(rubric, language)["properties"]["indicators"]["properties"]
    for number, item in rubric.items():
        assert asked[item.id]["description"].startswith(f"{number} {item.title}")
        for name, indicator in item.indicators.items():
            if not indicator.asked and indicator.kind != "year":
                assert name not in asked[item.id]["properties"]
                continue
            described = asked[item.id]["properties"][name]["description"]
            assert indicator.label in described
            assert indicator.unit in described
            assert indicator.note in described
    assert "副职" in asked["mechanism"]["properties"]["deputies"]["description"]
