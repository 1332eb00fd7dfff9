"""When two words are one name, in both languages and both scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reconciliation import names
from desktop.reconciliation.evidence import name_finding
from desktop.reconciliation.names import NameBook, agreement, folded, persons_of, spelled, word
from desktop.vault.letters import fold

GOLDEN = [
    # the same name
    ("Jonaitienė, Ona", "ONA JONAITIENE", "same"),
    ("Ђорђевић Јелена", "Jelena Djordjevic", "same"),
    ("Jelena Dordević", "Đorđević Jelena", "same"),
    ("Наташа Љубичић", "Ljubičić Nataša", "same"),
    ("Kowalewska Anna", "Ana Kovalevska", "same"),
    ("Nagy Ildiko", "Ildiko Nađ", "same"),
    ("Szymkowicz Beata", "Beata Šymkovič", "same"),
    ("Toth Marija", "Тот Марија", "same"),
    # a case ending
    ("Ona Jonaitienė", "Onos Jonaitienės", "ending"),
    ("Ona Jonaitienė", "Onai Jonaitienei", "ending"),
    ("Jonas Jonaitis", "Jono Jonaičio", "ending"),
    ("Stasys Daukša", "Stasiui Daukšai", "ending"),
    ("Vytautas Stankevičius", "Vytautui Stankevičiui", "ending"),
    ("Jelena Petrović", "Јелене Петровић", "ending"),
    ("Marko Ilić", "Marka Ilića", "ending"),
    ("Milica Babić", "Милици Бабић", "ending"),
    # married, maiden and short surnames of one family
    ("Ona Jonaitienė", "Ona Jonaitytė", "family"),
    ("Rasa Petrauskienė", "Rasa Petrauskaitė", "family"),
    ("Rasa Butkienė", "Rasa Butkutė", "family"),
    ("Ieva Stankevičienė", "Ieva Stankevičiūtė", "family"),
    ("Ieva Butkuvienė", "Ieva Butkutė", "family"),
    # short forms
    ("Elžbieta Norkienė", "Elzė Norkienė", "short"),
    ("Jelena Savić", "Јеца Савић", "short"),
    ("Aleksandar Tomić", "Aca Tomić", "short"),
    ("Ona Norkienė", "Onutė Norkienė", "short"),
    # a slip of the pen
    ("Danutė Paškevičienė", "Danutė Psškevičienė", "slip"),
    ("Gordana Stanković", "Gordana Stankvoić", "slip"),
    # an initial
    ("Lina Kubilienė", "L. Kubilienė", "initial"),
    # double names: half of one is enough
    ("Ana Marija Ilić-Tomić", "Ana Ilić", "same"),
    ("Rasa Norkienė-Kairytė", "Kairytė Rasa", "same"),
    # not the same
    ("Ona Jonaitienė", "Rasa Jonaitienė", "given_differs"),
    ("Jelena Petrović", "Milan Petrović", "given_differs"),
    ("Jelena Petrović", "Jelena Stanković", "surname_differs"),
    ("Daiva Kazlauskienė", "Daiva Norkutė", "surname_differs"),
    ("Daiva Kazlauskienė", "Rūta Norkutė", "other"),
]


def found(one: str, other: str) -> str:
    book = NameBook()
    first, second = ([tuple(sorted({book.place(w) for w in p})) for p in persons_of(n)] for n in (one, other))
    return name_finding(first[0], second[0], book).level


@pytest.mark.parametrize(("one", "other", "level"), GOLDEN)
def test_the_trickiest_names_of_both_languages(one: str, other: str, level: str) -> None:
    assert found(one, other) == level
    assert found(other, one) == level


def test_a_wife_is_not_her_husband() -> None:
    assert found("Ona Jonaitienė", "Antanas Jonaitis") == "given_differs"
    assert agreement(word(spelled(folded("Jonaitienė"))), word(spelled(folded("Jonaitis")))) == names.FAMILY


@pytest.mark.parametrize("text", ["", "nenurodė", "Nepoznato", "НЕПОЗНАТО", "NN", "n.n.", "N. N.", "-", "?"])
def test_nobody_is_nobody(text: str) -> None:
    assert persons_of(text) == ()


@pytest.mark.parametrize(
    "text", ["Ona Petraitė; Jonas Petraitis", "Ona Petraitė ir Jonas Petraitis", "Ана Илић и Марко Илић"]
)
def test_a_notice_may_name_several_persons(text: str) -> None:
    assert len(persons_of(text)) == 2


WORDS = st.text("aąčdeėghiyjklmnoprsštuųūvzž", min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_two_words_agree_alike_from_both_sides(one: str, other: str) -> None:
    first, second = word(spelled(folded(one))), word(spelled(folded(other)))
    assert agreement(first, second) == agreement(second, first)
    assert agreement(first, first) == (names.SAME if len(first.text) > 1 else names.INITIAL)


@given(st.text(max_size=30))
def test_letters_are_folded_as_everywhere(text: str) -> None:
    assert folded(text) == fold(folded(text))


@given(WORDS, WORDS)
def test_words_that_may_be_one_share_a_key(one: str, other: str) -> None:
    """Or they would never be compared."""
    book = NameBook()
    first, second = book.place(folded(one)), book.place(folded(other))
    if book.agreement(first, second) < names.ALIKE and min(len(book.words[p].text) for p in (first, second)) > 1:
        assert first == second or book.keys(first) & book.keys(second)


def test_every_case_of_a_name_has_its_stem() -> None:
    forms = {
        "Jonaitis": "Jonaičio Jonaičiui Jonaitį Jonaičiu Jonaityje",
        "Kazlauskienė": "Kazlauskienės Kazlauskienei Kazlauskienę Kazlauskiene",
        "Norkus": "Norkaus Norkui Norkų Norkumi",
        "Stankevičius": "Stankevičiaus Stankevičiui Stankevičių Stankevičiumi",
        "Kudirka": "Kudirkos Kudirkai Kudirką",
        "Milica": "Milice Milici Milicu",
        "Đorđe": "Đorđa Đorđu Ђорђа",
        "Kovač": "Kovača Kovaču Ковачем",
    }
    for name, cases in forms.items():
        stems = {names.stem(spelled(folded(form))) for form in (name, *cases.split())}
        assert len(stems) == 1, (name, stems)


def test_no_short_form_stands_for_itself() -> None:
    assert all(full not in shorts for full, shorts in names.SHORT_FORMS.items())
    assert all(shorts for shorts in names.SHORT_FORMS.values())
