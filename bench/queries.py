"""The first page of the list, a keystroke of the search and a month's figures: through Liepa, and in SQL by hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from bench.centres import made, plain_copy
from bench.timing import Line, medians
from desktop.centre import open_centre
from desktop.demo.passphrase import PASSPHRASE
from desktop.periods import Month
from desktop.records.referral_log import ReferralQuery
from desktop.vault.chain import Chain
from desktop.vault.engine import connect
from desktop.vault.vault import Vault
from desktop.world import World

MONTH = Month(2026, 9)
PAGE = 50
TYPED = "jon"
MOST_FOUND = 2000
_ROW = (
    "r.id, r.year, r.number, r.received_at, r.person_id, r.person_name, r.municipality, r.sender_id, r.outcome, "
    "r.due_at, r.first_contact_at, r.attempts, r.reference, r.repeat_of_id, r.duplicate_of_id, "
    "a.short_name, a.name, p.code"
)
_JOINED = "FROM referral r JOIN agency a ON a.id = r.sender_id LEFT JOIN person p ON p.id = r.person_id"
_FOUND = (
    "SELECT t.id FROM search_index f JOIN search_text t ON t.row = f.rowid "
    f"WHERE f.text MATCH ? AND t.kind = 'referral' ORDER BY f.rowid DESC LIMIT {MOST_FOUND}"
)
_OF_MONTH = "FROM referral WHERE month = ? AND duplicate_of_id IS NULL"
_MENTIONED = "FROM mention m JOIN referral r ON r.id = m.referral_id WHERE r.month = ? AND r.duplicate_of_id IS NULL"
FIGURES = (
    f"SELECT sender_id, unit_id, count(*) {_OF_MONTH} GROUP BY 1, 2",
    f"SELECT outcome, count(*) {_OF_MONTH} GROUP BY 1",
    f"SELECT children_saw, count(*), sum(repeat_of_id IS NOT NULL), sum(risk_level = 'high') {_OF_MONTH} GROUP BY 1",
    "SELECT first_contact_at <= due_at, count(*), avg(julianday(first_contact_at) - julianday(received_at)) "
    f"{_OF_MONTH} GROUP BY 1",
    f"SELECT m.sex, m.age_group, count(*) {_MENTIONED} GROUP BY 1, 2",
    f"SELECT m.kinds, count(*) {_MENTIONED} GROUP BY 1",
    f"SELECT m.relation, m.relation_ended, count(*) {_MENTIONED} GROUP BY 1, 2",
    f"SELECT m.municipality, count(*) {_MENTIONED} GROUP BY 1",
    "SELECT kind, count(*) FROM measure WHERE substr(granted_at, 1, 7) = ? GROUP BY 1",
    "SELECT kind, count(*), sum(minutes) FROM assistance WHERE month = ? GROUP BY 1",
    "SELECT channel, count(*), sum(minutes) FROM assistance WHERE month = ? GROUP BY 1",
    "SELECT count(DISTINCT person_id) FROM assistance WHERE month = ?",
)
"""What a person who knows SQL would ask for the tables of the summary."""
_SERIES = "SELECT month, count(*) FROM referral WHERE month BETWEEN ? AND ? GROUP BY 1"


def page_by_hand(file: Any) -> None:
    """The first rows, and no more."""
    file.execute(f"SELECT {_ROW} {_JOINED} ORDER BY r.received_at DESC, r.id DESC LIMIT {PAGE}").fetchall()


def list_by_hand(file: Any) -> None:
    """What a list that can be scrolled to its end needs: every identifier in order, then the first rows."""
    ids = [row[0] for row in file.execute("SELECT id FROM referral ORDER BY received_at DESC, id DESC")]
    _rows_by_hand(file, ids[:PAGE])


def search_by_hand(file: Any) -> None:
    """The same for those that have the word."""
    asked = f"SELECT id FROM referral WHERE id IN ({_FOUND}) ORDER BY received_at DESC, id DESC"
    ids = [row[0] for row in file.execute(asked, (f'"{TYPED}"*',))]
    _rows_by_hand(file, ids[:PAGE])


def _rows_by_hand(file: Any, ids: list[bytes]) -> None:
    marks = ", ".join("?" * len(ids))
    file.execute(f"SELECT {_ROW} {_JOINED} WHERE r.id IN ({marks})", ids).fetchall()


def figures_by_hand(file: Any) -> None:
    """The month's numbers and the series of thirteen months."""
    for statement in FIGURES:
        file.execute(statement, (MONTH.key,)).fetchall()
    file.execute(_SERIES, (MONTH.later(-12).key, MONTH.key)).fetchall()


def measured(folder: Path, count: int, rounds: int) -> list[Line]:
    """All three, at this size."""
    path, world = made(folder, count), World.real()
    vault = Vault.unlock(path, Vault.workers(path)[0].id, PASSPHRASE, world=world)
    centre = open_centre(vault, world)
    same = connect(vault.path, vault.key, Chain(world.chance), read_only=True)
    plain = plain_copy(same, folder / f"{count}.db")

    def shown(query: ReferralQuery) -> None:
        centre.referrals.rows(centre.referrals.ids(query)[:PAGE])

    def first_page() -> None:
        centre.referrals.first(ReferralQuery(), PAGE)

    asked = (
        ("list and its first page", lambda: shown(ReferralQuery()), list_by_hand, 2.0),
        ("keystroke in the search", lambda: shown(ReferralQuery(text=TYPED)), search_by_hand, 2.0),
        ("a month's figures", lambda: centre.press.figures.figures(MONTH), figures_by_hand, None),
    )
    lines: list[Line] = []
    try:
        for what, ours, by_hand, most in asked:
            times = medians({"ours": ours, "same": partial(by_hand, same), "plain": partial(by_hand, plain)}, rounds)
            named = f"{what}, {count:,}"
            lines.append(Line(named, times["ours"], "SQL by hand, same file", times["same"], most))
            lines.append(Line(named, times["ours"], "SQL by hand, plain SQLite", times["plain"]))
        rows = medians({"ours": first_page, "hand": partial(page_by_hand, same)}, rounds)
        lines.append(Line(f"first page alone, {count:,}", rows["ours"], f"SQL with LIMIT {PAGE}", rows["hand"], 2.0))
    finally:
        same.close()
        plain.close()
        vault.lock()
    return lines
