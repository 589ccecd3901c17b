"""Changes of XML by its tags: what stands in them, between them, and how they are put into each other."""

import re
from collections.abc import Callable
from random import Random

TAG = re.compile(rb"<[^>]*>")
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
VALUES = (
    *("", " ", "-1", "0", "1", "1.5", "７", "999999999999", "1e309", "-1e400", "NaN", "Infinity", "0x10", "true", "+1"),
    *("A", "A0", "A1", "a1", "XFE1", "A1048577", "AAAAAAA1", "1A", "$A$1", "A1:XFD1048576", "B2:A1", "#REF!", "甲1"),
    *("s", "str", "inlineStr", "e", "d", "b", "n", "shared", "array", "=1+1", "#DIV/0!", "General", "yyyy", '0"%"'),
    *("2011-02-30", "2011-13", "40603", "-5", "2958466", "1900-02-29", "1e5", "1_000", "1,000", "50%", "-3%", "1e-400"),
    *(
        "无",
        "不适用",
        "是",
        "否",
        "甲市",
        "——",
        "_x0041_",
        "_xD800_",
        "_x001B_",
        "长" * 3000,
        "9" * 5000,
        "🀄",
        "\u202e",
    ),
    *("../../../etc/passwd", "http://localhost/x", "kaohe-entry-9", "rId99", "=cmd|' /C calc'!A0"),
)
"""What no reader expects: numbers that are none, places out of bounds, words of other cells, formulas, controls."""
STRAYS = (
    *(
        "<c/>",
        "<row/>",
        "<v>5</v>",
        '<c r="A1" t="s"><v>99999</v></c>',
        "<t>&#0;</t>",
        "<t>&#xD800;</t>",
        "<is><t/></is>",
    ),
    *(
        "<![CDATA[<v>]]>",
        "<!-- -- -->",
        "<?php ?>",
        "&nbsp;",
        "<w:tbl/>",
        "<w:tc/>",
        "<w:tr/>",
        '<w:gridSpan w:val="-3"/>',
    ),
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    '<c r="A1"><f>A1</f></c>',
    '<c r="C5" t="str"><f t="shared" ref="C5:C9" si="7">B5</f><v></v></c>',
)
MOST = 40_000
"""Nested tags: what reads them one inside the other must not fall through."""


def changed(random: Random, content: bytes) -> bytes:
    return random.choice(CHANGES)(random, content)


def _value(random: Random) -> bytes:
    return random.choice(VALUES).encode("utf-8", "surrogatepass").replace(b"<", b"&lt;")


def _spot(random: Random, content: bytes) -> re.Match[bytes] | None:
    """A tag, mostly one of those that stand where the content is."""
    found = list(TAG.finditer(content))
    return random.choice(found) if found else None


def attribute(random: Random, content: bytes) -> bytes:
    """Another value, or another attribute's name."""
    found = list(ATTRIBUTE.finditer(content))
    if not found:
        return content
    one = random.choice(found)
    new = b'%s="%s"' % (one[1], _value(random).replace(b'"', b"")) if random.random() < 0.85 else b""
    return content[: one.start()] + new + content[one.end() :]


def text(random: Random, content: bytes) -> bytes:
    """Other words between two tags, where there were some, or none."""
    found = list(re.finditer(rb">([^<>]+)<", content)) or list(re.finditer(rb">()<", content))
    if not found:
        return content
    one = random.choice(found)
    return content[: one.start(1)] + _value(random) + content[one.end(1) :]


def without_tag(random: Random, content: bytes) -> bytes:
    one = _spot(random, content)
    return content if one is None else content[: one.start()] + content[one.end() :]


def stray(random: Random, content: bytes) -> bytes:
    one = _spot(random, content)
    at = one.end() if one else 0
    return content[:at] + random.choice(STRAYS).encode() + content[at:]


def element(random: Random, content: bytes) -> bytes:
    """A whole element is gone, or is there twice, or stands elsewhere."""
    found = list(
        re.finditer(rb"<(?:\w+:)?(c|row|si|sheet|xf|p|tr|tc|r|Relationship|definedName)[ >].*?</(?:\w+:)?\1>", content)
    )
    if not found:
        return without_tag(random, content)
    one = random.choice(found)
    rest = content[: one.start()] + content[one.end() :]
    how, other = random.random(), random.choice(found)
    if how < 0.4:
        return rest
    at = one.end() if how < 0.7 else other.start()
    return content[:at] + one[0] + content[at:]


def nested(random: Random, content: bytes) -> bytes:
    """Tags in tags in tags."""
    one, depth = _spot(random, content), random.choice((3, 60, 3000, MOST))
    name = random.choice((b"c", b"row", b"is", b"w:tbl", b"w:p", b"x"))
    at = one.end() if one else 0
    return content[:at] + b"<%s>" % name * depth + b"</%s>" % name * depth + content[at:]


CHANGES: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(attribute, attribute, attribute, text, text, text, text, element, element),
    *(without_tag, stray, stray, nested),
)
