"""`kehoach explain` and `kehoach rules`."""

import json

from kehoach_cli.checks.catalogue import listing, page, record
from kehoach_cli.checks.rules import BY_ID, RULES
from kehoach_cli.cli.say import say
from kehoach_cli.errors import Exit, KehoachError
from kehoach_cli.plan.records import likely


def explain(codes: list[str]) -> Exit:
    """Print the page of each rule."""
    pages = [page(BY_ID[_known(code)]) for code in codes]
    say(f"\n\n{'─' * 72}\n\n".join(pages), prose=True)
    say(f"Bước tiếp theo: kehoach check TỆP --select {_known(codes[0])}", err=True)
    return Exit.OK


def _known(code: str) -> str:
    wanted = code.strip().upper()
    wanted = f"KH{wanted}" if wanted.isdecimal() else wanted
    if wanted not in BY_ID:
        near = likely(wanted, BY_ID)
        hint = f"có phải {near}? Xem" if near else "xem"
        raise KehoachError(f"Không có quy tắc {code}; {hint}: kehoach rules")
    return wanted


def listed(*, as_json: bool) -> Exit:
    """Print every rule."""
    if as_json:
        data = {"rules": [record(rule) for rule in RULES]}
        say(json.dumps(data, ensure_ascii=False, indent=2))
        return Exit.OK
    say(listing(RULES), prose=True)
    say("Bước tiếp theo: kehoach explain MÃ", err=True)
    return Exit.OK
