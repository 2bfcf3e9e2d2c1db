"""Hours as columns: which entries serve which role."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cast import Life

ROLES = ("Practice", "Training", "Board")

entries = st.lists(
    st.tuples(
        st.sampled_from(["", *ROLES]),
        st.integers(1, 20),
        st.lists(st.sampled_from(ROLES), max_size=3),
    ),
    max_size=15,
)


def life(told) -> Life:
    made = Life()
    for name in ROLES:
        made.role(name)
    for place, (role, hours, also) in enumerate(told):
        made.gives(role, hours, f"2026-10-{place + 1:02}", also=also)
    return made


def test_without_entries_nobody_is_served():
    hours = life([]).portfolio().hours

    assert len(hours) == 0
    assert [len(column) for column in hours.served()] == [0, 0]
    assert [len(column) for column in hours.of_role(0)] == [0, 0]


def test_an_entry_serves_its_role_and_each_further_one_once():
    told = [("Practice", 2, ["Board", "Board", "Practice"]), ("Board", 3, [])]

    entry, role = life(told).portfolio().hours.served()

    assert sorted(zip(entry.tolist(), role.tolist(), strict=True)) == [
        (0, 0),  # Practice
        (0, 2),  # Board
        (1, 2),
    ]


@given(entries)
def test_a_roles_entries_stand_once_and_in_the_order_of_their_days(told):
    hours = life(told).portfolio().hours

    for place, name in enumerate(ROLES):
        expected = [
            (f"2026-10-{number + 1:02}", 3600 * given_hours)
            for number, (role, given_hours, also) in enumerate(told)
            if name in {role, *also}
        ]
        days, seconds = hours.of_role(place)
        assert [*zip(map(str, days), seconds.tolist(), strict=True)] == expected
