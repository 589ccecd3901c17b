"""Reading: data and positions, every finding, both parsers, and bombs that do not go off."""

import hashlib
import io
import pickle
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaohe.messages.problem_words.source_problems import SENTENCES
from kaohe.problems import Problem, Problems
from kaohe.source import Document, decoding, read
from kaohe.source.yaml import plain_data
from support.folders import TESTS

HERE = Path(__file__).parent
CASES = yaml.load((HERE / "source_cases.yaml").read_bytes(), yaml.CSafeLoader)
CODES = {code.removeprefix("problem.") for code in SENTENCES} | {"full-width-number"}
BAD = [path for path in sorted((TESTS / "bad").glob("*.txt")) if path.read_bytes().decode().split()[1] in CODES]


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers must tell the same."""
    if request.param == "pure":
        monkeypatch.setattr(plain_data, "Parser", yaml.SafeLoader)


def document(text: str) -> Document:
    return read("a.yaml", text.encode())


def problems(content: bytes | str) -> list[str]:
    return [f"{one.line}:{one.column} {one.code}" for one in found(content)]


def found(content: bytes | str) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as caught:
        read("a.yaml", content.encode() if isinstance(content, str) else content)
    return caught.value.problems


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("case", CASES, ids=[repr(case["text"]) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    if "data" in case:
        assert repr(document(case["text"]).data) == case["data"]
    else:
        assert problems(case["text"]) == case["problems"]


@pytest.mark.parametrize("expected", BAD, ids=[path.stem for path in BAD])
def test_bad_file(expected: Path, pinned: Callable[[Path, str], None]) -> None:
    """The whole messages of files that are broken as YAML."""
    broken = expected.with_suffix(".yaml")
    with pytest.raises(Problems) as caught:
        read(broken.name, broken.read_bytes())
    lines = [f"{one.place}: {one.code} {one.message('zh')}\n" for one in caught.value.problems]
    pinned(expected, "".join(lines))


def test_every_sentence_is_pinned() -> None:
    pinned_codes = {line.split()[1] for path in BAD for line in path.read_bytes().decode().splitlines()}
    assert CODES - pinned_codes == {"file-too-large"}  # no such file in the repository


def test_sentences_fit_a_chinese_console() -> None:
    for sentence, _ in SENTENCES.values():
        sentence.encode("gbk")


def positions(text: str, *paths: tuple[str | int, ...]) -> list[tuple[int, int]]:
    return [document(text).position(path) for path in paths]


class TestPosition:
    def test_block(self) -> None:
        text = "a: 1\nbb:\n  - c: 2\n    d:\n  - x\n"
        assert positions(text, ("a",), ("bb",), ("bb", 0), ("bb", 0, "c"), ("bb", 0, "d"), ("bb", 1)) == [
            (1, 4),
            (3, 3),
            (3, 5),
            (3, 8),
            (4, 7),
            (5, 5),
        ]

    def test_flow(self) -> None:
        assert positions("a: {b: [1, 'x'], c: }\n", ("a",), ("a", "b", 1), ("a", "c")) == [(1, 4), (1, 12), (1, 21)]

    def test_columns_count_characters(self) -> None:
        text = "𠮷野: {\U0001f600: 甲, 乙: 丙}\r\n丁: 戊\r\n"
        assert positions(text, ("𠮷野", "\U0001f600"), ("𠮷野", "乙"), ("丁",)) == [(1, 9), (1, 15), (2, 4)]
        assert read("a", b"\xef\xbb\xbf" + text.encode()).position(("𠮷野", "乙")) == (1, 15)

    def test_key(self) -> None:
        one = document("a: {b: 1}\nc: [2]\n")
        assert one.position(("a", "b"), key=True) == (1, 5)
        assert one.position(("c", 0), key=True) == (2, 5)
        assert one.position((), key=True) == (1, 1)

    def test_beyond_what_there_is(self) -> None:
        one = document("# x\na: {b: 1}\nc: [2]\n")
        assert [one.position(path) for path in [(), ("z",), ("a", "z"), ("a", "b", "z"), ("c", 5, 1)]] == [
            (2, 1),
            (2, 1),
            (2, 4),
            (2, 8),
            (3, 4),
        ]
        assert one.position(("a", "z"), key=True) == (2, 1)

    def test_alias(self) -> None:
        """The alias stands where it is used, what is in it where it was written."""
        text = "a: &x {b: [1]}\nc: *x\nd: {e: *x, f: 2}\ng: 3\n"
        paths = ("a",), ("c",), ("c", "b", 0), ("d", "e"), ("d", "e", "b"), ("d", "f"), ("g",)
        assert positions(text, *paths) == [(1, 4), (2, 4), (1, 12), (3, 8), (1, 11), (3, 15), (4, 4)]


class TestOtherProcesses:
    """A document goes there as bytes."""

    def test_its_places_are_found_there_anew(self) -> None:
        here = document("a: &x {b: 1}\nc: [2, *x]\n")
        asked = [here.position(path) for path in (("a", "b"), ("c", 0), ("c", 1))]
        there = pickle.loads(pickle.dumps(here))  # noqa: S301 - our own bytes
        assert there == here
        assert [there.position(path) for path in (("a", "b"), ("c", 0), ("c", 1))] == asked

    def test_its_head_has_every_key_and_no_more_than_plain_values(self) -> None:
        head = document("unit: 甲市\nyear: 2011\nindicators: {a: {b: 1}}\nlist: []\n").head()
        assert (head.path, head.data) == (
            "a.yaml",
            {"unit": "甲市", "year": 2011, "indicators": None, "list": None},
        )

    def test_its_head_has_places_up_to_the_first_value_that_is_left_out(self) -> None:
        head = document("# 甲\nunit: &a 甲市\nyear: *a\nindicators: {a: 1}\nstage: self\n").head()
        asked = [head.position((key,)) for key in ("unit", "year", "indicators", "stage")]
        assert asked == [(2, 7), (3, 7), (2, 1), (2, 1)]
        assert "indicators" not in head.text
        first = document("a: {b: 1}\nunit: 甲市\n").head()
        assert (first.position(("unit",)), first.starts) == ((1, 1), [0])


class TestBytes:
    TEXT = "单位: 示例市\n年度: 2011\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_encodings(self, encoding: str, end: str) -> None:
        one = read("a", self.TEXT.replace("\n", end).encode(encoding))
        assert one.data == {"单位": "示例市", "年度": 2011}
        assert one.text == self.TEXT
        assert one.position(("年度",)) == (2, 5)

    def test_big_endian(self) -> None:
        assert read("a", b"\xfe\xff" + self.TEXT.encode("utf-16-be")).text == self.TEXT

    def test_gbk_is_named_and_read_on(self) -> None:
        assert problems("# x\nb: 单位\na: 010\n".encode("gbk")) == ["2:4 gbk", "3:4 leading-zero"]
        assert problems("a: 1\nb: ab联通\n".encode("gb18030")) == ["2:6 gbk"]

    @pytest.mark.parametrize(
        ("content", "place"),
        [
            (b"a: \xff\n", "1:4"),
            (b"a: 1\nb: \x00\n", "2:4"),
            ("a: 示例市\nb: 示例市\n".encode()[:-2], "2:6"),
            (b"\xff\xfea\x00:\x00\x00\xd8", "1:3"),
            (b"\x89PNG\r\n\x1a\n\xc0\xc1\x01", "1:1"),
        ],
    )
    def test_no_text(self, content: bytes, place: str) -> None:
        assert problems(content) == [f"{place} not-text"]

    def test_too_large(self) -> None:
        assert problems(b"#" * (decoding.BIGGEST_FILE + 1)) == ["1:1 file-too-large"]

    def test_hash_is_of_the_bytes(self) -> None:
        content = b"\xef\xbb\xbfa: 1\r\n"
        assert read("a", content).sha256 == hashlib.sha256(content).hexdigest()

    def test_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_bytes(b"a: 1\n")
        one = read(str(path))
        assert (one.path, one.data) == (str(path), {"a": 1})
        with pytest.raises(OSError, match="missing"):
            read(str(tmp_path / "missing.yaml"))

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\n")))
        assert (read("-").path, read("-", b"a: 2").data) == ("<stdin>", {"a": 2})


BOMBS = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "block": "".join(" " * level + "a:\n" for level in range(2000)),
    "aliases in depth": "a: &a " + "[" * 60 + "]" * 60 + "\nb: " + "[" * 10 + "*a" + "]" * 10,
}


class TestLimits:
    @pytest.mark.usefixtures("parser")
    @pytest.mark.parametrize("bomb", BOMBS)
    def test_depth(self, bomb: str) -> None:
        (only,) = found(BOMBS[bomb])
        assert only.code == "too-deep"

    def test_depth_is_64(self) -> None:
        document("a: " + "[" * 63 + "]" * 63)
        assert problems("a: " + "[" * 64 + "]" * 64) == ["1:67 too-deep"]
        document("a: &a [[1]]\nb: " + "[" * 61 + "*a" + "]" * 61)
        assert problems("a: &a [[1]]\nb: " + "[" * 62 + "*a" + "]" * 62) == ["2:66 too-deep"]

    def test_values(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(plain_data, "MOST_VALUES", 1000)
        document("a: [" + "1," * 990 + "]")
        assert problems("a: [" + "1," * 1001 + "]") == ["1:1999 too-many-values"]

    def test_laughs(self) -> None:
        lines = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)]
        (only,) = found("a0: &a0 x\n" + "".join(lines))
        assert only.code == "too-many-values"

    def test_findings(self) -> None:
        for text in ("a: 1\n" * 5000, "\u200b\n" * 5000, "b:\ta\n" * 5000, "a：1\n" * 5000):
            assert len(found(text)) <= 1001

    def test_long_texts_are_no_numbers(self) -> None:
        assert document(f"a: 0{'1_' * 1000}x\n").data == {"a": f"0{'1_' * 1000}x"}
        (only,) = found(f"a: {'9' * 5000}\n")
        assert (only.code, only.parameters) == ("long-number", {"found": "9" * 59 + "…"})

    def test_messages_stay_on_one_line(self) -> None:
        (only,) = found('"a\\n[31m": 1\n"a\\n[31m": 2\n')
        assert only.parameters["key"] == "a [31m"


TEXTS = st.text("甲乙 丙ab,.#\U0001f600-", max_size=20).map(lambda text: f"文{text}文")
ANY_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cf", "Cc"]), max_size=20)
KEYS = st.text("abc_甲乙", min_size=2)


STYLES = {"block": False, "flow": True, "mixed": None}


class Quoting(yaml.SafeDumper):
    """Writes every text in double quotes."""


Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def mappings(texts: st.SearchStrategy[str], keys: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    values = st.recursive(
        texts | st.integers(-(10**12), 10**12) | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=8,
    )
    return st.dictionaries(keys, values, max_size=4)


class TestAnything:
    @given(mappings(TEXTS, KEYS), st.sampled_from(sorted(STYLES)))
    def test_round_trip(self, data: dict[str, Any], style: str) -> None:
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=STYLES[style])
        one = document(text)
        assert one.data == data
        assert list(one.data) == list(data)

    @given(mappings(ANY_TEXTS, ANY_TEXTS))
    def test_quoted_texts_stay_as_they_are(self, data: dict[str, Any]) -> None:
        assert document(yaml.dump(data, Dumper=Quoting, allow_unicode=True)).data == data

    @given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
    def test_decimals_are_exact(self, number: Decimal) -> None:
        assert document(f"a: {number:f}").data == {"a": number}

    @given(mappings(TEXTS, KEYS), st.sampled_from(sorted(STYLES)))
    def test_positions_are_those_of_the_nodes(self, data: dict[str, Any], style: str) -> None:
        text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=STYLES[style])
        one = document(text)
        for path, key, value in marks(yaml.compose(text, yaml.SafeLoader), ()):
            assert one.position(path, key=True) == (key.line + 1, key.column + 1)
            assert one.position(path) == (value.line + 1, value.column + 1)

    @pytest.mark.usefixtures("parser")
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.text() | st.text("aab:： -\n  []{},&*!|>'\"#%@`?\u30001230x_.，“”<~\\\t\u200b", max_size=30))
    def test_nothing_but_problems(self, text: str) -> None:
        """Whatever stands in the file: it is read, or there are problems with a sentence."""
        try:
            document(f"a: {text}")
        except Problems as caught:
            for problem in caught.problems:
                assert "\n" not in problem.message("zh") + problem.message("en")


def marks(node: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any, Any]]:
    """Path, mark of the key and mark of the value, as PyYAML's own composer has them."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key.start_mark, value.start_mark
            yield from marks(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*path, index), value.start_mark, value.start_mark
            yield from marks(value, (*path, index))
