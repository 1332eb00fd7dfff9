"""What sister centres agreed with the same partner, so that the whole county can be seen beside one's own figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.units import units_of
from desktop.records.agency import Agency
from desktop.records.reconciliation import SisterFigure
from desktop.records.typed_text import clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World

CENTRE = "centre"
"""The kind of institution that a sister centre is."""


@dataclass(frozen=True)
class SisterDraft:
    """One figure of a sister centre."""

    month: Month
    partner_id: UUID
    centre_id: UUID
    agreed: int | None
    """None takes the figure out."""
    unit_id: UUID | None = None
    """None: what was told of no single unit; it adds to what was told of units."""
    source: str = ""
    """The number of the sheet it was read from."""


class SisterFigures:
    """The figures of sister centres in one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def note(self, drafts: Sequence[SisterDraft], by: Worker) -> None:
        """Keep figures, each in place of what stood there before; one change for all of them."""
        with self.vault.look() as session:
            for draft in drafts:
                centre = session.get_one(Agency, draft.centre_id)
                if centre.kind != CENTRE:
                    raise Problem(N_("This institution is no crisis centre: {name}"), field="centre", name=centre.name)
                if draft.unit_id and draft.unit_id not in units_of(session, draft.partner_id).all:
                    raise Problem(N_("This unit belongs to another institution."), field="unit")
                if draft.agreed is not None and draft.agreed < 0:
                    raise Problem(N_("This number cannot be used here."), field="agreed")
        months = ", ".join(sorted({draft.month.key for draft in drafts}))
        with self.vault.change(N_("Figures of another centre noted: {month}"), by, month=months) as session:
            for draft in drafts:
                session.execute(
                    delete(SisterFigure).where(
                        SisterFigure.month == draft.month.key,
                        SisterFigure.partner_id == draft.partner_id,
                        SisterFigure.centre_id == draft.centre_id,
                        SisterFigure.unit_id.is_(None)
                        if draft.unit_id is None
                        else SisterFigure.unit_id == draft.unit_id,
                    )
                )
                if draft.agreed is not None:
                    session.add(
                        SisterFigure(
                            id=self.world.new_id(), month=draft.month.key, partner_id=draft.partner_id,
                            unit_id=draft.unit_id, centre_id=draft.centre_id, agreed=draft.agreed,
                            source=clean_line(draft.source),
                        )
                    )  # fmt: skip

    def of(self, partner_id: UUID, first: Month, last: Month) -> Sequence[SisterFigure]:
        """Every figure about this partner's units in these months."""
        wanted = select(SisterFigure).where(
            SisterFigure.partner_id == partner_id, SisterFigure.month.between(first.key, last.key)
        )
        with self.vault.look() as session:
            return session.scalars(wanted.order_by(SisterFigure.month, SisterFigure.id)).all()
