"""What the rules look at: the plan, and what several of them need worked out of it once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kehoach_cli.checks.corpus import Corpus
from kehoach_cli.plan.model import Plan
from kehoach_cli.vietnamese.units import MoneyUnit


@dataclass
class Subject:
    """A plan under examination. `unit`: of the amounts that name none."""

    plan: Plan
    unit: MoneyUnit

    @cached_property
    def corpus(self) -> Corpus:
        """Its texts."""
        return Corpus(self.plan)

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
        period = self.plan.van_ban.thoi_ky if self.plan.van_ban else None
        return period.years if period else None
