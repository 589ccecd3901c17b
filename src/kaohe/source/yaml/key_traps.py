"""Keys that YAML lets pass and nobody means: repeated ones, `<<`, `{分值：8}`."""

from kaohe.source.text_findings import place
from kaohe.source.yaml import full_width
from kaohe.source.yaml.places import find_places
from kaohe.source.yaml.plain_data import Tree


def check_keys(tree: Tree) -> None:
    if not (tree.repeats or "<<" in tree.text or full_width.flow_key(tree.text)):
        return
    findings = tree.findings
    text = tree.text
    for inside in find_places(tree.data, tree.starts).values():
        for key, (start, _) in inside.items():
            if findings.full:
                return
            if isinstance(key, tuple):
                first, _ = place(text, inside[key[0]][0])
                findings.add("duplicate-key", start, key=key[0], first=first)
            elif key == "<<" and text.startswith(key, start):
                findings.add("merge-key", start)
            elif isinstance(key, str) and full_width.is_key(text, start):
                full_width.note_keys(findings, start, start + len(key))
