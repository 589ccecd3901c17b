"""The server with a real client: over standard input and output, as editors start it."""

import shutil
from pathlib import Path

import pytest
from lsprotocol import types

from kaohe.editor.server.protocol import FIX_ALL
from support.editing import CURSOR, EMPLOYMENT, RUBRICS, SMALL, edited
from support.editor_client import Editor, edit
from support.folders import BAD, TOP


def identified(uri: str) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri)


def test_findings_come_as_the_text_is_written(tmp_path: Path) -> None:
    path = tmp_path / "明年 的细则.yaml"  # an address has neither these characters nor the blank

    async def work(writer: Editor) -> None:
        uri = writer.open(path, edited("count: missing", "count: mising"))
        found = await writer.findings(uri)
        wrong = next(one for one in found if one.code == "unknown-reference")
        assert wrong.message.startswith("没有声明“mising”这个事实")
        assert (wrong.severity, wrong.source) == (types.DiagnosticSeverity.Error, "kaohe")
        line = SMALL.partition("count: missing")[0].count("\n")
        assert (wrong.range.start.line, wrong.range.end.line) == (line, line)
        assert wrong.range.end.character - wrong.range.start.character == len("mising")
        writer.change(uri, 2, SMALL)
        assert "unknown-reference" not in [one.code for one in await writer.findings(uri, 2)]
        writer.client.text_document_did_close(types.DidCloseTextDocumentParams(identified(uri)))
        assert await writer.findings(uri, None) == []
        assert writer.log == []

    edit(work)


def test_columns_are_counted_as_the_protocol_has_them() -> None:
    """A character beyond the first plane is two units there."""

    async def work(writer: Editor) -> None:
        uri = writer.open(RUBRICS / "unsaved.yaml", edited("title: 培训\n", "title: 𠮷𠮷, nonsense: 1\n"))
        await writer.findings(uri)
        text = edited("{clause: 发生事故的不得分, when: accident}", "{clause: 𠮷𠮷, when: acident}")
        writer.change(uri, 2, text)
        found = [one for one in await writer.findings(uri, 2) if one.code == "unknown-reference"]
        before = text.partition("acident")[0].rpartition("\n")[2]
        assert found[0].range.start.character == len(before) + 2

    edit(work)


def test_completion() -> None:
    async def work(writer: Editor) -> None:
        uri = writer.open(RUBRICS / "unsaved.yaml", SMALL)
        place = writer.write(uri, 2, edited("count: missing", f"count: mi{CURSOR}"))
        found = await writer.client.text_document_completion_async(types.CompletionParams(identified(uri), place))
        assert isinstance(found, types.CompletionList)
        first = found.items[0]
        assert (first.label, first.detail) == ("missing", "少培训人数")
        assert first.filter_text == "missing 少培训人数"
        assert isinstance(first.text_edit, types.TextEdit)
        assert first.text_edit.range == types.Range(types.Position(place.line, place.character - 2), place)
        place = writer.write(uri, 3, edited("id: short\n", f"id: short\n            {CURSOR}\n"))
        found = await writer.client.text_document_completion_async(types.CompletionParams(identified(uri), place))
        assert isinstance(found, types.CompletionList)
        keys = [one for one in found.items if one.kind == types.CompletionItemKind.Property]
        assert "requires" in [one.label for one in keys]
        assert [one.sort_text for one in keys] == sorted(str(one.sort_text) for one in keys)

    edit(work)


def test_hover_definition_and_references() -> None:
    async def work(writer: Editor) -> None:
        uri = writer.open(RUBRICS / "unsaved.yaml", SMALL)
        place = writer.write(uri, 2, edited("count: missing", f"count: mis{CURSOR}sing"))
        shown = await writer.client.text_document_hover_async(types.HoverParams(identified(uri), place))
        assert shown is not None
        assert isinstance(shown.contents, types.MarkupContent)
        assert shown.contents.value.startswith("**少培训人数**")
        there = await writer.client.text_document_definition_async(types.DefinitionParams(identified(uri), place))
        assert isinstance(there, types.Location)
        line = SMALL.partition("missing: {")[0].count("\n")
        assert (there.uri, there.range.start) == (uri, types.Position(line, 10))
        for declared, expected in ((True, 2), (False, 1)):
            asked = types.ReferenceParams(types.ReferenceContext(declared), identified(uri), place)
            named = await writer.client.text_document_references_async(asked)
            assert named is not None
            assert len(named) == expected

    edit(work)


def test_from_a_units_file_to_its_rubric() -> None:
    path = TOP / "examples" / "full-marks.yaml"

    text = path.read_text(encoding="utf-8")

    async def work(writer: Editor) -> None:
        uri = writer.open(path, text)
        assert await writer.findings(uri) == []
        place = writer.write(uri, 2, edited("contributors:", f"contributors{CURSOR}:", text))
        there = await writer.client.text_document_definition_async(types.DefinitionParams(identified(uri), place))
        assert isinstance(there, types.Location)
        assert there.uri == (RUBRICS / "jiangsu-employment-2011.yaml").as_uri()
        line = EMPLOYMENT.partition("contributors: {")[0].count("\n")
        assert there.range.start.line == line
        asked = types.DocumentSymbolParams(identified(uri))
        outline = await writer.client.text_document_document_symbol_async(asked)
        assert outline
        assert isinstance(outline[0], types.DocumentSymbol)
        assert outline[0].children
        assert outline[0].children[0].name == "1.1 扩面征缴工作"

    edit(work)


def test_quick_fixes() -> None:
    async def work(writer: Editor) -> None:
        uri = writer.open(RUBRICS / "unsaved.yaml", edited("count: missing", "count: mising"))
        wrong = next(one for one in await writer.findings(uri) if one.code == "unknown-reference")
        asked = types.CodeActionParams(identified(uri), wrong.range, types.CodeActionContext([wrong]))
        actions = await writer.client.text_document_code_action_async(asked)
        assert actions
        assert len(actions) == 1
        action = actions[0]
        assert isinstance(action, types.CodeAction)
        assert (action.title, action.kind, action.is_preferred) == (
            "把“mising”改成“missing”",
            types.CodeActionKind.QuickFix,
            True,
        )
        assert action.edit is not None
        assert action.edit.changes is not None
        assert list(action.edit.changes[uri]) == [types.TextEdit(wrong.range, "missing")]
        writer.change(uri, 2, SMALL)  # a finding of before is nothing to mend now
        assert not await writer.client.text_document_code_action_async(asked)

    edit(work)


def test_all_mends_of_a_file_at_once() -> None:
    wrong = edited("            points: 4\n", "\t    points：４\n")

    async def work(writer: Editor) -> None:
        uri = writer.open(RUBRICS / "unsaved.yaml", wrong)
        found = await writer.findings(uri)
        near = types.CodeActionContext(found)
        lightbulb = types.CodeActionParams(identified(uri), found[0].range, near)
        on_save = types.CodeActionParams(identified(uri), found[0].range, types.CodeActionContext([], [FIX_ALL]))
        for asked, kind in ((lightbulb, types.CodeActionKind.QuickFix), (on_save, FIX_ALL)):
            actions = await writer.client.text_document_code_action_async(asked)
            assert actions
            action = actions[-1]
            assert isinstance(action, types.CodeAction)
            assert (action.kind, action.title) == (kind, "全文能机械修好的 3 处一次修好")
            assert action.edit is not None
            assert action.edit.changes is not None
            assert [one.new_text for one in action.edit.changes[uri]] == [SMALL]

    edit(work)


def test_what_rests_on_a_rubric_is_checked_when_it_is_saved(tmp_path: Path) -> None:
    for path in (TOP / "examples" / "small").glob("*.yaml"):
        shutil.copy(path, tmp_path)
    rubric = tmp_path / "rubric.yaml"
    first = next(path for path in sorted(tmp_path.glob("*.yaml")) if path != rubric)
    text, reported = (path.read_text(encoding="utf-8") for path in (rubric, first))

    async def work(writer: Editor) -> None:
        unit = writer.open(first, reported)
        assert await writer.findings(unit) == []
        changed = writer.open(rubric, text)
        assert await writer.findings(changed) == []
        writer.change(changed, 2, text.replace("kaohe: 1", "kaohe: 2"))
        assert [one.code for one in await writer.findings(changed, 2)] == ["not-one-of"]
        writer.client.text_document_did_save(types.DidSaveTextDocumentParams(identified(changed)))
        assert [one.code for one in await writer.findings(unit)] == ["needs-other"]

    edit(work)


def test_no_file_ends_it() -> None:
    """Broken files, those of other programs, and texts cut off at any place: it answers, and goes on."""

    async def work(writer: Editor) -> None:
        uri = writer.open(RUBRICS / "unsaved.yaml", "services: {web: 1}\n")
        assert await writer.findings(uri) == []
        texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(BAD.glob("*.yaml"))[::12]]
        texts += [EMPLOYMENT[:length] for length in range(0, 9000, 733)]
        texts += ["[" * 5000, "a: &a [*a]", "\0", "sections: 3", "sections: [1, {items: 2}, {items: [x]}]\nkaohe: 1"]
        for version, text in enumerate(texts, 2):
            writer.change(uri, version, text)
            place = types.Position(text.count("\n"), len(text.rpartition("\n")[2]))
            await writer.client.text_document_completion_async(types.CompletionParams(identified(uri), place))
            await writer.client.text_document_hover_async(types.HoverParams(identified(uri), place))
            await writer.client.text_document_definition_async(types.DefinitionParams(identified(uri), place))
            await writer.client.text_document_document_symbol_async(types.DocumentSymbolParams(identified(uri)))
        writer.change(uri, 999, SMALL)
        assert "orphan-words" in [one.code for one in await writer.findings(uri, 999)]
        assert writer.log == []

    edit(work)


@pytest.mark.parametrize(
    ("locale", "options", "start"),
    [
        ("en-US", (), "no fact “mising”"),
        ("en-US", ("--lang", "zh"), "没有声明"),
        ("zh-CN", ("--lang", "en"), "no fact"),
    ],
)
def test_the_editors_language_unless_one_is_named(
    monkeypatch: pytest.MonkeyPatch, locale: str, options: tuple[str, ...], start: str
) -> None:
    monkeypatch.delenv("KAOHE_LANG", raising=False)

    async def work(writer: Editor) -> None:
        uri = writer.open(RUBRICS / "unsaved.yaml", edited("count: missing", "count: mising"))
        wrong = next(one for one in await writer.findings(uri) if one.code == "unknown-reference")
        assert wrong.message.startswith(start)

    edit(work, locale, *options)


def test_what_it_can_do() -> None:
    async def work(writer: Editor) -> None:
        can = writer.capabilities
        assert can.position_encoding == types.PositionEncodingKind.Utf16
        assert can.hover_provider
        assert can.definition_provider
        assert can.references_provider
        assert can.document_symbol_provider
        assert can.completion_provider
        assert isinstance(can.code_action_provider, types.CodeActionOptions)

    edit(work, "zh-CN", "--stdio")
