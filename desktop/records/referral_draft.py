"""What is typed of a notice before it is kept: frozen drafts, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from desktop.vault.record import Codes


@dataclass(frozen=True)
class MentionDraft:
    """A person as the notice names her."""

    name: str = ""
    role: str = "experienced"
    birth_year: int | None = None
    sex: str = "unknown"
    phone: str = ""
    """In any shape; kept in international form where it can be understood."""
    municipality: str = ""
    """Residence; empty: not given."""
    kinds: Codes = ()
    relation: str = ""
    relation_ended: str = "unknown"
    person_id: UUID | None = None
    """Set when she was recognised as someone known; otherwise a new person is made."""


@dataclass(frozen=True)
class MeasureDraft:
    """A protection order or an urgent measure."""

    kind: str
    granted_at: datetime
    granted_by: str = ""
    until_at: datetime | None = None
    """None: counted from the length of its kind."""
    obligations: Codes = ()
    prolonged_until: datetime | None = None


@dataclass(frozen=True)
class ReferralDraft:
    """A notice as typed."""

    received_at: datetime | None = None
    sender_id: UUID | None = None
    unit_id: UUID | None = None
    channel: str = ""
    officer: str = ""
    reference: str = ""
    mentions: tuple[MentionDraft, ...] = ()
    incident_on: date | None = None
    incident_place: str = ""
    incident_municipality: str = ""
    children_saw: str = "unknown"
    measures: tuple[MeasureDraft, ...] = ()
    risk_instrument: str = ""
    risk_level: str = ""
    risk_on: date | None = None
    risk_by: str = ""
    description: str = ""
    origin: str = field(default="log")
    worker_id: UUID | None = None
