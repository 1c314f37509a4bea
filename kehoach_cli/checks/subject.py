"""What the rules look at: the plan, and what several of them need worked out of it once."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from kehoach_cli.annotations import TYPE_CHECKING
from kehoach_cli.checks.abbreviations import Explanations, abbreviations, explained
from kehoach_cli.checks.blocks import Block, blocks_of
from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.checks.counts import clauses_of_change
from kehoach_cli.checks.mention import Mention
from kehoach_cli.checks.mentions_citations import mentions_in
from kehoach_cli.checks.mentions_dates import DateMention, dates_in
from kehoach_cli.checks.own_tables import OwnTable, own_tables
from kehoach_cli.checks.prose_sums import ProseSums
from kehoach_cli.checks.sections import roles
from kehoach_cli.checks.splits import Split, splits_of
from kehoach_cli.checks.sums import Said, stated_sums
from kehoach_cli.checks.words import Words
from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.ledger import Ledger
from kehoach_cli.plan.model import HieuLuc, Plan
from kehoach_cli.plan.records import Record
from kehoach_cli.plan.resolve import walk_outline
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.vietnamese.citation import Citation
from kehoach_cli.vietnamese.known_documents import (
    KnownDocument,
    known_documents,
    laws_by_name,
)
from kehoach_cli.vietnamese.units import MoneyUnit

if TYPE_CHECKING:
    from kehoach_cli.checks.changes import Change


class Subject:
    """A plan under examination. `unit`: of the amounts that name none.

    `hieu_luc`: what the unit knows of the force of documents.
    """

    def __init__(self, plan: Plan, unit: MoneyUnit, hieu_luc: Sequence[HieuLuc] = ()) -> None:
        self.plan, self.unit, self.hieu_luc = plan, unit, hieu_luc

    @cached_property
    def corpus(self) -> Corpus:
        """Its texts."""
        return Corpus(self.plan)

    @cached_property
    def outline(self) -> list[Record]:
        """Every record of its sections and appendices, in order."""
        return [*walk_outline(self.plan)]

    @cached_property
    def tables(self) -> list[Bang]:
        """The tables among them."""
        return [record for record in self.outline if isinstance(record, Bang)]

    @cached_property
    def blocks(self) -> list[Block]:
        """Its prose, line by line."""
        return blocks_of(self.plan)

    @cached_property
    def ledger(self) -> Ledger:
        """Sums over its register."""
        return Ledger(self.plan)

    @cached_property
    def stated(self) -> list[Said]:
        """The sums that `tong_ghi` and `ghi` state."""
        return stated_sums(self.plan, self.unit, self.corpus, self.ledger, self.tables)

    @cached_property
    def in_prose(self) -> list[Said]:
        """The sums of the register that prose states."""
        return list(ProseSums(self.plan, self.unit, self.ledger).find(self.blocks))

    @cached_property
    def splits(self) -> list[Split]:
        """The money of its prose that is told apart."""
        return [*splits_of(self.blocks)]

    @cached_property
    def changes(self) -> "list[Change]":
        """The changes that its texts tell wrong."""
        clauses = clauses_of_change(self.corpus.lower)
        if not clauses:
            return []
        from kehoach_cli.checks.changes import changes_in  # which few plans need

        return [*changes_in(self.corpus.lower, clauses)]

    @cached_property
    def own_tables(self) -> list[OwnTable]:
        """Its tables with rows of their own."""
        return own_tables(self.tables)

    @cached_property
    def bases(self) -> list[list[tuple[CanCu, Citation]]]:
        """The legal bases of the plan, and of its decision, with their parts."""
        decision = self.plan.quyet_dinh
        lists = (self.plan.can_cu, decision.can_cu if decision else None)
        return [[(record, record.citation) for record in bases] for bases in lists if bases]

    @cached_property
    def documents(self) -> dict[str, KnownDocument]:
        """The documents whose facts are known, by number; the unit's own word comes first."""
        return {**known_documents(), **dict(map(_known_to_unit, self.hieu_luc))}

    @cached_property
    def laws(self) -> dict[str, list[KnownDocument]]:
        """The known laws by their names in small letters."""
        return laws_by_name(self.documents.values())

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every citation in its texts."""
        text = self.corpus.text
        if "/" not in text and "Luật " not in text:
            return []
        return mentions_in(self.corpus, self.laws)

    @cached_property
    def dates(self) -> list[DateMention]:
        """Every full date in its texts."""
        return dates_in(self.corpus)

    @cached_property
    def words(self) -> Words:
        """The words of its texts."""
        return Words(self.corpus)

    @cached_property
    def abbreviations(self) -> list[str]:
        """Its abbreviations."""
        return abbreviations(self.words.chunks)

    @cached_property
    def explained(self) -> Mapping[str, Explanations]:
        """The abbreviations that must be explained, and where they are."""
        return explained(self.words, self.abbreviations)

    @cached_property
    def roles(self) -> dict[int, str]:
        """The role of the section that a record stands in, by the record's identity."""
        return roles(self.plan)

    @cached_property
    def date(self) -> date | None:
        """The day that the plan is judged at: its date, in a draft the start of its period.

        Of a date without day, or day and month, the first day that it can be.
        """
        head = self.plan.van_ban
        if head is not None and head.ngay_ban_hanh is not None:
            return head.ngay_ban_hanh.first()
        if head is not None and head.thoi_ky is not None:
            return date(head.thoi_ky.start, 1, 1)
        return None

    @cached_property
    def years(self) -> range | None:
        """The years of the plan's period, None where it names none."""
        period = self.plan.period
        return period.years if period else None


def _known_to_unit(entry: HieuLuc) -> tuple[str, KnownDocument]:
    number = entry.so_ky_hieu or ""
    return number, KnownDocument(
        number,
        ten=entry.ten or "",
        tu=entry.tu.first() if entry.tu else None,
        den=entry.den.last() if entry.den else None,
        thay_bang=entry.thay_bang or "",
        nguon="kehoach.yaml",
    )
