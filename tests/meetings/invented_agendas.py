"""Invented agendas as they would be composed: of a county meeting, and of a coordination group with long names."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

from desktop.meetings.agenda import (
    Agenda,
    CaseCount,
    CentreFigure,
    ChangedLaw,
    DifferenceCount,
    Held,
    Line,
    Part,
    Problem,
    Promised,
    Told,
    UnitFigure,
)
from desktop.periods import Month

MADE = datetime(2026, 11, 6, 7, 10, tzinfo=UTC)
DAY = date(2026, 11, 12)
POLICE = "Klaipėdos apskrities VPK"
UNITS = (
    "Klaipėdos r. komisariatas",
    "Kretingos r. komisariatas",
    "Palangos komisariatas",
    "Skuodo komisariatas",
    "Šilutės r. komisariatas",
)
LAWYERS, CHILDREN, SOCIAL, US = (
    "Apylinkės prokuratūra",
    "Vaiko teisių apsaugos skyrius",
    "Socialinių paslaugų centras",
    "Pajūrio krizių centras",
)
GROUP = "Група за координацију и сарадњу Основног јавног тужилаштва у Зрењанину"
HOUSE = "Специјализована служба за подршку жртвама насиља у породици „Плава врата“"


def _parts(
    minutes: tuple[tuple[str, int, tuple[Line, ...], tuple[str, ...]], ...], begins: int = 600
) -> tuple[Part, ...]:
    parts = []
    for number, (code, length, lines, missing) in enumerate(minutes, 1):
        starts = time(begins // 60, begins % 60)
        parts.append(Part(UUID(int=number), code, "", "", starts, length, False, lines, missing))
        begins += length
    return tuple(parts)


ACHIEVED: tuple[Line, ...] = (
    Told((UNITS[0],), "Pareigūnai visada užrašė saugų susisiekimo laiką, todėl su žmonėmis susisiekta greičiau."),
    Told((UNITS[1],), "Visi spalio pranešimai perduoti per vieną darbo dieną."),
    Told((UNITS[2], UNITS[3]), "Policijos ir centro skaičiai sutapo be pataisų trečią mėnesį iš eilės."),
    Told((LAWYERS,), "Prokurorė skaitė paskaitą centro mokymuose; dalyvavo 18 žmonių iš septynių institucijų."),
    Told((CHILDREN,), "Į visus centro kreipimusis atsakyta per vieną darbo dieną."),
    Told((US,), "Laiku susisiekta su 121 iš 132 asmenų – daugiausia šiais metais."),
)
PROMISED: tuple[Line, ...] = (
    Promised("Vienas el. pašto adresas pranešimams", POLICE, date(2026, 10, 15), "done", settled_on=date(2026, 10, 14)),
    Promised("Atmintinė pareigūnams apie saugų susisiekimą", US, date(2026, 10, 30), "done"),
    Promised("Budinčių prokurorų telefonų sąrašas", LAWYERS, date(2026, 10, 30), "not_done", 4),
    Promised("Bendri mokymai spalio mėnesį", SOCIAL, date(2026, 10, 31), "impossible", note="bus lapkričio 26 d."),
    Promised("Patikrinti likusį spalio skirtumą", UNITS[4], date(2026, 11, 20), "open"),
)
FIGURES: tuple[Line, ...] = (
    CentreFigure("Pajūrio krizių centras", 113, 109, 108, ("SA-2026-10",)),
    CentreFigure("Marių krizių centras", None, 156, None, ("SA-2026-31",)),
    CentreFigure("Žemaičių krizių centras", None, 9, None),
    UnitFigure(UNITS[0], (41, 60, None)),
    UnitFigure(UNITS[1], (38, 52, 9)),
    UnitFigure(UNITS[2], (19, 30, None)),
    UnitFigure(UNITS[3], (7, 3, None)),
    UnitFigure(UNITS[4], (4, 11, None)),
    DifferenceCount("theirs", "Sent to another centre", 6),
    DifferenceCount("theirs", "Several persons in one notice", 5),
    DifferenceCount("ours", "Came in person first", 1),
)
PROBLEMS: tuple[Line, ...] = (
    Problem(
        3,
        "Dalis pranešimų ateina po trijų darbo dienų.",
        "Pirmasis pokalbis vėluoja, žmogus lieka vienas.",
        "Kad pranešimas ateitų tą pačią arba kitą darbo dieną.",
        US,
        date(2026, 8, 3),
        101,
        3,
        "Komisariatas patikrino, kur užtrunka: perduodama per du paštus.",
    ),
    Problem(
        5,
        "Protokole nenurodyta, kas kviečia pasitarimą, kai gresia pavojus vaikui.",
        "",
        "Papildyti 12 punktą.",
        CHILDREN,
        date(2026, 10, 8),
        35,
        1,
    ),
)
LAW: tuple[Line, ...] = (
    ChangedLaw(
        "Apsaugos nuo smurto artimoje aplinkoje įstatymas",
        "XIV-1234",
        date(2026, 11, 1),
        "Apsaugos orderis perduodamas centrui tą pačią dieną.",
        "https://www.e-tar.lt/",
    ),
)
HELD: tuple[Line, ...] = (
    Held(
        "training",
        "Kaip kalbėti apie saugumo planą",
        date(2026, 10, 21),
        US,
        ((POLICE, 12), (SOCIAL, 4), (CHILDREN, 2)),
        ((LAWYERS, 1), (US, 1)),
    ),
    Held("event", "Savaitė be smurto", date(2026, 11, 23), SOCIAL, ((US, 2),), ()),
)


def agenda() -> Agenda:
    """Of a county meeting in Lithuania, with every part."""
    parts = _parts(
        (
            ("achievements", 15, ACHIEVED, (UNITS[4], SOCIAL)),
            ("commitments", 10, PROMISED, ()),
            ("figures", 15, FIGURES, (SOCIAL,)),
            ("law", 10, LAW, ()),
            ("problems", 15, PROBLEMS, ()),
            ("offers", 5, (), ()),
            ("cases", 10, (CaseCount("new", 3), CaseCount("speed_up", 1)), ()),
            ("trainings", 5, HELD, ()),
            ("next", 5, (), ()),
        )
    )
    return Agenda(
        UUID(int=77),
        "PM-2026-11",
        "County meeting",
        "county",
        "",
        DAY,
        time(10),
        "Kretingos rajono savivaldybė, mažoji salė",
        "Dalia Žvirblytė, Pajūrio krizių centras",
        "Rasa Urbonaitė",
        datetime(2026, 11, 10, 16),
        "lt",
        (POLICE, *UNITS, "Marių krizių centras"),
        (LAWYERS, CHILDREN, SOCIAL),
        MADE.date(),
        Month(2026, 10),
        parts,
        date(2026, 12, 10),
    )


def agenda_rs() -> Agenda:
    """Of a coordination group in Serbia, with the longest names and its table of cases."""
    police = "Полицијска управа у Зрењанину, одељење за сузбијање насиља у породици"
    social = "Центар за социјални рад „Зрењанин“"
    parts = _parts(
        (
            (
                "achievements",
                10,
                (Told((police,), "Све табеле послате су пре рока."), Told((HOUSE,), "За све је нађен смештај.")),
                (GROUP, social),
            ),
            ("commitments", 10, (Promised("Предлог текста члана 12", GROUP, date(2026, 11, 3), "not_done", 2),), ()),
            ("cases", 40, (CaseCount("new", 2), CaseCount("current", 12), CaseCount("speed_up", 1)), ()),
            ("problems", 10, (), ()),
            ("next", 5, (), ()),
        ),
        600,
    )
    return Agenda(
        UUID(int=78),
        "KG-2026-11",
        "Coordination group",
        "coordination",
        "",
        DAY,
        time(10),
        "Основно јавно тужилаштво у Зрењанину, сала 2",
        f"Јелена Ђурђевић-Стојадиновић, {GROUP}",
        "Милош Ћирић",
        datetime(2026, 11, 11, 10),
        "sr_Cyrl",
        (GROUP, police, social),
        (HOUSE,),
        MADE.date(),
        Month(2026, 10),
        parts,
        date(2026, 11, 26),
    )


def content(locale: str) -> Agenda:
    """The meeting that is held in this language."""
    return agenda_rs() if locale.startswith("sr") else agenda()
