"""A list of few records beside the card of the chosen one, where it is answered in place: commitments, problems."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from desktop.windows.desk import Desk
from desktop.windows.list_screen import ListScreen
from desktop.windows.sides import Sides


class CardList(ListScreen):
    """The list at the left, the card at the right; subclasses fill the card, and `hold` it before they begin."""

    EVERYTHING: ClassVar[dict[str, Any]]
    """What the filters say where they let everything through."""
    card: Any

    def hold(self, card: Any) -> None:
        """Put the card beside the list."""
        desk: Desk = self.desk
        self.card = card
        self.sides = Sides(self.list, card, sizes=desk.sizes(self.NAME))
        self.sides.moved.connect(lambda sizes: desk.sizes(self.NAME, sizes))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        card.changed.connect(self._changed)
        card.left.connect(self.view.setFocus)

    def put(self, identifier: UUID | None) -> None:
        """Show that record on the card; None: none."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again."""
        super().refresh()
        self._show(self.view.current_id())

    def show_record(self, about: UUID | Any | None) -> None:
        """That record, whatever the filters say; filters given by name: what they let through."""
        if isinstance(about, dict):
            self.filters.restore(about)
        if isinstance(about, UUID):
            if not self.view.choose(about):
                self.filters.restore(self.EVERYTHING)
                self.view.choose(about)
            self._show(about)
            self.sides.show_detail()

    def keep_now(self) -> None:
        """Keep what is half typed on the card."""
        self.card.keep_now()

    def restore(self, state: dict[str, Any]) -> None:
        """As it was."""
        super().restore(state)
        if state.get("row"):
            self._show(UUID(state["row"]))

    def _loaded(self, count: int) -> None:
        super()._loaded(count)
        self._show(self.view.current_id())

    def _choose(self, identifier: Any) -> None:
        if identifier != self.card.about:
            self._show(identifier)

    def _show(self, identifier: Any) -> None:
        self.put(identifier if isinstance(identifier, UUID) else None)

    def _open(self, identifier: Any) -> None:
        if isinstance(identifier, UUID):
            self._show(identifier)
            self.sides.show_detail()
            self.card.first().setFocus()

    def _changed(self) -> None:
        self.changed.emit()
        self.refresh()
