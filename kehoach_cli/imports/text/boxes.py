"""Tables drawn with box characters, as `kehoach render --txt` and other programs draw them."""

from kehoach_cli.imports.pages.model import Grid
from kehoach_cli.patterns import pattern

_TOP, _BOTTOM = "┌", "└"
_JOINTS = frozenset("┌┬┐├┼┤└┴┘")
_LINE, _SIDE = "─", "│"
_CUT = pattern(r"\w[-/]$")
"""How a line ends that was broken inside a word: "58/KH-"."""
_BULLET = pattern(r"[-+] \S")


def boxed_at(lines: list[str], at: int) -> tuple[Grid | None, int]:
    """The drawn table that begins at a line and where it ends; None where none does."""
    if not lines[at].lstrip().startswith(_TOP):
        return None, at + 1
    left = lines[at].index(_TOP)
    end = at + 1
    while end < len(lines) and not lines[end][left:].startswith(_BOTTOM):
        if lines[end][left : left + 1] not in (_SIDE, "├"):
            return None, at + 1
        end += 1
    drawing = _Drawing([line[left:].rstrip() for line in lines[at : end + 1]])
    grid = Grid(drawing.rows(), f"dòng {at + 1}")
    grid.spans = drawing.spans
    return (grid if grid.width > 1 else None), end + 1


class _Drawing:
    """The characters of one table. `across`, `down`: where lines that part cells may stand."""

    def __init__(self, lines: list[str]) -> None:
        width = max(map(len, lines))
        self.lines = [line.ljust(width) for line in lines]
        self.down = sorted({i for line in lines for i, sign in enumerate(line) if sign in _JOINTS})
        columns = range(len(self.down) - 1)
        self.across = [
            y
            for y, line in enumerate(self.lines)
            if any(self._is_line(line, column) for column in columns)
        ]
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}

    def _is_line(self, line: str, column: int) -> bool:
        """Whether a line is drawn over a column."""
        part = line[self.down[column] + 1 : self.down[column + 1]]
        return bool(part) and not part.strip(_LINE)

    def rows(self) -> list[list[str]]:
        """The cells, a covered place ""; `spans` tells of those that cover others."""
        count = len(self.down) - 1
        rows = [[""] * count for _ in self.across[:-1]]
        taken: set[tuple[int, int]] = set()
        for row in range(len(rows)):
            for column in range(count):
                if (row, column) in taken:
                    continue
                down, right = self._covered(row, column)
                places = {(row + r, column + c) for r in range(down) for c in range(right)}
                taken |= places
                if len(places) > 1:
                    self.spans[row, column] = (down, right)
                rows[row][column] = self._text(row, column, down, right)
        return rows

    def _covered(self, row: int, column: int) -> tuple[int, int]:
        """How many rows and columns a cell covers."""
        right, first = 1, self.lines[self.across[row] + 1]
        while column + right < len(self.down) - 1 and first[self.down[column + right]] != _SIDE:
            right += 1
        down = 1
        while row + down < len(self.across) - 1 and not self._is_line(
            self.lines[self.across[row + down]], column
        ):
            down += 1
        return down, right

    def _text(self, row: int, column: int, down: int, right: int) -> str:
        """The words of a cell; one that was broken into lines is whole again."""
        inside = slice(self.down[column] + 1, self.down[column + right])
        lines = self.lines[self.across[row] + 1 : self.across[row + down]]
        found: list[str] = []
        for text in (line[inside].strip() for line in lines):
            if not text:
                continue
            if found and not _BULLET.match(text):
                found[-1] += text if _CUT.search(found[-1][-2:]) else f" {text}"
            else:
                found.append(text)
        return "\n".join(found)
