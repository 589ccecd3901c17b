"""An HTML file as a reader of it finds it: its elements with their text, its ids, links and references."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "input", "link", "meta"})


@dataclass
class Node:
    """An element: where its text goes, text and elements together."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    def walk(self) -> list["Node"]:
        """The element and all that stand in it, in the file's order."""
        found = [self]
        for child in self.children:
            if isinstance(child, Node):
                found += child.walk()
        return found

    def all(self, tag: str, class_: str = "") -> list["Node"]:
        """The elements of a kind."""
        return [one for one in self.walk() if one.tag == tag and (not class_ or class_ in one.classes)]

    def by_id(self, name: str) -> "Node":
        (found,) = (one for one in self.walk() if one.attributes.get("id") == name)
        return found

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def cells(self) -> list[str]:
        """A row's cells."""
        return [child.text for child in self.children if isinstance(child, Node)]

    @property
    def rows(self) -> list[list[str]]:
        """A table's rows below its head."""
        return [row.cells for body in self.all("tbody") for row in body.all("tr")]


class Tree(HTMLParser):
    """Builds the nodes; every element that is opened must be closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), attrs
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(content: bytes | str) -> Node:
    tree = Tree()
    tree.feed(content if isinstance(content, str) else content.decode("utf-8"))
    tree.close()
    (root,) = tree.open
    return root
