"""A small plan as text, of no real province, with one of each thing that import knows."""

from typing import Any

from kehoach_cli.imports.draft import drafted
from kehoach_cli.imports.result import Draft
from kehoach_cli.imports.text.reader import read_text
from kehoach_cli.imports.yaml_text import bare

PLAN = """\
UBND TỈNH HÒA AN
SỞ SỐ HÓA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
-------
Số: 12/KH-SSH
Hòa An, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Chuyển đổi số của Sở Số hóa năm 2026

Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;
Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về ứng dụng công nghệ;
Sở Số hóa ban hành Kế hoạch như sau:

I. MỤC TIÊU
1. Mục tiêu chung
Đến cuối năm 2026 mọi phòng dùng chữ ký số, hồ sơ đi trên mạng của

tỉnh.
- Hạ tầng:
+ Máy chủ: 47 máy.
2. Mỗi phòng phải có một cán bộ phụ trách, báo cáo hằng quý với lãnh đạo Sở về kết quả của phòng.
II. TỔ CHỨC THỰC HIỆN
a) Văn phòng Sở
Chủ trì theo dõi.
Trên đây là Kế hoạch năm 2026./.

Nơi nhận:
- UBND tỉnh (để báo cáo);
- Các phòng;
- Lưu: VT, SH.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Nguyễn Văn An

PHỤ LỤC
DANH MỤC DỰ ÁN NĂM 2026
(Kèm theo Kế hoạch số 12/KH-SSH ngày 05/3/2026 của Sở Số hóa)
Đơn vị tính: triệu đồng
TT\tTên dự án\tChủ trì\tTổng kinh phí\tNăm 2026\t\tGhi chú
\t\t\t\tNgân sách tỉnh\tNgân sách xã\t
I\tHạ tầng\t\t2,500\t1,500\t500\t
1\tMạng LAN\tVăn phòng\t1,500\t1,000\t200\tChuyển tiếp
2\tMáy chủ\tPhòng Hạ tầng\t1,000\t500\t300\t
II\tỨng dụng\t\t800\t800\t0\t
1\tMột cửa\tPhòng Ứng dụng\t800\t800\t\t
\tTổng cộng\t\t3,300\t2,300\t500\t
Ghi chú: số liệu dự kiến.
"""


def draft_of(text: str) -> Draft:
    """The draft of a text."""
    return drafted(read_text(text))


def data_of(text: str) -> Any:
    """The data of its draft, without remarks."""
    return bare(draft_of(text).data)


def printed_table(head: str, *rows: str) -> str:
    """A text that holds a table only; cells are parted by "|"."""
    lines = "\n".join((head, *rows)).replace("|", "\t")
    return f"PHỤ LỤC\nDANH MỤC\nĐơn vị tính: triệu đồng\n{lines}\n"
