"""Invented papers of meetings: for all who take part, for one receiver, the invitation, and minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from desktop.meetings.minutes import Agreed, Minutes, MinutesItem, Present
from desktop.meetings.paper_content import (
    AgendaPaper,
    Correction,
    Head,
    Invitation,
    MinutesPaper,
    Pack,
    PackCase,
)
from desktop.summaries.summary import Letter, Signatory
from tests.meetings.invented_agendas import GROUP, HOUSE, MADE, SOCIAL, US, agenda, agenda_rs, content
from tests.summaries.invented_sheet import fixed_sheet

OFFICE = "Klaipėdos apskrities vyriausiasis policijos komisariatas"
MAC = "00112233445566778899aabbccddeeff"


def head(locale: str = "lt", receiver: str = OFFICE) -> Head:
    """As of a centre that writes in this language."""
    if locale.startswith("sr"):
        letter = Letter(HOUSE, ("Матични број 00000017 · Липова 8, 23000 Зрењанин", "023 000 000"), "Зрењанин")
        signs = Signatory("Александра Његић-Бешлић", "координаторка службе")
        return Head(
            "KG-2026-11",
            locale,
            receiver,
            MADE,
            MADE.date(),
            letter,
            "„Плава врата“",
            "023 000 000",
            signs,
            2951,
            MAC,
            True,
        )
    lines = ("Asociacija, kodas 300000017 · Vasaros g. 4, Kretinga", "+370 445 00000 · centras@pavyzdys.example")
    letter = Letter(US, lines, "Kretinga")
    signs = Signatory("Dalia Žvirblytė", "Direktorė")
    return Head("PM-2026-11", locale, receiver, MADE, MADE.date(), letter, US, "+370 445 00000", signs, 4803, MAC, True)


def agenda_paper(locale: str = "lt") -> AgendaPaper:
    """For all who take part."""
    return AgendaPaper(head(locale, ""), content(locale))


def cases() -> tuple[PackCase, ...]:
    """By name where it may be seen, by code where not."""
    named = [
        PackCase(
            "current",
            f"Јована Стојадиновић-Ђорђевић {number}",
            True,
            "продужење хитне мере",
            f"03.17.2-{number}/26",
            f"Кт-{400 + number}/26",
            f"551-{number}/2026",
            date(2026, 11, number),
            "Зрењанин",
        )
        for number in range(1, 13)
    ]
    return (
        PackCase(
            "new",
            "Марија Петровић",
            True,
            "процена ризика",
            "03.17.2-88/26",
            "Кт-512/26",
            "551-99/2026",
            date(2026, 11, 4),
            "Нови Бечеј",
        ),
        PackCase("new", "2026/419", False, "план заштите"),
        *named,
        PackCase("speed_up", "2026/7", False),
    )


def pack(locale: str = "sr_Cyrl") -> Pack:
    """For the prosecution in Serbia, or the police in Lithuania with the sheet both agreed."""
    if locale.startswith("sr"):
        return Pack(head(locale, GROUP), agenda_rs(), cases(), 2)
    sheet = fixed_sheet(locale)
    told = (PackCase("new", "2026/419", False, "saugumo planas"),)
    return Pack(head(locale), agenda(), told, 1, (replace(sheet, number="SA-2026-10"),))


def invitation(locale: str = "lt") -> Invitation:
    """Which asks for everything."""
    to, promised = (GROUP, "Предлог текста члана 12") if locale.startswith("sr") else (SOCIAL, "Bendri mokymai")
    return Invitation(head(locale, to), content(locale), True, True, (promised,))


def minutes(locale: str = "sr_Latn", *, agreed: bool = True, corrections: tuple[Correction, ...] = ()) -> MinutesPaper:
    """Of a consultative meeting, with conclusions, commitments, and those who will sign."""
    many = [
        Present(GROUP, "Јелена Ђурђевић-Стојадиновић", "јавна тужитељка", "permanent", "present", True, True, True),
        Present("Полицијска управа", "Милош Ћирић", "", "permanent", "deputy", True, True, True),
        Present("Основни суд", "Невена Џодан", "", "occasional", "excused", False, False, False),
        Present(HOUSE, "Весна Шљукић", "координаторка", "permanent", "present", True, True, True),
    ]
    items = (
        MinutesItem(
            "achievements",
            "",
            "Дом здравља је увео јединствен образац за упућивање. Полицијска управа је све табеле послала пре рока.",
        ),
        MinutesItem(
            "own",
            "Усклађивање члана 12 са Општим протоколом",
            "Центар за социјални рад је навео да члан 12 не предвиђа ко позива састанак.",
            ("Члан 12 се допуњује: састанак позива институција која је прва примила пријаву. Усвојено једногласно.",),
            (
                Agreed("Предлог текста члана 12", GROUP, date(2026, 12, 3)),
                Agreed("Мишљење о предлогу", "све потписнице", date(2026, 12, 10)),
            ),
        ),
        MinutesItem(
            "problems",
            "",
            "Удружење је изнело чињеницу: део пријава стиже после три радна дана.",
            ("Рок се прати месец дана.", "Бројеви се доносе на следећи састанак."),
        ),
        MinutesItem("next", "", ""),
    )
    told = Minutes(
        "34/2026",
        "Consultative meeting",
        "consultative",
        "О ревизији локалног протокола о сарадњи",
        date(2026, 11, 19),
        time(10),
        time(11, 45),
        "Градска кућа, сала 2",
        "Јелена Ђурђевић-Стојадиновић",
        "Весна Шљукић",
        tuple(many),
        items,
        date(2026, 12, 17),
        HOUSE,
    )
    if locale in ("lt", "en"):
        told = replace(told, institution=US)
    return MinutesPaper(replace(head(locale, ""), number="34/2026"), told, agreed, corrections)
