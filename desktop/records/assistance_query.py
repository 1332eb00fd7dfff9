"""Which help a list shows, and in which order. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from desktop.records.assistance import Assistance
from desktop.records.assistance_draft import AssistanceQuery
from desktop.records.code_list import Code
from desktop.records.people_near import near_names
from desktop.records.person import Person
from desktop.vault import search

MOST_FOUND = 2000
"""Persons and notices whose help is shown at most for a search by words."""


def asked(session: Session, query: AssistanceQuery) -> list[ColumnElement[bool]]:
    """The conditions of a query."""
    return list(_conditions(session, query))


def in_order(session: Session, query: AssistanceQuery) -> Select[Any]:
    """The identifiers of the rows asked for, in their order; among equals the newest day first."""
    newest = (Assistance.on_day.desc(), Assistance.id.desc())
    columns: dict[str, Any] = {
        "person": select(Person.name_sort).where(Person.id == Assistance.person_id).scalar_subquery(),
        "kind": _place_in_list("assistance_kind", Assistance.kind),
        "channel": _place_in_list("contact_channel", Assistance.channel),
        "worker": Assistance.worker_name,
        "minutes": Assistance.minutes,
    }
    statement = select(Assistance.id).where(*asked(session, query))
    if query.sort in columns:
        column = columns[query.sort]
        return statement.order_by(column.desc() if query.descending else column, *newest)
    return statement.order_by(*(newest if query.descending else (Assistance.on_day, Assistance.id)))


def _conditions(session: Session, query: AssistanceQuery) -> Iterator[ColumnElement[bool]]:
    if query.text.strip():
        found = search.find(session, query.text, ["person", "referral"], MOST_FOUND)
        persons = [id_ for kind, id_ in found if kind == "person"]
        notices = [id_ for kind, id_ in found if kind == "referral"]
        persons = persons or ([] if notices else near_names(session, query.text))
        yield or_(Assistance.person_id.in_(persons), Assistance.referral_id.in_(notices))
    if query.month:
        yield Assistance.month.between(query.month, f"{query.month}-12"[:7])
    for column, value in (
        (Assistance.kind, query.kind),
        (Assistance.worker_id, query.worker_id),
        (Assistance.person_id, query.person_id),
        (Assistance.referral_id, query.referral_id),
    ):
        if value not in (None, ""):
            yield column == value


def _place_in_list(list_name: str, column: Any) -> Any:
    return select(Code.place).where(Code.list_name == list_name, Code.code == column).scalar_subquery()
