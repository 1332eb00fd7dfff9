"""What every paper about the protocol begins with: who writes, to whom, in which language, under which number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.protocol.kept import kept, kept_protocol
from desktop.records.centre_profile import CentreProfile
from desktop.records.issued import PROTOCOL_PAPERS, ProtocolPaper
from desktop.summaries.press import letter_of
from desktop.summaries.summary import Letter, Signatory

_PREFIX = {"protocol": "LP", "comparison": "LPC", "alignment": "LPA", "duties": "LPD", "report": "CR"}
"""With what the number of each paper begins."""

Refusal = Callable[[Session, Any], None]
"""Looks through every text of what is to leave; raises a Problem where one of them must not."""


def nothing_refused(_session: Session, _content: Any) -> None:
    """Where nothing is looked through: what was sealed already is only read."""


@dataclass(frozen=True)
class Asked:
    """Which paper is wanted."""

    kind: str
    """A code of `PROTOCOL_PAPERS`."""
    made_at: datetime
    """Moment of making, aware, UTC."""
    today: date
    version_id: UUID | None = None
    """None for a yearly report."""
    against_id: UUID | None = None
    """For a comparison: the other version; None: the one that is revised."""
    period: str = ""
    """The month (`2026-10`) or the year (`2026`) it tells of."""
    language: str = ""
    """Empty: the protocol's own, or the office's."""
    receiver: str = ""
    whole: bool = False
    """Whether what needs no doing is told too."""


@dataclass(frozen=True)
class PaperHead:
    """What a paper begins with."""

    kind: str
    number: str
    """As it would be given now."""
    language: str
    receiver: str
    """Empty: for all parties."""
    made_at: datetime
    made_on: date
    letter: Letter
    prepared: Signatory
    approved: Signatory
    version_id: UUID | None = None
    period: str = ""
    record_count: int = 0
    record_mac: str = ""
    practice: bool = False

    def marked(self, count: int, mac: bytes) -> PaperHead:
        """With the head of the vault at that moment."""
        return replace(self, record_count=count, record_mac=mac.hex())


def head_of(session: Session, asked: Asked) -> PaperHead:
    """The head of the paper that is asked for."""
    if asked.kind not in PROTOCOL_PAPERS:
        raise ValueError(asked.kind)
    centre = session.scalars(select(CentreProfile)).one()
    version = kept(session, asked.version_id) if asked.version_id else None
    own = kept_protocol(session, version.protocol_id).language if version else centre.language
    locale = asked.language or own
    what = asked.period or str(version.number if version else asked.today.year)
    return PaperHead(
        asked.kind, _number(session, asked, f"{_PREFIX[asked.kind]}-{what}", locale), locale, asked.receiver,
        asked.made_at, asked.today, letter_of(centre), Signatory(centre.prepared_by, centre.prepared_by_title),
        Signatory(centre.approved_by, centre.approved_by_title), asked.version_id, asked.period,
        practice=centre.is_practice,
    )  # fmt: skip


def _number(session: Session, asked: Asked, first: str, locale: str) -> str:
    """The first free number; the same paper in another language bears the same one."""
    mine = (
        ProtocolPaper.kind == asked.kind, ProtocolPaper.version_id.is_not_distinct_from(asked.version_id),
        ProtocolPaper.period == asked.period, ProtocolPaper.language == locale,
        ProtocolPaper.receiver == asked.receiver,
    )  # fmt: skip
    made = len(session.scalars(select(ProtocolPaper.id).where(*mine)).all())
    return f"{first}/{made + 1}" if made else first


def require_version(asked: Asked) -> UUID:
    """The version the paper is about; asked for by whoever calls, never by a person."""
    if asked.version_id is None:
        raise ValueError(asked.kind)
    return asked.version_id
