from studies.mapping.study import LATER, faults, parts, tables


def test_nearly_all_tables_of_the_study_are_proposed_right():
    developed, kept_back = parts()
    wrong = [one.name for one in developed if faults(one)]

    assert len(developed) + len(kept_back) == len(tables())
    # One heading has two texts of equal rank, of which a person must choose.
    assert wrong == ["ca-rbc"]


def test_tables_met_later_are_proposed_right():
    assert [one.name for one in tables(LATER) if faults(one)] == []
