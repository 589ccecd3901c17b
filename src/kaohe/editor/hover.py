"""What is shown of the place under the cursor: a key's meaning, a fact, what a rule does, what a unit is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.authoring.questions import questions
from kaohe.editor.asked import Asked, asked_at
from kaohe.editor.declared import references
from kaohe.editor.hover_text import as_code, as_text
from kaohe.editor.known_names import KnownName, item_path, known_names
from kaohe.editor.open_file import OpenFile, RubricInUse
from kaohe.editor.outline.parts import Path
from kaohe.editor.patches import entries, unpatched
from kaohe.editor.pointed import NameInText, Pointed, name_at, pointed
from kaohe.editor.schema_walk import DESCRIPTION
from kaohe.editor.sentences import sentences
from kaohe.formulas.functions import FUNCTIONS
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import say

BETWEEN = "\n\n---\n\n"


@dataclass(frozen=True, slots=True)
class Hover:
    """Markdown, and the stretch of text that it is about."""

    markdown: str
    start: int
    end: int


def hover(file: OpenFile, offset: int) -> Hover | None:
    """None where there is nothing to say."""
    at = pointed(file.outline, offset)
    if at is None:
        return None
    name = name_at(file.outline, at, file.text, offset) if file.kind == "rubric" else None
    parts = list(_rubric(file, at, name) if file.kind == "rubric" else _unit(file, at))
    place = name or (at.entry if at.on_key else at.entry.value)
    return Hover(BETWEEN.join(parts), place.start, place.end) if parts else None


def _rubric(file: OpenFile, at: Pointed, name: NameInText | None) -> Iterator[str]:
    if name is not None:
        yield from _name(file, at.path, name)
    elif at.on_key and (known := _declared(file, at)) is not None:
        yield _fact(file, known)
        yield from _naming(file, at)
    elif at.on_key:
        yield from _key(file, at.path)
    elif at.path[-1:] == ("type",):
        yield from _type(file, at)
    for clause, sentence in sentences(file.outline, at.path, file.language):
        said = sentence or say("editor.not-yet", file.language)
        yield f"{as_text(said)}\n\n> {as_text(clause)}" if clause else as_text(said)


def _declared(file: OpenFile, at: Pointed) -> KnownName | None:
    """The fact that the key declares."""
    names = known_names(file.outline, at.path, file.language).values()
    return next((one for one in names if one.declared is at.entry and one.fact is not None), None)


def _naming(file: OpenFile, at: Pointed) -> Iterator[str]:
    """What the rules and vetoes do that name it, in its own item."""
    own = item_path(at.path)
    places = [pointed(file.outline, one.start) for one in references(file, at.entry.start)[1:]]
    holders = dict.fromkeys(one.path[: len(own) + 2] for one in places if one is not None)
    for path in holders if own else ():
        for _, sentence in sentences(file.outline, path, file.language):
            yield from [as_text(sentence)] if path[len(own)] in ("rules", "vetoes") and sentence else []


def _key(file: OpenFile, path: Path) -> Iterator[str]:
    """What a key means; of a fact or an option that the author has named, nothing but that is known."""
    if file.walk is None:
        return
    data = file.outline.data
    entry = entries(path[:-1], data).get(str(path[-1]))
    if entry is not None:
        yield f"**{as_text(str(path[-1]))}** {as_text(entry)}".rstrip()
        return
    path = unpatched(path, data)
    known = file.walk.keys(path[:-1], data).get(str(path[-1]))
    if known is not None:
        required = path[-1] in file.walk.required(path[:-1], data)
        mark = f" *({say('editor.required', file.language)})*" if required else ""
        yield f"**{path[-1]}**{mark} {as_text(str(known.get(DESCRIPTION, '')))}"


def _type(file: OpenFile, at: Pointed) -> Iterator[str]:
    walk, path = file.rubrics.own(), at.path[:-1]
    meaning = walk.tags(path, file.outline.data).get(at.entry.value.text, "")
    if meaning:
        yield f"**{at.entry.value.text}** {as_text(meaning)}"


def _name(file: OpenFile, path: Path, name: NameInText) -> Iterator[str]:
    if name.function and name.name in FUNCTIONS:
        meaning = say(f"reference.function-{name.name}", file.language)
        yield f"**{name.name}()** {as_text(meaning)}\n\n`{FUNCTIONS[name.name].example}`"
        return
    known = known_names(file.outline, path, file.language).get(name.name)
    if known is not None:
        yield _fact(file, known)


def _fact(file: OpenFile, known: KnownName) -> str:
    fact = known.fact
    if fact is None:
        return f"**{as_text(known.name)}** {as_text(known.label)}"
    kind = say(f"reference.kind-{fact.kind}", file.language)
    lines = [f"**{as_text(known.label)}** {as_code(known.name)}", as_text("；".join(filter(None, (kind, fact.unit))))]
    lines += [f"{as_code(name)} {as_text(label)}" for name, label in fact.options.items()]
    return "\n\n".join(filter(None, (*lines, as_text(fact.note))))


def _unit(file: OpenFile, at: Pointed) -> Iterator[str]:
    """What the rubric asks a unit there, and what the clauses that ask do."""
    asked = asked_at(file.outline, at.path)
    if asked is None:
        yield from _key(file, at.path) if at.on_key else ()
    elif file.rubric is not None:
        yield from _question(file, file.rubric, asked)


def _question(file: OpenFile, rubric: RubricInUse, asked: Asked) -> Iterator[str]:
    group = "" if asked.group == PARAMETERS else asked.group
    question = next((one for one in questions(rubric.model).get(group, ()) if one.fact.id == asked.fact), None)
    if question is not None:
        yield "\n\n".join(f"{heading}{as_text(body)}" for heading, body in question.lines(file.language))
    number, item = next((one for one in rubric.model.items() if one[1].id == asked.group), ("", None))
    if item is None:
        return
    if question is None:
        yield f"**{number} {as_text(item.title)}**\n\n{as_text(item.method)}"
    section, place = (int(one) - 1 for one in number.split("."))
    for clause, sentence in sentences(rubric.outline, ("sections", section, "items", place), file.language):
        if sentence and (question is None or clause in question.clauses):
            yield as_text(sentence)
