"""What every small form laid over a screen is: a heading, fields, a banner, and saving that tells what is wrong.

About what it is, and what saving does, is said by the kinds of it: about a notice, or about a person.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Problem
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label


class FormPage(Screen):
    """The page; subclasses say its title, its fields and what saving does."""

    HEADING = ""
    """English msgid."""
    SAVE = N_("Save")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.form = Form(self.groups(), keep=self._keep)
        self.banner = Banner("amber")
        self._who, self._about = Label("", "name", wrap=True), Label("", "second", wrap=True)
        self.save_button = Button(self.SAVE, PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)

    def groups(self) -> list[Group]:
        """The fields."""
        raise NotImplementedError

    def save(self) -> bool:
        """Save and go back; False while something is wrong."""
        raise NotImplementedError

    def extra(self) -> QWidget | None:
        """Something between the form and the foot, where a page has it."""
        return None

    def tools(self) -> tuple[Button, ...]:
        """Those beside the title."""
        return ()

    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self.form.fields.values()))

    def keep_now(self) -> None:
        """Keep what is typed."""
        if self.form.is_pending():
            self.form.keep_now()

    def tell_what_is_wrong(self, write: Callable[[dict[str, Any]], object]) -> bool:
        """Write what is typed; False, and it is shown beside its field, while something is wrong."""
        try:
            write(self.form.values())
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return False
        return True

    def head(self) -> Apart:
        """The title, its tools and the way out."""
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        return Apart(Label(self.HEADING, "title", wrap=True), (*self.tools(), close))

    def body(self) -> tuple[QWidget, ...]:
        """Banner, form, and what is between form and foot."""
        extra = self.extra()
        return (self.banner, self.form, *([extra] if extra is not None else []))

    def _keep(self, raw: dict[str, Any]) -> bool:
        """Keep what is half typed; False where it could not be."""
        raise NotImplementedError
