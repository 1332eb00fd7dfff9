"""Makes the Serbian copies of the fonts: run once when the fonts change, the result is kept beside them.

Serbian upright б has a shape of its own. The fonts hold it as a localised form that the PDF writer never applies, so
each copy points U+0431 at that form. A changed font may not bear the reserved name "Source", hence another name.

    python resources/fonts/bake_serbian.py
"""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
WEIGHTS = ("Regular", "SemiBold", "Bold")
FAMILY = "Liepa Sans SR"


def serbian_forms(font: TTFont) -> dict[str, str]:
    """The glyphs that Serbian Cyrillic replaces, by the font's own `locl` feature."""
    table = font["GSUB"].table
    forms: dict[str, str] = {}
    for script in table.ScriptList.ScriptRecord:
        for system in script.Script.LangSysRecord:
            if (script.ScriptTag, system.LangSysTag) != ("cyrl", "SRB "):
                continue
            for index in system.LangSys.FeatureIndex:
                feature = table.FeatureList.FeatureRecord[index]
                if feature.FeatureTag != "locl":
                    continue
                for lookup in feature.Feature.LookupListIndex:
                    for subtable in table.LookupList.Lookup[lookup].SubTable:
                        forms.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return forms


def rename(font: TTFont, weight: str) -> None:
    """Give the font its other name, everywhere but in the copyright line."""
    names = font["name"]
    postscript = f"{FAMILY.replace(' ', '')}-{weight}"
    new = {1: f"{FAMILY} {weight}", 2: "Regular", 3: f"{postscript};1", 4: f"{FAMILY} {weight}", 6: postscript}
    names.names = [record for record in names.names if record.nameID in (0, 5, 8, 9, 11, 13, 14) or record.nameID > 255]
    for identifier, words in new.items():
        names.setName(words, identifier, 3, 1, 0x409)


def bake(weight: str) -> None:
    """Write one Serbian copy."""
    font = TTFont(HERE / f"SourceSans3-{weight}.ttf", recalcTimestamp=False)
    forms = serbian_forms(font)
    for table in font["cmap"].tables:
        table.cmap.update({code: forms[glyph] for code, glyph in table.cmap.items() if glyph in forms})
    rename(font, weight)
    font.save(HERE / f"LiepaSansSR-{weight}.ttf")


if __name__ == "__main__":
    for each in WEIGHTS:
        bake(each)
