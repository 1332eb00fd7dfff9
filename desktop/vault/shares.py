"""The text on a recovery sheet: letters and digits in groups of four, with signs that show a typing mistake.

44 signs of Crockford's base 32 (no I, L, O, U): the sheet's number, five signs of the kit, 32 signs of secret (160
bits) and six check signs (the code of BIP 173, which finds any four wrong signs). The same text stands in the QR code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from desktop.language import N_
from desktop.vault.refusals import VaultProblem

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 44
_LOOKS_LIKE = str.maketrans("OILАВСЕНКМОРТХЈУ", "011ABCEHKM0PTXJY")
"""What a tired eye or a Cyrillic keyboard types instead."""
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CONSTANT = 0x2BC830A3
_PREFIX = (12, 9, 5, 16, 1)
"""So that the check signs of another program's text do not fit here."""


class ShareMistyped(VaultProblem):
    """A sheet was typed back with a mistake; `group` is where, if that can be told."""

    def __init__(self, field: str, group: int | None = None) -> None:
        if group is None:
            super().__init__(N_("This is not what stands on the sheet. Compare it sign by sign."), field=field)
        else:
            super().__init__(N_("A typing mistake. Group of signs: {n}"), field=field, n=group)
        self.group = group


@dataclass(frozen=True)
class Share:
    """One of the three sheets."""

    number: int
    """1, 2 or 3."""
    kit: str
    """Five signs that are the same on the sheets of one making."""
    text: str
    """What is printed: eleven groups of four signs. Also what the QR code holds."""
    secret: bytes
    """20 bytes."""

    @classmethod
    def make(cls, number: int, kit: str, secret: bytes) -> Share:
        """A sheet with this secret."""
        bits = int.from_bytes(secret)
        body = [number, *map(SIGNS.index, kit), *(bits >> shift & 31 for shift in range(155, -1, -5))]
        rest = _rest((*_PREFIX, *body, 0, 0, 0, 0, 0, 0)) ^ _CONSTANT
        signs = "".join(SIGNS[value] for value in (*body, *(rest >> shift & 31 for shift in range(25, -1, -5))))
        return cls(number, kit, " ".join(signs[at : at + 4] for at in range(0, LENGTH, 4)), secret)

    @classmethod
    def parse(cls, typed: str, field: str = "share") -> Share:
        """A sheet from what was typed, capitals or not, with or without gaps; raises `ShareMistyped`."""
        plain = "".join(c for c in typed.upper().translate(_LOOKS_LIKE) if not c.isspace() and c not in "-–—.,:")
        values = [SIGNS.find(sign) for sign in plain]
        if len(values) != LENGTH:
            raise ShareMistyped(field)
        wrong = next((at for at, value in enumerate(values) if value < 0), None)
        if wrong is not None:
            raise ShareMistyped(field, wrong // 4 + 1)
        left = _rest((*_PREFIX, *values)) ^ _CONSTANT
        if left:
            raise ShareMistyped(field, _slips().get(left))
        if values[0] not in (1, 2, 3):
            raise ShareMistyped(field)
        bits = 0
        for value in values[6:38]:
            bits = bits << 5 | value
        return cls.make(values[0], plain[1:6], bits.to_bytes(20))


def _rest(values: tuple[int, ...]) -> int:
    """The remainder of the polynomial division of BIP 173."""
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for bit in range(5):
            rest ^= _GENERATOR[bit] if top >> bit & 1 else 0
    return rest


@cache
def _slips() -> dict[int, int]:
    """What one wrong sign leaves of the remainder, which should be nothing, with its group; the same for every text."""
    blank, found = _rest((*_PREFIX, *[0] * LENGTH)), dict[int, int]()
    for at in range(LENGTH):
        for value in range(1, 32):
            slip = _rest((*_PREFIX, *[0] * at, value, *[0] * (LENGTH - at - 1)))
            found[slip ^ blank] = at // 4 + 1
    return found
