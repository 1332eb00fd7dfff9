"""The small pages about a protocol and its versions: begun, revised, adopted, to be reviewed, no longer in force."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES, N_, OWN_NAMES, _
from desktop.problems import Problem
from desktop.protocol.drafts import ProtocolDraft
from desktop.protocol.protocols import Adoption
from desktop.protocol.sheet import VersionSheet
from desktop.protocol.spoken import said_names
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group, Place
from desktop.windows.labels import Label
from desktop.windows.rows_field import RowsField
from desktop.windows.time_fields import DateField

BRING = "bring"
"""For the form of a new protocol whose text is brought next."""
GONE = N_("This entry was taken back meanwhile.")


class ProtocolPage(CentrePage):
    """Name and language; `about` is a protocol, `BRING`, or nothing for a new one."""

    NAME = "protocol_new"
    HEADING = N_("Local protocol")

    def groups(self) -> list[Group]:
        """What it is called, in which language its text is, and with what it begins."""
        self._made: UUID | None = None
        languages = [(locale, OWN_NAMES[locale]) for locale in LOCALES]
        names = RowsField(
            "names", N_("Its name in further languages"), add=N_("Add a language"), ask=self._ask,
            begins={"language": "", "name": ""}, read=lambda told: f"{told['language']} {told['name']}",
            show=lambda one: dict(zip(("language", "name"), one, strict=True)),
        )  # fmt: skip
        self._outline = ChipsField("outline", N_("Begins with"), self._begins)
        return [
            Group("", [
                [(TextField("name", N_("Name"), required=True), 8),
                 (ChoiceField("language", N_("Language of its text"), lambda: languages, required=True), 4)],
                [(names, 12)],
                [(self._outline, 12)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it; a new one is in the language of the office, with the usual chapters."""
        found = self.record()
        draft = ProtocolDraft(language=self.desk.centre.profile_log.profile().language)
        if found:
            kept = next((each for each in self.desk.centre.protocols.all() if each.id == found), None)
            if kept is None:
                raise Problem(GONE)
            draft = ProtocolDraft.of(kept)
        self._outline.setVisible(found is None)
        self.form.put({
            "name": draft.name, "language": draft.language, "names": tuple(said_names(draft.names).items()),
            "outline": "none" if self.about == BRING else "usual",
        })  # fmt: skip

    def write(self, told: dict[str, Any]) -> None:
        """Begin it, or give it another name."""
        protocols, by, found = self.desk.centre.protocols, self.desk.centre.worker, self.record()
        draft = ProtocolDraft(told["name"] or "", told["language"], "\n".join(told["names"]))
        if found:
            protocols.amend(found, draft, by)
        else:
            self._made = protocols.begin(draft, by, outline=told["outline"] != "none").id

    def saved(self) -> None:
        """A new one is shown; its text is brought next if that was wanted."""
        about, made = self.about, self._made
        super().saved()
        if made is not None:
            self.desk.go("protocol", made)
            if about == BRING:
                self.desk.go("protocol_import", made)

    def _begins(self) -> list[tuple[str, str]]:
        return [("usual", _("The usual chapters, empty")), ("none", _("Nothing"))]

    def _ask(self) -> list[Place]:
        languages = [(locale, OWN_NAMES[locale]) for locale in LOCALES]
        return [
            (ChoiceField("language", N_("Language"), lambda: languages, required=True), 4),
            (TextField("name", N_("Name"), required=True), 8),
        ]


class VersionPage(CentrePage):
    """A small question about one version; where none is named, about the newest one."""

    SAYS = ""
    """English msgid of what stands over the fields."""

    def above(self) -> QWidget:
        """What it is for."""
        return Label(self.SAYS, "body", wrap=True)

    def version(self) -> VersionSheet:
        """The version it is about."""
        protocols, found = self.desk.centre.protocols, self.record()
        if found is None:
            newest = next((protocols.versions(each.id)[0] for each in protocols.all()), None)
            found = newest.version.id if newest else None
        if found is None:
            raise Problem(N_("There is no protocol yet."))
        return protocols.sheet(found)

    def begin(self) -> None:
        """What stands there."""
        self.title.say(N_("{heading}: version {number}"), heading=_(self.HEADING), number=self.version().version.number)


class RevisePage(VersionPage):
    """A revision is begun, and what for."""

    NAME = "protocol_revise"
    HEADING = N_("Begin a revision")
    SAVE = N_("Begin a revision")
    SAYS = N_(
        "The new version begins as a copy: text, duties, bases and parties, but no signature. "
        "The one in force stays in force until the new one is adopted."
    )

    def groups(self) -> list[Group]:
        """Why."""
        self._made: UUID | None = None
        return [Group("", [[(LongTextField("why", N_("What the revision is for"), lines=3), 12)]])]

    def write(self, told: dict[str, Any]) -> None:
        """Begin it."""
        version = self.version().version.id
        self._made = self.desk.centre.protocols.revise(version, told["why"] or "", self.desk.centre.worker).id

    def saved(self) -> None:
        """To the new version."""
        super().saved()
        if self._made is not None:
            self.desk.go("protocol", self._made)


class AdoptPage(VersionPage):
    """When a version was adopted, and from when it is in force."""

    NAME = "protocol_adopt"
    HEADING = N_("Adopted")
    SAYS = N_("What is adopted never changes any more. The version before it is replaced on the day this one begins.")

    def groups(self) -> list[Group]:
        """Three days."""
        today = self.desk.centre.world.today
        self._missing = Label("", "second", ink="amber", wrap=True)
        return [
            Group("", [
                [(DateField("adopted_on", N_("Adopted on"), today, required=True), 4),
                 (DateField("in_force_from", N_("In force from"), today, lean="future"), 4),
                 (DateField("review_on", N_("Review by"), today, lean="future"), 4)],
            ]),
        ]  # fmt: skip

    def below(self) -> QWidget:
        """Who has not signed yet."""
        return self._missing

    def begin(self) -> None:
        """Today, or the days that stand there."""
        super().begin()
        sheet = self.version()
        version, today = sheet.version, self.desk.centre.world.today()
        days = version.adopted_on or today, version.in_force_from or today, version.review_on
        self.form.put(dict(zip(("adopted_on", "in_force_from", "review_on"), days, strict=True)))
        parties = self.desk.centre.signatories.of(version.id)
        waiting = [row.agency.known_as if row.agency else _("Our centre") for row in parties if row.state == "waiting"]
        self._missing.setVisible(bool(waiting))
        self._missing.say(N_("Not signed yet: {names}"), names=", ".join(waiting))

    def write(self, told: dict[str, Any]) -> None:
        """Keep the days."""
        self.desk.centre.protocols.adopt(self.version().version.id, Adoption(**told), self.desk.centre.worker)


class ReviewPage(VersionPage):
    """By when a version is to be looked at again."""

    NAME = "protocol_review"
    HEADING = N_("Review date")
    SAYS = N_("Today reminds of it from 60 days before. Without a date nothing reminds.")

    def groups(self) -> list[Group]:
        """One day, which may be left empty."""
        return [
            Group("", [[(DateField("review_on", N_("Review by"), self.desk.centre.world.today, lean="future"), 4)]])
        ]

    def begin(self) -> None:
        """The day that stands there."""
        super().begin()
        self.form.put({"review_on": self.version().version.review_on})

    def write(self, told: dict[str, Any]) -> None:
        """Set it."""
        self.desk.centre.protocols.review(self.version().version.id, told["review_on"], self.desk.centre.worker)


class EndPage(VersionPage):
    """A version holds no longer though no other takes its place."""

    NAME = "protocol_end"
    HEADING = N_("No longer in force")
    SAYS = N_("For a protocol that ended without a new version. Left empty, it is in force.")

    def groups(self) -> list[Group]:
        """The first day on which it did not hold."""
        today = self.desk.centre.world.today
        return [Group("", [[(DateField("ended_on", N_("No longer in force since"), today), 4)]])]

    def begin(self) -> None:
        """The day that stands there."""
        super().begin()
        self.form.put({"ended_on": self.version().version.ended_on})

    def write(self, told: dict[str, Any]) -> None:
        """Keep it."""
        self.desk.centre.protocols.end(self.version().version.id, told["ended_on"], self.desk.centre.worker)
