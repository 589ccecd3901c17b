"""Writes all that is made from something else in the repository; run it after changing a rubric or a model."""

from pathlib import Path

from kaohe.authoring import problem_examples
from kaohe.authoring.cases.case_schema import cases_schema
from kaohe.authoring.schemas import as_text, rubric_schema, values_schema
from kaohe.library import rubric_files
from kaohe.library.checks import problems
from kaohe.problems import errors
from kaohe.render.explain import problem_page, reference_page
from kaohe.source import read

TOP = Path(__file__).parent.parent
RUBRICS = TOP / "rubrics"


def main() -> None:
    """References, examples of problems, schemas for editors, digests of the rubrics that validate without an error."""
    (TOP / "docs" / "rules.md").write_text(reference_page.markdown("zh"), encoding="utf-8")
    problem_examples.KEPT.write_text(
        problem_examples.as_text(problem_examples.collected(TOP / "tests" / "bad")), encoding="utf-8"
    )
    (TOP / "docs" / "problems.md").write_text(problem_page.markdown("zh"), encoding="utf-8")
    (RUBRICS / "rubric.schema.json").write_text(as_text(rubric_schema()), encoding="utf-8")
    lines = []
    for path in rubric_files.shipped().values():
        document = read(str(path))
        found = errors(problems(document))
        if found:
            raise SystemExit("\n".join(problem.message("en") for problem in found))
        lines.append(f"{document.sha256}  {path.name}\n")
        rubric, _ = rubric_files.load(path)
        (RUBRICS / f"{rubric.id}.values.schema.json").write_text(as_text(values_schema(rubric)), encoding="utf-8")
        (RUBRICS / f"{rubric.id}.cases.schema.json").write_text(as_text(cases_schema(rubric)), encoding="utf-8")
    (RUBRICS / rubric_files.DIGESTS).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
