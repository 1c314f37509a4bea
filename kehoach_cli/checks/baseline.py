"""A baseline: the findings of an old plan that are known, so that only new ones are told.

A finding is known by its rule and the text of its line, not by the line's number: lines move.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kehoach_cli.annotations import Any
from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.errors import KehoachError

VERSION = 1

Key = tuple[str, str, str]
"""(file, rule, text of the line)."""


class Baseline:
    """How often each known finding stands in its file, less those that were met."""

    def __init__(self, known: Mapping[Key, int] | None = None) -> None:
        self.left = Counter(known or {})

    def new(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that are not known, or stand more often than known, this time and before."""
        if not self.left:
            return list(findings)
        kept = []
        for finding in findings:
            key = _key_of(finding)
            if self.left[key] > 0 and not finding.rule.blocks:
                self.left[key] -= 1
            else:
                kept.append(finding)
        return kept


def _key_of(finding: Diagnostic) -> Key:
    """What a finding is known by."""
    source = finding.span.source
    line = _plain(source.line(finding.span.first.line))
    return (source.name.replace("\\", "/").rsplit("/", 1)[-1], finding.rule.id, line)


@lru_cache(maxsize=16)
def _plain(line: str) -> str:
    """A line with single spaces; one very long line may have ten thousand findings."""
    return " ".join(line.split())


def keys_of(findings: Iterable[Diagnostic]) -> Counter[Key]:
    """What the findings are known by, and how often; what stops printing is never known."""
    return Counter(_key_of(finding) for finding in findings if not finding.rule.blocks)


def write_baseline(counted: Counter[Key]) -> str:
    """Known findings as a file, in order, so that two versions compare well."""
    import json  # who has no baseline need not wait for it

    records = [
        {"file": file, "rule": rule, "line": line, "count": count}
        for (file, rule, line), count in sorted(counted.items())
    ]
    data = {"version": VERSION, "findings": records}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: str, name: str) -> Baseline:
    """The baseline in a file's text. Raises KehoachError for anything else."""
    import json

    try:
        data = json.loads(text)
        known = Counter({_key(item): int(item["count"]) for item in data["findings"]})
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise KehoachError(
            f"{name} không phải tệp do --write-baseline ghi; hãy ghi lại tệp ấy."
        ) from error
    return Baseline(known)


def _key(item: dict[str, Any]) -> Key:
    return (str(item["file"]), str(item["rule"]), str(item["line"]))
