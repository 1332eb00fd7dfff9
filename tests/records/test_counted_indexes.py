"""The indexes that came with the sixth form: the same in a vault brought up to date as in a new one, and used."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, event

from desktop.centre import Centre
from desktop.periods import Month
from desktop.records.assistance_draft import AssistanceQuery
from desktop.vault.engine import connect
from desktop.vault.migrations.form_6 import index_what_is_counted

BEFORE = (
    "DROP INDEX referral_counted", "DROP INDEX assistance_counted",
    "DROP INDEX ix_referral_duplicate_of_id", "DROP INDEX ix_assistance_group_id",
    "CREATE INDEX ix_referral_duplicate_of_id ON referral (duplicate_of_id)",
    "CREATE INDEX ix_assistance_group_id ON assistance (group_id)",
)  # fmt: skip


def _indexes(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    return {row.name: " ".join(row.sql.replace('"', "").split()) for row in rows}


def test_a_vault_brought_up_to_date_has_the_indexes_of_a_new_one(centre: Centre) -> None:
    with centre.vault.mending() as connection:
        new = _indexes(connection)
        for statement in BEFORE:
            connection.exec_driver_sql(statement)
        index_what_is_counted(connection)
        index_what_is_counted(connection)
        assert _indexes(connection) == new


def test_nothing_that_is_asked_goes_through_every_record_that_is_no_duplicate(centre: Centre) -> None:
    asked: list[tuple[str, Any]] = []
    engine = centre.vault._engine
    event.listen(
        engine, "before_cursor_execute", lambda _on, _cursor, words, with_, *_more: asked.append((words, with_))
    )
    centre.due.read()
    centre.press.figures.year()
    centre.press.figures.figures(Month(2026, 9))
    centre.assistance.minutes(AssistanceQuery(month="2026-09"))
    raw = connect(centre.vault.path, centre.vault.key, centre.vault.chain, read_only=True)
    try:
        selects = [(f"EXPLAIN QUERY PLAN {words}", with_) for words, with_ in asked if words.startswith("SELECT")]
        plans = [row[3] for one in selects for row in raw.execute(*one)]
    finally:
        raw.close()
    wrong = ("ix_referral_duplicate_of_id (duplicate_of_id=?)", "ix_assistance_group_id (group_id=?)")
    assert [plan for plan in plans if plan.endswith(wrong)] == []
    assert any("COVERING INDEX referral_counted" in plan for plan in plans)
    assert any("COVERING INDEX assistance_counted" in plan for plan in plans)
