"""A protocol, a provision, a chapter and a party as typed, before they are kept; each tells what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from desktop.language import LOCALES, N_
from desktop.problems import Problem
from desktop.records.protocol import CHAPTERS, TRIGGERS, UNITS, Protocol, ProtocolChapter, ProtocolSignatory, Provision
from desktop.records.typed_check import (
    LONG,
    NAME,
    SHORT,
    checked_choices,
    checked_days,
    checked_filled,
    checked_lengths,
    checked_ranges,
)
from desktop.records.typed_text import clean, clean_line

NUMBER = 20
"""Characters allowed in the number of a provision."""
LONGEST_LIMIT = 1000


@dataclass(frozen=True)
class ProtocolDraft:
    """A protocol as typed; see `Protocol`."""

    name: str = ""
    language: str = ""
    names: str = ""

    @classmethod
    def of(cls, protocol: Protocol) -> ProtocolDraft:
        """As it stands, to be amended."""
        return cls(protocol.name, protocol.language, protocol.names)

    def cleaned(self) -> ProtocolDraft:
        """The same without unseen signs."""
        return replace(self, name=clean_line(self.name), names=clean(self.names))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (
            *checked_filled(self, ("name", "language")),
            *checked_lengths(self, {"name": NAME}),
            *(checked_choices(self, {"language": LOCALES}) if self.language else ()),
        )


@dataclass(frozen=True)
class ChapterDraft:
    """A chapter as typed; see `ProtocolChapter`."""

    code: str = ""
    title: str = ""
    titles: str = ""

    @classmethod
    def of(cls, chapter: ProtocolChapter) -> ChapterDraft:
        """As it stands, to be amended."""
        return cls(chapter.code, chapter.title, chapter.titles)

    def cleaned(self) -> ChapterDraft:
        """The same without unseen signs."""
        return replace(self, title=clean_line(self.title), titles=clean(self.titles))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        untitled = not self.code and not self.title
        return (
            *checked_choices(self, {"code": {"": "", **CHAPTERS}}),
            *checked_lengths(self, {"title": SHORT}),
            *((Problem(N_("Fill in this field."), field="title"),) if untitled else ()),
        )


@dataclass(frozen=True)
class TextDraft:
    """A provision in a further language, as typed."""

    language: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class BasisDraft:
    """What a provision rests on: a point of an act that was brought in, or act and article in words."""

    point_id: UUID | None = None
    named: str = ""


@dataclass(frozen=True)
class ProvisionDraft:
    """A provision as typed; see `Provision` for what each field means."""

    number: str = ""
    title: str = ""
    text: str = ""
    chapter_id: UUID | None = None
    holds_all: bool = False
    holders: tuple[UUID | None, ...] = ()
    """Institutions it binds; None: our own centre."""
    trigger: str = ""
    trigger_words: str = ""
    meeting_kind_id: UUID | None = None
    limit_number: int | None = None
    limit_unit: str = ""
    texts: tuple[TextDraft, ...] = ()
    bases: tuple[BasisDraft, ...] = ()

    def cleaned(self) -> ProvisionDraft:
        """The same without unseen signs, without empty texts and bases, and each holder once."""
        texts = (replace(each, title=clean_line(each.title), text=clean(each.text)) for each in self.texts)
        bases = (replace(each, named=clean_line(each.named)) for each in self.bases)
        return replace(
            self, number=clean_line(self.number), title=clean_line(self.title), text=clean(self.text),
            trigger_words=clean_line(self.trigger_words), holders=tuple(dict.fromkeys(self.holders)),
            texts=tuple(each for each in texts if each.title or each.text),
            bases=tuple(dict.fromkeys(each for each in bases if each.point_id or each.named)),
        )  # fmt: skip

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (
            *checked_filled(self, ("number",)),
            *((Problem(N_("Fill in this field."), field="text"),) if not (self.title or self.text) else ()),
            *checked_lengths(self, {"number": NUMBER, "title": SHORT, "text": LONG, "trigger_words": SHORT}),
            *checked_choices(self, {"trigger": TRIGGERS, "limit_unit": UNITS}),
            *checked_ranges(self, {"limit_number": (0, LONGEST_LIMIT)}),
            *self._limit(),
            *self._texts(),
        )

    def _limit(self) -> Iterator[Problem]:
        if self.limit_unit and self.limit_number is None:
            yield Problem(N_("Fill in this field."), field="limit_number")
        if self.limit_number is not None and not self.limit_unit:
            yield Problem(N_("Say whether the limit counts hours, days or working days."), field="limit_unit")

    def _texts(self) -> Iterator[Problem]:
        for each in self.texts:
            if each.language not in LOCALES:
                yield Problem(N_("Choose from the list."), field="texts")
            yield from (replace_field(one, "texts") for one in checked_lengths(each, {"title": SHORT, "text": LONG}))


def replace_field(problem: Problem, field: str) -> Problem:
    """The same problem, told at another field."""
    return Problem(problem.sentence, field=field, **problem.values)


@dataclass(frozen=True)
class SignatoryDraft:
    """A party as typed; see `ProtocolSignatory`."""

    agency_id: UUID | None = None
    representative: str = ""
    role: str = ""
    deputy: str = ""
    signed_on: date | None = None
    withdrawn_on: date | None = None
    why_withdrawn: str = ""

    @classmethod
    def of(cls, signatory: ProtocolSignatory) -> SignatoryDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(signatory, each.name) for each in fields(cls)})

    def cleaned(self) -> SignatoryDraft:
        """The same without unseen signs."""
        return replace(
            self, representative=clean_line(self.representative), role=clean_line(self.role),
            deputy=clean_line(self.deputy), why_withdrawn=clean(self.why_withdrawn),
        )  # fmt: skip

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        days = ("signed_on", "withdrawn_on")
        later = [Problem(N_("This date has not come yet."), field=name) for name in days if self._after(name, today)]
        early = self.withdrawn_on and (self.signed_on is None or self.withdrawn_on < self.signed_on)
        return (
            *checked_lengths(self, {"representative": NAME, "role": NAME, "deputy": NAME, "why_withdrawn": SHORT}),
            *checked_days(self, days),
            *later,
            *((Problem(N_("Only who has signed can withdraw, not before."), field="withdrawn_on"),) if early else ()),
        )

    def _after(self, name: str, today: date) -> bool:
        day: date | None = getattr(self, name)
        return day is not None and day > today


def draft_of(
    provision: Provision, holders: tuple[UUID | None, ...], texts: tuple[TextDraft, ...], bases: tuple[BasisDraft, ...]
) -> ProvisionDraft:
    """A provision as it stands, to be amended."""
    own = {each.name for each in fields(ProvisionDraft)} - {"holders", "texts", "bases"}
    return ProvisionDraft(
        **{name: getattr(provision, name) for name in own}, holders=holders, texts=texts, bases=bases
    )  # fmt: skip
