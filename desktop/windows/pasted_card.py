"""What a pasted message seems to say, over the form of a notice: ticked one by one, filled in only when she says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.records.country import country
from desktop.records.pasted_message import Known, Proposal, read_message
from desktop.windows.buttons import PLAIN, SOFT, Button
from desktop.windows.card import Card
from desktop.windows.choice import ChoiceField
from desktop.windows.form import Form
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row, clear

NOTHING = N_("Nothing in the copied text looks like a part of a notice.")


class Offer(QWidget):
    """One proposal: a tick with the question and the answer, and the words it was read from."""

    def __init__(self, proposal: Proposal, title: str, shown: str, stands: str) -> None:
        super().__init__()
        self.proposal = proposal
        self.tick = QCheckBox(f"{_(title)}: {shown}".replace("&", "&&"))
        self.tick.setChecked(not stands or stands == shown)
        column = Column(self, gap=1)
        column.addWidget(self.tick)
        below = Row(gap=0, margins=(24, 0, 0, 0))
        said = [_("In the message: {words}", words=proposal.words)] if proposal.words != shown else []
        if stands and stands != shown:
            said.append(_("In the form: {words}", words=stands))
        below.addWidget(text(" \u00b7 ".join(said), "second", wrap=True), 1)
        if said:
            column.addLayout(below)


class PastedCard(Card):
    """The proposals of one message; it is hidden while there is none."""

    filled = Signal()
    """Something was put into the form."""
    left = Signal()
    """Nothing more is asked here: back to the form."""

    def __init__(self, centre: Centre, form: Form) -> None:
        super().__init__(gap=6)
        self._centre, self._form = centre, form
        self._proposals: Sequence[Proposal] = ()
        self._title = Label(N_("Read from the copied message"), "card", wrap=True)
        self._hint = Label(N_("Nothing is filled in unless you say so."), "second", wrap=True)
        self._offers = Column(gap=4)
        self.take = Button(N_("Fill in"), SOFT, do=self.fill_in)
        answers = QWidget()
        flow = Flow(answers, gap=8)
        flow.addWidget(self.take)
        flow.addWidget(Button(N_("Leave it"), PLAIN, do=self.leave))
        for widget in (self._title, self._hint):
            self.column.addWidget(widget)
        self.column.addLayout(self._offers)
        self.column.addWidget(answers)
        self.set_edge("accent")
        self.hide()

    def offers(self) -> list[Offer]:
        """The proposals on show."""
        return [offer for offer in self.findChildren(Offer) if not offer.isHidden()]

    def read_clipboard(self) -> bool:
        """Offer what the copied text says; False if it says nothing."""
        self._proposals = read_message(QApplication.clipboard().text(), self._known())
        self._show()
        if self._proposals:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._proposals)

    def fill_in(self) -> None:
        """Put what is ticked into the form."""
        for offer in self.offers():
            if offer.tick.isChecked():
                self._put(offer.proposal)
        self.filled.emit()
        self.leave()

    def leave(self) -> None:
        """Forget the message."""
        self._proposals = ()
        self._show()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Esc within closes this card alone, not the page."""
        is_key = event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        clear(self._offers)
        for proposal in self._proposals:
            field = self._form.fields[proposal.field]
            self._offers.addWidget(Offer(proposal, field.title, self._shown(proposal), self._stands(proposal)))
        self.setVisible(bool(self._proposals))

    def _shown(self, proposal: Proposal) -> str:
        """A proposal as it will stand in the form."""
        if proposal.field == "incident_on":
            return chosen().day(date.fromisoformat(proposal.value))
        return self._words_of(proposal) or proposal.value

    def _stands(self, proposal: Proposal) -> str:
        """What stands in the form already."""
        return self._form.fields[proposal.field].summary().strip()

    def _put(self, proposal: Proposal) -> None:
        field = self._form.fields[proposal.field]
        if isinstance(field, ChoiceField):
            field.refill()
            words = self._words_of(proposal)
            field.set_raw([proposal.value if words else "", words or proposal.value])
        else:
            field.set_raw(proposal.value)

    def _words_of(self, proposal: Proposal) -> str:
        """The name of the institution that a proposal means."""
        if proposal.field not in ("sender_id", "unit_id"):
            return ""
        return next(a.known_as for a in self._centre.directory.agencies() if a.id.hex == proposal.value)

    def _known(self) -> Known:
        profile, today = self._centre.profile_log.profile(), self._centre.world.today()
        agencies = self._centre.directory.agencies(active_on=today)
        names = {agency.id: tuple({agency.name, agency.known_as}) for agency in agencies}
        places = country(profile.country).municipalities(profile.language)
        return Known(
            profile.country, today, tuple(place.name for place in places),
            {agency.id.hex: names[agency.id] for agency in agencies if agency.parent_id not in names},
            {(agency.parent_id.hex, agency.id.hex): names[agency.id] for agency in agencies
             if agency.parent_id and agency.parent_id in names},
        )  # fmt: skip
