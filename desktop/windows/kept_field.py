"""A telephone number that stays hidden while a form is open on it: only the strip shows numbers, by the agreed rule."""

from __future__ import annotations

from typing import Any

from desktop.records.telephone import masked
from desktop.windows.fields import TextField


class KeptField(TextField):
    """Its place shows the kept number masked; what is typed takes its place, an empty field leaves it as it is."""

    kept = ""

    def keep(self, number: str) -> None:
        """Keep this number unseen."""
        self.kept = number
        self.set_raw("")
        self.edit.setPlaceholderText(masked(number) if number else "")

    def value(self) -> Any:
        """The number typed, or the one that is kept."""
        return super().value() or self.kept or None
