"""The day on which a commitment was noted as settled, in a vault that was made before it was written down."""

from __future__ import annotations

from datetime import date

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.vault.migrations.form_7 import know_when_commitments_were_settled


def test_what_was_settled_before_is_taken_as_noted_on_its_own_day(centre: Centre) -> None:
    by = centre.worker
    done, still = (
        centre.commitments.promise(CommitmentDraft(what, None, date(2026, 12, 1)), by)
        for what in ("Sąrašas", "Laiškas")
    )
    centre.commitments.done(done.id, by)
    with centre.vault.mending() as connection:
        triggers = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'commitment'"
        )
        for trigger in triggers.scalars().all():
            connection.exec_driver_sql(f'DROP TRIGGER "{trigger}"')
        connection.exec_driver_sql("ALTER TABLE commitment DROP COLUMN noted_on")
        know_when_commitments_were_settled(connection)
        know_when_commitments_were_settled(connection)
    assert centre.commitments.row(done.id).commitment.noted_on == centre.world.today()
    assert centre.commitments.row(still.id).commitment.noted_on is None
