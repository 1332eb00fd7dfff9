"""The forms of a round of revision: a change of a provision is proposed, and what an institution says is noted."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.protocol.cited import cited_points
from desktop.protocol.revision_drafts import ChangeDraft, CommentDraft
from desktop.protocol.revision_rows import ChangeRow
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.protocol.spoken import chapter_words
from desktop.records.protocol import TRIGGERS, UNITS
from desktop.records.revision import COMMENT_SOURCES
from desktop.records.typed import read_number
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.labels import Label
from desktop.windows.meeting_named import OWN, agency_of, code_of, latest_meetings, who
from desktop.windows.time_fields import DateField
from desktop.windows.unfinished_forms import ASKED

GONE = N_("This entry was taken back meanwhile.")
NO_DRAFT = N_("There is no draft to write in. Begin a revision first.")
NEW, CHANGE = "new ", "change "
NOTHING = "nothing"
KINDS = {"change": N_("It should say something else"), "remove": N_("It should be left out")}


def about_new(version_id: UUID, point_id: UUID | None = None) -> str:
    """What the page is asked for where a new provision is proposed, which may answer to a point of an act."""
    return f"{NEW}{version_id.hex} {point_id.hex if point_id else ''}".strip()


def about_change(change_id: UUID) -> str:
    """What a page is asked for where it is about a proposed change."""
    return f"{CHANGE}{change_id.hex}"


class RevisionPage(CentrePage):
    """A page about a draft: a provision of it, a proposed change, or something new."""

    def kept_under(self) -> UUID | None:
        """A proposed change by its own identifier, else the provision."""
        return UUID(self.about.removeprefix(CHANGE)) if self.about.startswith(CHANGE) else self.record()

    def _keep(self, raw: dict[str, Any]) -> bool:
        words = " ".join(str(raw.get("title") or raw.get("text") or "").split())
        return self.desk.keep_draft(self.NAME, self.kept_under(), {**raw, ASKED: self.about}, words)

    def draft(self) -> VersionSheet:
        """The draft it is about; the one that is worked on where none is named."""
        protocols, wanted = self.desk.centre.protocols, self.record()
        if self.about.startswith(NEW):
            return protocols.sheet(UUID(self.about.split()[1]))
        for each in protocols.all():
            for version in protocols.versions(each.id):
                if not version.version.is_open:
                    continue
                sheet = protocols.sheet(version.version.id)
                if wanted is None or any(row.provision.id == wanted for row in sheet.provisions):
                    return sheet
        raise Problem(NO_DRAFT)

    def change(self, sheet: VersionSheet) -> ChangeRow | None:
        """The proposed change it is about."""
        if not self.about.startswith(CHANGE):
            return None
        code = UUID(self.about.removeprefix(CHANGE))
        found = next(
            (row for row in self.desk.centre.revision.changes(sheet.version.id) if row.change.id == code), None
        )
        if found is None:
            raise Problem(GONE)
        return found

    def provision(self, sheet: VersionSheet) -> ProvisionRow | None:
        """The provision of the draft it is about."""
        return next((row for row in sheet.provisions if row.provision.id == self.record()), None)


class ChangePage(RevisionPage):
    """What a provision should become; `about` is a provision of the draft, `about_change` or `about_new`."""

    NAME = "protocol_change"
    HEADING = N_("Propose a change")

    def groups(self) -> list[Group]:
        """Kind, words, limit, why and whose."""
        self._sheet: VersionSheet | None = None
        self._draft = ChangeDraft()
        self._change_id: UUID | None = None
        self._kind = ChipsField("kind", N_("What is proposed"), self._kinds)
        self._chapter = ChoiceField("chapter_id", N_("Chapter"), self._chapters)
        self._point = ChoiceField("point_id", N_("Answers to this point of an act"), self._points)
        limit = TextField("limit_number", N_("Time limit"), read=read_number, show=str, signs=4)
        triggers = ChoiceField("trigger", N_("Trigger"), self._triggers)
        return [
            Group("", [
                [(self._kind, 12)],
                [(TextField("number", N_("Number"), required=True, signs=8), 2), (TextField("title", N_("Heading")), 6),
                 (self._chapter, 4)],
                [(LongTextField("text", N_("Text"), lines=6), 12)],
                [(self._point, 12)],
            ]),
            Group(N_("Duty"), [
                [(limit, 2), (ChipsField("limit_unit", N_("Counted in"), self._units), 10)],
                [(triggers, 6)],
            ]),
            Group(N_("Proposal"), [
                [(InstitutionField(self.desk, "agency_id", N_("Proposed by"), who(self.desk.centre)), 6),
                 (DateField("on_day", N_("Proposed on"), self.desk.centre.world.today), 4)],
                [(LongTextField("why", N_("Why"), lines=3), 12)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """The provision as it stands, or the change as it was proposed."""
        sheet = self._sheet = self.draft()
        row, provision = self.change(sheet), self.provision(sheet)
        self._change_id = row.change.id if row else None
        if row:
            self._draft = ChangeDraft.of(row.change)
        elif provision:
            self._draft = ChangeDraft.for_provision(provision.provision)
        else:
            self._draft = self._new(sheet)
        draft, is_new = self._draft, self._draft.kind == "add"
        for field in (self._kind.chips, self._chapter, self._point):
            field.refill()
        self._kind.setVisible(not is_new)
        self._chapter.setVisible(is_new)
        self._point.setVisible(is_new)
        heading = N_("Propose a new provision") if is_new else N_("Propose a change: provision {number}")
        self.title.say(heading, number=draft.number)
        told = {each.name: getattr(draft, each.name) for each in fields(draft) if each.name in self.form.fields}
        ids = {name: getattr(draft, name).hex if getattr(draft, name) else "" for name in ("chapter_id", "point_id")}
        self.form.put({
            **told, **ids, "agency_id": code_of(draft.agency_id), "trigger": draft.trigger or NOTHING,
            "on_day": draft.on_day or self.desk.centre.world.today(),
        })  # fmt: skip

    def write(self, told: dict[str, Any]) -> None:
        """Propose it, or write it anew."""
        log, by = self.desk.centre.revision, self.desk.centre.worker
        lines: dict[str, Any] = {name: told[name] or "" for name in ("number", "title", "text", "why", "limit_unit")}
        ids: dict[str, Any] = {name: UUID(told[name]) if told[name] else None for name in ("chapter_id", "point_id")}
        is_new = self._draft.kind == "add"
        draft = replace(
            self._draft, **lines, **(ids if is_new else {}), kind="add" if is_new else told["kind"] or "change",
            limit_number=told["limit_number"], trigger="" if told["trigger"] == NOTHING else told["trigger"] or "",
            agency_id=agency_of(told["agency_id"] or OWN), on_day=told["on_day"],
        )  # fmt: skip
        if self._change_id:
            log.amend(self._change_id, draft, by)
        elif self._sheet:
            log.propose(self._sheet.version.id, draft, by)

    def _new(self, sheet: VersionSheet) -> ChangeDraft:
        """A new provision bears the next number and stands in the last chapter that has any."""
        numbers = [row.provision.number for row in sheet.provisions]
        last = str(max((int(each) for each in numbers if each.isdecimal()), default=0) + 1)
        named = self.about.split()[2:] if self.about.startswith(NEW) else []
        chapters = [row.provision.chapter_id for row in sheet.provisions]
        return ChangeDraft("add", number=last, chapter_id=chapters[-1] if chapters else None,
                           point_id=UUID(named[0]) if named else None)  # fmt: skip

    def _kinds(self) -> list[tuple[str, str]]:
        return [(code, _(words)) for code, words in KINDS.items()]

    def _units(self) -> list[tuple[str, str]]:
        return [(code, _(words)) for code, words in UNITS.items() if code]

    def _triggers(self) -> list[tuple[str, str]]:
        return [(code or NOTHING, _(words)) for code, words in TRIGGERS.items()]

    def _chapters(self) -> list[tuple[str, str]]:
        if self._sheet is None:
            return []
        own = self._sheet.protocol.language
        return [("", ""), *((each.id.hex, chapter_words(each, chosen(), own)) for each in self._sheet.chapters)]

    def _points(self) -> list[tuple[str, str]]:
        points = cited_points(self.desk.centre.vault)
        return [("", ""), *((each.hex, words) for words, each in points.items())]


class CommentPage(RevisionPage):
    """What an institution says; `about` is a provision of the draft, or `about_change`."""

    NAME = "protocol_comment"
    HEADING = N_("Comment")

    def groups(self) -> list[Group]:
        """Whose, when, how it came, and the words."""
        sources = [(code, words) for code, words in COMMENT_SOURCES.items() if code != "docx"]
        return [
            Group("", [
                [(InstitutionField(self.desk, "agency_id", N_("Institution"), who(self.desk.centre), required=True), 8),
                 (DateField("on_day", N_("Day"), self.desk.centre.world.today), 4)],
                [(LongTextField("text", N_("Comment"), lines=5, required=True), 12)],
                [(ChipsField("source", N_("How it came"), lambda: [(code, _(words)) for code, words in sources]), 12)],
                [(ChoiceField("meeting_id", N_("At which meeting"), lambda: latest_meetings(self.desk.centre)), 8)],
            ]),
        ]  # fmt: skip

    def above(self) -> QWidget:
        """What it is about."""
        self._about = Label("", "body", wrap=True)
        return self._about

    def begin(self) -> None:
        """Today, told to us."""
        sheet = self.draft()
        row, provision = self.change(sheet), self.provision(sheet)
        if row is None and provision is None and not sheet.provisions:
            raise Problem(N_("There is no provision in it yet."))
        one = provision or (None if row else sheet.provisions[0])
        self._version_id = sheet.version.id
        self._provision_id = row.change.provision_id if row else one.provision.id if one else None
        self._change_id = row.change.id if row and row.change.provision_id is None else None
        shown = row.shown if row else one.provision if one else None
        self._about.put(f"{shown.number}  {shown.title}" if shown else "")
        self.form.put({"on_day": self.desk.centre.world.today(), "source": "typed", "meeting_id": "", "text": ""})

    def write(self, told: dict[str, Any]) -> None:
        """Keep it."""
        draft = CommentDraft(
            told["text"] or "", self._provision_id, self._change_id, agency_of(told["agency_id"]),
            told["source"] or "typed", UUID(told["meeting_id"]) if told["meeting_id"] else None, told["on_day"],
        )  # fmt: skip
        self.desk.centre.revision.comment(self._version_id, draft, self.desk.centre.worker)
