"""A round of revision as it is read: each proposed change with its old and new words, its basis and its comments."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.protocol.comparing import Side
from desktop.protocol.revision_before import Before
from desktop.protocol.revision_drafts import WORDED
from desktop.protocol.sheet import BasisRow, ProvisionRow, VersionSheet, read_version
from desktop.records.agency import Agency
from desktop.records.alignment import Act, ActPoint
from desktop.records.meeting import Meeting
from desktop.records.protocol import ProtocolChapter
from desktop.records.revision import ProposedChange, ProvisionComment
from desktop.serbian import in_latin


@dataclass(frozen=True)
class Ground:
    """What a provision rests on, and how it stands to it."""

    cited: str
    state: str
    """A code of `ALIGNMENTS`."""
    words: str = ""
    """What the point of the act says, where it was brought in."""


@dataclass(frozen=True)
class CommentRow:
    """A comment with whose it is and where it was made."""

    comment: ProvisionComment
    agency: Agency | None
    """None: our own centre."""
    meeting: Meeting | None


@dataclass(frozen=True)
class ChangeRow:
    """A proposed change with all that helps to decide on it."""

    change: ProposedChange
    was: ProvisionRow | None
    """The provision in the version that is revised; None for a new one."""
    now: ProvisionRow | None
    """The provision in the draft; None for a new one that is not accepted, and for one that was left out."""
    old: Side | None
    """What it says until now: in the version that is revised, or else in the draft; None for a new provision."""
    new: Side | None
    """What it says with the change; None where it is left out."""
    chapter: ProtocolChapter | None
    proposer: Agency | None
    """None: our own centre."""
    grounds: tuple[Ground, ...]
    comments: tuple[CommentRow, ...]

    @property
    def shown(self) -> Side:
        """As it is to be, or as it was."""
        return self.new or self.old or Side("", "", "")

    def said(self, locale: str, own: str) -> tuple[Side | None, Side | None]:
        """Old and new in the protocol's own words; in Latin letters where the screen's Serbian has them."""
        if locale != "sr_Latn" or own != "sr_Cyrl":
            return self.old, self.new
        return _latin(self.old), _latin(self.new)


def _latin(side: Side | None) -> Side | None:
    if side is None:
        return None
    words = {"title": in_latin(side.title), "text": in_latin(side.text)}
    return Side(**{each.name: words.get(each.name, getattr(side, each.name)) for each in fields(Side)})


def change_rows(session: Session, sheet: VersionSheet, today: date) -> list[ChangeRow]:
    """What is proposed for a version, in the order of its provisions; a new one at the end of its chapter."""
    version_id = sheet.version.id
    mine = select(ProposedChange, Agency).outerjoin(Agency, Agency.id == ProposedChange.agency_id)
    found = session.execute(mine.where(ProposedChange.version_id == version_id)).all()
    comments = comment_rows(session, version_id)
    base = read_version(session, sheet.version.based_on_id, today) if sheet.version.based_on_id else None
    was = {row.provision.origin_id: row for row in base.provisions} if base else {}
    now = {row.provision.id: row for row in sheet.provisions}
    rows = []
    for change, agency in found:
        before = was.get(change.origin_id) if change.origin_id else None
        row = _row(session, sheet, change, (before, now.get(change.provision_id) if change.provision_id else None))
        about = tuple(each for each in comments if _is_about(each.comment, change))
        rows.append(replace(row, proposer=agency, comments=about))
    return sorted(rows, key=lambda row: _place(row, sheet))


def comment_rows(session: Session, version_id: UUID) -> list[CommentRow]:
    """What was said to a version, in the order of days."""
    asked = (
        select(ProvisionComment, Agency, Meeting)
        .outerjoin(Agency, Agency.id == ProvisionComment.agency_id)
        .outerjoin(Meeting, Meeting.id == ProvisionComment.meeting_id)
        .where(ProvisionComment.version_id == version_id)
        .order_by(ProvisionComment.on_day, ProvisionComment.id)
    )
    return [CommentRow(*row) for row in session.execute(asked)]


def _row(
    session: Session,
    sheet: VersionSheet,
    change: ProposedChange,
    stood: tuple[ProvisionRow | None, ProvisionRow | None],
) -> ChangeRow:
    """The change as it is read, without who proposed it and what was said to it."""
    was, now = stood
    old, new = _sides(change, was, now)
    chapter_id = now.provision.chapter_id if now else change.chapter_id or _old_chapter(change)
    chapter = next((each for each in sheet.chapters if each.id == chapter_id), None)
    return ChangeRow(change, was, now, old, new, chapter, None, _grounds(session, change, now or was), ())


def _is_about(comment: ProvisionComment, change: ProposedChange) -> bool:
    if comment.change_id:
        return comment.change_id == change.id
    return comment.provision_id is not None and comment.provision_id == change.provision_id


def _sides(
    change: ProposedChange, was: ProvisionRow | None, now: ProvisionRow | None
) -> tuple[Side | None, Side | None]:
    """Old and new; an open change is laid over what stands in the draft now."""
    before = Before.read(change.before).worded()
    proposed = {name: getattr(change, name) for name in WORDED}
    if change.kind == "add":
        return None, _side(proposed)
    drafted = before if now is None or change.state == "accepted" else _worded(now)
    old = _side(_worded(was) if was else drafted)
    if change.kind == "remove":
        return old, None
    touched = {name: value for name, value in proposed.items() if value != before.get(name)}
    return old, _side({**drafted, **touched})


def _worded(row: ProvisionRow) -> dict[str, object]:
    return {name: getattr(row.provision, name) for name in WORDED}


def _side(worded: dict[str, object]) -> Side | None:
    return Side(**worded) if worded else None  # type: ignore[arg-type]


def _old_chapter(change: ProposedChange) -> UUID | None:
    kept = Before.read(change.before).found.get("chapter_id")
    return UUID(kept) if kept else None


def _grounds(session: Session, change: ProposedChange, row: ProvisionRow | None) -> tuple[Ground, ...]:
    if row:
        return tuple(_ground(each) for each in row.bases if each.cited)
    point = session.get(ActPoint, change.point_id) if change.point_id else None
    if point is None:
        return ()
    act = session.get_one(Act, point.act_id)
    return (Ground(f"{act.cited} {point.number}", "missing", point.text or point.title),)


def _ground(row: BasisRow) -> Ground:
    return Ground(row.cited, row.basis.state, (row.point.text or row.point.title) if row.point else "")


def _place(row: ChangeRow, sheet: VersionSheet) -> tuple[int, int, int, int]:
    """By chapter, by place within it, new provisions last, then in the order of proposing."""
    chapter = sheet.chapters.index(row.chapter) if row.chapter in sheet.chapters else -1
    own = next((each.provision.position for each in sheet.provisions if each.provision.id == row.change.provision_id),
               Before.read(row.change.before).found.get("position", 0))  # fmt: skip
    return chapter, int(row.change.kind == "add"), own, row.change.position
