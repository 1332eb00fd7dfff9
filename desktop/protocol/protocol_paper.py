"""A whole version of the protocol on paper, in any of its languages: what it says, who the parties are, who signs.

Sealed it is only once its text is closed, so that everybody signs the same; until then it is marked as a draft.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_, Language
from desktop.paper.face import plain
from desktop.paper.facts import Fact
from desktop.paper.sheet import Drawn, ProfileMark, Sheet, Signatory
from desktop.protocol.paper_frame import DRAFT, Paper, begun_letter, begun_sheet, heading
from desktop.protocol.paper_head import Asked, PaperHead, head_of, require_version
from desktop.protocol.sheet import ProvisionRow, VersionSheet, read_version
from desktop.protocol.signatories import SignatoryRow, signatories_of
from desktop.protocol.spoken import DOT, basis_words, chapter_words, holder_words, limit_of, name_in
from desktop.records.centre_profile import CentreProfile
from desktop.records.protocol import VERSION_STATES
from desktop.serbian import in_latin
from desktop.summaries import sentences

NOT_FINAL = N_("The text is not closed yet. Until then the protocol can be printed as a draft only.")
SEAL = (
    N_(
        "The digital seal shows two things: the file was sealed with the key of the centre whose control code you "
        "hold, and nobody has changed it since but for signatures. It does not show that what is written is right: "
        "those who signed above answer for it. The time is that set on the centre's computer. It is not a qualified "
        "electronic signature and does not replace one. A printed copy carries no seal: check the file."
    ),
    sentences.SEAL[1],
)
_FIELD_LENGTH = 60


@dataclass(frozen=True)
class Said:
    """One provision as it is printed."""

    number: str
    title: str
    text: str
    told: str
    """Whom it binds, until when, what it rests on."""


@dataclass(frozen=True)
class Chapter:
    """A chapter with its provisions; without a title: those of no chapter."""

    title: str
    provisions: tuple[Said, ...]


@dataclass(frozen=True)
class Party:
    """One who signs."""

    institution: str
    name: str
    role: str
    signed_on: date | None
    withdrawn_on: date | None


@dataclass(frozen=True)
class ProtocolContent:
    """What stands on the paper."""

    head: PaperHead
    name: str
    version: int
    state: str
    adopted_on: date | None
    in_force_from: date | None
    review_on: date | None
    is_closed: bool
    chapters: tuple[Chapter, ...]
    parties: tuple[Party, ...]


def gather(session: Session, asked: Asked) -> ProtocolContent:
    """The version in the language that is asked for; what was not translated stands in the protocol's own."""
    version_id = require_version(asked)
    sheet, head = read_version(session, version_id, asked.today), head_of(session, asked)
    language, version = Language(head.language), sheet.version
    own = session.scalars(select(CentreProfile)).one()
    parties = tuple(_party(row, own.name, language) for row in signatories_of(session, version_id))
    name = name_in(sheet.protocol.name, sheet.protocol.names, language.locale, sheet.protocol.language)
    content = ProtocolContent(
        head, name, version.number, sheet.state, version.adopted_on, version.in_force_from, version.review_on,
        not version.is_open, _chapters(sheet, language, own.short_name or own.name), parties,
    )  # fmt: skip
    return _latin(content) if language.locale == "sr_Latn" else content


def is_final(content: ProtocolContent) -> bool:
    """Whether its text is closed."""
    return content.is_closed


def draw(content: ProtocolContent) -> Drawn:
    """The pages."""
    language = Language(content.head.language)
    mark = None if content.is_closed else ProfileMark(language.say(DRAFT), filled=False)
    sheet = begun_sheet(content.head, content.name, mark, language)
    _tell(sheet, content, language)
    if content.is_closed:
        sheet.seal_text(language.say(N_("What the digital seal shows")), [language.say(one) for one in SEAL])
    return sheet.draw()


def letter(content: ProtocolContent) -> bytes:
    """The same as a DOCX that others edit."""
    language = Language(content.head.language)
    begun = begun_letter(content.head, content.name, language)
    _tell(begun, content, language)
    return begun.written()


def _chapters(sheet: VersionSheet, language: Language, ours: str) -> tuple[Chapter, ...]:
    """The chapters that say something, each with its provisions."""
    own = sheet.protocol.language
    found = [Chapter("", tuple(_said(row, language, own, ours) for row in sheet.in_chapter(None)))]
    for each in sheet.chapters:
        inside = tuple(_said(row, language, own, ours) for row in sheet.in_chapter(each.id))
        found.append(Chapter(chapter_words(each, language, own), inside))
    return tuple(each for each in found if each.provisions)


def _said(row: ProvisionRow, language: Language, own: str, ours: str) -> Said:
    title, text = row.said(language.locale, own)
    facts = (
        (N_("Who is bound"), holder_words(row, language, ours)),
        (N_("Time limit"), limit_of(row.provision, language)),
        (N_("Basis"), basis_words(row)),
    )
    told = DOT.join(f"{language.say(label)}: {words}" for label, words in facts if words)
    return Said(row.provision.number, title, text, told)


def _party(row: SignatoryRow, ours: str, language: Language) -> Party:
    who = row.agency.named(language.locale) if row.agency else ours
    kept = row.signatory
    return Party(who, kept.representative, kept.role, kept.signed_on, kept.withdrawn_on)


def _latin(content: ProtocolContent) -> ProtocolContent:
    """All of it in Latin letters: names of institutions and persons are known in Cyrillic only."""
    chapters = tuple(
        Chapter(in_latin(each.title), tuple(
            Said(in_latin(one.number), in_latin(one.title), in_latin(one.text), in_latin(one.told))
            for one in each.provisions
        ))
        for each in content.chapters
    )  # fmt: skip
    parties = tuple(
        replace(each, institution=in_latin(each.institution), name=in_latin(each.name), role=in_latin(each.role))
        for each in content.parties
    )
    return replace(content, name=in_latin(content.name), chapters=chapters, parties=parties)


def _tell(paper: Paper, content: ProtocolContent, language: Language) -> None:
    heading(paper, content.head, content.name, language)
    if not content.is_closed and not isinstance(paper, Sheet):
        paper.note(language.say(DRAFT))
    paper.facts_list(_facts(content, language))
    for number, chapter in enumerate(content.chapters, 1):
        if chapter.title:
            paper.section(f"{_roman(number)}. {chapter.title}")
        for each in chapter.provisions:
            paper.subsection(f"{each.number}. {each.title}" if each.title else f"{each.number}.")
            if each.text:
                paper.text(each.text)
            if each.told:
                paper.note(each.told, company=True)
    _signatures(paper, content, language)


def _facts(content: ProtocolContent, language: Language) -> list[Fact]:
    say, day = language.say, language.long_day
    told = [(N_("Version"), f"{content.version} ({say(VERSION_STATES[content.state]).lower()})")]
    days = (
        (N_("Adopted on"), content.adopted_on), (N_("In force from"), content.in_force_from),
        (N_("Review by"), content.review_on),
    )  # fmt: skip
    told += [(label, day(on)) for label, on in days if on]
    names = ", ".join(each.institution for each in content.parties if not each.withdrawn_on)
    told += [(N_("Parties"), names)] if names else []
    return [Fact(say(label), words) for label, words in told]


def _signatures(paper: Paper, content: ProtocolContent, language: Language) -> None:
    """A row for each party; while the text can change there is no room for signatures."""
    say, holding = language.say, [each for each in content.parties if not each.withdrawn_on]
    if not holding:
        return
    paper.section(say(N_("Signatures of the parties")))
    if not content.is_closed:
        paper.note(say(N_("There is room for signatures once the text is closed.")))
        return
    paper.signatories(
        Signatory(
            ", ".join(filter(None, (each.institution, each.role))), each.name,
            date=language.day(each.signed_on) if each.signed_on else "", field=_field(number, each, language),
        )
        for number, each in enumerate(holding, 1)
    )  # fmt: skip
    for each in content.parties:
        if each.withdrawn_on:
            day = language.day(each.withdrawn_on)
            paper.note(say(N_("Withdrawn: {name}, {day}"), name=each.institution, day=day))


def _field(number: int, party: Party, language: Language) -> str:
    """What the signature field is called: no full stops, since these would make it a field within another."""
    name = plain(party.name or party.institution).replace(".", "")
    return language.say(N_("Signature {n}: {name}"), n=number, name=name).replace(".", "")[:_FIELD_LENGTH].strip(" :")


def _roman(number: int) -> str:
    """Chapters are counted in Roman numbers, as protocols and laws do."""
    told, left = "", number
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        told, left = told + sign * (left // value), left % value
    return told
