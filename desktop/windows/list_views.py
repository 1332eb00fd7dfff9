"""The views of a list: what she named of it, picked again in the filter bar, by a chip or from the menu.

A view holds filters, order and columns. It is kept in the vault alone, for her alone, since a filter may hold a name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.saved_views import LONGEST_NAME, KeptView
from desktop.windows.banner import announce
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.chips import Chip
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.list_filters import ListFilters
from desktop.windows.look import follow, px
from desktop.windows.table import Sort
from desktop.windows.table_view import TableView

ON_SHOW = 2
"""So many stand as chips; all of them stand in the menu."""


class NameEdit(QLineEdit):
    """The field for a view's name: Enter keeps, Esc leaves all as it was."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Esc is the field's while it has the caret."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
                return True
        return super().event(event)


class Views(QWidget):
    """Stands first in the filter bar."""

    def __init__(self, desk: Desk, screen: str, view: TableView) -> None:
        super().__init__()
        self.desk, self._screen, self._view = desk, screen, view
        self._filters: ListFilters
        self._kept: tuple[KeptView, ...] = ()
        self._picked: KeptView | None = None
        self._renamed: KeptView | None = None
        self.button = Button(N_("Views"), PLAIN, icon="star", do=self.open_menu)
        self.chips = tuple(Chip() for _place in range(ON_SHOW))
        self.name, self.told = NameEdit(), Label("", "second", ink="red")
        self.name.setMaxLength(LONGEST_NAME)
        self._save = Button(N_("Save"), OUTLINED, do=self.save)
        self._leave = Button(N_("Cancel"), PLAIN, do=self.leave)
        row = Row(self, gap=8)
        for widget in (self.button, *self.chips, self.name, self._save, self._leave, self.told):
            row.addWidget(widget)
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(lambda is_on, place=place: self._pushed(place, is_on))
        self.name.returnPressed.connect(self.save)
        self.name.left.connect(self.leave)
        follow(self.dress)
        self._swap(is_naming=False)

    def serve(self, filters: ListFilters) -> None:
        """These are the filters in whose bar it stands."""
        self._filters = filters
        self.refill()

    def dress(self) -> None:
        """Take sizes from the look in use."""
        self.name.setFixedWidth(px(190))
        self.name.setAccessibleName(_("Name of the view"))
        self.name.setPlaceholderText(_("Name of the view"))

    def begin(self) -> bool:
        """Open the list with the view that she chose for it; False where there is none."""
        first = next((view for view in self._kept if view.is_first), None)
        if first is not None:
            self.pick(first)
        return first is not None

    def refill(self) -> None:
        """Read again which views there are."""
        if self.desk.centre.vault.is_open:
            self._kept = self.desk.centre.views.of(self._screen, self.desk.centre.worker)
        known = {view.id: view for view in self._kept}
        self._picked = known.get(self._picked.id) if self._picked else None
        self.mark()

    def now(self) -> dict[str, Any]:
        """What the list shows just now."""
        sort = self._view.sort_by
        return {
            "filters": self._filters.state(), "sort": [sort.key, sort.descending], "columns": self._view.columns()
        }  # fmt: skip

    def pick(self, view: KeptView) -> None:
        """Show what was kept under that name."""
        self._picked = view
        key, descending = view.fields.get("sort", ("", False))
        if key:
            self._view.sort_by = Sort(key, bool(descending))
        self._view.choose_columns(view.fields.get("columns", []))
        self._filters.restore(view.fields.get("filters", {}))

    def mark(self) -> None:
        """Turn the chip on whose view is on show."""
        shown = self._shown() if self._kept else None
        for place, chip in enumerate(self.chips):
            view = self._kept[place] if place < len(self._kept) else None
            chip.put(view.name if view else "")
            chip.setChecked(view is not None and view is shown)
            chip.setHidden(view is None or self.is_naming())
        self.updateGeometry()

    def open_menu(self) -> None:
        """The views, and what can be done with them, under the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        menu.setActiveAction(menu.actions()[0])

    def fill(self, menu: QMenu) -> None:
        """Put them into a menu."""
        shown = self._shown()
        for view in self._kept:
            action = self._add(menu, view.name.replace("&", "&&"), partial(self._pick_and_go, view))
            action.setCheckable(True)
            action.setChecked(view is shown)
        if self._kept:
            menu.addSeparator()
        self._add(menu, _("Keep this as a view…"), partial(self.ask_name, None))
        about = shown or self._picked
        if about is not None:
            told = about.name.replace("&", "&&")
            self._add(menu, _("Another name: {name}", name=told), partial(self.ask_name, about))
            first = self._add(menu, _("The list opens with: {name}", name=told), partial(self._show_first, about))
            first.setCheckable(True)
            first.setChecked(about.is_first)
            self._add(menu, _("Delete the view: {name}", name=told), partial(self.delete, about))

    def is_naming(self) -> bool:
        """Whether a name is being typed."""
        return not self.name.isHidden()

    def ask_name(self, view: KeptView | None) -> None:
        """Let her type a name: another one of that view, or one for what is on show."""
        self._renamed = view
        about = view or self._shown() or self._picked
        self.name.setText(about.name if about else "")
        self._swap(is_naming=True)
        self.name.selectAll()
        self.name.setFocus()

    def save(self) -> None:
        """Keep it under the typed name."""
        centre, name = self.desk.centre, self.name.text()
        try:
            if self._renamed is not None:
                centre.views.rename(self._renamed.id, name, centre.worker)
            else:
                self._picked = centre.views.keep(self._screen, name, self.now(), centre.worker)
        except Problem as problem:
            self.told.tell(problem)
            announce(self, self.told.text())
            return
        self.leave()
        self.refill()
        self.desk.kept(N_("View kept: {name}"), name=" ".join(name.split()))

    def leave(self) -> None:
        """Stop naming; the caret goes back to the list."""
        self._swap(is_naming=False)
        self._view.setFocus()

    def delete(self, view: KeptView) -> None:
        """Take it away, with undo."""
        self._change(
            lambda: self.desk.centre.views.delete(view.id, self.desk.centre.worker), N_("View deleted: {name}"), view
        )

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.dress()
        super().changeEvent(event)

    def _shown(self) -> KeptView | None:
        """The view that is exactly what the list shows."""
        now = self.now()
        return next((view for view in self._kept if view.fields == now), None)

    def _pushed(self, place: int, is_on: bool) -> None:
        if is_on:
            self.pick(self._kept[place])
        else:
            self._filters.clear()
        self.mark()

    def _pick_and_go(self, view: KeptView) -> None:
        self.pick(view)
        self._view.setFocus()

    def _show_first(self, view: KeptView) -> None:
        centre, is_first = self.desk.centre, not view.is_first
        told = N_("The list opens with: {name}") if is_first else N_("The list no longer opens with: {name}")
        self._change(lambda: centre.views.show_first(view.id, centre.worker, is_first=is_first), told, view)

    def _change(self, do: Callable[[], object], msgid: str, view: KeptView) -> None:
        try:
            do()
        except Problem as problem:
            self.desk.tell(problem)
        else:
            self.desk.kept(msgid, name=view.name)
        self.refill()

    def _swap(self, *, is_naming: bool) -> None:
        self.told.put("")
        for widget in (self.name, self._save, self._leave, self.told):
            widget.setVisible(is_naming)
        self.button.setVisible(not is_naming)
        self.mark()

    @staticmethod
    def _add(menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _on=False: do())
        menu.addAction(action)
        return action
