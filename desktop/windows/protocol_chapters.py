"""The chapters of a draft: put in order, named, taken out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.problems import Problem
from desktop.protocol.drafts import ChapterDraft
from desktop.protocol.sheet import VersionSheet
from desktop.protocol.spoken import chapter_words, said_names
from desktop.records.protocol import CHAPTERS, ProtocolChapter
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.centre_page import CentrePage
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk, Screen
from desktop.windows.fields import TextField
from desktop.windows.form import Group, Place
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.rows_field import RowsField
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("title", N_("Chapter"), "key", signs=24, stretch=3),
    TableColumn("provisions", N_("Provisions"), "figure", signs=8),
)
NEW, OWN = "new ", "own"
"""Before the version of a new chapter; stands for a title of its own."""


@dataclass
class _Source:
    """The chapters of the version on show."""

    sheet: VersionSheet | None = None

    def ids(self, query: Any, sort: Sort) -> Sequence[UUID]:
        """In their order."""
        return [each.id for each in self.sheet.chapters] if self.sheet else []

    def rows(self, ids: Sequence[Any]) -> Mapping[UUID, ProtocolChapter]:
        """These of them."""
        return {each.id: each for each in self.sheet.chapters if each.id in ids} if self.sheet else {}


class ChaptersPage(Screen):
    """The list; it is about a version."""

    NAME = "protocol_chapters"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.version_id: UUID | None = None
        self.banner = Banner("red")
        self.source = _Source()
        self.model = TableModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort(""), parent=self)
        self.view = TableView(self.model, N_("Chapters"))
        empty = EmptyState("protocol", N_("There is no chapter yet. A protocol can do without."))
        self._first = empty.offer(N_("New chapter"), self.add)
        self.list = TableCard(self.view, self.model, empty)
        self.acts = ListActs(desk, self.NAME, N_("Chapters"), self.list)
        self.new_button = Button(N_("New chapter"), PRIMARY, icon="plus", key="F6", do=self.add)
        self.change_button = Button(N_("Change…"), OUTLINED, icon="edit", do=self.change)
        self.up_button = Button(N_("Up"), OUTLINED, key="Alt+Up", do=lambda: self.shift(-1))
        self.down_button = Button(N_("Down"), OUTLINED, key="Alt+Down", do=lambda: self.shift(1))
        self.out_button = Button(N_("Take it out"), DANGER, do=self.take_out)
        self._own = (self.out_button, self.up_button, self.down_button, self.change_button)
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(Label(N_("Chapters"), "title", wrap=True))
        said.addWidget(Label(N_("Provisions go with their chapter. Only an empty chapter can be taken out."), "second",
                             wrap=True))  # fmt: skip
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(words, (close, *self._own, self.new_button)))
        page.addWidget(self.banner)
        page.addWidget(self.list, 1)
        self.view.opened.connect(lambda _found: self.change())
        self.view.chosen.connect(lambda _found: self._offer())
        self.model.loaded.connect(self._loaded)

    def first(self) -> QWidget:
        """The list, or the first chapter."""
        return self.view if self.source.sheet and self.source.sheet.chapters else self._first

    def show_record(self, about: UUID | Any | None) -> None:
        """The chapters of this version; of the draft that is worked on where none is named."""
        if isinstance(about, UUID):
            self.version_id = about
        elif self.version_id is None:
            protocols = self.desk.centre.protocols
            rows = (row.version for each in protocols.all() for row in protocols.versions(each.id))
            self.version_id = next((version.id for version in rows if version.is_open), None)
        self.refresh()
        self.first().setFocus()

    def refresh(self) -> None:
        """Read again."""
        self.source.sheet = None
        try:
            self.source.sheet = self.desk.centre.protocols.sheet(self.version_id) if self.version_id else None
        except Problem as gone:
            self.banner.tell(gone)
        sheet = self.source.sheet
        if sheet is None or not sheet.version.is_open:
            self.banner.tell(Problem(N_("There is no draft to write in. Begin a revision first.")))
        self.model.ask(self.version_id)

    def state(self) -> dict[str, Any]:
        """Which version."""
        return {"version": self.version_id.hex if self.version_id else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same version."""
        if state.get("version"):
            self.version_id = UUID(state["version"])
            self.refresh()

    def add(self) -> None:
        """To the form of a new one."""
        if self._is_open():
            self.desk.go("protocol_chapter", f"{NEW}{self.version_id.hex}" if self.version_id else "")

    def change(self) -> None:
        """To the form of the chosen one."""
        found = self.view.current_id()
        if isinstance(found, UUID) and self._is_open():
            self.desk.go("protocol_chapter", found)

    def shift(self, way: int) -> None:
        """One place up or down."""
        found, sheet = self.view.current_id(), self.source.sheet
        if isinstance(found, UUID) and sheet is not None:
            place = [each.id for each in sheet.chapters].index(found) + way
            if 0 <= place < len(sheet.chapters):
                by = self.desk.centre.worker
                self._do(lambda: self.desk.centre.provisions.move_chapter(found, place, by), N_("Chapter moved"))

    def take_out(self) -> None:
        """Take an empty one out."""
        found, by = self.view.current_id(), self.desk.centre.worker
        if isinstance(found, UUID):
            self._do(lambda: self.desk.centre.provisions.remove_chapter(found, by), N_("Chapter taken out"))

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_own"):
            self._loaded(self.model.rowCount())

    def _is_open(self) -> bool:
        return self.source.sheet is not None and self.source.sheet.version.is_open

    def _do(self, change: Callable[[], object], said: str) -> None:
        self.banner.hide()
        try:
            change()
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.refresh()
        self.changed.emit()
        self.desk.kept(said)

    def _loaded(self, count: int) -> None:
        self.list.foot.say(N_("Chapters: {n}"), n=count)
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        self._offer()

    def _offer(self) -> None:
        for button in self._own:
            button.setEnabled(self._is_open() and self.view.current_id() is not None)
        self.new_button.setEnabled(self._is_open())
        self._first.setVisible(self._is_open())

    def _cells(self, row: ProtocolChapter) -> Mapping[str, Cell]:
        sheet = self.source.sheet
        if sheet is None:
            return {}
        count = len(sheet.in_chapter(row.id))
        words = chapter_words(row, chosen(), sheet.protocol.language)
        shown = chosen().number(count) if count else "–"
        return {"title": Cell(words), "provisions": Cell(shown, value=count)}


class ChapterPage(CentrePage):
    """The title of one; `about` is a chapter, or `new` and a version."""

    NAME = "protocol_chapter"
    HEADING = N_("Chapter")

    def groups(self) -> list[Group]:
        """One of the usual chapters, or a title of its own in every language."""
        titles = RowsField(
            "titles", N_("The same in further languages"), add=N_("Add a language"), ask=self._ask,
            begins={"language": "", "title": ""}, read=lambda told: f"{told['language']} {told['title']}",
            show=lambda one: dict(zip(("language", "title"), one, strict=True)),
        )  # fmt: skip
        return [
            Group("", [
                [(ChoiceField("code", N_("Usual chapter"), self._usual), 12)],
                [(TextField("title", N_("Title of its own, in place of the usual one")), 12)],
                [(titles, 12)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it."""
        found, draft = self.record(), ChapterDraft()
        if found:
            draft = ChapterDraft.of(self._chapter(found))
        self.title.say(self.HEADING if found else N_("New chapter"))
        self.form.put(
            {"code": draft.code or OWN, "title": draft.title, "titles": tuple(said_names(draft.titles).items())}
        )

    def write(self, told: dict[str, Any]) -> None:
        """Add it or name it anew."""
        provisions, by, found = self.desk.centre.provisions, self.desk.centre.worker, self.record()
        draft = ChapterDraft(
            "" if told["code"] == OWN else told["code"], told["title"] or "", "\n".join(told["titles"])
        )
        if found:
            provisions.amend_chapter(found, draft, by)
        elif self.about.startswith(NEW):
            provisions.add_chapter(UUID(self.about.removeprefix(NEW)), draft, by)
        else:
            raise Problem(N_("There is no draft to write in. Begin a revision first."))

    def _chapter(self, chapter_id: UUID) -> ProtocolChapter:
        protocols = self.desk.centre.protocols
        for each in protocols.all():
            for row in protocols.versions(each.id):
                for chapter in protocols.sheet(row.version.id).chapters:
                    if chapter.id == chapter_id:
                        return chapter
        raise Problem(N_("This entry was taken back meanwhile."))

    def _usual(self) -> list[tuple[str, str]]:
        return [(OWN, _("A chapter of its own")), *((code, _(words)) for code, words in CHAPTERS.items())]

    def _ask(self) -> list[Place]:
        languages = [(locale, OWN_NAMES[locale]) for locale in LOCALES]
        return [
            (ChoiceField("language", N_("Language"), lambda: languages, required=True), 4),
            (TextField("title", N_("Heading"), required=True), 8),
        ]
