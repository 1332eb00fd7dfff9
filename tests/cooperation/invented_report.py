"""An invented yearly report with something in every part: a break, hidden figures, long names."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desktop.cooperation.indicators import INDICATORS
from desktop.cooperation.report import Report
from desktop.cooperation.report_lines import (
    Achieved,
    Arrived,
    Coming,
    Commitments,
    Curve,
    Definition,
    Direction,
    Dot,
    GivenUp,
    Group,
    Grown,
    Kept,
    Learned,
    Met,
    OpenProblem,
    Solved,
    Trainings,
    Turn,
)
from desktop.cooperation.report_protocol_lines import DutyLine, Party, ProtocolYear, VersionLine
from desktop.figures.rules import RULES
from desktop.figures.subjects import SUBJECTS
from desktop.figures.training_counts import DIRECTIONS
from desktop.periods import Month
from desktop.protocol.paper_head import PaperHead
from desktop.summaries.summary import Letter, Signatory
from desktop.summaries.year_corrections import ENTERED, MOVED, Changed, Corrected
from desktop.summaries.year_corrections import RULES as RULES_CHANGED

YEAR, FIRST = 2025, Month(2024, 1)
OFFICE = "Klaipėdos apskrities vyriausiasis policijos komisariatas"
GROUP = "Група за координацију и сарадњу Основног јавног тужилаштва у Зрењанину"
WORDS = {
    "lt": ("Metai, kai susėdome prie vieno stalo.", "Nuo balandžio skaičiuojama kitaip."),
    "en": ("The year in which we sat down at one table.", "From April on it is counted in another way."),
    "sr_Cyrl": ("Година у којој смо сели за исти сто.", "Од априла се броји другачије."),
    "sr_Latn": ("Godina u kojoj smo seli za isti sto.", "Od aprila se broji drugačije."),
}


def head(locale: str) -> PaperHead:
    """As of a centre that writes in this language."""
    made = datetime(2026, 1, 20, 8, 0, tzinfo=UTC)
    return PaperHead(
        "report", "CR-2025", locale, "", made, date(2026, 1, 20), Letter("Pajūrio krizių centras", ("Vasaros g. 4",),
        "Kretinga"), Signatory("Rūta Jonynienė", "Statistika"), Signatory("Dalia Žvirblytė", "Direktorė"),
        period="2025", record_count=4812, record_mac="00112233445566778899aabbccddeeff",
    )  # fmt: skip


def report(locale: str = "lt", *, is_draft: bool = False) -> Report:
    """The whole of it."""
    lead, figures = WORDS[locale]
    used = [INDICATORS[code] for code in ("S-1", "S-6", "S-9")]
    return Report(
        head(locale), YEAR, date(2025, 12, 31), Met(11, 8),
        (Achieved((OFFICE,), ("Visi pranešimai perduoti per vieną darbo dieną.",)),
         Achieved((GROUP, "Pajūrio krizių centras"), ("Bendra pranešimo forma.", "Mokymai kas ketvirtį."))),
        (_notices(), _accepted()), _arrived(), _duties(), _commitments(), _trainings(), (_protocol(),),
        (OpenProblem(4, "Savaitgalio sąrašai vėluoja.", date(2025, 3, 2), 304, 3, OFFICE, "Sutarta dėl budėtojo."),),
        (Solved("Dalis numerių buvo be kodo.", date(2025, 9, 1), "Forma papildyta."),),
        Coming(2, date(2026, 9, 1), (("Pavyzdinės taisyklės", date(2026, 2, 1)),)),
        (*(Definition(one.code, one.title, one.definition) for one in used),
         Definition("P-2", RULES["P-2"].unit, RULES["P-2"].sentence)),
        (("lead", lead), ("figures", figures)), is_draft, _corrected(),
    )  # fmt: skip


def _notices() -> Curve:
    one = INDICATORS["S-1"]
    values = [142 + place * 3 % 17 + place for place in range(15)] + [96 + place * 5 % 11 for place in range(9)]
    dots = tuple(Dot(FIRST.later(place), None if place == 4 else float(value), is_hidden=place == 4)
                 for place, value in enumerate(values))  # fmt: skip
    years = (Month(2024, 1), Month(2024, 12)), (Month(2025, 1), Month(2025, 12))
    quarters = (Month(2024, 1), Month(2024, 3)), (Month(2025, 1), Month(2025, 3))
    later = (Month(2025, 4), Month(2025, 6)), (Month(2025, 10), Month(2025, 12))
    return Curve(
        one.code, one.title, one.unit, one.measure, one.shape, one.digits, dots, 1,
        (Turn(15, Month(2025, 4), "pranešama tik atvykus pareigūnams"),),
        (
            Grown(one.code, *quarters, 431, 509, change=78 / 431),
            Grown(one.code, *later, 302, 342, manner=("pranešama tik atvykus pareigūnams",), change=40 / 302),
            Grown(one.code, *years, 1897, None, is_comparable=False),
            Grown(one.code, *years, 310, 344, without=(OFFICE,), change=34 / 310),
        ),
    )  # fmt: skip


def _accepted() -> Curve:
    one = INDICATORS["S-6"]
    dots = tuple(Dot(FIRST.later(3 * place), 0.6 + place * 0.02) for place in range(8))
    half = (Month(2024, 1), Month(2024, 3)), (Month(2025, 10), Month(2025, 12))
    grown = Grown(one.code, *half, None, None, is_hidden=True), Grown(one.code, *half, 0.6, 0.74, change=0.14)
    return Curve(one.code, one.title, one.unit, one.measure, one.shape, one.digits, dots, 3, (), grown)


def _arrived() -> tuple[Arrived, ...]:
    return (
        Arrived(OFFICE, 12, 1302, 1290, 1251), Arrived("Vaiko teisių apsaugos skyrius", 3, None, None, None, True),
        Arrived("Priėmimo skyrius", 6, 44, 40, None), Arrived("", 12, None, None, None, True),
    )  # fmt: skip


def _duties() -> tuple[DutyLine, ...]:
    return (
        DutyLine("4.2", "Pranešimas centrui", OFFICE, 212, 190, 22, 0, 7.0, "hours"),
        DutyLine("4.2", "Pranešimas centrui", "Skuodo komisariatas", 24, None, None, 0, None, "hours"),
        DutyLine("9", "Pasitarimai", "", 11, 10, 1, 0, 2.5, "workdays"),
    )


def _commitments() -> Commitments:
    rows = Kept(OFFICE, 14, 1, 1), Kept(GROUP, 0, 2, 0), Kept("Pajūrio krizių centras", 9, 0, 0, 2)
    given_up = (GivenUp("Bendri mokymai mokykloms", GROUP, "Lektorė išvyko."),)
    return Commitments(rows, 4.0, given_up)


def _trainings() -> Trainings:
    directions = tuple(Direction(code, words.msgid, 40 + n, n) for n, (code, words) in enumerate(DIRECTIONS))
    held = (
        Learned("training", date(2025, 3, 7), "Rizikos vertinimas", OFFICE, 14, 2),
        Learned("event", date(2025, 9, 6), "Atvirų durų diena", "Pajūrio krizių centras", 11, 0),
        Learned("publicity", date(2025, 11, 25), "Kur kreiptis pagalbos", "Pajūrio krizių centras", 0, 0, "Laikraštis"),
    )
    group = Group("Bendra pranešimo forma", 3, date(2024, 9, 10), date(2025, 3, 10), "Forma suderinta.")
    return Trainings(directions, held, (group,))


def _corrected() -> tuple[Corrected, ...]:
    march, october = Month(2025, 3), Month(2025, 10)
    received, contact = SUBJECTS["received"].title, SUBJECTS["contact"].title
    return (
        Corrected(march, "SV-2025-03-M", "SV-2025-03-M/2", date(2025, 4, 20), (Changed(received, 141, 152),),
                  (RULES_CHANGED,), "Balandį pataisyta skaičiavimo tvarka."),
        Corrected(october, "SV-2025-10", "SV-2025-11", date(2025, 12, 4),
                  (Changed(received, 120, None), Changed(contact)), (ENTERED, MOVED)),
    )  # fmt: skip


def _protocol() -> ProtocolYear:
    versions = (
        VersionLine(1, "superseded", date(2005, 11, 25), date(2005, 11, 25), 38, 6, 6),
        VersionLine(2, "in_force", date(2025, 9, 1), date(2025, 9, 1), 41, 5, 6),
    )
    parties = (
        Party(OFFICE, "Andrius Kalvaitis", "viršininkas", date(2025, 8, 30), None),
        Party(GROUP, "Весна Шљукић", "", None, None),
    )
    return ProtocolYear(
        "Bendradarbiavimo protokolas", versions, 1, 2, (("added", 4), ("changed", 7), ("removed", 1)),
        2, (("matched", 30), ("partly", 8), ("missing", 3)), parties, date(2026, 9, 1),
    )  # fmt: skip
