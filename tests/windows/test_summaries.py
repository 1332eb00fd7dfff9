"""The month in the real window: chosen, drawn, opened down to its records, signed, saved."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre, open_centre
from desktop.figures.figures import TOTAL
from desktop.paper.seal import Kind, verify
from desktop.periods import Month
from desktop.records.centre_draft import CentreDraft
from desktop.summaries.summary import MEETING, OFFICIAL
from desktop.vault.vault import Vault
from desktop.windows.buttons import OUTLINED
from desktop.windows.choice import CODE
from desktop.windows.summaries import Summaries
from tests.builders import a_referral, a_worker
from tests.conftest import PASSPHRASE, Still
from tests.windows.looking import let_go, press, settle
from tests.windows.summary_page import Open, buttons, open_summaries, paper, said, save_as, sign

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(busy: Centre, desk_of: Open, still: Still, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Summaries:
    return open_summaries(busy, desk_of, still, tmp_path, monkeypatch)


def test_the_month_before_is_drawn_and_another_choice_draws_another_paper(page: Summaries) -> None:
    assert (page.period.code(), page.profile.code()) == ("2026-11", OFFICIAL)
    assert "2026 m. lapkričio mėnesio suvestinė" in paper(page)
    page.language.choose("sr_Cyrl")
    settle()
    assert "Месечни преглед за новембар" in paper(page)
    page.period.choose("2026-10")
    settle()
    assert "октобар" in paper(page)


def test_a_figure_is_opened_down_to_the_notice(page: Summaries) -> None:
    page.pages.setFocus()
    spot = next(one for one in page.pages.drawn.spots if one.key == f"received/{TOTAL}/count")  # type: ignore[union-attr]
    drawn = page.pages._page
    middle = drawn.place(spot).center().toPoint()
    QTest.mouseClick(drawn, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    settle()
    told = said(page.panel)
    assert "2" in told.split("\n")
    assert "Rule\u00a0P-2: Counted by the date received" in told
    assert "2026/1" in told
    assert "Help accepted" in told, "each record is told with its outcome"
    opened = buttons(page.panel, "Open")
    assert len(opened) == 2
    opened[0].click()
    settle()
    assert page.desk.centre.press.behind(page.summary, f"received/{TOTAL}/count")  # type: ignore[arg-type]
    assert not page.isVisible()


def test_arrows_go_from_figure_to_figure(page: Summaries) -> None:
    page.pages._page.setFocus()
    QTest.keyClick(page.pages._page, Qt.Key.Key_Right)
    first = page.pages._page.key
    QTest.keyClick(page.pages._page, Qt.Key.Key_Right)
    assert first
    assert page.pages._page.key not in ("", first)
    QTest.keyClick(page.pages._page, Qt.Key.Key_PageDown)
    assert page.pages.page == 1


def test_a_page_is_as_wide_as_its_place_and_can_be_enlarged(page: Summaries, desk_of: Open) -> None:
    frame = page.window()
    frame.resize(1024, 640)
    settle()
    sheet, room = page.pages._page, page.pages._area
    assert sheet.width() <= room.viewport().width()
    assert page.pages.enlarge.isVisible()
    narrow = sheet.width()
    page.pages.choose(f"received/{TOTAL}/count")
    page.pages.enlarge.click()
    settle()
    assert sheet.width() > narrow
    assert sheet.key == f"received/{TOTAL}/count", "what was marked stays marked"


def test_a_paper_for_a_meeting_opens_no_record_and_names_no_usual_receiver(page: Summaries) -> None:
    usual = page.desk.centre.profile_log.profile().receiver
    assert page.sign.told()[0] == usual
    page.profile.choose(MEETING)
    settle()
    assert page.sign.told()[0] == ""
    assert usual == "" or usual not in paper(page)
    page.pages.choose(f"received/{TOTAL}/count")
    page.panel.put(page.summary.figures, f"received/{TOTAL}/count", ())  # type: ignore[union-attr]
    settle()
    assert buttons(page.panel, "Open") == []
    assert "Too few to publish" in said(page), "two notices are too few for a meeting, and it says so"


def test_receiver_and_note_stand_on_the_paper_before_it_is_signed(page: Summaries) -> None:
    page.sign._receiver.edit.setText("Kretingos rajono savivaldybė")
    page.sign._receiver.edit.editingFinished.emit()
    page.sign._note.edit.setFocus()
    page.sign._note.edit.setPlainText("Ačiū visiems.")
    page.sign.passphrase.edit.setFocus()
    settle()
    assert "Kretingos rajono savivaldybė" in paper(page)
    assert "Ačiū visiems." in paper(page)


def test_before_signing_it_is_said_that_the_file_can_go_on_a_stick(page: Summaries) -> None:
    assert "on a USB stick" in said(page.sign)


def test_a_wrong_passphrase_signs_nothing_and_the_right_one_saves_a_sealed_file(
    page: Summaries, tmp_path: Path
) -> None:
    sign(page, "not this one")
    assert page.sign.passphrase.problem is not None
    assert page.desk.centre.press.issued() == ()
    sign(page, PASSPHRASE)
    assert page.sign.passphrase.edit.text() == ""
    file = tmp_path / "Suvestinė.pdf"
    save_as(page, file)
    verdict = verify(file.read_bytes(), page.desk.centre.press.known())
    assert verdict.kind is Kind.GENUINE
    assert "This file is not encrypted." in page.banner.words()
    (row,) = page.desk.centre.press.issued()
    assert row.number in said(page._issued)


def test_a_place_that_refuses_the_file_loses_nothing(page: Summaries, tmp_path: Path) -> None:
    sign(page, PASSPHRASE)
    save_as(page, tmp_path / "no" / "such" / "a.pdf")
    assert "stays in the vault" in said(page.banner)
    (copy,) = buttons(page._issued, "Save a copy")
    copy.click()
    settle()
    save_as(page, tmp_path / "a.pdf")
    assert verify((tmp_path / "a.pdf").read_bytes(), page.desk.centre.press.known()).kind is Kind.GENUINE


def test_the_figures_are_saved_as_a_workbook(page: Summaries, tmp_path: Path) -> None:
    page.sheet_button.click()
    settle()
    save_as(page, tmp_path / "a.xlsx")
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")


def test_a_month_that_has_just_begun_is_told_and_pending_outcomes_are_shown(page: Summaries) -> None:
    page.period.choose("2026-12")
    settle()
    assert "The month is not over: figures may change." in said(page)
    page.period.choose("2026-11")
    settle()
    (show,) = buttons(page, "Show")
    show.click()
    settle()
    assert page.pages._page.key == "outcome/pending/count"


def test_after_a_lock_the_same_month_is_there(page: Summaries) -> None:
    page.period.choose("2026-09")
    page.profile.choose(MEETING)
    kept = page.state()
    page.period.choose("2026-11")
    page.restore(kept)
    settle()
    assert (page.period.code(), page.profile.code()) == ("2026-09", MEETING)
    assert QApplication.focusWidget() is not None


def test_a_month_that_is_in_the_list_no_longer_is_left_for_the_month_before(page: Summaries, still: Still) -> None:
    oldest = page.period.itemData(page.period.count() - 1, CODE)
    page.period.choose(oldest)
    kept = page.state()
    settle()
    still.wait(days=40)
    page.refresh()
    assert page.period.itemData(0, CODE) == "2027-01", "a month that begins while the window stands open is there"
    page.restore(kept)
    settle()
    assert page.period.code() == "2026-12"
    assert page.summary is not None
    assert page.summary.period.key == "2026-12"


def test_a_figure_says_why_and_what_it_leaves_out_by_keys_alone(busy: Centre, desk_of: Open, still: Still) -> None:
    first, second = sorted(busy.referrals.rows(busy.referrals.ids()), key=lambda row: row.label)
    busy.referrals.mark_duplicate(second.id, first.id, busy.worker)
    still.wait(days=35)
    frame = desk_of(busy)
    frame.go("summaries")
    settle()
    page: Any = frame.top
    assert not page.panel.why_button.isVisible(), "nothing is chosen yet"
    page.pages._page.setFocus()
    page._choose(f"received/{TOTAL}/count")
    settle()
    assert "Left out of the whole month, for they came twice: 1" in said(page.panel)
    assert f"the same as {first.label}" not in said(page.panel)
    QTest.keyClick(page.pages._page, Qt.Key.Key_F6)
    let_go()
    assert f"the same as {first.label}" in said(page.panel)
    assert "Counted by this rule since" in said(page.panel)
    press(Qt.Key.Key_F7)
    let_go()
    assert page.panel._area.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Escape)
    assert f"the same as {first.label}" not in said(page.panel)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.pages._page
    page._choose(f"received/{TOTAL}/last_year")
    assert "Left out" not in said(page.panel), "of another month nothing is told"
    page.profile.choose(MEETING)
    settle()
    assert page.desk.centre.press.left_out(page.summary, f"received/{TOTAL}/count") == ()


def test_what_was_issued_tells_for_whom_it_is_who_answers_and_what_took_its_place(
    page: Summaries, tmp_path: Path
) -> None:
    log, by = page.desk.centre.profile_log, page.desk.centre.worker
    signed = replace(CentreDraft.of(log.profile()), prepared_by="Rasa Urbonienė", approved_by="Inga Petkienė")
    log.amend(signed, by)
    page.ask()
    settle()
    sign(page, PASSPHRASE)
    save_as(page, tmp_path / "gruodis.pdf")
    (first,) = page.desk.centre.press.issued()
    written = said(page.handed)
    assert "gruodis.pdf" in written
    assert str(tmp_path) in written
    assert first.digest[:4].upper() in written
    told = said(page._issued)
    assert "Official, exact" in told
    assert "Prepared by: Rasa Urbonienė\nApproved by: Inga Petkienė" in told
    sign(page, PASSPHRASE)
    save_as(page, tmp_path / "antras.pdf")
    assert f"Replaced by: {first.number}/2" in said(page._issued)
    page.period.choose("2026-10")
    settle()
    assert not page.handed.isVisible()


def test_what_changed_since_it_was_published_is_told_beside_the_paper(page: Summaries, busy: Centre) -> None:
    assert not page.corrections.isVisible()
    busy.press.issue(Month.parse("2026-11"), by=busy.worker)
    sender = busy.directory.agencies()[0].id
    busy.referrals.enter(a_referral(sender), busy.worker)
    page.period.choose("2026-12")
    page.refresh()
    settle()
    assert "November 2026: was 2, now 3" in said(page.corrections)
    assert "entered since: 1" in said(page.corrections)


def test_what_is_typed_for_the_paper_outlives_the_lock_and_the_passphrase_does_not(
    page: Summaries, busy: Centre, desk_of: Open
) -> None:
    page.profile.choose(MEETING)
    page.sign._receiver.edit.setText("Kretingos rajono savivaldybė")
    page.sign._note.edit.setPlainText("Ačiū visiems.")
    page.sign.passphrase.edit.setText(PASSPHRASE)
    shown: Any = page.window()
    shown.keep()  # as it is locked
    kept = busy.drafts.of("summaries", None, busy.worker)
    assert kept is not None
    assert PASSPHRASE not in str(kept.fields)
    frame = desk_of(busy)
    frame.go("today")
    settle()
    assert frame.top is not None
    assert "Meeting, protected" in said(frame.top), "it is offered again"
    frame.go("summaries")
    settle()
    later = frame.top
    assert isinstance(later, Summaries)
    assert later.profile.code() == MEETING
    assert later.sign.told() == ("Kretingos rajono savivaldybė", "Ačiū visiems.")
    assert later.sign.passphrase.edit.text() == ""
    assert "Ačiū visiems." in paper(later)
    later.sign._note.edit.setPlainText("")
    later.sign._receiver.edit.setText("")
    later.sign.form.keep_now()
    assert busy.drafts.of("summaries", None, busy.worker) is None


def test_who_does_not_lead_hands_it_to_the_director_who_signs(busy: Centre, desk_of: Open, still: Still) -> None:
    director, folder = busy.worker.id, busy.vault.folder
    busy.staff.add(a_worker(), busy.worker)
    still.wait(days=35)
    busy.vault.lock()
    rasa = open_centre(Vault.unlock(folder, "Rasa Vaitkutė", "uoga stogas marios", world=still.world), still.world)
    frame = desk_of(rasa)
    frame.go("summaries")
    settle()
    page = frame.top
    assert isinstance(page, Summaries)
    assert page.sign.hand_button.isVisible()
    assert page.sign.button.property("kind") == OUTLINED
    page.sign._note.edit.setPlainText("Ačiū visiems.")
    page.sign.passphrase.edit.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    (note,) = rasa.handovers.left_by(rasa.worker)
    assert note.note.for_id == director
    for words in ("The summary is prepared.", "November 2026", "Ačiū visiems."):
        assert words in note.note.text
    assert rasa.press.issued() == ()
    assert rasa.drafts.of("summaries", None, rasa.worker) is None
