"""Whoever writes a workbook that `verify` will not open is told so, and what to do instead."""

from pathlib import Path

import pytest

from kaohe.source import workbooks
from support.command_line import kaohe
from support.units_on_disk import UNITS, batch, write

TOLD = (
    "注意：{} 太大（解压后超过 200 MB，或有五十多万个格子），kaohe verify 不打开它；"
    "要能核验，分几批写（如一个地区一批），只要数字的写 .csv\n"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()
    write("甲市.yaml")


def test_a_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "太大" not in batch().err
    monkeypatch.setattr(workbooks, "LARGEST", 10_000)
    for path in ("out/汇总.xlsx", "全省.xlsx"):
        ran = batch(target=path.partition("/")[0])
        assert ran.err.count("太大") == 1
        assert f"已写入 {path}\n{TOLD.format(path)}" in ran.err
        assert "workbook-too-large" in kaohe("verify", path).out


def test_in_english_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "LARGEST", 10_000)
    told = (
        "note: all.xlsx is too large for kaohe verify (over 200 MB when unpacked, or over half a million cells), which "
        "will not open it; to have it verified write smaller batches, a region each, and .csv where figures will do\n"
    )
    assert told in batch("--lang", "en", target="all.xlsx").err
    assert "太大" not in batch(target="全省.csv").err + batch("-q", target="全省.xlsx").err


def test_a_public_list_and_a_closed_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "LARGEST", 10_000)
    stage = [str(UNITS), "--stage", "self", "-o"]
    assert kaohe("announce", *stage, "公示.xlsx").err.endswith(f"已写入 公示.xlsx\n{TOLD.format('公示.xlsx')}")
    assert "太大" not in kaohe("announce", *stage, "公示.html").err
    assert TOLD.format("甲.zip/outputs/汇总.xlsx") in kaohe("close", *stage, "甲.zip").err
