import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.looks_alike import FIELDS, LIKENESSES, Traits, compare, stem, words_of

DAIVA = Traits("Daiva Jonaitienė", 1984, "+37061230041", "Gargždai")
TRAITS = st.builds(
    Traits,
    name=st.text(max_size=40)
    | st.sampled_from(("Daiva Jonaitienė", "Jonaičio Tomo", "Ђурђа Ђорђевић", "Jovana", "Ona")),
    birth_year=st.none() | st.sampled_from((1984, 1985, 2009)),
    phone=st.sampled_from(("", "+37061230041", "+37061230042")),
    municipality=st.sampled_from(("", "Gargždai", "Skuodas")),
)


@pytest.mark.parametrize(
    ("typed", "likeness", "same", "differs"),
    [
        (Traits("Jonaitiene Daiva", 1984, "+37061230041"), "probably", ("name", "birth_year", "phone"), ()),
        (Traits("Daivai Jonaitienei", 1984), "probably", ("name", "birth_year"), ()),
        (Traits("Daiva Jonaitene"), "probably", ("name",), ()),
        (Traits("ДАИВА ЈОНАИТИЕНЕ", 1984), "probably", ("name", "birth_year"), ()),
        (
            Traits("Daiva Petraitė", 1984, "+37061230041"),
            "probably",
            ("given_name", "birth_year", "phone"),
            ("surname",),
        ),
        (
            Traits("Daina Jonaitytė", 2009, "", "Gargždai"),
            "family",
            ("surname", "municipality"),
            ("given_name", "birth_year"),
        ),
        (Traits("Jonaitis Tomas", None, "", "Gargždai"), "family", ("surname", "municipality"), ("given_name",)),
        (Traits("Tomo Jonaičio", None, "", "Gargždai"), "family", ("surname", "municipality"), ("given_name",)),
        (Traits("Tomas Jonaitis"), "less", ("surname",), ("given_name",)),
        (Traits("Daiva Jonaitienė", 1950), "less", ("name",), ("birth_year",)),
        (Traits("Daiva Jonaitienė", 1985, "", "Skuodas"), "less", ("name",), ("municipality",)),
        (Traits("Rūta Žvirblienė", 1984, "", "Gargždai"), "", ("birth_year", "municipality"), ("name",)),
        (Traits("Rūta Žvirblienė", None, "+37061230041"), "family", ("phone",), ("name",)),
        (Traits("", 1984, "", "Gargždai"), "less", ("birth_year", "municipality"), ()),
        (Traits("Daiva"), "", ("given_name",), ()),
        (Traits(), "", (), ()),
    ],
)
def test_what_agrees_and_what_does_not_is_named(
    typed: Traits, likeness: str, same: tuple[str, ...], differs: tuple[str, ...]
) -> None:
    assert compare(typed, DAIVA) == (likeness, same, differs)


@pytest.mark.parametrize(
    "other", ["Đurđa Đorđević", "Djurdja Djordjevic", "Durda Dordevic", "Ђурђа Ђорђевић", "ĐORĐEVIĆ ĐURĐA"]
)
def test_one_name_in_two_scripts_and_without_marks(other: str) -> None:
    assert compare(Traits("Đurđa Đorđević", 1990), Traits(other, 1990)).likeness == "probably"
    assert compare(Traits("Đurđa Đorđević", 1990), Traits("Ђурђу Ђорђевића", 1990)).likeness == "probably"


def test_a_family_name_has_one_stem_in_all_its_endings() -> None:
    forms = (
        "Jonaitienė",
        "Jonaitienės",
        "Jonaitienei",
        "Jonaitytė",
        "Jonaitytei",
        "Jonaitis",
        "Jonaičio",
        "Jonaitį",
        "Jonaičiui",
    )
    assert {stem(words_of(form)[0]) for form in forms} == {"jonait"}
    assert stem("kazlauskaite") == stem("kazlauskiene") == stem("kazlauskas") == "kazlausk"
    assert stem("ona") == "ona", "short names keep their letters"


@given(TRAITS, TRAITS)
def test_comparing_does_not_depend_on_the_order(one: Traits, other: Traits) -> None:
    made = compare(one, other)
    assert made == compare(other, one)
    assert made.likeness in (*LIKENESSES, "")
    assert set(made.same) | set(made.differs) <= set(FIELDS)
    assert not set(made.same) & set(made.differs)


@given(TRAITS)
def test_nobody_differs_from_herself(one: Traits) -> None:
    assert compare(one, one).differs == ()
