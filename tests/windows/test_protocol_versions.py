"""A round of revision in the real window: decided by digits, undone, commented, sent out and brought back."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft
from desktop.protocol.protocols import Adoption
from desktop.protocol.revision_drafts import ChangeDraft
from desktop.windows.main import Main
from desktop.windows.protocol_change_form import ChangePage, CommentPage, about_change, about_new
from desktop.windows.protocol_change_returned import ReturnedPage
from desktop.windows.protocol_versions import VersionsTab
from tests.conftest import Day, Fill
from tests.windows.going_on import go_on_from_today
from tests.windows.looking import faults, press, settle, turned
from tests.windows.measuring import closer_faults

KEY = Qt.Key


def a_round(centre: Centre) -> None:
    """A version in force, its revision, and three things proposed."""
    by = centre.worker
    first = centre.protocols.begin(ProtocolDraft("Bendradarbiavimo protokolas", "lt"), by, outline=False)
    drafts = [
        ProvisionDraft("4", "Pranešimas", "Policija praneša per 24 valandas."),
        ProvisionDraft("5", "Ryšys", "Kitą <b>dieną</b>."),
    ]
    centre.provisions.bring(first.id, drafts, by)
    centre.protocols.close(first.id, by)
    centre.protocols.adopt(first.id, Adoption(date(2026, 10, 1), date(2026, 10, 1)), by)
    second = centre.protocols.revise(first.id, "", by)
    four, five = (row.provision for row in centre.protocols.sheet(second.id).provisions)
    log = centre.revision
    log.propose(second.id, replace(ChangeDraft.for_provision(four), text="Policija praneša per 12 valandų."), by)
    log.propose(second.id, ChangeDraft("remove", five.id), by)
    log.propose(second.id, ChangeDraft("add", number="6", title="Vaikas", text="Vaikas liudytojas."), by)


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(a_round)


@pytest.fixture
def frame(centre: Centre, desk_of: Callable[..., Main]) -> Main:
    made = desk_of(centre)
    made.go("protocol", ("versions", None))
    settle()
    return made


@pytest.fixture
def tab(frame: Main) -> VersionsTab:
    top: Any = frame.top
    assert isinstance(top.tab, VersionsTab)
    return top.tab


def states(tab: VersionsTab) -> dict[str, str]:
    assert tab.sheet
    rows = tab.desk.centre.revision.changes(tab.sheet.version.id)
    return {row.change.number: row.change.state for row in rows}


def numbers(tab: VersionsTab) -> list[str]:
    assert tab.sheet
    return [row.provision.number for row in tab.desk.centre.protocols.sheet(tab.sheet.version.id).provisions]


def test_digits_decide_the_next_open_one_opens_and_undo_takes_it_back(tab: VersionsTab, frame: Main) -> None:
    tab.view.setFocus()
    assert tab.row and tab.row.number == "4"  # noqa: PT018 - both are meant
    press(KEY.Key_1)
    settle()
    assert tab.row.number == "5"
    press(KEY.Key_2)
    settle()
    assert tab.row.number == "6"
    press(KEY.Key_1)
    settle()
    assert states(tab) == {"4": "accepted", "5": "rejected", "6": "accepted"}
    assert sorted(numbers(tab)) == ["4", "5", "6"]
    assert tab.settled.text() == "3 of 3 settled"
    press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert states(tab)["6"] == "open"
    assert numbers(tab) == ["4", "5"]


def test_f4_shows_only_open_ones(tab: VersionsTab) -> None:
    tab.view.setFocus()
    press(KEY.Key_1)
    press(KEY.Key_F4)
    settle()
    assert [row.number for row in tab.source.shown] == ["5", "6"]


def test_what_went_and_what_came_can_be_read_without_colours_and_is_never_markup(tab: VersionsTab) -> None:
    assert "[24 valandas]" in tab.card.old.text.accessibleName()
    assert "{12 valandų}" in tab.card.new.text.accessibleName()
    tab.view.choose(tab.source.held[1].id)
    settle()
    assert "&lt;b&gt;" in tab.card.old.text.text()
    assert "[Kitą <b>dieną</b>.]" in tab.card.old.text.accessibleName()


def test_any_two_versions_are_compared_and_nothing_can_be_decided_there(tab: VersionsTab) -> None:
    tab.accept()
    settle()
    tab.against.setCurrentIndex(1)
    tab.against.activated.emit(1)
    settle()
    assert [row.number for row in tab.source.shown] == ["4"]
    assert tab.foot.isHidden()


def test_a_change_is_proposed_and_written_anew_by_the_form(tab: VersionsTab, frame: Main) -> None:
    assert tab.sheet
    frame.go("protocol_change", about_new(tab.sheet.version.id))
    settle()
    page: Any = frame.top
    assert isinstance(page, ChangePage)
    page.form.put({"number": "7", "text": "Nauja nuostata.", "why": "Reikia"})
    page.save()
    settle()
    assert states(tab)["7"] == "open"
    four = next(
        row.change for row in tab.desk.centre.revision.changes(tab.sheet.version.id) if row.change.number == "4"
    )
    frame.go("protocol_change", about_change(four.id))
    settle()
    page = frame.top
    page.form.put({"text": "Policija praneša iš karto."})
    page.save()
    settle()
    row = next(row for row in tab.desk.centre.revision.changes(tab.sheet.version.id) if row.change.id == four.id)
    assert row.new
    assert row.new.text == "Policija praneša iš karto."


def test_a_comment_is_noted_where_it_belongs(tab: VersionsTab, frame: Main) -> None:
    tab.view.setFocus()
    press(KEY.Key_F7)
    settle()
    page: Any = frame.top
    assert isinstance(page, CommentPage)
    page.form.put({"text": "Sutinkame.", "agency_id": "own"})
    page.save()
    settle()
    assert tab.sheet
    row = tab.desk.centre.revision.changes(tab.sheet.version.id)[0]
    assert [each.comment.text for each in row.comments] == ["Sutinkame."]


def test_a_returned_table_is_shown_before_it_is_taken_over(tab: VersionsTab, frame: Main, tmp_path: Path) -> None:
    assert tab.sheet
    version, centre = tab.sheet.version.id, tab.desk.centre
    document = Document(io.BytesIO(centre.revision.comment_table(version, None)))
    grid = document.tables[-1]
    grid.rows[1].cells[3].text = "Gerai."
    strange = grid.add_row()
    strange.cells[0].text, strange.cells[3].text = "44", "Kas čia?"
    document.save(str(tmp_path / "back.docx"))
    frame.go("protocol_returned", version)
    settle()
    page: Any = frame.top
    assert isinstance(page, ReturnedPage)
    page.read(tmp_path / "back.docx")
    settle()
    assert page.found
    assert ([each.number for each in page.found.known], [each.number for each in page.found.unknown]) == (["4"], ["44"])
    page.keep()  # nobody said yet whose they are
    settle()
    assert centre.revision.comments(version) == []
    page.form.put({"agency_id": "own"})
    page.keep()
    settle()
    assert [row.comment.text for row in centre.revision.comments(version)] == ["Gerai."]


def test_the_tab_is_readable_in_every_language_and_size(tab: VersionsTab, frame: Main) -> None:
    tab.view.setFocus()
    for locale in turned(frame):
        assert [*faults(frame), *closer_faults(frame)] == [], locale


@pytest.mark.parametrize("name", ["protocol_change", "protocol_comment", "protocol_returned"])
def test_its_pages_are_readable_in_every_language_and_size(tab: VersionsTab, frame: Main, name: str) -> None:
    assert tab.row
    frame.go(name, None if name == "protocol_returned" else about_change(tab.row.id))
    settle()
    for locale in turned(frame):
        assert [*faults(frame), *closer_faults(frame)] == [], locale


def test_the_list_of_changes_compares_the_versions_on_show(tab: VersionsTab, frame: Main, centre: Centre) -> None:
    assert tab.sheet
    by, first = centre.worker, tab.sheet.version.based_on_id
    for row in centre.revision.changes(tab.sheet.version.id):
        centre.revision.reject(row.change.id, by)
    centre.protocols.close(tab.sheet.version.id, by)
    centre.protocols.adopt(tab.sheet.version.id, Adoption(date(2026, 11, 1), date(2026, 11, 1)), by)
    third = centre.protocols.revise(tab.sheet.version.id, "", by)
    assert first
    for against, number, heads in (
        ("", "LPC-3", ("2", "3")),
        (first.hex, "LPC-3-1", ("1", "3")),
    ):  # fmt: skip
        frame.go("protocol", third.id)
        frame.go("protocol", ("versions", None))
        settle()
        top: Any = frame.top
        if against:
            top.tab.against.choose(against)
            top.tab.against.activated.emit(top.tab.against.currentIndex())
            settle()
        top.tab.paper_button.click()
        settle()
        paper: Any = frame.top
        assert paper.content.head.number == number
        assert tuple(each.split()[0] for each in paper.content.numbers) == heads
        paper.seal_button.click()
        settle()
        kept = paper.state()
        paper.restore(kept)
        settle()
        assert tuple(each.split()[0] for each in paper.content.numbers) == heads
        frame.back()
    made = centre.protocol_papers.of(kind="comparison")
    assert {each.number: each.superseded_by_id for each in made} == {"LPC-3": None, "LPC-3-1": None}


def test_after_a_lock_it_is_compared_with_the_same_version(
    frame: Main, tab: VersionsTab, centre: Centre, desk_of: Callable[..., Main]
) -> None:
    tab.against.setCurrentIndex(1)
    tab.against.activated.emit(1)
    settle()
    compared = tab.source.against
    assert compared
    frame.keep()
    later: Any = desk_of(centre).top
    assert later.tab.source.against == later.tab.against.code() == compared


@pytest.mark.parametrize("name", ["protocol_change", "protocol_comment"])
def test_what_is_half_typed_about_a_change_goes_on_about_that_change_from_today(
    frame: Main, tab: VersionsTab, centre: Centre, name: str
) -> None:
    assert tab.sheet
    changes = tab.desk.centre.revision.changes(tab.sheet.version.id)
    frame.go(name, about_change(changes[1].change.id))
    settle()
    page: Any = frame.top
    page.form.fields["text"].set_raw("Kitaip.")
    page.form.keep_now()
    frame.go(name, about_new(tab.sheet.version.id))
    settle()
    other: Any = frame.top
    assert other.form.fields["text"].raw() == "", "what is new is not that change"
    again = go_on_from_today(frame)
    assert again.about == about_change(changes[1].change.id)
    assert again.form.fields["text"].raw() == "Kitaip."
    if name == "protocol_change":
        again.save_button.click()
        settle()
        now = centre.revision.changes(tab.sheet.version.id)
        assert [row.change.id for row in now] == [row.change.id for row in changes], "amended, not proposed once more"
