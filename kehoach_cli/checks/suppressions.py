"""`# kehoach: bỏ qua KH401 vì …`: findings that the author answers for, at their place."""

import re
from collections.abc import Iterable, Iterator

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.rules import BY_ID
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.resolve import scalars
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Node
from kehoach_cli.source.text import Source, Span

_MARK = "kehoach:"
_COMMENT = pattern(
    r"(?:^|(?<=[ \t]))#[ \t]*kehoach:[ \t]*b(?:ỏ|o)[ \t]+qua\b(?P<rules>[^\n]*?)"
    r"(?:[ \t]+v(?:ì|i)[ \t]+(?P<reason>\S[^\n]*))?$",
    re.MULTILINE,
)
_ID = pattern(r"KH[0-9]{3}")


class Suppression:
    """A comment: the rules it names, and the lines it covers, from `first` up to `stop`."""

    def __init__(self, span: Span, rules: tuple[str, ...], first: int, stop: int) -> None:
        self.span, self.rules = span, rules
        self.first, self.stop = first, stop
        self.used: set[str] = set()

    def covers(self, finding: Diagnostic) -> bool:
        """Whether a finding is one that it names, inside its lines."""
        return (
            finding.rule.id in self.rules
            and not finding.rule.blocks
            and finding.span.source is self.span.source
            and self.first <= finding.span.first.line < self.stop
        )


def suppress(findings: Iterable[Diagnostic], root: Node) -> tuple[list[Diagnostic], list[Fault]]:
    """The findings that no comment covers, and what is wrong with the comments themselves.

    A comment covers the line it ends, or the line below it when it stands alone, and what is
    indented under that line. Without a reason it covers nothing.
    """
    found = list(findings)
    sources = {id(source): source for source in (root.source, *(f.span.source for f in found))}
    faults: list[Fault] = []
    comments = [made for source in sources.values() for made in _comments(source, root, faults)]
    kept = [finding for finding in found if not _covered(finding, comments)]
    faults += [
        Fault("KH092", comment.span, {"rules": ", ".join(unused)})
        for comment in comments
        if (unused := [rule for rule in comment.rules if rule not in comment.used])
    ]
    return kept, faults


def _covered(finding: Diagnostic, comments: list[Suppression]) -> bool:
    covering = [comment for comment in comments if comment.covers(finding)]
    for comment in covering:
        comment.used.add(finding.rule.id)
    return bool(covering)


def _comments(source: Source, root: Node, faults: list[Fault]) -> Iterator[Suppression]:
    if _MARK not in source.text:
        return
    quoted = (node for node in scalars(root) if node.style and node.source is source)
    texts = [(node.start, node.end) for node in quoted]
    for match in _marked(source.text):
        if any(start <= match.start() < end for start, end in texts):
            continue
        span = Span(source, *match.span())
        rules = tuple(_ID.findall(match["rules"]))
        unknown = [rule for rule in rules if rule not in BY_ID]
        if unknown or not rules:
            said = ", ".join(unknown) or match["rules"].strip()
            faults.append(Fault("KH091", span, {"rules": said}))
        elif not match["reason"]:
            faults.append(Fault("KH090", span, {"rules": ", ".join(rules)}))
        else:
            yield Suppression(span, rules, *_lines(source, span.first.line))


def _marked(text: str) -> Iterator[re.Match[str]]:
    """The comments, looked for only on the lines that have the mark."""
    at = text.find(_MARK)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from _COMMENT.finditer(text, text.rfind("\n", 0, at) + 1, end)
        at = text.find(_MARK, end)


def _lines(source: Source, line: int) -> tuple[int, int]:
    """The lines that a comment on a line covers."""
    if source.line(line).lstrip().startswith("#"):
        line = next(
            (at for at in range(line + 1, _count(source) + 1) if _is_content(source.line(at))), line
        )
    stop = line + 1
    while stop <= _count(source) and _is_under(source.line(stop), source.line(line)):
        stop += 1
    return line, stop


def _count(source: Source) -> int:
    return len(source.line_starts)


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_under(line: str, above: str) -> bool:
    return not line.strip() or _indent(line) > _indent(above)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
