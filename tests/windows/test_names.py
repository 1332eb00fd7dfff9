"""F8: codes stand for names on every screen, for a window that somebody else can see, and the top bar says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTreeView,
    QWidget,
)

from desktop.centre import Centre, open_centre
from desktop.records.handover_log import HandoverDraft
from desktop.records.people import PeopleQuery
from desktop.windows import names
from desktop.windows.album import BEFORE, PICTURES, Picture
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.pictures import Stage
from desktop.windows.table import TableModel
from desktop.windows.table_paper import as_workbook
from desktop.windows.translator import speak
from tests.builders import a_mention, a_referral
from tests.conftest import PASSPHRASE, Day, Fill, Still, copied
from tests.windows.conftest import fill
from tests.windows.looking import clipped, settle, visible

NAMES = ("Jonaitien", "Budrien", "Matas Jonaitis")
PEOPLE = ("Jonait", "Budrien", "Matas", "Daiva", "R\u016bta")
"""Any part of the name of anybody in the centre."""


@pytest.fixture(autouse=True)
def names_are_shown() -> Iterator[None]:
    """As a program begins and as the next test finds it."""
    names.hide(False)
    yield
    names.hide(False)


def told(frame: Main) -> str:
    """Every word on show, those in lists too."""
    settle()
    found = [w.text() for kind in (QLabel, QAbstractButton) for w in frame.findChildren(kind) if w.isVisible()]
    for view in frame.findChildren(QTableView):
        model: Any = view.model()
        if view.isVisible():
            cells = [model.cells(row) for row in range(model.rowCount())]
            found += [cell.read() for row in cells for cell in row.values()]
    return "\n".join(found)


@pytest.mark.parametrize("screen", ["referrals", "calls", "help", "people"])
def test_no_list_nor_card_tells_a_name_while_they_are_hidden(
    desk_of: Callable[..., Main], busy: Centre, screen: str
) -> None:
    frame = desk_of(busy)
    frame.go(screen)
    told(frame)
    assert any(name in told(frame) for name in NAMES)
    QTest.keyClick(frame, Qt.Key.Key_F8)
    told(frame)
    assert [name for name in NAMES if name in told(frame)] == []
    assert frame.bar.hidden_names.isVisible()
    frame.bar.hidden_names.click()
    told(frame)
    assert any(name in told(frame) for name in NAMES)
    assert not frame.bar.hidden_names.isVisible()


def test_a_persons_code_stands_for_her_name_and_a_page_opened_later_follows(
    desk_of: Callable[..., Main], busy: Centre
) -> None:
    frame = desk_of(busy)
    QTest.keyClick(frame, Qt.Key.Key_F8)
    frame.go("referrals")
    person = busy.people.rows(busy.people.ids(PeopleQuery()))[0]
    assert person.code in told(frame) + told(frame)
    frame.go("person", person.id)
    assert person.code in told(frame)
    assert [name for name in NAMES if name in told(frame)] == []


@pytest.mark.parametrize("screen", ["referrals", "help", "people"])
def test_a_list_looked_through_by_a_name_does_not_tell_it_under_the_codes(
    desk_of: Callable[..., Main], busy: Centre, tmp_path: Path, screen: str
) -> None:
    frame, paper = desk_of(busy), tmp_path / "list.xlsx"
    frame.go(screen)
    page: Any = frame.top
    for words in ("Jonait", "Budrien q"):
        page.search(words)
        assert words in told(frame), "under the list, or why it is empty"
        frame.turn_names()
        assert words not in told(frame)
        if words == "Jonait":
            page.acts.write(as_workbook, paper)
            settle()
            with ZipFile(paper) as book:
                assert [name for name in book.namelist() if words.encode() in book.read(name)] == []
        frame.turn_names()


def words_of(widget: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Everything that can be read or heard of a widget and all within it but what stands typed in a field."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    for child in (widget, *visible(widget)):
        yield from ((child, said) for said in (child.accessibleName(), child.accessibleDescription(), child.toolTip()))
        if isinstance(child, QLabel | QAbstractButton):
            yield child, child.text()
        if isinstance(child, QLineEdit):
            yield child, child.placeholderText()
        if isinstance(child, QComboBox):
            yield from ((child, child.itemText(place)) for place in range(child.count()))
        if isinstance(child, QAbstractItemView) and (model := child.model()) is not None:
            columns = model.columnCount() if isinstance(child, QTableView | QTreeView) else 1
            for row, column in product(range(model.rowCount()), range(columns)):
                index = model.index(row, column)
                yield from ((child, str(model.data(index, role) or "")) for role in roles)
                yield child, model.cell(row, column).read() if isinstance(model, TableModel) else ""


def told_names(widget: QWidget) -> list[str]:
    """Where somebody is named."""
    settle()
    list(words_of(widget))
    settle()
    found = [(child, said) for child, said in words_of(widget) if any(name in said for name in PEOPLE)]
    return [f"{type(child).__name__}: {said}" for child, said in found]


@pytest.fixture(scope="module")
def one_stage(
    qapp: QApplication, later_day: Callable[[Fill], Day], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The one window on a centre where there is something to tell on every screen."""
    still, place = Still(), tmp_path_factory.mktemp("names")
    vault = copied(later_day(fill), place, still)
    tell_more(open_centre(vault, still.world))
    vault.lock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.windows.step.documents_folder", lambda: place)
        made = Stage(vault.folder, place, PASSPHRASE, still.world)
        yield made
        settle()
        made.close()


def tell_more(centre: Centre) -> None:
    """What the busy centre lacks yet."""
    by, notice = centre.worker, centre.referrals.ids()[-1]
    person = centre.referrals.sheet(notice).referral.person_id
    assert person is not None
    others = [row.id for row in centre.people.rows(centre.people.ids()) if row.id != person]
    centre.people.link_family(person, others[0], "child", by)
    centre.handovers.write(HandoverDraft("Paskambinti rytoj.", referral_id=notice), by)
    centre.people.reveal(person, by)
    for form, title in (("attempt", "Daiva Jonaitienė"), ("notice", "Rūta Budrienė"), ("outcome", "Daiva Jonaitienė")):
        centre.drafts.keep(form, notice, {}, title, by)
    sender = centre.directory.senders()[0].id
    centre.referrals.enter(a_referral(sender, mentions=(a_mention(),)), by)


@pytest.fixture
def stage(app: QApplication, one_stage: Stage) -> Stage:
    """That window without a screen in it yet."""
    one_stage.clear()
    one_stage.door.activateWindow()
    settle()
    return one_stage


SAYS = {"today", "calls", "notices", "persons", "person", "duplicate", "assistance-entry", "attempt", "outcome"}
"""Screens that tell names while they are shown: where these say nothing, the test sees nothing."""
IN_FRAME = [picture for picture in PICTURES if picture.screen not in BEFORE]
HANDFULS = [IN_FRAME[first : first + 6] for first in range(0, len(IN_FRAME), 6)]
"""So many screens share a frame: to build one is dear."""


@pytest.mark.parametrize("pictures", HANDFULS, ids=lambda pictures: f"{pictures[0].name}-to-{pictures[-1].name}")
def test_no_screen_of_all_tells_a_name_while_they_are_hidden(stage: Stage, pictures: Sequence[Picture]) -> None:
    for picture in pictures:
        stage.show(picture)
        assert told_names(stage.door) or picture.name not in SAYS, picture.name
        stage.door.frame.turn_names()
        assert told_names(stage.door) == [], f"{picture.name}: F8 while it is on show"
        stage.show(picture)
        assert told_names(stage.door) == [], f"{picture.name}: opened later"
        names.hide(False)  # as the next screen finds it; to say all that lies covered again would be dear


def test_no_change_of_the_history_tells_a_name(stage: Stage) -> None:
    names.hide(True)
    stage.show(next(picture for picture in PICTURES if picture.name == "history"))
    part = stage.door.frame.top.part
    for row in range(part.model.rowCount()):
        part.view.selectRow(row)
        assert told_names(stage.door) == [], row


def test_what_is_found_and_offered_while_typing_tells_codes(stage: Stage) -> None:
    names.hide(True)
    stage.show(next(picture for picture in PICTURES if picture.name == "notices"))
    frame = stage.door.frame
    frame.bar.search.setFocus()
    frame.bar.search.setText("jonait")
    frame.bar.search.send()
    assert frame.found.isVisible()
    assert told_names(stage.door) == []
    frame.go("assistance_entry")
    field = frame.top.persons
    field.edit.setText("jonait")
    field.look()
    offered = [field._found.item(row).text() for row in range(field._found.rowCount())]
    assert offered
    assert not any(name in words for name in PEOPLE for words in offered)
    field._chosen(field._found.index(0, 0))
    assert told_names(stage.door) == []


def test_a_list_that_is_brought_in_is_shown_without_names(stage: Stage, tmp_path: Path) -> None:
    names.hide(True)
    sender = stage.centre.directory.senders()[0].name
    file = tmp_path / "list.csv"
    file.write_text(f"received;sender;name\n2026-11-01;{sender};Daiva Jonaitien\u0117\n", encoding="utf-8")
    stage.show(next(picture for picture in PICTURES if picture.name == "bring-in"))
    stage.door.frame.top.read(file)
    settle()
    assert stage.door.frame.top.listed.drafts
    assert told_names(stage.door) == []
    stage.door.frame.turn_names()
    assert told_names(stage.door)


@pytest.mark.parametrize(("percent", "size"), [(200, (1024, 640)), (160, (800, 600)), (160, (1366, 768))])
def test_the_top_bar_has_room_for_saying_that_names_are_hidden_and_a_long_toast_for_its_words(
    desk_of: Callable[..., Main], busy: Centre, percent: int, size: tuple[int, int]
) -> None:
    frame = desk_of(busy, size)
    speak("lt")
    look().apply("light", percent)
    frame.turn_names()
    settle()
    assert clipped(frame) == []
    shown = [button for button in (frame.bar.hidden_names, frame.bar.hidden_below) if button.isVisible()]
    assert len(shown) == 1
    frame.desk.saved("Applied. " * 30, lambda: None)
    settle()
    assert clipped(frame) == []
    assert frame._stack.rect().contains(frame._toast.geometry())
    frame.desk.saved("Applied.", lambda: None)
    settle()
    assert frame._toast.width() < frame._stack.width() * 2 // 3
    shown[0].click()
    settle()
    assert not any(button.isVisible() for button in shown)
