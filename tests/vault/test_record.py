from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis.strategies import lists, uuids
from sqlalchemy import column, select, table
from sqlcipher3 import dbapi2

from desktop.vault.record import Identifiers, id_of, in_one_run, in_parts


@given(uuids())
def test_an_identifier_read_from_bytes_is_the_one_that_was_written(made: UUID) -> None:
    read = id_of(made.bytes)
    assert read == made
    assert (hash(read), str(read), read.is_safe) == (hash(made), str(made), UUID(bytes=made.bytes).is_safe)
    assert {made: 1}[read] == 1


@given(lists(uuids(), unique=True), uuids())
def test_identifiers_held_as_bytes_are_a_list_of_identifiers(made: list[UUID], other: UUID) -> None:
    held = Identifiers(one.bytes for one in made)
    assert (list(held), len(held), held[1:3]) == (made, len(made), made[1:3])
    assert held == made
    assert held != [*made, other]
    assert [held.index(one) for one in made] == list(range(len(made)))
    assert (other in held, str(other) in held) == (other in made, False)
    assert all(one in held and held[place] == one for place, one in enumerate(made))


def test_bytes_that_lie_across_two_identifiers_are_not_one() -> None:
    first, second = UUID(bytes=bytes(8) + b"12345678"), UUID(bytes=b"87654321" + bytes(8))
    across = UUID(bytes=b"1234567887654321")
    held = Identifiers(one.bytes for one in (first, second, first))
    assert across not in held
    assert (held.index(second), held.index(first, 1), held[-1], held[1:]) == (1, 2, first, [second, first])
    assert Identifiers(one.bytes for one in (first, second, across)).index(across) == 2
    assert Identifiers([]) == []


@given(lists(uuids(), unique=True))
def test_identifiers_are_found_as_one_value_in_the_order_that_was_asked(made: list[UUID]) -> None:
    places, file = table("placed", column("id"), column("place")), dbapi2.connect(":memory:")
    file.execute("CREATE TABLE placed (id BLOB, place INTEGER)")
    file.execute("CREATE INDEX by_place ON placed (place, id)")
    for number in (*range(0, len(made), 2), *range(1, len(made), 2)):
        file.execute("INSERT INTO placed VALUES (?, ?)", (made[number].bytes, number))
    asked = select(places.c.id)
    for order, expected in ((places.c.place, made), (places.c.place.desc(), made[::-1]), (places.c.id, sorted(made))):
        rows = file.execute(str(in_one_run(asked.order_by(order)))).fetchall()
        assert len(rows) == 1
        assert Identifiers(row[0] or b"" for row in rows) == expected
    file.close()


@given(lists(uuids(), max_size=20))
def test_identifiers_in_parts_are_all_of_them(made: list[UUID]) -> None:
    many = made * 1000
    parts = list(in_parts(many))
    assert [one for part in parts for one in part] == many
    assert max(map(len, parts), default=1) < 32_766
