"""Which tabs the protocol's screen has, in their order."""

from __future__ import annotations

from desktop.windows.protocol_alignment import AlignmentTab
from desktop.windows.protocol_duties import DutiesTab
from desktop.windows.protocol_monitoring import MonitoringTab
from desktop.windows.protocol_provisions import ProvisionsTab
from desktop.windows.protocol_signatories import SignatoriesTab
from desktop.windows.protocol_tab import ProtocolTab
from desktop.windows.protocol_versions import VersionsTab

TABS: tuple[type[ProtocolTab], ...] = (
    ProvisionsTab,
    AlignmentTab,
    VersionsTab,
    DutiesTab,
    SignatoriesTab,
    MonitoringTab,
)
"""Each is made as `Kind(desk)` when it is first opened."""
