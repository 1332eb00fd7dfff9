"""Which screens there are: those of the rail in its order and groups, and the pages laid over them."""

from __future__ import annotations

from desktop.windows.desk import Screen

RAIL: tuple[tuple[type[Screen], ...], ...] = ()
"""The rail's groups; each screen is made as `Kind(desk)` when it is first wanted."""
PAGES: tuple[type[Screen], ...] = ()
"""Reached by `desk.go(NAME, about)`; made anew each time, gone when left by `desk.back()`."""
