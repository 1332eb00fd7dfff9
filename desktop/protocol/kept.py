"""A version or a provision that may still be written in: the one place that says what may be changed when."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.protocol import Protocol, ProtocolVersion, Provision

GONE = N_("This entry was taken back meanwhile.")
CLOSED = N_("The text of this version is closed. Begin a revision to change it.")
SIGNED = N_("It was signed or adopted already. Begin a revision to change it.")
EARLIER = N_("An earlier version is in force from the same day or later.")


def kept_protocol(session: Session, protocol_id: UUID) -> Protocol:
    """The protocol."""
    found = session.get(Protocol, protocol_id)
    if found is None:
        raise Problem(GONE)
    return found


def kept(session: Session, version_id: UUID) -> ProtocolVersion:
    """The version, whatever its state."""
    found = session.get(ProtocolVersion, version_id)
    if found is None:
        raise Problem(GONE)
    return found


def writable(session: Session, version_id: UUID) -> ProtocolVersion:
    """The version, while it is a draft."""
    version = kept(session, version_id)
    if not version.is_open:
        raise Problem(CLOSED)
    return version


def kept_provision(session: Session, provision_id: UUID) -> Provision:
    """The provision, whatever the state of its version."""
    found = session.get(Provision, provision_id)
    if found is None:
        raise Problem(GONE)
    return found


def writable_provision(session: Session, provision_id: UUID) -> Provision:
    """The provision, while its version is a draft."""
    provision = kept_provision(session, provision_id)
    writable(session, provision.version_id)
    return provision
