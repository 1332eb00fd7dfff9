"""The lists a centre may edit: channels, relations, kinds of violence and of assistance, measures, reasons.

The country profile seeds them (`country`); a seeded code keeps its English msgid, so it speaks every language,
until the centre gives it words of its own. Codes are never deleted, only retired: past records still show them.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.language import N_
from desktop.vault.record import Record

LISTS = {
    "referral_channel": N_("How notices arrive"),
    "violence_kind": N_("Kinds of violence"),
    "relation": N_("Relations"),
    "contact_channel": N_("Ways of contact"),
    "assistance_kind": N_("Kinds of assistance"),
    "worker_role": N_("Workers' professions"),
    "measure_kind": N_("Orders and measures"),
    "obligation": N_("Obligations of an order"),
    "risk_instrument": N_("Risk instruments"),
    "risk_level": N_("Risk levels"),
    "consent_purpose": N_("Purposes of consent"),
    "outcome_reason": N_("Reasons of an outcome"),
    "unsafe_call_reason": N_("Reasons to contact outside the agreed hours"),
}
"""The editable lists by name."""


class Code(Record):
    """One entry of an editable list."""

    __tablename__ = "code"
    __table_args__ = (UniqueConstraint("list_name", "code"),)

    list_name: Mapped[str]
    """Which list, one of `LISTS`."""
    code: Mapped[str]
    """What records store; never shown, never changed."""
    msgid: Mapped[str] = mapped_column(default="")
    """The seeded English word, translated when shown; empty for the centre's own codes."""
    own_words: Mapped[str] = mapped_column(default="")
    """The centre's own words; shown as typed in every language."""
    place: Mapped[int] = mapped_column(default=0)
    """Position in the list, from 0."""
    is_active: Mapped[bool] = mapped_column(default=True)
    hours: Mapped[int] = mapped_column(default=0)
    """Length in hours of an order or measure that ends by itself (360 = 15 days); 0 elsewhere."""
    prolonged_hours: Mapped[int] = mapped_column(default=0)
    """Further hours when it is prolonged; 0 where it cannot be."""
    source: Mapped[str] = mapped_column(default="")
    """The law or order the length was taken from."""

    def shown(self, say: Callable[[str], str]) -> str:
        """The entry's words in the language of `say`."""
        return self.own_words or say(self.msgid)
