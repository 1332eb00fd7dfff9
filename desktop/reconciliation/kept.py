"""One reconciliation as it is kept; where it is gone meanwhile, that is a sentence and no fault of the program."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.reconciliation.bringing import Brought
from desktop.records.issued import IssuedSheet
from desktop.records.reconciliation import Reconciliation


def still_kept(session: Session, reconciliation_id: UUID) -> Reconciliation:
    """The reconciliation; a Problem if it was taken out, or its bringing undone."""
    kept = session.get(Reconciliation, reconciliation_id)
    if kept is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    return kept


def still_open(session: Session, reconciliation_id: UUID) -> Reconciliation:
    """The reconciliation while it may be changed; a Problem once it is settled."""
    kept = still_kept(session, reconciliation_id)
    if kept.is_settled:
        raise Problem(N_("The period is agreed. Later changes are listed as corrections."))
    return kept


def require_no_sheet(session: Session, reconciliation_id: UUID) -> None:
    """Refuse to take out what a sealed sheet was issued of, though it was opened again since."""
    if session.scalar(select(IssuedSheet.id).where(IssuedSheet.reconciliation_id == reconciliation_id).limit(1)):
        raise Problem(N_("A sealed sheet of this period was issued, so its list stays."))


def require_free(session: Session, brought: Brought, but: UUID | None = None) -> None:
    """Refuse a second list of the same period and partner; `but` is the one in whose place it comes."""
    period = Reconciliation.month == brought.first.key, Reconciliation.until == brought.last.key
    mine = select(Reconciliation.id).where(*period, Reconciliation.partner_id == brought.partner_id)
    if session.scalar(mine) not in (None, but):
        raise Problem(N_("The list of this month is here already. Take it out before you bring another."))
