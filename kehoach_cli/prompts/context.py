"""Where a question belongs, in words a person knows: project, section, row, column."""

from collections.abc import Iterator

from kehoach_cli.patterns import pattern
from kehoach_cli.prompts.blanks import without_mark
from kehoach_cli.prompts.question import Keys
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.walk import at, part

_NAMES = ("ten", "muc", "so_ky_hieu")
_ROWS, _COLUMNS = "hang", "cot"
_WORDS = 4  # letters, at least, of a cell that names its row
_LONGEST = 70
_EXPRESSION = pattern(r"\{\{[^}]*\}\}")


def around(root: Node | None, keys: Keys) -> str:
    """The names of what a place stands in, from the outside: "Mục tiêu › Chỉ tiêu"."""
    return " › ".join(_names(root, keys))


def column_of(root: Node | None, keys: Keys) -> str:
    """The head of the column that a cell stands under, "" where none can be told."""
    if _ROWS not in keys or not isinstance(keys[-1], int):
        return ""
    table = at(root, keys[: keys.index(_ROWS)])
    heads = list(_heads(table.get(_COLUMNS) if isinstance(table, Mapping) else None))
    return heads[keys[-1]] if keys[-1] < len(heads) else ""


def _heads(columns: Node | None) -> Iterator[str]:
    """The heads of the columns that hold cells, those over several left out."""
    for column in columns.items if isinstance(columns, Sequence) else ():
        below = column.get(_COLUMNS) if isinstance(column, Mapping) else None
        if below is not None:
            yield from _heads(below)
        else:
            yield _named(column) or ""


def _names(root: Node | None, keys: Keys) -> Iterator[str]:
    node = root
    for step, key in enumerate(keys):
        node = part(node, key)
        is_last = step == len(keys) - 1
        if step and keys[step - 1] == _ROWS and isinstance(key, int):
            name: str | None = _row_name(node) or f"hàng {key + 1}"
        else:
            name = _named(node)
        if name and not is_last:
            yield name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _named(node: Node | None) -> str | None:
    """What a mapping is called."""
    if not isinstance(node, Mapping):
        return None
    found = (node.get(key) for key in _NAMES)
    names = (
        without_mark(_EXPRESSION.sub("…", name.value)) for name in found if isinstance(name, Scalar)
    )
    return next(names, None)


def _row_name(node: Node | None) -> str | None:
    """The first cell of a row that is words."""
    cells = node.get("o") if isinstance(node, Mapping) else node
    texts = (
        (cell for cell in cells.items if isinstance(cell, Scalar))
        if isinstance(cells, Sequence)
        else ()
    )
    names = (without_mark(cell.value) for cell in texts)
    return next((name for name in names if len(name) >= _WORDS and "[" not in name), None)


def names_its_row(root: Node | None, keys: Keys) -> bool:
    """Whether a cell is what its row of a table is called by: only numbers stand before it."""
    if _ROWS not in keys or not isinstance(keys[-1], int):
        return False
    cells = at(root, keys[:-1])
    before = cells.items[: keys[-1]] if isinstance(cells, Sequence) else []
    texts = [cell.value.strip() for cell in before if isinstance(cell, Scalar)]
    return all(not text or text.rstrip(".)").isdecimal() for text in texts) and keys[-1] <= 1
