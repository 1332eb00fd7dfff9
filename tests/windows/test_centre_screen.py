"""The centre's page: every part in four languages and three sizes, and what is done in each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.centre import Centre, open_centre
from desktop.language import chosen
from desktop.problems import Problem
from desktop.settings import Settings
from desktop.vault.recovery import State
from desktop.vault.vault import Vault
from desktop.windows.buttons import GAP, Button
from desktop.windows.centre_agencies import AgenciesPart
from desktop.windows.centre_backups import BackupsPart
from desktop.windows.centre_data import DataPart
from desktop.windows.centre_days import DaysPart
from desktop.windows.centre_history import HistoryPart
from desktop.windows.centre_lists import ListsPart
from desktop.windows.centre_options import OptionsPart
from desktop.windows.centre_part import entry_row
from desktop.windows.centre_people import PeoplePart
from desktop.windows.centre_screen import PARTS
from desktop.windows.look import look, tokens
from desktop.windows.main import Main
from desktop.windows.pill import GOOD, Pill
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.tokens import DARK
from desktop.windows.translator import speak
from desktop.windows.worker import Background
from tests.builders import TODAY, a_worker
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.windows.looking import faults, foreign_words, settle, turned, type_text, words

LOCALES = ("en", "lt", "sr_Latn", "sr_Cyrl")
FORMS: tuple[tuple[str, str], ...] = (
    ("agency", ""), ("worker", ""), ("passphrase", ""), ("entry", "measure_kind"), ("entry", "outcome_reason"),
    ("sheets", ""), ("rehearsal", ""), ("restore", ""),
)  # fmt: skip


def on_top(frame: Main) -> Any:
    """The screen or page on show."""
    return frame.top


@pytest.mark.parametrize("name", [kind.NAME for kind in PARTS])
def test_every_part_goes_on_into_every_language_and_size(frame: Main, part: Any, name: str) -> None:
    part(name)
    for locale in turned(frame):
        shown = on_top(frame)
        assert [*faults(shown.part), *faults(shown.names)] == [], locale
        assert locale == "en" or foreign_words(shown.part, locale) == []


def test_a_pill_stands_in_the_middle_of_its_row_without_a_button(app: QApplication) -> None:
    shown, pill = QWidget(), Pill(GOOD, "Daily")
    shown.setLayout(entry_row("Last backup", "Every backup is opened and read.", pill=pill))
    shown.resize(600, shown.sizeHint().height())
    shown.show()
    settle()
    middle = pill.mapTo(shown, pill.rect().center()).y()
    assert abs(middle - shown.rect().center().y()) <= 1
    shown.deleteLater()


@pytest.mark.parametrize(("name", "about"), FORMS)
def test_every_form_goes_on_into_every_language_and_size(frame: Main, name: str, about: str) -> None:
    frame.go(name, about)
    for locale in turned(frame):
        assert frame.top is not None
        assert faults(frame.top) == [], locale


def test_every_name_is_in_sight_in_a_small_window(frame: Main) -> None:
    for size in ((1366, 768), (1024, 640)):
        look().apply("light", 160)
        frame.resize(*size)
        settle()
        names = on_top(frame).names
        assert all(names.rect().contains(entry.geometry()) for entry in names.entries.values())


def test_the_top_bar_leads_to_the_backups(frame: Main) -> None:
    frame.bar.backup.emit()
    assert isinstance(on_top(frame).part, BackupsPart)


def test_a_county_is_taken_over_in_one_change(frame: Main, part: Any, centre: Centre) -> None:
    shown: AgenciesPart = part("agencies")
    offered, before = len(shown.offered()), centre.vault.head().count
    assert offered > 5
    shown.take()
    assert centre.vault.head().count == before + 1
    assert shown.offered() == ()
    assert shown.model.rowCount() == offered + 1


def test_an_institution_is_entered_and_closed(frame: Main, centre: Centre) -> None:
    frame.go("agency", "")
    page = on_top(frame)
    page.form.put({"name": "Kretingos ligoninė", "kind": "health"})
    page.save()
    found = centre.directory.by_name("Kretingos ligoninė")
    frame.go("agency", found.id.hex)
    page = on_top(frame)
    page.form.put({"active_until": date(2026, 10, 31)})
    page.save()
    assert centre.directory.agency(found.id).active_until == date(2026, 10, 31)
    frame.go("centre", "agencies")
    shown = on_top(frame)
    row = shown.part.model.row_of(found.id)
    shown.part.model.cells(row)
    settle()
    assert shown.part.model.cells(row)["state"].text == "Closed"


def test_a_worker_is_let_in_and_removed(frame: Main, part: Any, centre: Centre) -> None:
    part("people")
    frame.go("worker")
    page = on_top(frame)
    page.form.put({"name": "Rasa Vaitkutė", "job_title": "konsultantė", "new": "uoga stogas marios"})
    page.save()
    assert on_top(frame) is page
    page.form.put({"again": "uoga stogas marios"})
    page.save()
    shown: PeoplePart = on_top(frame).part
    rasa = next(member for member in centre.staff.members() if member.name == "Rasa Vaitkutė")
    assert [slot.name for slot in Vault.workers(centre.vault.folder)] == [WORKER, "Rasa Vaitkutė"]
    shown.remove(rasa)
    assert "Rasa" in shown.question.words()
    assert len(Vault.workers(centre.vault.folder)) == 2
    shown.question.yes.click()
    assert [slot.name for slot in Vault.workers(centre.vault.folder)] == [WORKER]


def test_a_passphrase_is_never_kept_as_a_draft(frame: Main, centre: Centre) -> None:
    frame.go("worker")
    page = on_top(frame)
    type_text(page.new.edit, "uoga stogas marios")
    frame.keep()
    assert centre.drafts.of("worker", None, centre.worker) is None
    assert page.new.edit.text() == ""


def test_ones_own_passphrase_is_changed_only_with_the_present_one(frame: Main, centre: Centre) -> None:
    frame.go("passphrase")
    page = on_top(frame)
    page.form.put({"old": "not this one", "new": "uoga stogas marios", "again": "uoga stogas marios"})
    page.save()
    assert page.form.fields["old"].problem is not None
    page.form.put({"old": PASSPHRASE})
    page.save()
    assert on_top(frame) is not page
    centre.vault.confirm("uoga stogas marios")


def test_new_sheets_are_made_and_rehearsed(frame: Main, centre: Centre) -> None:
    frame.go("sheets")
    page = on_top(frame)
    assert page.NAME == "sheets"
    assert centre.vault.recovery_state.value == State.NONE
    page.make()
    one, other, _third = page.beginning.shares
    for card in page.step.cards:
        card.printed()
    page.step.settled.emit()
    page.button.click()
    page = on_top(frame)
    assert page.NAME == "rehearsal"
    type_text(page.step.first.edit, one.text)
    type_text(page.step.second.edit, other.text)
    assert centre.vault.recovery_state.value == State.REHEARSED
    assert page.button.isEnabled()


def test_a_list_is_added_to_renamed_moved_and_retired(frame: Main, part: Any, centre: Centre) -> None:
    shown: ListsPart = part("lists")
    shown.chosen_list.choose("contact_channel")
    shown.add_button.click()
    page = on_top(frame)
    page.form.put({"words": "Per kaimynę"})
    page.save()
    entries = centre.lists.entries("contact_channel")
    assert entries[-1].own_words == "Per kaimynę"
    frame.go("entry", entries[0].id.hex)
    page = on_top(frame)
    page.form.put({"words": "Balsu"})
    page.save()
    assert centre.lists.entries("contact_channel")[0].own_words == "Balsu"
    shown._move(entries[0], 1)
    assert [code.id for code in centre.lists.entries("contact_channel")][:2] == [entries[1].id, entries[0].id]


def test_a_length_keeps_its_source(frame: Main, centre: Centre) -> None:
    order = centre.lists.entries("measure_kind")[0]
    speak("lt")
    frame.go("entry", order.id.hex)
    page = on_top(frame)
    page.form.put({"hours": 480})
    page.save()
    changed = centre.lists.entries("measure_kind")[0]
    assert (changed.hours, changed.source, changed.own_words) == (480, order.source, "")


def test_a_closed_day_is_entered_once(frame: Main, part: Any, centre: Centre) -> None:
    shown: DaysPart = part("days")
    for _twice in range(2):
        shown.form.put({"day": date(2026, 12, 23), "why": "remontas"})
        shown.add()
    assert [day.day for day in centre.lists.closed_days()] == [date(2026, 12, 23)]
    assert shown.day.problem is not None


def test_the_next_public_holidays_are_named_so_that_none_is_entered_twice(part: Any) -> None:
    shown: DaysPart = part("days")
    named = shown._holidays.text().replace("\u00a0", " ")
    assert named.startswith("The next public holidays: 2 November 2026 \u00b7 24 December 2026")
    assert shown._holidays.isVisible()


def test_the_centres_data_are_changed_and_its_rule_stays_translated(frame: Main, part: Any, centre: Centre) -> None:
    source = centre.profile_log.profile().first_contact_source
    speak("lt")
    shown: DataPart = part("data")
    shown.form.put({"receiver": "Ministerija", "first_contact_days": 2})
    shown.save()
    profile = centre.profile_log.profile()
    assert (profile.receiver, profile.first_contact_days, profile.first_contact_source) == ("Ministerija", 2, source)


def test_the_page_for_receivers_is_drawn_in_every_language(part: Any) -> None:
    shown: DataPart = part("data")
    for locale in LOCALES:
        speak(locale)
        assert shown.papers.page().startswith(b"%PDF")
    assert shown.papers.keys().certificate_pem.startswith(b"-----BEGIN CERTIFICATE")


def test_a_change_is_undone_from_the_history(frame: Main, part: Any, centre: Centre) -> None:
    day = centre.lists.close_day(date(2026, 12, 23), "", centre.worker)
    shown: HistoryPart = part("history")
    settle()
    shown.view.choose(centre.vault.head().count)
    settle()
    shown.undo_button.click()
    assert day.id not in {closed.id for closed in centre.lists.closed_days()}
    assert shown.list.foot_right.text() == f"Unbroken since {chosen().long_day(TODAY)}"


def test_later_changes_are_asked_about_first(frame: Main, part: Any, centre: Centre) -> None:
    code = centre.lists.entries("contact_channel")[0]
    centre.lists.rename(code.id, "Balsu", centre.worker)
    first = centre.vault.head().count
    centre.lists.rename(code.id, "Garsiai", centre.worker)
    shown: HistoryPart = part("history")
    settle()
    shown.view.choose(first)
    settle()
    shown.undo_button.click()
    assert shown.question.isVisible()
    shown.question.yes.click()
    assert centre.lists.entries("contact_channel")[0].own_words == ""


def test_undo_and_redo_by_key_anywhere(frame: Main, centre: Centre) -> None:
    frame.go("referrals")
    centre.lists.close_day(date(2026, 12, 23), "", centre.worker)
    centre.lists.close_day(date(2026, 12, 24), "", centre.worker)
    screen = on_top(frame)
    screen.setFocus()
    undo, redo = (Qt.Key.Key_Z, Qt.Key.Key_Y)
    QTest.keyClick(frame, undo, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(frame, undo, Qt.KeyboardModifier.ControlModifier)
    assert centre.lists.closed_days() == ()
    for _twice in range(2):
        QTest.keyClick(frame, redo, Qt.KeyboardModifier.ControlModifier)
    assert [day.day.day for day in centre.lists.closed_days()] == [23, 24]
    QTest.keyClick(frame, redo, Qt.KeyboardModifier.ControlModifier)
    assert frame.banner.isVisible()


def test_options_hold_at_once_and_are_told_to_be_kept(frame: Main, part: Any) -> None:
    kept: dict[str, Any] = {}
    frame.settled.connect(kept.update)
    shown: OptionsPart = part("options")
    shown.look.chips.chips()[2].click()
    assert tokens() is DARK
    shown.text_size.combo.choose("140")
    assert look().percent == 140
    shown.lock.combo.choose("3")
    shown.language.chips.chips()[1].click()
    assert kept == {"look": "dark", "text_size": 140, "lock_minutes": 3, "language": "lt"}
    assert frame.settings.lock_minutes == 3


def test_who_does_not_lead_sees_no_button_to_decide(centre: Centre, background: Background, still: Still) -> None:
    centre.staff.add(a_worker(), centre.worker)
    folder = centre.vault.folder
    centre.vault.lock()
    vault = Vault.unlock(folder, "Rasa Vaitkutė", "uoga stogas marios", world=still.world)
    frame = Main(open_centre(vault, still.world), background, Settings(look="light"), RAIL, PAGES)
    frame.show()
    frame.go("centre", "people")
    settle()
    shown = on_top(frame)
    said = {button.text() for button in shown.part.findChildren(type(shown.part.question.no)) if button.isVisible()}
    assert said == {"Change my passphrase"}
    assert "What each role may do" in words(shown.part)
    for name, kept in (("backup", {"Back up now"}), ("days", set()), ("data", set()), ("lists", set())):
        frame.go("centre", name)
        settle()
        buttons = {b.text().split(GAP)[0] for b in shown.part.findChildren(Button) if b.isVisible()}
        deciding = {"Back up now", "Restore\u2026", "Another place", "Add", "Save", "Remove", "Rename", "Retire"}
        assert buttons & deciding == kept, name
    frame.close()
    frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    vault.lock()


def test_a_problem_is_told_over_the_part(frame: Main, part: Any) -> None:
    def refuse() -> None:
        raise Problem("There is no such date.")

    shown = part("lists")
    assert not shown.attempt(refuse)
    assert shown.banner.isVisible()


def test_each_worker_is_told_with_role_title_since_and_her_last_entry(part: Any, centre: Centre) -> None:
    centre.staff.add(a_worker(), centre.worker)
    shown: PeoplePart = part("people")
    settle()
    told = sorted(word for word in words(shown) if "since" in word)
    assert len(told) == 2
    assert sum("last entry: today" in word for word in told) == 1, "who never did anything has none"
