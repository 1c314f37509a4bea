"""What a reviewer left in a Word paragraph: tracked changes and comments, each in a sentence."""

from typing import Any

from kehoach_cli.imports.docx.package import COMMENT, NS
from kehoach_cli.imports.pages.model import Remark

SOMEBODY = "người góp ý"
_AUTHOR = f"{NS}author"
_SHOWN = 60  # letters of a text quoted in a sentence
_PIECES = 200  # pieces of text that a comment may be about
_NAMED = 40  # letters of an author


class _Change:
    """Text struck out and what stands for it, in pieces, by one reviewer; each may be empty."""

    def __init__(self, author: str) -> None:
        self.author = author
        self.gone: list[str] = []
        self.new: list[str] = []


class Reviews:
    """Gathers, letter by letter as a paragraph is read, what was changed and remarked in it."""

    def __init__(self, notes: dict[str, Any]) -> None:
        self._notes = notes
        self._changes: list[_Change] = []
        self._is_open = False
        self._adder: str | None = None
        self._said: list[str] = []
        self._begun: dict[str, int] = {}
        self._comments: list[tuple[str, str]] = []

    def gone(self, element: Any, text: str) -> None:
        """Text struck out; what its own writer had just added is no change at all."""
        if self._adder is None and (text.strip() or self._is_open):
            self._last(named(element)).gone.append(text)

    def adding(self, element: Any | None) -> None:
        """From here on text was added by the element's author; None: by nobody."""
        self._adder = None if element is None else named(element)

    def said(self, text: str) -> None:
        """Text that stays."""
        self._said.append(text)
        if self._adder is not None and text:
            self._last(self._adder, added=True).new.append(text)
        elif text.strip():
            self._is_open = False

    def begun(self, key: str) -> None:
        """Here begins the text that a comment is about."""
        self._begun[key] = len(self._said)

    def remarked(self, key: str) -> None:
        """Here stands a comment; a file may call one twice, it is told once."""
        comment = self._notes.pop(COMMENT + key, None)
        if comment is None:
            return
        text = " ".join("".join(one.text or "" for one in comment.iter(f"{NS}t")).split())
        first = self._begun.get(key, len(self._said))
        about = cut("".join(self._said[first : first + _PIECES]))
        place = f" ở “{about}”" if about else ""
        if text:
            who = named(comment) or SOMEBODY
            self._comments.append((f"{who} ghi chú{place}, không đưa vào bản nháp", text))

    def told(self) -> list[tuple[str, str]]:
        """Each change and comment: what became of it, and its letters."""
        seen = [change for change in self._changes if "".join(change.gone + change.new).strip()]
        return [_change_told(change) for change in seen] + self._comments

    def _last(self, author: str, *, added: bool = False) -> _Change:
        """The change that goes on here, or a new one."""
        last = self._changes[-1] if self._is_open else None
        if last is None or last.author != author or (last.new and not added):
            self._changes.append(_Change(author))
        self._is_open = True
        return self._changes[-1]


def without_struck_rows(body: Any) -> list[Remark]:
    """Take out of a body the rows that a reviewer struck out, and tell of each."""
    remarks = []
    for row in list(body.iter(f"{NS}tr")):
        mark = row.find(f"{NS}trPr/{NS}del")
        if mark is None:
            continue
        cells = (
            "".join(one.text or "" for one in cell.iter(f"{NS}t", f"{NS}delText"))
            for cell in row.iter(f"{NS}tc")
        )
        text = " | ".join(cell.strip() for cell in cells if cell.strip())
        who = _done("xóa", "đã xóa", named(mark))
        remarks.append(Remark("bảng", text, f"hàng {who} còn theo dõi, không lấy"))
        table = row.getparent()
        table.remove(row)
        if table.find(f"{NS}tr") is None:
            table.getparent().remove(table)
    return remarks


def _change_told(change: _Change) -> tuple[str, str]:
    gone, new = "".join(change.gone), "".join(change.new)
    if not new.strip():
        return f"chữ {_done('xóa', 'đã xóa', change.author)} còn theo dõi, không lấy", gone
    if not gone.strip():
        return f"chữ {_done('thêm', 'đã thêm', change.author)} còn theo dõi, vẫn lấy", new
    who = change.author or SOMEBODY
    return f"{who} sửa thành “{cut(new)}”, còn theo dõi, lấy chữ mới", gone


def _done(verb: str, alone: str, author: str) -> str:
    return f"{author} {verb}" if author else alone


def named(element: Any) -> str:
    """Who made a change or a comment, "" where the file does not say."""
    return " ".join(element.get(_AUTHOR, "").split())[:_NAMED]


def cut(text: str) -> str:
    """A text as a sentence quotes it: on one line, its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
