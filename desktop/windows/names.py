"""Whether names are shown: with F8 every list, card and title tells codes, for a screen that somebody else can see.

One rule for every window. It holds until F8 is pressed again, over locks too; what is printed or written follows it.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import _


@dataclass
class _Names:
    are_hidden: bool = False


_NAMES = _Names()
_HIDDEN = "\u25cf\u25cf\u25cf"


def are_hidden() -> bool:
    """Whether codes stand for names just now."""
    return _NAMES.are_hidden


def hide(are_hidden: bool) -> None:
    """Let codes stand for names, or names again; who calls reads what is on show anew."""
    _NAMES.are_hidden = are_hidden


def shown_words(words: str) -> str:
    """Words that were looked for, told again: they may be a name."""
    return _HIDDEN if _NAMES.are_hidden and words else words


def shown_name(name: str, code: str) -> str:
    """The name, or what stands for it while names are hidden: the person's code, else the number of the notice."""
    if _NAMES.are_hidden and code:
        return code
    return _HIDDEN if _NAMES.are_hidden and name else name or _("No name")
