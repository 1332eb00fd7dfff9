"""The filter bar over the notices: words, month, sender, state, and quick chips; all of it is said in the foot too."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.records.referral_query import ReferralQuery
from desktop.records.referral_state import STATES
from desktop.windows.buttons import PLAIN, Button, sequence
from desktop.windows.chips import Chip
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk
from desktop.windows.layouts import Flow
from desktop.windows.look import follow, px

MONTHS_BACK = 25
"""The months of the year at a glance, and the same months a year before."""
TYPING_MS = 150
"""A search begins so long after the last key."""
CHIPS = {
    "late": N_("Late"),
    "order_ends": N_("Order ends within 3 days"),
    "with_children": N_("With children"),
    "repeat": N_("Repeat"),
}
"""Quick filters; all but that of ending orders by the field of `ReferralQuery` they set."""
AS_COUNTED = {
    "notice": N_("As counted, each once"),
    "in_time": N_("First contact in time"),
    "late": N_("First contact late"),
    "never": N_("Not reached in time"),
}
"""Those behind a figure, by the field `counted`; on show only while somebody came from a figure."""
COUNTED = ("late", "order_ends")
"""Those that say how many there are: nobody is to be forgotten because nobody asked."""
SOON = timedelta(days=3)


class ReferralFilters(QWidget):
    """What narrows the list; `changed` is sent once the typing rests."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.month, self.from_whom, self.state_combo, self.counted = Combo(), Combo(), Combo(), Combo()
        self.chips = {name: Chip(code=name) for name in CHIPS}
        self._counts: dict[str, int] = {}
        self.clear_button = Button(N_("Clear the filters"), PLAIN, key="Shift+F4", do=self.clear)
        row = Flow(self, gap=8)
        for widget in (*self._inputs(), self.clear_button):
            row.addWidget(widget)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self.words.textChanged.connect(self._typing_begins)
        for combo in self._combos():
            combo.currentIndexChanged.connect(self._tell)
        for chip in self.chips.values():
            chip.toggled.connect(self._tell)
        QShortcut(sequence("F4"), self, self.month.setFocus)
        follow(self.dress)
        self.retranslate()

    def _inputs(self) -> tuple[QWidget, ...]:
        return self.words, *self._combos(), *self.chips.values()

    def _combos(self) -> tuple[Combo, ...]:
        return self.month, self.from_whom, self.state_combo, self.counted

    def dress(self) -> None:
        """Take sizes from the look in use."""
        self.words.setFixedWidth(px(200))
        for combo in self._combos():
            combo.setMaximumWidth(px(190))

    def look_for(self, words: str) -> None:
        """Search for these words, typed elsewhere; the field shows them as long as they narrow the list."""
        self.words.setText(words)

    def query(self) -> ReferralQuery:
        """What is asked for."""
        month = self.month.code()
        asked = Month.parse(month) if month else None
        sender = self.from_whom.code()
        return ReferralQuery(
            text=self.words.text().strip(),
            period=(asked.first, asked.last) if asked else None,
            sender_id=UUID(sender) if sender else None,
            state=self.state_combo.code(),
            counted=self.counted.code(),
            **self._quick(),
        )

    def _quick(self) -> dict[str, Any]:
        return {k: v for name, chip in self.chips.items() if chip.isChecked() for k, v in self._asks(name).items()}

    def _asks(self, name: str) -> dict[str, Any]:
        return {"order_ends_by": self.desk.centre.world.here() + SOON} if name == "order_ends" else {name: True}

    def count_again(self) -> None:
        """Count, off the window's thread, whom nobody may forget, and say it on the chips."""
        log, queries = self.desk.centre.referrals, {n: ReferralQuery(**self._asks(n)) for n in COUNTED}
        self.desk.background.run(lambda: {name: log.count(query) for name, query in queries.items()}, self._counted)

    def _counted(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._name_chips()

    def _name_chips(self) -> None:
        for name, chip in self.chips.items():
            count = self._counts.get(name, 0)
            words = _(CHIPS[name])
            chip.put(f"{words}\u2002{chosen().number(count)}" if count else words)

    def in_words(self) -> str:
        """The filters as words, for the foot; empty if none is set."""
        words = [f"„{self.words.text().strip()}“" if self.words.text().strip() else ""]
        words += [combo.currentText() if combo.code() else "" for combo in self._combos()]
        words += [_(CHIPS[name]) for name, chip in self.chips.items() if chip.isChecked()]
        return " \u00b7 ".join(word for word in words if word)

    def clear(self) -> None:
        """Take all filters off."""
        self.restore({})
        self._tell()

    def state(self) -> dict[str, Any]:
        """For after the lock; what was typed is left out, it may be a name."""
        combos = {"month": self.month.code(), "sender": self.from_whom.code(), "state": self.state_combo.code()}
        return {
            **combos,
            "counted": self.counted.code(),
            "chips": [name for name, chip in self.chips.items() if chip.isChecked()],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take filters back."""
        widgets = self._inputs()
        for widget in widgets:
            widget.blockSignals(True)
        self.words.setText("")
        self.month.choose(state.get("month", ""))
        self.from_whom.choose(state.get("sender", ""))
        self.state_combo.choose(state.get("state", ""))
        self.counted.choose(state.get("counted", ""))
        for name, chip in self.chips.items():
            chip.setChecked(name in state.get("chips", ()))
        for widget in widgets:
            widget.blockSignals(False)
        self._tell()

    def refill(self) -> None:
        """Read senders and months again."""
        speak, now = chosen(), Month.of(self.desk.centre.world.today())
        months = [now.later(-back) for back in range(MONTHS_BACK)]
        self.month.fill([("", _("Any time")), *((m.key, speak.month_title(m.year, m.month)) for m in months)])
        senders = [(a.id.hex, a.known_as) for a in self.desk.centre.directory.senders()]
        self.from_whom.fill([("", _("All senders")), *senders])
        self.state_combo.fill([("", _("Any state")), *((code, _(word)) for code, word in STATES.items())])
        self.counted.fill([("", _("Counted or not")), *((code, _(word)) for code, word in AS_COUNTED.items())])

    def retranslate(self) -> None:
        """Say everything again in the language of the screen."""
        self.words.setPlaceholderText(_("Name, number, place"))
        self.words.setAccessibleName(_("Search in the notices"))
        names = N_("Month"), N_("Sender"), N_("State"), N_("In the figures")
        for combo, name in zip(self._combos(), names, strict=True):
            combo.setAccessibleName(_(name))
        self._name_chips()
        self.refill()
        self._show_clear()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_clear(self) -> None:
        self.clear_button.setVisible(self.query() != ReferralQuery())
        self.counted.setVisible(bool(self.counted.code()))
        self.words.setVisible(bool(self.words.text()) or self.words.hasFocus())

    def _typing_begins(self, _words: str) -> None:
        self._typing.start()

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()
