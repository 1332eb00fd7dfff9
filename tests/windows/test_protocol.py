"""The protocol's screen: begun, written, closed, signed, adopted and revised by its buttons and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft, SignatoryDraft, TextDraft
from desktop.protocol.protocols import Adoption
from desktop.protocol.sheet import VersionSheet
from desktop.windows.main import Main
from desktop.windows.protocol import ProtocolScreen
from desktop.windows.protocol_tabs import TABS
from tests.builders import an_agency
from tests.windows.looking import settle


@pytest.fixture
def frame(desk_of: Callable[..., Main], centre: Centre) -> Main:
    """The frame, with the protocol on show."""
    made = desk_of(centre)
    made.go("protocol")
    settle()
    return made


@pytest.fixture
def drafted(centre: Centre, frame: Main) -> Centre:
    """A draft of two provisions and two parties, on show."""
    by = centre.worker
    police = centre.directory.enter(an_agency(name="Tauragės policija", representative="Jonas Jonaitis"), by).id
    version = centre.protocols.begin(ProtocolDraft("Bendradarbiavimo protokolas", "lt"), by)
    chapter = next(each.id for each in centre.protocols.sheet(version.id).chapters if each.code == "referral")
    centre.provisions.bring(
        version.id,
        [
            ProvisionDraft(
                "4", "Pranešimas", "Policija praneša per 24 valandas.", chapter, holders=(police,),
                trigger="incident", limit_number=24, limit_unit="hours", texts=(TextDraft("en", "Notice", "Told."),),
            ),
            ProvisionDraft("5", "Pirmasis ryšys", "Kitą darbo dieną.", chapter, holders=(None,)),
        ],
        by,
    )  # fmt: skip
    for agency in (None, police):
        centre.signatories.add(version.id, SignatoryDraft(agency), by)
    frame.top.refresh()  # type: ignore[union-attr]
    settle()
    return centre


def screen(frame: Main) -> Any:
    settle()
    assert isinstance(frame.top, ProtocolScreen)
    return frame.top


def newest(centre: Centre) -> VersionSheet:
    protocol = centre.protocols.all()[0]
    return centre.protocols.sheet(centre.protocols.versions(protocol.id)[0].version.id)


def adopted(centre: Centre, review: date | None = None) -> None:
    version, by, day = newest(centre).version.id, centre.worker, centre.world.today()
    centre.protocols.close(version, by)
    for row in centre.signatories.of(version):
        centre.signatories.sign(row.signatory.id, by)
    centre.protocols.adopt(version, Adoption(day, day, review), by)


def form(frame: Main, screen_name: str, /, **values: Any) -> None:
    settle()
    page: Any = frame.top
    shown: str = page.NAME
    assert shown == screen_name
    page.form.put(values)
    page.save()
    settle()


def test_a_protocol_is_begun_from_the_usual_chapters_and_its_first_provision_written(
    frame: Main, centre: Centre
) -> None:
    page = screen(frame)
    assert page.empty.isVisible()
    page._begin.click()
    form(frame, "protocol_new", name="Bendradarbiavimo protokolas", language="lt")
    page = screen(frame)
    assert not page.empty.isVisible()
    assert "version 1, draft" in page.context.text()
    assert len(newest(centre).chapters) == 15
    page.tab.new_button.click()
    form(frame, "provision", text="Saugoti ir padėti.", holders=("all",), limit_number=2, limit_unit="days")
    (row,) = newest(centre).provisions
    assert (row.provision.number, row.provision.holds_all, row.provision.limit_number) == ("1", True, 2)
    page = screen(frame)
    assert page.tab.card.row is not None
    assert "within 2 days" in [label.text() for _title, label in page.tab.card._facts._lines]


def test_what_is_wrong_in_a_provision_is_told_at_its_field(frame: Main, drafted: Centre) -> None:
    screen(frame).tab.new_button.click()
    form(frame, "provision", number="4", text="Kitaip.")
    page: Any = frame.top
    assert page.form.fields["number"].problem is not None
    page.form.put({"number": "6", "limit_number": 3})
    page.save()
    settle()
    assert page.form.fields["limit_unit"].problem is not None


def test_a_provision_is_changed_with_all_it_had_and_its_other_language_falls_behind(
    frame: Main, drafted: Centre
) -> None:
    before = newest(drafted).provisions[0].draft()
    page = screen(frame)
    assert page.tab.card.row.provision.number == "4"
    page.tab.change_button.click()
    form(frame, "provision", text="Policija praneša per 12 valandų.", bases=("BP 3.2",))
    row = newest(drafted).provisions[0]
    assert replace(row.draft(), text=before.text, bases=()) == before
    assert [each.cited for each in row.bases] == ["BP 3.2"]
    assert [each.is_behind for each in row.texts] == [True]
    assert screen(frame).tab.card._behind.isVisible()


def test_provisions_are_moved_by_keys_and_taken_out_with_a_way_back(frame: Main, drafted: Centre) -> None:
    tab = screen(frame).tab
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert [row.provision.number for row in newest(drafted).provisions] == ["5", "4"]
    assert tab.card.row.provision.number == "4"
    tab.out_button.click()
    settle()
    assert [row.provision.number for row in newest(drafted).provisions] == ["5"]
    QTest.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [row.provision.number for row in newest(drafted).provisions] == ["5", "4"]
    assert tab.model.rowCount() == len(newest(drafted).chapters) + 2


def test_chapters_are_added_named_moved_and_taken_out_where_they_are_empty(frame: Main, drafted: Centre) -> None:
    screen(frame).tab.chapters_button.click()
    settle()
    page: Any = frame.top
    page.new_button.click()
    form(frame, "protocol_chapter", title="Savas skyrius")
    page = frame.top
    assert newest(drafted).chapters[-1].title == "Savas skyrius"
    page.view.choose(newest(drafted).chapters[-1].id)
    page.shift(-1)
    settle()
    assert newest(drafted).chapters[-2].title == "Savas skyrius"
    page.take_out()
    settle()
    assert len(newest(drafted).chapters) == 15
    page.view.choose(next(each.id for each in newest(drafted).chapters if each.code == "referral"))
    page.take_out()
    assert "There are provisions in this chapter" in page.banner.words()


def test_a_version_is_closed_signed_adopted_and_then_only_read(frame: Main, drafted: Centre) -> None:
    page = screen(frame)
    page.tab.verbs.close_button.click()
    page = screen(frame)
    assert newest(drafted).state == "closed"
    assert page.tab.why.isVisible()
    assert not page.tab.change_button.isVisible()
    page.open("signatories")
    settle()
    for _party in range(2):
        page.tab.sign_button.click()
        settle()
    assert page.tab.told.text() == "All parties have signed."
    page.open("provisions")
    settle()
    page.tab.verbs.adopt_button.click()
    form(frame, "protocol_adopt", review_on=date(2027, 3, 1))
    assert newest(drafted).state == "in_force"
    page = screen(frame)
    assert "This version is in force" in page.tab.why.words()
    assert page.tab.verbs.revise_button.isVisible()
    page.tab.add()
    assert frame.top is page


def test_a_revision_begins_beside_the_version_in_force_and_each_can_be_chosen(frame: Main, drafted: Centre) -> None:
    adopted(drafted, date(2027, 3, 1))
    page = screen(frame)
    page.refresh()
    page.tab.verbs.revise_button.click()
    form(frame, "protocol_revise", why="Bendrasis protokolas")
    page = screen(frame)
    assert newest(drafted).version.number == 2
    assert page.sheet.version.number == 2
    assert "in force: version 1" in page.context.text()
    page.version.choose(str(page._versions[1].version.id))
    page.version.activated.emit(0)
    settle()
    assert page.sheet.version.number == 1
    assert page.tab.card.row is not None
    assert not page.tab.new_button.isVisible()


def test_ctrl_tab_goes_round_the_tabs_and_each_shows_its_buttons_in_the_head(frame: Main, drafted: Centre) -> None:
    page = screen(frame)
    for kind in (*TABS[1:], TABS[0]):
        QTest.keyClick(frame, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert page.tab.NAME == kind.NAME
        for button in page.tab.acts():
            assert page.head.isAncestorOf(button)
    QTest.keyClick(frame, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert page.tab.NAME == TABS[-1].NAME


def test_several_parties_are_named_at_once_and_one_withdraws_with_its_reason(frame: Main, drafted: Centre) -> None:
    court = drafted.directory.enter(an_agency(name="Tauragės teismas", kind="court"), drafted.worker).id
    clinic = drafted.directory.enter(an_agency(name="Poliklinika", kind="health"), drafted.worker).id
    page = screen(frame)
    page.open("signatories")
    settle()
    page.tab.add_button.click()
    form(frame, "protocol_parties", agencies=(court.hex, clinic.hex))
    version = newest(drafted).version.id
    assert len(drafted.signatories.of(version)) == 4
    adopted(drafted)
    page = screen(frame)
    page.refresh()
    settle()
    tab = page.tab
    tab.view.choose(next(row.signatory.id for row in drafted.signatories.of(version) if row.agency))
    tab.withdraw_button.click()
    today = drafted.world.today()
    form(frame, "protocol_withdraw", withdrawn_on=today, why_withdrawn="Reorganizacija")
    states = [row.state for row in drafted.signatories.of(version)]
    assert sorted(states) == ["signed", "signed", "signed", "withdrawn"]
    assert screen(frame).tab.told.text() == "Signed: 3 of 4"


def test_a_provision_is_found_by_the_search_and_opened(frame: Main, drafted: Centre) -> None:
    adopted(drafted)
    drafted.protocols.revise(newest(drafted).version.id, "", drafted.worker)
    found = drafted.search.find("ryšys").of("provision")
    assert [one.version_id for one in found] == [drafted.protocols.in_force(drafted.protocols.all()[0].id).id]  # type: ignore[union-attr]
    frame.go("today")
    frame.go("protocol", found[0].id)
    page = screen(frame)
    assert page.sheet.version.number == 1
    assert page.tab.card.row.provision.number == "5"


def test_today_reminds_of_the_review_from_sixty_days_before(frame: Main, drafted: Centre) -> None:
    today = drafted.world.today()
    adopted(drafted, date.fromordinal(today.toordinal() + 61))
    version = newest(drafted).version.id
    assert not [item for item in drafted.due.read().items if item.kind == "review"]
    drafted.protocols.review(version, date.fromordinal(today.toordinal() + 60), drafted.worker)
    (item,) = (item for item in drafted.due.read().items if item.kind == "review")
    assert (item.record_id, item.section) == (version, "later")
    frame.go("today")
    settle()
    top: Any = frame.top
    assert top.view.choose(("review", version))
    top.look_at()
    assert screen(frame).sheet.version.id == version


def test_the_paper_is_a_draft_until_the_text_is_closed_and_then_sealed_with_a_place_for_each_party(
    frame: Main, drafted: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "desktop.windows.protocol_paper.ask_save", lambda _over, name, _kinds, write: write(tmp_path / name)
    )
    page = screen(frame)
    page.tab.verbs.paper_button.click()
    settle()
    paper: Any = frame.top
    assert paper.draft_button.isVisible()
    assert not paper.seal_button.isVisible()
    paper.draft_button.click()
    assert (tmp_path / "LP-1 lt.pdf").stat().st_size
    paper.docx_button.click()
    assert (tmp_path / "LP-1 lt.docx").stat().st_size
    (tmp_path / "LP-1 lt.pdf").unlink()
    drafted.protocols.close(newest(drafted).version.id, drafted.worker)
    paper.refresh()
    settle()
    paper.seal_button.click()
    settle()
    (made,) = drafted.protocol_papers.of(kind="protocol")
    assert (tmp_path / f"{made.number} lt.pdf").read_bytes() == drafted.protocol_papers.paper(made.id).pdf
    assert len(paper.pages.drawn.fields) == 2


def test_what_is_half_typed_is_kept_and_offered_again(frame: Main, drafted: Centre) -> None:
    screen(frame).tab.new_button.click()
    settle()
    page: Any = frame.top
    page.form.fields["title"].edit.setFocus()
    QApplication.processEvents()
    page.form.fields["title"].set_raw("Pusiau parašyta")
    page.form.keep_now()
    frame.back()
    (note,) = drafted.drafts.all(drafted.worker)
    assert (note.form, note.title) == ("provision", "Pusiau parašyta")
    frame.go("provision", note.about)
    settle()
    again: Any = frame.top
    assert again.form.fields["title"].value() == "Pusiau parašyta"
