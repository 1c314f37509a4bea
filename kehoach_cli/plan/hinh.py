"""A picture of the outline."""

from decimal import Decimal

from kehoach_cli.plan.kinds import PictureFile
from kehoach_cli.plan.records import Record, declare
from kehoach_cli.plan.van_ban import TEXT, WIDTH
from kehoach_cli.source.pictures import Picture


class Hinh(Record):
    """A picture, with its caption."""

    tep: Picture | None = declare(
        PictureFile(),
        "Tệp hình",
        required="luôn",
        example="hinh/so-do.png",
        help="PNG hoặc JPEG, trong thư mục của kế hoạch",
    )
    ten: str | None = declare(
        TEXT, "Tên hình", example="Sơ đồ mạng", help="in giữa dòng phía dưới hình"
    )
    rong: Decimal | None = declare(
        WIDTH, "Độ rộng (mm)", example="120", help="để trống: kích thước của hình; không vượt lề"
    )
