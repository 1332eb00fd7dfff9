"""The local protocol of an invented centre: its first version, signed and in force, and the second one being drafted.

Told through the very logs that the windows use. Its wording is our own; so is that of the acts it is measured by.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.cooperation.breaks import BreakDraft
from desktop.demo.meeting_story import LANGUAGES
from desktop.periods import Month
from desktop.places import res
from desktop.protocol.acts import ActDraft, PointDraft
from desktop.protocol.drafts import BasisDraft, ProtocolDraft, ProvisionDraft, SignatoryDraft
from desktop.protocol.protocols import Adoption
from desktop.protocol.revision_drafts import ChangeDraft, CommentDraft

FOLDER = "protocol"
OWN = "us"


class ProtocolStory:
    """The protocol of one invented centre."""

    def __init__(self, centre: Centre, country: str, today: date) -> None:
        path = res("resources", "demo", f"protocol-{country.lower()}.toml")
        self.lines: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        self.centre, self.today, self.by = centre, today, centre.worker
        agencies = centre.directory.agencies()
        self.named = {agency.known_as: agency.id for agency in agencies}
        self.police = tuple(one.id for one in agencies if one.kind == "police" and one.parent_id is None)
        self.points: dict[tuple[str, str], UUID] = {}

    def tell(self) -> tuple[UUID, UUID]:
        """All of it, in the order in which it came about; returns the version in force and the draft."""
        language = self.centre.profile_log.profile().language
        for told in self.lines["act"]:
            self._act(told, language)
        first = self.centre.protocols.begin(ProtocolDraft(self.lines["name"], language), self.by)
        chapters = {each.code: each.id for each in self.centre.protocols.sheet(first.id).chapters}
        drafts = [self._provision(told, chapters) for told in self.lines["provision"]]
        self.centre.provisions.bring(first.id, drafts, self.by)
        self._signed(first.id)
        second = self.centre.protocols.revise(first.id, self.lines["why"], self.by)
        self._judge(second.id)
        for told in self.lines["change"]:
            self._change(second.id, told)
        for told in self.lines["break"]:
            self._break(told)
        return first.id, second.id

    def _act(self, told: dict[str, Any], language: str) -> None:
        acts, points = self.centre.acts, [PointDraft(*each) for each in told["points"]]
        made = acts.bring(ActDraft(told["kind"], told["title"], told["short"], language=language), points, self.by)
        for point in acts.points(made.id):
            self.points[told["short"], point.number] = point.id

    def _judge(self, version_id: UUID) -> None:
        """How each provision stands to what it rests on, as far as it was looked at: the rest is still to be done."""
        sheet = self.centre.protocols.sheet(version_id)
        for told in self.lines["provision"]:
            row = sheet.numbered(told["number"])
            for act, point, state, *needed in told["bases"]:
                if row:
                    self.centre.alignments.judge(
                        version_id, row.provision.id, state, self.by, needed="".join(needed),
                        point_id=self.points[act, point],
                    )  # fmt: skip
        for told in self.lines["missing"]:
            point_id = self.points[tuple(told["point"])]
            self.centre.alignments.judge(version_id, None, "missing", self.by, needed=told["needed"], point_id=point_id)

    def _provision(self, told: dict[str, Any], chapters: dict[str, UUID]) -> ProvisionDraft:
        number, unit = told.get("limit", (None, ""))
        return ProvisionDraft(
            number=told["number"], title=told["title"], text=told["text"], chapter_id=chapters[told["chapter"]],
            holds_all=told.get("all", False), holders=self._holders(told), trigger=told.get("trigger", ""),
            limit_number=number, limit_unit=unit,
            bases=tuple(self._basis(act, point) for act, point, *_judged in told["bases"]),
        )  # fmt: skip

    def _holders(self, told: dict[str, Any]) -> tuple[UUID | None, ...]:
        found: list[UUID | None] = []
        for name in told.get("holders", ()):
            found += self.police if name == "police" else (self._whose(name),)
        return tuple(found)

    def _basis(self, act: str, point: str) -> BasisDraft:
        known = self.points.get((act, point))
        return BasisDraft(known) if known else BasisDraft(named=f"{act} {point}")

    def _signed(self, version_id: UUID) -> None:
        """Closed, signed by all and in force for almost two years; it is to be looked at again in some months."""
        centre, by = self.centre, self.by
        for name in self.lines["parties"]:
            centre.signatories.add(version_id, SignatoryDraft(self._whose(name)), by)
        centre.protocols.close(version_id, by)
        adopted = Month.of(self.today).later(-self.lines["adopted"]).first + timedelta(days=2)
        for place, row in enumerate(centre.signatories.of(version_id)):
            centre.signatories.sign(row.signatory.id, by, on=adopted - timedelta(days=place % 3))
        review = Month.of(self.today).later(self.lines["review"]).first
        centre.protocols.adopt(version_id, Adoption(adopted, adopted, review), by)

    def _change(self, version_id: UUID, told: dict[str, Any]) -> None:
        """What is proposed for a provision, what institutions say to it, and what was decided."""
        revision, by = self.centre.revision, self.by
        number, unit = told.get("limit", (None, ""))
        said = {name: told[name] for name in ("number", "title", "text", "why") if name in told}
        sheet = self.centre.protocols.sheet(version_id)
        row = sheet.numbered(told["number"])
        if row:
            draft = ChangeDraft.for_provision(row.provision)
            if unit:
                draft = replace(draft, limit_number=number, limit_unit=unit)
        else:
            chapter = next(each for each in sheet.chapters if each.code == told["chapter"])
            point = self.points.get(tuple(told["point"]))
            draft = ChangeDraft("add", chapter_id=chapter.id, point_id=point, limit_number=number, limit_unit=unit)
        change = revision.propose(version_id, replace(draft, **said), by)
        for whose, source, text in told["comments"]:
            about = None if change.provision_id else change.id
            draft_of_it = CommentDraft(text, change.provision_id, about, self._whose(whose), source)
            revision.comment(version_id, draft_of_it, by)
        if told.get("state") == "accepted":
            revision.accept(change.id, by)
        elif told.get("state") == "rejected":
            revision.reject(change.id, by)

    def _break(self, told: dict[str, Any]) -> None:
        """Months in which one institution sent more than the others, as happens."""
        since, until = (Month.of(self.today).later(-told[name]) for name in ("since", "until"))
        draft = BreakDraft(since, told["words"], until, self._whose(told["agency"]), told["indicator"])
        self.centre.monitoring.note_break(draft, self.by)

    def _whose(self, name: str) -> UUID | None:
        return None if name == OWN else self.named[name]


def keep_protocol(centre: Centre, country: str, today: date, folder: Path, tell: Callable[[str], None]) -> None:
    """Tell the protocol, and write its papers and the report of the year before."""
    story = ProtocolStory(centre, country, today)
    first, second = story.tell()
    papers, target = centre.protocol_papers, folder / FOLDER
    target.mkdir(exist_ok=True)
    month, year = Month.of(today).later(-1), today.year - 1
    wanted = (("protocol", first, ""), ("comparison", second, ""), ("alignment", second, ""),
              ("duties", first, month.key))  # fmt: skip
    for locale in LANGUAGES.get(country, ("lt",)):
        for kind, version_id, period in wanted:
            made = papers.make(papers.asked(kind, version_id, language=locale, period=period), centre.worker)
            papers.write(made.id, target / f"{kind}-{made.number.replace('/', '-')}-{locale}.pdf")
        report = centre.reports.make(year, centre.worker, language=locale)
        centre.reports.write(report.id, target / f"report-{year}-{locale}.pdf")
    tell(f"{FOLDER}/: {centre.protocols.all()[0].name}")
