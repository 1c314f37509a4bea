"""What a person must decide again in a plan that was made from an older one."""

from collections.abc import Iterator

from kehoach_cli.checks.parts import parts
from kehoach_cli.checks.typed import first_words
from kehoach_cli.drafts.carried import Carried, without_money
from kehoach_cli.drafts.moved import HISTORY
from kehoach_cli.drafts.years import Move
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.registers import DuAn

_SHOWN = 5  # names in one sentence


def to_decide(plan: Plan, move: Move, projects: Carried) -> list[str]:
    """A sentence a kind of thing."""
    period = f"năm {move.new.text}" if len(move.new.years) == 1 else f"giai đoạn {move.new.text}"
    again = list(_titles_of_the_past(plan))
    found = ["Số, ngày ban hành, người ký: đã bỏ trống."]
    if again:
        found.append(f"Viết lại theo kết quả mới: {_listed(again)}.")
    cited = _bases_of_the_period(plan, move)
    if cited:
        found.append(f"Căn cứ của kỳ trước, thay bằng văn bản mới: {_listed(cited)}.")
    if plan.can_cu:
        found.append("Xem các căn cứ khác còn hiệu lực không: kehoach check nhắc những gì đã biết.")
    if projects.going_on:
        found.append(f"Dự án chuyển sang ({len(projects.going_on)}): {_named(projects.going_on)}.")
    lacking = without_money(projects.going_on, move)
    if lacking:
        found.append(f"Chưa có vốn {period}: {_named(lacking)}.")
    if projects.dropped:
        found.append(
            f"Đã bỏ vì xong trước {period} ({len(projects.dropped)}): {_named(projects.dropped)}."
        )
    if plan.chi_tieu:
        found.append(f"Giá trị {period} của {len(plan.chi_tieu)} chỉ tiêu; hiện trạng đã bỏ trống.")
    found.append("Mục tiêu, nhiệm vụ, giải pháp: năm đã đổi, nội dung thì đọc lại từng câu.")
    return found


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


def _named(items: list[DuAn]) -> str:
    return _listed([first_words(item.ten or "") for item in items])


def _listed(names: list[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - _SHOWN
    said = "; ".join(f"“{name}”" for name in names[:_SHOWN])
    return f"{said} và {more} nữa" if more > 0 else said
