"""To the fourth form: what else is known of an institution, as it was when it came; never altered, whatever the class.

Its names in other languages, who there understands the work, and by which control code a sister centre is known.
"""

from __future__ import annotations

from sqlalchemy import Connection

_ADDED = ("names", "note", "fingerprint")


def know_institutions_better(connection: Connection) -> None:
    """Add the columns, empty; a table that is not there yet is made with them."""
    run = connection.exec_driver_sql
    there = {row.name for row in run("PRAGMA table_info(agency)")}
    for name in _ADDED:
        if there and name not in there:
            run(f"ALTER TABLE agency ADD COLUMN {name} VARCHAR NOT NULL DEFAULT ''")
