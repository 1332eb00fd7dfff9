"""A change of the history told field by field: which record, which field, what stood there before and what after.

The history keeps rows as they lay in the vault; here they become words of one language. It asks the vault nothing: what
a code or an identifier means is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Date, Table, Time

from desktop.language import N_, OWN_NAMES
from desktop.records.field_words import ABOUT, FIELDS, LISTED, MASKED, NAMES, RECORDS, SEEDED, WORDS
from desktop.records.tables import TABLES
from desktop.records.vocabulary import WEEKDAYS
from desktop.records.wording import Wording
from desktop.vault.history import Change, Entry
from desktop.vault.record import CodesType, DeskTime, IdType, Moment

YES, NO, GONE = N_("Yes"), N_("No"), N_("no longer there")
MOST_NAMED = 2
"""So many records, or fields of one, are named beside the sentence of an entry."""
_CALLED = {
    "person": ("code",), "agency": ("short_name", "name"), "worker": ("name",),
    "issued_summary": ("number",), "issued_sheet": ("number",),
    "training": ("topic",), "working_group": ("name",),
    "meeting": ("number",), "meeting_paper": ("number",), "raised_problem": ("number",), "commitment": ("what",),
    "protocol": ("name",), "provision": ("number",), "act": ("title",), "protocol_paper": ("number",),
}  # fmt: skip
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
    is_name: bool = False
    """The name of somebody: what shows it must not tell it while names are hidden."""


@dataclass(frozen=True)
class ToldRecord:
    """One record that was entered, changed or taken out."""

    kind: str
    """English msgid."""
    about: str
    """Which one, in words: a number, a code, a name; empty where there is but one."""
    was_there: bool
    is_there: bool
    fields: tuple[ToldField, ...]


@dataclass(frozen=True)
class Teller:
    """Tells changes in one language."""

    wording: Wording
    names: Mapping[UUID, str]
    """What the records are called that `referred` named."""
    desk: Callable[[datetime], datetime]
    """A stamped moment as desk time."""

    def told(self, entry: Entry) -> tuple[ToldRecord, ...]:
        """The records that were changed, each with the fields a person knows; others are passed over."""
        told = (self._record(change) for change in entry.changes if change.table in FIELDS)
        return tuple(record for record in told if record.fields)

    def about(self, entry: Entry) -> str:
        """The records that an entry is about, those first that matter most; what its sentence says is left out."""
        order, said = list(RECORDS), entry.told(self.wording.language.say)
        changes = sorted((c for c in entry.changes if c.table in RECORDS), key=lambda c: order.index(c.table))
        named = dict.fromkeys(filter(None, map(self._about, changes)))
        return " \u00b7 ".join([name for name in named if name not in said][:MOST_NAMED])

    def changed(self, entry: Entry) -> str:
        """What an entry changed in the one record that was there before; nothing where that would be a long list."""
        changes = [change for change in entry.changes if change.table in FIELDS]
        if len(changes) != 1 or changes[0].before is None or changes[0].after is None:
            return ""
        labels = dict.fromkeys(self.wording.language.say(field.label) for field in self._record(changes[0]).fields)
        return ", ".join(labels) if len(labels) <= MOST_NAMED else ""

    def _about(self, change: Change) -> str:
        """Which record it was."""
        row = change.after or change.before or {}
        if change.table == "referral":
            return f"{row['year']}/{row['number']}" if row else self.names.get(change.row_id, "")
        columns = [name for name in ABOUT.get(change.table, ()) if row.get(name)]
        if change.table == "code":
            columns = columns[:2]
        return " \u00b7 ".join(self._value(change.table, name, row[name]) for name in columns)

    def _record(self, change: Change) -> ToldRecord:
        before, after = change.before or {}, change.after or {}
        fields = tuple(
            ToldField(
                label, self._value(change.table, name, before.get(name)),
                self._value(change.table, name, after.get(name)), (change.table, name) in MASKED,
                (change.table, name) in NAMES,
            )
            for name, label in FIELDS[change.table].items()
            if before.get(name) != after.get(name) and (before.get(name) or after.get(name))
        )  # fmt: skip
        was, now = change.before is not None, change.after is not None
        return ToldRecord(RECORDS[change.table], self._about(change), was, now, fields)

    def _value(self, table: str, name: str, value: Any) -> str:
        """What stood in a column, in words."""
        if value is None or value == "":
            return ""
        kind, place = _COLUMNS[table].columns[name].type, (table, name)
        if isinstance(kind, CodesType) and place in WORDS:
            return ", ".join(self.wording.language.say(WORDS[place].get(code, code)) for code in str(value).split())
        if place in LISTED or isinstance(kind, CodesType):
            return self._codes(LISTED.get(place, ""), str(value).split())
        fixed = self._fixed(place, kind, value)
        return ", ".join(str(self.wording.value(self._read(kind, value))).splitlines()) if fixed is None else fixed

    def _fixed(self, place: tuple[str, str], kind: object, value: Any) -> str | None:
        """The words for a truth, another record, a code or what the program brought; None for what a person wrote."""
        say = self.wording.language.say
        if isinstance(kind, Boolean):
            return say(YES if value else NO)
        if isinstance(kind, IdType):
            named = self.names.get(UUID(str(value)), GONE)
            return say(named) if named == GONE or place[1] == "kind_id" else named
        if place in WORDS:
            return say(WORDS[place].get(str(value), str(value)))
        if place in SEEDED:
            return say(str(value))
        if place == ("meeting_kind", "weekday") and value in WEEKDAYS:
            return self.wording.language.weekday(WEEKDAYS.index(value))
        return _in_languages(str(value)) if place == ("agency", "names") else None

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


def referred(entries: Iterable[Entry]) -> Iterator[UUID]:
    """Every record that the changes of these entries speak of, so that its name can be looked up."""
    for entry in entries:
        for change in entry.changes:
            if change.table not in RECORDS:
                continue
            yield change.row_id
            for side in (change.before, change.after):
                for name in (*FIELDS[change.table], *ABOUT.get(change.table, ())):
                    if side and side.get(name) and isinstance(_COLUMNS[change.table].columns[name].type, IdType):
                        yield UUID(str(side[name]))


def named_within(entries: Iterable[Entry]) -> dict[UUID, str]:
    """What records that are gone were called, as far as these entries say it themselves."""
    names: dict[UUID, str] = {}
    for entry in entries:
        for change in entry.changes:
            row = change.after or change.before or {}
            if change.table == "referral" and row:
                names[change.row_id] = f"{row['year']}/{row['number']}"
            for column in _CALLED.get(change.table, ()):
                if row.get(column):
                    names.setdefault(change.row_id, str(row[column]))
    return names


def _in_languages(names: str) -> str:
    """Names, one a line behind its language."""
    parts = (line.partition(" ") for line in names.splitlines())
    return ", ".join(f"{OWN_NAMES.get(locale, locale)}: {name}" for locale, _space, name in parts)
