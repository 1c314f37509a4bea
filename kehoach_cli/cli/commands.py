"""The commands and their flags."""

from typing import Annotated, Any

import typer

from kehoach_cli import __version__
from kehoach_cli.cli import choices, commands_drafts, commands_machine
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

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="TỆP…", help="Tệp kế hoạch .yaml, thư mục, *.yaml; - là stdin."),
]
Listing = Annotated[
    str | None,
    typer.Option("--theo", metavar="TỆP", help="Tên các tệp ở đây, mỗi dòng một tên; - là stdin."),
]
Workers = Annotated[
    str,
    typer.Option("-j", "--tien-trinh", metavar="SỐ", help="Số tiến trình song song; 0: tự chọn."),
]
Limit = Annotated[
    str | None,
    typer.Option("--toi-da", metavar="GIÂY", help="Mỗi tệp nhiều nhất bấy nhiêu; -j SỐ: 300."),
]
_OUT = "Ghi ra đâu; {ten}, {nam}, {co_quan} … đặt tên từng tệp; - là stdout."
Quiet = Annotated[
    bool, typer.Option("-q", "--quiet", help="Chỉ in kết quả và lỗi, không in lời nhắn.")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kehoach {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Hiện phiên bản rồi thoát."
        ),
    ] = False,
) -> None:
    """Kế hoạch của cơ quan nhà nước: từ YAML đến văn bản Word đúng thể thức."""


Rules = Annotated[
    list[str] | None,
    typer.Option(
        metavar="MÃ",
        help="Chỉ những quy tắc này: KH401, hoặc cả nhóm KH4.",
        autocompletion=choices.rule_ids,
    ),
]
Ignored = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="MÃ",
        help="Không báo những quy tắc này.",
        autocompletion=choices.rule_ids,
    ),
]
Mildest = Annotated[
    str,
    typer.Option(
        "--severity",
        metavar="MỨC",
        help="Mức nhẹ nhất còn báo: lỗi, cảnh báo, gợi ý.",
        autocompletion=choices.severities,
    ),
]
Report = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="DẠNG",
        help="text, json, sarif, github hoặc junit.",
        autocompletion=choices.formats,
    ),
]


commands_drafts.add_to(app)


@app.command(cls=Command)
def check(
    files: Files = None,
    output: Report = "text",
    select: Rules = None,
    ignore: Ignored = None,
    severity: Mildest = "gợi ý",
    on_issue: Annotated[
        bool, typer.Option("--phat-hanh", help="Sắp phát hành: thiếu số, ngày, người ký là lỗi.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Tự sửa những chỗ chắc chắn đúng.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Xem trước những chỗ --fix sẽ sửa.")] = False,
    baseline: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Chỉ báo những gì chưa có trong tệp này.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option(metavar="TỆP", help="Ghi mọi phát hiện hiện có ra tệp này.")
    ] = None,
    listing: Listing = None,
    workers: Workers = "1",
    limit: Limit = None,
    quiet: Quiet = False,
) -> None:
    """Kiểm tra kế hoạch: mỗi chỗ sai có dòng, cột, căn cứ và cách sửa.

    Ví dụ: kehoach check ke-hoach.yaml --severity lỗi
    """
    from kehoach_cli.cli import check as command
    from kehoach_cli.cli.inputs import named, pace_asked

    selection = command.selection(select or (), ignore or (), severity, on_issue)
    pace = pace_asked(workers, limit)
    options = command.Options(
        output, selection, baseline, write_baseline, fix, diff, *pace, quiet=quiet
    )
    raise typer.Exit(command.run(named(files, listing, "check"), options))


@app.command(cls=Command)
def explain(
    codes: Annotated[
        list[str],
        typer.Argument(
            metavar="MÃ…", help="Mã quy tắc, như KH401.", autocompletion=choices.rule_ids
        ),
    ],
) -> None:
    """Giải thích một quy tắc: vì sao, căn cứ, viết sai, viết đúng, cách sửa.

    Ví dụ: kehoach explain KH401
    """
    from kehoach_cli.cli import rules as command

    raise typer.Exit(command.explain(codes))


@app.command(cls=Command)
def rules(
    json: Annotated[bool, typer.Option("--json", help="In ở dạng JSON.")] = False,
) -> None:
    """Liệt kê mọi quy tắc kiểm tra.

    Ví dụ: kehoach rules --json
    """
    from kehoach_cli.cli import rules as command

    raise typer.Exit(command.listed(as_json=json))


@app.command(cls=Command)
def render(
    files: Files = None,
    docx: Annotated[bool, typer.Option("--docx", help="Tệp Word (mặc định).")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="PDF, nếu máy có LibreOffice.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Trang web một tệp, in được A4.")] = False,
    txt: Annotated[bool, typer.Option("--txt", help="Chữ trơn; không có -o thì in ra.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Dữ liệu và các tổng; in ra.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Các bảng, tổng là công thức.")] = False,
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="TỆP|THƯ MỤC|MẪU TÊN|-", help=_OUT),
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
    listing: Listing = None,
    workers: Workers = "1",
    limit: Limit = None,
    quiet: Quiet = False,
    opens: Annotated[bool, typer.Option("--mo", help="In xong thì mở tệp đã in.")] = False,
) -> None:
    """In kế hoạch ra tệp Word, mặc định đặt cạnh tệp YAML.

    Ví dụ: kehoach render ke-hoach.yaml --draft --docx --html
    """
    from kehoach_cli.cli import render as command
    from kehoach_cli.cli.inputs import named, pace_asked

    wanted = {"docx": docx, "pdf": pdf, "html": html, "txt": txt, "json": json, "xlsx": xlsx}
    formats = [name for name, chosen in wanted.items() if chosen] or ["docx"]
    pace = pace_asked(workers, limit)
    options = command.Options(formats, out, force, draft, base, *pace, quiet=quiet, opens=opens)
    raise typer.Exit(command.run(named(files, listing, "render"), options))


@app.command(cls=Command)
def schema(
    out: Annotated[
        str | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp này.")
    ] = None,
) -> None:
    """In lược đồ JSON của tệp kế hoạch, để trình soạn thảo gợi ý khóa.

    Ví dụ: kehoach schema -o kehoach.schema.json
    """
    from kehoach_cli.cli import schema as command

    raise typer.Exit(command.run(out))


commands_machine.add_to(app)


def program() -> Any:
    """The commands as the parser has them."""
    return typer.main.get_command(app)


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
