from studies.mapping.study import FRESH, LAST, LATER, faults, parts, tables


def test_nearly_all_tables_of_the_study_are_proposed_right():
    developed, kept_back = parts()
    wrong = [one.name for one in developed if faults(one)]

    assert len(developed) + len(kept_back) == len(tables())
    # One heading has two texts of equal rank, of which a person must choose.
    assert wrong == ["ca-rbc"]


def test_nearly_all_tables_met_later_are_proposed_right():
    wrong = [one.name for one in tables(LATER) if faults(one)]

    # One calls the client's name what others call one's own; one names the other
    # side of a card payment in a column apart.
    assert wrong == ["upwork", "wise-balance-new"]


def test_the_tables_of_further_countries_are_proposed_right():
    developed, kept_back = parts(FRESH)

    assert (len(developed), len(kept_back)) == (36, 25)
    assert [one.name for one in tables(FRESH) + tables(LAST) if faults(one)] == []
