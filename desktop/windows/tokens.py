"""The colours of the screen by name, light and dark, and the pairs that must be readable.

Colours are named by what they are for, never by how they look; nothing else in the windows writes a colour. This page
knows no widget and no Qt, so that contrast can be tested as plain arithmetic.
"""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """One scheme: each colour as `#RRGGBB`."""

    window: str
    surface: str
    sunken: str
    line: str
    field: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_ink: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    blue: str
    blue_soft: str
    grey: str
    grey_soft: str
    mark: str
    mark_text: str

    @property
    def is_plain(self) -> bool:
        """Whether it has no soft grounds and only outlines tell one thing from another: high contrast."""
        return self.line == self.text

    def tone(self, name: str) -> tuple[str, str]:
        """The ink and the soft ground of a tone: red, amber, green, blue, grey or accent."""
        if name == "accent":
            return self.accent_ink, self.accent_soft
        return getattr(self, name), getattr(self, name + "_soft")


LIGHT = Tokens(
    window="#F3F5F3", surface="#FFFFFF", sunken="#E9EDEA", line="#D8DEDA", field="#7C8984",
    text="#1A2321", muted="#56625E", accent="#1C5D63", on_accent="#FFFFFF", accent_soft="#DFEDEC", accent_ink="#154A4F",
    red="#A02A20", red_soft="#FBE8E5", amber="#774A00", amber_soft="#FBEFD6", green="#24613B", green_soft="#E2F1E6",
    blue="#27528C", blue_soft="#E5EDF8", grey="#4D5854", grey_soft="#E8ECEA", mark="#FFE08A", mark_text="#1A2321",
)  # fmt: skip

DARK = Tokens(
    window="#1D2225", surface="#262C30", sunken="#191D20", line="#3B4449", field="#7F8B91",
    text="#E7EBEA", muted="#A8B3B1", accent="#74BFC4", on_accent="#0C2023", accent_soft="#23393D", accent_ink="#9BD6DA",
    red="#F4A79E", red_soft="#442A29", amber="#EBC27C", amber_soft="#40341F", green="#98D4A8", green_soft="#22382B",
    blue="#A9C7F3", blue_soft="#26344A", grey="#BAC4C2", grey_soft="#343C40", mark="#6B5514", mark_text="#FFF3CF",
)  # fmt: skip

READABLE = 4.5
"""The least contrast of words and their ground."""
_TONES = ("red", "amber", "green", "blue", "grey")
READ: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "sunken", "accent_soft")),
    ("on_accent", "accent"), ("accent", "surface"), ("accent", "window"), ("accent_ink", "accent_soft"),
    *((tone, tone + "_soft") for tone in _TONES), *((tone, "surface") for tone in _TONES),
    *(("muted", tone + "_soft") for tone in _TONES[:4]), *(("accent", tone + "_soft") for tone in _TONES),
    ("accent", "sunken"), *((tone, "accent_soft") for tone in _TONES[:4]), ("mark_text", "mark"),
)  # fmt: skip
"""(ink, ground) of every text on screen; at least 4.5 : 1."""
OUTLINED: tuple[tuple[str, str], ...] = (("field", "surface"), ("field", "window"), ("field", "accent_soft"))
"""(outline, ground) of inputs, buttons and chips; at least 3 : 1."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
