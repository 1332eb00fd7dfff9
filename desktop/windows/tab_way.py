"""The way of Tab: as the eye reads, whatever was filled in later or moved to another place by a small window.

Qt goes through inputs in the order in which they were made. Here the way is laid anew when Tab is pressed, from the
layouts: these stand in the order of reading. It knows no screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QSplitter, QWidget


def lay_way(window: QWidget) -> None:
    """Let Tab stop at every input of the window in the order of reading."""
    for one, following in pairwise(_stops(window)):
        if one.nextInFocusChain() is not following:
            QWidget.setTabOrder(one, following)


def _stops(window: QWidget) -> Iterator[QWidget]:
    read: list[QWidget] = []
    _read(window, read)
    for widget in read:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget


def _read(widget: QWidget, read: list[QWidget]) -> None:
    """Note a widget and everything in it, in the order in which it lies there; what floats over it comes last."""
    if not widget.isVisible():
        return
    read.append(widget)
    children = widget.children()
    if not children:
        return
    if isinstance(widget, QScrollArea):
        placed = [inner] if (inner := widget.widget()) is not None else []
    elif isinstance(widget, QSplitter):
        placed = [side for number in range(widget.count()) if (side := widget.widget(number)) is not None]
    else:
        layout = widget.layout()
        placed = list(_placed(layout, children)) if layout is not None else []
    for child in placed:
        _read(child, read)
    for other in children:
        if isinstance(other, QWidget) and other not in placed and not other.isWindow():
            _read(other, read)


def _placed(layout: QLayout, children: Sequence[QObject]) -> Iterator[QWidget]:
    """The widgets of a layout in its order.

    Each is asked for its place: items handed out by a layout would be held on the Python side after Qt let them go, and
    stand for whatever comes to lie at their address.
    """
    asked = [one for one in (*children, *layout.children()) if isinstance(one, QWidget | QLayout)]
    placed: list[tuple[Any, QWidget | QLayout]] = []
    for one in asked:
        place = layout.indexOf(one)
        if place >= 0:
            placed.append((layout.getItemPosition(place) if isinstance(layout, QGridLayout) else place, one))
    for _place, found in sorted(placed, key=lambda both: both[0]):
        if isinstance(found, QLayout):
            yield from _placed(found, children)
        else:
            yield found
