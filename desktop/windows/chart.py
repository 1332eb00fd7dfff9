"""A picture of bars, drawn by ourselves and readable in black and white, every value of which opens its records.

Each value is a button of its own: arrows go from one to the next, Enter opens it, a screen reader says its whole
sentence. Must never know what the bars stand for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QWidget

from desktop.windows.chart_plan import EMPTY, HATCH, OPEN, PALE, QUIET, SOLID, TICK, Picture, Place, Plan, plan, type_of
from desktop.windows.look import follow, px, tokens

_KEYS = Qt.Key
_AHEAD = {_KEYS.Key_Right: (1, 0), _KEYS.Key_Left: (-1, 0), _KEYS.Key_Down: (0, 1), _KEYS.Key_Up: (0, -1)}
"""Where the arrows lead: along the bars, and among the values of one bar; turned where the bars lie."""


class Value(QAbstractButton):
    """One value that can be opened; the picture below paints it."""

    def __init__(self, chart: Chart, place: Place) -> None:
        super().__init__(chart)
        self.chart, self.place = chart, place
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture paints everything."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go on; Enter opens."""
        if event.key() in (_KEYS.Key_Return, _KEYS.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
        elif event.modifiers() & ~_KEYPAD or not self.chart.go_on(self.place, event.key()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one that Tab comes back to, and be seen."""
        super().focusInEvent(event)
        self.chart.came_to(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the caret no more."""
        super().focusOutEvent(event)
        self.chart.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be opened."""
        self.chart.update()

    def leaveEvent(self, event: QEvent) -> None:
        """As it was."""
        self.chart.update()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Chart(QWidget):
    """The picture."""

    opened = Signal(object)
    """What the chosen value is about."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture("", ())
        self.plan = Plan(upright=False)
        self.values: dict[Place, Value] = {}
        self.now: Place = (-1, 0)
        """The value on which the caret is, or was last."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        follow(self.dress)

    def put(self, picture: Picture) -> None:
        """Show this; the caret stays where it was as far as there is such a place."""
        self.picture = picture
        self.setAccessibleName(picture.title)
        self.dress()

    def dress(self) -> None:
        """Lay everything out anew."""
        if not self.picture.bars:
            return
        self.plan = self.laid_out(max(self.width(), px(240)))
        for gone in [place for place in self.values if place not in self.plan.places]:
            button = self.values.pop(gone)
            button.hide()
            button.deleteLater()
        for place, rect in sorted(self.plan.places.items()):
            button = self.values.get(place) or self._new(place)
            button.setAccessibleName(self.picture.bars[place[0]].marks[place[1]].name)
            button.setGeometry(rect)
        if self.now not in self.values:
            self.now = max(place for place in self.values if place[1] == 0)
        self._let_tab_in()
        self.setFixedHeight(self.plan.height)
        self.update()

    def laid_out(self, width: int) -> Plan:
        """Where everything lies in that width."""
        return plan(self.picture, width)

    def first(self) -> QWidget:
        """The value that takes the caret."""
        return self.values.get(self.now, self)

    def stops(self) -> list[Value]:
        """Its values in order."""
        return [self.values[place] for place in sorted(self.values)]

    def came_to(self, button: Value) -> None:
        """The caret is here now."""
        self.now = button.place
        self._let_tab_in()
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(button, px(24), px(40))
            parent = parent.parentWidget()
        self.update()

    def go_on(self, place: Place, key: int) -> bool:
        """Move the caret; False for a key that does not lead anywhere."""
        last = len(self.picture.bars) - 1
        if key in (_KEYS.Key_Home, _KEYS.Key_End):
            self._go(0 if key == _KEYS.Key_Home else last, place[1])
            return True
        if key not in _AHEAD:
            return False
        along, among = _AHEAD[_KEYS(key)] if self.plan.upright else _AHEAD[_KEYS(key)][::-1]
        if along:
            self._go(min(last, max(0, place[0] + along)), place[1])
        else:
            there = [at for bar, at in self.values if bar == place[0] and (at - place[1]) * among > 0]
            self._go(place[0], min(there, key=lambda at: abs(at - place[1])) if there else place[1])
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.dress()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A drawn part opens what its number opens."""
        for shape in reversed(self.plan.shapes):
            if shape.place in self.values and shape.rect.adjusted(0, -px(5), 0, px(5)).contains(event.position()):
                self.values[shape.place].setFocus()
                self.values[shape.place].click()
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint parts, words and the caret."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, button in self.values.items():
            if button.underMouse() or button.hasFocus():
                painter.setPen(QPen(QColor(t.accent), 2) if button.hasFocus() else Qt.PenStyle.NoPen)
                painter.setBrush(QColor(t.surface if button.hasFocus() else t.sunken))
                painter.drawRoundedRect(QRectF(self.plan.places[place]).adjusted(1, 1, -1, -1), px(5), px(5))
        self.paint_parts(painter)
        painter.setPen(QPen(QColor(t.text), 1))
        painter.drawLines(self.plan.lines)
        for word in self.plan.words:
            painter.setFont(type_of(word.kind))
            painter.setPen(QColor(t.muted if word.kind == QUIET else t.text))
            painter.drawText(word.rect, word.flags, word.text)
        painter.end()

    def paint_parts(self, painter: QPainter) -> None:
        """Paint what shows the values."""
        for shape in self.plan.shapes:
            _draw(painter, shape.rect, shape.fill)

    def _new(self, place: Place) -> Value:
        button = Value(self, place)
        button.clicked.connect(lambda: self.opened.emit(self.picture.bars[place[0]].marks[place[1]].about))
        self.values[place] = button
        button.show()
        return button

    def _go(self, bar: int, at: int) -> None:
        there = self.values.get((bar, at)) or self.values.get((bar, 0))
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_tab_in(self) -> None:
        """Tab stops once at the whole picture."""
        for place, button in self.values.items():
            ways = Qt.FocusPolicy
            button.setFocusPolicy(ways.StrongFocus if place == self.now else ways.ClickFocus)


def _draw(painter: QPainter, rect: QRectF, fill: str) -> None:
    """One part: solid, hatched, empty, pale, not over yet, or a thin mark."""
    t = tokens()
    if fill == TICK:
        painter.fillRect(rect.adjusted(-1, -1, 1, 1), QColor(t.surface))
        painter.fillRect(rect, QColor(t.text))
        return
    pen = QPen(QColor(t.accent), px(1))
    if fill == OPEN:
        pen.setDashPattern([4, 3])
    grounds = {SOLID: t.accent, PALE: t.accent_soft, OPEN: t.surface, EMPTY: t.surface, HATCH: t.surface}
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.fillRect(inner, QColor(grounds[fill]))
    if fill == HATCH:
        painter.save()
        painter.setClipRect(inner)
        painter.setPen(QPen(QColor(t.accent), px(1.4)))
        high, step, x = inner.height(), px(5), inner.left() - inner.height()
        while x < inner.right():
            painter.drawLine(QLineF(QPointF(x, inner.bottom()), QPointF(x + high, inner.top())))
            x += step
        painter.restore()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(inner)
