"""To the sixth form: indexes by which a million notices are counted, as they were when they came.

An index over a column that is nearly always empty must leave the empty ones out, or SQLite takes it for the best way to
find them and looks through every record. Nothing but indexes changes.
"""

from __future__ import annotations

from sqlalchemy import Connection

_INDEXES = (
    ("referral", "ix_referral_duplicate_of_id", "duplicate_of_id", "duplicate_of_id IS NOT NULL"),
    ("referral", "referral_counted", "month, outcome, duplicate_of_id, first_contact_at, due_at", ""),
    ("assistance", "ix_assistance_group_id", "group_id", "group_id IS NOT NULL"),
    ("assistance", "assistance_counted", "month, kind, group_id, minutes", ""),
)
"""Table, name, columns, and which rows it holds where that is not all."""


def index_what_is_counted(connection: Connection) -> None:
    """Make these indexes in place of those that bore their names."""
    tables = {row.name for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, name, columns, rows in _INDEXES:
        if table in tables:
            connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
            which = f" WHERE {rows}" if rows else ""
            connection.exec_driver_sql(f"CREATE INDEX {name} ON {table} ({columns}){which}")
