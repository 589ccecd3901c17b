"""The order of the checks: characters, then the tree, then what the parser or the keys have to say."""

from yaml import MarkedYAMLError

from kaohe.source.text_findings import Findings
from kaohe.source.yaml.plain_data import Tree


def load(findings: Findings) -> Tree:
    """The tree of the findings' text; raises Stopped where there is no going on."""
    text = findings.text
    if text.replace("\n", "").isprintable():
        tree = Tree(text, findings)
        error = _grow(tree)
    else:
        from kaohe.source.yaml import characters  # few files need it

        tree = Tree(characters.blank_out(findings), findings)
        error = _grow(tree)
        characters.check_blanks(findings, tree.quoted)
        if characters.were_found(findings):
            error = None  # they may well be its cause
    if error:
        from kaohe.source.yaml import syntax  # few files need it

        syntax.explain(findings, error)
    if tree.repeats or "<<" in text or "：" in text:
        from kaohe.source.yaml import key_traps  # few files need it

        key_traps.check_keys(tree)
    if not isinstance(tree.data, dict) and not findings.found:
        findings.add("not-a-mapping", tree.starts[0])
    return tree


def _grow(tree: Tree) -> MarkedYAMLError | None:
    try:
        tree.grow()
    except MarkedYAMLError as error:
        return error
    return None
