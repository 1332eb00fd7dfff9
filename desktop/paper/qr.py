"""A QR code as a drawn shape, with the text it holds as its alternative text."""

from __future__ import annotations

from desktop.paper.pen import Pen


def draw_qr(pen: Pen, text: str, x: float, y: float, size: float) -> None:
    """Draw the code with its top left corner at x, y; four modules around it must stay empty."""
    import segno

    code = segno.make(text, error="m", micro=False, boost_error=False)
    pen.meaning(text)
    pen.squares([[bool(module) for module in row] for row in code.matrix], x, y, size)
    pen.as_drawn()
