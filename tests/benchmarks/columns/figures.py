"""What measuring finds, and how it is shown: a table as text and as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What one peer took for so many rows; `wrong` are the cells that are not as kaohe has them."""

    peer: str
    rows: int
    seconds: float
    kilobytes: int
    wrong: int
    cells: int
    versions: Mapping[str, str]

    @property
    def rate(self) -> float:
        return self.rows / self.seconds


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that can't be asked, and why."""

    peer: str
    why: str


Shown = Sequence[Sequence[str]]
HEAD = ("", "rows", "seconds", "rows a second", "to the first", "MB at most", "wrong cells")
MEGABYTE, MILLION, THOUSAND = 1024, 1_000_000, 1000


def table(found: Sequence[Figure | Missing]) -> Shown:
    """A line for each figure; each is compared with the first of as many rows."""
    first: dict[int, Figure] = {}
    lines: list[Sequence[str]] = [HEAD]
    for one in found:
        if isinstance(one, Missing):
            lines.append((one.peer, "", "", "", "", "", one.why))
            continue
        ratio = one.rate / first.setdefault(one.rows, one).rate
        wrong = f"{one.wrong:,} of {one.cells:,}" if one.cells else ""
        memory = f"{one.kilobytes / MEGABYTE:,.0f}"
        lines.append((one.peer, f"{one.rows:,}", f"{one.seconds:.4f}", _rate(one.rate), f"{ratio:.2f}", memory, wrong))
    return lines


def _rate(rate: float) -> str:
    """Three digits, as one reads them."""
    if rate >= MILLION:
        return f"{rate / MILLION:.2f} M"
    return f"{rate / THOUSAND:.1f} k" if rate >= THOUSAND else f"{rate:.0f}"


def as_text(lines: Shown) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *rest in lines:
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()


def as_markdown(lines: Shown) -> Iterator[str]:
    head, *rest = lines
    yield f"| {' | '.join(head)} |"
    yield "|---|" + "--:|" * (len(head) - 1)
    for line in rest:
        yield f"| {' | '.join(line)} |"


def versions(found: Sequence[Figure | Missing]) -> Mapping[str, str]:
    """Of everything that was measured."""
    every: dict[str, str] = {}
    for one in found:
        if isinstance(one, Figure):
            every |= one.versions
    return dict(sorted(every.items()))
