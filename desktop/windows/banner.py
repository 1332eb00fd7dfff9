"""What a page says of itself: the banner under the title, the empty state, and the card of a long work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import px
from desktop.windows.worker import Errand

ICONS = {"red": "stop", "amber": "warn", "green": "check", "blue": "note", "grey": "clock", "accent": "note"}


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say what changed."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # dear, and nothing is said at the start

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Banner(Card):
    """Edge, sign, a strong sentence, perhaps a second one, at most two buttons; hidden while silent."""

    def __init__(self, tone: str = "amber", *, icon: str = "") -> None:
        super().__init__(tone=tone, margins=(18, 10, 12, 10), gap=0)
        self._icon = icon
        self.problem: Problem | None = None
        """The one that was told last."""
        self._is_laid_out = False
        self.hide()

    def say(self, msgid: str, more: str = "", *, tone: str = "", **values: object) -> None:
        """Show a sentence, and perhaps a quieter one below it."""
        self._lay_out()
        self._head.say(msgid, **values)
        self._more.put("")
        if more:
            self._more.say(more, **values)
        self._show(tone or self.tone)

    def tell(self, problem: Problem, tone: str = "red") -> None:
        """Show a problem as it is."""
        self.problem = problem
        self._lay_out()
        self._head.tell(problem)
        self._more.put("")
        self._show(tone)

    def words(self) -> str:
        """The sentence it shows."""
        return self._head.text() if self._is_laid_out else ""

    def _lay_out(self) -> None:
        """Every page has one and hardly any has something to say: it is made when there is."""
        if self._is_laid_out:
            return
        self._is_laid_out = True
        self._drawing = Drawing(self._icon or ICONS[self.tone], self.tone)
        self._head, self._more = Label("", "strong", wrap=True), Label("", "body", wrap=True)
        said = QWidget()
        words = Column(said, gap=2)
        words.addWidget(self._head)
        words.addWidget(self._more)
        row = Row(gap=12)
        row.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        self._apart = Apart(said)
        row.addWidget(self._apart, 1)
        self.column.addLayout(row)

    def _show(self, tone: str) -> None:
        self.set_tone(tone)
        self._drawing.show_drawing(self._icon or ICONS[self.tone], self.tone)
        self._more.setVisible(bool(self._more.text()))
        self.show()
        announce(self, self._head.text())

    def offer(self, msgid: str, do: Callable[[], object], kind: str = OUTLINED) -> Button:
        """Add a button."""
        self._lay_out()
        button = Button(msgid, kind, do=do)
        self._apart.add(button)
        return button


class EmptyState(QWidget):
    """Where nothing is yet: a quiet drawing, one sentence of what will stand here, one button."""

    def __init__(self, icon: str, msgid: str, **values: object) -> None:
        super().__init__()
        self._words = Label("", "quiet", wrap=True)
        self._words.say(msgid, **values)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = Column(self, gap=12, margins=24)
        self._column.addStretch(2)
        self._column.addWidget(Drawing(icon, "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._words)
        self._column.addStretch(3)

    def say(self, msgid: str, **values: object) -> None:
        """Show another sentence."""
        self._words.say(msgid, **values)

    def offer(self, msgid: str, do: Callable[[], object], *, key: str = "") -> Button:
        """Add the one button."""
        button = Button(msgid, OUTLINED, key=key, do=do)
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button


class ProgressCard(Card):
    """Lies over a page while long work is under way: what, how far in counted things, Cancel. Shown after 300 ms.

    While it is on show Esc cancels the work and closes nothing behind it.
    """

    def __init__(self, over: QWidget, errand: Errand, msgid: str) -> None:
        from PySide6.QtWidgets import QProgressBar  # dear, and the door has none

        super().__init__(margins=20, gap=10, radius=12)
        self.setParent(over)
        self._errand, self._over = errand, over
        self._what, self._far = Label(msgid, "card"), Label("", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_(msgid))
        stop = Button(N_("Cancel"), PLAIN, key="Esc", hears=False, do=errand.stop)
        for widget in (self._what, self._far, self._bar):
            self.column.addWidget(widget)
        self.column.addWidget(stop, 0, Qt.AlignmentFlag.AlignRight)
        errand.progressed.connect(self._progressed)
        errand.ended.connect(self._ended)
        over.installEventFilter(self)
        self.hide()
        QTimer.singleShot(300, self, self._appear)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the page; hear Esc before any button of the page does, wherever the caret is."""
        if isinstance(event, QKeyEvent):
            return self._is_cancelled(watched, event)
        if watched is self._over and isinstance(event, QResizeEvent):
            self._middle()
        return False

    def _is_cancelled(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether this key was for this card: what is open over the window, a menu or a dialog, takes it first."""
        is_mine = event.key() == Qt.Key.Key_Escape and isinstance(watched, QWidget) and self.isVisible()
        if not is_mine or QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._errand.stop()
        event.accept()
        return True

    def _appear(self) -> None:
        if not self._errand.is_over:
            if self._errand.reached is not None:
                self._progressed(*self._errand.reached)
            self._middle()
            self.show()
            self.raise_()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._far.say(N_("{done} of {total}"), done=chosen().number(done), total=chosen().number(total))

    def _ended(self) -> None:
        self.hide()
        self.deleteLater()

    def _middle(self) -> None:
        width = min(px(380), max(px(200), self._over.width() - px(32)))
        self.setGeometry((self._over.width() - width) // 2, self._over.height() // 3, width, self.sizeHint().height())
