"""Which tabs the protocol's screen has, in their order."""

from __future__ import annotations

from desktop.windows.protocol_tab import ProtocolTab

TABS: tuple[type[ProtocolTab], ...] = ()
"""Each is made as `Kind(desk)` when it is first opened."""
