"""What one could fall back on: told, shown, refused, changed and removed."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from plait.accounts.models import Person
from plait.accounts.operations import change_person
from plait.book.models import Belief, Cause, Fallback, Invoice, Settlement
from plait.domain.roles import RoleKind
from tests.falling_back import set_belief, set_cause, set_fallback

CUSHION = {
    "cushion-savings": "18.500,50",
    "cushion-floor": "3,100",
    "cushion-set_aside": "32,5",
}
CAUSE = {
    "cause-name": "One ministry",
    "cause-chance": "15",
    "cause-roles": ["atlas", "shop"],
}
FALLBACK = {
    "fallback-role": "atlas",
    "fallback-what": "A second day elsewhere",
    "fallback-weeks": "6",
    "fallback-share": "80",
    "fallback-helper": "Joost",
    "fallback-step": "Ring Joost.",
    "fallback-step_by": "2026-11-30",
}
INVOICE = {
    "invoice-role": "atlas",
    "invoice-number": "2026-041",
    "invoice-amount": "2.420,00",
    "invoice-currency": "EUR",
    "invoice-issued_on": "2026-10-01",
    "invoice-due_on": "2026-10-31",
    "invoice-paid_on": "",
}
BELIEF = {"belief-atlas-chance": "12,5", "belief-atlas-sure": "15"}
TOLD = {
    "cushion": CUSHION,
    "cause": CAUSE,
    "fallback": FALLBACK,
    "invoice": INVOICE,
    "beliefs": BELIEF,
}
KEPT = (Cause, Belief, Fallback, Invoice)


@pytest.fixture(autouse=True)
def atlas(nora, role_of):
    role = role_of(nora, "Atlas")
    role_of(nora, "Shop", kind=RoleKind.VENTURE)
    role_of(nora, "Board", kind=RoleKind.BOARD, is_paid=False)
    role_of(nora, "Perhaps", kind=RoleKind.OPPORTUNITY)
    return role


@pytest.fixture
def note(as_nora):
    """Send one of the page's forms: `note("cause", chance="20")`."""

    def note(name, /, **other):
        prefix = "belief" if name == "beliefs" else name
        changed = {f"{prefix}-{field}": value for field, value in other.items()}
        return as_nora.post(reverse(name), TOLD[name] | changed)

    return note


@pytest.fixture
def page(as_nora):
    return lambda asked="": as_nora.get(reverse("fall_back") + asked)


class TestSavings:
    def test_money_is_taken_with_comma_or_point(self, note, nora):
        answer = note("cushion")

        nora.refresh_from_db()
        assert answer["Location"] == reverse("safety")
        assert (nora.savings_minor, nora.floor_minor) == (1_850_050, 310_000)
        assert nora.set_aside == 325  # 32.5 % in thousandths

    def test_yen_have_no_cents(self, note, nora):
        change_person(viewer=nora, currency="JPY")

        note("cushion", savings="1850000")

        nora.refresh_from_db()
        assert nora.savings_minor == 1_850_000

    def test_what_is_emptied_is_unknown_again(self, note):
        note("cushion")
        note("cushion", savings="", floor="", set_aside="")

        kept = Person.objects.get()
        assert (kept.savings_minor, kept.floor_minor, kept.set_aside) == (None,) * 3

    def test_what_was_told_stands_in_its_fields(self, note, as_nora):
        note("cushion", savings="18500")

        form = as_nora.get(reverse("safety")).context["cushion_form"]
        assert [str(field.value()) for field in form] == [
            "18500",
            "3100",
            "EUR",
            "32.5",
        ]

    def test_the_page_begins_with_how_far_savings_reach(self, note, as_nora):
        def page():
            return as_nora.get(reverse("safety"))

        assert page().context["sentence"].startswith("What would you live on")

        note("cushion", savings="7750")

        told = page().context["sentence"]
        assert told == "Your savings pay for 2.5 months."  # 7,750 / 3,100

    @pytest.mark.parametrize(
        ("savings", "said"),
        [
            ("0", "less than a month"),
            ("3100", "1 month."),
            ("100000", "more than two years"),
        ],
    )
    def test_very_short_and_very_long_are_not_counted(
        self, note, as_nora, savings, said
    ):
        note("cushion", savings=savings)

        assert said in as_nora.get(reverse("safety")).context["sentence"]

    def test_a_slip_stands_where_it_was_made(self, note):
        answer = note("cushion", savings="a lot")

        assert answer.status_code == 422
        assert "a lot" in answer.text


def test_addresses_from_before_open_what_they_did(as_nora):
    answer = as_nora.get(reverse("safety"), {"fallback": "atlas"})

    assert answer["Location"] == f"{reverse('fall_back')}?fallback=atlas"


class TestNoting:
    def test_a_cause_holds_the_roles_that_were_ticked(self, note, page):
        note("cause")

        [shown] = page().context["causes"]
        assert (shown.name, shown.chance) == ("One ministry", "15\u202f% a year")
        assert [name for name, _colour in shown.roles] == ["Atlas", "Shop"]

    def test_a_cause_needs_no_chance(self, note, page):
        note("cause", chance="")

        assert Cause.objects.get().chance is None
        assert page().context["causes"][0].chance == ""

    def test_a_cause_told_anew_replaces_itself(self, note):
        note("cause")
        note("cause", chance="7.5", roles=["shop"])

        kept = Cause.objects.get()
        assert kept.chance == 75  # thousandths
        assert [one.role.key for one in kept.hanging.all()] == ["shop"]

    def test_a_fallback_tells_how_soon_and_how_much(self, note, page):
        note("fallback")

        *_, shown = page().context["fallbacks"]
        assert shown.what == "A second day elsewhere"
        assert (
            shown.details
            == "pays in 6 weeks · 80\u202f% of the income · Joost could help"
        )
        assert shown.step == "Ring Joost, by 30 November 2026"
        assert not shown.is_late

    def test_the_next_step_stands_under_the_sentence(self, note, page):
        assert (
            page().context["next_step"] == "You have no plan B yet for Atlas and Shop."
        )

        note("fallback")

        told = page().context["next_step"]
        assert told == "Your next step: Ring Joost, by 30 November 2026."

    def test_a_step_whose_day_is_past_is_marked(self, note, page):
        note("fallback", step_by="2026-11-19")

        assert page().context["fallbacks"][-1].is_late

    def test_a_role_without_a_fallback_stands_first(self, note, page):
        note("fallback")

        shown = page().context["fallbacks"]
        assert [(one.role, bool(one.what)) for one in shown] == [
            ("Shop", False),
            ("Atlas", True),
        ]

    def test_only_paid_roles_that_run_can_end(self, page):
        told = page().context

        assert [one.role for one in told["beliefs"]] == ["Atlas", "Shop"]
        assert told["cause_form"].fields["roles"].choices == [
            ("atlas", "Atlas"),
            ("shop", "Shop"),
        ]

    def test_a_chance_is_kept_with_how_sure(self, note):
        note("beliefs")

        kept = Belief.objects.get()
        assert (kept.role.key, kept.chance) == ("atlas", 125)  # 12.5 % in thousandths
        assert kept.weight == 150  # 15 years in tenths

    def test_who_says_not_how_sure_is_fairly_sure(self, note):
        note("beliefs", **{"atlas-sure": ""})

        assert Belief.objects.get().weight == 40  # four years in tenths

    def test_an_empty_chance_takes_the_word_back(self, note):
        note("beliefs")
        note("beliefs", **{"atlas-chance": ""})

        assert not Belief.objects.exists()

    def test_a_weight_told_elsewhere_is_kept(self, note, nora, atlas, page):
        set_belief(viewer=nora, role=atlas, chance=Decimal("0.1"), years=Decimal("2.5"))

        field = page().context["beliefs"][0].sure
        assert (field.value(), field.field.choices[-1][1]) == (
            "2.5",
            "Counts as 2.5 years",
        )

        note("beliefs", **{"atlas-chance": "20", "atlas-sure": "2.5"})
        kept = Belief.objects.get()
        assert (kept.chance, kept.weight) == (200, 25)

    def test_beside_a_chance_stands_how_often_own_clients_ended(self, page):
        assert "your own clients so far" in page().context["beliefs"][0].usual

    def test_an_invoice_past_its_day_is_late(self, note, page):
        note("invoice")

        [shown] = page().context["invoices"]["open"]
        assert (shown.name, shown.role, shown.amount) == (
            "2026-041",
            "Atlas",
            "€2,420.00",
        )
        assert shown.late == "20 days late"  # 31 October to 20 November

    def test_an_invoice_is_paid_on_a_day(self, as_nora, note, page):
        note("invoice")
        url = reverse("invoice_paid", args=[Invoice.objects.get().pk])

        assert 'value="2026-11-20"' in as_nora.get(url).text
        as_nora.post(url, {"paid_on": "2026-11-18"})

        assert Settlement.objects.get().on == date(2026, 11, 18)
        invoices = page().context["invoices"]
        assert invoices["open"] == []
        assert invoices["paid"][0].days == "paid on 18 November 2026"

    def test_an_invoice_was_not_paid_after_all(self, as_nora, note):
        note("invoice", paid_on="2026-10-20")

        as_nora.post(reverse("invoice_unpaid", args=[Invoice.objects.get().pk]))

        assert not Settlement.objects.exists()


class TestChanging:
    def test_a_cause_stands_in_its_form_to_be_changed(self, page, nora, atlas):
        kept = set_cause(
            viewer=nora, name="My voice", roles=[atlas], chance=Decimal("0.05")
        )

        told = page(f"?cause={kept.pk}")
        form = told.context["cause_form"]
        assert [field.value() for field in form] == ["My voice", 5, ["atlas"]]
        assert '<details class="more adds" id="note-cause" open>' in told.text

    def test_a_fallback_stands_in_its_form_to_be_changed(self, page, nora, atlas):
        set_fallback(viewer=nora, role=atlas, what="Teaching", weeks=8)

        form = page("?fallback=atlas").context["fallback_form"]
        assert [field.value() for field in form][:4] == ["atlas", "Teaching", 8, 100]

    def test_a_role_without_one_is_chosen_already(self, page):
        form = page("?fallback=shop").context["fallback_form"]

        assert (form["role"].value(), form["what"].value()) == ("shop", None)

    @pytest.mark.parametrize(
        "asked", ["?cause=999", "?cause=x", "?cause=²", "?cause=" + "9" * 40,
                  "?fallback=none"],
    )  # fmt: skip
    def test_what_is_not_there_is_not_found(self, page, asked):
        assert page(asked).status_code == 404


class TestRefusing:
    @pytest.mark.parametrize(
        ("name", "field", "value", "said"),
        [
            ("cushion", "savings", "lots", "This is not an amount"),
            ("cushion", "savings", "-5", "without a minus"),
            ("cushion", "floor", "1e12", "This is not an amount"),
            ("cushion", "floor", "9999999999", "over a thousand million"),
            ("cushion", "set_aside", "101", "100 at most"),
            ("cushion", "set_aside", "32.55", "One decimal is enough"),
            ("cause", "name", "", "in your own words"),
            ("cause", "name", "x" * 201, "at most 200 characters"),
            ("cause", "chance", "150", "100 at most"),
            ("cause", "roles", [], "Tick the roles"),
            ("cause", "roles", ["board"], "from your own roles"),
            ("fallback", "what", "", "Write what you would do instead"),
            ("fallback", "weeks", "", "a guess will do"),
            ("fallback", "weeks", "soon", "a whole number of weeks"),
            ("fallback", "weeks", "1001", "1,000 weeks at most"),
            ("fallback", "share", "501", "500 at most"),
            ("fallback", "share", "", "a guess will do"),
            ("fallback", "role", "board", "Select a valid choice"),
            ("fallback", "step_by", "soon", "This is not a day"),
            ("invoice", "amount", "0", "above zero"),
            ("invoice", "amount", "", "Fill in the amount"),
            ("invoice", "due_on", "2026-09-30", "before the invoice date"),
            ("invoice", "paid_on", "2026-09-30", "before the invoice date"),
            ("invoice", "issued_on", "", "Fill in the date"),
            ("invoice", "currency", "XYZ", "Select a valid choice"),
            ("invoice", "role", "perhaps", "Select a valid choice"),
            ("beliefs", "atlas-chance", "100.5", "100 at most"),
            ("beliefs", "atlas-sure", "7", "Select a valid choice"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_is_said_at_its_field(self, note, name, field, value, said):
        answer = note(name, **{field: value})

        form = answer.context[f"{name}_form"]
        assert answer.status_code == 422
        assert list(form.errors) == [field]
        assert said in form.errors[field][0]
        assert not any(kind.objects.exists() for kind in KEPT)
        assert Person.objects.get().savings_minor is None

    def test_what_was_typed_stays_in_its_field(self, note):
        answer = note("fallback", weeks="soon")

        assert (
            answer.context["fallback_form"]["what"].value() == FALLBACK["fallback-what"]
        )
        assert '<details class="more adds" id="note-fallback" open>' in answer.text

    def test_the_same_invoice_twice_is_said_at_its_number(self, note):
        note("invoice")

        answer = note("invoice")
        [said] = answer.context["invoice_form"].errors["number"]
        assert said.startswith("This invoice is there already")
        assert Invoice.objects.count() == 1

    def test_an_amount_below_the_least_coin_is_said_at_the_amount(self, note):
        answer = note("invoice", currency="JPY", amount="0.4")

        assert list(answer.context["invoice_form"].errors) == ["amount"]

    def test_paid_before_it_was_written_is_said(self, as_nora, note):
        note("invoice")
        url = reverse("invoice_paid", args=[Invoice.objects.get().pk])

        answer = as_nora.post(url, {"paid_on": "2026-09-30"})
        assert answer.status_code == 422
        assert "before the invoice date" in answer.text
        assert not Settlement.objects.exists()


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("cause", Cause, "Remove “One ministry”?"),
        ("fallback", Fallback, "Remove “A second day elsewhere”?"),
        ("invoice", Invoice, "Remove “2026-041”?"),
    ],
)
def test_things_are_removed_after_a_question(as_nora, note, name, kind, said):
    note(name)
    url = reverse(f"{name}_remove", args=[kind.objects.get().pk])

    assert said in as_nora.get(url).text
    assert kind.objects.exists()

    as_nora.post(url)
    assert not kind.objects.exists()


def test_a_book_without_paid_roles_says_what_to_do_first(as_charlie):
    told = as_charlie.get(reverse("fall_back")).text

    assert "You have no paid role at the moment." in told
    assert reverse("role_new") in told
    assert "note-invoice" not in told


def test_roles_that_ended_keep_what_was_noted_for_them(page, note, nora, role_of):
    old = role_of(nora, "Old", started_on=date(2019, 1, 1), ended_on=date(2020, 1, 1))
    set_fallback(viewer=nora, role=old, what="Nothing more", weeks=1)

    assert "Old" in [one.role for one in page().context["fallbacks"]]
    assert "Old" not in [one.role for one in page().context["beliefs"]]


def test_every_form_of_the_page_proves_where_it_is_from(page):
    html = page().text

    assert html.count('method="post"') >= 4
    assert html.count("csrfmiddlewaretoken") == html.count('method="post"')
