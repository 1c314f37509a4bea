"""The bytes of a plain text, a web page or a .csv file → its letters, whatever wrote it."""

from kehoach_cli.errors import KehoachError
from kehoach_cli.imports.letters.code_pages import converted, decoded, unreadable_share
from kehoach_cli.imports.pages.model import Remark
from kehoach_cli.patterns import pattern
from kehoach_cli.source.text import read_source
from kehoach_cli.vietnamese.text import nfc

_PAGES = {"cp1258": "Windows-1258", "cp1252": ""}
"""Eight-bit code pages; in letters of the second, old Vietnamese fonts show themselves later."""
_CONTROL = pattern(r"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 50_000
_MOST_CONTROL = 100  # letters for each that is none
_BETTER = 0.15  # share of words that another code page must make readable


def text_of(name: str, data: bytes) -> tuple[str, list[Remark]]:
    """The text of a file and what is to be told of its letters. Raises KehoachError for no text."""
    source = read_source(name, data)
    sample = source.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * _MOST_CONTROL > len(sample):
        raise KehoachError(
            f"{name} không phải tệp chữ, Word, Excel hay trang web; hãy mở bằng chương trình của "
            "nó rồi lưu thành .docx hoặc .xlsx."
        )
    if not source.bad_bytes:
        return source.text, []
    shares = {page: _share(_decoded(data[:_SAMPLE], page)) for page in _PAGES}
    page = min(shares, key=shares.__getitem__)
    if shares[page] <= _share(sample) - _BETTER:
        told = "chuyển sang chữ Unicode; đọc lại tên riêng, chữ hoa"
        known = _PAGES[page]
        remarks = [Remark("tệp", f"chữ {known}", told)] if known else []
        return _decoded(data, page), remarks
    lost = f"{len(source.bad_bytes)} chữ không phải UTF-8"
    return source.text, [Remark("tệp", lost, "in ra là �; hãy lưu tệp dạng UTF-8")]


def _decoded(data: bytes, page: str) -> str:
    return nfc(data.decode(page, errors="replace"))


def _share(text: str) -> float:
    """The share of words past reading, in the letters that are meant; of few words too."""
    turned = converted(text, page) if (page := decoded([text])) else text
    return unreadable_share(turned, least=1)
