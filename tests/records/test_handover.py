"""Hand-over notes: left by one shift, read by the next, kept with the notice; and vaults made before there were any."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.centre import Centre, open_centre
from desktop.problems import Invalid
from desktop.records.handover_log import HandoverDraft, NoteGone
from desktop.vault import migrations
from desktop.vault.history import History
from desktop.vault.vault import Vault, Worker
from desktop.world import World
from tests.builders import a_referral, a_worker, an_agency
from tests.conftest import PASSPHRASE, WORKER, Still


@pytest.fixture
def colleague(centre: Centre) -> Worker:
    member = centre.staff.add(a_worker(), centre.worker)
    return Worker(member.id, member.name, member.role)


def test_a_note_waits_for_whoever_comes_next_until_it_is_read(centre: Centre, colleague: Worker, still: Still) -> None:
    by = centre.worker
    kept = centre.handovers.write(HandoverDraft("Vilma prašė skambinti po pietų."), by)
    assert centre.handovers.waiting(by) == ()
    assert [n.note.id for n in centre.handovers.left_by(by)] == [kept.id]
    assert [n.note.id for n in centre.handovers.waiting(colleague)] == [kept.id]
    still.wait(days=1)
    assert [n.note.id for n in centre.handovers.waiting(by)] == [kept.id], "tomorrow she may be the next shift herself"
    centre.handovers.read(kept.id, colleague)
    assert centre.handovers.waiting(by) == centre.handovers.waiting(colleague) == centre.handovers.left_by(by) == ()
    (told,) = centre.handovers.everything()
    assert told.note.read_by == colleague.name
    centre.history.undo(centre.vault.head().count, by)
    assert len(centre.handovers.waiting(colleague)) == 1, "a note marked as read by a slip comes back"


def test_a_note_for_one_worker_waits_for_nobody_else(centre: Centre, colleague: Worker, still: Still) -> None:
    centre.handovers.write(HandoverDraft("Tau", for_id=colleague.id), centre.worker)
    still.wait(days=2)
    assert centre.handovers.waiting(centre.worker) == ()
    assert len(centre.handovers.waiting(colleague)) == 1


def test_notices_are_handed_on_with_words_for_who_looks_after_them(centre: Centre, colleague: Worker) -> None:
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by)
    notice = centre.referrals.enter(a_referral(sender.id), by).id
    centre.handovers.hand_on((notice,), colleague.id, "  Prašo moters.  ", by)
    assert centre.referrals.sheet(notice).referral.worker_id == colleague.id
    (left,) = centre.handovers.waiting(colleague)
    assert (left.note.text, left.note.referral_id, left.note.for_id) == ("Prašo moters.", notice, colleague.id)
    centre.history.undo(centre.vault.head().count, by)
    assert centre.handovers.waiting(colleague) == ()
    assert centre.referrals.sheet(notice).referral.worker_id != colleague.id
    centre.handovers.hand_on((notice,), None, "", by)
    assert centre.referrals.sheet(notice).referral.worker_id is None
    assert centre.handovers.everything() == (), "without words no note is left"


def test_a_note_stays_in_the_time_line_of_its_notice(centre: Centre) -> None:
    by = centre.worker
    notice = centre.referrals.enter(a_referral(centre.directory.enter(an_agency(), by).id), by)
    kept = centre.handovers.write(HandoverDraft("Numerį patikslins.", referral_id=notice.id), by)
    (waits,) = centre.handovers.left_by(by)
    assert (waits.label, waits.person_name) == (notice.label, "Daiva Jonaitienė")
    centre.handovers.read(kept.id, by)
    (item,) = (item for item in centre.referrals.sheet(notice.id).line if item.kind == "note")
    assert item.lines[0].fields["text"] == "Numerį patikslins."
    assert item.lines[1].fields["worker"] == by.name


def test_an_empty_note_is_refused_and_a_gone_one_told(centre: Centre) -> None:
    with pytest.raises(Invalid):
        centre.handovers.write(HandoverDraft("  "), centre.worker)
    kept = centre.handovers.write(HandoverDraft("x"), centre.worker)
    centre.handovers.take_back(kept.id, centre.worker)
    with pytest.raises(NoteGone):
        centre.handovers.read(kept.id, centre.worker)


def test_a_vault_of_the_form_before_opens_and_gets_the_notes(centre: Centre, world: World) -> None:
    vault, folder = centre.vault, centre.vault.folder
    by = centre.worker
    notice = centre.referrals.enter(a_referral(centre.directory.enter(an_agency(), by).id), by)
    with vault.mending() as connection:
        for event in ("insert", "update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER history_handover_{event}")
        connection.exec_driver_sql("DROP TABLE handover")
        connection.exec_driver_sql("PRAGMA user_version=2")
    vault.lock()
    before = _data(folder)
    vault = Vault.unlock(folder, WORKER, PASSPHRASE, world=world)
    assert _data(folder) != before, "it was brought up to date on a copy"
    with vault.look() as session:
        migrations.require_form(session.connection())
        assert session.connection().exec_driver_sql("PRAGMA user_version").scalar() == migrations.newest()
    again = open_centre(vault, world)
    again.handovers.write(HandoverDraft("Pirmoji", referral_id=notice.id), by)
    assert again.referrals.sheet(notice.id).referral.label == notice.label
    assert History(vault).verify().whole
    vault.lock()


def _data(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("data-*.db"))
