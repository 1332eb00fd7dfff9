"""What a reconciliation sheet tells, gathered from a reconciliation as it stands and from what is kept beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.reconciliation.frozen import from_text
from desktop.reconciliation.settling import ENTERED
from desktop.reconciliation.standing import Standing
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile
from desktop.records.reconciliation import Reconciliation, SisterFigure
from desktop.summaries.agreed import sheet_numbers
from desktop.summaries.named_rows import named_rows
from desktop.summaries.press import letter_of
from desktop.summaries.reconciliation_sheet import Correction, Earlier, Named, Partner, ReconciliationSheet, Sister
from desktop.summaries.summary import Signatory

EARLIER = 12
"""So many earlier periods are told at most."""


@dataclass(frozen=True)
class Asked:
    """How a sheet is wanted."""

    language: str
    receiver: str
    with_names: bool
    made_at: datetime
    made_on: date


def sheet_of(session: Session, standing: Standing, asked: Asked) -> ReconciliationSheet:
    """The sheet of a reconciliation as it stands now, still without its number."""
    kept, centre = standing.kept, session.scalars(select(CentreProfile)).one()
    agencies = {each.id: each for each in session.scalars(select(Agency))}
    partner = agencies[kept.partner_id]
    return ReconciliationSheet(
        kept.id, kept.first, kept.last, asked.language or centre.language, "", asked.made_at, asked.made_on,
        letter_of(centre), centre.short_name or centre.name,
        Partner(_named(partner, partner.name), partner.known_as, partner.kind),
        kept.counted, kept.their_rule, standing.statement,
        {line.unit: _unit(line.unit, standing.names, agencies) for line in standing.statement.lines},
        kept.is_settled, kept.agreed_on,
        Signatory(kept.for_them, kept.for_them_title), Signatory(kept.for_us, kept.for_us_title),
        entered_on=_entered_on(standing),
        sisters=_sisters(session, kept, agencies),
        earlier=_earlier(session, kept),
        what_next=kept.what_next,
        corrections=tuple(Correction(each.label, each.came) for each in standing.corrections),
        receiver=asked.receiver.strip(),
        with_names=asked.with_names,
        named=named_rows(standing) if asked.with_names else (),
        practice=centre.is_practice,
    )  # fmt: skip


def _named(agency: Agency, own: str) -> Named:
    return {"": own, **agency.other_names}


def _unit(unit: str, names: Mapping[str, str], agencies: Mapping[UUID, Agency]) -> Named:
    """What a unit is called: as it was when both sides agreed, and in other languages as the directory has it."""
    agency = agencies.get(UUID(unit)) if unit else None
    others = agency.other_names if agency and not agency.short_name else {}
    return {"": names.get(unit, ""), **others}


def _entered_on(standing: Standing) -> dict[str, tuple[date, ...]]:
    found: dict[str, set[date]] = defaultdict(set)
    for match in standing.settlement.matched if standing.settlement else ():
        ours = standing.lists.ours.get(match.ours.id)
        if match.how == ENTERED and ours:
            row = standing.lists.theirs.get(match.theirs.id)
            unit = standing.lists.units.line_of((row.unit_id if row else None) or ours.unit_id)
            found[str(unit or "")].add(ours.received)
    return {unit: tuple(sorted(days)) for unit, days in sorted(found.items())}


def _sisters(session: Session, kept: Reconciliation, agencies: Mapping[UUID, Agency]) -> tuple[Sister, ...]:
    """Other centres that told what they agreed with the same partner for the same period, in house order."""
    found: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    wanted = select(SisterFigure).where(
        SisterFigure.partner_id == kept.partner_id, SisterFigure.month.between(kept.month, kept.until)
    )
    for each in session.scalars(wanted.order_by(SisterFigure.month, SisterFigure.id)):
        found[each.centre_id][str(each.unit_id) if each.unit_id else ""] += each.agreed
    order = sorted(found, key=lambda one: (agencies[one].place, agencies[one].name_sort, one))
    return tuple(Sister(_named(agencies[one], agencies[one].known_as), dict(found[one])) for one in order)


def _earlier(session: Session, kept: Reconciliation) -> tuple[Earlier, ...]:
    wanted = select(Reconciliation).where(
        Reconciliation.partner_id == kept.partner_id,
        Reconciliation.until < kept.month,
        Reconciliation.counted == kept.counted,
        Reconciliation.frozen != "",
    )
    rows = session.scalars(wanted.order_by(Reconciliation.until.desc(), Reconciliation.month.desc()).limit(EARLIER))
    found = list(rows)
    numbers = sheet_numbers(session, found)
    return tuple(
        Earlier(each.first, each.last, sums.agreed, sums.entered, numbers.get(each.id.hex, ""))
        for each in found
        for sums in (from_text(each.frozen, {}, {}).statement.sums,)
    )
