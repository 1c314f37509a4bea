"""The commands that make a plan or write into one, and their flags."""

from collections.abc import Callable
from typing import Annotated

import typer

from kehoach_cli.cli import choices
from kehoach_cli.cli.help import Command

Pairs = Annotated[
    list[str] | None,
    typer.Option("--dat", metavar="KHÓA=GIÁ_TRỊ", help="Điền sẵn, như van_ban.nguoi_ky.ho_ten=…"),
]

What = Annotated[
    str | None,
    typer.Argument(
        metavar="ho-so", help="Tạo hồ sơ đơn vị kehoach.yaml.", autocompletion=choices.profiles
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--mau", metavar="MẪU", help="Loại kế hoạch; xem --danh-sach.", autocompletion=choices.kinds
    ),
]
Register = Annotated[
    str | None,
    typer.Option(
        "--them",
        metavar="DANH_MỤC",
        help="Thêm vào du_an, chi_tieu, can_cu …",
        autocompletion=choices.registers,
    ),
]
Listed = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="DẠNG",
        help="Báo lại ở dạng text hoặc json.",
        autocompletion=choices.listings,
    ),
]


def new(
    what: What = None,
    out: Annotated[
        str | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp, thư mục này.")
    ] = None,
    kind: Kind = None,
    agency: Annotated[
        str | None, typer.Option("--co-quan", metavar="TÊN", help="Cơ quan ban hành.")
    ] = None,
    period: Annotated[
        str | None, typer.Option("--thoi-ky", metavar="NĂM", help="2026, hoặc 2026-2030.")
    ] = None,
    pairs: Pairs = None,
    profile: Annotated[
        str | None, typer.Option("--ho-so", metavar="TỆP", help="Lấy hồ sơ đơn vị ở tệp này.")
    ] = None,
    answers: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Tệp YAML có mau, co_quan, thoi_ky, van_ban …")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--tu", metavar="TỆP", help="Lập từ kế hoạch kỳ trước này.")
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Không hỏi gì.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="In ra, không ghi tệp.")] = False,
    kinds: Annotated[bool, typer.Option("--danh-sach", help="Liệt kê các mẫu kế hoạch.")] = False,
) -> None:
    """Tạo kế hoạch mới theo mẫu, điền sẵn cơ quan, thời kỳ, căn cứ; hoặc tạo hồ sơ đơn vị.

    Ví dụ: kehoach new --tu ke-hoach.yaml --thoi-ky 2027
    """
    from kehoach_cli.cli import new as command

    if kinds:
        raise typer.Exit(command.listed())
    given = command.flags(mau=kind, co_quan=agency, thoi_ky=period)
    asks = not no_input
    options = command.Options(given, pairs or (), out, profile, answers, dry_run, after, asks)
    raise typer.Exit(command.run(what, options))


def fill(
    file: Annotated[str, typer.Argument(metavar="TỆP", help="Tệp kế hoạch .yaml.")],
    given: Annotated[
        list[str] | None,
        typer.Option("--dat", metavar="KHÓA=GIÁ_TRỊ", help="Trả lời sẵn; dùng được nhiều lần."),
    ] = None,
    answers: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Lấy câu trả lời ở tệp này.")
    ] = None,
    save_answers: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Ghi các câu trả lời ra tệp này.")
    ] = None,
    add: Register = None,
    extra: Annotated[
        bool, typer.Option("--tat-ca", help="Hỏi cả những chỗ không bắt buộc.")
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Không hỏi; chỉ liệt kê chỗ còn thiếu.")
    ] = False,
    output: Listed = "text",
) -> None:
    """Hỏi những chỗ còn thiếu, còn sai, và điền câu trả lời vào đúng chỗ trong tệp.

    Ví dụ: kehoach fill ke-hoach.yaml
    """
    from kehoach_cli.cli import fill as command

    status = command.run(
        file,
        given=given or (),
        answers=answers,
        save_answers=save_answers,
        form=output,
        add=add,
        extra=extra,
        ask=not no_input,
    )
    raise typer.Exit(status)


def import_(
    file: Annotated[
        str,
        typer.Argument(
            metavar="TỆP", help="Tệp Word, Excel, .csv, web, chữ; .doc, .pdf nếu máy đọc được."
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Ghi kế hoạch ra tệp .yaml này."),
    ] = None,
    output: Listed = "text",
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp .yaml đã có.")] = False,
    into: Annotated[
        str | None,
        typer.Option("--vao", metavar="KẾ_HOẠCH", help="Thêm các dự án của tệp vào kế hoạch này."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--cot", metavar="TÊN=TRƯỜNG", help="Cột nào là trường nào: Việc=ten."),
    ] = None,
) -> None:
    """Lập bản nháp kế hoạch từ tệp Word, Excel, trang web, chữ trơn; kể những chỗ chưa hiểu.

    Ví dụ: kehoach import ke-hoach-2025.docx -o nhap.yaml
    """
    from kehoach_cli.cli import import_plan as command

    raise typer.Exit(command.run(file, command.Options(out, output, force, into, columns or ())))


def undo(
    file: Annotated[str, typer.Argument(metavar="TỆP", help="Tệp mà kehoach đã sửa.")],
    force: Annotated[
        bool, typer.Option("--force", help="Lấy lại bản cũ cả khi tệp đã đổi sau đó.")
    ] = False,
) -> None:
    """Lấy lại tệp như trước khi fill, --fix, import --vao ghi vào; chạy lần nữa thì làm lại.

    Ví dụ: kehoach undo ke-hoach.yaml
    """
    from kehoach_cli.cli import undo as command

    raise typer.Exit(command.run(file, force=force))


def add_to(app: typer.Typer) -> None:
    """Make them commands of a program."""
    commands: dict[str, Callable[..., None]]
    commands = {"new": new, "fill": fill, "import": import_, "undo": undo}
    for name, command in commands.items():
        app.command(name, cls=Command)(command)
