"""The month's summary drawn, sealed and checked, against reportlab and pyHanko alone on the same words and pages."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.queries import MONTH
from bench.timing import Line, medians
from desktop.centre import open_centre
from desktop.demo.passphrase import PASSPHRASE
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.paper.seal import sign
from desktop.places import res
from desktop.summaries.layout import draw
from desktop.vault.vault import Vault
from desktop.world import World

FACES = ("Regular", "SemiBold", "Bold", "Italic")


def measured(path: Path, rounds: int) -> list[Line]:
    """Both ways, on the same month."""
    world = World.real()
    keys = make_centre_keys("Pajūrio krizių centras", world)
    vault = Vault.unlock(path, Vault.workers(path)[0].id, PASSPHRASE, world=world)
    try:
        summary = open_centre(vault, world).press.prepare(MONTH, language="lt")
    finally:
        vault.lock()
    pages = words_of(draw(summary).pdf)
    times = medians(
        {"ours": lambda: sign(draw(summary).pdf, keys, world.now()), "alone": lambda: alone(pages, keys)}, rounds
    )
    what = f"summary drawn, sealed, checked, {len(pages)} pages"
    return [Line(what, times["ours"], "reportlab and pyHanko alone", times["alone"])]


def words_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for page in document:
            words = page.get_textpage()
            pages.append(words.get_text_range().splitlines())
            words.close()
            page.close()
    return pages


def alone(pages: list[list[str]], keys: CentreKeys) -> bytes:
    """The same words on as many pages, sealed, without laying anything out."""
    for face in FACES:
        pdfmetrics.registerFont(TTFont(face, str(res("resources", "fonts", f"SourceSans3-{face}.ttf"))))
    drawn = io.BytesIO()
    canvas = Canvas(drawn)
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.setFont(FACES[place % len(FACES)], 9)
            canvas.drawString(50, 800 - 9 * (place % 80), line)
        canvas.showPage()
    canvas.save()
    store: Any = SimpleCertificateStore
    registry = store()
    registry.register(Certificate.load(keys.root))
    signer = SimpleSigner(Certificate.load(keys.certificate), PrivateKeyInfo.load(keys.key), registry, embed_roots=True)
    sealed = io.BytesIO()
    metadata = PdfSignatureMetadata(field_name="Seal", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    sign_pdf(IncrementalPdfFileWriter(drawn), metadata, signer, output=sealed, bytes_reserved=16384)
    return sealed.getvalue()
