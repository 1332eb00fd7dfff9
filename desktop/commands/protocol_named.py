"""Which protocol, which version, which provision and which institution a command means."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.centre import Centre
from desktop.commands.meeting_named import OWN, institution
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.protocol.protocols import VersionRow, meant_first
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.records.protocol import CHAPTERS, Protocol
from desktop.vault.search import fold

__all__ = [
    "OWN",
    "chapter",
    "holders",
    "institution",
    "limit",
    "protocol",
    "provision",
    "sheet",
    "version",
    "version_arguments",
]

_UNITS = {"h": "hours", "hours": "hours", "d": "days", "days": "days", "wd": "workdays", "workdays": "workdays"}


def version_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that name a protocol and a version of it."""
    protocol_argument(parser)
    parser.add_argument(
        "--version", metavar="N", help=_("the version; the draft if left out, else the one in force, else the newest")
    )


def protocol_argument(parser: argparse.ArgumentParser) -> None:
    """The argument that names a protocol."""
    parser.add_argument("--protocol", metavar="NAME", help=_("which protocol; needed where there are several"))


def protocol(centre: Centre, name: str | None) -> Protocol:
    """The protocol of that name in any spelling, or the only one."""
    known = centre.protocols.all()
    if not known:
        raise Problem(N_("There is no protocol yet. Begin one: liepa protocol new"))
    if name is None:
        if len(known) > 1:
            names = ", ".join(each.name for each in known)
            raise Problem(N_("There are several protocols. Name one with --protocol: {names}"), names=names)
        return known[0]
    for each in known:
        if fold(each.name) == fold(name):
            return each
    raise Problem(N_("There is no such protocol: {name}"), name=name)


def version(centre: Centre, typed: argparse.Namespace) -> VersionRow:
    """The version of that number; without one the draft, else the one in force, else the newest."""
    rows = centre.protocols.versions(protocol(centre, typed.protocol).id)
    if typed.version is not None:
        for row in rows:
            if str(row.version.number) == typed.version:
                return row
        raise Problem(N_("There is no such version: {number}"), number=typed.version)
    return meant_first(rows)


def sheet(centre: Centre, typed: argparse.Namespace) -> VersionSheet:
    """The same, whole."""
    return centre.protocols.sheet(version(centre, typed).version.id)


def provision(of: VersionSheet, number: str) -> ProvisionRow:
    """The provision of that number."""
    found = of.numbered(number)
    if found is None:
        raise Problem(N_("There is no such provision: {number}"), number=number)
    return found


def chapter(of: VersionSheet, text: str) -> UUID:
    """The chapter of that number, code or title."""
    for place, each in enumerate(of.chapters, 1):
        if text in {str(place), each.code} - {""} or fold(text) == fold(each.title or _(CHAPTERS.get(each.code, ""))):
            return each.id
    raise Problem(N_("There is no such chapter: {name}"), name=text)


def limit(text: str) -> tuple[int | None, str]:
    """A time limit such as `24h`, `3d`, `5wd`; nothing where nothing is typed."""
    if not text:
        return None, ""
    digits = text[: len(text) - len(text.lstrip("0123456789"))]
    unit = _UNITS.get(text[len(digits) :].strip())
    if not digits or unit is None or len(digits) > 4:
        raise Problem(N_("Write the time limit as 24h, 3d or 5wd: hours, days or working days."), field="limit_number")
    return int(digits), unit


def holders(centre: Centre, names: list[str]) -> tuple[UUID | None, ...]:
    """The institutions of these names; `us` is our own centre."""
    return tuple(institution(centre, name) for name in names if name)
