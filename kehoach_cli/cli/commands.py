"""The commands and their flags."""

from typing import Annotated

import typer

from kehoach_cli import __version__
from kehoach_cli.cli.help import Command, Group, UsageFault, usage_message
from kehoach_cli.errors import Exit, KehoachError

app = typer.Typer(
    name="kehoach",
    help="Kế hoạch của cơ quan nhà nước: từ YAML đến văn bản Word đúng thể thức.",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)

Files = Annotated[list[str], typer.Argument(metavar="TỆP…", help="Tệp kế hoạch .yaml; - là stdin.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kehoach {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="In phiên bản rồi thôi."),
    ] = False,
) -> None:
    """Kế hoạch của cơ quan nhà nước: từ YAML đến văn bản Word đúng thể thức."""


Rules = Annotated[
    list[str] | None,
    typer.Option(metavar="MÃ", help="Chỉ những quy tắc này: KH401, hoặc cả nhóm KH4."),
]


Pairs = Annotated[
    list[str] | None,
    typer.Option("--dat", metavar="KHÓA=GIÁ_TRỊ", help="Như van_ban.nguoi_ky.ho_ten=…"),
]


@app.command(cls=Command)
def new(
    what: Annotated[
        str | None,
        typer.Argument(metavar="ho-so", help="Tạo hồ sơ đơn vị kehoach.yaml."),
    ] = None,
    out: Annotated[
        str | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp, thư mục này.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--mau", metavar="MẪU", help="Loại kế hoạch; xem --danh-sach.")
    ] = None,
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
    """Tạo kế hoạch mới theo mẫu, điền sẵn cơ quan, thời kỳ, căn cứ; hoặc tạo hồ sơ đơn vị."""
    from kehoach_cli.cli import new as command

    if kinds:
        raise typer.Exit(command.listed())
    given = command.flags(mau=kind, co_quan=agency, thoi_ky=period)
    asks = not no_input
    options = command.Options(given, pairs or (), out, profile, answers, dry_run, after, asks)
    raise typer.Exit(command.run(what, options))


@app.command(cls=Command)
def check(
    files: Files,
    output: Annotated[
        str,
        typer.Option("--format", metavar="DẠNG", help="text, json, sarif, github hoặc junit."),
    ] = "text",
    select: Rules = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="MÃ", help="Không báo những quy tắc này.")
    ] = None,
    severity: Annotated[
        str, typer.Option(metavar="MỨC", help="Mức nhẹ nhất còn báo: lỗi, cảnh báo, gợi ý.")
    ] = "gợi ý",
    on_issue: Annotated[
        bool, typer.Option("--phat-hanh", help="Sắp phát hành: thiếu số, ngày, người ký là lỗi.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Sửa những chỗ sửa chắc chắn đúng.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Xem trước những chỗ --fix sẽ sửa.")] = False,
    baseline: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Chỉ báo những gì chưa có trong tệp này.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Ghi mọi phát hiện hiện có ra tệp này.")
    ] = None,
) -> None:
    """Kiểm tra kế hoạch: mỗi chỗ sai có dòng, cột, căn cứ và cách sửa."""
    from kehoach_cli.cli import check as command

    selection = command.selection(select or (), ignore or (), severity, on_issue)
    options = command.Options(output, selection, baseline, write_baseline, fix, diff)
    raise typer.Exit(command.run(files, options))


@app.command(cls=Command)
def undo(
    file: Annotated[str, typer.Argument(metavar="TỆP", help="Tệp mà kehoach đã sửa.")],
    force: Annotated[
        bool, typer.Option("--force", help="Lấy lại bản cũ cả khi tệp đã đổi sau đó.")
    ] = False,
) -> None:
    """Lấy lại tệp như trước khi fill hay --fix ghi vào; chạy lần nữa thì làm lại."""
    from kehoach_cli.cli import undo as command

    raise typer.Exit(command.run(file, force=force))


@app.command(cls=Command)
def explain(
    codes: Annotated[list[str], typer.Argument(metavar="MÃ…", help="Mã quy tắc, như KH401.")],
) -> None:
    """Giải thích một quy tắc: vì sao, căn cứ, viết sai, viết đúng, cách sửa."""
    from kehoach_cli.cli import rules as command

    raise typer.Exit(command.explain(codes))


@app.command(cls=Command)
def rules(
    json: Annotated[bool, typer.Option("--json", help="Dạng JSON.")] = False,
) -> None:
    """Liệt kê mọi quy tắc kiểm tra."""
    from kehoach_cli.cli import rules as command

    raise typer.Exit(command.listed(as_json=json))


@app.command(cls=Command)
def render(
    files: Files,
    docx: Annotated[bool, typer.Option("--docx", help="Tệp Word (mặc định).")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="PDF, nếu máy có LibreOffice.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Trang web một tệp, in được A4.")] = False,
    txt: Annotated[bool, typer.Option("--txt", help="Chữ trơn; không có -o thì in ra.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Dữ liệu và các tổng; in ra.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Các bảng, tổng là công thức.")] = False,
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="TỆP|THƯ MỤC|-", help="Ghi ra đâu; - là stdout."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Ghi đè cả tệp không phải do kehoach ghi.")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="In bản dự thảo, chỗ thiếu để trống.")
    ] = False,
    base: Annotated[
        str | None,
        typer.Option("--mau-docx", metavar="MẪU", help="Lấy kiểu chữ và lề từ tệp Word này."),
    ] = None,
) -> None:
    """In kế hoạch ra tệp Word, mặc định đặt cạnh tệp YAML."""
    from kehoach_cli.cli import render as command

    wanted = {"docx": docx, "pdf": pdf, "html": html, "txt": txt, "json": json, "xlsx": xlsx}
    formats = [name for name, chosen in wanted.items() if chosen] or ["docx"]
    raise typer.Exit(command.run(files, formats, out, force=force, draft=draft, base=base))


@app.command(cls=Command)
def fill(
    file: Annotated[str, typer.Argument(metavar="TỆP", help="Tệp kế hoạch .yaml.")],
    given: Annotated[
        list[str] | None,
        typer.Option("--dat", metavar="KHÓA=GIÁ TRỊ", help="Trả lời sẵn; dùng được nhiều lần."),
    ] = None,
    answers: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Lấy câu trả lời ở tệp này.")
    ] = None,
    save_answers: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Ghi các câu trả lời ra tệp này.")
    ] = None,
    add: Annotated[
        str | None,
        typer.Option("--them", metavar="DANH MỤC", help="Thêm vào du_an, chi_tieu, can_cu …"),
    ] = None,
    extra: Annotated[
        bool, typer.Option("--tat-ca", help="Hỏi cả những chỗ không bắt buộc.")
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Không hỏi; chỉ liệt kê chỗ còn thiếu.")
    ] = False,
    output: Annotated[
        str, typer.Option("--format", metavar="DẠNG", help="Liệt kê ở dạng text hoặc json.")
    ] = "text",
) -> None:
    """Hỏi những chỗ còn thiếu, còn sai, và điền câu trả lời vào đúng chỗ trong tệp."""
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


@app.command("import", cls=Command)
def import_(
    file: Annotated[
        str,
        typer.Argument(metavar="TỆP", help="Tệp Word, web, chữ trơn; .doc, .pdf nếu máy đọc được."),
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="TỆP", help="Ghi kế hoạch ra tệp .yaml này."),
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="DẠNG", help="Báo cáo ở dạng text hoặc json.")
    ] = "text",
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
    """Lập bản nháp kế hoạch từ tệp Word, trang web hay chữ trơn; kể những chỗ chưa hiểu."""
    from kehoach_cli.cli import import_plan as command

    raise typer.Exit(command.run(file, command.Options(out, output, force, into, columns or ())))


@app.command(cls=Command)
def schema(
    out: Annotated[
        str | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp này.")
    ] = None,
) -> None:
    """In lược đồ JSON của tệp kế hoạch, để trình soạn thảo gợi ý khóa."""
    from kehoach_cli.cli import schema as command

    raise typer.Exit(command.run(out))


def run() -> int:
    """Run the command line by its parser; the exit status.

    Raises KehoachError for wrong use, KeyboardInterrupt where a question was left.
    """
    try:
        return app(standalone_mode=False) or Exit.OK
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except UsageFault as error:
        raise KehoachError(usage_message(error), Exit.USAGE) from error
