"""The page of invoices: what paid each, and buttons to say otherwise."""

from datetime import date

import pytest
from django.urls import reverse

from plait.book.models import Settlement
from plait.book.operations.by_hand import add_payment
from tests.cast import amt
from tests.falling_back import add_invoice


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora, "Atlas")


@pytest.fixture
def asks(nora, atlas):
    def asks(number, amount):
        return add_invoice(
            viewer=nora,
            role=atlas,
            number=number,
            amount=amt(f"{amount} EUR"),
            issued_on=date(2026, 9, 1),
            due_on=date(2026, 10, 1),
        )

    return asks


@pytest.fixture
def pays(nora, atlas):
    def pays(amount, day, text=""):
        payment = add_payment(
            viewer=nora,
            role=atlas,
            amount=amt(f"{amount} EUR"),
            on=date(2026, 9, day),
            payer="Zorggroep Atlas",
        )
        payment.reference = text
        payment.save(update_fields=["reference"])
        return payment

    return pays


@pytest.fixture
def shown(as_nora):
    """Return the invoices that the page shows as not paid, and as paid."""

    def shown():
        invoices = as_nora.get(reverse("invoices")).context["invoices"]
        return [[one.name for one in invoices[name]] for name in ("open", "paid")]

    return shown


def name_of(payment):
    return f"m{payment.fingerprint % 2**64:016x}"


def test_a_payment_stands_under_its_invoice_and_opens_as_a_record(
    as_nora, asks, pays, shown
):
    asks("A-31", "1200")
    pays("1200", 20, "inv A31")

    assert shown() == [[], ["A-31"]]
    page = as_nora.get(reverse("invoices"))
    [part] = page.context["invoices"]["paid"][0].parts
    assert "payer=Zorggroep+Atlas" in part.url
    assert as_nora.get(part.url).context["view"].n_records == 1


def test_one_of_two_alike_is_chosen_with_a_button(as_nora, asks, pays, shown):
    asks("A-31", "500")
    second = asks("A-32", "500")
    payment = pays("500", 20)
    assert as_nora.get(reverse("invoices")).text.count("This one") == 2

    url = reverse("invoice_this", args=[second.pk])
    as_nora.post(url, {"payment": name_of(payment)})

    assert shown() == [["A-31"], ["A-32"]]


def test_a_payment_that_could_not_be_for_it_is_no_choice(as_nora, asks, pays):
    invoice = asks("A-31", "500")
    payment = pays("80", 20)

    url = reverse("invoice_this", args=[invoice.pk])
    as_nora.post(url, {"payment": name_of(payment)})

    assert not Settlement.objects.exists()


def test_a_payment_that_is_not_for_it_is_taken_off(as_nora, asks, pays, shown):
    invoice = asks("A-31", "1200")
    payment = pays("1200", 20, "inv A31")

    url = reverse("invoice_not_this", args=[invoice.pk])
    as_nora.post(url, {"payment": name_of(payment)})

    assert shown() == [["A-31"], []]


def test_an_invoice_is_not_paid_after_all(as_nora, asks, pays, shown):
    invoice = asks("A-31", "1200")
    pays("1200", 20, "inv A31")

    as_nora.post(reverse("invoice_unpaid", args=[invoice.pk]))

    assert shown() == [["A-31"], []]


def test_a_period_narrows_the_list_and_stays_after_a_change(as_nora, asks, pays):
    row = asks("2026-07", 800)
    pays(800, 9, "2026-07")

    september = as_nora.get(reverse("invoices"), {"period": "2026-09"})
    october = as_nora.get(reverse("invoices"), {"period": "2026-10"})
    [paid] = september.context["invoices"]["paid"]
    unpaid_url = f"{paid.unpaid_url}{september.context['period'].query}"

    assert "In September 2026 you issued 1 invoice, of €800.00." in september.text
    assert paid.pk == row.pk
    assert october.context["invoices"] == {"open": [], "paid": []}
    assert "In October 2026 you issued no invoice." in october.text
    assert as_nora.post(unpaid_url).url == f"{reverse('invoices')}?period=2026-09"


def test_a_part_is_marked_with_its_payment(as_nora, asks, pays):
    invoice = asks("A-31", "1200")
    payment = pays("700", 20)
    url = reverse("invoice_paid", args=[invoice.pk])
    assert "€700.00 · 20 September 2026" in as_nora.get(url).text

    # The amount that stands there is all of it; the payment has 700.
    form = {"amount": "1200.00", "payment": name_of(payment), "kind": "payment"}
    as_nora.post(url, form)

    [one] = Settlement.objects.all()
    assert (one.amount_minor, one.payment) == (70000, payment)
    page = as_nora.get(reverse("invoices"))
    assert "€700.00 came in, €500.00 is still to come." in page.text


def test_the_rest_is_written_off(as_nora, asks, shown):
    invoice = asks("A-31", "1200")

    form = {"amount": "", "payment": "", "kind": "write-off"}
    as_nora.post(reverse("invoice_paid", args=[invoice.pk]), form)

    assert shown() == [[], ["A-31"]]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"amount": "1300"}, "more than the invoice still asks for"),
        ({"amount": "0"}, "above zero"),
        ({"paid_on": "2026-08-01"}, "before the invoice date"),
        ({"payment": "m0"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(as_nora, asks, form, sentence):
    invoice = asks("A-31", "1200")

    answer = as_nora.post(reverse("invoice_paid", args=[invoice.pk]), form)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Settlement.objects.exists()
