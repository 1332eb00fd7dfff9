"""One row of the alignment beside the table: the words, each thing it rests on, its judgement, what is needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.protocol.alignments import AlignmentRow
from desktop.protocol.sheet import BasisRow, VersionSheet
from desktop.records.alignment import ALIGNMENTS, ActPoint
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.chips import Chips
from desktop.windows.choice import Combo
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, clear, line, scrolled
from desktop.windows.minutes_text import MinutesText
from desktop.windows.protocol_alignment_rows import DIGITS, NOT_ANSWERED, in_letters, names_of

Judge = Callable[[AlignmentRow, BasisRow | None, str, str], object]
"""Keeps a judgement: the row, the basis that is meant or None, the state, what is needed; False where it could not."""


class BasisPart(QWidget):
    """One thing that the provision rests on: its words, the state by chips, what is still needed."""

    def __init__(self, row: AlignmentRow, basis: BasisRow | None, judge: Judge) -> None:
        super().__init__()
        self._row, self._basis, self._judge = row, basis, judge
        self.kept = basis.basis.needed if basis else ""
        self.chips = Chips(lambda: [(state, _(ALIGNMENTS[state])) for state in DIGITS.values()])
        self.chips.keep_one()
        self.needed = MinutesText(grows=True, least=2)
        self.needed.put(self.kept)
        self._title = Label(N_("What is still needed"), "label")
        self._title.setBuddy(self.needed)
        column = Column(self, gap=6)
        for label in self._words():
            column.addWidget(label)
        for widget in (self.chips, self._title, self.needed):
            column.addWidget(widget)
        self._by = Label("", "second", wrap=True)
        column.addWidget(self._by)
        self.chips.changed.connect(lambda: self._judge(self._row, self._basis, self.state, self.typed))
        self.needed.left.connect(self.keep)
        self.take(row, basis)

    def take(self, row: AlignmentRow, basis: BasisRow | None) -> None:
        """Show how it stands now; what is being typed stays."""
        self._row, self._basis = row, basis
        self.chips.set_value([basis.basis.state if basis else ""])
        needed = basis.basis.needed if basis else ""
        if self.typed == self.kept and needed != self.kept:
            self.needed.put(needed)
        self.kept = needed
        judged = basis is not None and basis.basis.judged_on
        self._by.put(f"{basis.basis.judged_by} · {chosen().day(judged)}" if basis and judged else "")
        self._by.setVisible(bool(judged))
        self.retranslate()

    @property
    def about(self) -> object:
        """By which the thing is known; none while it was never judged."""
        return self._basis.basis.id if self._basis else None

    @property
    def state(self) -> str:
        """The chip that is on."""
        return next(iter(self.chips.value()), "")

    @property
    def typed(self) -> str:
        """What is typed."""
        return self.needed.toPlainText().strip()

    @property
    def key(self) -> str:
        """By which its draft knows it."""
        return self._basis.basis.id.hex if self._basis else ""

    def resume(self, typed: str) -> None:
        """Go on with what was half typed."""
        self.needed.put(typed)

    def keep(self) -> None:
        """Keep what was typed, if it is something else."""
        if self.typed != self.kept:
            was, self.kept = self.kept, self.typed
            if self._judge(self._row, self._basis, self.state, self.typed) is False:
                self.kept = was

    def retranslate(self) -> None:
        """Say the names of the fields."""
        about = in_letters(self._basis.cited) if self._basis else self._row.number
        self.needed.setAccessibleName(f"{_('What is still needed')}: {about}" if about else _("What is still needed"))
        self.chips.setAccessibleName(_("Alignment"))

    def _words(self) -> list[Label]:
        """How it is cited, and what the point says; of a point without a provision the card says it."""
        if self._row.provision is None:
            return []
        if self._basis is None or not self._basis.cited:
            return [Label(N_("The provision as a whole"), "medium", wrap=True)]
        point: ActPoint | None = self._basis.point
        head, said = Label("", "medium", wrap=True), Label("", "second", wrap=True)
        head.put(in_letters(f"{self._basis.cited}  {point.title}".strip() if point else self._basis.cited))
        said.put(in_letters(point.text) if point else "")
        return [head, said] if point and point.text else [head]


class AlignmentCard(Card):
    """The card; `judge`, `answer` and `loosen` keep what is done on it."""

    typing = Signal()
    """Something is typed that is not kept yet."""
    began = Signal()
    """Another row is on show, with its fields."""

    def __init__(
        self, judge: Judge, answer: Callable[[UUID, UUID], object], loosen: Callable[[UUID], object], acts: Row
    ) -> None:
        super().__init__(margins=1, gap=0)
        self.row: AlignmentRow | None = None
        self.sheet: VersionSheet | None = None
        self._judge, self._answer, self._loosen = judge, answer, loosen
        self.parts: list[BasisPart] = []
        self._second, self._title = Label("", "second", wrap=True), Label("", "card", wrap=True)
        self._text = Label("", "body", wrap=True)
        self.which = Combo()
        self._answering = QWidget()
        ask = Column(self._answering, gap=4)
        self._asked = Label(N_("Which provision answers to it"), "label")
        self._asked.setBuddy(self.which)
        row = Row(gap=8)
        row.addWidget(self.which, 1)
        self.answer_button = Button(N_("This one answers"), OUTLINED, do=self._take_answer)
        row.addWidget(self.answer_button)
        ask.addWidget(self._asked)
        ask.addLayout(row)
        body = QWidget()
        inner = Column(body, gap=10, margins=(18, 14, 16, 14))
        for widget in (self._second, self._title, self._text, self._answering):
            inner.addWidget(widget)
        self._list = Column(gap=12)
        inner.addLayout(self._list)
        inner.addStretch(1)
        self.column.addWidget(scrolled(body), 1)
        foot = Column(margins=(16, 8, 16, 12))
        foot.addLayout(acts)
        self.column.addLayout(foot)

    def put(self, sheet: VersionSheet | None, row: AlignmentRow | None) -> None:
        """Show this row; None: none. What is being typed into the same row stays."""
        if self._is_same(row) and row is not None:
            self.sheet, self.row = sheet, row
            for part, basis in zip(self.parts, row.bases, strict=True):
                part.take(row, basis)
            return
        self.keep_now()
        self.sheet, self.row = sheet, row
        self._clear()
        if sheet is None or row is None:
            self._second.put("")
            self._title.put("")
            self._text.say(N_("Choose a row in the table."))
            self._answering.hide()
            return
        title = names_of(row, sheet)[0]
        self._title.put(title)
        if row.provision:
            said = row.provision.said(chosen().locale, sheet.protocol.language)[1]
            self._second.put(_("Provision {number}", number=row.number))
        else:
            said = in_letters(row.point.text) if row.point else ""
            self._second.put(" · ".join((in_letters(", ".join(row.cited)), _(NOT_ANSWERED))))
        self._text.put(said)
        self._text.setVisible(bool(said))
        self._offer_provisions(sheet, row)
        if not row.bases:
            self._add(row, None)
        for basis in row.bases:
            self._add(row, basis)
        self.began.emit()

    def keep_now(self) -> None:
        """Keep what is typed."""
        for part in self.parts:
            part.keep()

    def focus_needed(self) -> None:
        """Put the caret where what is needed is typed."""
        if self.parts:
            self.parts[0].needed.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_list"):
            sheet, row = self.sheet, self.row
            self.keep_now()
            self.row = None
            self.put(sheet, row)

    def _is_same(self, row: AlignmentRow | None) -> bool:
        """Whether this is what stands here already, judged otherwise at most."""
        if row is None or self.row is None or self.row.key != row.key or len(self.parts) != len(row.bases):
            return False
        found = [part.about for part in self.parts]
        return found in ([each.basis.id for each in row.bases], [None])

    def _add(self, row: AlignmentRow, basis: BasisRow | None) -> None:
        part = BasisPart(row, basis, self._judge)
        part.needed.textChanged.connect(self.typing)
        self._list.addWidget(line())
        self._list.addWidget(part)
        if row.provision and basis and basis.point:
            away = Button(N_("Does not answer to it"), PLAIN, do=partial(self._loosen, basis.basis.id))
            beside = Row()
            beside.addStretch(1)
            beside.addWidget(away)
            self._list.addLayout(beside)
        self.parts.append(part)

    def _offer_provisions(self, sheet: VersionSheet, row: AlignmentRow) -> None:
        self._answering.setVisible(row.provision is None and bool(sheet.provisions))
        self.which.setAccessibleName(_("Which provision answers to it"))
        own, locale = sheet.protocol.language, chosen().locale
        self.which.fill([
            (str(each.provision.id), f"{each.provision.number}  {each.said(locale, own)[0]}".strip()[:60])
            for each in sheet.provisions
        ])  # fmt: skip

    def _take_answer(self) -> None:
        if self.row and self.row.point and self.which.code():
            self._answer(self.row.point.id, UUID(self.which.code()))

    def _clear(self) -> None:
        self.parts = []
        clear(self._list)
