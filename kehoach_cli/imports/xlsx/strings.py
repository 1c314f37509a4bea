"""The texts that the cells of a workbook share."""

from kehoach_cli.imports.xlsx.xml import BadSheetError, Handler
from kehoach_cli.source.scalars import as_read

_LONGEST = 32_767
"""Letters of a cell in Excel (ECMA-376 sets no limit; Excel's specifications do)."""
_MOST = 1_000_000


class SharedStrings(Handler):
    """Reads them. `texts`: in order."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._takes = self._skips = False

    def start(self, name: str, said: dict[str, str]) -> None:  # noqa: ARG002 - as Handler has it
        """A text, a piece of one, or how one is pronounced, which is no part of it."""
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._skips = True
        self._takes = name == "t" and not self._skips

    def text(self, text: str) -> None:
        """Letters of a piece."""
        if self._takes:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """A text that is whole."""
        self._takes = False
        if name == "rPh":
            self._skips = False
        elif name == "si":
            self.texts.append(cell_text("".join(self._pieces)))
            if len(self.texts) > _MOST:
                raise BadSheetError(f"có hơn {_MOST} chữ khác nhau; hãy tách thành nhiều tệp")


def cell_text(text: str) -> str:
    """The text of a cell as kehoach reads it. Raises BadSheetError for one that Excel has not."""
    if len(text) > _LONGEST:
        raise BadSheetError(f"có ô dài hơn {_LONGEST} chữ")
    return as_read(text).strip()
