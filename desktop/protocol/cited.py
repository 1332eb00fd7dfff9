"""The points of the acts that were brought in, by how a provision cites them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from desktop.records.alignment import Act, ActPoint
from desktop.vault.vault import Vault


def cited_points(vault: Vault) -> dict[str, UUID]:
    """Every point as act and number, such as "OP 3.2", in the order of the acts."""
    wanted = select(Act, ActPoint).join(ActPoint, ActPoint.act_id == Act.id).order_by(Act.title, ActPoint.position)
    with vault.look() as session:
        return {f"{act.cited} {point.number}": point.id for act, point in session.execute(wanted)}
