"""Says codes, dates and the lines of a time line in one language, with the centre's own words for its lists.

Both faces need it; neither the records nor the history keep a translated word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from desktop.language import N_, Language
from desktop.records.code_list import LISTS
from desktop.records.lists import Lists
from desktop.records.timeline import Coded, Line, TimelineItem, Weekdays, Whom
from desktop.records.vocabulary import WEEKDAYS


def _by_name(name: str, code: str) -> str:
    return name or code


class Wording:
    """The words of the lists, and how fields are said in a language; a list is read when its first word is wanted."""

    def __init__(self, lists: Lists, language: Language, whom: Callable[[str, str], str] = _by_name) -> None:
        self.language = language
        self._lists, self._whom = lists, whom
        self._words: dict[str, dict[str, str]] = {}

    def code(self, list_name: str, code: str) -> str:
        """The word of a code; a code that no list knows stands as it is."""
        if list_name not in self._words:
            known = self._lists.entries(list_name, active_only=False) if list_name in LISTS else ()
            self._words[list_name] = {entry.code: entry.shown(self.language.say) for entry in known}
        return self._words[list_name].get(code, code)

    def codes(self, list_name: str, codes: tuple[str, ...]) -> str:
        """Several words after one another."""
        return ", ".join(self.code(list_name, code) for code in codes)

    def value(self, value: object) -> object:
        """One field as it is said."""
        if isinstance(value, Coded):
            return self.code(*value)
        if isinstance(value, Whom):
            return self._whom(*value)
        if isinstance(value, Weekdays):
            return self._recurring(value.days)
        if isinstance(value, tuple | list):
            return ", ".join(str(self.value(part)) for part in value)
        return self._moment(value)

    def _recurring(self, days: tuple[str, ...]) -> str:
        """Days on which something recurs: the usual ones by one word, others one by one."""
        usual = {WEEKDAYS[:5]: N_("working days"), WEEKDAYS: N_("every day")}.get(days)
        return self.language.say(usual) if usual else self.language.weekdays_on(WEEKDAYS.index(day) for day in days)

    def _moment(self, value: object) -> object:
        if isinstance(value, datetime):
            return self.language.moment(value)
        if isinstance(value, date):
            return self.language.day(value)
        return self.language.clock(value) if isinstance(value, time) else value

    def say(self, msgid: str, fields: Mapping[str, Any]) -> str:
        """A kept sentence with its kept fields."""
        return self.language.say(msgid, **{name: self.value(value) for name, value in fields.items()})

    def head(self, item: TimelineItem) -> str:
        """What happened, in a few words."""
        return self.say(item.head, item.fields)

    def lines(self, item: TimelineItem) -> tuple[str, ...]:
        """What stands under it."""
        return tuple(self._line(line) for line in item.lines)

    def _line(self, line: Line) -> str:
        return self.say(line.msgid, line.fields) if line.msgid else str(self.value(line.fields["text"]))
