"""The yearly report on paper and as a file: opening words and contents on the first page, then part by part.

The same content is told to a `Sheet`, which is printed and sealed, or to a `Letter`, which others edit. Tables and
figures are numbered as they come, with the same numbers in both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.cooperation import report_charts as charts
from desktop.cooperation import report_corrections
from desktop.cooperation import report_protocol_tables as protocol_tables
from desktop.cooperation import report_sentences as said
from desktop.cooperation import report_tables as tables
from desktop.cooperation.report import PARTS, Report
from desktop.language import N_, Language
from desktop.paper import face as type_
from desktop.paper.contents import Contents, PartHeading
from desktop.paper.letter import Letter
from desktop.paper.pen import LEFT, WIDTH, Pen
from desktop.paper.sheet import Drawn, ProfileMark, Sheet, Signatory, Signature
from desktop.protocol.paper_frame import FOR_THE_MEETING, Paper, begun_letter, begun_sheet, heading
from desktop.summaries import sentences

DRAFT = N_("DRAFT – not approved")
KEY = "part/"
"""How the key of a place begins where a part stands."""
ONE = "S-9"
"""The number over time that stands beside the commitments."""


@dataclass(frozen=True)
class ReportPart(PartHeading):
    """The heading of a part; by its key it is found in a preview."""

    key: str = ""

    def draw(self, pen: Pen, top: float) -> None:
        """The words, and where they stand."""
        super().draw(pen, top)
        pen.spot(LEFT, top, WIDTH, self.height(pen.face), self.key)


@dataclass
class Telling:
    """One report being told, in one language."""

    paper: Paper
    report: Report
    language: Language
    parts: int = 0
    numbered: int = 0
    """Tables and figures so far."""

    def table(self, title: str) -> str:
        """The title of the next table."""
        self.numbered += 1
        return self.language.say(N_("Table {n}. {title}"), n=self.numbered, title=self.language.say(title))

    def figure(self, title: str) -> str:
        """The title of the next figure."""
        self.numbered += 1
        return self.language.say(N_("Figure {n}. {title}"), n=self.numbered, title=self.language.say(title))

    def section(self, part: str) -> None:
        """The heading of a part, numbered."""
        self.parts += 1
        words = f"{self.parts}. {self.language.say(PARTS[part])}"
        if isinstance(self.paper, Letter):
            self.paper.section(words)
        else:
            self.paper.block(ReportPart(
                words, type_.SECTION, before=22.5, below=type_.STEP, keeps=True, level=1, key=KEY + part
            ))  # fmt: skip


def draw(report: Report, language: Language | None = None) -> Drawn:
    """The pages, in the report's own language or another."""
    language = language or Language(report.head.language)
    words = language.say(DRAFT) if report.is_draft else language.say(FOR_THE_MEETING)
    title = said.title(report, language)
    sheet = begun_sheet(report.head, title, ProfileMark(words, filled=False), language)
    _tell(Telling(sheet, report, language), title)
    return sheet.draw()


def letter(report: Report, language: Language | None = None) -> bytes:
    """The same as a DOCX; what is drawn on paper stands there as a table."""
    language = language or Language(report.head.language)
    title = said.title(report, language)
    begun = begun_letter(report.head, title, language)
    _tell(Telling(begun, report, language), title)
    return begun.written()


def _tell(telling: Telling, title: str) -> None:
    paper, report, language = telling.paper, telling.report, telling.language
    heading(paper, report.head, title, language)
    paper.lead(said.lead(report, language))
    if report.own("lead"):
        paper.text(report.own("lead"))
    if isinstance(paper, Sheet):
        paper.subsection(language.say(N_("Contents")), below=type_.STEP)
        paper.block(Contents(()))
    for part, told in TOLD.items():
        if report.is_composed(part) or report.own(part):
            telling.section(part)
            if report.own(part):
                paper.text(report.own(part))
            if report.is_composed(part):
                told(telling)
    _signatures(telling)


def _achieved(telling: Telling) -> None:
    paper, report, language = telling.paper, telling.report, telling.language
    if report.met.meetings:
        words = N_("Meetings held: {n}, institutions that took part: {institutions}.")
        number = language.number
        paper.text(
            language.say(words, n=number(report.met.meetings), institutions=number(report.met.institutions))
        )  # fmt: skip
    if report.achieved:
        paper.table(tables.achieved(report.achieved, telling.table(N_("What went well, by institution")), language))


def _figures(telling: Telling) -> None:
    """Lines over two years, growth, and every value of the lines."""
    paper, report, language = telling.paper, telling.report, telling.language
    drawn = charts.drawn(report)
    for curve in drawn:
        title = telling.figure(curve.title)
        if isinstance(paper, Sheet):
            paper.chart(charts.line(curve, title, language))
        else:
            paper.subsection(title)
            paper.note(language.say(N_("Drawn in the sealed report; its numbers stand in the tables.")))
    if any(curve.grown for curve in report.curves):
        paper.table(tables.growth(report.curves, telling.table(N_("Growth, only where counted alike")), language))
    for step, title in ((1, N_("Month by month")), (3, N_("Quarter by quarter"))):
        shown = [curve for curve in drawn if curve.step == step]
        if shown:
            for table in tables.by_month(shown, telling.table(title), language):
                paper.table(table)


def _arrived(telling: Telling) -> None:
    language = telling.language
    unit = sentences.unit_and_rule("P-2", language, told=True)
    title = telling.table(N_("Agreed with the senders"))
    telling.paper.table(tables.arrived(telling.report.arrived, title, unit, language))


def _corrections(telling: Telling) -> None:
    """What protected papers promise: once a year, what was corrected in them."""
    made, language = telling.report.corrections, telling.language
    if made:
        title = telling.table(N_("Monthly summaries corrected after they were issued"))
        telling.paper.table(report_corrections.table(made, title, language))
    else:
        telling.paper.text(language.say(report_corrections.NONE))


def _duties(telling: Telling) -> None:
    title = telling.table(N_("Duties of the protocol by institution"))
    telling.paper.table(protocol_tables.duties(telling.report.duties, title, telling.language))


def _protocol(telling: Telling) -> None:
    """Each protocol: versions, what changed, what it is in line with, who signed, when it is looked at again."""
    paper, language = telling.paper, telling.language
    for year in telling.report.protocols:
        paper.table(protocol_tables.versions(year, telling.table(N_("Versions of the protocol")), language))
        if year.changed:
            paper.text(protocol_tables.changed(year, language))
        if year.alignment:
            paper.text(protocol_tables.alignment(year, language))
        if year.parties:
            paper.table(protocol_tables.parties(year, telling.table(N_("Parties to the version in force")), language))
        if year.review_on:
            day = language.long_day(year.review_on)
            paper.text(language.say(N_("The protocol is to be looked at again by: {date}"), date=day))


def _commitments(telling: Telling) -> None:
    paper, language, made = telling.paper, telling.language, telling.report.commitments
    say = language.say
    title = telling.figure(N_("Commitments by institution"))
    unit = say(N_("Unit: commitment due in {year}. House order, not a ranking."), year=telling.report.year)
    paper.text(said.kept_in_time(made.total, language))
    if isinstance(paper, Sheet):
        paper.chart(charts.commitments(made, title, unit, language))
    else:
        paper.table(charts.commitments_table(made, title, unit, language))
    if made.median_late is not None:
        days = language.number(made.median_late, 1 if made.median_late % 1 else 0)
        paper.text(say(N_("Working days by which the late ones were late, median: {days}."), days=days))
    if made.given_up:
        paper.table(tables.given_up(made.given_up, telling.table(N_("No longer possible, and why")), language))


def _trainings(telling: Telling) -> None:
    paper, language, made = telling.paper, telling.language, telling.report.trainings
    held = [one for one in made.held if one.kind != "publicity"]
    told = [one for one in made.held if one.kind == "publicity"]
    if made.directions:
        unit = sentences.unit_and_rule("T-2", language, told=True)
        paper.table(tables.directions(made.directions, telling.table(N_("Who taught whom")), unit, language))
    if held:
        paper.table(tables.held(held, telling.table(N_("Trainings and events")), language))
    if told:
        paper.table(tables.publicity(told, telling.table(N_("Publicity")), language))
    if made.groups:
        paper.table(tables.groups(made.groups, telling.table(N_("Working groups")), language))


def _problems(telling: Telling) -> None:
    """What was solved first, then what is still open."""
    paper, report, language = telling.paper, telling.report, telling.language
    if report.solved:
        paper.table(tables.solved(report.solved, telling.table(N_("Problems solved in the year")), language))
    if report.problems:
        paper.table(tables.problems(report.problems, telling.table(N_("Problems still open")), language))


def _next(telling: Telling) -> None:
    paper, language, coming = telling.paper, telling.language, telling.report.coming
    say = language.say
    if coming.review_on:
        paper.text(
            say(N_("The protocol is to be looked at again by: {date}"), date=language.long_day(coming.review_on))
        )
    if coming.commitments:
        paper.text(say(N_("Commitments already agreed for that year: {n}"), n=language.number(coming.commitments)))
    for act, day in coming.laws:
        paper.text(say(N_("Comes into force: {date} – {act}"), date=language.long_day(day), act=act))


def _definitions(telling: Telling) -> None:
    """How every number is counted, and what is done to protect small ones."""
    paper, language = telling.paper, telling.language
    say = language.say
    if telling.report.definitions:
        paper.table(tables.definitions(telling.report.definitions, language))
    for words in RULES:
        paper.note(say(words))


RULES = (
    N_("Counted up to the last month that is over. Only months that were counted alike are compared."),
    N_(
        "Commitments belong to the year in which they were due by the day agreed last. Late are those done after it, "
        "and those not done though it has passed."
    ),
    N_(
        "This report is for many: where persons are counted, numbers from 1 to 4 and what would give them away are not "
        "published, nor shares and medians of fewer than 20."
    ),
)


TOLD: dict[str, Callable[[Telling], None]] = {
    "achieved": _achieved,
    "figures": _figures,
    "arrived": _arrived,
    "corrections": _corrections,
    "duties": _duties,
    "commitments": _commitments,
    "trainings": _trainings,
    "protocol": _protocol,
    "problems": _problems,
    "next": _next,
    "definitions": _definitions,
}
"""The house order."""


def _signatures(telling: Telling) -> None:
    paper, head, say = telling.paper, telling.report.head, telling.language.say
    if isinstance(paper, Letter):
        paper.section(say(N_("Signatures")))
        paper.signatories([Signatory(one.title, one.name) for one in (head.prepared, head.approved)])
        return
    paper.section(say(N_("Signatures")))
    paper.signatures(
        [
            Signature(say(N_("PREPARED BY")), head.prepared.title, head.prepared.name),
            Signature(say(N_("APPROVED BY")), head.approved.title, head.approved.name),
        ]
    )
    paper.seal_text(say(N_("What the digital seal shows")), [say(one) for one in sentences.SEAL])
