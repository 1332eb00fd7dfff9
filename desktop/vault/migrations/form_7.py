"""To the seventh form: a commitment knows on which day it was noted as settled, which may be later than it was.

Of those settled before, the day itself is taken: nobody wrote down when it became known.
"""

from __future__ import annotations

from sqlalchemy import Connection


def know_when_commitments_were_settled(connection: Connection) -> None:
    """Add the day to what was promised."""
    columns = {row.name for row in connection.exec_driver_sql("PRAGMA table_info(commitment)")}
    if columns and "noted_on" not in columns:
        connection.exec_driver_sql("ALTER TABLE commitment ADD COLUMN noted_on DATE")
        connection.exec_driver_sql("UPDATE commitment SET noted_on = coalesce(done_on, impossible_on)")
