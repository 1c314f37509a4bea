"""Files of answers: the names of questions and what was typed for each."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kehoach_cli.cli.files import read_input, write_bytes
from kehoach_cli.errors import KehoachError
from kehoach_cli.source import nodes
from kehoach_cli.source.scalars import typed_inline, typed_key
from kehoach_cli.source.tree import compose

QUOTE = '"'


def read_answers(name: str) -> dict[str, str]:
    """The answers in a file: `van_ban.so_van_ban: 172`, or the same keys one inside another.

    Raises KehoachError for a file that is none.
    """
    tree = compose(read_input(name))
    if not isinstance(tree.root, nodes.Mapping):
        raise KehoachError(
            f"{name} không phải tệp câu trả lời; mỗi dòng một mục, như van_ban.so_van_ban: 172"
        )
    return dict(_flat(tree.root, ""))


def _flat(node: nodes.Node, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, nodes.Mapping):
        for key, (_, value) in node.entries.items():
            yield from _flat(value, f"{name}.{key}" if name else key)
    elif isinstance(node, nodes.Sequence) and all(
        isinstance(item, nodes.Scalar) for item in node.items
    ):
        items = (item.value for item in node.items if isinstance(item, nodes.Scalar))
        yield name, "; ".join(items)
    elif isinstance(node, nodes.Sequence):
        for number, item in enumerate(node.items, 1):
            yield from _flat(item, f"{name}[{number}]")
    elif isinstance(node, nodes.Scalar) and not node.is_empty:
        yield name, node.value


def parse_given(texts: list[str]) -> dict[str, str]:
    """The answers of `--dat KEY=VALUE`. Raises KehoachError for one that has no `=`."""
    found = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise KehoachError(f"--dat {text}: viết KHÓA=GIÁ TRỊ, như van_ban.so_van_ban=172.")
        found[name.strip()] = value.strip()
    return found


def write_answers(path: Path, answers: Mapping[str, str]) -> None:
    """Put a file of answers in place."""
    lines = (
        f"{typed_key(name, flow=False)}: {typed_inline(answer, QUOTE, flow=False)}\n"
        for name, answer in answers.items()
    )
    write_bytes(path, "".join(lines).encode())
