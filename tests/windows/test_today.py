"""Today: what cannot wait, each row one key from its work; drafts go on, notes are read once, the rail counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.centre import Centre
from desktop.records.centre_draft import CentreDraft
from desktop.vault.vault import Worker
from desktop.windows import garbage
from desktop.windows.main import Main
from desktop.windows.today import MINUTE_MS, SOON_MS, Today
from desktop.windows.today_rows import cells
from tests.builders import a_mention, a_referral, a_worker
from tests.conftest import Still
from tests.windows.looking import let_go, settle, shown, type_text

Desk = Callable[..., Main]


def today_of(frame: Main) -> Today:
    assert isinstance(frame.top, Today)
    return frame.top


def _words(widget: QWidget) -> str:
    return " ".join(child.text() for child in shown(widget) if isinstance(child, QLabel))


def _button(widget: QWidget, words: str) -> QPushButton:
    return next(b for b in shown(widget) if isinstance(b, QPushButton) and b.accessibleName() == words)


def _texts(today: Today) -> list[str]:
    rows = range(today.model.rowCount())
    return [today.model.cells(row)["what"].text for row in rows if not today.model.is_section(row)]


def test_the_frame_opens_on_today_with_what_is_due(desk_of: Desk, busy: Centre) -> None:
    today = today_of(desk_of(busy))
    assert _texts(today) == ["Call: Rūta B.", "Plan: Daiva J."], "a first name and an initial, nothing more"
    call = today.model.cells(next(row for row in range(9) if not today.model.is_section(row)))["what"]
    assert call.second == "2026/2 \u00b7 Kretingos r. PK \u00b7 not tried yet", "who sent it, and not where she lives"
    assert [button._count for button in today.figures.buttons.values()] == [0, 0, 1, 0]


def test_in_a_narrow_list_the_safe_way_stands_before_what_tells_two_tasks_of_one_person_apart(
    desk_of: Desk, busy: Centre
) -> None:
    today = today_of(desk_of(busy))
    plan = today.source.item(today.model.id_at(today.model.rowCount() - 1))
    assert plan is not None
    told = [cells(plan, busy.world.here(), today.desk.wording(), frozenset(hidden)) for hidden in ((), ("way",))]
    label, what = told[0]["what"].second.split(" \u00b7 ")
    way = told[0]["way"].second or told[0]["way"].text
    assert told[1]["what"].second == f"{label} \u00b7 {way} \u00b7 {what}"


@pytest.mark.parametrize(("row", "place"), [(1, "calls"), (2, "plan")])
def test_enter_opens_the_place_where_it_is_done(desk_of: Desk, busy: Centre, row: int, place: str) -> None:
    frame = desk_of(busy)
    today = today_of(frame)
    today.view.selectRow(row)
    today.view.setFocus()
    QTest.keyClick(today.view, Qt.Key.Key_Return)
    settle()
    assert frame.top is not None
    assert place == frame.top.NAME


def test_after_a_lock_the_same_row_is_chosen_in_the_same_order(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    today: Any = frame.top
    today.model.turn("due")
    settle()
    rows = [row for row in range(today.model.rowCount()) if not today.model.is_section(row)]
    today.view.selectRow(rows[-1])
    chosen, order = today.view.current_id(), today.model.sort_by
    assert chosen != today.model.id_at(rows[0])
    frame.keep()
    again: Any = desk_of(busy).top
    assert again.NAME == "today"
    assert again.view.current_id() == chosen
    assert again.model.sort_by == order


def test_the_caret_passes_over_the_titles_of_sections(desk_of: Desk, busy: Centre, still: Still) -> None:
    still.wait(days=1, hours=10)
    today = today_of(desk_of(busy))
    titles = [row for row in range(today.model.rowCount()) if today.model.is_section(row)]
    assert titles == [0, 2]
    today.view.selectRow(1)
    today.view.setFocus()
    QTest.keyClick(today.view, Qt.Key.Key_Down)
    assert today.view.currentIndex().row() == 3
    QTest.keyClick(today.view, Qt.Key.Key_Home)
    assert today.view.currentIndex().row() == 1


def test_the_rail_counts_what_is_overdue_and_a_figure_narrows_the_list(
    desk_of: Desk, busy: Centre, still: Still
) -> None:
    frame = desk_of(busy)
    entry = frame.rail._entries["today"]
    assert entry.accessibleName() == "Today"
    still.wait(days=1, hours=10)
    today_of(frame).refresh()
    settle()
    assert entry.accessibleName() == "Today, 1 overdue"
    today = today_of(frame)
    today.figures.buttons["overdue"].click()
    settle()
    assert _texts(today) == ["Call: Rūta B."]
    today.figures.buttons["overdue"].click()
    settle()
    assert len(_texts(today)) == 2


def test_what_narrows_the_list_is_said_under_it_and_taken_off_by_a_key(
    desk_of: Desk, busy: Centre, still: Still
) -> None:
    still.wait(days=1, hours=10)
    today = today_of(desk_of(busy))
    QTest.keyClick(today.view, Qt.Key.Key_F4)
    assert QApplication.focusWidget() is today.whose.chips()[0]
    today.figures.buttons["overdue"].click()
    today.whose.set_value(("mine",))
    today.ask()
    settle()
    assert today.list.foot.text() == "1 thing to do \u00b7 Mine \u00b7 overdue"
    QTest.keyClick(today.view, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    let_go()
    assert today.list.foot.text() == "2 things to do"
    assert not today.clear_button.isVisible()


def test_a_deadline_that_passes_while_she_looks_becomes_late(desk_of: Desk, busy: Centre, still: Still) -> None:
    today = today_of(desk_of(busy))
    assert today.model.cells(1)["state"].text != "Late"
    still.wait(days=1, hours=7, minutes=1)
    today.refresh()
    settle()
    assert today.model.cells(1)["state"].text == "Late"


def test_what_is_half_typed_is_offered_and_goes_on(desk_of: Desk, busy: Centre) -> None:
    fields = {"form": {}, "others": [], "person": "", "family": []}
    busy.drafts.keep("notice", None, fields, "Vilma Stankevičienė", busy.worker)
    frame = desk_of(busy)
    assert "Vilma S." in _words(today_of(frame).drafts)
    assert "Stankevičienė" not in _words(today_of(frame)), "others may see this screen"
    _button(today_of(frame).drafts, "Continue").click()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "notice"


def test_a_note_is_left_by_f9_and_read_by_the_next_shift(desk_of: Desk, busy: Centre, still: Still) -> None:
    frame = desk_of(busy)
    today_of(frame).view.setFocus()
    QTest.keyClick(frame, Qt.Key.Key_F9)
    settle()
    page = frame.top
    assert page is not None
    assert page.NAME == "handover"
    type_text(page.text.edit, "Rūta prašė skambinti ryte.")  # type: ignore[attr-defined]
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    let_go()
    (left,) = busy.handovers.left_by(busy.worker)
    assert left.person_name == "Rūta Budrienė", "it is about the row at hand"
    assert busy.drafts.all(busy.worker) == ()
    still.wait(days=1)
    today = today_of(frame)
    today.refresh()
    settle()
    assert "Rūta prašė skambinti ryte." in _words(today.handovers)
    _button(today.handovers, "I have read it").click()
    settle()
    assert "prašė" not in _words(today.handovers)
    assert "note" in {item.kind for item in busy.referrals.sheet(left.note.referral_id or left.note.id).line}


def test_the_button_that_shows_f9_does_what_f9_does(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    chosen = today_of(frame).at_hand()
    assert chosen is not None
    _button(today_of(frame).handovers, "Note for the next shift").click()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "handover"
    assert frame.top.about.raw()[0] == chosen.hex, "it is about the chosen row"  # type: ignore[attr-defined]


def test_an_empty_note_is_not_left(desk_of: Desk, centre: Centre) -> None:
    frame = desk_of(centre)
    frame.go("handover")
    settle()
    assert not frame.top.save()  # type: ignore[union-attr]
    assert centre.handovers.everything() == ()


def test_mine_hides_what_a_colleague_looks_after(desk_of: Desk, busy: Centre) -> None:
    member = busy.staff.add(a_worker(), busy.worker)
    sender = busy.referrals.sheet(busy.referrals.ids()[0]).sender.id
    hers = Worker(member.id, member.name, member.role)
    mention = a_mention(name="Eglė Stonkutė", phone="")
    busy.referrals.enter(a_referral(sender, mentions=(mention,), worker_id=hers.id), busy.worker)
    today = today_of(desk_of(busy))
    assert "Call: Eglė S." in _texts(today)
    today.whose.chips()[1].click()
    settle()
    assert "Call: Eglė S." not in _texts(today)
    assert "Call: Rūta B." in _texts(today)


def test_an_empty_day_teaches_and_leads_on(desk_of: Desk, centre: Centre) -> None:
    frame = desk_of(centre)
    today = today_of(frame)
    assert "Nothing is due today." in _words(today)
    assert "Make the first one now." in _words(today.banner)
    _button(today, "New notice").click()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "notice"


def test_the_chosen_row_is_done_opened_or_handed_on_by_one_key(desk_of: Desk, busy: Centre) -> None:
    member = busy.staff.add(a_worker(), busy.worker)
    frame = desk_of(busy)
    for key, how, place in (
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "plan"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "referrals"),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, "hand_on"),
    ):
        today_of(frame).view.selectRow(2)
        today_of(frame).view.setFocus()
        QTest.keyClick(frame, key, how)
        let_go()
        page: Any = frame.top
        assert place == page.NAME
        if page.NAME != "hand_on":
            frame.back()
            settle()
    notice = page.sheet.referral.id
    assert page.whom.chips.chips()[0].hasFocus()
    QTest.keyClick(page.whom.chips.chips()[0], Qt.Key.Key_2)
    type_text(page.form.fields["text"].edit, "Prašo moters.")
    assert page.save()
    assert busy.referrals.sheet(notice).referral.worker_id == member.id
    assert busy.handovers.waiting(Worker(member.id, member.name, member.role))[0].note.text == "Prašo moters."


def test_what_comes_within_the_week_is_told_on_a_quiet_day(desk_of: Desk, busy: Centre) -> None:
    today = today_of(desk_of(busy))
    assert today.list.foot.text() == "Nothing is due today. 2 things are planned this week."
    assert today.model.cells(0)["state"].text == "Later this week"
    assert today.model.cells(2)["way"].text == "working days 09:00–12:00", "the rule stands at every row of a person"


@pytest.mark.parametrize("is_used", [True, False])
def test_what_became_overdue_is_counted_while_she_is_elsewhere_but_not_while_she_works(
    desk_of: Desk, busy: Centre, still: Still, monkeypatch: pytest.MonkeyPatch, is_used: bool
) -> None:
    frame = desk_of(busy)
    today, entry = today_of(frame), frame.rail._entries["today"]
    frame.go("people")
    settle()
    still.wait(days=1, hours=10)
    monkeypatch.setattr(garbage, "is_at_rest", lambda: not is_used)
    today.look_again()
    settle()
    assert entry.accessibleName() == ("Today" if is_used else "Today, 1 overdue")
    assert today._clock.interval() == (SOON_MS if is_used else MINUTE_MS)
    frame.go("today")
    settle()
    assert entry.accessibleName() == "Today, 1 overdue"
    today.look_again()
    assert today._clock.interval() == MINUTE_MS, "on show it is read whatever she does"


def test_what_threatens_the_data_is_said_one_at_a_time_the_worst_first(
    desk_of: Desk, busy: Centre, still: Still, tmp_path: Path
) -> None:
    today, by, said = today_of(desk_of(busy)), busy.worker, list[str]()

    def look() -> None:
        today.refresh()
        said.append(today.banner.words() if today.banner.isVisible() else "")

    look()
    busy.profile_log.backed_up(busy.world.now(), by)
    look()
    one, two, _three = busy.vault.make_recovery(by)
    look()
    busy.profile_log.amend(replace(CentreDraft.of(busy.profile_log.profile()), backup_folder=str(tmp_path)), by)
    look()
    assert today.banner.button.accessibleName() == "Rehearse", said
    busy.vault.rehearse(one.text, two.text, by)
    look()
    still.wait(days=3)
    look()
    still.wait(days=5)
    look()
    still.wait(days=400)
    busy.profile_log.backed_up(busy.world.now(), by)
    look()
    assert said == [
        "No backup yet. Make the first one now.",
        "There are no recovery sheets: a forgotten passphrase means lost data.",
        "No second place for backups is set.",
        "The sheets are made, but nobody has proven them yet.",
        "",
        "Days without a verified backup: 3",
        "Days without a verified backup: 8",
        "It is over a year since the recovery sheets were proven.",
    ]
    today.banner.button.click()
    settle()
    assert today.desk.centre is busy
    assert today.window().top.NAME == "rehearsal"  # type: ignore[attr-defined]


def test_an_empty_list_that_is_narrowed_leads_out_of_its_filters(desk_of: Desk, busy: Centre) -> None:
    today = today_of(desk_of(busy))
    today.figures.buttons["overdue"].click()
    settle()
    assert today._empty_button.accessibleName() == "Clear the filters"
    today._empty_button.click()
    settle()
    assert len(_texts(today)) == 2
