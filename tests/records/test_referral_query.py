import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.people import People, PeopleQuery
from desktop.records.referral_draft import MeasureDraft
from desktop.records.referral_log import ReferralCourse, ReferralLog, ReferralQuery
from desktop.records.referral_state import STATES, state_of
from desktop.vault.record import Identifiers
from desktop.vault.vault import Vault
from tests.records.notices import notice, somebody

NOW = datetime(2026, 11, 2, 10, 0)
NAMES = ("Yla", "Aušra", "Šarka", "Sonata", "Čepaitė")


@pytest.fixture
def filled(referrals: ReferralLog, senders: tuple[UUID, UUID]) -> ReferralLog:
    """Some notices of every kind, of the last two months."""
    outcomes = ("pending", "pending", "accepted", "not_accepted", "not_reached", "minor")
    courses = []
    for n in range(48):
        at = NOW - timedelta(hours=31 * (48 - n))
        outcome = outcomes[n % len(outcomes)]
        measure = MeasureDraft("protection_order", at)
        draft = notice(
            senders[n % 2],
            somebody(name=NAMES[n % 5], person_id=UUID(int=500 + n % 30), phone=""),
            received_at=at,
            reference="" if n % 4 == 0 else f"R-{n}",
            children_saw="yes" if n % 3 == 0 else "no",
            measures=(measure,) if n % 7 == 0 else (),
            origin="reconciliation" if n == 5 else "log",
            worker_id=referrals.vault.worker.id if n % 8 == 0 else None,
        )
        reached = AttemptDraft(at + timedelta(hours=2), "telephone", "reached")
        attempts = (reached,) if n % 6 in (1, 2) else ()
        courses.append(ReferralCourse(draft, attempts, OutcomeDraft(outcome)))
    ids = referrals.enter_all(courses, referrals.vault.worker)
    referrals.mark_duplicate(ids[10], ids[9], referrals.vault.worker)
    return referrals


SWITCHES = (
    "in_progress", "late", "with_children", "order_in_force", "repeat", "no_reference", "from_reconciliation",
)  # fmt: skip


def everything(log: ReferralLog) -> Iterator[ReferralQuery]:
    """Every filter alone."""
    person = log.rows(log.ids())[0].person_id
    yield from (ReferralQuery(state=code) for code in STATES)
    for name in SWITCHES:
        yield from (ReferralQuery(**{name: wanted}) for wanted in (True, False))
    yield ReferralQuery(outcome="accepted")
    yield ReferralQuery(period=(date(2026, 10, 1), date(2026, 10, 31)))
    yield ReferralQuery(worker_id=log.vault.worker.id)
    yield ReferralQuery(person_id=person)
    yield ReferralQuery(text="sark")


def test_each_order_shows_every_notice_once(filled: ReferralLog) -> None:
    for sort in ("received_at", "number", "person", "sender", "state"):
        for descending in (True, False):
            ids = filled.ids(ReferralQuery(sort=sort, descending=descending))
            assert len(ids) == len(set(ids)) == filled.count() == 48, sort


def test_orders_are_what_they_say(filled: ReferralLog) -> None:
    def listed(sort: str, descending: bool = False) -> list[object]:
        rows = filled.rows(filled.ids(ReferralQuery(sort=sort, descending=descending)))
        order = {"person": "person_name", "number": "label", "state": "state"}
        return [getattr(row, order.get(sort, sort)) for row in rows]

    assert listed("received_at") == sorted(listed("received_at"))
    assert listed("received_at", True) == listed("received_at")[::-1]
    assert [*dict.fromkeys(listed("person"))] == ["Aušra", "Čepaitė", "Yla", "Sonata", "Šarka"]
    assert [*dict.fromkeys(listed("sender"))] == ["Klaipėdos r. PK", "Kretingos r. PK"]
    codes = [*dict.fromkeys(state.code for state in listed("state"))]
    assert codes == [code for code in STATES if code in codes]


def test_the_state_asked_of_the_vault_is_the_state_a_row_shows(filled: ReferralLog) -> None:
    rows = {row.id: row.state.code for row in filled.rows(filled.ids())}
    for code in STATES:
        assert set(filled.ids(ReferralQuery(state=code))) == {i for i, state in rows.items() if state == code}, code
    assert {"late", "reached", "accepted", "duplicate"} <= set(rows.values())


def test_in_progress_is_whatever_has_no_closing_state(filled: ReferralLog) -> None:
    states = {row.id: row.state.code for row in filled.rows(filled.ids())}
    goes_on = {"late", "today", "waiting", "reached", "accepted"}
    assert set(filled.ids(ReferralQuery(in_progress=True))) == {i for i, state in states.items() if state in goes_on}


def test_count_and_list_agree_and_each_filter_divides_the_whole(filled: ReferralLog) -> None:
    for query in everything(filled):
        assert filled.count(query) == len(filled.ids(query)), query
    for name in SWITCHES:
        parts = [filled.ids(ReferralQuery(**{name: wanted})) for wanted in (True, False)]
        assert sorted([*parts[0], *parts[1]]) == sorted(filled.ids()), name
        assert all(parts), name


def test_a_period_has_both_its_days(filled: ReferralLog) -> None:
    rows = filled.rows(filled.ids(ReferralQuery(period=(date(2026, 10, 5), date(2026, 10, 6)), descending=False)))
    expected = [row.received_at for row in filled.rows(filled.ids(ReferralQuery(descending=False)))]
    assert [r.received_at for r in rows] == [
        at for at in expected if date(2026, 10, 5) <= at.date() <= date(2026, 10, 6)
    ]


def test_no_list_is_sorted_by_hand_or_read_from_end_to_end(filled: ReferralLog) -> None:
    people, october = People(filled.vault, filled.world), (date(2026, 10, 1), date(2026, 10, 31))
    queries = [
        ReferralQuery(sort=sort, descending=descending)
        for sort in ("received_at", "number", "person", "sender", "state")
        for descending in (True, False)
    ]
    queries += [ReferralQuery(period=october, sort=sort) for sort in ("received_at", "sender", "state")]
    queries += [ReferralQuery(state=code) for code in STATES if code != "duplicate"]
    verbs = [lambda query=query: filled.ids(query) for query in queries]
    verbs += [lambda sort=sort: people.ids(PeopleQuery(sort=sort)) for sort in ("name", "code", "birth_year")]
    for verb in verbs:
        for plan in plans(filled.vault, verb):
            assert "TEMP B-TREE" not in plan or "FROM agency" in plan, plan
            assert_served_by_an_index(plan)


def test_what_is_asked_at_every_entry_is_served_by_an_index(filled: ReferralLog) -> None:
    one = filled.ids()[0]
    people = People(filled.vault, filled.world)
    asked = (
        lambda: filled.next_number(2026),
        lambda: filled.by_label("2026/3"),
        lambda: filled.same_reference("R-7"),
        lambda: filled.rows([one]),
        lambda: filled.sheet(one),
        lambda: people.alike(somebody()),
        lambda: filled.enter(notice(filled.rows([one])[0].sender_id, somebody()), filled.vault.worker),
    )
    for verb in asked:
        for plan in plans(filled.vault, verb):
            assert_served_by_an_index(plan)


SMALL = ("agency", "code", "centre", "closed_day", "history_entry", "history_change")
"""Tables of a few rows, read whole; of the history only the last row is read."""

WORDS, BETWEEN = "temp.search_words", 1537
"""The words in the index, and how its plan says that only those between two ends are looked at."""


def assert_served_by_an_index(plan: str) -> None:
    for table in re.findall(r"SCAN ([\w.]+)(?! USING (?:COVERING )?INDEX)\b(?! USING)", plan):
        assert table in (*SMALL, "f", "listed", WORDS), plan
    assert not re.search(rf"SCAN {WORDS} VIRTUAL TABLE INDEX (?!{BETWEEN}:)", plan), plan


def plans(vault: Vault, verb: object) -> list[str]:
    """How the database answers each statement on records that a verb makes."""
    seen: list[tuple[str, object]] = []
    with vault.look() as session:
        engine = session.get_bind()

    def note(_conn: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith("SELECT"):
            seen.append((statement, parameters))

    def read(words: str, values: Sequence[object] = ()) -> list[object]:
        seen.append((words, values))
        return Vault.read(vault, words, values)

    def identifiers(words: str, values: Sequence[object] = ()) -> Identifiers:
        seen.append((words, values))
        return Vault.identifiers(vault, words, values)

    event.listen(engine, "before_cursor_execute", note)
    vault.read, vault.identifiers = read, identifiers  # type: ignore[method-assign]
    try:
        verb()
    finally:
        event.remove(engine, "before_cursor_execute", note)
        del vault.read, vault.identifiers
    found = []
    with vault.look() as session:
        for statement, parameters in seen:
            rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.append(f"{statement}\n" + "\n".join(str(row[3]) for row in rows))
    assert found, "nothing was asked"
    return found


def test_a_row_shows_what_the_record_says(filled: ReferralLog) -> None:
    for row in filled.rows(filled.ids()):
        referral = filled.sheet(row.id).referral
        assert row.state.code == state_of(referral, NOW).code
