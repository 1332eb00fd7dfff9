"""A partner's list as it is read: whose it is, its columns, what has to be answered, and where its rows went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.at_work import AtWork
from desktop.reconciliation.opened import key_of
from desktop.reconciliation.partner_columns import LOOKED_THROUGH
from desktop.reconciliation.partner_list import Question
from desktop.reconciliation.proposals import outside
from desktop.reconciliation.sample import Sample, header_choices, sample, sheets_of
from desktop.reconciliation.units import Units
from desktop.records.agency import Agency
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.footed import Footed
from desktop.windows.form import Form, Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.labels import Label
from desktop.windows.layouts import Cards, Column, clear
from desktop.windows.look import px
from desktop.windows.names import shown_name
from desktop.windows.passphrase import Tick
from desktop.windows.reconcile_questions import ENCODING_NAMES, Facts, QuestionCard, asked_of
from desktop.windows.reconcile_rows import CountsCard, RowsCard, UnitsCard
from desktop.windows.reconcile_table import ColumnsCard, Shown

MONTHS_BACK = 36
"""Months that may be chosen; what the list is about is among them always."""
ROOMY = 760
"""Under this width at text size 100 % the step of the file stands for its button."""
LEAST = 460
"""Of a card with a question, at text size 100 %."""
Change = Callable[[Callable[[], AtWork]], None]


class Below(Footed):
    """The cards of the page over their foot, on the page's own ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards have grounds of their own."""


class ReadList(QWidget):
    """Everything about the list; `change` is handed what gives the list as it is after an answer."""

    def __init__(self, desk: Desk, change: Change) -> None:
        super().__init__()
        self.desk, self._change = desk, change
        self.work: AtWork | None = None
        self._sheet, self._asks_header = "", False
        self.partner = InstitutionField(desk, "partner_id", N_("Institution"), self._partners, required=True)
        self.first_month = ChoiceField("month", N_("First month of the list"), self._months, required=True)
        self.last_month = ChoiceField("until", N_("Last month of the list"), self._months, required=True)
        self.form = Form([Group("", [[(self.partner, 6), (self.first_month, 3), (self.last_month, 3)]])])
        self.table, self.rows, self.counts = ColumnsCard(), RowsCard(), CountsCard()
        self.units = UnitsCard(self._choose_unit)
        self.asking = Banner("amber")
        self.cards: list[QuestionCard] = []
        self.remember = Tick(N_("Remember for this institution"))
        self.remember.setChecked(True)
        self.other_button = Button(N_("Another file"), OUTLINED)
        self.compare_button = Button(N_("Compare with our log"), PRIMARY, key="Ctrl+Enter")
        self._questions = Column(gap=10)
        self._build()
        self.partner.changed.connect(self._choose_partner)
        for month in (self.first_month, self.last_month):
            month.changed.connect(self._choose_months)
        self.table.chosen.connect(self._choose_column)
        self.table.sheet_chosen.connect(self._choose_sheet)
        self.table.header_wanted.connect(self._ask_header)

    def _build(self) -> None:
        whose = Card(margins=(16, 10, 16, 10))
        whose.column.addWidget(self.form)
        body = QWidget()
        column = Column(body, gap=12, margins=(0, 0, 8, 8))
        for widget in (whose, self.asking, self.table, self.counts):
            column.addWidget(widget)
        column.addLayout(self._questions)
        column.addWidget(self.units)
        column.addStretch(1)
        foot = QWidget()
        row = Column(foot, gap=0, margins=(8, 10, 8, 6))
        self._nothing = Label(N_("Nothing has been written yet."), "second")
        row.addWidget(Apart(self.remember, (self._nothing, self.other_button, self.compare_button)))
        page = Column(self, gap=0)
        page.addWidget(Below(body, foot), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the foot keeps what cannot be done elsewhere."""
        super().resizeEvent(event)
        for widget in (self._nothing, self.other_button):
            widget.setVisible(self.width() >= px(ROOMY))

    def first(self) -> QWidget:
        """What has to be answered first, else the comparison."""
        if self.work is not None and self.work.partner_id is None:
            return self.partner
        return next((card.first() for card in self.cards if not card.asked.answer), self.compare_button)

    def partner_words(self) -> str:
        """What the institution is called; empty while none is chosen."""
        return self.partner.words()

    def show_work(self, work: AtWork) -> None:
        """Show a list as it is understood now."""
        focused = next((card.asked.question.kind for card in self.cards if card.isAncestorOf(self.focusWidget())), "")
        is_other = self.work is None or self.work.opened.digest != work.opened.digest
        self.work = work
        if is_other:
            self._sheet, self._asks_header = "", False
        self.asking.hide()
        self.compare_button.setEnabled(True)
        self.partner.refill()
        for field in (self.first_month, self.last_month):
            field.refill()
        partner = work.partner_id.hex if work.partner_id else ""
        self.form.put({"partner_id": partner, "month": work.first.key, "until": work.last.key})
        self._show_list(work)
        if focused:
            same = (card for card in self.cards if card.asked.question.kind == focused)
            if (card := next(same, None)) is not None:
                card.first().setFocus()

    def typed(self, work: AtWork) -> AtWork:
        """The list with the months as they stand in the form."""
        try:
            first, last = Month.parse(self.first_month.value()), Month.parse(self.last_month.value())
        except Problem:
            return work
        return replace(work, first=first, last=last)

    def checked(self) -> AtWork | None:
        """The list if it can be compared; else None, and what is missing is shown and has the caret."""
        if self.work is None or self.form.check():
            return None
        waiting = [card for card in self.cards if self._is_open(card.asked.question)]
        if waiting:
            self.asking.say(N_("Something has to be answered first."))
            waiting[0].first().setFocus()
            return None
        return self.typed(self.work)

    def _is_open(self, question: Question) -> bool:
        assert self.work is not None
        return key_of(question) in self.work.opened.open_questions()

    def _show_list(self, work: AtWork) -> None:
        listed, agencies = work.opened.listed, self.desk.centre.directory.agencies()
        sheets = sheets_of(work.opened)
        self._sheet = self._sheet if self._sheet in sheets else next(iter(sheets), "")
        self.table.setVisible(bool(sheets))
        shown = sample(work.opened, self._sheet) if sheets else None
        if shown is not None:
            self.table.show_list(Shown(shown, work.how(self._sheet), tuple(sheets), self._foot_words(work, shown)))
        self.counts.show_counts(listed)
        self._ask(work, shown)
        units = self._units(work, agencies)
        self.units.show_units(work.unknown(agencies), units, work.units)

    def _foot_words(self, work: AtWork, shown: Sample) -> str:
        total = ngettext("Shown: {shown} of {n} row", "Shown: {shown} of {n} rows", shown.total, shown=len(shown.rows))
        head = _("headings in row {row}", row=shown.header) if shown.header else _("no headings")
        encoding = work.opened.answers.encoding or next(iter(work.opened.book.encodings), "")
        letters = _("letters: {encoding}", encoding=ENCODING_NAMES.get(encoding, encoding)) if encoding else ""
        name = _("sheet: {name}", name=shown.sheet) if shown.sheet else ""
        return " \u00b7 ".join(part for part in (total, head, name, letters if work.opened.source.path else "") if part)

    def _ask(self, work: AtWork, shown: Sample | None) -> None:
        """Every question on a card of its own."""
        clear(self._questions)
        months = [(code, words) for code, words in self._months() if code]
        header = ("header", self._sheet)
        asked = {key_of(each): each for each in work.opened.asked}
        if self._asks_header and shown is not None and header not in asked:
            sentence = N_("Which row names the columns? Sheet: {sheet}")
            asked[header] = Question("header", sentence, {"sheet": self._sheet})
        choices: dict[tuple[str, str], Sequence[tuple[str, str]]] = {("month", ""): months}
        for kind, sheet in asked:
            if kind == "header":
                rows = header_choices(work.opened, sheet, LOOKED_THROUGH)
                told = [(str(n), f"{_('Row {row}', row=n)}: {shown_name(words, '')}") for n, words in rows]
                choices[kind, sheet] = [*told, ("0", _("There are no headings"))]

        def fits(day: date) -> bool:
            return work.first <= Month.of(day) <= work.last

        facts = Facts(shown.doubtful if shown else 0, fits, work.answered_by_habit(), choices)
        self.cards = [
            QuestionCard(asked_of(work.opened, each, facts), partial(self._answer, each)) for each in asked.values()
        ]
        self.rows = RowsCard(is_open=self.rows.is_open)
        self.rows.show_list(work.opened.listed, outside(work.opened.listed, work.first, work.last))
        self._questions.addWidget(Cards([*self.cards, self.rows], least=LEAST, gap=10))

    def _answer(self, question: Question, code: str) -> None:
        if self.work is None or not code:
            return
        work, (kind, sheet) = self.work, key_of(question)
        if kind == "header":
            self._change(lambda: work.heading(sheet, int(code)))
        elif kind == "hidden":
            self._change(lambda: work.answering(hidden=code == "yes"))
        elif kind == "apart":
            self._change(lambda: work.answering(apart=code == "no"))
        elif kind == "month":
            month = Month.parse(code)
            self._change(lambda: replace(work.answering(month=month), first=month, last=month))
        else:
            self._change(lambda: work.answering(**{kind: code}))

    def _ask_header(self) -> None:
        self._asks_header = True
        if self.work is not None:
            self._show_list(self.work)
            card = next((card for card in self.cards if card.asked.question.kind == "header"), None)
            if card is not None:
                card.first().setFocus()

    def _choose_sheet(self, name: str) -> None:
        self._sheet, self._asks_header = name, False
        if self.work is not None:
            self._show_list(self.work)

    def _choose_column(self, column: str, held: str) -> None:
        if self.work is not None:
            work, sheet = self.work, self._sheet
            self._change(lambda: work.choosing(sheet, column, held))

    def _choose_partner(self) -> None:
        if self.work is None:
            return
        try:
            code = self.partner.value()
        except Problem:
            return
        work, log = self.typed(self.work), self.desk.centre.reconciliations
        wanted = UUID(code) if code else None
        if wanted is not None and wanted != work.partner_id:
            self._change(lambda: work.of_partner(wanted, log))

    def _choose_months(self) -> None:
        if self.work is not None:
            work = self.typed(self.work)
            if work.last < work.first:
                work = replace(work, last=work.first)
            self._change(lambda: work)

    def _choose_unit(self, word: str, code: str) -> None:
        if self.work is not None:
            units = {key: each for key, each in self.work.units.items() if key != word}
            self.work = replace(self.work, units=units | ({word: UUID(code)} if code else {}))

    def _units(self, work: AtWork, agencies: Sequence[Agency]) -> list[tuple[str, str]]:
        """The units of the partner, as (code, words)."""
        if work.partner_id is None:
            return []
        return [(each.id.hex, each.known_as) for each in Units(agencies, work.partner_id).below()]

    def _partners(self) -> list[tuple[str, str]]:
        today = self.desk.centre.world.today()
        found = self.desk.centre.directory.agencies(active_on=today)
        return [("", ""), *((each.id.hex, each.known_as) for each in found)]

    def _months(self) -> list[tuple[str, str]]:
        now = Month.of(self.desk.centre.world.today())
        codes = {now.later(-back).key for back in range(MONTHS_BACK)}
        if self.work is not None:
            codes |= {self.work.first.key, self.work.last.key}
        months = (Month.parse(code) for code in sorted(codes, reverse=True))
        return [(month.key, chosen().month_title(month.year, month.month)) for month in months]
