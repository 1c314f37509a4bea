"""`kem_tep: phan-2.yaml`: a part of a plan that stands in a file of its own.

The part keeps its own places. Who may be read is not decided here: the opener is given.
"""

from collections.abc import Callable

from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import Source
from kehoach_cli.source.tree import Tree, compose

KEY = "kem_tep"
MAX_FILES = 200
_YAML = (".yaml", ".yml")

Opener = Callable[[str], Source]
"""The source of a file named in a plan. Raises CannotAttachError."""


PictureOpener = Callable[[str], bytes]
"""The bytes of a picture named in a plan. Raises CannotAttachError."""


class CannotAttachError(Exception):
    """A file that may not, or cannot, be read; the reason in Vietnamese."""


class _Attaching:
    def __init__(self, opener: Opener, faults: list[Fault]) -> None:
        self.opener, self.faults = opener, faults
        self.open_names: list[str] = []
        self.count = 0

    def node(self, node: Node) -> Node:
        """The node with every attached file in its place."""
        if isinstance(node, Sequence):
            node.items = [part for item in node.items for part in self._spliced(item)]
        elif isinstance(node, Mapping):
            name = file_name(node)
            if name is not None:
                return self._file(name) or Scalar(node.source, node.start, node.end, "", "")
            node.entries = {
                key: (start, self.node(value)) for key, (start, value) in node.entries.items()
            }
        return node

    def _spliced(self, item: Node) -> list[Node]:
        """A list in a list's file takes the place of the item that names it."""
        is_file = file_name(item) is not None
        found = self.node(item)
        return found.items if is_file and isinstance(found, Sequence) else [found]

    def _file(self, name: Scalar) -> Node | None:
        self.count += 1
        if name.value in self.open_names:
            self.faults.append(_fault(name, "tệp tự kèm chính nó", near=name.value))
            return None
        if self.count > MAX_FILES:
            self.faults.append(_fault(name, f"kế hoạch kèm quá {MAX_FILES} tệp"))
            return None
        try:
            source = self.opener(name.value)
            source.attached = True
        except CannotAttachError as error:
            self.faults.append(_fault(name, str(error)))
            return None
        if not is_yaml(name.value):
            text = source.text.replace("\r\n", "\n")
            return Scalar(source, 0, len(source.text), text, "")
        self.open_names.append(name.value)
        tree = compose(source)
        self.faults += tree.faults
        found = None if tree.root is None else self.node(tree.root)
        self.open_names.pop()
        return found


def _fault(name: Scalar, reason: str, near: str = "") -> Fault:
    """`near`: the file to leave out, where it stands in itself."""
    return Fault("KH036", name.span, {"name": name.value, "reason": reason, "near": near})


def is_yaml(name: str) -> bool:
    """Whether a file gives what it says as YAML; any other gives its text."""
    return name.casefold().endswith(_YAML)


def file_name(node: Node) -> Scalar | None:
    """The name in a mapping whose only key is `kem_tep`."""
    if not isinstance(node, Mapping) or list(node.entries) != [KEY]:
        return None
    value = node.get(KEY)
    return value if isinstance(value, Scalar) and not value.is_empty else None


def attach(tree: Tree, opener: Opener) -> Tree:
    """The tree with the files that it names in place; faults of theirs join its own."""
    if tree.root is None or KEY not in tree.root.source.text:
        return tree
    attaching = _Attaching(opener, tree.faults)
    return Tree(attaching.node(tree.root), tree.faults)
