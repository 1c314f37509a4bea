"""What a web page has that a reader of it does not see, told of by place."""

from html.parser import HTMLParser

from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.patterns import pattern

_HIDING = pattern(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white)"
)
_MARKS = ("display", "visibility", "hidden", "#fff", "white", "<del", "<s>", "<strike")
_STRUCK = ("del", "s", "strike")
_UNREAD = ("script", "style", "head", "nav", "noscript", "svg", "button", "select", "template")
_EMPTY = ("br", "img", "hr", "input", "meta", "link", "wbr", "col")
_HIDDEN_TOLD = "chữ ẩn hay chữ trắng trên trang, vẫn được lấy; thừa thì xóa"
_STRUCK_TOLD = "chữ gạch bỏ, vẫn được lấy; thừa thì xóa"
_DEEPEST = 100


def unseen(text: str) -> list[Remark]:
    """Hidden and struck text, each with its line."""
    plain = text.lower()
    if not any(mark in plain for mark in _MARKS):
        return []
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.remarks


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.remarks: list[Remark] = []
        self._open: list[str] = []
        self._unread = 0  # how many of them are not read
        self._base = -1  # how many elements were open where the hidden one began
        self._told, self._place = "", ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that may hide what is in it."""
        said = dict(attrs)
        if tag in _EMPTY or len(self._open) >= _DEEPEST:
            return
        told = _told(tag, said) if self._base < 0 and not self._unread else ""
        if told:
            self._base, self._told = len(self._open), told
            self._place = f"dòng {self.getpos()[0]}"
        self._open.append(tag)
        self._unread += tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and those in it that were left open."""
        if tag not in self._open:
            return
        ended = ""
        while ended != tag:
            ended = self._open.pop()
            self._unread -= ended in _UNREAD
        if 0 <= self._base >= len(self._open):
            text = " ".join("".join(self._words).split())
            self.remarks += [Remark(self._place, text, self._told)] if text else []
            self._base = -1
            self._words.clear()

    def handle_data(self, data: str) -> None:
        """Letters, kept where they are hidden."""
        if self._base >= 0 and not self._unread:
            self._words.append(data)


def _told(tag: str, said: dict[str, str | None]) -> str:
    """What is told of the text of an element that hides or strikes it; "" for any other."""
    if tag in _STRUCK:
        return _STRUCK_TOLD
    is_hidden = "hidden" in said or _HIDING.search((said.get("style") or "").lower())
    return _HIDDEN_TOLD if is_hidden and tag not in _UNREAD else ""
