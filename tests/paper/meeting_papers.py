"""Invented papers of a meeting with the longest real names, for the tests of what they are drawn with."""

from __future__ import annotations

from datetime import time

from desktop.language import Language
from desktop.paper.cells import ALARM, QUIET, STRONG, Column, Row, Table, text
from desktop.paper.sheet import Drawn, Fact, Foot, Letterhead, ProfileMark, Sheet, Signatory
from tests.paper.conftest import MADE

GROUP = "Група за координацију и сарадњу Основног јавног тужилаштва у Зрењанину"
HOUSE = "Специјализована служба за подршку жртвама насиља у породици „Плава врата“"
OFFICE = "Klaipėdos apskrities vyriausiasis policijos komisariatas"
SAID = "Састанак позива институција која је прва примила пријаву, најкасније наредног радног дана. Усвојено."


def commitments(rows: int) -> Table:
    columns = (Column("Шта"), Column("Ко"), Column("Рок", width=0.9))
    cells = (text("Предлог текста члана 12"), text(GROUP), text("3. 12. 2026."))
    return Table("", "", columns, (Row(cells),) * rows)


def achievements(rows: int) -> Table:
    asked = text("Молимо за једну ствар која је успела.", tone=QUIET)
    done = [text("Све табеле послате су пре рока."), asked, text("није урађено, касни 4 радна дана", tone=ALARM)]
    bodies = [text(each, tone=STRONG) for each in (GROUP, "Дом здравља", HOUSE)]
    lines = tuple(Row((bodies[number % 3], done[number % 3])) for number in range(rows))
    return Table("", "", (Column("", width=2.2), Column("")), lines, ruled=False)


def about() -> list[Fact]:
    return [
        Fact("Када", "четвртак, 12. новембар 2026, 10:00–11:30", strong=True),
        Fact("Где", "Градска кућа, сала 2"),
        Fact("Председава", f"Јелена Ђурђевић-Стојадиновић, {GROUP}"),
        Fact("Позвани", f"стално – {GROUP}; {HOUSE}; {OFFICE}; овај пут – Дом здравља и Школска управа"),
    ]


def signatories(count: int) -> list[Signatory]:
    names = ("Јелена Ђурђевић-Стојадиновић", "Милош Ћирић", "Александра Његић-Бешлић")
    return [
        Signatory((GROUP, "Дом здравља", HOUSE)[number % 3], names[number % 3], field=f"Потпис {number + 1}")
        for number in range(count)
    ]


def begun(locale: str, receiver: str = f"Прималац: {GROUP}", *, large: bool = False) -> Sheet:
    return Sheet(
        Language(locale),
        title="Материјал за састанак",
        made=MADE,
        letterhead=Letterhead(HOUSE, ("Матични број 00000017 · Липова 8, 23000 Зрењанин", "023 000 000")),
        mark=ProfileMark("Заштићени подаци · за састанак", filled=False),
        running="Материјал за састанак · 12. 11. 2026.",
        foot=Foot("Бр. 34/2026 · Материјал", "Ознака евиденције 2.951 · јабука · обала", "Пример", receiver),
        large=large,
    )


def pack(locale: str = "sr_Cyrl", *, large: bool = False, signs: int = 10, conclusions: int = 8) -> Drawn:
    """A pack of three parts: agenda, minutes, and the table of those who sign."""
    sheet = begun(locale, large=large)
    sheet.cover(
        "Материјал за састанак",
        receiver=f"Прималац: {GROUP}",
        contents="Садржај",
        facts=("Број: 34/2026", "Датум: 6. 11. 2026.", "Зрењанин"),
        about=about(),
        note="У вашем примерку нису 2 ставке.",
    )
    sheet.part("Дневни ред")
    sheet.facts_list(about())
    for number, rows in enumerate((8, 3, 14), 1):
        sheet.item(f"{number}. Шта је добро урађено од прошлог састанка", begins=time(10, 15), minutes=15)
        sheet.table(achievements(rows))
    sheet.part("Записник са састанка", facts=("19. 11. 2026.",))
    for number in range(1, conclusions + 1):
        sheet.section(f"Тачка {number}. Усклађивање члана 12 са Општим протоколом")
        sheet.text("Центар за социјални рад навео је да члан 12 не предвиђа ко позива састанак. " * 3)
        sheet.conclusion("Закључак", " ".join([SAID] * (number % 3 + 1)), commitments(number % 4))
    sheet.part("Потписи")
    sheet.text(SAID)
    sheet.signatories(signatories(signs))
    return sheet.draw()
