"""What a person must decide again in a plan that was made from an older one."""

from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from kehoach_cli.checks.parts import parts
from kehoach_cli.checks.rule import first_words
from kehoach_cli.drafts.carried import Carried, without_money
from kehoach_cli.drafts.moved import HISTORY, NEW_AMOUNT
from kehoach_cli.drafts.years import Move
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.outline import ThanBai
from kehoach_cli.plan.records import walk
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.text import fold

LIST = "# Phải quyết định lại (xóa dần khi xong):"
MODELINE = pattern(r"# yaml-language-server:[^\n]*\n")
_OLD_LIST = pattern(
    r"# Phải quyết định lại \(xóa dần khi xong\):\r?\n(?:#(?: -|  ) [^\n]*\n)*(?:#\r?\n)?"
)
_WIDTH = 100  # letters of a line
_BEGINNING = 30  # letters of a name that tell it from others
SHOWN = 5
"""Names in one sentence on a terminal."""


class Decisions(NamedTuple):
    """What becomes of a plan. `money`: the projects whose old money is cleared; `places`: how many
    amounts in texts and cells are to be typed anew; `due`: when work is due, of the new period.
    """

    plan: Plan
    move: Move
    projects: Carried
    money: list[DuAn]
    places: int
    due: list[str]

    def said(self, shown: int | None = None) -> list[str]:
        """A sentence a kind of thing. `shown`: how many names of a list; None: all."""
        found = ["Số, ngày ban hành, người ký: đã bỏ trống."]
        again = list(_titles_of_the_past(self.plan))
        if again:
            found.append(f"Viết lại theo kết quả mới: {_listed(again, shown)}.")
        found += self._of_bases(shown)
        found += self._of_projects(shown)
        found += self._of_money(shown)
        period = self.move.period(self.move.new)
        if self.plan.chi_tieu:
            count = len(self.plan.chi_tieu)
            found.append(f"Hiện trạng và giá trị {period} của {count} chỉ tiêu: điền số liệu mới.")
        if self.due:
            told = _listed(list(dict.fromkeys(self.due)), shown)
            found.append(f"Thời hạn trong lời văn, bảng đã sang {period}, xem lại: {told}.")
        found.append("Mục tiêu, nhiệm vụ, giải pháp: năm đã đổi, nội dung thì đọc lại từng câu.")
        return found

    def _of_bases(self, shown: int | None) -> Iterator[str]:
        cited = _bases_of_the_period(self.plan, self.move)
        if cited:
            yield f"Căn cứ của kỳ trước, thay bằng văn bản mới: {_listed(cited, shown)}."
        if self.plan.can_cu:
            yield "Xem các căn cứ khác còn hiệu lực không: kehoach check nhắc những gì đã biết."

    def _of_projects(self, shown: int | None) -> Iterator[str]:
        going_on, dropped = self.projects.going_on, self.projects.dropped
        period = self.move.period(self.move.new)
        if going_on:
            yield f"Dự án chuyển sang ({len(going_on)}): {_named(going_on, shown)}."
        if dropped:
            yield (
                f"Đã bỏ vì thời gian hay vốn hết trước {period} ({len(dropped)}): "
                f"{_named(dropped, shown)}. Dự án nào chưa xong thì chép lại từ tệp cũ."
            )
        told = _still_told(self.plan, dropped)
        if told:
            yield f"Lời văn còn nhắc dự án đã bỏ, đọc và sửa ({len(told)}): {_named(told, shown)}."

    def _of_money(self, shown: int | None) -> Iterator[str]:
        old, new = self.move.period(self.move.old), self.move.period(self.move.new)
        if self.money:
            yield (
                f"Chưa có vốn {new}, số {old} đã bỏ trống và ghi ở dòng # ngay trên chỗ ấy "
                f"({len(self.money)}): {_named(self.money, shown)}."
            )
        cleared = {id(item) for item in self.money}
        others = [item for item in self.projects.going_on if id(item) not in cleared]
        lacking = without_money(others, self.move)
        if lacking:
            yield f"Chưa có vốn {new} ({len(lacking)}): {_named(lacking, shown)}."
        if self.places:
            yield f"Số tiền {old} trong câu văn, ô bảng: {self.places} chỗ {NEW_AMOUNT}."


def _still_told(plan: Plan, dropped: list[DuAn]) -> list[DuAn]:
    """The projects that were left out and that the text itself names, by their first letters."""
    text = fold(
        "\n".join(
            khoi.doan_van or ""
            for top in plan.noi_dung or ()
            for record in walk(top)
            if isinstance(record, ThanBai)
            for khoi in record.doan_van or ()
        )
    )
    begun = [(item, fold(item.ten or "")[:_BEGINNING]) for item in dropped]
    return [item for item, begin in begun if len(begin) == _BEGINNING and begin in text]


def _titles_of_the_past(plan: Plan) -> Iterator[str]:
    told = [parts()[role] for role in HISTORY]
    for section in plan.noi_dung or ():
        for one in (section, *(section.muc_con or ())):
            if one.muc and any(part.is_told_by(one) for part in told):
                yield one.muc
                break


def _bases_of_the_period(plan: Plan, move: Move) -> list[str]:
    """The bases whose subject names the old period: guidance for that very plan."""
    found = []
    for base in plan.can_cu or ():
        subject = base.citation.trich_yeu or ""
        if move.words(subject) != subject:
            found.append(f"{base.citation.loai or ''} {base.citation.so_ky_hieu or ''}".strip())
    return found


def _named(items: list[DuAn], shown: int | None) -> str:
    return _listed([first_words(item.ten or "") for item in items], shown)


def _listed(names: list[str], shown: int | None) -> str:
    """The first few names, and how many more there are."""
    said = "; ".join(f"“{name}”" for name in names[:shown])
    more = len(names) - len(names[:shown])
    return f"{said} và {more} nữa" if more else said


def with_list(text: str, said: list[str]) -> str:
    """A plan with all that is to be decided as comments at its head, in place of an older list."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = [LIST, *(line for one in said for line in _wrapped(one)), "#"]
    head = MODELINE.match(text)
    first = head.end() if head else 0
    rest = _OLD_LIST.sub("", text[first:])
    return text[:first] + "".join(line + line_end for line in lines) + rest


def _wrapped(sentence: str) -> list[str]:
    return wrap(sentence, _WIDTH, initial_indent="# - ", subsequent_indent="#   ")
