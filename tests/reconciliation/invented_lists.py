"""Small invented lists with the damage that real ones have, for the properties that hold for every list."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from desktop.reconciliation.listed import Listed

NAMES = (
    *("Ona Jonaitienė", "Onai Jonaitienei", "JONAITYTE ONA", "Jonas Jonaitis", "O. Jonaitienė", "Onutė Jonaitienė"),
    *(
        "Jelena Đorđević",
        "Ђорђевић Јелена",
        "Djordjevic Jeca",
        "Milan Đorđević",
        "",
        "nepoznato",
        "Ona Norkė; Jonas Norkus",
    ),
)
DATES = ("", "2025-03-03", "2025-03-04", "2025-03-05", "2025-04-03", "2025-05-03", "2025-03-14", "2024-12-31")
NUMBERS = ("", "13-PR1-52615-25", "52615", "13PR15261525", "13-PR1-52651-25", "20-663-12090/25", "12090/25", "7")
CHOICES: dict[str, tuple[str, ...]] = {
    "notice_no": NUMBERS,
    "date": DATES,
    "name": NAMES,
    "birth_year": ("", "1982", "1983", "1928", "1961"),
    "personal_code": ("", "48205030123", "48205030132", "0305982715017"),
    "address": (
        "",
        "Vilniaus g. 12-5, Kaunas",
        "Vilniaus 12",
        "Kneza Miloša 5, Niš",
        "ул. Кнеза Милоша бр. 5, Ниш",
        "Kaunas",
    ),
    "phone": ("", "+370 612 34567", "861234567", "861234576", "061/123-4567"),
    "unit": ("", "Kauno m. PK", "Kauno aps. VPK Kauno m. PK", "PS Palilula", "ПС Палилула"),
}


def rows(most: int = 8) -> st.SearchStrategy[list[Listed]]:
    """A list of such rows, each with an identifier of its own."""
    one = st.builds(Listed, **{field: st.sampled_from(choices) for field, choices in CHOICES.items()})
    return st.lists(one, max_size=most).map(
        lambda found: [replace(row, id=f"R{place}") for place, row in enumerate(found)]
    )
