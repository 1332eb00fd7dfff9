"""One provision as it is written: number, text in each language, whom it binds, until when, what it rests on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import LOCALES, N_, NP_, OWN_NAMES, _, chosen, pgettext
from desktop.problems import Problem
from desktop.protocol.cited import cited_points
from desktop.protocol.drafts import BasisDraft, ProvisionDraft, TextDraft
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.protocol.spoken import chapter_words
from desktop.records.protocol import TRIGGERS
from desktop.records.typed import read_number
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group, Place
from desktop.windows.meeting_named import OWN, OWN_WORDS, agency_of, code_of
from desktop.windows.meeting_words import kind_words
from desktop.windows.rows_field import RowsField
from desktop.windows.several import SeveralField

ALL, NOTHING = "all", "nothing"
"""Stand for all parties, and for no trigger."""
NEW = "new "
NO_DRAFT = N_("There is no draft to write in. Begin a revision first.")
UNITS_NAMED = {
    "hours": NP_("unit of a time limit", "hours"),
    "days": NP_("unit of a time limit", "days"),
    "workdays": NP_("unit of a time limit", "working days"),
}
"""The codes of `UNITS`, as they stand alone."""
LINES = ("number", "title", "text", "trigger_words")


def new_about(version_id: UUID, chapter_id: UUID | None) -> str:
    """What the page is asked for where a new provision is wanted."""
    return f"{NEW}{version_id.hex} {chapter_id.hex if chapter_id else ''}".strip()


class ProvisionPage(CentrePage):
    """The form; `about` is a provision, or `new_about` of a version."""

    NAME = "provision"
    HEADING = N_("Provision")

    def groups(self) -> list[Group]:
        """Text, duty, basis, further languages."""
        self._sheet: VersionSheet | None = None
        self._row: ProvisionRow | None = None
        self._made: UUID | None = None
        texts = RowsField(
            "texts", N_("The same in further languages"), add=N_("Add a language"), ask=self._ask_text,
            begins={"language": "", "title": "", "text": ""}, read=lambda told: TextDraft(
                told["language"], told["title"] or "", told["text"] or ""),
            show=lambda one: {"language": one.language, "title": one.title, "text": one.text},
        )  # fmt: skip
        self._chapter = ChoiceField("chapter_id", N_("Chapter"), self._chapters)
        self._holders = ChipsField("holders", N_("Who is bound"), self._parties, several=True)
        self._bases = SeveralField("bases", N_("Act and article"), self._offered)
        self._kind = ChoiceField("meeting_kind_id", N_("Only for this kind of meeting"), self._kinds)
        limit = TextField("limit_number", N_("Time limit"), read=read_number, show=str, signs=4)
        return [
            Group("", [
                [(TextField("number", N_("Number"), required=True, signs=8), 2), (TextField("title", N_("Heading")), 6),
                 (self._chapter, 4)],
                [(LongTextField("text", N_("Text"), lines=5), 12)],
            ]),
            Group(N_("Duty"), [
                [(self._holders, 12)],
                [(limit, 2), (ChipsField("limit_unit", N_("Counted in"), self._units), 10)],
                [(ChoiceField("trigger", N_("Trigger"), self._triggers), 6),
                 (self._kind, 6)],
                [(TextField("trigger_words", N_("Trigger in the words of the protocol")), 12)],
            ]),
            Group(N_("Basis"), [[(self._bases, 12)]]),
            Group(N_("Languages"), [[(texts, 12)]]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it; a new one bears the next number."""
        found = self.record()
        self._sheet = self._version(found)
        self._row = next((row for row in self._sheet.provisions if row.provision.id == found), None)
        if found and self._row is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        if not self._sheet.version.is_open:
            raise Problem(N_("The text of this version is closed. Begin a revision to change it."))
        draft = self._row.draft() if self._row else ProvisionDraft(self._next(), chapter_id=self._named_chapter())
        for each in (self._chapter, self._holders.chips, self._bases, self._kind):
            each.refill()
        self.title.say(N_("Provision {number}") if found else N_("New provision"), number=draft.number)
        holders = (ALL,) if draft.holds_all else tuple(code_of(each) for each in draft.holders)
        cited = {point: words for words, point in self._points().items()}
        bases = tuple(cited.get(each.point_id, each.named) if each.point_id else each.named for each in draft.bases)
        self.form.put({name: getattr(draft, name) for name in (*LINES, "limit_number", "limit_unit")})
        self.form.put({
            "trigger": draft.trigger or NOTHING,
            "chapter_id": draft.chapter_id.hex if draft.chapter_id else "", "holders": holders, "bases": bases,
            "meeting_kind_id": draft.meeting_kind_id.hex if draft.meeting_kind_id else "", "texts": draft.texts,
        })  # fmt: skip

    def write(self, told: dict[str, Any]) -> None:
        """Add it or write it anew."""
        points, provisions, by = self._points(), self.desk.centre.provisions, self.desk.centre.worker
        lines = {name: told[name] or "" for name in (*LINES, "limit_unit")}
        trigger = "" if told["trigger"] == NOTHING else told["trigger"]
        draft = ProvisionDraft(
            **lines, trigger=trigger, chapter_id=UUID(told["chapter_id"]) if told["chapter_id"] else None,
            holds_all=ALL in told["holders"], limit_number=told["limit_number"], texts=told["texts"],
            holders=tuple(agency_of(code) for code in told["holders"] if code != ALL),
            meeting_kind_id=UUID(told["meeting_kind_id"]) if told["meeting_kind_id"] else None,
            bases=tuple(
                BasisDraft(point_id=points[words]) if words in points else BasisDraft(named=words)
                for words in told["bases"]
            ),
        )  # fmt: skip
        if self._row is not None:
            provisions.amend(self._row.provision.id, draft, by)
        elif self._sheet is not None:
            self._made = provisions.add(self._sheet.version.id, draft, by).id

    def saved(self) -> None:
        """To the new one in its list."""
        super().saved()
        if self._made is not None:
            self.desk.go("protocol", ("provisions", self._made))

    def _version(self, provision_id: UUID | None) -> VersionSheet:
        """The version the provision is in, the one that is named, or the draft that is worked on."""
        protocols = self.desk.centre.protocols
        if self.about.startswith(NEW):
            return protocols.sheet(UUID(self.about.split()[1]))
        versions = [row.version for each in protocols.all() for row in protocols.versions(each.id)]
        for version in versions:
            if provision_id is None and version.is_open:
                return protocols.sheet(version.id)
            sheet = protocols.sheet(version.id)
            if any(row.provision.id == provision_id for row in sheet.provisions):
                return sheet
        raise Problem(NO_DRAFT if provision_id is None else N_("This entry was taken back meanwhile."))

    def _named_chapter(self) -> UUID | None:
        named = self.about.split()[2:] if self.about.startswith(NEW) else []
        if named:
            return UUID(named[0])
        return self._sheet.chapters[0].id if self._sheet and self._sheet.chapters else None

    def _next(self) -> str:
        """The number after the greatest whole one."""
        numbers = [row.provision.number for row in self._sheet.provisions] if self._sheet else []
        return str(max((int(each) for each in numbers if each.isdecimal()), default=0) + 1)

    def _chapters(self) -> list[tuple[str, str]]:
        if self._sheet is None:
            return []
        own, speak = self._sheet.protocol.language, chosen()
        return [("", ""), *((each.id.hex, chapter_words(each, speak, own)) for each in self._sheet.chapters)]

    def _parties(self) -> list[tuple[str, str]]:
        """All together, our centre, the parties, and whoever is bound already; every institution where none is."""
        centre, sheet = self.desk.centre, self._sheet
        if sheet is None:
            return [(ALL, _("All parties")), (OWN, _(OWN_WORDS))]
        parties = [row.agency for row in centre.signatories.of(sheet.version.id) if row.agency]
        parties += [each for row in sheet.provisions for each in row.holders if each]
        if not parties:
            working = centre.directory.agencies(active_on=centre.world.today())
            parties = [each for each in working if each.kind != "self" and not each.parent_id]
        named = {each.id.hex: each.known_as for each in parties}
        return [(ALL, _("All parties")), (OWN, _(OWN_WORDS)), *named.items()]

    def _triggers(self) -> list[tuple[str, str]]:
        return [(code or NOTHING, _(words)) for code, words in TRIGGERS.items()]

    def _units(self) -> list[tuple[str, str]]:
        return [(code, pgettext("unit of a time limit", words)) for code, words in UNITS_NAMED.items()]

    def _kinds(self) -> list[tuple[str, str]]:
        return [("", ""), *((kind.id.hex, kind_words(kind)) for kind in self.desk.centre.diary.kinds())]

    def _points(self) -> dict[str, UUID]:
        return cited_points(self.desk.centre.vault)

    def _offered(self) -> list[str]:
        """What acts that were brought in say, and what other provisions rest on."""
        rows = self._sheet.provisions if self._sheet else ()
        named = (each.cited for row in rows for each in row.bases if each.cited)
        return list(dict.fromkeys((*self._points(), *named)))

    def _ask_text(self) -> list[Place]:
        """A language, and title and text in it."""
        return [
            (ChoiceField("language", N_("Language"), self._languages, required=True), 4),
            (TextField("title", N_("Heading")), 8),
            (LongTextField("text", N_("Text"), lines=4), 12),
        ]

    def _languages(self) -> list[tuple[str, str]]:
        own = self._sheet.protocol.language if self._sheet else ""
        return [(locale, OWN_NAMES[locale]) for locale in LOCALES if locale != own]

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, self.record(), raw, str(raw.get("title") or raw.get("number", "")))
