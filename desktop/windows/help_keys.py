"""The keys that hold everywhere, as the help tells them; part of it."""

from __future__ import annotations

from desktop.language import N_

KEYS: tuple[tuple[str, str], ...] = (
    ("F1", N_("Help for what is on show; pressed twice, all keys")),
    ("?", N_("All keys, while no field has the caret")),
    ("Shift+F1", N_("Language of the screen")),
    ("F2", N_("New notice")),
    ("F3", N_("Search")),
    ("F4, Shift+F4", N_("Into the filters; all filters off")),
    ("F5", N_("Today")),
    ("F6, F7", N_("Contact attempt, assistance")),
    ("F8", N_("Names on or off")),
    ("F9", N_("Note for the next shift")),
    ("F10", N_("More about the chosen row")),
    ("Shift+F10", N_("Menu of the chosen row")),
    ("Home, End", N_("The first and the last row of a list")),
    ("F11", N_("The whole screen, and the window again")),
    ("F12", N_("Hide and lock at once")),
    ("Esc Esc Esc", N_("Hide and lock at once")),
    ("1 \u2026 5", N_("Answers, where buttons bear digits")),
    ("Ctrl+Enter", N_("The filled button: save, next, accept")),
    ("Ctrl+Shift+Enter", N_("Save, and open the next empty one")),
    ("Ctrl+Z, Ctrl+Y", N_("Undo my last change, and do it again")),
    ("Alt+\u2190", N_("Back, as it was left")),
    ("Ctrl+P", N_("Print the list on show")),
    ("Ctrl+1 \u2026 Ctrl+0", N_("The screens in the order of the rail")),
    ("Ctrl++, Ctrl+\u2212", N_("Larger or smaller text")),
    ("Esc", N_("Close the innermost thing")),
)
"""Keys that hold everywhere, with what they do."""
