"""The local protocol of cooperation as it is kept: its versions, chapters, provisions, and who signed it.

A version that was adopted is never changed any more; a revision begins with a copy of it. What is laid down in a
provision with a time limit is watched (`duty`), what it rests on is judged (`alignment`).
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Record

VERSION_STATES = {
    "draft": N_("Draft"),
    "closed": N_("Ready for signature"),
    "adopted": N_("Adopted"),
    "in_force": N_("In force"),
    "superseded": N_("Superseded"),
    "ended": N_("No longer in force"),
}
"""How a version stands."""
CHAPTERS = {
    "preamble": N_("Preamble and legal basis"),
    "purpose": N_("Purpose and principles"),
    "definitions": N_("Definitions"),
    "parties": N_("Parties and their part"),
    "referral": N_("Reporting and the way of a notice"),
    "information": N_("Exchange of information and confidentiality"),
    "coordination": N_("Coordination group and talks about cases"),
    "plan": N_("Individual plan"),
    "records": N_("Records and statistics"),
    "training": N_("Training and prevention"),
    "monitoring": N_("Monitoring and reports"),
    "complaints": N_("Complaints and departures from the protocol"),
    "duration": N_("Duration, amendment, withdrawal"),
    "signatures": N_("Signatures"),
    "annexes": N_("Annexes"),
}
"""The usual chapters of a local protocol, in their order; they bring a title and no text."""
TRIGGERS = {
    "": N_("Nothing that Liepa watches"),
    "incident": N_("From the incident to the notice"),
    "order": N_("From an order or measure to the notice of it"),
    "contact": N_("From the notice to the first contact"),
    "order_end": N_("Contact with the person before an order ends"),
    "plan": N_("From the day set in a plan to the deed"),
    "papers": N_("Papers handed over before a meeting"),
    "meeting": N_("From one meeting to the next of its kind"),
    "minutes": N_("From a meeting to agreed minutes"),
    "commitment": N_("From the day promised at a meeting to the deed"),
    "by_hand": N_("Something else, noted by hand"),
}
"""What sets the time limit of a provision running, and what ends it."""
BEFOREHAND = frozenset({"papers", "order_end"})
"""Those whose limit counts back from a moment: it must be done so long before."""
UNITS = {"": N_("No time limit"), "hours": N_("hours"), "days": N_("days"), "workdays": N_("working days")}
"""In what a time limit is counted. Days end with the day; working days are the centre's own."""

TOLD_OF = {"name": N_("Name"), "telephone": N_("Telephone"), "address": N_("Address")}
"""What a text may tell of a person."""


class Protocol(Record):
    """A local protocol of cooperation, whatever version of it is in force."""

    __tablename__ = "protocol"

    name: Mapped[str]
    names: Mapped[str] = mapped_column(default="")
    """Its name in other languages, one a line: the language, a space, the name."""
    language: Mapped[str]
    """The language of its own text."""
    position: Mapped[int] = mapped_column(default=0)


class ProtocolVersion(Record):
    """One version of a protocol."""

    __tablename__ = "protocol_version"
    __table_args__ = (UniqueConstraint("protocol_id", "number"),)

    protocol_id: Mapped[UUID] = mapped_column(ForeignKey("protocol.id"))
    number: Mapped[int]
    """Counted up from 1."""
    based_on_id: Mapped[UUID | None] = mapped_column(ForeignKey("protocol_version.id"))
    """The version that it revises."""
    begun_on: Mapped[date]
    why: Mapped[str] = mapped_column(default="")
    """What the revision is for."""
    closed_on: Mapped[date | None]
    """Since when its text is closed, so that everybody signs the same; None while it is a draft."""
    adopted_on: Mapped[date | None]
    in_force_from: Mapped[date | None]
    ended_on: Mapped[date | None]
    """The first day on which it held no longer though no other version took its place."""
    review_on: Mapped[date | None]
    """By when it is to be looked at again."""

    def state(self, today: date, replaced_on: date | None = None) -> str:
        """One of `VERSION_STATES`; `replaced_on`: from when a later version is in force."""
        if self.in_force_from and self.in_force_from <= today:
            if replaced_on and replaced_on <= today:
                return "superseded"
            return "ended" if self.ended_on and self.ended_on <= today else "in_force"
        if self.adopted_on:
            return "adopted"
        return "closed" if self.closed_on else "draft"

    @property
    def is_open(self) -> bool:
        """Whether its text may still be changed."""
        return self.closed_on is None


class ProtocolChapter(Record):
    """A chapter of one version."""

    __tablename__ = "protocol_chapter"
    __table_args__ = (Index("protocol_chapter_by_version", "version_id", "position"),)

    version_id: Mapped[UUID] = mapped_column(ForeignKey("protocol_version.id"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(default="")
    """A code of `CHAPTERS`; empty for one of the centre's own."""
    title: Mapped[str] = mapped_column(default="")
    """Its own title; empty: the usual words."""
    titles: Mapped[str] = mapped_column(default="")
    """Its title in other languages, one a line: the language, a space, the title."""

    @property
    def known_as(self) -> str:
        """Its title: its own as it is, the usual one as an English msgid."""
        return self.title or CHAPTERS.get(self.code, "")


class Provision(Record):
    """One provision of one version."""

    __tablename__ = "provision"
    __table_args__ = (Index("provision_by_version", "version_id", "position"),)

    version_id: Mapped[UUID] = mapped_column(ForeignKey("protocol_version.id"))
    chapter_id: Mapped[UUID | None] = mapped_column(ForeignKey("protocol_chapter.id"))
    origin_id: Mapped[UUID] = mapped_column(index=True)
    """The same in every version in which the provision stands: its identifier where it stood first."""
    position: Mapped[int]
    """Its place in the whole version, from 1."""
    number: Mapped[str]
    """As it is cited: 4, 4.2, 12a; no two of a version are the same."""
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    """In the protocol's own language."""
    holds_all: Mapped[bool] = mapped_column(default=False)
    """Whether it binds every party; otherwise those of `ProvisionHolder`."""
    trigger: Mapped[str] = mapped_column(default="")
    """A code of `TRIGGERS`."""
    trigger_words: Mapped[str] = mapped_column(default="")
    """What sets it running, in the protocol's own words."""
    meeting_kind_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting_kind.id"))
    """Which meetings it is about; None: all. Only for triggers of meetings."""
    limit_number: Mapped[int | None]
    """How many of `limit_unit`; 0: on the same day, or at once."""
    limit_unit: Mapped[str] = mapped_column(default="")
    """A code of `UNITS`."""

    @property
    def is_watched(self) -> bool:
        """Whether its time limit is watched."""
        return bool(self.trigger and self.limit_unit and self.limit_number is not None)


class ProvisionText(Record):
    """A provision in a further language."""

    __tablename__ = "provision_text"
    __table_args__ = (UniqueConstraint("provision_id", "language"),)

    provision_id: Mapped[UUID] = mapped_column(ForeignKey("provision.id"))
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    is_behind: Mapped[bool] = mapped_column(default=False)
    """Whether the protocol's own text was changed since."""


class ProvisionHolder(Record):
    """An institution that a provision binds."""

    __tablename__ = "provision_holder"
    __table_args__ = (UniqueConstraint("provision_id", "agency_id"),)

    provision_id: Mapped[UUID] = mapped_column(ForeignKey("provision.id"), index=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """None: our own centre."""


class ProtocolSignatory(Record):
    """A party to one version: who signs for it, and whether it still holds to it."""

    __tablename__ = "protocol_signatory"
    __table_args__ = (UniqueConstraint("version_id", "agency_id"),)

    version_id: Mapped[UUID] = mapped_column(ForeignKey("protocol_version.id"), index=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """None: our own centre."""
    representative: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    """The representative's office, as typed."""
    deputy: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    why_withdrawn: Mapped[str] = mapped_column(default="")


class MeantText(Record):
    """A closed text that tells of a person, of which somebody said that it is meant so, or tells of another."""

    __tablename__ = "meant_text"

    what: Mapped[str]
    """A code of `TOLD_OF`."""
    code: Mapped[str]
    """The person's, or the notice's in which she is named."""
    text: Mapped[str]
    noted_by: Mapped[str]
    noted_on: Mapped[date]
