"""The inbox: where things belong, said once, from now on, or taken back."""

from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from plait.book.imports.batches import import_files
from plait.book.models import Payment, Rule, TimeEntry
from plait.book.queries import waiting
from plait.domain.records import RecordStatus
from plait.formats.source import Options, Source
from tests.book.tables import whole
from tests.web.conftest import NOW, TODAY
from tests.web.files import MONZO, TOGGL
from tests.web.importing import words

HEAD, *LINES = MONZO.splitlines(keepends=True)
OPTIONS = Options(today=TODAY, timezone=ZoneInfo("Europe/Amsterdam"))
ODD = [
    "Kolk & Zn",
    'The "Lion" 🦁',
    "O'Neill; DROP TABLE",
    "a=b&role=new#x?y%20",
    "Ærø Høj",
    "<b>bold</b>",
    "100 % + 1",
]


def paid_by(*payers: str) -> str:
    """A statement with one payment of each."""
    rows = [
        LINES[0]
        .replace("tx_01", f"tx_{number:04}")
        .replace("Atlas & Daughters", '"' + payer.replace('"', '""') + '"')
        .replace("MARCH", "")
        for number, payer in enumerate(payers)
    ]
    return HEAD + "".join(rows)


@pytest.fixture
def bring(nora, tmp_path):
    """Bring files into Nora's book, by their text."""

    def bring(*texts, viewer=nora):
        sources = []
        for number, text in enumerate(texts):
            path = tmp_path / str(number)
            path.write_text(text, encoding="utf-8")
            sources.append(Source(f"{number}.csv", path))
        import_files(viewer=viewer, sources=sources, options=OPTIONS, now=NOW)

    return bring


@pytest.fixture
def inbox(as_nora):
    return lambda query="": as_nora.get(reverse("inbox") + query)


def item_of(client, value) -> str:
    """Return the key of a thing that waits, by its name; "none" if none does."""
    groups = client.get(reverse("inbox")).context["view"].groups
    return next((group.key for group in groups if group.name == value), "none")


def confirm(client, field, value, **told):
    """Press the button of one group."""
    told = {"item": item_of(client, value), **told}
    return client.post(reverse("inbox_confirm"), told)


def places(kind=Payment):
    """Return the roles (by name) and statuses that records have."""
    return set(kind.objects.values_list("role__name", "status"))


def test_an_empty_inbox_teaches_what_it_is_for(inbox):
    page = words(inbox())

    assert "Everything belongs to a role or is private." in page
    assert "Nothing is guessed." in page


def test_what_waits_is_gathered_by_who_it_is_from(bring, inbox):
    bring(MONZO, TOGGL)

    page = words(inbox())

    assert "3 things have no role yet." in page
    assert "Atlas & Daughters 2 payments · March 2026 to April 2026" in page
    assert "Budget 2 time entries · November 2026" in page


def test_a_proposal_is_chosen_already_and_says_why(bring, inbox, nora, role_of):
    role_of(nora, "Adviser", organisation="Atlas and Daughters")
    bring(MONZO)

    page = inbox()

    assert '<option value="adviser" selected>Adviser</option>' in page.text
    assert "where you hold this role." in words(page)


def test_confirming_a_proposal_keeps_a_rule_for_what_comes_later(
    bring, as_nora, nora, role_of
):
    role_of(nora)
    bring(paid_by("Kring"))

    answer = confirm(as_nora, "payer", "Kring", role="atlas", keep="yes")
    bring(paid_by("Kring", "Kring"))

    assert answer["Location"] == reverse("inbox")
    assert "Kring now belongs to Atlas." in words(as_nora.get(reverse("inbox")))
    assert Payment.objects.count() == 2
    assert places() == {("Atlas", RecordStatus.ASSIGNED)}
    assert Rule.objects.get().value == "kring"


def test_another_role_than_the_proposed_one_can_be_chosen(
    bring, as_nora, nora, role_of
):
    role_of(nora, "Kring")
    role_of(nora, "Other")
    bring(paid_by("Kring"))

    confirm(as_nora, "payer", "Kring", role="other", keep="yes")

    assert places() == {("Other", RecordStatus.ASSIGNED)}


def test_once_keeps_no_rule(bring, as_nora, nora, role_of):
    role_of(nora)
    bring(paid_by("Kring"))

    confirm(as_nora, "payer", "Kring", role="atlas")

    assert places() == {("Atlas", RecordStatus.ASSIGNED)}
    assert not Rule.objects.exists()


def test_this_is_not_work_wins_from_the_role_in_the_list(bring, as_nora, nora, role_of):
    """The button sends a role too, after the one of the list beside it."""
    role_of(nora)
    bring(paid_by("Kring"))

    confirm(as_nora, "payer", "Kring", role=["atlas", "private"], keep="yes")

    assert places() == {(None, RecordStatus.PRIVATE)}
    assert Rule.objects.get().role is None


@pytest.mark.parametrize("value", ODD)
def test_a_new_role_knows_the_item_and_returns_to_it(bring, as_nora, value):
    bring(paid_by(value))
    item = item_of(as_nora, value)
    url = f"{reverse('role_new')}?item={item}"

    page = as_nora.get(url)
    first = page.context["form"]
    sent = {"name": "Lead", "kind": "contract", "is_paid": "on"}
    sent |= {"organisation": value, "starts_on": str(first["starts_on"].value())}
    answer = as_nora.post(url, sent)
    back = as_nora.get(answer["Location"])

    assert first["organisation"].value() == value
    assert answer["Location"].endswith(f"?item={item}&role=lead#item-{item}")
    assert '<option value="lead" selected>Lead</option>' in back.text


@pytest.mark.parametrize("value", ODD)
def test_any_letters_in_a_name_find_their_way(bring, inbox, nora, role_of, value):
    role_of(nora)
    bring(paid_by(value))
    page = inbox()
    (group,) = page.context["view"].groups

    sent = {"item": group.key, "role": "atlas", "keep": "yes"}
    page.client.post(reverse("inbox_confirm"), sent)

    assert places() == {("Atlas", RecordStatus.ASSIGNED)}
    assert f"{value} now belongs to Atlas." in words(inbox())


@pytest.mark.parametrize("name", ["New", "Private", "new", "PRIVATE!"])
def test_a_role_named_like_a_choice_can_be_chosen(bring, as_nora, nora, role_of, name):
    role = role_of(nora, name)
    bring(paid_by("Kring"))

    confirm(as_nora, "payer", "Kring", role=role.key, keep="yes")

    assert places() == {(name, RecordStatus.ASSIGNED)}


def test_what_has_no_name_is_sorted_without_a_rule(bring, inbox, nora, role_of):
    role_of(nora)
    bring(paid_by("!!", "***", "Kring"))
    page = inbox()
    group = next(g for g in page.context["view"].groups if g.is_nameless)

    sent = {"item": group.key, "role": "atlas", "keep": "yes"}
    page.client.post(reverse("inbox_confirm"), sent)

    assert group.records == "2 payments"
    assert page.text.count('name="keep"') == 1  # Kring's alone
    assert places() == {("Atlas", RecordStatus.ASSIGNED), (None, RecordStatus.OPEN)}
    assert not Rule.objects.exists()


def test_hours_without_a_name_are_sorted_too(bring, inbox, nora, role_of):
    role_of(nora)
    bring(
        TOGGL.replace("Atlas,Budget,,Plan", ",,,").replace("Atlas,Budget,,Talk", ",,,")
    )
    page = inbox()
    (group,) = page.context["view"].groups

    sent = {"item": group.key, "role": "atlas", "keep": "yes"}
    page.client.post(reverse("inbox_confirm"), sent)

    assert places(TimeEntry) == {("Atlas", RecordStatus.ASSIGNED)}


@pytest.mark.parametrize("told", [{}, {"role": ""}, {"role": "x" * 61}])
def test_no_role_chosen_is_said_in_words(bring, as_nora, told):
    bring(MONZO)
    before = whole()

    confirm(as_nora, "payer", "Atlas & Daughters", **told)

    assert "Choose the role it belongs to." in words(as_nora.get(reverse("inbox")))
    assert whole() == before


@pytest.mark.parametrize("item", ["", "colour", "payer'", "0" * 16])
def test_an_item_that_is_none_changes_nothing(bring, as_nora, nora, role_of, item):
    role_of(nora)
    bring(MONZO)
    before = whole()

    sent = {"item": item, "role": "atlas", "keep": "yes"}
    answer = as_nora.post(reverse("inbox_confirm"), sent)

    assert answer.status_code == 302
    assert whole() == before


def test_all_proposals_are_kept_at_once(bring, inbox, nora, role_of):
    role_of(nora, "Adviser", organisation="Atlas & Daughters")
    role_of(nora, "Speaker", organisation="Kolk Zoo Oost")
    bring(MONZO)
    page = inbox()
    seen = [group.seen for group in page.context["view"].proposed]

    after = page.client.post(reverse("inbox_proposed"), {"seen": seen}, follow=True)

    assert len(seen) == 2
    assert page.text.count('name="seen"') == 2
    assert "2 proposals are confirmed." in words(after)
    assert places() == {("Adviser", 1), ("Speaker", 1)}
    assert Rule.objects.count() == 2


def test_a_single_proposal_is_confirmed_where_it_stands(bring, inbox, nora, role_of):
    role_of(nora, "Adviser", organisation="Atlas & Daughters")
    bring(MONZO)

    assert "They are all right" not in words(inbox())


@pytest.mark.parametrize(
    "seen", [[], [""], ["a"], ["0123456789abcdef private"], ["%%%=&&&"]]
)
def test_proposals_that_are_none_change_nothing(bring, as_nora, seen):
    bring(MONZO)
    before = whole()

    answer = as_nora.post(reverse("inbox_proposed"), {"seen": seen})

    book = {**whole(), "Book": before["Book"]}  # its number may be another
    assert answer.status_code == 302
    assert book == before


def test_very_much_that_waits_is_shown_page_by_page(bring, inbox):
    bring(paid_by(*(f"Payer {number:03}" for number in range(60))))

    first, last = inbox(), inbox("?page=3")

    assert "60 things have no role yet." in words(first)
    assert first.text.count('class="waiting"') == 25
    assert "Page 3 of 3" in words(last)
    assert last.text.count('class="waiting"') == 10


def test_a_long_inbox_asks_the_tables_no_more_often(
    bring, as_nora, django_assert_max_num_queries
):
    bring(paid_by(*(f"Payer {number:03}" for number in range(60))))
    as_nora.get(reverse("inbox"))

    with django_assert_max_num_queries(20):
        as_nora.get(reverse("inbox"), {"page": "2"})


@pytest.mark.slow
def test_a_thousand_proposals_fit_into_one_form(bring, as_nora, nora, role_of):
    role_of(nora)
    bring(paid_by(*(f"Payer {number:04}" for number in range(1_200))))
    seen = [f"{one.key} atlas" for one in waiting(viewer=nora)]

    after = as_nora.post(reverse("inbox_proposed"), {"seen": seen}, follow=True)

    assert "1200 proposals are confirmed." in words(after)
    assert places() == {("Atlas", RecordStatus.ASSIGNED)}


@pytest.fixture
def kept(bring, as_nora, nora, role_of):
    """A rule: what Kring pays belongs to Atlas."""
    role_of(nora)
    bring(paid_by("Kring", "Club"))
    confirm(as_nora, "payer", "Kring", role="atlas", keep="yes")
    return Rule.objects.get()


def test_kept_rules_are_listed_and_found_with_what_they_did(kept, as_nora):
    page = as_nora.get(reverse("rules"))
    none = as_nora.get(reverse("rules"), {"text": "club"})

    assert "Money from or to kring" in words(page)
    assert "1 record" in words(page)
    assert "last on" in words(page)
    assert "0 rules with “club”" in words(none)


def test_a_rule_can_lead_elsewhere(kept, as_nora, nora, role_of):
    role_of(nora, "Other")

    as_nora.post(reverse("rule", args=[kept.pk]), {"value": "kring", "role": "other"})

    assert places() == {("Other", 1), (None, RecordStatus.OPEN)}
    assert Rule.objects.count() == 1


def test_a_rule_can_look_for_something_else(kept, as_nora):
    as_nora.post(reverse("rule", args=[kept.pk]), {"value": "Club", "role": "atlas"})

    sorted_now = Payment.objects.filter(role__isnull=False)
    assert [payment.payer for payment in sorted_now] == ["Club"]
    assert [rule.value for rule in Rule.objects.all()] == ["club"]


@pytest.mark.parametrize("value", ["", "  ", "***", "x" * 201])
def test_a_rule_that_looks_for_nothing_is_refused_beside_its_field(
    kept, as_nora, value
):
    before = whole()

    page = as_nora.post(
        reverse("rule", args=[kept.pk]), {"value": value, "role": "atlas"}
    )

    assert page.status_code == 200
    assert page.context["form"].errors["value"]
    assert 'aria-invalid="true"' in page.text
    assert whole() == before


def test_a_rule_is_removed_after_a_question(kept, as_nora):
    url = reverse("rule_remove", args=[kept.pk])

    question = words(as_nora.get(url))
    after = words(as_nora.post(url, follow=True))

    assert "Remove this rule for Atlas" in question
    assert "1 record returns to the inbox." in question
    assert "The rule is removed; what it sorted is back in the inbox." in after
    assert places() == {(None, RecordStatus.OPEN)}
    assert not Rule.objects.exists()


def test_anothers_records_neither_wait_nor_move(bring, inbox, charlie, nora, role_of):
    role_of(nora)
    bring(paid_by("Kring"), viewer=charlie)

    page = inbox()
    confirm(page.client, "payer", "Kring", role="atlas", keep="yes")
    confirm(page.client, "payer", "Kring", role="private")
    confirm(page.client, "account", "", role="private")

    assert "Kring" not in words(page)
    assert places() == {(None, RecordStatus.OPEN)}


def test_money_out_is_sorted_as_costs_of_a_role(bring, as_nora, nora, role_of):
    role_of(nora)
    bring(paid_by("Kring", "Paper shop"))
    Payment.objects.filter(payer="Paper shop").update(amount_minor=-6_395)
    page = as_nora.get(reverse("inbox"), {"out": "1"})
    (group,) = page.context["view"].groups

    sent = {"item": group.key, "role": "atlas"}
    as_nora.post(reverse("inbox_confirm"), sent)

    assert "Money went to 1 payee without a role." in words(page)
    assert Payment.objects.get(role__isnull=False).payer == "Paper shop"


def test_own_accounts_and_kinds_are_said_in_one_press(bring, as_nora, nora, role_of):
    role_of(nora)
    bring(paid_by("Kring", "Savings"))

    assert (
        '<option value="income">Income</option>' in as_nora.get(reverse("inbox")).text
    )
    confirm(as_nora, "payer", "Savings", role=["", "transfer"], keep="yes")
    confirm(as_nora, "payer", "Kring", role="atlas", kind="loan")

    kinds = Payment.objects.values_list("payer", "kind", "status")
    assert set(kinds) == {("Savings", "transfer", 2), ("Kring", "loan", 1)}


def test_what_was_sorted_by_hand_before_is_proposed_again(
    bring, as_nora, nora, role_of
):
    role_of(nora)
    bring(paid_by("Kring"))
    confirm(as_nora, "payer", "Kring", role="atlas")
    bring(paid_by("Kring", "Kring"))

    page = as_nora.get(reverse("inbox"))

    assert "As you sorted 1 such record before." in words(page)


def test_after_one_the_next_has_its_turn(bring, as_nora, nora, role_of):
    role_of(nora)
    bring(paid_by("Aa", "Bb", "Cc"))
    following = item_of(as_nora, "Bb")

    answer = confirm(as_nora, "payer", "Aa", role="atlas", keep="yes")

    assert answer["Location"].endswith(f"#item-{following}")


def test_what_was_wrongly_sorted_asks_whether_the_rule_changes(
    kept, as_nora, nora, role_of
):
    role_of(nora, "Other")
    held = Payment.objects.get(payer="Kring")

    url = reverse("payment", args=[held.pk])
    question = as_nora.post(url, {"role": "other"}, follow=True)
    sent = {"value": "kring", "role": question.context["form"]["role"].value()}
    as_nora.post(reverse("rule", args=[kept.pk]), sent)

    assert "Should the rule change too?" in words(question)
    assert Rule.objects.get().role.name == "Other"


def test_the_count_of_a_rule_opens_what_it_sorted(kept, as_nora):
    page = as_nora.get(reverse("rules"))

    listed = as_nora.get(page.context["rules"][0].uses_url)

    assert "1 payment" in words(listed)
