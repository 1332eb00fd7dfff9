"""What became of the local protocol in a year: its versions, what changed, what it is in line with, who signed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from desktop.cooperation.report_around import Around
from desktop.cooperation.report_protocol_lines import Party, ProtocolYear, VersionLine
from desktop.protocol.alignments import read_alignment
from desktop.protocol.comparing import compare
from desktop.protocol.protocols import in_force
from desktop.protocol.sheet import read_version, replaced_on
from desktop.records.protocol import Protocol, ProtocolSignatory, ProtocolVersion, Provision


def protocols(around: Around) -> tuple[ProtocolYear, ...]:
    """Every protocol that was in force, adopted or worked on in the year."""
    found = around.session.scalars(select(Protocol).order_by(Protocol.position, Protocol.id))
    made = (_year(around, each) for each in found)
    return tuple(each for each in made if each.versions)


def _year(around: Around, protocol: Protocol) -> ProtocolYear:
    session, mine = around.session, ProtocolVersion.protocol_id == protocol.id
    versions = list(session.scalars(select(ProtocolVersion).where(mine).order_by(ProtocolVersion.number)))
    told = tuple(_line(around, each) for each in versions if _concerns(around, each))
    before, now = in_force(session, protocol.id, around.first), in_force(session, protocol.id, around.last)
    aligned, alignment = _alignment(around, versions)
    return ProtocolYear(
        protocol.name, told, before.number if before else 0, now.number if now else 0, _changed(around, before, now),
        aligned, alignment, _parties(around, now) if now else (), now.review_on if now else None,
    )  # fmt: skip


def _concerns(around: Around, version: ProtocolVersion) -> bool:
    """Whether it was begun by the end of the year, and not over before its first day."""
    begun = min(filter(None, (version.begun_on, version.adopted_on, version.in_force_from)))
    replaced = replaced_on(around.session, version)
    over = min(filter(None, (replaced, version.ended_on)), default=None)
    return begun <= around.last and not (over and over <= around.first)


def _line(around: Around, version: ProtocolVersion) -> VersionLine:
    session = around.session
    mine = ProtocolSignatory.version_id == version.id
    signed = ProtocolSignatory.signed_on <= around.last, ProtocolSignatory.withdrawn_on.is_(None)

    def number(*wanted: object) -> int:
        return session.scalar(select(func.count()).where(*wanted)) or 0  # type: ignore[arg-type]

    return VersionLine(
        version.number, version.state(around.last, replaced_on(session, version)), version.adopted_on,
        version.in_force_from, number(Provision.version_id == version.id), number(mine, *signed), number(mine),
    )  # fmt: skip


def _changed(
    around: Around, before: ProtocolVersion | None, now: ProtocolVersion | None
) -> tuple[tuple[str, int], ...]:
    """How many provisions became what from the version in force on the first day to that on the last."""
    if before is None or now is None or before.id == now.id:
        return ()
    old, new = (read_version(around.session, each.id, around.today) for each in (before, now))
    counts = compare(old, new, old.protocol.language).counts
    return tuple((kind, n) for kind, n in counts.items() if kind != "same" and n)


def _alignment(
    around: Around, versions: Sequence[ProtocolVersion]
) -> tuple[int, tuple[tuple[str, int], ...]]:  # fmt: skip
    """How the newest version of which anything was judged stands to the acts; points without a provision count."""
    for version in reversed(versions):
        counts = read_alignment(around.session, version.id, around.today).counts
        if any(number for state, number in counts.items() if state and state != "missing"):
            return version.number, tuple((state, number) for state, number in counts.items() if number)
    return 0, ()


def _parties(around: Around, version: ProtocolVersion) -> tuple[Party, ...]:
    found = around.session.scalars(select(ProtocolSignatory).where(ProtocolSignatory.version_id == version.id))
    ordered = sorted(found, key=lambda each: around.order(each.agency_id))
    return tuple(
        Party(around.named(each.agency_id), each.representative, each.role, each.signed_on, each.withdrawn_on)
        for each in ordered
    )
