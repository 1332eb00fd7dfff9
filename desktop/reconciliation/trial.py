"""A partner's list compared before it is kept: who stops it, or thinks better of it, has changed nothing."""

from __future__ import annotations

from uuid import UUID

from desktop.reconciliation.bringing import Brought, count_rows, notice_rows
from desktop.reconciliation.kept import require_free
from desktop.reconciliation.our_notices import our_counts, our_notices
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.reconciliations import Reconciliations
from desktop.reconciliation.settling import Decisions
from desktop.reconciliation.standing import Lists, Progress, Standing, standing_of
from desktop.reconciliation.units import units_of
from desktop.records.reconciliation import TheirCount, TheirNotice


def compare(
    log: Reconciliations,
    brought: Brought,
    listed: PartnerList,
    progress: Progress | None = None,
    *,
    again: UUID | None = None,
) -> Standing:
    """How a list would stand against the log; nothing is written. `progress` may raise `Cancelled`.

    `again` is the reconciliation in whose list's place it would come.
    """
    kept = brought.kept(log.world.new_id(), log.world.now(), listed)
    with log.vault.look() as session:
        require_free(session, brought, but=again)
        units = units_of(session, brought.partner_id, brought.units)
        rows = (count_rows if kept.counted else notice_rows)(kept, listed, units, log.world.new_id)
        lists = Lists(
            kept,
            units,
            {str(row.id): row for row in rows if isinstance(row, TheirNotice)},
            {} if kept.counted else our_notices(session, units, brought.first, brought.last),
            tuple(row for row in rows if isinstance(row, TheirCount)),
            our_counts(session, units, brought.first, brought.last, kept.counted) if kept.counted else {},
            Decisions(),
            (),
        )
    return standing_of(lists, progress)
