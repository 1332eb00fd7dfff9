"""The line drawings, tinted for the scheme in use, and the application's own neutral sign."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.places import res
from desktop.windows.look import px, tokens


@lru_cache(maxsize=400)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    text = res("resources", "icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, colour: str = "", size: float = 20) -> QPixmap:
    """The drawing of that name in a colour (`#RRGGBB`; the text's if none), `size` at text size 100 %."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return _drawn(name, colour or tokens().text, px(size), ratio)


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
