"""What must hold for every screen, whatever it shows: asked of the real widgets as they lie on the screen.

`faults(widget)` returns sentences; an empty list means that the screen may be shown. Other checks take the screen in
several languages (`foreign_words`) or keys (`doubled_keys`).
"""

from __future__ import annotations

import gettext
from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from desktop.places import res
from desktop.windows.chart import Value
from desktop.windows.chips import Chip
from desktop.windows.look import look, px
from desktop.windows.pill import Pill
from desktop.windows.reconcile_steps import StepPill
from desktop.windows.translator import speak
from tests.windows.thrown_away import destroy_thrown_away

SIZES = ((1366, 768), (1024, 640))
TEXT_SIZES = (100, 160, 200)
INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QAbstractItemView)
SLACK = 2
TARGET, CHIP = 34, 26
"""So high, at text size 100 %, is what can be clicked at least."""
LOW = (Chip, StepPill, QCheckBox, QRadioButton)


def type_text(widget: QWidget, text: str) -> None:
    """Type into a widget sign by sign; Qt's own `keyClicks` dies of any letter beyond ASCII."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def settle(times: int = 12) -> None:
    """Let layouts and queued answers come to rest."""
    for _turn in range(times):
        QApplication.processEvents()


def until(is_so: Callable[[], object]) -> None:
    """Let the window live until something is so, however long it takes; asleep while nothing happens in it."""
    while not is_so():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        destroy_thrown_away()


def let_go() -> None:
    """Live until no button is down: one that is reached by its key stays down for a moment before it does anything."""
    until(lambda: not any(isinstance(w, QAbstractButton) and w.isDown() for w in QApplication.allWidgets()))
    settle()


TURNS = (
    ("sr_Cyrl", 200, (1024, 640)), ("lt", 160, (1366, 768)), ("en", 160, (1024, 640)), ("sr_Latn", 100, (1366, 768)),
)  # fmt: skip


def turned(frame: QWidget) -> Iterator[str]:
    """Each language in turn, in another size of text and window, while what stands in the window goes on standing.

    How a screen is built in each of them stands in `test_every_screen`; a look put on anew is dear.
    """
    for locale, percent, size in TURNS:
        speak(locale)
        if look().percent != percent:
            look().apply("light", percent)
        frame.resize(*size)
        settle()
        yield locale


def shown(widget: QWidget) -> Iterator[QWidget]:
    """Every visible widget below."""
    return (child for child in visible(widget) if not child.size().isEmpty())


def visible(widget: QWidget) -> list[QWidget]:
    """The same with those that take no room: pages that lie covered are not gone through, which would take long."""
    found: list[QWidget] = []
    _note_visible(widget, found)
    return found


def _note_visible(widget: QWidget, found: list[QWidget]) -> None:
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            found.append(child)
            _note_visible(child, found)


def listening(widget: QWidget) -> Iterator[QShortcut]:
    """Every shortcut that is heard now."""
    for above in (widget, *visible(widget)):
        yield from (child for child in above.children() if isinstance(child, QShortcut) and child.isEnabled())


def faults(widget: QWidget) -> list[str]:
    """Everything that is wrong with what is on show."""
    found = [*unnamed(widget), *clipped(widget), *overlapping(widget), *too_low(widget)]
    return [*found, *doubled_keys(widget), *primaries(widget)]


def unnamed(widget: QWidget) -> list[str]:
    """Inputs without an accessible name."""
    found = []
    for child in shown(widget):
        if isinstance(child, INPUTS) and not isinstance(child, QHeaderView) and not _is_inner(child):
            interface = QAccessible.queryAccessibleInterface(child)
            if not interface or not interface.text(QAccessible.Text.Name):
                found.append(f"no name: {told(child)}")
    return found


def too_low(widget: QWidget) -> list[str]:
    """Buttons that are hard to hit; a bar of a chart is reached by arrows too, and a chip by its neighbours."""
    found = []
    for child in shown(widget):
        if isinstance(child, QAbstractButton) and not _is_inner(child) and not isinstance(child, Value):
            high = TARGET if not isinstance(child, LOW) else CHIP
            if child.height() < px(high) - SLACK:
                found.append(f"{child.height()} high, not {px(high)}: {told(child)}")
    return found


def clipped(widget: QWidget) -> list[str]:
    """Words that do not fit where they stand."""
    found = []
    for child in shown(widget):
        need = 0
        if isinstance(child, QLabel) and child.text() and not child.wordWrap():
            need = child.fontMetrics().horizontalAdvance(child.text())
        elif isinstance(child, QPushButton) and child.text():
            need = child.minimumSizeHint().width()
        elif isinstance(child, Pill | Chip):
            need = child.sizeHint().width()
        elif isinstance(child, QComboBox) and not child.isEditable() and child.currentText():
            need = child.fontMetrics().horizontalAdvance(child.currentText()) + 30
        if need > child.width() + SLACK:
            found.append(f"clipped by {need - child.width()}: {told(child)}")
        if isinstance(child, QLabel) and child.wordWrap() and child.text():
            high = child.heightForWidth(child.width())
            if high > child.height() + SLACK:
                found.append(f"cut by {high - child.height()} in height: {told(child)}")
        if _beyond(child):
            found.append(f"beyond its page: {told(child)}")
        if cut := _cut(child):
            found.append(f"cut by {cut} by what it lies in: {told(child)}")
    return found


def overlapping(widget: QWidget) -> list[str]:
    """Words and inputs that lie on each other."""
    things = [
        child for child in shown(widget)
        if isinstance(child, QLabel | QPushButton | Chip | Pill | QLineEdit | QComboBox | QPlainTextEdit)
        and not _is_inner(child)
    ]  # fmt: skip
    places = sorted(((child, _place(child, widget).getCoords()) for child in things), key=lambda place: place[1][1])
    found = []
    for number, (one, (left, _top, right, bottom)) in enumerate(places):
        for other, (its_left, its_top, its_right, its_bottom) in places[number + 1 :]:
            if bottom - its_top < SLACK:
                break  # and so do all that stand still lower
            wide, high = min(right, its_right) - max(left, its_left), min(bottom, its_bottom) - its_top
            if wide < SLACK or high < SLACK or one.isAncestorOf(other) or other.isAncestorOf(one):
                continue
            if floats(one) == floats(other):
                found.append(f"{told(one)} lies on {told(other)}")
    return found


def doubled_keys(widget: QWidget) -> list[str]:
    """Keys that two things on show listen to."""
    keys: Counter[str] = Counter()
    for child in shown(widget):
        if isinstance(child, QAbstractButton) and not child.shortcut().isEmpty() and child.isEnabled():
            keys[child.shortcut().toString()] += 1
    for shortcut in listening(widget):
        parent = shortcut.parent()
        if isinstance(parent, QWidget) and parent.isEnabled():
            keys[shortcut.key().toString()] += 1
    return [f"key twice: {key}" for key, count in keys.items() if count > 1]


def primaries(widget: QWidget) -> list[str]:
    """More than one filled button."""
    filled = [c for c in shown(widget) if isinstance(c, QPushButton) and c.property("kind") == "primary"]
    return [f"{len(filled)} filled buttons"] if len(filled) > 1 else []


def words(widget: QWidget) -> set[str]:
    """Every word on show: labels, buttons, pills, names, placeholders."""
    found = set()
    for child in shown(widget):
        if isinstance(child, QLabel | QAbstractButton):
            found.add(child.text())
        if isinstance(child, QLineEdit):
            found.add(child.placeholderText())
        found.add(child.accessibleName())
    return {word.replace("&&", "&").split("\u2002")[0].strip() for word in found} - {""}


def foreign_words(widget: QWidget, locale: str, *, same: frozenset[str] = frozenset()) -> list[str]:
    """English sentences of the program that are still on show in another language, though it has its own for them."""
    catalogue = gettext.translation("desktop", res("translations"), [locale])
    return sorted(word for word in words(widget) if word not in same and catalogue.gettext(word) != word)


def _place(child: QWidget, top: QWidget) -> QRect:
    """Where a widget can be seen, clipped by every scroll area around it."""
    rect = QRect(child.mapTo(top, QPoint(0, 0)), child.size())
    parent = child.parentWidget()
    while parent is not None and parent is not top:
        rect = rect.intersected(QRect(parent.mapTo(top, QPoint(0, 0)), parent.size()))
        parent = parent.parentWidget()
    return rect


def _cut(child: QWidget) -> int:
    """Pixels by which something sticks out below of a box that does not scroll, in windows as large as is promised."""
    if not isinstance(child, QLabel | QAbstractButton | Pill | QLineEdit | QComboBox) or _is_inner(child):
        return 0
    if child.window().width() < SIZES[-1][0]:
        return 0
    most, parent = 0, child.parentWidget()
    while parent is not None and not parent.isWindow() and not isinstance(parent.parentWidget(), QAbstractScrollArea):
        foot = child.mapTo(parent, QPoint(0, child.height())).y()
        most, parent = max(most, foot - parent.height()), parent.parentWidget()
    return most if most > SLACK else 0


def _beyond(child: QWidget) -> bool:
    """Whether something sticks out of its page at the right, where nobody can scroll to it."""
    if not isinstance(child, QLabel | QPushButton | QLineEdit | QComboBox):
        return False
    parent = child.parentWidget()
    while parent is not None and not parent.isWindow():
        above = parent.parentWidget()
        is_page = isinstance(above, QWidget) and isinstance(above.parentWidget(), QAbstractScrollArea)
        if is_page and above is not None:
            right = child.mapTo(above, QPoint(child.width(), 0)).x()
            return right > above.width() + SLACK
        parent = above
    return child.mapTo(child.window(), QPoint(child.width(), 0)).x() > child.window().width() + SLACK


def floats(child: QWidget) -> bool:
    """Whether it lies over the page on purpose, as a toast or a card of long work does."""
    parent: QWidget | None = child
    while parent is not None:
        if type(parent).__name__ in ("Toast", "ProgressCard"):
            return True
        parent = parent.parentWidget()
    return False


def _is_inner(child: QWidget) -> bool:
    """Whether it is a part of a greater input."""
    return child.objectName().startswith("qt_") or isinstance(child.parent(), QComboBox | QAbstractItemView)


def told(child: QWidget) -> str:
    """A widget in words, for a failing test."""
    said = child.text() if isinstance(child, QLabel | QAbstractButton | QLineEdit) else child.accessibleName()
    return f"{type(child).__name__} {said[:40]!r}"


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the caret is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    settle()
