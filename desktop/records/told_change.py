"""A change of the history told field by field: which record, which field, what stood there before and what after.

The history keeps rows as they lay in the vault; here they become words of one language. It asks the vault nothing: what
a code or an identifier means is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Date, Table, Time

from desktop.language import N_
from desktop.records.field_words import FIELDS, LISTED, MASKED, RECORDS, WORDS
from desktop.records.tables import TABLES
from desktop.records.vocabulary import WEEKDAYS
from desktop.records.wording import Wording
from desktop.vault.history import Change, Entry
from desktop.vault.record import CodesType, DeskTime, IdType, Moment

YES, NO = N_("Yes"), N_("No")
_COLUMNS = {kind.__table__.name: kind.__table__ for kind in TABLES if isinstance(kind.__table__, Table)}


@dataclass(frozen=True)
class ToldField:
    """One field that was changed."""

    label: str
    """English msgid."""
    before: str
    """In words; empty where nothing stood."""
    after: str
    masked: bool = False
    """A telephone or an address: what shows it must mask it."""


@dataclass(frozen=True)
class ToldRecord:
    """One record that was entered, changed or taken out."""

    kind: str
    """English msgid."""
    was_there: bool
    is_there: bool
    fields: tuple[ToldField, ...]


@dataclass(frozen=True)
class Teller:
    """Tells changes in one language."""

    wording: Wording
    agencies: Mapping[UUID, str]
    """Names of institutions."""
    desk: Callable[[datetime], datetime]
    """A stamped moment as desk time."""

    def told(self, entry: Entry) -> tuple[ToldRecord, ...]:
        """The records that were changed, each with the fields a person knows; others are passed over."""
        told = (self._record(change) for change in entry.changes if change.table in FIELDS)
        return tuple(record for record in told if record.fields)

    def _record(self, change: Change) -> ToldRecord:
        before, after = change.before or {}, change.after or {}
        fields = tuple(
            ToldField(
                label, self._value(change.table, name, before.get(name)),
                self._value(change.table, name, after.get(name)), (change.table, name) in MASKED,
            )
            for name, label in FIELDS[change.table].items()
            if before.get(name) != after.get(name) and (before.get(name) or after.get(name))
        )  # fmt: skip
        return ToldRecord(RECORDS[change.table], change.before is not None, change.after is not None, fields)

    def _value(self, table: str, name: str, value: Any) -> str:
        kind, say = _COLUMNS[table].columns[name].type, self.wording.language.say
        if value is None or value == "":
            return ""
        if isinstance(kind, Boolean):
            return say(YES if value else NO)
        if isinstance(kind, IdType):
            return self.agencies.get(UUID(str(value)), say(YES))
        if (table, name) in WORDS:
            return say(WORDS[table, name].get(str(value), str(value)))
        if (table, name) in LISTED or isinstance(kind, CodesType):
            return self._codes(LISTED.get((table, name), ""), str(value).split())
        return ", ".join(str(self.wording.value(self._read(kind, value))).splitlines())

    def _codes(self, list_name: str, codes: list[str]) -> str:
        """Words of a list; codes of no list are days of the week."""
        if list_name:
            return self.wording.codes(list_name, tuple(codes))
        return self.wording.language.weekdays_on(WEEKDAYS.index(code) for code in codes if code in WEEKDAYS)

    def _read(self, kind: object, value: Any) -> Any:
        """What a column holds, from the form in which the history keeps it."""
        if isinstance(kind, Moment):
            return self.desk(datetime.fromisoformat(value).astimezone(UTC))
        if isinstance(kind, DeskTime):
            return datetime.fromisoformat(value)
        if isinstance(kind, Date):
            return date.fromisoformat(value)
        if isinstance(kind, Time):
            return time.fromisoformat(value)
        return value
