"""An invented month reconciled with the police, and the published case of two numbers, as sheets without a vault."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from desktop.periods import Month
from desktop.reconciliation.count_settling import CountReason, CountSettlement
from desktop.reconciliation.settling import ENTERED, Sums
from desktop.reconciliation.statement import UNEXPLAINED, Difference, Statement, UnitLine, count_statement
from desktop.records.difference import OURS, THEIRS
from desktop.summaries.reconciliation_sheet import (
    Correction,
    Earlier,
    NamedRow,
    Partner,
    ReconciliationSheet,
    Sister,
)
from desktop.summaries.summary import Letter, Signatory

MADE = datetime(2026, 11, 5, 12, 32, tzinfo=UTC)
NAMES = ("Klaipėdos m.", "Klaipėdos r.", "Kretingos r.", "Palangos m.", "Skuodo r.", "Šilutės r.")
CYRILLIC = (
    "Полицијска испостава Нови Бечеј",
    "Група за координацију и сарадњу Полицијске станице у Зрењанину",
    "Полицијска станица Житиште",
    "Полицијска станица Сечањ",
    "Полицијска станица Нова Црња",
    "Испостава за спречавање насиља у породици Бечеј",
)
FIGURES = ((0, 0, 0), (35, 33, 33), (36, 34, 35), (21, 21, 21), (12, 12, 12), (9, 8, 8))
PERSONS = ("Daiva Jonaitienė", "Zita Norvilienė", "Jūratė Kusaitė", "Ieva Rimkutė", "Asta Petrauskienė")


def code(place: int) -> str:
    """Names a unit."""
    return str(UUID(int=0x100 + place))


def a_statement(figures: tuple[tuple[int, int, int], ...], differences: tuple[Difference, ...]) -> Statement:
    """The figures of some units; the sums follow from the differences as the reconciliation reckons them."""
    counted: dict[str, Counter[str]] = {THEIRS: Counter(), OURS: Counter()}
    for each in differences:
        if each.reason not in (ENTERED, UNEXPLAINED) and not each.counts:
            counted[each.side][each.reason] += each.number

    def of(side: str, reason: str) -> int:
        return sum(each.number for each in differences if (each.side, each.reason) == (side, reason))

    sums = Sums(
        sent=sum(sent for sent, _received, _agreed in figures),
        received=sum(received for _sent, received, _agreed in figures),
        entered=of(THEIRS, ENTERED),
        month_before=of(OURS, "month_before"),
        theirs=dict(counted[THEIRS]),
        ours=dict(counted[OURS]),
        unexplained_theirs=of(THEIRS, UNEXPLAINED),
        unexplained_ours=of(OURS, UNEXPLAINED),
        undecided_theirs=0,
        undecided_ours=0,
    )
    lines = tuple(UnitLine(code(place), *each) for place, each in enumerate(figures))
    return Statement(lines, differences, sums)


DIFFERENCES = (
    Difference(code(1), THEIRS, "other_centre", 1, "gyvena mieste"),
    Difference(code(1), THEIRS, "next_month", 1),
    Difference(code(2), THEIRS, "duplicate", 1),
    Difference(code(2), THEIRS, ENTERED, 1),
    Difference(code(5), THEIRS, UNEXPLAINED, 1),
)
SISTERS = (
    Sister({"": "Marių"}, {code(0): 143, code(1): 7, code(2): 0, code(3): 2, code(4): 0, code(5): 4}),
    Sister({"": "Žemaičių"}, {code(0): 0, code(2): 3, code(4): 6}),
)
NAMED = tuple(
    NamedRow(mark, THEIRS, f"77-PR-{number}-26", date(2026, 10, day), name, reason, other)
    for mark, number, day, name, reason, other in (
        ("a", 3344, 9, PERSONS[0], "other_centre", ""),
        ("b", 3361, 27, PERSONS[1], "next_month", "2026/402"),
        ("c", 3352, 15, PERSONS[2], "duplicate", ""),
        ("d", 3360, 22, PERSONS[3], ENTERED, "2026/403"),
        ("e", 3363, 27, PERSONS[4], UNEXPLAINED, ""),
    )
)


def fixed_sheet(locale: str = "lt", **changes: object) -> ReconciliationSheet:
    """The sheet of October; the same in every run."""
    names = CYRILLIC if locale == "sr_Cyrl" else NAMES
    own = "Полицијска управа у Зрењанину" if locale == "sr_Cyrl" else "Klaipėdos apskrities VPK"
    full = own if locale == "sr_Cyrl" else "Klaipėdos apskrities vyriausiasis policijos komisariatas"
    sheet = ReconciliationSheet(
        UUID(int=7), Month(2026, 10), Month(2026, 10), locale, "SA-2026-10", MADE, date(2026, 11, 5),
        Letter("Pajūrio krizių centras", ("Asociacija, kodas 300000017 · Vasaros g. 4, Kretinga", "+370 445 00000"),
               "Kretinga"),
        "Pajūrio krizių centras", Partner({"": full}, own, "police"), "", "incident",
        a_statement(FIGURES, DIFFERENCES), {code(place): {"": name} for place, name in enumerate(names)}, True,
        date(2026, 11, 5), Signatory("Audronė Šimkutė", "Vyriausioji specialistė"),
        Signatory("Dalia Žvirblytė", "Direktorė"),
        entered_on={code(2): (date(2026, 11, 5),)}, sisters=SISTERS,
        earlier=(
            Earlier(Month(2026, 9), Month(2026, 9), 101, 2, "SA-2026-09"),
            Earlier(Month(2026, 8), Month(2026, 8), 14, 1, ""),
        ),
        what_next="Šilutės r. komisariatas ir centras iki lapkričio 20 d. patikrins nepaaiškintą pranešimą; "
        "rezultatas bus lapkričio akte.",
        record_count=4796, record_mac="00112233445566778899aabbccddeeff", practice=True,
    )  # fmt: skip
    return replace(sheet, **changes)  # type: ignore[arg-type]


def counted_sheet(locale: str = "lt") -> ReconciliationSheet:
    """The published case of 2020: the parts make 16,549, the total is 16,672, and two reasons explain the 123."""
    found = CountSettlement(
        {"": 16_672},
        {"": 16_549},
        (
            CountReason(THEIRS, "residence_unknown", 43, note="gyvenamoji vieta nenustatyta"),
            CountReason(THEIRS, "emergency_line", 80),
        ),
    )
    return fixed_sheet(
        locale,
        first=Month(2020, 1),
        last=Month(2020, 12),
        number="SA-2020",
        counted="persons",
        statement=count_statement(found, ()),
        units={"": {"": ""}},
        sisters=(),
        earlier=(),
        entered_on={},
        what_next="",
    )


def large_sheet(locale: str = "lt") -> ReconciliationSheet:
    """Twenty units and fifteen differences, some of them on our side."""
    reasons = ("several_persons", "children", "other_centre", "residence_unknown", UNEXPLAINED)
    theirs = tuple(Difference(code(place), THEIRS, reasons[place % 5], 1) for place in range(12))
    ours = tuple(Difference(code(place), OURS, "in_person", 1) for place in range(12, 15))
    figures = tuple((20, 19, 19) if place < 12 else (20, 21, 20) if place < 15 else (20, 20, 20) for place in range(20))
    units = {code(place): {"": f"Vakarų apskrities {place + 1}-oji policijos nuovada"} for place in range(20)}
    return fixed_sheet(locale, statement=a_statement(figures, theirs + ours), units=units, sisters=(), entered_on={})


A_CORRECTION = Correction("2026/431", came=True)
