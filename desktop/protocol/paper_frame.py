"""The edges of every paper about the protocol: letterhead, mark, number, receiver, record mark.

The same content is told to a `Sheet`, which is printed and sealed, or to a `Letter`, which others edit.
"""

from __future__ import annotations

from desktop.language import N_, Language
from desktop.paper.letter import Letter
from desktop.paper.sheet import Foot, Letterhead, ProfileMark, Sheet
from desktop.protocol.paper_head import PaperHead
from desktop.summaries import sentences

Paper = Sheet | Letter
"""What a paper is told to."""
FOR_THE_MEETING = N_("Protected figures · for the meeting")
DRAFT = N_("DRAFT – not adopted")


def begun_sheet(head: PaperHead, title: str, mark: ProfileMark | None, language: Language) -> Sheet:
    """A paper to be printed and sealed; `title` is said in the language."""
    return Sheet(
        language, title=title, made=head.made_at, letterhead=Letterhead(head.letter.name, head.letter.lines),
        mark=mark, running=f"{head.letter.name} · {title}", foot=_foot(head, title, language),
    )  # fmt: skip


def begun_letter(head: PaperHead, title: str, language: Language) -> Letter:
    """The same as a file that others edit: without the record mark, which belongs to what is sealed."""
    foot = _foot(head, title, language)
    return Letter(
        language, title=title, made=head.made_at, letterhead=Letterhead(head.letter.name, head.letter.lines),
        running=f"{head.letter.name} · {title}", foot=Foot(foot.words, "", foot.note, foot.receiver),
    )  # fmt: skip


def heading(paper: Paper, head: PaperHead, title: str, language: Language) -> None:
    """Title, number, day and place of the paper in the order of the country's papers."""
    paper.heading(title, sentences.facts(head.number, head.made_on, head.letter.town, language))


def _foot(head: PaperHead, title: str, language: Language) -> Foot:
    number = sentences.numbered(head.number, language)
    words = " · ".join(filter(None, (number[:1].upper() + number[1:], title)))
    receiver = language.say(N_("To: {receiver}"), receiver=head.receiver) if head.receiver else ""
    return Foot(
        words if receiver else f"{words} · {language.say(N_('To: all parties'))}",
        sentences.record_mark(head.record_count, head.record_mac, language),
        language.say(N_("Example, invented data")) if head.practice else "",
        receiver,
    )
