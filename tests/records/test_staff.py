from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from desktop.centre import Centre
from desktop.problems import Invalid, Problem
from desktop.vault.refusals import AccessStays, WrongPassphrase
from desktop.vault.vault import Vault, Worker
from tests.builders import TODAY, a_worker
from tests.conftest import PASSPHRASE, WORKER


def test_a_worker_gets_her_key_and_her_name_on_paper_together(centre: Centre) -> None:
    member = centre.staff.add(a_worker(), centre.worker)
    assert (member.job_title, member.since, member.until) == ("konsultantė", TODAY, None)
    assert {slot.id: slot.name for slot in Vault.workers(centre.vault.folder)} == {
        kept.id: kept.name for kept in centre.staff.members()
    }
    centre.vault.lock()
    opened = Vault.unlock(centre.vault.folder, member.id, "uoga stogas marios", world=centre.world)
    assert (opened.worker.id, opened.worker.role) == (member.id, "cases")
    opened.lock()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": WORKER.upper()}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"role": "queen"}, "role"),
        ({"passphrase": "trumpa"}, "passphrase"),
    ],
)
def test_each_thing_wrong_with_a_worker_names_its_field(centre: Centre, changes: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as told:
        centre.staff.add(a_worker(**changes), centre.worker)
    assert told.value.field == field
    assert len(Vault.workers(centre.vault.folder)) == len(centre.staff.members()) == 1


def test_a_worker_who_left_has_no_key_and_stays_in_what_is_past(centre: Centre) -> None:
    member = centre.staff.add(a_worker(), centre.worker)
    centre.staff.remove(member.id, centre.worker)
    assert [slot.name for slot in Vault.workers(centre.vault.folder)] == [WORKER]
    assert [kept.until for kept in centre.staff.members()] == [None, TODAY]
    assert [kept.name for kept in centre.staff.members(active_only=True)] == [WORKER]
    left = centre.staff.member(member.id)
    assert left is not None
    assert left.name == "Rasa Vaitkutė"


def test_nobody_takes_her_own_key_away(centre: Centre) -> None:
    with pytest.raises(Problem, match="their own access"):
        centre.staff.remove(centre.worker.id, centre.worker)


def test_a_title_is_changed(centre: Centre) -> None:
    centre.staff.amend(centre.worker.id, " direktoriaus  pavaduotoja ", centre.worker)
    assert centre.staff.members()[0].job_title == "direktoriaus pavaduotoja"


def test_a_new_passphrase_opens_and_the_old_one_no_longer(centre: Centre) -> None:
    with pytest.raises(Invalid) as told:
        centre.staff.change_passphrase(PASSPHRASE, "trumpa")
    assert told.value.field == "new"
    centre.staff.change_passphrase(PASSPHRASE, "marios tiltas vyšnia")
    centre.vault.lock()
    with pytest.raises(WrongPassphrase):
        Vault.unlock(centre.vault.folder, WORKER, PASSPHRASE, world=centre.world)
    Vault.unlock(centre.vault.folder, WORKER, "marios tiltas vyšnia", world=centre.world).lock()


def test_coming_and_going_are_one_change_each_and_no_undoing_gives_or_takes_a_key(centre: Centre) -> None:
    before = centre.vault.head().count
    member = centre.staff.add(a_worker(), centre.worker)
    assert centre.vault.head().count == before + 1
    added = centre.history.entries(limit=1)[0]
    assert [(change.table, change.row_id) for change in added.changes] == [("worker", member.id)]
    with pytest.raises(AccessStays):
        centre.history.undo(added.number, centre.worker)
    centre.staff.amend(member.id, "socialinė darbuotoja", centre.worker)
    centre.staff.remove(member.id, centre.worker)
    assert centre.vault.head().count == before + 3
    for number in (before + 2, before + 3):
        with pytest.raises(AccessStays):
            centre.history.undo(number, centre.worker, along=True)
    assert centre.staff.members()[1].until == TODAY
    assert centre.history.verify().whole


def test_a_worker_whom_the_records_refuse_gets_no_key(centre: Centre) -> None:
    def refuse(session: Session, worker: Worker) -> None:
        raise Problem("No.")

    with pytest.raises(Problem):
        centre.vault.add_worker("Rasa", "cases", "uoga stogas marios", centre.worker, along=refuse)
    assert [slot.name for slot in Vault.workers(centre.vault.folder)] == [WORKER]
