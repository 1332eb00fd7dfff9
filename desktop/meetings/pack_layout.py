"""The pack of one institution: a cover with its contents, the agenda, its own agreed sheets, and the lists of cases."""

from __future__ import annotations

from desktop.language import N_, Language
from desktop.meetings import agenda_layout
from desktop.meetings.paper_content import Pack, PackCase
from desktop.meetings.paper_layout import (
    AGENDAS,
    FOR_THE_MEETING,
    PACKS,
    RECEIVER_ONLY,
    Cover,
    begun_sheet,
    title_of,
    when_and_where,
)
from desktop.paper.cells import QUIET, Cell, Column, Row, Table, text
from desktop.paper.sheet import Drawn, ProfileMark, Sheet
from desktop.records.meeting import CASE_LISTS
from desktop.summaries import sentences, sheet_layout


def draw(pack: Pack, language: Language | None = None) -> Drawn:
    """The pages, in the pack's own language or another."""
    language = language or Language(pack.head.language)
    mark = ProfileMark(language.say(RECEIVER_ONLY), filled=True)
    cover = Cover(title_of(PACKS, pack.agenda, language), mark, pack.agenda.on_day)
    sheet = begun_sheet(pack.head, cover, language)
    _cover(sheet, pack, cover, language)
    sheet.part(title_of(AGENDAS, pack.agenda, language), (language.say(FOR_THE_MEETING),))
    agenda_layout.tell(sheet, pack.agenda, language)
    for each in pack.sheets:
        sheet_layout.tell_as_part(sheet, each, language)
    for listed in CASE_LISTS:
        _cases(sheet, listed, tuple(case for case in pack.cases if case.listed == listed), language)
    return sheet.draw()


def _cover(sheet: Sheet, pack: Pack, cover: Cover, language: Language) -> None:
    say, agenda = language.say, pack.agenda
    kept_back = ""
    if pack.withheld:
        kept_back = language.count("{n} item is not in your copy.", "{n} items are not in your copy.", pack.withheld)
    sheet.cover(
        cover.title,
        receiver=say(N_("To: {receiver}"), receiver=pack.head.receiver),
        contents=say(N_("Contents")),
        facts=sentences.facts(pack.head.number, pack.head.made_on, pack.head.letter.town, language),
        about=[
            agenda_layout.meeting_fact(agenda, language),
            *when_and_where(agenda, agenda.ends, language),
        ],
        note=kept_back,
    )


def _cases(sheet: Sheet, listed: str, cases: tuple[PackCase, ...], language: Language) -> None:
    """One list, on pages of its own; of a case without a name nothing stands there but its code and what is asked."""
    if not cases:
        return
    sheet.part(language.say(CASE_LISTS[listed]))
    sheet.table(case_table(cases, language))
    if not all(case.is_named for case in cases):
        sheet.note(language.say(N_("A code stands where this copy may not tell a name.")))
    sheet.note(language.say(N_("Do not copy these pages or pass them on.")))


def case_table(cases: tuple[PackCase, ...], language: Language) -> Table:
    """Numbers of the other bodies, day and place, who, and the step that is asked for."""
    say = language.say
    heads = (
        N_("Police number"), N_("Prosecution number"), N_("Social work number"), N_("Date, place"), N_("Who"),
        N_("Step asked for"),
    )  # fmt: skip
    columns = (Column("", width=0.3), *(Column(say(head)) for head in heads))
    rows = tuple(Row((text(str(number)), *_case(case, language))) for number, case in enumerate(cases, 1))
    return Table("", "", columns, rows)


def _case(case: PackCase, language: Language) -> tuple[Cell, ...]:
    day = language.day(case.on_day) if case.on_day else ""
    place = ", ".join(filter(None, (day, case.municipality)))
    told = (case.police, case.prosecution, case.social_work, place)
    return *(text(each) for each in told), text(case.who, tone="" if case.is_named else QUIET), text(case.asked)
