"""Bringing in a list: dropped or chosen, shown before it is entered, entered whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.centre import Centre
from desktop.language import N_
from desktop.problems import Cancelled
from desktop.windows.buttons import PRIMARY, Button
from desktop.windows.main import Main
from desktop.windows.worker import Background, Errand
from tests.windows.looking import let_go, primaries, settle

HEADINGS = "Received;Sender;Name;Birth year;Residence"
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


class Stopping(Background):
    """Somebody cancels every work that counts, at its first count."""

    def run(self, job: Any, done: Any = print, failed: Any = None, *, counts: bool = False, **how: bool) -> Errand:
        def stop(_done: int, _total: int) -> None:
            raise Cancelled(N_("Stopped. Nothing was changed."))

        return super().run((lambda: job(stop)) if counts else job, done, failed, **how)


@pytest.fixture
def sheet(tmp_path: Path, busy: Centre) -> Callable[..., Path]:
    """Writes a list of notices of a known sender, with further rows as given."""
    sender = busy.directory.senders()[0].known_as

    def write(*rows: str, count: int = 3) -> Path:
        good = [f"2026-11-{day:02} 10:00;{sender};Ona Onaitė {day};1980;Kretinga" for day in range(1, count + 1)]
        path = tmp_path / "list.csv"
        path.write_text("\n".join([HEADINGS, *good, *rows]), encoding="utf-8")
        return path

    return write


@pytest.fixture
def page(desk_of: Callable[..., Main], busy: Centre) -> Any:
    """The page, laid over the list."""
    frame = desk_of(busy)
    frame.go("referrals")
    frame.go("bring_in")
    settle()
    return frame.top


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> None:
    """A key that stands on a button shows the button pressed for a moment."""
    QTest.keyClick(widget, key, held)
    let_go()


def hanging(file: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    return data


def drag_over(widget: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(300, 300), COPY, data, LEFT, NOTHING)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event


def drop(widget: QWidget, data: QMimeData) -> None:
    drag_over(widget, data)
    QApplication.sendEvent(widget, QDropEvent(QPointF(300, 300), COPY, data, LEFT, NOTHING))
    settle()


def test_whoever_wants_to_compare_a_list_is_shown_the_way(page: Any) -> None:
    frame = page.window()
    way = next(b for b in page.area.findChildren(Button) if "Compare" in b.accessibleName())
    way.click()
    settle()
    assert frame.top.NAME == "reconciliation"


def test_what_was_read_is_shown_first_and_entered_as_one_change(page: Any, busy: Centre, sheet: Any) -> None:
    before, changes = len(busy.referrals.ids()), busy.vault.head().count
    page.read(sheet())
    settle()
    assert "Ona Onaitė 2" in said(page)
    assert "list.csv" in said(page)
    assert len(busy.referrals.ids()) == before, "nothing is entered yet"
    assert page.enter_button.property("kind") == PRIMARY
    assert primaries(page) == []
    frame = page.window()
    press(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert frame.top.NAME == "referrals"
    assert len(busy.referrals.ids()) == before + 3
    assert busy.vault.head().count == changes + 1, "so that one undo takes all of it back"


def test_a_row_that_cannot_be_read_is_listed_and_then_none_is_entered(page: Any, busy: Centre, sheet: Any) -> None:
    before = len(busy.referrals.ids())
    page.read(sheet("2026-02-31;Nobody;Rūta;1970;Kretinga", "2026-11-05;Nobody knows;Rūta;1970;Kretinga"))
    settle()
    assert "Row 5" in said(page)
    assert "Row 6" in said(page)
    assert page.banner.isVisible()
    assert page.enter_button.isHidden()
    assert page.choose_button.property("kind") == PRIMARY
    assert primaries(page) == []
    press(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(busy.referrals.ids()) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 a letter", "This file is a PDF with another name. Ask for the list as XLSX or CSV."),
        (b"\x89PNG\r\n\x1a\n", "This is not a list. Bring an XLSX, XLS, ODS, CSV or DOCX file."),
        (b"", "The file is empty."),
        (b"Received;Sender;Shoe size\n", "This heading is not known: Shoe size"),
        (b"PK\x03\x04 nothing of the kind", "The file is damaged. Ask for it once more or save it anew as XLSX."),
    ],
)
def test_a_wrong_file_says_why_and_what_was_read_before_is_let_go(
    page: Any, sheet: Any, tmp_path: Path, content: bytes, sentence: str
) -> None:
    page.read(sheet())
    wrong = tmp_path / "list.xlsx"
    wrong.write_bytes(content)
    page.read(wrong)
    settle()
    assert page.banner.words() == sentence
    assert page.listed is None
    assert page.enter_button.isHidden()
    assert page.area.isVisible()
    assert "Ona" not in said(page)


def test_headings_without_rows_are_told(page: Any, sheet: Any) -> None:
    page.read(sheet(count=0))
    settle()
    assert page.banner.words() == "No row was found under the headings."
    assert page.enter_button.isHidden()


def test_cancelling_leaves_nothing(page: Any, busy: Centre, sheet: Any) -> None:
    page.desk = replace(page.desk, background=Stopping(lambda bug: None, at_once=True))
    before, changes = list(busy.referrals.ids()), busy.vault.head().count
    page.read(sheet())
    page.enter()
    settle()
    assert busy.referrals.ids() == before
    assert busy.vault.head().count == changes
    assert page.banner.words() == "Stopped. Nothing was changed."
    assert page.enter_button.isEnabled(), "she may think better of it"


def test_leaving_enters_nothing(page: Any, busy: Centre, sheet: Any) -> None:
    before = len(busy.referrals.ids())
    page.read(sheet())
    settle()
    frame = page.window()
    press(frame, Qt.Key.Key_Escape)
    assert frame.top.NAME == "referrals"
    assert len(busy.referrals.ids()) == before


def test_a_file_hanging_over_the_page_shows_where_it_lands(page: Any, sheet: Any) -> None:
    data = hanging(sheet())
    assert drag_over(page, data).isAccepted()
    assert page.area.is_over
    assert "Drop the file here." in said(page)
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.area.is_over
    drop(page, data)
    assert "Ona Onaitė 1" in said(page)


def test_words_or_several_files_are_not_taken(page: Any, sheet: Any, tmp_path: Path) -> None:
    words = QMimeData()
    words.setText("Rūta")
    several = QMimeData()
    several.setUrls([QUrl.fromLocalFile(str(sheet())), QUrl.fromLocalFile(str(tmp_path))])
    for data in (words, several):
        assert not drag_over(page, data).isAccepted()
        drop(page, data)
    assert page.listed is None


def test_a_file_can_be_dropped_on_the_list_of_notices(desk_of: Callable[..., Main], busy: Centre, sheet: Any) -> None:
    frame = desk_of(busy)
    frame.go("referrals")
    settle()
    data = hanging(sheet())
    top = frame.top
    assert top is not None
    assert drag_over(top, data).isAccepted()
    assert "Drop the file here." in said(top)
    drop(top, data)
    assert frame.top is not None
    assert frame.top.NAME == "bring_in"
    assert "Ona Onaitė 3" in said(frame.top)


def test_the_file_is_chosen_by_keys(page: Any) -> None:
    assert QApplication.focusWidget() is page.choose_button
    asked = []
    page.choose_button.do = lambda: asked.append(1)
    press(page.window(), Qt.Key.Key_F6)
    press(page.choose_button, Qt.Key.Key_Space)
    assert asked == [1, 1]
