"""Proposals for what waits: a role and a reason, or nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.inbox.propose import LEAST_SCORE, Proposal, Reason, propose
from tests.cast import Life


def life() -> Life:
    told = Life().role("Project lead", at="Zorggroep Atlas")
    told.role("Practice manager", at="Huisartsenpraktijk De Linde B.V.")
    return told.role("Treasurer", at="Stichting Buurtvonk", kind="board")


def proposal(
    subject: str, *, told: Life | None = None, **confirmed: list[str]
) -> Proposal:
    """Return the proposal for a payer; keywords are roles' keys with _ for -."""
    waits = (told or life()).waits("payer", subject)
    keyed = {key.replace("_", "-"): subjects for key, subjects in confirmed.items()}
    return propose(waits.portfolio(), keyed)[-1]


@pytest.mark.parametrize(
    "subject",
    [
        "Zorggroep Atlas",
        "ZORGGROEP ATLAS BV",
        "zorggroep  atlas b.v.",
        "Stichting Zorggroep Atlas",
        "Zorggroep Atlas inzake factuur 2025-07",
        "Zorgroep Atlas",  # a letter short
    ],
)
def test_the_organisation_in_a_payers_name_is_proposed(subject):
    found = proposal(subject)

    assert (found.role, found.reason) == (0, Reason.ORGANISATION)
    assert found.likeness == "Zorggroep Atlas"
    assert found.score >= LEAST_SCORE


def test_legal_forms_and_small_words_say_nothing_of_who_it_is():
    assert proposal("Linde").role == 1
    assert proposal("Stichting de B.V.").role is None
    assert proposal("Stichting Wijkhuis").role is None


def test_a_project_named_like_a_role_is_proposed_by_that_name():
    found = propose(
        life().waits("project", "Practice manager – planning").portfolio(), {}
    )[0]

    assert (found.role, found.reason, found.score) == (1, Reason.NAME, 100)


def test_what_was_confirmed_for_a_role_before_is_known_again():
    unknown = proposal("Gemeente Utrecht, betaling 12")
    known = proposal("Gemeente Utrecht, betaling 12", treasurer=["GEMEENTE UTRECHT"])

    assert unknown.role is None
    assert (known.role, known.reason) == (2, Reason.CONFIRMED)
    assert known.likeness == "GEMEENTE UTRECHT"


def test_two_roles_that_fit_alike_are_no_proposal():
    two = life().role("Trainer", at="Zorggroep Atlas B.V.")

    assert proposal("Zorggroep Atlas", told=two).role is None


@pytest.mark.parametrize(
    ("subject", "confirmed"),
    [
        # One word of two is shared, however long it is.
        ("Zorggroep Oss", "Zorggroep Atlas"),
        ("Huisarts Jan", "Huisarts Lindeman"),
        # Numbers and dates tell nothing of who it is: one word of two again.
        ("Factuur 2025-07-01 Wijk", "Factuur 2025-07-01 Atlas"),
    ],
)
def test_a_word_that_many_share_is_not_enough(subject, confirmed):
    assert proposal(subject, treasurer=[confirmed]).role is None


def test_a_clear_lead_is_needed_over_the_next_best():
    # Both carry "atlas"; "zorggroep atlas noord" fits one wholly, one in part.
    near = Life().role("Lead", at="Zorggroep Atlas Noord")
    near.role("Trainer", at="Zorggroep Atlas Noord-Oost")

    assert proposal("Zorggroep Atlas Noord", told=near).role is None


def test_of_two_roles_of_one_organisation_what_was_confirmed_decides():
    two = Life().role("Lead", at="Atlas").role("Trainer", at="Atlas")

    found = proposal("Atlas, invoice 7", told=two, trainer=["ATLAS"])

    assert (found.role, found.reason) == (1, Reason.CONFIRMED)


def test_what_was_confirmed_for_two_roles_decides_nothing():
    two = Life().role("Lead", at="Atlas").role("Trainer", at="Atlas")

    assert proposal("Atlas", told=two, lead=["Atlas"], trainer=["Atlas"]).role is None


@pytest.mark.parametrize(
    "subject", ["Albert Heijn", "A. Jansen", "NS Reizigers", "Atlantis"]
)
def test_what_is_not_alike_is_not_proposed(subject):
    assert proposal(subject) == Proposal(proposal(subject).waiting, None)


@pytest.mark.parametrize("subject", ["", "   ", "***", "B.V.", "NL91ABNA0417164300"])
def test_a_subject_that_names_nobody_gets_no_proposal(subject):
    assert proposal(subject).role is None


def test_without_roles_nothing_is_proposed():
    assert proposal("Zorggroep Atlas", told=Life()).role is None


def test_a_role_without_a_telling_name_is_never_proposed():
    nameless = Life().role("Work", at="De Groep B.V.")

    assert proposal("De Groep B.V.", told=nameless).role is None


def test_proposals_stand_in_the_order_of_what_waits():
    told = life().waits("payer", "Albert Heijn").waits("payer", "Buurtvonk")
    told.waits("calendar", "Zorggroep Atlas")

    found = propose(told.portfolio(), {})

    assert [one.role for one in found] == [None, 2, 0]
    assert [one.waiting for one in found] == told.waiting


names = st.text(alphabet="abcdefg BV.-", max_size=20)


@given(names)
def test_case_space_and_dots_never_change_a_proposal(name):
    one, other = proposal(name), proposal(f" {name.upper()}  ")

    assert (one.role, one.score) == (other.role, other.score)


@given(names, st.lists(names, max_size=4))
def test_a_proposal_is_always_above_the_least_score_and_says_why(name, confirmed):
    found = proposal(name, treasurer=confirmed)

    if found.role is None:
        assert (found.reason, found.likeness, found.score) == (None, "", 0)
    else:
        assert found.score >= LEAST_SCORE
        assert found.reason is not None


def own(payer: str, *, field: str = "payer", name: str = "Marit van Dalen") -> bool:
    told = life().waits(field, payer)
    told.person = replace(told.person, name=name)
    return propose(told.portfolio(), {})[0].reason is Reason.OWN_NAME


@pytest.mark.parametrize(
    "payer", ["Marit van Dalen", "M. VAN DALEN", "DALEN M VAN", "Dalen", "M.v. Dalen"]
)
def test_a_payer_of_ones_own_name_is_money_between_own_accounts(payer):
    assert own(payer)


@pytest.mark.parametrize(
    "payer",
    [
        "A. van Dalen",  # another initial
        "M. van Dalen-Smit",
        "M. V.",  # initials alone
        "van",  # a word that many names carry
        "Praktijk Van Dalen",
        "",
    ],
)
def test_a_name_that_has_more_or_less_is_somebody_else(payer):
    assert not own(payer)


def test_only_a_payer_can_be_oneself():
    assert not own("Marit van Dalen", field="project")


def test_without_a_name_of_ones_own_nobody_is_oneself():
    assert not own("Marit van Dalen", name="")
