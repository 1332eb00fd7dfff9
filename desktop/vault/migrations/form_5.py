"""To the fifth form: an attempt to reach somebody whom no notice names, and who was joined with whom; as it was then.

A vault of this form is refused by a program that would give the code of a joined person to somebody else.
"""

from __future__ import annotations

from sqlalchemy import Connection

_ATTEMPT = """CREATE TABLE new_attempt (
    referral_id BLOB, person_id BLOB, at VARCHAR(19) NOT NULL, channel VARCHAR NOT NULL, outcome VARCHAR NOT NULL,
    note VARCHAR NOT NULL, again_at VARCHAR(19), outside_reason VARCHAR NOT NULL, worker_id BLOB NOT NULL,
    worker_name VARCHAR NOT NULL, id BLOB NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(referral_id) REFERENCES referral (id), FOREIGN KEY(person_id) REFERENCES person (id)
)"""
_COLUMNS = (
    "referral_id, person_id, at, channel, outcome, note, again_at, outside_reason, worker_id, worker_name, id"
)  # fmt: skip
_INDEXES = (
    "CREATE INDEX ix_attempt_person_id ON attempt (person_id)",
    "CREATE INDEX ix_attempt_referral_id ON attempt (referral_id)",
)
_JOINED = """CREATE TABLE IF NOT EXISTS joined_person (
    person_id BLOB NOT NULL, code VARCHAR NOT NULL, number INTEGER NOT NULL, name VARCHAR NOT NULL,
    joined_on DATE NOT NULL, joined_by VARCHAR NOT NULL, id BLOB NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id), UNIQUE (code)
)"""


def let_attempts_be_without_a_notice(connection: Connection) -> None:
    """Make the table of attempts anew, in which a notice may be missing, and that of joined persons."""
    run = connection.exec_driver_sql
    columns = {row.name: row.notnull for row in run("PRAGMA table_info(attempt)")}
    if columns and columns["referral_id"]:
        run(_ATTEMPT)
        run(f"INSERT INTO new_attempt({_COLUMNS}) SELECT {_COLUMNS} FROM attempt")
        run("DROP TABLE attempt")
        run("ALTER TABLE new_attempt RENAME TO attempt")
        for statement in _INDEXES:
            run(statement)
    if columns:
        run(_JOINED)
        run("CREATE INDEX IF NOT EXISTS ix_joined_person_person_id ON joined_person (person_id)")
