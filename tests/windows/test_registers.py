"""Trainings, working groups and changes of law through the windows: written by keyboard, shown, hidden, taken out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.centre import Centre
from desktop.records.training_draft import PartDraft, TrainingDraft, TrainingQuery
from desktop.records.working_groups import MemberDraft
from desktop.windows import names
from desktop.windows.labels import Label
from desktop.windows.main import Main
from tests.builders import a_group, a_law_change, a_training, an_agency
from tests.windows.looking import settle

Open = Callable[[Centre], Main]


@pytest.fixture(autouse=True)
def names_again() -> object:
    yield
    names.hide(False)


def _words(frame: Main) -> str:
    assert frame.top is not None
    return "\n".join(label.text() for label in frame.top.findChildren(Label) if label.isVisible())


def test_a_training_is_written_down_by_keyboard(centre: Centre, desk_of: Open) -> None:
    police = centre.directory.enter(an_agency(), centre.worker)
    frame = desk_of(centre)
    frame.go("trainings")
    assert "count in the month's summary" in _words(frame)
    QTest.keyClick(frame, Qt.Key.Key_F6)
    settle()
    page = frame.top
    assert page.NAME == "training"
    page.form.fields["topic"].set_raw("Saugus pokalbis")
    page.form.fields["minutes"].set_raw("1:30")
    QTest.keyClick(frame, Qt.Key.Key_F7)
    settle()
    parts = page.form.fields["parts"]
    QTest.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert parts.rows[0].form.fields["agency"].problem, "a row without an institution is told where it is"
    parts.rows[0].form.fields["agency"].set_value(police.id.hex)
    parts.rows[0].form.fields["persons"].set_raw("12")
    QTest.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    (found,) = centre.trainings.ids(TrainingQuery())
    sheet = centre.trainings.sheet(found)
    assert TrainingDraft.of(sheet.training, sheet.parts) == TrainingDraft(
        topic="Saugus pokalbis", on_day=centre.world.today(), minutes=90, parts=(PartDraft(police.id, persons=12),)
    )
    assert frame.top.NAME == "trainings"
    assert "Kretingos r. PK" in _words(frame)


def test_what_is_half_typed_is_offered_again_with_its_rows(centre: Centre, desk_of: Open) -> None:
    frame = desk_of(centre)
    frame.go("training")
    page = frame.top
    page.form.fields["topic"].set_raw("Pusiau")
    page.form.fields["parts"].add()
    page.form.fields["parts"].rows[0].form.fields["names"].set_raw("Tomas")
    page.form.changed.emit()
    page.form.keep_now()
    frame.back()
    frame.go("training")
    assert frame.top.form.fields["topic"].raw() == "Pusiau"
    assert frame.top.form.fields["parts"].raw()[0]["names"] == "Tomas"


def test_names_of_officials_are_hidden_and_shown_again(centre: Centre, desk_of: Open) -> None:
    came = (PartDraft(None, "lecturer", 1, "Tomas Bružas"),)
    centre.trainings.enter(a_training(parts=came), centre.worker)
    centre.groups.found(a_group(members=(MemberDraft(None, "Inga Petrikaitė"),)), centre.worker)
    frame = desk_of(centre)
    for screen, name in (("trainings", "Tomas Bružas"), ("working_groups", "Inga Petrikaitė")):
        frame.go(screen)
        settle()
        assert name in _words(frame)
        frame.turn_names()
        settle()
        assert name not in _words(frame)
        frame.turn_names()
        settle()
        assert name in _words(frame)


def test_one_is_taken_out_and_comes_back_by_undo(centre: Centre, desk_of: Open) -> None:
    kept = centre.trainings.enter(a_training(), centre.worker)
    frame = desk_of(centre)
    frame.go("trainings", kept.id)
    settle()
    frame.top.remove.click()
    settle()
    assert not centre.trainings.ids(TrainingQuery())
    frame.desk.undo(centre.vault.head().count)
    assert centre.trainings.ids(TrainingQuery()) == [kept.id]


def test_a_form_of_one_that_is_gone_says_so(centre: Centre, desk_of: Open) -> None:
    kept = centre.law_changes.note(a_law_change(), centre.worker)
    centre.law_changes.take_out(kept.id, centre.worker)
    frame = desk_of(centre)
    frame.go("law_change", kept.id)
    assert "taken back meanwhile" in frame.top.banner.words()
    assert not frame.top.save_button.isEnabled()


def test_a_group_ends_with_its_results(centre: Centre, desk_of: Open) -> None:
    kept = centre.groups.found(a_group(), centre.worker)
    frame = desk_of(centre)
    frame.go("working_groups", kept.id)
    settle()
    frame.top.end.click()
    settle()
    frame.top.form.fields["results"].set_raw("Bendra forma")
    frame.top.save()
    settle()
    group = centre.groups.sheet(kept.id).group
    assert (group.until, group.results) == (centre.world.today(), "Bendra forma")
    assert "Work ended" in _words(frame)


def test_the_year_opens_the_trainings_it_counted(centre: Centre, desk_of: Open) -> None:
    centre.trainings.enter(a_training(), centre.worker)
    centre.trainings.enter(a_training(kind="event", on_day=date(2026, 9, 1)), centre.worker)
    frame = desk_of(centre)
    frame.go("year")
    settle()
    frame.top.held.stops()[0].click()
    settle()
    assert frame.top.NAME == "trainings"
    assert frame.top.model.rowCount() == 1


def test_names_in_a_form_are_dots_while_names_are_hidden(centre: Centre, desk_of: Open) -> None:
    by, part, member = (
        centre.worker,
        PartDraft(None, persons=1, names="Tomas Bružas"),
        MemberDraft(None, "Tomas Bružas"),
    )
    training = centre.trainings.enter(a_training(parts=(part,)), by)
    group = centre.groups.found(a_group(members=(member,)), by)
    frame = desk_of(centre)
    for form, kept, rows, field in (
        ("training", training, "parts", "names"), ("working_group", group, "members", "person"),
    ):  # fmt: skip
        frame.go(form, kept.id.hex)
        settle()
        edit = frame.top.form.fields[rows].rows[0].form.fields[field].edit
        assert edit.displayText() == "Tomas Bružas"
        QTest.keyClick(frame, Qt.Key.Key_F8)
        settle()
        edit = frame.top.form.fields[rows].rows[0].form.fields[field].edit
        assert "Tomas" not in edit.displayText()
        assert edit.text() == "Tomas Bružas", "what is kept stays"
        QTest.keyClick(frame, Qt.Key.Key_F8)
        settle()


def test_each_search_says_what_may_be_typed_there(centre: Centre, desk_of: Open) -> None:
    frame, said = desk_of(centre), set()
    for screen in ("trainings", "working_groups", "law_changes", "commitments", "problems", "contributions"):
        frame.go(screen)
        settle()
        said.add(frame.top.filters.words.placeholderText())
    assert len(said) == 6
    assert "Name, number, place" not in said
