"""One reconciliation as it is kept; where it is gone meanwhile, that is a sentence and no fault of the program."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.issued import IssuedSheet
from desktop.records.reconciliation import Reconciliation


def still_kept(session: Session, reconciliation_id: UUID) -> Reconciliation:
    """The reconciliation; a Problem if it was taken out, or its bringing undone."""
    kept = session.get(Reconciliation, reconciliation_id)
    if kept is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    return kept


def require_no_sheet(session: Session, reconciliation_id: UUID) -> None:
    """Refuse to take out what a sealed sheet was issued of, though it was opened again since."""
    if session.scalar(select(IssuedSheet.id).where(IssuedSheet.reconciliation_id == reconciliation_id).limit(1)):
        raise Problem(N_("A sealed sheet of this period was issued, so its list stays."))
