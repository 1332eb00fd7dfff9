"""The card of another centre as it was received: its words are compared by voice, then the centre is known.

Nothing is trusted before: the button says what was done, and the log pins the root. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.paper.centre_keys import grouped
from desktop.paper.package import Card as CentreCard
from desktop.reconciliation.packages import Sister
from desktop.vault.letters import fold
from desktop.windows.banner import announce
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import ChoiceField
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, clear
from desktop.windows.look import px
from desktop.wordlist import words_for

HEAD = N_("Compare the control words before you rely on this centre")


class ReceivedCard(Card):
    """What the card says, which institution it is, and the words to be compared."""

    def __init__(self, centre: Centre, know: Callable[[UUID], object], leave: Callable[[], object]) -> None:
        super().__init__(margins=(22, 16, 22, 18), gap=10)
        self._centre, self._know = centre, know
        self.card: CentreCard | None = None
        self._facts = Grid(gap=5)
        self.which = ChoiceField("centre", N_("Which institution it is"), self._centres, required=True)
        self.agree_button = Button(N_("The words agree: know this centre"), PRIMARY, icon="check", do=self.agree)
        self._build(Button(N_("Cancel"), PLAIN, do=leave))
        self.set_edge("amber")
        self.hide()

    def _build(self, leave: Button) -> None:
        buttons, which = QWidget(), QWidget()
        flow = Flow(buttons, gap=8, right=True)
        for button in (leave, self.agree_button):
            flow.addWidget(button)
        Column(which).addWidget(self.which)
        self.column.addWidget(Label(HEAD, "name", wrap=True))
        self.column.addLayout(self._facts)
        self.column.addWidget(which)
        sentence = N_("Compare these eight words with the centre by telephone.")
        self.column.addWidget(Label(sentence, "strong", wrap=True))
        self.column.addWidget(buttons)

    def put(self, card: CentreCard | None) -> None:
        """Show this card, or none."""
        self.card = card
        self.setVisible(card is not None)
        if card is not None:
            self.which.refill()
            self.which.set_value(self._guess(card))
            self.say()
            announce(self, _(HEAD))

    def say(self) -> None:
        """Say the words again in the language of the screen."""
        clear(self._facts)
        if self.card is None:
            return
        words = " \u00b7 ".join(words_for(bytes.fromhex(self.card.fingerprint), chosen().locale))
        made = chosen().moment(self._centre.world.desk(self.card.made_at))
        facts = (
            (N_("Centre"), self.card.name), (N_("Made on"), made), (N_("Control words"), words),
            (N_("Control code"), " ".join(grouped(self.card.fingerprint))),
        )  # fmt: skip
        self._facts.setHorizontalSpacing(px(16))
        self._facts.setColumnStretch(1, 1)
        for row, (title, said) in enumerate(facts):
            self._facts.addWidget(Label(title, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            kind = "name" if title == "Control words" else "medium"
            self._facts.addWidget(text(said, kind, wrap=True), row, 1)

    def agree(self) -> None:
        """The words were compared and are the same."""
        if self.which.check() is None:
            self._know(UUID(self.which.value()))

    def _guess(self, card: CentreCard) -> str:
        """The institution that bears its control code, or its name, or the only one there is."""
        sisters = self._sisters()
        by_code = [each for each in sisters if each.agency.fingerprint == card.fingerprint]
        name = fold(card.name)
        by_name = [each for each in sisters if name in (fold(each.agency.name), fold(each.agency.short_name))]
        found = by_code or by_name or sisters
        return found[0].agency.id.hex if len(found) == 1 else ""

    def _sisters(self) -> tuple[Sister, ...]:
        return self._centre.packages.centres()

    def _centres(self) -> list[tuple[str, str]]:
        return [("", ""), *((each.agency.id.hex, each.agency.known_as) for each in self._sisters())]
