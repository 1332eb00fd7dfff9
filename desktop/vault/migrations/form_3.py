"""To the third form: the table of hand-over notes, as it was when it came; never altered, whatever the class becomes.

A vault of a later form is refused by a program that would not know the notes, so none of them is lost by an older one.
"""

from __future__ import annotations

from sqlalchemy import Connection

_TABLE = """CREATE TABLE IF NOT EXISTS handover (
    referral_id BLOB, for_id BLOB, text VARCHAR NOT NULL, written_at VARCHAR(32) NOT NULL, worker_id BLOB NOT NULL,
    worker_name VARCHAR NOT NULL, read_at VARCHAR(32), read_by_id BLOB, read_by VARCHAR NOT NULL, id BLOB NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(referral_id) REFERENCES referral (id)
)"""
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS ix_handover_referral_id ON handover (referral_id)",
    "CREATE INDEX IF NOT EXISTS handover_by_reading ON handover (read_at, written_at, id)",
)


def bring_handover_notes(connection: Connection) -> None:
    """Make the table and its indexes."""
    for statement in (_TABLE, *_INDEXES):
        connection.exec_driver_sql(statement)
