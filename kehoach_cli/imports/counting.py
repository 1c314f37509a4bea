"""What came of a document, counted for whoever asked."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kehoach_cli.imports.yaml_text import Data, bare

_LISTS = (("can_cu", "căn cứ"), ("du_an", "dự án"), ("phu_luc", "phụ lục"))
_UNNUMBERED = "không"


def counted(data: Mapping[str, Data], paragraphs: int, rows: Sequence[int]) -> Counter[str]:
    """What was understood, by words for it. `rows`: of each table, how many it has."""
    counts: Counter[str] = Counter()
    counts["mục"] = sum(1 for _ in _sections(data.get("noi_dung", "")))
    counts["đoạn văn"] = paragraphs
    counts["bảng"] = len(rows)
    counts["hàng trong bảng"] = sum(rows)
    for key, word in _LISTS:
        value = data.get(key)
        counts[word] = len(value) if isinstance(value, list) else 0
    return counts


def _sections(parts: Data) -> Iterator[Data]:
    """The numbered sections, those in others too."""
    for part in map(bare, parts if isinstance(parts, list) else ()):
        inner = part if isinstance(part, dict) else {}
        if inner.get("danh_so") != _UNNUMBERED:
            yield part
        yield from _sections(inner.get("muc_con", ""))
