"""One provision beside the list: its text in any of its languages, whom it binds, its time limit, what it rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import N_, OWN_NAMES, _, chosen
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.protocol.spoken import DOT, basis_words, holder_words, limit_of, trigger_words
from desktop.windows.card import Card
from desktop.windows.choice import Combo
from desktop.windows.facts_grid import FactsGrid
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, scrolled
from desktop.windows.pill import DUE, Pill


class ProvisionCard(Card):
    """The text, its languages, and the facts under it."""

    def __init__(self, acts: QWidget) -> None:
        super().__init__(margins=1, gap=0)
        self.row: ProvisionRow | None = None
        self._sheet: VersionSheet | None = None
        self._wanted = ""
        self.language = Combo()
        self.language.activated.connect(self._choose)
        self._number, self._title = Label("", "second"), Label("", "card", wrap=True)
        self._text, self._behind = Label("", "body", wrap=True), Pill(DUE, N_("Older than the text"))
        body, facts = QWidget(), QWidget()
        self._facts = FactsGrid(facts, shares=(1, 2), wraps_titles=True)
        inner = Column(body, gap=10, margins=(18, 14, 16, 14))
        head = Row(gap=8)
        head.addWidget(self._number, 1)
        head.addWidget(self._behind)
        head.addWidget(self.language)
        inner.addLayout(head)
        for widget in (self._title, self._text, facts):
            inner.addWidget(widget)
        inner.addStretch(1)
        self.column.addWidget(scrolled(body), 1)
        foot = Column(margins=(16, 8, 16, 12))
        foot.addWidget(acts)
        self.column.addLayout(foot)

    def put(self, sheet: VersionSheet | None, row: ProvisionRow | None) -> None:
        """Show this provision; None: none."""
        self._sheet, self.row = sheet, row
        if sheet is None or row is None:
            for label in (self._number, self._title):
                label.put("")
            self._text.say(N_("Choose a provision in the list."))
            self._facts.put([])
            self._behind.hide()
            self.language.hide()
            return
        own = sheet.protocol.language
        languages = [own, *(each.language for each in row.texts if each.language != own)]
        if "sr_Cyrl" in languages and "sr_Latn" not in languages:
            languages.append("sr_Latn")
        here = chosen().locale
        shown = next(one for one in (self._wanted, here, own) if one in languages)
        self.language.fill([(locale, OWN_NAMES[locale]) for locale in languages])
        self.language.choose(shown)
        self.language.setAccessibleName(_("Language of the text"))
        self.language.setVisible(len(languages) > 1)
        self._tell(shown)

    def _tell(self, locale: str) -> None:
        sheet, row, speak = self._sheet, self.row, chosen()
        if sheet is None or row is None:
            return
        title, words = row.said(locale, sheet.protocol.language)
        self._number.put(_("Provision {number}", number=row.provision.number))
        self._title.put(title)
        self._title.setVisible(bool(title))
        self._text.put(words or ("" if title else "–"))
        self._text.setVisible(bool(words))
        self._behind.setVisible(any(each.language == locale and each.is_behind for each in row.texts))
        facts = [
            (N_("Who is bound"), holder_words(row, speak), ""),
            (N_("Time limit"), limit_of(row.provision, speak), ""),
            (N_("Trigger"), trigger_words(row.provision, speak), ""),
            (N_("Basis"), basis_words(row).replace(DOT, "\n"), ""),
            (N_("Older than the text"), ", ".join(OWN_NAMES[each.language] for each in row.texts if each.is_behind),
             "amber"),
        ]  # fmt: skip
        self._facts.put([fact for fact in facts if fact[1]])

    def _choose(self) -> None:
        self._wanted = self.language.code()
        self._tell(self._wanted)
