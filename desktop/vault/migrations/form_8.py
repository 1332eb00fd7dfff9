"""To the eighth form: the time of day of an incident, as it was when it came; never altered, whatever the class."""

from __future__ import annotations

from sqlalchemy import Connection


def know_when_it_happened(connection: Connection) -> None:
    """Add the column, empty; a table that is not there yet is made with it."""
    run = connection.exec_driver_sql
    there = {row.name for row in run("PRAGMA table_info(referral)")}
    if there and "incident_time" not in there:
        run("ALTER TABLE referral ADD COLUMN incident_time TIME")
