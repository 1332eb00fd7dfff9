"""Composes a yearly report from what the vault holds, and looks through every text of it before it may be shown.

A report is for many: it names officials by their office and nobody else, and tells nowhere how anybody is reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.cooperation import report_figures
from desktop.cooperation.report import PARTS, Report, texts_of
from desktop.cooperation.report_around import Around, around
from desktop.cooperation.report_arrived import arrived
from desktop.cooperation.report_corrections import corrections
from desktop.cooperation.report_duties import duties
from desktop.cooperation.report_lines import Definition
from desktop.cooperation.report_promises import coming, commitments, problems
from desktop.cooperation.report_protocol import protocols
from desktop.cooperation.report_together import achieved, met, trainings
from desktop.figures.rules import RULES
from desktop.language import N_
from desktop.meetings.guard import ADDRESS, NAME, NAMESAKE, TELEPHONE, Leak, leaks
from desktop.meetings.pack_content import Namesake, beginning, guarded, officials, places, without_meant
from desktop.problems import Invalid, Problem
from desktop.protocol.paper_head import Asked, PaperHead, head_of
from desktop.records.meeting import Attendance, Meeting
from desktop.records.monitoring import ReportText
from desktop.records.protocol import ProtocolSignatory
from desktop.records.training import TrainingPart, WorkingGroupMember
from desktop.world import World

SAID = {
    NAME: N_(
        "A text of the report names a person: {code}. Part: {part}. Write it without the name: “{text}” If an official "
        "of that name is meant, write the official's name down with the institution first."
    ),
    TELEPHONE: N_("A text of the report tells a person's telephone: {code}. Part: {part}. Take it out: “{text}”"),
    ADDRESS: N_("A text of the report tells a person's address: {code}. Part: {part}. Take it out: “{text}”"),
    NAMESAKE: N_(
        "An official bears the name of a person: {code}. Part: {part}. Seal the report only if the official is meant: "
        "“{text}”"
    ),
}


class Telling(Problem):
    """A text that may not stand in the report, told with the part where it stands (`field`)."""

    def told(self, say: Callable[..., str]) -> str:
        """The sentence, the part by its name."""
        return say(self.sentence, **{**self.values, "part": say(PARTS[self.field or "lead"])})


class Meant(Telling, Namesake):
    """An official is called exactly as somebody we know; who seals the report must say who is meant."""


def compose(session: Session, asked: Asked, world: World, *, asks: bool = False) -> Report:
    """The report of a year as it would be made now; a Problem where a text of it tells of somebody.

    `asks`: an official who is called as somebody we know is a `Namesake`, if there is no other problem.
    """
    seen = around(session, int(asked.period), world)
    if seen.first > asked.today:
        raise Problem(N_("This year has not begun."), field="year")
    report = _composed(seen, head_of(session, asked))
    refuse_leaks(session, report, asks=asks)
    return report


def _composed(seen: Around, head: PaperHead) -> Report:
    curves = report_figures.curves(seen)
    still, solved = problems(seen)
    agreed, learned = arrived(seen), trainings(seen)
    used = [*(["P-2"] if agreed else []), *(["T-2"] if learned.directions else [])]
    return Report(
        head, seen.year, seen.last, met(seen), achieved(seen), curves, agreed,
        commitments=commitments(seen), trainings=learned, problems=still, solved=solved, coming=coming(seen),
        definitions=(*report_figures.definitions(curves), *map(_rule, used)), words=_words(seen, head.language),
        duties=duties(seen), protocols=protocols(seen), corrections=corrections(seen),
    )  # fmt: skip


def _rule(code: str) -> Definition:
    """A rule of the monthly figures by which something here is counted."""
    return Definition(code, RULES[code].unit, RULES[code].sentence)


def _words(seen: Around, language: str) -> tuple[tuple[str, str], ...]:
    """What somebody wrote, in the order of the parts."""
    wanted = select(ReportText).where(ReportText.year == seen.year, ReportText.language == language)
    found = {one.part: one.text for one in seen.session.scalars(wanted)}
    return tuple((part, found[part]) for part in PARTS if found.get(part, "").strip())


def refuse_leaks(session: Session, report: Report, *, asks: bool = False) -> None:
    """All problems there are, each with its part, where texts name somebody or tell how she is reached."""
    texts = list(texts_of(report))
    parts = {text: part for part, text in reversed(texts)}
    said = (text for _part, text in texts)
    found: dict[tuple[str, str], list[str]] = {}
    for leak in without_meant(
        session, leaks(said, guarded(session, set()), known_by_office(session), places(session), asks=asks)
    ):
        codes = found.setdefault((leak.what, leak.text), [])
        codes += [leak.code] if leak.code not in codes else []

    def told(what: str, text: str, kind: type[Telling]) -> Telling:
        codes = ", ".join(found[what, text])
        return kind(SAID[what], field=parts[text], code=codes, text=beginning(Leak(codes, what, text)))

    if wrong := [told(what, text, Telling) for what, text in found if what != NAMESAKE]:
        raise Invalid(wrong)
    for what, text in found:
        raise told(what, text, Meant)


def known_by_office(session: Session) -> set[str]:
    """Everybody who is known by her office: at a meeting, under the protocol, in a working group, at a training."""
    names = {*officials(session), *_met(session)}
    for pair in session.execute(select(ProtocolSignatory.representative, ProtocolSignatory.deputy)):
        names.update(pair)
    names.update(session.scalars(select(WorkingGroupMember.person)))
    for several in session.scalars(select(TrainingPart.names)):
        names.update(name.strip() for name in several.replace(";", ",").split(","))
    return names - {""}


def _met(session: Session) -> Iterator[str]:
    yield from session.scalars(select(Attendance.name).distinct())
    for pair in session.execute(select(Meeting.chair, Meeting.minute_taker).distinct()):
        yield from pair
