"""The mapped base class of everything that is kept, and the column types we allow ourselves.

A mapped class *is* the domain class: it can be built and asked without a session. Every record has an identifier of its
own that means nothing, so that vaults can be merged and moved to a server later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import chain, islice
from typing import Any, ClassVar, Self, overload
from uuid import UUID, SafeUUID

from sqlalchemy import (
    Boolean,
    Date,
    Dialect,
    Integer,
    LargeBinary,
    Select,
    String,
    Time,
    Uuid,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeDecorator, TypeEngine

Codes = tuple[str, ...]
"""Several codes of one list, in the list's order; stored as text with spaces between."""


_made, _filled, _unsaid = object.__new__, object.__setattr__, SafeUUID.unknown
_IN_ONE = 5000
_LONG = 16
"""Bytes of an identifier."""


def id_of(value: bytes) -> UUID:
    """The identifier of these 16 bytes; what `UUID(bytes=value)` makes, several times as fast, for lists of 100,000."""
    made = _made(UUID)
    _filled(made, "int", int.from_bytes(value, "big"))
    _filled(made, "is_safe", _unsaid)
    return made


def in_parts(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    """These identifiers, some thousands at a time: one statement of SQLite takes 32,766 values at most."""
    left = iter(ids)
    while part := list(islice(left, _IN_ONE)):
        yield part


class Identifiers(Sequence[UUID]):
    """Identifiers in their order, held as one run of bytes: a million of them take 16 MB and are let go at once."""

    def __init__(self, values: Iterable[bytes]) -> None:
        run, left = bytearray(), iter(values)
        while part := b"".join(islice(left, _IN_ONE)):
            run += part
        self._run = bytes(run)

    @classmethod
    def found(cls, cursors: Iterable[Any]) -> Self:
        """The first column of all that these cursors of the driver find, never more than a part of it at a time.

        Rows by the million, held all at once, would be looked through by whatever clears up meanwhile.
        """
        return cls(value for cursor in cursors for value in _first_column(cursor))

    def __len__(self) -> int:
        return len(self._run) // _LONG

    def __iter__(self) -> Iterator[UUID]:
        return (self[place] for place in range(len(self)))

    def __contains__(self, wanted: object) -> bool:
        return isinstance(wanted, UUID) and self._place(wanted) >= 0

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Identifiers):
            return self._run == other._run
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, place: int) -> UUID: ...
    @overload
    def __getitem__(self, place: slice) -> list[UUID]: ...
    def __getitem__(self, place: int | slice) -> UUID | list[UUID]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = (place + len(self) if place < 0 else place) * _LONG
        if not 0 <= at < len(self._run):
            raise IndexError(place)
        return id_of(self._run[at : at + _LONG])

    def index(self, wanted: UUID, *between: int) -> int:
        """Where that one stands; ValueError if it is not among them."""
        place = self._place(wanted, *between)
        if place < 0:
            raise ValueError(wanted)
        return place

    def _place(self, wanted: UUID, first: int = 0, end: int | None = None) -> int:
        """Where that one stands, or -1; bytes that happen to lie across two identifiers are not one."""
        after = len(self._run) if end is None else end * _LONG
        at = self._run.find(wanted.bytes, first * _LONG, after)
        while at > 0 and at % _LONG:
            at = self._run.find(wanted.bytes, at + 1, after)
        return at // _LONG if at >= 0 else -1


def _first_column(cursor: Any) -> Iterator[bytes]:
    while rows := cursor.fetchmany(_IN_ONE):
        yield from chain.from_iterable(rows)


def in_one_run(statement: Select[Any]) -> Select[Any]:
    """Asks for the identifiers that a statement finds, in its order, as one value.

    Row by row a worker takes Python away from the window and gives it back a million times. SQLite keeps the order of
    a part that is asked for in order, though it promises it only for what it sorts once more. For a connection with
    room of its own: on any other each identifier goes through the wiping of memory.
    """
    joined = func.group_concat(statement.subquery("listed").c.id, literal_column("''"))
    return select(cast(joined, LargeBinary))


class IdType(TypeDecorator[UUID]):
    """An identifier: 16 bytes here, `uuid` on a server."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Bytes on SQLite, the server's own type elsewhere."""
        return dialect.type_descriptor(LargeBinary(16) if dialect.name == "sqlite" else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """To the database."""
        return value.bytes if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """From the database."""
        return id_of(value) if isinstance(value, bytes) else value


class DeskTime(TypeDecorator[datetime]):
    """Wall-clock time at the centre, as a person typed it: naive, whole minutes or seconds, `2026-11-24 09:05:00`."""

    impl = String(19)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the database; a moment with a zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is not None:
            raise TypeError("desk time has no zone")
        return value.isoformat(" ", "seconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        return datetime.fromisoformat(value) if value else None


class Moment(TypeDecorator[datetime]):
    """A moment the program stamped: aware, UTC, kept to the microsecond as text that sorts."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the database; a time without a zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs a zone")
        return value.astimezone(UTC).isoformat(" ", "microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        return datetime.fromisoformat(value) if value else None


class CodesType(TypeDecorator[Codes]):
    """Several codes in one column, `physical psychological`; none is the empty text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> str:
        """To the database."""
        return " ".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> Codes:
        """From the database."""
        return tuple((value or "").split())


class Record(DeclarativeBase):
    """The base of everything kept in the vault. Columns not set are filled with their defaults at once, so a record
    can be asked before it is saved."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: IdType(),
        Codes: CodesType(),
        str: String(),
        int: Integer(),
        bool: Boolean(),
        bytes: LargeBinary(),
        date: Date(),
        time: Time(),
        datetime: DeskTime(),
    }

    unwritten: ClassVar[frozenset[str]] = frozenset()
    """Columns that the history does not copy (keys, whole documents); it notes only that they changed."""
    historic: ClassVar[bool] = True
    """False for tables whose rows leave no trace in the history (drafts, the search index)."""

    id: Mapped[UUID] = mapped_column(IdType(), primary_key=True)

    def __init__(self, **values: Any) -> None:
        for column in self.__mapper__.columns:
            name = self.__mapper__.get_property_by_column(column).key
            if name not in values and isinstance(column.default, ScalarElementColumnDefault):
                setattr(self, name, column.default.arg)
        for name, value in values.items():
            if name not in self.__mapper__.attrs:
                raise TypeError(f"{type(self).__name__} has no {name}")
            setattr(self, name, value)
