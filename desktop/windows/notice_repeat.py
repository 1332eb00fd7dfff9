"""Whether a notice that is typed repeats an earlier one: of whom it is asked, and the card that proposes the link.

A repeat is a further notice about the same person within the period that the centre has set. Who is only likely to be
her, or is of her family, is proposed and never taken by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.records.looks_alike import Alike
from desktop.records.referral import Referral
from desktop.windows.buttons import PLAIN, SOFT, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row

SAME, LIKELY, FAMILY = "same", "probably", "family"
HEADS = {
    SAME: N_("Repeat: an earlier notice about the same person came within the period that the centre has set."),
    LIKELY: N_("If this is the same person, it is a repeat."),
    FAMILY: N_("An earlier notice about the family came within the period that the centre has set."),
}
MOST = 4
"""Numbers named at most."""


@dataclass(frozen=True)
class Repeats:
    """Earlier notices about somebody who is meant, or may be."""

    person_id: UUID
    how: str
    """`SAME`, `LIKELY` or `FAMILY`."""
    earlier: tuple[Referral, ...]
    """The latest first."""


def asked_of(
    centre: Centre,
    received: datetime | None,
    alike: Sequence[Alike],
    *,
    taken: UUID | None,
    family: Collection[UUID],
    about: UUID | None,
) -> tuple[Repeats, ...]:
    """What repeats, surest first; `about` is the notice that is amended. Off the window's thread."""
    if received is None:
        return ()
    people: dict[UUID, str] = dict.fromkeys(family, FAMILY)
    if taken is None:
        people |= {one.person.id: one.likeness for one in alike if one.likeness in (LIKELY, FAMILY)}
    elif (sheet := centre.people.find(taken)) is not None:
        people |= {kin.person.id: FAMILY for kin in sheet.family}
        people[taken] = SAME
    found = (
        Repeats(person, FAMILY if person in family else how, earlier)
        for person, how in people.items()
        if (earlier := centre.referrals.repeated_by(person, received, about))
    )
    return tuple(sorted(found, key=lambda one: list(HEADS).index(one.how)))


class RepeatCard(Card):
    """What would be repeated, and the link that says it is so."""

    def __init__(self, repeats: Repeats, *, link: Callable[[], object], open_it: Callable[[], object]) -> None:
        super().__init__(tone="blue", margins=(16, 10, 12, 8), gap=4)
        speak = chosen()
        words, row = Column(gap=3), Row(gap=12)
        words.addWidget(Label(HEADS[repeats.how], "strong", wrap=True))
        named = ", ".join(f"{r.label} ({speak.day(r.received_at.date())})" for r in repeats.earlier[:MOST])
        words.addWidget(text(_("Earlier: {notices}", notices=named), "body", wrap=True))
        if repeats.how == FAMILY:
            words.addWidget(Label(N_("Only notices about the same person count as repeat."), "second", wrap=True))
        row.addWidget(Drawing("undo", "blue"))
        row.addLayout(words, 1)
        self.column.addLayout(row)
        answers = QWidget()
        flow = Flow(answers, gap=8)
        if repeats.how != SAME:
            flow.addWidget(Button(N_("Link as repeat"), SOFT, do=link))
        flow.addWidget(Button(N_("Open"), PLAIN, do=open_it))
        self.column.addWidget(answers)
