"""One working day at an invented centre, as data: windows and commands both live it, on vaults that must agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

PASSPHRASE = "rasa malūnas tiltas vyšnia langas smiltis"
SECOND = "uoga stogas marios verpstė liepsna takas"
CENTRE = "Dienos centras „Žymuo“"
DIRECTOR = "Žymantė Žymenytė"
WORKER = "Rasa Žymaitė"
HOLDERS = (DIRECTOR, WORKER, "Aldona Raštienė")
"""Who keep the sheets of recovery."""
SENDER = "Klaipėdos r. PK žymuo"
PERSON = "Daiva Žymenienė-Đorđević"
PHONE = "+37061230041"
DESCRIPTION = "Žymus aprašymas ŽYMUO-77123"
NOTE = "Žymi pastaba ŽYMUO-88123"
RECEIVED = datetime(2026, 10, 20, 16, 52)
FIRST_TRY = datetime(2026, 10, 21, 9, 10)
SECOND_TRY = datetime(2026, 10, 21, 11, 20)
MONTH = "2026-10"
MINUTES = 45

MARKERS = (PERSON, "Žymenienė", "61230041", "ŽYMUO-77123", "ŽYMUO-88123", "Žymaitė", "žymuo")
"""Strings that must stand in no file outside the vault, papers that were asked for aside."""


@dataclass(frozen=True)
class DayEnd:
    """What the vault holds in the evening, whichever face was used."""

    persons: tuple[str, ...]
    outcome: str
    attempts: tuple[tuple[str, str], ...]
    """When and how each attempt went."""
    minutes: int
    """Minutes of help, the one that was taken back not counted."""
    workers: tuple[str, ...]
    issued: tuple[str, ...]
    """Months issued."""


EXPECTED = DayEnd(
    persons=(PERSON,),
    outcome="accepted",
    attempts=(("2026-10-21 09:10", "no_answer"), ("2026-10-21 11:20", "reached")),
    minutes=MINUTES,
    workers=tuple(sorted((DIRECTOR, WORKER))),
    issued=(MONTH,),
)
