"""The minutes on paper and as a file: who was there, what was heard and concluded, who promised what, who signs."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, NP_, Language
from desktop.meetings.minutes import Agreed, Minutes, MinutesItem, Present
from desktop.meetings.paper_content import MinutesPaper
from desktop.meetings.paper_layout import (
    DRAFT,
    MINUTES,
    Cover,
    Paper,
    begun_letter,
    begun_sheet,
    heading,
    title_of,
    when_and_where,
)
from desktop.paper.cells import Column, Row, Table, text
from desktop.paper.face import plain
from desktop.paper.sheet import Drawn, Fact, ProfileMark, Sheet, Signatory
from desktop.records.meeting import MEMBERS, PARTS
from desktop.summaries import sentences

CONTEXT = "minutes"
PRESENCE = {
    "": NP_("minutes", "not noted"),
    "present": NP_("minutes", "yes"),
    "deputy": NP_("minutes", "by deputy"),
    "excused": NP_("minutes", "absence announced"),
    "absent": NP_("minutes", "no"),
}
CAME = frozenset({"present", "deputy"})
CHAIR, MINUTE_TAKER, ATTENDED = NP_("minutes", "Chair"), NP_("minutes", "Minutes by"), NP_("minutes", "Attendance")
DISCUSSED, CONCLUDED = NP_("minutes", "DISCUSSED"), NP_("minutes", "DECIDED")
SEAL = (
    N_(
        "The digital seal shows two things: the file was sealed with the key of the centre whose control code you "
        "hold, and nobody has changed it since but for signatures. It does not show that what is written is right: "
        "those who signed above answer for it. The time is that set on the centre's computer. It is not a qualified "
        "electronic signature and does not replace one. A printed copy carries no seal: check the file."
    ),
    sentences.SEAL[1],
)
"""What the seal shows on minutes, which more than two may sign."""
_FIELD_LENGTH = 60


def draw(paper: MinutesPaper, language: Language | None = None) -> Drawn:
    """The pages, in the paper's own language or another; the seal is spoken of only where there will be one."""
    language = language or Language(paper.head.language)
    cover = _cover(paper, language)
    sheet = begun_sheet(paper.head, cover, language)
    _tell(sheet, paper, cover, language)
    if paper.is_agreed:
        sheet.seal_text(language.say(N_("What the digital seal shows")), [language.say(one) for one in SEAL])
    return sheet.draw()


def letter(paper: MinutesPaper, language: Language | None = None) -> bytes:
    """The same as a DOCX."""
    language = language or Language(paper.head.language)
    cover = _cover(paper, language)
    begun = begun_letter(paper.head, cover, language)
    _tell(begun, paper, cover, language)
    return begun.written()


def _cover(paper: MinutesPaper, language: Language) -> Cover:
    mark = None if paper.is_agreed else ProfileMark(language.say(DRAFT), filled=False)
    return Cover(title_of(MINUTES, paper.minutes, language), mark, paper.minutes.on_day)


def _tell(paper: Paper, content: MinutesPaper, cover: Cover, language: Language) -> None:
    minutes = content.minutes
    heading(paper, content.head, cover, minutes, language)
    if not content.is_agreed and not isinstance(paper, Sheet):
        paper.note(language.say(DRAFT))
    paper.facts_list(_facts(minutes, language))
    _attendance(paper, minutes, language)
    paper.subsection(language.say(N_("Agenda")))
    for number, item in enumerate(minutes.items, 1):
        paper.text(f"{number}. {_title(item, language)}", company=number == len(minutes.items) > 1)
    for number, item in enumerate(minutes.items, 1):
        _item(paper, number, item, minutes, language)
    if minutes.commitments:
        paper.section(language.say(N_("All commitments")))
        paper.table(commitments(minutes.commitments, language, numbered=True))
    _signatures(paper, content, language)


def _facts(minutes: Minutes, language: Language) -> list[Fact]:
    told = ((CHAIR, minutes.chair), (MINUTE_TAKER, minutes.minute_taker))
    who = [Fact(language.pgettext(CONTEXT, label), name) for label, name in told if name]
    return [*when_and_where(minutes, minutes.ends, language), *who]


def _attendance(paper: Paper, minutes: Minutes, language: Language) -> None:
    """Who was asked, who came, and who accepted the statement on confidentiality."""
    say = language.say
    columns = (
        Column(say(N_("Institution"))), Column(say(N_("Representative"))), Column(say(N_("Takes part")), width=1.3),
        Column(say(N_("Was there")), width=1.05),
    )  # fmt: skip
    rows = tuple(
        Row((text(each.institution), text(", ".join(filter(None, (each.name, each.role)))),
             text(say(MEMBERS.get(each.member, ""))), text(language.pgettext(CONTEXT, PRESENCE[each.presence]))))
        for each in minutes.present
    )  # fmt: skip
    notes = tuple(filter(None, (_confidential(minutes, language), _informed(minutes, language))))
    if rows:
        paper.table(Table(language.pgettext(CONTEXT, ATTENDED), "", columns, rows, notes))


def _confidential(minutes: Minutes, language: Language) -> str:
    came = [each for each in minutes.present if each.presence in CAME]
    accepted = [each for each in came if each.confidential]
    if not accepted:
        return ""
    if len(accepted) == len(came):
        return language.say(N_("All who were there accepted the statement on confidentiality."))
    names = _named(accepted)
    return language.say(N_("The statement on confidentiality was accepted by: {names}"), names=names)


def _informed(minutes: Minutes, language: Language) -> str:
    told = [each for each in minutes.present if each.sent_information]
    names = ", ".join(dict.fromkeys(each.institution for each in told))
    return language.say(N_("Information sent before the meeting: {names}"), names=names) if told else ""


def _named(people: Sequence[Present]) -> str:
    return ", ".join(each.name or each.institution for each in people)


def _title(item: MinutesItem, language: Language) -> str:
    return item.title or language.say(PARTS[item.part])


def _item(paper: Paper, number: int, item: MinutesItem, minutes: Minutes, language: Language) -> None:
    """What was heard, by institution and not by person, what was concluded, and who does what until when."""
    paper.section(language.say(N_("Item {n}. {title}"), n=number, title=_title(item, language)))
    heard = item.heard.strip()
    if item.part == "next" and minutes.next_on and not heard:
        heard = language.say(N_("Next meeting: {date}"), date=language.long_day(minutes.next_on))
    if heard:
        label = "" if language.locale.startswith("sr") else f"{language.pgettext(CONTEXT, DISCUSSED)}. "
        paper.text(label + heard)
    elif not item.conclusions:
        paper.note(language.say(N_("Nothing was noted under this item.")))
    if item.conclusions or item.commitments:
        several = len(item.conclusions) > 1
        told = (f"{place}. {each}" if several else each for place, each in enumerate(item.conclusions, 1))
        table = commitments(item.commitments, language) if item.commitments else None
        paper.conclusion(language.pgettext(CONTEXT, CONCLUDED), "\n".join(told), table)


def commitments(promised: Sequence[Agreed], language: Language, *, numbered: bool = False) -> Table:
    """What was promised, by whom and until when."""
    say = language.say
    columns = (
        Column(language.pgettext("commitment", "What was agreed")), Column(say(N_("Institution"))),
        Column(say(N_("Due")), width=0.95),
    )  # fmt: skip
    rows = [(text(each.what), text(each.institution), text(language.day(each.due_on))) for each in promised]
    if numbered:
        numbers = tuple(Row((text(str(number)), *cells)) for number, cells in enumerate(rows, 1))
        return Table("", "", (Column("", width=0.3), *columns), numbers)
    return Table("", "", columns, tuple(map(Row, rows)))


def _signatures(paper: Paper, content: MinutesPaper, language: Language) -> None:
    """Who signs, when it was agreed; what was corrected later stands under it."""
    say, signs = language.say, content.minutes.signatories
    if not content.is_agreed:
        paper.note(say(N_("Not agreed yet: this is a draft. There is room for signatures once it is agreed.")))
    elif signs:
        paper.section(say(N_("Signatures")))
        paper.signatories(
            Signatory(
                ", ".join(filter(None, (each.institution, each.role))),
                each.name,
                field=_field(number, each.name, language),
            )
            for number, each in enumerate(signs, 1)
        )
    if content.corrections:
        paper.subsection(say(N_("Corrections since the minutes were agreed")))
        for each in content.corrections:
            paper.text(f"{language.day(each.on_day)} · {each.by}: {each.text}")


def _field(number: int, name: str, language: Language) -> str:
    """What the signature field is called: no full stops, since these would make it a field within another."""
    said = language.say(N_("Signature {n}: {name}"), n=number, name=plain(name).replace(".", ""))
    return said.replace(".", "")[:_FIELD_LENGTH].strip(" :")
