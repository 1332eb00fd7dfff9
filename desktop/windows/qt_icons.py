"""The drawings as Qt wants them for buttons and windows, and the application's own neutral sign.

Apart from the drawings, because Qt's class of icons brings 150 names of drawings of its own, and the door has no icon.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from desktop.places import res
from desktop.windows.icons import pixmap
from desktop.windows.look import px, tokens


def icon(name: str, colour: str = "", size: float = 20) -> QIcon:
    """The drawing as an icon for a button or an action; muted where it is disabled."""
    made = QIcon(pixmap(name, colour, size))
    made.addPixmap(pixmap(name, tokens().muted, size), QIcon.Mode.Disabled)
    return made


def icon_size(size: float = 20) -> QSize:
    """The size of an icon, given at text size 100 %."""
    return QSize(px(size), px(size))


def application_icon() -> QIcon:
    """A leaf in one colour: it tells a passer-by nothing. Drawn by Qt itself when somebody looks at it."""
    return QIcon(str(res("resources", "icons", "style", "application.svg")))
