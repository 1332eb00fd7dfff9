from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_nothing_heavy_is_loaded_before_a_document_is_drawn() -> None:
    program = (
        "import sys, desktop.paper.sheet, desktop.paper.seal, desktop.paper.workbook, desktop.paper.preview,"
        "desktop.paper.recovery_sheet, desktop.paper.receiver_page, desktop.paper.letter, desktop.paper.calendar_file;"
        "heavy = {'reportlab', 'pyhanko', 'xlsxwriter', 'pypdfium2', 'pikepdf', 'segno', 'asn1crypto', 'PIL',"
        "'docx', 'lxml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_words_reach_a_page_through_the_pen_alone() -> None:
    paper = Path(__file__).resolve().parents[2] / "desktop" / "paper"
    drawing = (
        "drawString", "drawRightString", "drawCentredString", "beginText", "textOut", "splitString", "Paragraph(",
        "platypus",
    )  # fmt: skip
    users = {file.name for file in paper.glob("*.py") for word in drawing if word in file.read_text(encoding="utf-8")}
    assert users == {"pen.py"}
