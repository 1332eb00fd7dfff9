"""The press: prepares a summary, seals it, keeps what was issued, and hands out the same paper again.

What is issued is first kept in the vault and only then written to a file: a full disk loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from desktop.figures.figure_log import FigureLog
from desktop.figures.figures import PeriodFigures
from desktop.figures.meeting_figures import protect
from desktop.language import LOCALES, N_, Language
from desktop.paper.centre_keys import CentreKeys, fingerprint_of
from desktop.paper.receiver_page import Receiver, receiver_page
from desktop.paper.seal import sign
from desktop.paper.sheet import Drawn, Letterhead
from desktop.periods import Month, Period, Quarter
from desktop.problems import Problem
from desktop.records.centre_profile import CentreProfile, KnownCentre, SealKey
from desktop.records.issued import IssuedSummary
from desktop.summaries.agreed import agreed_in, protected
from desktop.summaries.behind import Behind, leaves_out, records_behind, records_left_out
from desktop.summaries.checks import Check, checks_of
from desktop.summaries.content import in_order
from desktop.summaries.corrections import corrected, corrections, last_told
from desktop.summaries.layout import draw
from desktop.summaries.numbers import IssuedRow, Kept, number_of, superseded
from desktop.summaries.sentences import SEAL
from desktop.summaries.spreadsheet import spreadsheet
from desktop.summaries.summary import MEETING, NOTE_LENGTH, OFFICIAL, PROFILES, Correction, Letter, Signatory, Summary
from desktop.summaries.summary_json import from_json, to_json
from desktop.vault.files import disk_problem, require_no_vault, write_whole
from desktop.vault.vault import Vault, Worker
from desktop.wordlist import words_for
from desktop.world import World

Spoken = Language | str
"""A language or its name; the empty name is the office's own."""
Progress = Callable[[int, int], None]
MONTHS_ALONE = N_(
    "A protected summary tells of one month: hidden small numbers of the months could be worked out from those of a "
    "quarter. Choose a month, or exact figures for one receiver."
)
KEPT = N_("The summary is issued and stays in the vault; it can be written to another place at any time.")
"""Told beside what the operating system said, where an issued paper could not be written."""
LOOK_BACK = {Month: 12, Quarter: 4}
"""For so many months, or quarters, back published figures are compared with those counted now."""
NOT_BEGUN = {Month: N_("This month has not begun."), Quarter: N_("This quarter has not begun.")}
_LISTED = (
    IssuedSummary.id, IssuedSummary.month, IssuedSummary.number, IssuedSummary.profile, IssuedSummary.language,
    IssuedSummary.receiver, IssuedSummary.prepared_by, IssuedSummary.approved_by, IssuedSummary.issued_at,
    IssuedSummary.issued_by, IssuedSummary.digest, IssuedSummary.superseded_by_id,
)  # fmt: skip


class Press:
    """The summaries of a centre, of months and of quarters."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world
        self.figures = FigureLog(vault, world)

    def prepare(
        self,
        period: Period,
        profile: str = OFFICIAL,
        language: Spoken = "",
        *,
        receiver: str | None = None,
        note: str = "",
        without: Iterable[str] = (),
    ) -> Summary:
        """The period as it would be issued now. Without `language` the office's own, without `receiver` the usual.

        `without`: tables that are not printed; they are left out when all is counted and protected.
        """
        locale = language.locale if isinstance(language, Language) else language
        self._check(period, profile, locale, note)
        exact = self.figures.figures(period)
        with self.vault.look() as session:
            centre = session.scalars(select(CentreProfile)).one()
            agreed = agreed_in(session, period)
        figures = protect(exact) if profile == MEETING else exact
        kept = self._kept(period)
        changed = self._corrections(period, kept, exact) if profile == OFFICIAL else ()
        head = self.vault.head()
        draft = Summary(
            figures,
            profile,
            locale or centre.language,
            "",
            self.world.now(),
            self.world.today(),
            letter_of(centre),
            centre.receiver if receiver is None and profile == OFFICIAL else receiver or "",
            note.strip(),
            Signatory(centre.prepared_by, centre.prepared_by_title),
            Signatory(centre.approved_by, centre.approved_by_title),
            changed,
            self._corrected(exact, kept) if profile == OFFICIAL else (),
            head.count,
            head.mac.hex(),
            centre.first_contact_source,
            centre.is_practice,
            protected(agreed, figures) if profile == MEETING else agreed,
            in_order(without),
        )
        return replace(draft, number=number_of(draft, kept))

    def preview(self, summary: Summary, language: Language | None = None) -> Drawn:
        """The pages as they would be sealed, with the places of the figures."""
        return draw(summary, language)

    def issue(
        self,
        period: Period,
        profile: str = OFFICIAL,
        language: Spoken = "",
        *,
        receiver: str | None = None,
        note: str = "",
        without: Iterable[str] = (),
        by: Worker,
        seen: Summary | None = None,
        progress: Progress = lambda done, total: None,
    ) -> IssuedSummary:
        """Draw, seal, check and keep the period's paper, if it is as it was `seen`; those it replaces are marked so."""
        progress(0, 3)
        summary = self.prepare(period, profile, language, receiver=receiver, note=note, without=without)
        if seen is not None:
            summary.require_seen(seen)
        keys = keys_of(self.vault)
        drawn = draw(summary)
        progress(1, 3)
        sealed = sign(drawn.pdf, keys, summary.made_at)
        progress(2, 3)
        issued = _record(summary, sealed, self.world.new_id(), by)
        old = superseded(summary, self._kept(period))
        with self.vault.change(N_("Summary issued: {number}"), by, number=summary.number) as session:
            session.add(issued)
            session.flush()
            for one in old:
                session.get_one(IssuedSummary, one).superseded_by_id = issued.id
        progress(3, 3)
        return issued

    def issued(self, period: Period | None = None) -> tuple[IssuedRow, ...]:
        """What was issued, newest first; of one month or quarter, or of all."""
        wanted = select(*_LISTED).order_by(IssuedSummary.issued_at.desc(), IssuedSummary.id.desc())
        if period:
            wanted = wanted.where(IssuedSummary.month == period.key)
        with self.vault.look() as session:
            return tuple(map(IssuedRow._make, session.execute(wanted)))

    def reissue(self, issued_id: UUID) -> IssuedSummary:
        """The same paper again, byte for byte, as it was sealed then."""
        with self.vault.look() as session:
            found = session.get(IssuedSummary, issued_id)
        if found is None:
            raise Problem(N_("There is no such summary."))
        return found

    def write(self, issued: IssuedSummary, path: Path) -> Path:
        """Put the sealed file where it is wanted, whole or not at all."""
        return write_file(path, issued.pdf)

    def write_spreadsheet(self, paper: IssuedSummary | Summary, path: Path) -> Path:
        """The figures of a paper, issued or still prepared, as a workbook of typed cells, never a formula."""
        summary = paper if isinstance(paper, Summary) else from_json(paper.figures)
        return write_file(path, spreadsheet(summary, Language(summary.language)))

    def kept(self, number: str, language: str = "") -> IssuedSummary:
        """The paper that was issued under this number; where it was in several languages, one must be named."""
        with self.vault.look() as session:
            wanted = select(IssuedSummary).where(IssuedSummary.number == number)
            found = list(session.scalars(wanted.order_by(IssuedSummary.language)))
        if language:
            found = [one for one in found if one.language == language]
        if not found:
            raise Problem(N_("There is no such summary."))
        if len(found) > 1:
            languages = ", ".join(one.language for one in found)
            sentence = N_("This summary was issued in several languages. Choose one: {languages}")
            raise Problem(sentence, field="language", languages=languages)
        return found[0]

    def known(self) -> frozenset[str]:
        """The control codes that are known here: those of the centre's own seals, and of the centres it trusts."""
        with self.vault.look() as session:
            own = session.scalars(select(SealKey.root_certificate))
            return frozenset((*map(fingerprint_of, own), *session.scalars(select(KnownCentre.fingerprint))))

    def certificate(self) -> bytes:
        """The centre's root certificate as PEM, which receivers keep; it holds no secret."""
        return keys_of(self.vault).certificate_pem

    def receiver_page(self, language: Language) -> Drawn:
        """The page with the control code, which a receiver is given once and never with a file."""
        keys = keys_of(self.vault)
        with self.vault.look() as session:
            letter = letter_of(session.scalars(select(CentreProfile)).one())
        words = tuple(words_for(bytes.fromhex(keys.fingerprint), language.locale))
        receiver = Receiver(keys.fingerprint, words, self.world.desk(keys.until).date(), letter.town)
        letterhead = Letterhead(letter.name, letter.lines)
        return receiver_page(language, letterhead, receiver, [language.say(SEAL[0])], self.world.now())

    def behind(self, summary: Summary, key: str) -> tuple[Behind, ...]:
        """The records behind one figure, by its key `table/row/column`; for official eyes only."""
        if summary.profile != OFFICIAL or key.startswith("series/"):
            return ()
        with self.vault.look() as session:
            return records_behind(session, summary.figures, key)

    def left_out(self, summary: Summary, key: str) -> tuple[Behind, ...]:
        """The notices of the period that a figure leaves out, for they came twice; for official eyes only."""
        if summary.profile != OFFICIAL or not leaves_out(key) or not summary.figures.duplicates:
            return ()
        with self.vault.look() as session:
            return records_left_out(session, summary.period)

    def checks(self, period: Period, summary: Summary | None = None) -> tuple[Check, ...]:
        """What to look at before signing."""
        return checks_of(summary or self.prepare(period), self.world.today())

    def _check(self, period: Period, profile: str, language: str, note: str) -> None:
        if period.first > self.world.today():
            raise Problem(NOT_BEGUN[type(period)], field="month")
        if profile == MEETING and not isinstance(period, Month):
            raise Problem(MONTHS_ALONE, field="profile")
        if profile not in PROFILES or (language and language not in LOCALES):
            raise ValueError(profile, language)
        if len(note.strip()) > NOTE_LENGTH:
            raise Problem(N_("The text is too long. Characters allowed: {n}"), field="note", n=NOTE_LENGTH)

    def _kept(self, period: Period) -> tuple[Kept, ...]:
        """Issued papers of the period and of those of its kind before it, in the order of issue."""
        keys = [period.later(-back).key for back in range(LOOK_BACK[type(period)] + 1)]
        wanted = select(*_LISTED, IssuedSummary.figures).where(IssuedSummary.month.in_(keys))
        with self.vault.look() as session:
            rows = session.execute(wanted.order_by(IssuedSummary.issued_at, IssuedSummary.id))
            return tuple(Kept(IssuedRow._make(row[:-1]), from_json(row[-1])) for row in rows)

    def _corrected(self, now: PeriodFigures, kept: tuple[Kept, ...]) -> tuple[str, ...]:
        official = _official(kept)
        monthly = official if isinstance(now.period, Month) else _official(self._kept(now.period.months[-1]))
        return corrected(now, official, monthly)

    def _corrections(self, period: Period, kept: tuple[Kept, ...], now: PeriodFigures) -> tuple[Correction, ...]:
        official = _official(kept)
        found: list[Correction] = []
        for earlier in sorted({one.period for one in official}):
            figures = now if earlier == period else self.figures.figures(earlier, 1)
            found += corrections(last_told(official, earlier), figures)
        return tuple(found)


def write_file(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all; what the operating system refuses is told in a sentence."""
    require_no_vault(path)
    try:
        write_whole(path, content)
    except OSError as error:
        raise disk_problem(error) from error
    return path


def keys_of(vault: Vault) -> CentreKeys:
    """What the centre seals with now."""
    with vault.look() as session:
        key = session.scalars(select(SealKey).order_by(SealKey.made_at.desc())).first()
    if key is None:
        raise Problem(N_("This vault has no seal yet."))
    return CentreKeys(key.root_certificate, key.root_key, key.leaf_certificate, key.leaf_key)


def letter_of(centre: CentreProfile) -> Letter:
    """The head of the centre's papers."""
    lines = (" · ".join(filter(None, (centre.legal_code, centre.address))),
             " · ".join(filter(None, (centre.phone, centre.email))))  # fmt: skip
    return Letter(centre.name, tuple(filter(None, lines)), centre.town)


def _official(kept: Iterable[Kept]) -> list[Summary]:
    return [one.summary for one in kept if one.row.profile == OFFICIAL]


def _record(summary: Summary, sealed: bytes, one: UUID, by: Worker) -> IssuedSummary:
    return IssuedSummary(
        id=one, month=summary.period.key, number=summary.number, profile=summary.profile, language=summary.language,
        receiver=summary.receiver, prepared_by=summary.prepared.name, approved_by=summary.approved.name,
        issued_at=summary.made_at, issued_by=by.name, definitions=summary.figures.definitions,
        figures=to_json(summary), pdf=sealed, digest=hashlib.sha256(sealed).hexdigest(),
    )  # fmt: skip
