"""`kaohe cases --signed`: the signed rows of a workbook become a file of cases; the others are counted and named."""

from pathlib import Path

from kaohe.authoring.cases.signing.signed_workbook import Objection, SignedCases, signed_cases
from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, existing_files
from kaohe.cli.rubric_names import name_for
from kaohe.library import rubric_files
from kaohe.messages import say
from kaohe.problems import Problem, Problems
from kaohe.render.cases import cases_yaml


def run_signed(reporter: Reporter, rubric: str, signed: Path, target: Path | None) -> int:
    """The exit code: findings where a row is wrong, or somebody says that points are."""
    existing_files([signed])
    path, language = rubric_files.find(rubric, Path()), reporter.language
    found = signed_cases(str(signed))
    document = rubric_files.sound(path)
    if found.sealed.rubric["id"] != document.data["id"]:  # who signed has seen the other form
        sides = {"found": found.sealed.rubric["id"], "expected": document.data["id"]}
        raise Problems([Problem("rubric-differs", str(signed), parameters=sides)])
    if found.sealed.rubric["sha256"] != document.sha256:
        reporter.notice("plain", text=say("signing.rubric-changed", language, rubric=path.name))
    if found.cases:
        head = {**found.document.data, "rubric": name_for(rubric, path, target)}
        head.pop("cases")
        remarks = [say("signing.remark-signed", language, path=signed.name)]
        opinions = {one.name: told for one in found.objections if (told := one.row.opinion)}
        deliver(reporter, cases_yaml.text(head, found.cases, remarks, opinions), target)
    _tell(reporter, found)
    if found.document.findings:
        raise Problems(found.document.findings)
    return FINDINGS if found.objections else FINE


def _tell(reporter: Reporter, found: SignedCases) -> None:
    figures = {"agreed": found.agreed, "wrong": len(found.objections), "unsigned": len(found.unsigned)}
    reporter.notice("plain", text=say("signing.read-back", reporter.language, **figures))
    for one in found.objections:
        reporter.notice("plain", text=_objection(one, reporter))
    reporter.remark(found.document.remarks)


def _objection(one: Objection, reporter: Reporter) -> str:
    row = one.row
    figures = {"number": row.number, "name": one.name, "points": one.points, "due": row.due}
    who = {"opinion": " ".join(row.opinion.split()), "by": row.by, "on": row.on}
    return say("signing.objection", reporter.language, **figures, **who)
