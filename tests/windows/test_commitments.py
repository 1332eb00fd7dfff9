"""Commitments across all meetings: grouped, settled by one key each, never lost; the whole list by keyboard."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.raised_problems import ProblemDraft
from desktop.windows.commitments import nothing_open
from desktop.windows.commitments_rows import kept_lately
from desktop.windows.found_rows import entries
from desktop.windows.main import Main
from desktop.windows.table_paper import as_workbook
from tests.builders import an_agency
from tests.windows.looking import faults, let_go, settle, turned, type_text, words

Desk = Callable[..., Main]


@pytest.fixture
def police(centre: Centre) -> UUID:
    return centre.directory.enter(an_agency(name="Tauragės policija", short_name="TP"), centre.worker).id


@pytest.fixture
def promised(centre: Centre, police: UUID) -> dict[str, UUID]:
    """One late, one for today, one for next week of our own, one done this month."""
    by, today, log = centre.worker, centre.world.today(), centre.commitments

    def promise(what: str, days: int, agency: UUID | None) -> UUID:
        return log.promise(CommitmentDraft(what, agency, today + timedelta(days=days)), by).id

    made = {
        "late": promise("Send the list by the third", -9, police),
        "today": promise("Name a deputy", 0, police),
        "ours": promise("Call every person in a day", 6, None),
        "done": promise("Give the telephone of the duty officer", -3, police),
    }
    log.done(made["done"], by, evidence="Letter of 3 March")
    return made


@pytest.fixture
def page(desk_of: Desk, centre: Centre, promised: dict[str, UUID]) -> Any:
    frame = desk_of(centre)
    frame.go("commitments")
    settle()
    return frame.top


def told(page: Any) -> list[str]:
    settle()
    return [next(iter(page.model.cells(row).values())).text for row in range(page.model.rowCount())]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    let_go()


def test_what_was_done_this_month_stands_first_then_each_institution_by_the_day(page: Any) -> None:
    assert told(page) == [
        "Done this month", "Give the telephone of the duty officer",
        "Our centre", "Call every person in a day",
        "TP", "Send the list by the third", "Name a deputy",
    ]  # fmt: skip
    assert page.list.foot.text() == "4 commitments · Late: 1"
    assert page.model.cells(5)["late"].text == "5"
    assert page.model.cells(5)["state"].text == "Not done"
    assert page.model.cells(6)["state"].text == "Due today"


def test_by_date_the_late_ones_stand_before_those_to_come(page: Any) -> None:
    page.groups.set_value(("date",))
    page.ask()
    assert told(page)[2:] == [
        "Late", "Send the list by the third", "Within a week", "Name a deputy", "Call every person in a day",
    ]  # fmt: skip


def test_one_says_it_is_done_and_by_what_it_is_known(page: Any, centre: Centre, promised: dict[str, UUID]) -> None:
    page.view.setFocus()
    page.view.choose(promised["late"])
    settle()
    press(Qt.Key.Key_1)
    assert page.card.inline.isVisible()
    type_text(page.card.inline.form.fields["evidence"].edit, "Seen at the desk")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = centre.commitments.row(promised["late"]).commitment
    assert kept.done_on == centre.world.today()
    assert kept.evidence == "Seen at the desk"
    assert not page.card.inline.isVisible()
    assert "Send the list by the third" in told(page)[:3]


def test_three_asks_why_it_is_no_longer_possible(page: Any, centre: Centre, promised: dict[str, UUID]) -> None:
    page.view.setFocus()
    page.view.choose(promised["today"])
    settle()
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.card.inline.form.fields["reason"].problem is not None
    type_text(page.card.inline.form.fields["reason"].edit, "The unit was closed")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = centre.commitments.row(promised["today"])
    assert (row.state, row.commitment.reason) == ("impossible", "The unit was closed")


def test_two_agrees_on_another_day_and_the_first_stays_known(
    page: Any, centre: Centre, promised: dict[str, UUID]
) -> None:
    first = centre.commitments.row(promised["late"]).commitment.due_on
    page.view.setFocus()
    page.view.choose(promised["late"])
    settle()
    press(Qt.Key.Key_2)
    day: date = centre.world.today() + timedelta(days=3)
    page.card.inline.form.fields["due_on"].set_value(day)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = centre.commitments.row(promised["late"]).commitment
    assert (kept.due_on, kept.first_due_on) == (day, first)


def test_half_an_answer_is_kept_over_a_lock_and_left_by_esc(
    page: Any, centre: Centre, promised: dict[str, UUID], desk_of: Desk
) -> None:
    page.view.setFocus()
    page.view.choose(promised["late"])
    settle()
    press(Qt.Key.Key_1)
    type_text(page.card.inline.form.fields["evidence"].edit, "half a")
    page.keep_now()
    state = page.state()
    again: Any = desk_of(centre)
    again.go("commitments")
    again.top.restore(state)
    settle()
    assert again.top.card.inline.form.fields["evidence"].raw() == "half a"
    again.top.card.inline.form.fields["evidence"].focus()
    settle()
    press(Qt.Key.Key_Escape)
    assert again.top.NAME == "commitments"
    assert not again.top.card.inline.isVisible()
    assert centre.drafts.all(centre.worker) == ()


def test_filters_say_institution_and_state(page: Any, police: UUID) -> None:
    page.filters.restore({"agency": "own"})
    assert told(page) == ["Our centre", "Call every person in a day"]
    page.filters.restore({"agency": police.hex, "state": "not_done"})
    assert told(page) == ["TP", "Send the list by the third"]
    page.filters.restore({"words": "duty"})
    assert told(page) == ["Done this month", "Give the telephone of the duty officer"]


def test_nothing_open_tells_how_the_last_ones_went(desk_of: Desk, centre: Centre, police: UUID) -> None:
    by, today = centre.worker, centre.world.today()
    made = centre.commitments.promise(CommitmentDraft("Name a deputy", police, today), by).id
    centre.commitments.impossible(made, "The unit was closed", by)
    frame: Any = desk_of(centre)
    frame.go("commitments")
    settle()
    assert frame.top.model.rowCount() == 0
    assert "No promises are open. Of the last ones kept on time: 0 of 1" in words(frame.top)
    assert nothing_open(6, 6) == "No promises are open. The last 6 were kept on time."
    centre.commitments.done(made, by)
    assert kept_lately(centre.commitments.all()) == (1, 1)


def test_f6_enters_a_new_one_with_its_institution_and_day(page: Any, centre: Centre, police: UUID) -> None:
    page.view.setFocus()
    press(Qt.Key.Key_F6)
    form: Any = (page.desk and page.window().findChild(Main)) or page.window()
    top: Any = form.top
    assert top.NAME == "commitment"
    top.form.fields["what"].set_value("Send a monthly list")
    top.form.fields["agency_id"].set_value(police.hex)
    top.save()
    settle()
    kept = next(row for row in centre.commitments.all() if row.commitment.what == "Send a monthly list")
    assert kept.commitment.agency_id == police
    assert kept.commitment.due_on > centre.world.today()


def test_the_page_has_no_fault_in_any_language_and_size(page: Any, promised: dict[str, UUID]) -> None:
    assert faults(page) == []
    page.view.choose(promised["late"])
    page.card.ask("done")
    for turn in turned(page.window()):
        assert [turn, *faults(page)] == [turn]


def test_the_one_search_finds_what_was_promised_and_what_does_not_work(
    desk_of: Desk, centre: Centre, promised: dict[str, UUID]
) -> None:
    by = centre.worker
    problem = centre.raised_problems.put(ProblemDraft("Pranešimai vėluoja savaitgalį"), by)
    centre.raised_problems.step(problem.id, "Rašytas laiškas", by)
    kinds = centre.diary.kinds() or centre.diary.bring_usual(by)
    meeting = centre.diary.plan(replace(centre.diary.proposed(kinds[0].id), topic="Budėjimas naktį"), by)
    told = centre.contributions.note(ContributionDraft("achievement", None, "Budinti pagalba veikia"), by)
    frame: Any = desk_of(centre)
    for typed, kind, about, page in (
        ("budinti pag", "contribution", told.id, "contributions"),
        ("duty off", "commitment", promised["done"], "commitments"),
        ("laisk", "raised_problem", problem.id, "problems"),
        ("будејимас", "meeting", meeting.id, "meeting"),
    ):
        found = centre.search.find(typed)
        assert [record.id for record in found.of(kind)] == [about]
        entry = next(entry for entry in entries(found, typed) if entry.kind == kind)
        frame.found.open(entry)
        settle()
        assert page == frame.top.NAME
    assert problem.fact in {entry.head for entry in entries(centre.search.find("laisk"), "laisk")}


def test_the_whole_list_leaves_as_a_workbook_with_its_titles(page: Any, tmp_path: Path) -> None:
    page.acts.write(as_workbook, tmp_path / "list.xlsx")
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "list.xlsx").read_bytes()))
    written = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert {"Done this month", "Our centre", "TP", "Name a deputy"} <= {
        part for cell in written for part in cell.split("\n")
    }
