"""The list of notices: found by words and filters, in any order, and left and found again as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.centre import Centre
from desktop.records.contact_draft import OutcomeDraft
from desktop.records.referral_query import ReferralQuery
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, a_worker, an_attempt
from tests.conftest import Still
from tests.windows.looking import let_go, settle

Desk = Callable[..., Main]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(desk_of: Desk, busy: Centre) -> Any:
    """The list of a centre with five notices."""
    sender = busy.directory.senders()[0].id
    for name in ("Ona Mockienė", "Zita Adomienė", "Aldona Žukienė"):
        busy.referrals.enter(a_referral(sender, mentions=(a_mention(name=name, phone=""),)), busy.worker)
    frame = desk_of(busy)
    frame.go("referrals")
    settle()
    return frame.top


def names(page: Any) -> list[str]:
    settle()
    return [page.model.cells(row)["person"].text for row in range(page.model.rowCount())]


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def filled(page: Any) -> list[str]:
    """Cells ask for their page, which comes a moment later."""
    names(page)
    return names(page)


def test_it_opens_on_this_month_and_whom_nobody_may_forget_is_shown_of_all_months(page: Any, busy: Centre) -> None:
    sender = busy.directory.senders()[0].id
    old = a_referral(sender, received_at=datetime(2026, 10, 20, 9, 5), mentions=(a_mention(name="Rasa Senė"),))
    busy.referrals.enter(old, busy.worker)
    page.desk.go("today")
    page.desk.go("referrals")
    assert "Rasa Senė" not in filled(page)
    assert "This month" in page.list.foot.text()
    page.filters.chips["in_progress"].click()
    assert "Rasa Senė" in filled(page)
    page.filters.chips["in_progress"].click()
    page.filters.month.choose("this")
    page.filters.chips["with_children"].click()
    assert page.filters.month.code() == "this"


def test_a_new_month_says_so_and_leads_to_all_months(desk_of: Desk, busy: Centre, still: Still) -> None:
    still.wait(days=40)
    frame = desk_of(busy)
    frame.go("referrals")
    settle()
    page: Any = frame.top
    assert "Nothing was entered. Period: This month" in said(page)
    assert page._empty_button.text() == "Look in all months"
    page._empty_button.click()
    assert page.model.rowCount() == len(busy.referrals.ids(ReferralQuery())) > 0


def test_a_notice_of_a_month_that_is_over_stands_in_the_list_in_which_it_was_entered(page: Any, busy: Centre) -> None:
    frame = page.window()
    sender = busy.directory.senders()[0].id
    frame.go("notice")
    fields = frame.top.form.fields
    fields["sender_id"].set_value(sender.hex)
    fields["received_at"].set_value(date(2026, 10, 20))
    fields["mentions.0.name"].set_value("Rasa Senė")
    assert frame.top.save()
    assert frame.top is page
    assert "Rasa Senė" in filled(page)


def test_words_find_a_notice_blind_to_accents_and_the_foot_says_so(page: Any) -> None:
    page.search("zukiene")
    settle()
    page.filters._tell()
    assert filled(page) == ["Aldona Žukienė"]
    assert "1 notice" in page.list.foot.text()
    assert "zukiene" in page.list.foot.text()
    assert page.card.sheet.referral.person_name == "Aldona Žukienė"


def test_what_a_held_key_passes_by_is_not_read_but_that_at_which_it_is_let_go(page: Any) -> None:
    page.view.selectRow(0)
    settle()
    page._passing.stop()
    page._passing.setInterval(3_600_000)
    read = []
    for _key in range(3):
        QTest.keyClick(page.view, Qt.Key.Key_Down)
        settle()
        read.append(page.card.sheet and page.card.sheet.referral.id)
    assert read == [page.model.id_at(1), None, None]
    assert page.card.about == page.model.id_at(3)
    page._passing.timeout.emit()
    settle()
    assert page.card.sheet.referral.id == page.model.id_at(3)


def test_each_filter_narrows_the_list_and_one_key_takes_all_off(page: Any, busy: Centre) -> None:
    everything = page.model.rowCount()
    page.filters.chips["with_children"].click()
    assert filled(page) == ["Daiva Jonaitienė"]
    page.filters.chips["repeat"].click()
    assert filled(page) == []
    QTest.keyClick(page.window(), Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    let_go()
    assert len(filled(page)) == everything
    assert page.filters.query() == ReferralQuery()
    page.filters.state_combo.choose("reached")
    assert page.model.rowCount() == len(busy.referrals.ids(ReferralQuery(state="reached")))


def test_what_stands_on_the_chips_is_counted_after_the_list_which_waits_for_no_count(page: Any, busy: Centre) -> None:
    asked: list[str] = []
    log, counting = busy.referrals, page.filters._counting
    reads = {name: getattr(log, name) for name in ("ids", "count")}
    for name, read in reads.items():
        setattr(log, name, lambda query, name=name, read=read: (asked.append(name), read(query))[1])
    page.filters.chips["with_children"].click()
    assert asked == ["ids", "count", "count", "count"]
    assert counting.is_left_out
    for name in reads:
        delattr(log, name)


def test_nothing_found_shows_nobody_and_offers_the_way_back(page: Any) -> None:
    page.search("qqq")
    page.filters._tell()
    settle()
    assert "Nothing found. Try fewer letters." in said(page)
    assert not page.card.isVisible(), "F6 must not reach somebody who is not in the list"
    page._empty_button.click()
    settle()
    assert page.model.rowCount() == 5
    assert page.card.isVisible()


def test_an_empty_centre_says_what_will_stand_here_and_begins_a_notice(desk_of: Desk, centre: Centre) -> None:
    frame = desk_of(centre)
    frame.go("referrals")
    settle()
    page: Any = frame.top
    assert "The first notice will stand here. A spreadsheet can be dropped on this window." in said(page)
    assert not page.card.isVisible()
    page._empty_button.click()
    assert frame.top is not None
    assert frame.top.NAME == "notice"


def test_so_does_the_list_of_help(desk_of: Desk, centre: Centre) -> None:
    frame = desk_of(centre)
    frame.go("help")
    settle()
    page: Any = frame.top
    assert "Help given stands here and counts in the month's summary." in said(page)
    page._empty_button.click()
    assert frame.top is not None
    assert frame.top.NAME == "assistance_entry"


def test_keys_sort_and_the_foot_and_the_head_say_the_order(page: Any) -> None:
    assert page.list.foot_right.text() == "In order of: Received \u2193"
    QTest.keyClick(page.view, Qt.Key.Key_Down, ALT)
    assert page.list.foot_right.text() == "In order of: Person and place \u2191"
    by_name = filled(page)
    assert by_name[0] == "Aldona Žukienė"
    assert page.model.headerData(2, Qt.Orientation.Horizontal) == "Person and place \u2191"
    QTest.keyClick(page.view, Qt.Key.Key_Up, ALT)
    assert filled(page) == by_name[::-1]
    assert page.model.sort_by.descending


def test_the_chosen_notice_stays_chosen_whatever_the_order(page: Any) -> None:
    page.view.selectRow(2)
    chosen = page.view.current_id()
    for key in ("person", "number", "sender", "state", "received_at"):
        page.model.turn(key)
        settle()
        assert page.view.current_id() == chosen
        assert page.card.sheet.referral.id == chosen


def test_enter_opens_the_notice_with_the_next_step_under_the_caret(page: Any) -> None:
    page.view.setFocus()
    page.view.selectRow(1)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.card.attempt
    assert page.card.sheet.referral.id == page.view.current_id()


def test_where_she_was_reached_or_it_is_closed_another_step_is_the_next(page: Any, busy: Centre) -> None:
    for why, step in ((None, "assistance"), (OutcomeDraft("not_accepted", "not_accepted.no_need"), "reopen")):
        notice = page.view.current_id()
        if why is None:
            busy.contacts.attempt(notice, an_attempt(outside_reason="agreed"), busy.worker)
        else:
            busy.referrals.decide(notice, why, busy.worker)
        page.refresh()
        settle()
        page.view.setFocus()
        QTest.keyClick(page.view, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is getattr(page.card.foot, step)


def test_she_comes_back_to_the_same_filter_and_row(page: Any) -> None:
    page.filters.chips["late"].click()
    page.filters.chips["late"].click()
    page.filters.month.choose("")
    page.view.selectRow(3)
    chosen, frame = page.view.current_id(), page.window()
    frame.go("attempt", chosen)
    assert frame.top.NAME == "attempt"
    QTest.keyClick(frame, Qt.Key.Key_Left, ALT)
    settle()
    assert frame.top is page
    assert page.view.current_id() == chosen
    kept = page.state()
    page.filters.clear()
    page.view.selectRow(0)
    page.restore(kept)
    settle()
    assert page.view.current_id() == chosen


def test_others_named_stand_one_role_a_line(page: Any, busy: Centre) -> None:
    sender = busy.directory.senders()[0].id
    mentions = [a_mention(name=n, phone="", role="child_witness") for n in ("Jonas", "Emilija")]
    notice = busy.referrals.enter(a_referral(sender, mentions=(a_mention(), *mentions)), busy.worker)
    page.show_record(notice.id)
    settle()
    line = next(text for text in said(page.card).split("\n") if "Jonas" in text)
    assert line.startswith("Jonas, Emilija (")


def test_the_marked_notices_are_handed_on_together_and_named_with_their_number(page: Any, busy: Centre) -> None:
    frame, colleague = page.window(), busy.staff.add(a_worker(), busy.worker)
    page.view.selectRow(0)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    marked = page.view.chosen_ids()
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.view.chosen_ids()) == 3
    QTest.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    page.acts.open_menu(page.mapToGlobal(page.rect().center()))
    menu = QApplication.activePopupWidget()
    next(act for act in menu.actions() if act.text() == "Hand 2 notices on…").trigger()  # type: ignore[union-attr]
    menu.close()  # type: ignore[union-attr]
    settle()
    asked = frame.top
    asked.whom.set_value(colleague.id.hex)
    asked.form.fields["text"].set_value("Prašo moters.")
    asked.form.keep_now()
    frame.back()
    frame.go("hand_on", marked[0])
    settle()
    again = frame.top
    assert again.several == marked, "a draft knows all of them"
    assert again.save()
    assert [busy.referrals.sheet(notice).referral.worker_id for notice in marked] == [colleague.id] * 2
    others = [i for i in busy.referrals.ids() if i not in marked]
    assert all(busy.referrals.sheet(notice).referral.worker_id != colleague.id for notice in others)


def test_those_entered_from_a_reconciliation_are_found_by_a_filter(page: Any, busy: Centre) -> None:
    sender = busy.directory.senders()[0].id
    missing = a_referral(sender, mentions=(a_mention(name="Birutė Rimkienė", phone=""),), origin="reconciliation")
    busy.referrals.enter(missing, busy.worker)
    page.filters.unfold()
    page.filters.chips["from_reconciliation"].click()
    assert filled(page) == ["Birutė Rimkienė"]
    assert "From reconciliation" in page.list.foot.text()
