"""The invitation: one page that says when and where, what will be spoken of, and what each is asked to bring."""

from __future__ import annotations

from desktop.language import N_, Language
from desktop.meetings.agenda import Agenda
from desktop.meetings.paper_content import Invitation
from desktop.meetings.paper_layout import INVITATIONS, Cover, begun_sheet, heading, item_title, title_of, when_and_where
from desktop.paper import face as type_
from desktop.paper.blocks import Words
from desktop.paper.cells import QUIET, Column, Row, Table, text
from desktop.paper.sheet import Drawn, Fact, Sheet, Signature
from desktop.summaries import sentences

MOST_ITEMS = 9
"""So many lines of the agenda stand there; what is left out stands on the agenda itself."""
APART = 13.5
"""Between the parts of the letter."""
FEWER = (8, 4, 2, 0)
"""How many of its own commitments it is reminded of: as many as leave the letter on one page."""


def draw(paper: Invitation, language: Language | None = None) -> Drawn:
    """The page, in the paper's own language or another."""
    language = language or Language(paper.head.language)
    for most in FEWER:
        sheet = _told(paper, language, most)
        if sheet.pages == 1:
            break
    return sheet.draw()


def _told(paper: Invitation, language: Language, most: int) -> Sheet:
    say, agenda, head = language.say, paper.agenda, paper.head
    cover = Cover(title_of(INVITATIONS, agenda, language), None, agenda.on_day)
    sheet = begun_sheet(head, cover, language)
    heading(sheet, head, cover, agenda, language)
    sheet.facts_list([Fact(say(N_("Receiver")), head.receiver), *when_and_where(agenda, agenda.ends, language)])
    sheet.block(Words(say(N_("Dear colleagues,")), type_.TEXT, before=APART))
    sheet.text(say(N_("We invite you to the meeting. It begins with what went well since the last time.")))
    sheet.subsection(say(N_("What we will speak of")))
    sheet.table(_items(agenda, language))
    sheet.subsection(say(N_("What we ask of you")))
    for number, words in enumerate(_asked(paper, language, most), 1):
        sheet.text(f"{number}. {words}")
    until = say(N_("Send it by: {moment}. Until then the papers stay open."), moment=agenda.cut_off)
    sheet.block(Words(until, type_.TEXT, before=APART))
    if head.phone:
        sheet.text(say(N_("If you have questions or cannot come, call: {phone}"), phone=head.phone))
    sheet.block(Words("", type_.TEXT))
    title, name = head.signs.title, head.signs.name
    sheet.signatures([Signature(say(N_("FOR THE CENTRE")), ", ".join(filter(None, (title, head.us))), name)])
    return sheet


def _items(agenda: Agenda, language: Language) -> Table:
    shown = list(enumerate(agenda.parts, 1))[:MOST_ITEMS]
    rows = [
        Row((text(language.clock(part.starts), tone=QUIET),
             text(item_title(number, part.part, part.title, part.msgid, language))))
        for number, part in shown
    ]  # fmt: skip
    left = len(agenda.parts) - len(shown)
    if left:
        rows.append(Row((text(""), text(language.count("{n} further item", "{n} further items", left), tone=QUIET))))
    return Table("", "", (Column("", width=0.5), Column("")), tuple(rows), ruled=False)


def _asked(paper: Invitation, language: Language, most: int) -> list[str]:
    """What this institution is asked for; first one thing that went well."""
    say = language.say
    asked = []
    if paper.asks_for_achievement:
        asked.append(say(N_("Tell us one thing that went well since the last meeting.")))
    else:
        asked.append(say(N_("What went well you have told us: thank you. It stands first on the agenda.")))
    if paper.asks_for_list:
        month = sentences.month_title(paper.agenda.month, language)
        asked.append(
            say(N_("Send your list of notices, so that we can agree on the figures. Month: {month}"), month=month)
        )
    if promised := paper.own_commitments:
        shown = promised[:most]
        names = "; ".join(shown) + ("; …" if len(shown) < len(promised) and shown else "")
        asked.append(
            say(N_("Tell us how these commitments stand: {names}"), names=names)
            if shown
            else language.count(
                "Tell us how your {n} open commitment stands.", "Tell us how your {n} open commitments stand.",
                len(promised),
            )
        )  # fmt: skip
    asked.append(say(N_("Tell us who will come.")))
    return asked
