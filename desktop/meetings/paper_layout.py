"""What all papers of a meeting share: titles by the kind of meeting, the edges of their pages, the facts of a meeting.

The same content is told to a `Sheet`, which is printed and sealed, or to a `Letter`, which others edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.language import N_, Language
from desktop.meetings.agenda import Agenda
from desktop.meetings.minutes import Minutes
from desktop.meetings.paper_content import Head
from desktop.paper.letter import Letter
from desktop.paper.sheet import Fact, Foot, Letterhead, ProfileMark, Sheet
from desktop.summaries import sentences

Paper = Sheet | Letter
"""What a paper is told to."""
AGENDAS = {
    "": N_("Agenda of the meeting"),
    "county": N_("Agenda of the county meeting"),
    "commission": N_("Agenda of the municipal commission"),
    "coordination": N_("Agenda of the coordination group"),
    "consultative": N_("Agenda of the consultative meeting"),
    "group": N_("Agenda of the working group meeting"),
}
PACKS = {"": N_("Papers for the meeting")}
INVITATIONS = {
    "": N_("Invitation to a meeting"),
    "county": N_("Invitation to the county meeting"),
    "commission": N_("Invitation to the meeting of the municipal commission"),
    "coordination": N_("Invitation to the meeting of the coordination group"),
    "consultative": N_("Invitation to a consultative meeting"),
    "group": N_("Invitation to the meeting of the working group"),
}
MINUTES = {
    "": N_("Minutes of the meeting"),
    "county": N_("Minutes of the county meeting"),
    "commission": N_("Minutes of the municipal commission"),
    "coordination": N_("Minutes of the coordination group"),
    "consultative": N_("Minutes of the consultative meeting"),
    "group": N_("Minutes of the working group meeting"),
}
FOR_THE_MEETING = N_("Protected figures · for the meeting")
RECEIVER_ONLY = N_("For the receiver only")
DRAFT = N_("DRAFT – not agreed")
NOT_SEALED = N_("DRAFT – not sealed")


@dataclass(frozen=True)
class Cover:
    """What tells one paper from the others on every page."""

    title: str
    """In the paper's language."""
    mark: ProfileMark | None
    on_day: date
    """The day of the meeting."""


def title_of(titles: dict[str, str], about: Agenda | Minutes, language: Language) -> str:
    """The title by the kind of meeting; a kind that a centre named itself stands below it, as a fact."""
    return language.say(titles.get(about.kind_code, titles[""]))


def begun_sheet(head: Head, cover: Cover, language: Language) -> Sheet:
    """A paper to be printed and sealed, or a working copy, which says so instead."""
    mark = ProfileMark(language.say(NOT_SEALED), filled=False) if head.is_draft else cover.mark
    return Sheet(
        language, title=f"{cover.title} · {language.day(cover.on_day)}", made=head.made_at,
        letterhead=_letterhead(head), mark=mark, running=_running(cover, language),
        foot=_foot(head, cover, language),
    )  # fmt: skip


def begun_letter(head: Head, cover: Cover, language: Language) -> Letter:
    """The same as a file that others edit: without the record mark, which belongs to what is sealed."""
    foot = _foot(head, cover, language)
    return Letter(
        language, title=f"{cover.title} · {language.day(cover.on_day)}", made=head.made_at,
        letterhead=_letterhead(head), running=_running(cover, language),
        foot=Foot(foot.words, "", foot.note, foot.receiver),
    )  # fmt: skip


def heading(paper: Paper, head: Head, cover: Cover, about: Agenda | Minutes, language: Language) -> None:
    """Title, number, day and place of the paper; then what it is about, and a kind that the centre named itself."""
    day = about.on_day if isinstance(about, Minutes) else head.made_on
    paper.heading(cover.title, sentences.facts(head.number, day, head.letter.town, language))
    if about.topic:
        paper.lead(about.topic)
    paper.facts_list(kind_fact(about, language))


def kind_fact(about: Agenda | Minutes, language: Language) -> list[Fact]:
    """A kind that a centre named itself; the usual ones stand in the title."""
    return [] if about.kind_code else [Fact(language.say(N_("Kind of meeting")), about.kind)]


def when_and_where(about: Agenda | Minutes, ends: time | None, language: Language) -> list[Fact]:
    """The facts with which every paper of a meeting begins."""
    say = language.say
    facts = [Fact(say(N_("When")), when(about.on_day, about.begins, ends, language), True)]
    return facts + ([Fact(say(N_("Where")), about.place)] if about.place else [])


def when(day: date, begins: time, ends: time | None, language: Language) -> str:
    """Day, weekday and times; the months stand as the language wants them."""
    weekday, said = language.weekday(day.weekday()), language.long_day(day)
    if ends is None:
        return language.say(N_("{weekday}, {date}, {begins}"), weekday=weekday, date=said, begins=begins)
    return language.say(N_("{weekday}, {date}, {begins}–{ends}"), weekday=weekday, date=said, begins=begins, ends=ends)


def item_title(number: int, part: str, title: str, msgid: str, language: Language) -> str:
    """The heading of one item."""
    return f"{number}. {title or language.say(msgid)}" if part else title


def _letterhead(head: Head) -> Letterhead:
    return Letterhead(head.letter.name, head.letter.lines)


def _running(cover: Cover, language: Language) -> str:
    return " · ".join((cover.title, language.day(cover.on_day)))


def _foot(head: Head, cover: Cover, language: Language) -> Foot:
    number = sentences.numbered(head.number, language)
    words = " · ".join(filter(None, (number[:1].upper() + number[1:], cover.title)))
    receiver = language.say(N_("To: {receiver}"), receiver=head.receiver) if head.receiver else ""
    return Foot(
        words if receiver else f"{words} · {language.say(N_('To: all who take part'))}",
        sentences.record_mark(head.record_count, head.record_mac, language),
        language.say(N_("Example, invented data")) if head.practice else "",
        receiver,
    )
