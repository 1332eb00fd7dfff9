"""A partner's list on its way into the vault, and one of its rows on its way into the log of notices.

What was read becomes rows to be kept; nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from uuid import UUID

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.our_notices import ORIGIN
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.units import Units
from desktop.records.reconciliation import Reconciliation, TheirCount, TheirNotice
from desktop.records.referral_draft import MentionDraft, ReferralDraft
from desktop.records.typed_text import clean_line
from desktop.vault.record import Record

SHORT, LONG = 200, 1000
"""How many signs of a cell are kept, and of a remark."""


@dataclass(frozen=True)
class Brought:
    """A list as it was brought: whose, of which months, from which file."""

    first: Month
    partner_id: UUID
    last: Month
    """The same as the first where it is one month."""
    file_name: str = ""
    file_digest: str = ""
    reading: str = ""
    """How its columns were understood, as JSON."""
    units: Mapping[str, UUID] = field(default_factory=dict)
    """Which unit a word of the list means, where somebody said so."""

    def kept(self, new_id: UUID, now: datetime, listed: PartnerList) -> Reconciliation:
        """The reconciliation that begins with it; a Problem if nothing is in the list or something is still asked."""
        if listed.questions:
            raise Problem(N_("Something has to be answered first."))
        if not (listed.notices or listed.counts):
            raise Problem(N_("There is no notice in this list."))
        if self.last < self.first:
            raise Problem(N_("It ends before it begins. Check both months."), field="until")
        counted = {each.counted for each in listed.counts} if not listed.notices else set()
        if len(counted) > 1:
            raise Problem(N_("This list counts different things at once. Bring one of them at a time."))
        return Reconciliation(
            id=new_id,
            month=self.first.key,
            until=self.last.key,
            partner_id=self.partner_id,
            file_name=clean_line(self.file_name)[:SHORT],
            file_digest=self.file_digest,
            reading=self.reading,
            counted=counted.pop() if counted else "",
            brought_at=now,
        )


def notice_rows(
    kept: Reconciliation, listed: PartnerList, units: Units, new_id: Callable[[], UUID]
) -> list[Record]:  # fmt: skip
    """Their notices as rows to be kept; a personal code is left out."""
    rows: list[Record] = []
    for place, notice in enumerate(listed.notices):
        people = [person for person in notice.persons if person.name] or notice.persons[:1]
        first = people[0] if people else None
        rows.append(
            TheirNotice(
                id=new_id(),
                reconciliation_id=kept.id,
                place=place,
                rows=", ".join(map(str, notice.rows)),
                notice_no=clean_line(notice.notice_no)[:SHORT],
                sent_on=notice.date,
                names="\n".join(clean_line(person.name)[:SHORT] for person in people).strip("\n"),
                birth_years="\n".join(str(person.birth_year or "") for person in people),
                phones="\n".join(clean_line(person.phone)[:SHORT] for person in people),
                address=clean_line(first.address)[:SHORT] if first else "",
                unit=clean_line(notice.unit)[:SHORT],
                unit_id=units.named(notice.unit),
                remarks=clean_line(notice.remarks)[:LONG],
            )
        )
    return rows


def count_rows(
    kept: Reconciliation, listed: PartnerList, units: Units, new_id: Callable[[], UUID]
) -> list[Record]:  # fmt: skip
    """Their numbers as rows to be kept; a Problem if one is of another month than was said."""
    others = {each.month.key for each in listed.counts if each.month and not kept.month <= each.month.key <= kept.until}
    if others:
        sentence = N_("These numbers are of other months: {months}. Choose the months they belong to.")
        raise Problem(sentence, field="month", months=", ".join(sorted(others)))
    return [
        TheirCount(
            id=new_id(),
            reconciliation_id=kept.id,
            place=place,
            month=each.month.key if each.month else kept.month,
            unit=clean_line(each.unit)[:SHORT],
            unit_id=units.named(each.unit),
            number=each.number,
        )
        for place, each in enumerate(listed.counts)
    ]


def missing_draft(row: TheirNotice, kept: Reconciliation, now: datetime) -> ReferralDraft:
    """One of their notices that never arrived, as a notice of ours: received now, counted in the month reconciled."""
    sent = Month.of(row.sent_on).key if row.sent_on else kept.until
    people = zip_longest(row.names.splitlines(), row.birth_years.splitlines(), row.phones.splitlines(), fillvalue="")
    return ReferralDraft(
        received_at=now.replace(second=0, microsecond=0),
        month=sent if kept.month <= sent <= kept.until else kept.until,
        sender_id=kept.partner_id,
        unit_id=row.unit_id if row.unit_id != kept.partner_id else None,
        reference=row.notice_no,
        mentions=tuple(
            MentionDraft(name=name, birth_year=int(year) if year else None, phone=phone) for name, year, phone in people
        ),
        incident_place=row.address,
        description=row.remarks,
        origin=ORIGIN,
    )
