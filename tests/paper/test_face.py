"""The face of the type: what a document's language does to the words on it."""

from __future__ import annotations

from desktop.language import Language
from desktop.paper.face import Face


def test_a_paper_in_serbian_latin_has_no_cyrillic_letter_whatever_was_typed() -> None:
    assert Face(Language("sr_Latn")).plain("ПУ Зрењанин, Љиљана Ђорђевић, ЉУБАВ") == (
        "PU Zrenjanin, Ljiljana Đorđević, LJUBAV"
    )
    assert Face(Language("sr_Cyrl")).plain("ПУ Зрењанин") == "ПУ Зрењанин"
