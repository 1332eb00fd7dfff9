"""What is asked of a screen beside its looks: targets to hit, inks to read, the way of Tab, roles, one language.

Every function gives sentences; an empty list means that nothing is wrong. `looking` asks what can be seen at once.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from desktop.places import res
from desktop.windows.card import Card, Ground
from desktop.windows.line_chart import LineChart
from desktop.windows.look import tokens
from desktop.windows.tab_way import lay_way
from desktop.windows.tokens import READABLE, contrast
from tests.windows.looking import floats, shown, told, words

TARGET = 24
"""The least side of what is hit with the mouse."""
ENOUGH_LETTERS = 10
"""An English sentence with values in it is known again by so many letters of its own."""
UNKNOWN = ("Page", "Cover")
"""A page of a document, read cell by cell, and the page that hides everything: Qt knows no word for what they are."""
SILENT = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window)
HIT = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)


def closer_faults(widget: QWidget) -> list[str]:
    """Everything that is wrong beside what `looking.faults` finds."""
    lay_way(widget.window())
    stops = list(tab_stops(widget))
    return [*small_targets(widget), *weak_inks(widget), *jumps(stops), *silent(stops)]


def small_targets(widget: QWidget) -> list[str]:
    """What is too small to be hit."""
    return [
        f"{told(child)} is {child.width()} x {child.height()}"
        for child in shown(widget)
        if isinstance(child, HIT) and not _is_part(child) and min(child.width(), child.height()) < TARGET
    ]


def weak_inks(widget: QWidget) -> list[str]:
    """Words in an ink that cannot be read on their ground."""
    found = []
    for child in shown(widget):
        if isinstance(child, QLabel) and child.text() and child.isEnabled():
            ink, ground = child.palette().color(QPalette.ColorRole.WindowText).name(), _ground(child)
            if contrast(ink, ground) < READABLE:
                found.append(f"{told(child)} in {ink} on {ground}")
    return found


def jumps(stops: Sequence[QWidget]) -> list[str]:
    """Where Tab goes against the way of reading: up in the same column, or back in the same line."""
    found = []
    for one, other in pairwise(stop for stop in stops if not floats(stop)):
        common = _common(one, other)
        here, there = _within(one, common), _within(other, common)
        is_up = there.bottom() <= here.top() and there.left() < here.right()
        beside = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
        is_beside = beside > min(here.height(), there.height()) / 2
        if is_up or (is_beside and there.right() <= here.left()):
            found.append(f"Tab goes from {told(one)} back to {told(other)}")
    return found


def silent(stops: Sequence[QWidget]) -> list[str]:
    """Places where Tab stops and a screen reader says nothing, or not what it is."""
    found = []
    for stop in stops:
        heard = QAccessible.queryAccessibleInterface(stop)
        is_told = bool(heard) and (heard.role() not in SILENT or type(stop).__name__ in UNKNOWN)
        if not is_told or not heard.text(QAccessible.Text.Name):
            found.append(f"Tab stops silently at {told(stop)}")
    return found


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Where Tab stops within a widget, in its order."""
    window = widget.window()
    stop = window.nextInFocusChain()
    while stop is not None and stop is not window:
        if (
            stop.isVisible()  # first, since most lie covered
            and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
            and stop.focusProxy() is None
            and stop.isEnabled()
            and widget.isAncestorOf(stop)
            and not stop.size().isEmpty()
        ):
            yield stop
        stop = stop.nextInFocusChain()


def english_left(widget: QWidget, locale: str, *, same: frozenset[str] = frozenset()) -> list[str]:
    """English words of the program still on show or to be heard, values in them or not."""
    said = words(widget) | set(_also_said(widget))
    return sorted(word for word in said - {""} if word not in same and _is_english(word, locale))


def _also_said(widget: QWidget) -> Iterator[str]:
    """Words of lists, tooltips, and what stands in empty fields."""
    for child in shown(widget):
        yield child.toolTip()
        if isinstance(child, QPlainTextEdit):
            yield child.placeholderText()
        elif isinstance(child, QComboBox):
            yield from (child.itemText(number) for number in range(min(child.count(), 40)))
        elif isinstance(child, QTableView) and (model := child.model()) is not None:
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
                for row in range(min(model.rowCount(), 12)):
                    yield str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")


@cache
def _is_english(word: str, locale: str) -> bool:
    catalogue = _catalogue(locale)
    return catalogue.gettext(word) != word or _pattern(locale).fullmatch(word) is not None


@cache
def _catalogue(locale: str) -> gettext.NullTranslations:
    return gettext.translation("desktop", res("translations"), [locale])


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    """Every English sentence with values in it that this language says otherwise."""
    found = []
    for key, said in getattr(_catalogue(locale), "_catalog", {}).items():
        msgid = key[0] if isinstance(key, tuple) else key
        own = re.sub(r"\{\w+\}", "", msgid)
        if "{" in msgid and msgid != said and sum(sign.isalpha() for sign in own) >= ENOUGH_LETTERS:
            found.append(re.sub(r"\\\{\w+\\\}", ".*", re.escape(msgid)))
    return re.compile("|".join(found), re.DOTALL)


def _ground(child: QWidget) -> str:
    """The colour under a widget."""
    t, above = tokens(), child.parentWidget()
    while above is not None:
        if isinstance(above, Card):
            return t.tone(above.tone)[1] if above.tone else t.surface
        if isinstance(above, Ground):
            return str(getattr(t, above.token))
        above = above.parentWidget()
    return t.window


def _common(one: QWidget, other: QWidget) -> QWidget:
    """The innermost widget around both."""
    above = one.parentWidget()
    while above is other or not above.isAncestorOf(other):
        above = above.parentWidget()
    return above


def _within(child: QWidget, top: QWidget) -> QRect:
    """Where a widget stands; what was scrolled away stands at the edge of its scroll area."""
    rect = QRect(child.mapTo(top, QPoint(0, 0)), child.size())
    above = child.parentWidget()
    while above is not top:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            view = QRect(above.mapTo(top, QPoint(0, 0)), above.size())
            upper, lower = (min(max(edge, view.top()), view.bottom()) for edge in (rect.top(), rect.bottom()))
            rect = QRect(rect.left(), upper, rect.width(), max(1, lower - upper))
        above = above.parentWidget()
    return rect


def _is_part(child: QWidget) -> bool:
    """Whether it is a part of a greater input, which is hit as a whole, or a month of a line, narrow and high."""
    return child.objectName().startswith("qt_") or isinstance(child.parent(), QComboBox | QAbstractItemView | LineChart)
