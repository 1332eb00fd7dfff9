"""Where a file may be dropped: the broken outline, and the page around it that takes the file.

The whole page takes it; while a file hangs over the page the outline turns solid and says so. It knows no file formats.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label
from desktop.windows.look import px, tokens

DROP_HERE = N_("Drop the file here.")


class DropArea(Card):
    """A sign, what may be dropped, and a quieter sentence; more may be added to its column."""

    def __init__(self, msgid: str = DROP_HERE, second: str = "") -> None:
        super().__init__(margins=(22, 26, 22, 26), gap=6)
        self.is_over = False
        self._msgid = msgid
        self.column.addStretch(1)
        self.column.addWidget(Drawing("file", "accent", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._head = Label(msgid, "card", wrap=True)
        self.column.addWidget(self._head)
        self._head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if second:
            words = Label(second, "quiet", wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(words)
        self.column.addStretch(1)

    def hang(self, over: bool) -> None:
        """Say whether a file hangs over the page just now."""
        self.is_over = over
        self._head.say(DROP_HERE if over else self._msgid)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and outline."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(t.accent), px(2)) if self.is_over else QPen(QColor(t.field), 1.4, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(t.accent_soft if self.is_over else t.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        painter.end()


class FileDrop(QObject):
    """Lets a page take one file: by its own outline if that is on show, else by one laid over the page meanwhile."""

    def __init__(self, page: QWidget, take: Callable[[Path], object], area: DropArea | None = None) -> None:
        super().__init__(page)
        self._page, self._take, self._area = page, take, area
        self._over = DropArea()
        self._over.setParent(page)
        self._over.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over.hide()
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the outline while a file hangs over the page, and take it when it is let go."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if _file_in(event.mimeData()) is not None:
                event.acceptProposedAction()
                self._hang(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hang(False)
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._hang(False)
            if (file := _file_in(event.mimeData())) is not None:
                event.acceptProposedAction()
                self._take(file)
            return True
        return False

    def _hang(self, over: bool) -> None:
        own = self._area if self._area is not None and self._area.isVisible() else None
        (own or self._over).hang(over)
        if own is None:
            self._over.setGeometry(self._page.rect().adjusted(px(24), px(16), -px(24), -px(18)))
            self._over.setVisible(over)
            self._over.raise_()


def _file_in(data: QMimeData) -> Path | None:
    """The file that hangs there; None where it is no file, or several."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
