"""What `kehoach import` costs: `python benchmarks/imports.py [--rounds 3]`.

A plan of some hundred pages as text and as Word file, a workbook of 10,000 rows, and rows added to
a register of as many, each also half as large. Whole processes in turn; seconds of the processor
(other programs may be busy), medians, most megabytes. The status is 1 where a limit is missed.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from hostile import Ended, run
from openpyxl import Workbook

DOUBLING = 2.3
PAGES, ROWS, ADDED = 100, 10_000, 5_000
_PATIENCE = 600.0
_NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class Case(NamedTuple):
    """A file of the half and of the whole size, and the seconds that the whole may take."""

    name: str
    half: list[str]
    whole: list[str]
    limit: float


def plan_text(pages: int) -> str:
    """A plan of ten sections as people copy it, with a table of projects."""
    head = (
        "UBND TỈNH HÒA AN\nSỞ SỐ HÓA\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-SSH\nHòa An, ngày 05 tháng 3 năm 2026\n\n"
        "KẾ HOẠCH\nChuyển đổi số của Sở Số hóa năm 2026\n\n"
        "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;\n"
        "Sở Số hóa ban hành Kế hoạch như sau:\n\n"
    )
    sections = (
        f"{number}. PHẦN VIỆC THỨ {at}\n" + "".join(_task(one) for one in range(pages // 2))
        for at, number in enumerate(_NUMBERS, 1)
    )
    rows = (f"{n}\tHệ thống thông tin {n}\tVăn phòng\t1.500\tmới" for n in range(1, 2 * pages))
    table = "\n".join(("TT\tTên dự án\tChủ trì\tTổng kinh phí\tGhi chú", *rows))
    end = "Trên đây là Kế hoạch./.\n\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn An\n\n"
    appendix = "PHỤ LỤC\nDANH MỤC DỰ ÁN\nĐơn vị tính: triệu đồng\n"
    return head + "".join(sections) + end + appendix + table + "\n"


def _task(number: int) -> str:
    return (
        f"{number + 1}. Nhóm nhiệm vụ {number + 1}\n"
        "Xây dựng, hoàn thiện nền tảng dùng chung của tỉnh, kết nối với cơ sở dữ liệu quốc gia, "
        "bảo đảm an toàn thông tin; tổ chức đào tạo, bồi dưỡng kỹ năng số cho cán bộ và người dân "
        "trên địa bàn các xã, phường trong năm 2026 và các năm tiếp theo; sơ kết hằng năm.\n"
        "- Rà soát quy trình nội bộ, cung cấp dịch vụ công trực tuyến toàn trình cho người dân.\n"
        "+ Hoàn thành trước ngày 30/6/2026.\n"
    )


def workbook(path: Path, numbers: Iterable[int]) -> None:
    """A register with heads over two rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh mục")
    sheet.append(["DANH MỤC DỰ ÁN GIAI ĐOẠN 2026-2030"])
    sheet.append(["Đơn vị tính: triệu đồng"])
    sheet.append(
        ["STT", "Tên dự án", "Chủ trì", "Thời gian", "Tổng kinh phí", "Năm 2026", "", "Ghi chú"]
    )
    sheet.append(["", "", "", "", "", "Ngân sách tỉnh", "Ngân sách xã", ""])
    for n in numbers:
        share = n % 97 * 10
        sheet.append([n, f"Hệ thống {n}", f"Sở {n % 20}", "2026-2027", share + 5, share, 5, "mới"])
    book.save(path)


def cases(folder: Path) -> list[Case]:
    """Every case, its files made in a folder."""
    found = []
    for suffix in ("txt", "docx"):
        sizes = [_plan(folder, pages, suffix) for pages in (PAGES // 2, PAGES)]
        found.append(Case(f"{PAGES} pages, .{suffix}", *map(_import, sizes), 5))
    for rows in (ROWS // 2, ROWS):
        workbook(folder / f"{rows}.xlsx", range(rows))
    sizes = [folder / f"{rows}.xlsx" for rows in (ROWS // 2, ROWS)]
    found.append(Case(f"{ROWS:,} rows, .xlsx", *map(_import, sizes), 4))
    for rows in (ADDED // 2, ADDED):
        workbook(folder / f"there-{rows}.xlsx", range(rows))
        workbook(folder / f"new-{rows}.xlsx", range(rows, 2 * rows))
        _kehoach(*_import(folder / f"there-{rows}.xlsx"))
    half, whole = (
        ["import", str(folder / f"new-{rows}.xlsx"), "--vao", str(folder / f"there-{rows}.yaml")]
        for rows in (ADDED // 2, ADDED)
    )
    found.append(Case(f"{ADDED:,} rows into {ADDED:,} projects", half, whole, 5))
    return found


def _plan(folder: Path, pages: int, suffix: str) -> Path:
    text = folder / f"{pages}.txt"
    text.write_text(plan_text(pages), encoding="utf-8")
    if suffix == "txt":
        return text
    _kehoach(*_import(text))
    made = folder / f"{pages}.docx"
    _kehoach("render", str(text.with_suffix(".yaml")), "--draft", "-o", str(made))
    return made


def _import(path: Path) -> list[str]:
    return ["import", str(path), "--force", "-o", str(path.with_suffix(".yaml"))]


def _command(*parts: str) -> list[str]:
    return [sys.executable, "-m", "kehoach_cli", *parts]


def _kehoach(*parts: str) -> None:
    subprocess.run(
        _command(*parts), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def timed(case: Case, rounds: int) -> tuple[list[Ended], list[Ended]]:
    """Both sizes in turn; a plan that is added to is put back after each run."""
    halves, wholes = [], []
    for _ in range(rounds):
        for parts, ended in ((case.half, halves), (case.whole, wholes)):
            plan = Path(parts[-1])
            before = plan.read_bytes() if "--vao" in parts else b""
            ended.append(run(_command(*parts), _PATIENCE))
            if before:
                plan.write_bytes(before)
    return halves, wholes


def main() -> None:
    """Measure every case and print a line each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    missed = False
    with tempfile.TemporaryDirectory(prefix="kehoach-import-") as folder:
        for case in cases(Path(folder)):
            halves, wholes = timed(case, rounds)
            seconds = median(ended.seconds for ended in wholes)
            ratio = seconds / median(ended.seconds for ended in halves)
            memory = max(ended.memory for ended in wholes)
            failed = [ended.said for ended in (*halves, *wholes) if ended.status]
            is_met = seconds <= case.limit and ratio <= DOUBLING and not failed
            missed |= not is_met
            print(
                f"{case.name:32} {seconds:5.2f} s (<= {case.limit:g})  doubling {ratio:.2f} "
                f"(<= {DOUBLING})  {memory:.0f} MB  {'ok' if is_met else 'missed'}",
                flush=True,
            )
            print(*failed[:1], sep="\n", end="")
    raise SystemExit(missed)


if __name__ == "__main__":
    main()
