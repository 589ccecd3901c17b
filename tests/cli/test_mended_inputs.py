"""`kaohe validate --fix` mends files where they lie, `--diff` shows it; both say what, and in which lines."""

from pathlib import Path

import pytest

from kaohe.cli import mended_inputs
from kaohe.cli.commands.validate import ValidateOptions, run
from kaohe.cli.mended_inputs import mend_files
from kaohe.cli.reporter import Reporter
from kaohe.problems import Unusable
from support.command_line import FULL_MARKS, ROOT, kaohe

SOUND = (ROOT / "rubrics" / "jiangsu-employment-2011.yaml").read_text(encoding="utf-8")
BROKEN = (
    SOUND.replace("        points: 8\n", "        points：８\n", 1)
    .replace("落实失业保险待遇\n", "落实失业\n保险待遇\n", 1)
    .replace("            points: 1\n", "\t\t\tpoints: 1\n", 2)
    .replace("# 1.1", "# 1.1 注释　１\t不动")
)
MENDED = SOUND.replace("# 1.1", "# 1.1 注释　１\t不动")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, content: bytes) -> Path:
    path = Path(name)
    path.write_bytes(content)
    return path


def test_the_file_is_mended_and_then_checked() -> None:
    path = put("细则.yaml", BROKEN.replace("\n", "\r\n").encode("gb18030"))
    path.chmod(0o640)
    assert kaohe("validate", path).code == 1
    ran = kaohe("validate", "--fix", path)
    assert ran.code == 0
    assert path.read_text(encoding="utf-8") == MENDED
    assert path.stat().st_mode & 0o777 == 0o640
    assert ran.err == (
        "细则.yaml：已改：GBK 编码改为 UTF-8；Windows 换行改为普通换行；全角的数字、符号、冒号改为半角（第 23 行）；"
        "接上断开的原文（第 100 行）；制表符和特殊的空格改为半角空格（第 124、177 行）\n"
    )
    assert ran.out.splitlines()[-1] == "共 1 个文件：0 个错误，1 个警告"
    assert [path.name for path in Path().iterdir()] == ["细则.yaml"]


def test_in_english_and_quietly() -> None:
    path = put("a.yaml", "\ufeffunit：甲市\n".encode())
    put("b.yaml", "unit: 甲\u200b市\u2028\n".encode())
    put("c.yaml", "unit: 甲市\n".encode("utf-16"))
    narrow = "full-width digits, signs and colons become ordinary ones (lines: 1)"
    joined = "broken lines of the form's text are joined (lines: 1)"
    ran = kaohe("validate", "--fix", ".", "--lang", "en")
    assert ran.err.splitlines() == [
        f"a.yaml: mended: the byte order mark is gone; {narrow}",
        f"b.yaml: mended: invisible characters are deleted (lines: 1); {joined}",
        "c.yaml: mended: UTF-16 becomes UTF-8",
    ]
    path.write_bytes("unit：甲市\n".encode())
    assert not kaohe("validate", "--fix", "--quiet", path).err
    assert path.read_text(encoding="utf-8") == "unit: 甲市\n"


def test_many_lines_are_not_all_named() -> None:
    put("a.yaml", b"unit: a\n" + b"".join(b"x%d:\t1\n" % number for number in range(20)))
    said = kaohe("validate", "--fix", ".").err
    assert said == "a.yaml：已改：制表符和特殊的空格改为半角空格（第 2、3、4、5、6、7、8、9、10、11、12、13… 行）\n"


def test_shown_and_not_written() -> None:
    path = put("细则.yaml", BROKEN.encode())
    ran = kaohe("validate", "--fix", "--diff", path)
    assert (ran.code, path.read_text(encoding="utf-8")) == (1, BROKEN)
    changes = [line for line in ran.out.splitlines() if line.startswith(("-", "+"))]
    assert changes[:4] == ["--- 细则.yaml", "+++ 细则.yaml", "-        points：８", "+        points: 8"]
    assert ran.err.startswith("细则.yaml：可改：全角的数字、符号、冒号改为半角（第 23 行）；")
    path.write_text(MENDED, encoding="utf-8")
    assert (kaohe("validate", "--diff", path).code, kaohe("validate", "--diff", path).out) == (0, "")


def test_a_last_line_without_an_end() -> None:
    put("a.yaml", "unit：甲市".encode())
    assert kaohe("validate", "--diff", "a.yaml").out.splitlines()[-2:] == ["-unit：甲市", "+unit: 甲市"]


def test_sound_files_and_files_of_others_are_not_touched() -> None:
    files = {
        "city.yaml": FULL_MARKS.read_bytes(),
        "细则.yaml": MENDED.encode(),
        "other.yaml": "name：甲\r\n".encode(),
        "表.csv": "单位\r\n甲市\r\n".encode("gb18030"),
        "填报.xlsx": b"PK",
    }
    for name, content in files.items():
        put(name, content)
    assert not kaohe("validate", "--fix", ".").err
    assert {name: Path(name).read_bytes() for name in files} == files


def test_a_link_stays_a_link_and_its_target_is_mended_once() -> None:
    put("a.yaml", "unit：甲市\n".encode())
    Path("b.yaml").symlink_to("a.yaml")
    assert kaohe("validate", "--fix", ".").err.count("已改") == 1
    assert Path("b.yaml").is_symlink()
    assert Path("a.yaml").read_text(encoding="utf-8") == "unit: 甲市\n"


def test_standard_input_has_no_file() -> None:
    for option in ("--fix", "--diff"):
        ran = kaohe("validate", option, "-", stdin=b"unit: a\n")
        assert (ran.code, ran.err) == (2, "标准输入不能用 --fix 或 --diff：没有文件可改\n")
    with pytest.raises(Unusable) as raised:
        run(Reporter("zh"), ValidateOptions([Path("-")], fix=True))
    assert raised.value.code == "mend-stdin"
    assert kaohe("validate", "--fix", "-", "--lang", "en", stdin=b"unit: a\n").err == (
        "--fix and --diff can't be used with standard input: there is no file to mend\n"
    )


def test_a_file_that_somebody_saves_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    path = put("a.yaml", "unit：甲市\n".encode())
    monkeypatch.setattr(mended_inputs, "_content", lambda _: "unit：乙市\n".encode())
    with pytest.raises(Unusable) as raised:
        mend_files(Reporter("zh"), [path], lambda _: ())
    assert raised.value.code == "changed-meanwhile"
    assert raised.value.message("zh") == "a.yaml 刚刚被别人改过，没有写；请再运行一次"
    assert path.read_text(encoding="utf-8") == "unit：甲市\n"


def test_what_can_not_be_read_is_told_by_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    path = put("a.yaml", b"unit: a\n")
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "denied")))
    assert mend_files(Reporter("zh"), [path], lambda _: ()) == 0


def test_what_is_not_to_be_written_is_left_and_the_others_are_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        put(name, "unit：甲市\n".encode())
    Path("a.yaml").chmod(0o444)

    def replace(path: Path, content: bytes) -> None:
        if path.name == "b.yaml":
            raise PermissionError(13, "denied", str(path))
        path.write_bytes(content)

    monkeypatch.setattr(mended_inputs, "replace", replace)
    ran = kaohe("validate", "--fix", ".")
    assert ran.err.splitlines() == [
        "a.yaml：只读，没有改；要改的，先去掉只读",
        "b.yaml：没有权限写，没有改；请检查文件和文件夹的权限",
        "c.yaml：已改：全角的数字、符号、冒号改为半角（第 1 行）",
    ]
    assert [one.read_text(encoding="utf-8") for one in sorted(Path().iterdir())] == [
        "unit：甲市\n",
        "unit：甲市\n",
        "unit: 甲市\n",
    ]
    assert kaohe("validate", "--fix", ".", "--lang", "en").err.splitlines() == [
        "a.yaml: read-only, left as it is; make it writable to have it mended",
        "b.yaml: left as it is, for writing there is not permitted; check the permissions of the file and its folder",
    ]
