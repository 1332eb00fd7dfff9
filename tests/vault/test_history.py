"""The history: what was done, proven, undone and done again."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from desktop.language import Language
from desktop.vault.history import MOST_CHANGES, History
from desktop.vault.history_query import HistoryQuery
from desktop.vault.refusals import LaterChanges, NotUndoable
from desktop.vault.vault import Vault
from tests.conftest import Still
from tests.vault.conftest import Bud, Leaf, Scrap, enter, names


def _rename(vault: Vault, leaf: UUID, name: str) -> None:
    with vault.change("Leaf amended", vault.worker) as session:
        session.execute(update(Leaf).where(Leaf.id == leaf).values(name=name))


def test_an_entry_tells_who_when_what_and_the_rows_before_and_after(vault: Vault) -> None:
    leaf = enter(vault, "Liepa", branch=UUID(int=5))
    _rename(vault, leaf, "Ąžuolas")
    amended, entered = History(vault).entries(limit=2)
    assert (entered.number, entered.by_name, entered.at) == (2, vault.worker.name, vault.world.now())
    assert entered.told(Language("en").say) == "Leaf entered: Liepa"
    assert entered.changes[0].before is None
    assert amended.changes[0].before["name"] == "Liepa"
    assert amended.changes[0].after["name"] == "Ąžuolas"
    assert amended.changes[0].after["branch"] == UUID(int=5).hex


def test_the_history_of_one_record_holds_only_what_touched_it(vault: Vault) -> None:
    first, second = enter(vault, "Liepa"), enter(vault, "Uosis")
    _rename(vault, first, "Beržas")
    assert [e.number for e in History(vault).entries(record=first)] == [4, 2]
    assert [e.number for e in History(vault).entries(record=second)] == [3]


def test_the_history_is_narrowed_by_worker_by_what_was_altered_and_by_day(vault: Vault, still: Still) -> None:
    rasa = vault.add_worker("Rasa", "cases", "rasa's words", vault.worker)
    still.wait(hours=24)
    first = vault.world.now()
    leaf = enter(vault, "Liepa")
    with vault.change("Bud added", rasa) as session:
        session.add(Bud(id=vault.world.new_id(), leaf_id=leaf))
    still.wait(hours=24)
    _rename(vault, leaf, "Beržas")
    history, made = History(vault), vault.world.now()
    asked = {
        HistoryQuery(): [5, 4, 3, 2, 1],
        HistoryQuery(by_id=rasa.id): [4],
        HistoryQuery(tables=("test_leaf",)): [5, 3],
        HistoryQuery(only_keys=True): [2, 1],
        HistoryQuery(between=(first, made)): [4, 3],
        HistoryQuery(tables=("test_leaf",), between=(first, made)): [3],
    }
    assert {query: list(history.numbers(query)) for query in asked} == asked
    assert [entry.number for entry in history.among([3, 5])] == [5, 3]
    assert history.standing_on(3) == (5, 4)
    history.undo(5, vault.worker)
    assert history.standing_on(3) == (4,)


def test_the_last_change_of_a_kind_is_told_while_it_stands(vault: Vault) -> None:
    first, second = enter(vault, "Liepa"), enter(vault, "Uosis")
    _rename(vault, first, "Beržas")
    history = History(vault)
    assert history.last_done([first, second], ["Leaf amended"]) == {first: (vault.world.now(), vault.worker.name)}
    history.undo(4, vault.worker)
    assert history.last_done([first, second], ["Leaf amended"]) == {}


def test_undoing_takes_back_and_redoing_brings_again(vault: Vault) -> None:
    leaf = enter(vault, "Liepa")
    _rename(vault, leaf, "Ąžuolas")
    history = History(vault)
    made = history.undo(3, vault.worker)
    assert names(vault) == ["Liepa"]
    assert made.told(Language("en").say) == "Undone: Leaf amended"
    assert history.entry(3).undone_by == 4
    with pytest.raises(NotUndoable):
        history.undo(3, vault.worker)
    again = history.redo(3, vault.worker)
    assert names(vault) == ["Ąžuolas"]
    assert again.told(Language("en").say) == "Done again: Leaf amended"
    assert history.entry(3).undone_by is None
    assert history.verify().whole


def test_what_later_changes_stand_on_is_undone_only_together_with_them(vault: Vault) -> None:
    leaf = enter(vault, "Liepa")
    _rename(vault, leaf, "Ąžuolas")
    _rename(vault, leaf, "Beržas")
    history = History(vault)
    with pytest.raises(LaterChanges) as refused:
        history.undo(2, vault.worker)
    assert refused.value.numbers == (4, 3)
    history.undo(2, vault.worker, along=True)
    assert names(vault) == []
    assert [history.entry(n).undone_by for n in (2, 3, 4)] == [5, 5, 5]
    history.redo(2, vault.worker)
    assert names(vault) == ["Beržas"]


def test_a_later_change_that_was_itself_undone_does_not_stand_in_the_way(vault: Vault) -> None:
    leaf = enter(vault, "Liepa")
    _rename(vault, leaf, "Ąžuolas")
    history = History(vault)
    history.undo(3, vault.worker)
    history.undo(2, vault.worker)
    assert names(vault) == []


def test_a_statement_over_many_rows_is_seen(vault: Vault) -> None:
    enter(vault, "Liepa")
    enter(vault, "Uosis")
    with vault.change("All renamed", vault.worker) as session:
        session.execute(update(Leaf).values(name="Medis"))
    assert len(History(vault).entries(limit=1)[0].changes) == 2


def test_a_change_of_very_many_rows_hides_nothing_of_its_neighbours(vault: Vault) -> None:
    enter(vault, "Liepa")
    with vault.change("Very many", vault.worker) as session:
        session.add_all(Leaf(id=vault.world.new_id(), name=f"{n}", kinds=()) for n in range(MOST_CHANGES * 12))
    last = enter(vault, "Uosis")
    newest, many, _first, *_made = History(vault).entries()
    assert len(many.changes) == MOST_CHANGES
    assert [change.row_id for change in newest.changes] == [last]
    History(vault).undo(many.number, vault.worker)
    assert sorted(names(vault)) == ["Liepa", "Uosis"]


def test_a_column_that_is_not_copied_is_only_marked_as_changed(vault: Vault) -> None:
    leaf = enter(vault, "Liepa", secret=b"a" * 40)
    with vault.change("Secret changed", vault.worker) as session:
        session.execute(update(Leaf).where(Leaf.id == leaf).values(secret=b"b" * 40))
    change = History(vault).entries(limit=1)[0].changes[0]
    assert change.before["secret"] != change.after["secret"]
    assert (b"b" * 40).hex() not in str(change)
    with pytest.raises(NotUndoable):
        History(vault).undo(3, vault.worker)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM history_change",
        "DELETE FROM history_entry",
        "UPDATE history_change SET after = '{}'",
        "UPDATE history_change SET entry = 1",
        "UPDATE history_entry SET by_name = 'x'",
        "INSERT OR REPLACE INTO history_change SELECT * FROM history_change",
    ],
)
def test_the_history_cannot_be_written_over(vault: Vault, statement: str) -> None:
    enter(vault, "Liepa")
    with pytest.raises(DBAPIError), vault.change("Meddling", vault.worker) as session:
        session.execute(text(statement))


def test_erased_writing_leaves_the_chain_whole(vault: Vault) -> None:
    leaf = enter(vault, "Liepa")
    with vault.change("Erased", vault.worker) as session:
        session.execute(text("DELETE FROM test_leaf"))
        session.execute(
            text(
                "UPDATE history_change SET before = NULL, after = NULL, "
                "proof = CAST(zeroblob(16) || substr(proof, 17) AS BLOB) WHERE row_id = :row"
            ),
            {"row": leaf.bytes},
        )
    assert History(vault).verify().whole
    with vault.look() as session:
        assert "Liepa" not in str(session.execute(text("SELECT * FROM history_change")).all())


@pytest.mark.parametrize(
    ("meddling", "entry"),
    [
        ("UPDATE history_change SET after = audit_pack(replace(audit_unpack(after), 'Liepa', 'Uosis'))", 2),
        ("DELETE FROM history_change WHERE number = 1", 2),
        ("UPDATE history_entry SET by_name = 'x' WHERE number = 3", 3),
        ("DELETE FROM history_entry WHERE number = 3", 3),
    ],
)
def test_meddling_past_the_guards_breaks_the_chain(vault: Vault, meddling: str, entry: int) -> None:
    leaf = enter(vault, "Liepa")
    _rename(vault, leaf, "Beržas")
    with vault.change("Meddling", vault.worker) as session:
        for name in ("history_change_kept", "history_change_fixed", "history_entry_kept", "history_entry_fixed"):
            session.execute(text(f"DROP TRIGGER {name}"))
        session.execute(text(meddling))
    report = History(vault).verify()
    assert report.broken_entry == entry


def test_a_row_written_past_the_history_is_a_stray(vault: Vault) -> None:
    leaf = enter(vault, "Liepa")
    with vault.change("Meddling", vault.worker) as session:
        session.execute(text("DROP TRIGGER history_test_leaf_update"))
        session.execute(update(Leaf).values(name="Uosis"))
    report = History(vault).verify()
    assert report.strays == (("test_leaf", leaf.hex),)
    assert not report.whole


def test_what_hangs_on_a_record_goes_and_comes_back_with_it(vault: Vault) -> None:
    leaf = enter(vault, "Liepa")
    with vault.change("Bud added", vault.worker) as session:
        session.add(Bud(id=vault.world.new_id(), leaf_id=leaf))
    history = History(vault)
    with pytest.raises(LaterChanges) as refused:
        history.undo(2, vault.worker)
    assert refused.value.numbers == (3,)
    history.undo(2, vault.worker, along=True)
    assert names(vault) == []
    history.redo(2, vault.worker)
    assert names(vault) == ["Liepa"]
    assert history.verify().whole


def test_a_table_without_history_leaves_no_trace(vault: Vault) -> None:
    with vault.change("Scrap", vault.worker) as session:
        session.add(Scrap(id=vault.world.new_id(), note="x"))
    assert History(vault).entries(limit=1)[0].changes == ()
    with pytest.raises(NotUndoable):
        History(vault).undo(2, vault.worker)


def test_a_savepoint_taken_back_leaves_the_chain_whole(vault: Vault) -> None:
    with vault.change("Half kept", vault.worker) as session:
        session.add(Leaf(id=vault.world.new_id(), name="kept", kinds=()))
        session.flush()
        point = session.begin_nested()
        session.add(Leaf(id=vault.world.new_id(), name="not kept", kinds=()))
        session.flush()
        point.rollback()
        session.add(Leaf(id=vault.world.new_id(), name="kept too", kinds=()))
    assert names(vault) == ["kept", "kept too"]
    assert History(vault).verify().whole


def test_writing_outside_a_change_is_refused_by_the_triggers(vault: Vault) -> None:
    with pytest.raises(DBAPIError), vault.mending() as connection:
        connection.exec_driver_sql("INSERT INTO test_leaf(id, name, kinds) VALUES (x'00', 'x', '')")
