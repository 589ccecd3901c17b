"""What the editor room finds out, in the types of the language server protocol."""

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types

from kaohe.editor.completion.offer import Offer
from kaohe.editor.declared import Stretch
from kaohe.editor.findings import Found
from kaohe.editor.hover import Hover
from kaohe.editor.lines import Encoding, Lines
from kaohe.editor.mends import Mend
from kaohe.editor.symbols import Symbol
from kaohe.messages import Language

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.kaohe"
"""What an editor asks for that mends whole files when they are saved."""
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "notice": types.DiagnosticSeverity.Information,
}
OFFERS = {
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.EnumMember,
    "fact": types.CompletionItemKind.Variable,
    "result": types.CompletionItemKind.Field,
    "function": types.CompletionItemKind.Function,
    "word": types.CompletionItemKind.Keyword,
    "text": types.CompletionItemKind.Text,
}
SYMBOLS = {
    "group": types.SymbolKind.Namespace,
    "section": types.SymbolKind.Module,
    "item": types.SymbolKind.Class,
    "fact": types.SymbolKind.Variable,
    "rule": types.SymbolKind.Function,
}


def span(lines: Lines, start: int, end: int) -> types.Range:
    (first, column), (last, behind) = lines.point(start), lines.point(end)
    return types.Range(types.Position(first, column), types.Position(last, behind))


def diagnostic(found: Found, lines: Lines, language: Language) -> types.Diagnostic:
    problem = found.problem
    return types.Diagnostic(
        range=span(lines, found.start, found.end),
        message=problem.message(language),
        severity=SEVERITIES[problem.severity],
        code=problem.code,
        source="kaohe",
    )


def completion(offers: Iterable[Offer], lines: Lines) -> types.CompletionList:
    """Facts are found by what people call them, too: whoever writes 缴费 is shown the fact of that label."""
    return types.CompletionList(is_incomplete=False, items=[_item(one, lines) for one in offers])


def _item(offer: Offer, lines: Lines) -> types.CompletionItem:
    by_label = offer.kind in ("fact", "result") and offer.detail
    return types.CompletionItem(
        label=offer.label,
        kind=OFFERS[offer.kind],
        detail=offer.detail or None,
        documentation=offer.meaning or None,
        sort_text=f"{offer.rank:05}",
        filter_text=f"{offer.label} {offer.detail}" if by_label else offer.label,
        insert_text_mode=types.InsertTextMode.AsIs,
        text_edit=types.TextEdit(span(lines, offer.start, offer.end), offer.text),
    )


def hover(found: Hover, lines: Lines) -> types.Hover:
    content = types.MarkupContent(types.MarkupKind.Markdown, found.markdown)
    return types.Hover(content, span(lines, found.start, found.end))


def location(found: Stretch, encoding: Encoding) -> types.Location:
    lines = Lines(found.text, encoding)
    return types.Location(Path(found.path).absolute().as_uri(), span(lines, found.start, found.end))


def symbol(found: Symbol, lines: Lines) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=found.name or "…",
        kind=SYMBOLS[found.kind],
        range=span(lines, found.start, found.end),
        selection_range=span(lines, found.name_start, found.name_end),
        detail=found.detail,
        children=[symbol(one, lines) for one in found.inside],
    )


def quick_fix(mend: Mend, uri: str, lines: Lines, diagnosed: types.Diagnostic, *, only: bool) -> types.CodeAction:
    """`only` where there is no other mend of that finding."""
    edit = types.TextEdit(span(lines, mend.start, mend.end), mend.text)
    return types.CodeAction(
        title=mend.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnosed],
        is_preferred=only,
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )


def whole_fix(title: str, kind: types.CodeActionKind | str, text: str, uri: str, lines: Lines) -> types.CodeAction:
    """A whole text in place of another."""
    edit = types.TextEdit(span(lines, 0, len(lines.text)), text)
    return types.CodeAction(title=title, kind=kind, edit=types.WorkspaceEdit(changes={uri: [edit]}))
