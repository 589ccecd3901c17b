"""One kind of problem on a page: what is said, why it is a problem, an example; and all kinds as Markdown."""

from collections.abc import Iterator, Sequence

from kaohe.authoring.problem_examples import Example, examples
from kaohe.messages import Language, say, told
from kaohe.messages.problem_topics import begins_with, outline, problem_codes, topic_of, topics
from kaohe.render.terminal.line_wrapping import wrap

STEP = "  "
FIRST = ("rubric", "formula", "total", "source", "submission", "doubt", "stage", "table", "entry", "roster")
"""Topics of what stands in files; those of what commands do come behind them."""


def why(code: str, language: Language) -> str:
    """Of the code itself, or of its topic."""
    return (
        told(f"why.{code}", language) or told(f"why.of-{topic_of(code)}", language) or say("why.of-another", language)
    )


def text(asked: str, language: Language, width: int) -> str:
    """The page of a code, or a list of all codes that begin so."""
    if asked in problem_codes():
        return "\n".join(_page(asked, language, width)) + "\n"
    found = [code for code in problem_codes() if begins_with(code, asked)]
    lines = [line for code in found for line in wrap(f"{code}  {outline(code, language)}", width, rest=STEP)]
    return "\n".join(lines) + "\n"


def _page(code: str, language: Language, width: int) -> Iterator[str]:
    yield code
    yield from wrap(outline(code, language), width, STEP, STEP)
    yield ""
    yield from wrap(say("explain.problem-why", language, why=why(code, language)), width, rest=STEP)
    example = examples().get(code)
    if example:
        yield from ("", say("explain.problem-example", language, file=example.file))
        yield from (STEP + line for line in _excerpt(example))
        yield from ("", *wrap(say("explain.problem-said", language, said=example.said[language]), width, rest=STEP))


def _excerpt(example: Example) -> Iterator[str]:
    """Numbered lines, a mark before the one that is spoken of."""
    room = len(str(example.first + len(example.lines)))
    for number, line in enumerate(example.lines, example.first):
        mark = ">" if number == example.line else " "
        yield f"{mark} {number:>{room}} | {_seen(line)}".rstrip()


def _seen(line: str) -> str:
    """With the numbers of characters that nobody would see; many examples are about these."""
    return "".join(one if one.isprintable() else f"⟨U+{ord(one):04X}⟩" for one in line)


def markdown(language: Language) -> str:
    """All codes by their topics."""
    return "\n".join(_lines(language))


def _lines(language: Language) -> Iterator[str]:
    yield from (f"# {say('explain.problems-title', language)}", "", say("explain.problems-intro", language), "")
    for name in (*FIRST, *(one for one in topics() if one not in FIRST)):
        yield from (f"## {told(f'why.title-{name}', language) or name}", "")
        yield from (told(f"why.of-{name}", language) or say("why.of-another", language), "")
        yield from (line for code in sorted(topics()[name]) for line in _section(code, language))


def _section(code: str, language: Language) -> Iterator[str]:
    yield from (f"### {code}", "", _escaped(outline(code, language)), "")
    own = told(f"why.{code}", language)
    if own:
        yield from (_escaped(own), "")
    example = examples().get(code)
    if example:
        yield from _fenced([*_excerpt(example), "", example.said[language]])


def _fenced(lines: Sequence[str]) -> tuple[str, ...]:
    return ("```text", *lines, "```", "")


def _escaped(words: str) -> str:
    """No mark-up by chance: a star, a bracket of HTML."""
    return words.replace("*", "\\*").replace("<", "&lt;").replace("_", "\\_")
