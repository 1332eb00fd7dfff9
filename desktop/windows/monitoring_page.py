"""Numbers over time as a page of their own, for a centre that has no protocol yet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.windows.apart import Apart
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.protocol_monitoring import MonitoringTab


class MonitoringPage(Screen):
    """The page; what it shows is the tab of the protocol's screen."""

    NAME = "monitoring"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.tab = MonitoringTab(desk)
        self.tab.changed.connect(self.refresh)
        close = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(Label(N_("Numbers over time"), "title", wrap=True), (close, *self.tab.acts())))
        page.addWidget(self.tab, 1)

    def first(self) -> QWidget:
        """The first line that has any number."""
        return self.tab.first()

    def show_record(self, about: UUID | Any | None) -> None:
        """Count, and mean the number of that code."""
        self.refresh()
        if about is not None:
            self.tab.show_record(about)

    def refresh(self) -> None:
        """Count again."""
        self.tab.read()

    def state(self) -> dict[str, Any]:
        """What was looked at."""
        return dict(self.tab.state())

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        self.tab.restore(state)
        self.refresh()
