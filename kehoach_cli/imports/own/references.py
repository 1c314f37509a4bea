"""Words of kehoach's own that refer to a part → `{{ muc.… }}`, `{{ bang.… }}` and so on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kehoach_cli.imports.own.columns import leaves_of
from kehoach_cli.imports.references import coded, codes_in, named_parts
from kehoach_cli.imports.yaml_text import Data, bare
from kehoach_cli.plan.references import table_label

_PARTS = ("noi_dung", "phu_luc")
_TEXTS = (*_PARTS, "muc_con", "loi_dan", "loi_ket", "doan_van", "bang", "hinh")
_POINT = "điểm "
_LONGEST = 400
"""Letters of words that refer; a part without a number is called by its title."""


def with_own_references(data: dict[str, Data], linked: AbstractSet[str]) -> dict[str, Data]:
    """The data; words that are just what a reference would print become it.

    What is referred to gets a code. Words that fit several parts stay as they are. `linked`: the
    cells of tables that lead somewhere; in a cell of projects words that refer do not.
    """
    texts = "\n".join(_strings([data[key] for key in _TEXTS if key in data]))
    asked = {words: part for words, part in named_parts(data).items() if words in texts}
    taken = set(codes_in(data))
    codes = {words: f"{asked[words].kind}.{coded(asked[words], taken)}" for words in sorted(asked)}
    tables = enumerate(_table_codes([data.get(key, "") for key in _PARTS]), 1)
    codes |= {table_label(number): f"bang.{code}" for number, code in tables}
    longest = sorted((words for words in codes if len(words) <= _LONGEST), key=len, reverse=True)
    if not longest:
        return data
    known = "|".join(map(re.escape, longest))
    whole = rf"(?<![\w.])(?:(?:điểm|khoản|Mục) \S+ )*?(?:{known})(?![\w/]|\.\w)"
    put = _Put(re.compile(whole), codes, linked)
    return {key: put.inside(value) if key in _TEXTS else value for key, value in data.items()}


def _strings(data: Data) -> Iterator[str]:
    inner = bare(data)
    if isinstance(inner, str):
        yield inner
    else:
        for value in inner.values() if isinstance(inner, dict) else inner:
            yield from _strings(value)


def _table_codes(data: Data) -> Iterator[str]:
    """The codes of the tables, in the order in which they print."""
    inner = bare(data)
    if isinstance(inner, list):
        for item in inner:
            yield from _table_codes(item)
    elif isinstance(inner, dict):
        yield from _table_codes(inner.get("doan_van", ""))
        table = inner.get("bang")
        code = table.get("ma") if isinstance(table, dict) else None
        yield from [code] if isinstance(code, str) else []
        yield from _table_codes(inner.get("muc_con", ""))


class _Put:
    """Puts references in place of words. `codes`: by the words. `linked`: cells that have some."""

    def __init__(
        self, known: "re.Pattern[str]", codes: Mapping[str, str], linked: AbstractSet[str]
    ) -> None:
        self.known, self.codes, self.linked = known, codes, linked

    def inside(self, data: Data) -> Data:
        """The data with references in its texts."""
        inner = bare(data)
        if isinstance(inner, str):
            return self.known.sub(self._reference, inner)
        if isinstance(inner, list):
            return [self.inside(item) for item in inner]
        assert isinstance(inner, dict)  # noqa: S101 - `bare` leaves nothing else
        ways = {"bang": self._table, "hinh": self._picture}
        return {
            key: ways.get(key, self.inside)(value) if key in _TEXTS else value
            for key, value in inner.items()
        }

    def _reference(self, match: "re.Match[str]") -> str:
        """What refers to the part; a part of it that is none of the plan stays as it is."""
        code = self.codes.get(match[0])
        return f"{{{{ {code} }}}}" if code else match[0]

    def _picture(self, data: Data) -> Data:
        if not isinstance(data, dict) or "ten" not in data:
            return data
        return {**data, "ten": self.inside(data["ten"])}

    def _table(self, data: Data) -> Data:
        if not isinstance(data, dict):
            return data
        merged = ["gop_o" in column for column in leaves_of(data.get("cot", []))]
        found = dict(data)
        if "ghi_chu" in found:
            found["ghi_chu"] = self.inside(found["ghi_chu"])
        rows = found.get("hang")
        if isinstance(rows, list):
            found["hang"] = [self._row(row, merged) for row in rows]
        return found

    def _leads(self, cell: Data) -> bool:
        """Whether a cell has a reference; the number of a point is none of Word's fields."""
        return isinstance(cell, str) and (cell in self.linked or _POINT in cell)

    def _row(self, row: Data, merged: Sequence[bool]) -> Data:
        """A row; cells that are merged with equal ones are compared as they are."""
        if not isinstance(row, list):
            return row
        known = [*merged, *[False] * len(row)]
        return [
            cell if is_merged or not self._leads(cell) else self.inside(cell)
            for cell, is_merged in zip(row, known, strict=False)
        ]
