"""Pills of lists: drawn once for each screen, and the same as those that are painted."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.windows.drawn_pills import DrawnPills
from desktop.windows.pill import GOOD, paint_pill, pill_size


def _blank(ratio: float) -> QPixmap:
    size = pill_size("Accepted")
    blank = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    blank.setDevicePixelRatio(ratio)
    blank.fill("white")
    return blank


def test_a_drawn_pill_is_as_sharp_as_a_painted_one_on_every_screen_it_is_moved_to(app: QApplication) -> None:
    pills, size = DrawnPills(), pill_size("Accepted")
    for ratio in (1.0, 2.0, 1.0):
        drawn, painted = _blank(ratio), _blank(ratio)
        painter = QPainter(drawn)
        pills.paint(painter, 0, size.height() / 2, (GOOD, "Accepted", size.width()))
        painter.end()
        painter = QPainter(painted)
        paint_pill(painter, 0, size.height() / 2, GOOD, "Accepted")
        painter.end()
        assert _far(drawn, painted) < 8


def test_a_pill_is_not_drawn_again_until_the_look_becomes_another(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("desktop.windows.drawn_pills.paint_pill", lambda *about, **_how: drawn.append(about[4]))
    pills, ground = DrawnPills(), _blank(1)
    painter = QPainter(ground)
    for words in ("Accepted", "Late", "Accepted"):
        pills.paint(painter, 0, 12, (GOOD, words, 200))
    pills.clear()
    pills.paint(painter, 0, 12, (GOOD, "Late", 200))
    painter.end()
    assert drawn == ["Accepted", "Late", "Late"]


def _far(one: QPixmap, other: QPixmap) -> int:
    """How far the two are from each other where they differ most, of 255."""
    first, second = one.toImage(), other.toImage()
    places = ((x, y) for x in range(first.width()) for y in range(first.height()))
    return max(
        max(abs(a - b) for a, b in zip(first.pixelColor(x, y).getRgb(), second.pixelColor(x, y).getRgb(), strict=True))
        for x, y in places
    )
