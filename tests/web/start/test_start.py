"""The start: a guess that is confirmed, and ticks that become roles."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from plait.accounts.models import Person
from plait.book.models import Agreement, Change, Role
from plait.domain.starters import STARTERS

ABOUT = {
    "name": "Nora Smit",
    "country": "GB",
    "currency": "GBP",
    "timezone": "Europe/London",
    "language": "en",
    "capacity": "36",
}


def ticks(*keys, **changes):
    """Return what a browser sends: every field of every row, and these ticked."""
    sent = {"request": "once"}
    for one in STARTERS:
        sent |= {
            f"{one.key}-hours": str(one.hours),
            f"{one.key}-name": one.role,
            f"{one.key}-organisation": "",
            f"{one.key}-basis": one.basis.value,
            f"{one.key}-pay": "",
            f"{one.key}-since": "2025-12-01",
        }
    ticked = {f"{key}-is_on": "on" for key in keys}
    return sent | ticked | {k.replace("__", "-"): v for k, v in changes.items()}


def test_a_new_book_lands_on_the_start_and_one_with_a_role_never(
    as_nora, nora, role_of
):
    assert as_nora.get("/")["Location"] == reverse("start")
    nora.has_confirmed = True
    nora.save()
    assert as_nora.get("/")["Location"] == reverse("start_roles")

    role_of(nora)

    assert as_nora.get("/").status_code == 200


@pytest.mark.parametrize(
    ("accepted", "zone", "guess"),
    [
        ("en-GB,en;q=0.9", "", ("GB", "GBP", "Europe/London")),
        ("en", "Europe/Amsterdam", ("NL", "EUR", "Europe/Amsterdam")),
        ("de", "", ("DE", "EUR", "")),  # of two zones neither is assumed
        ("en", "", ("", "", "")),  # English is spoken in many countries
        ("en", "Nowhere/<b>", ("", "", "")),
        ("en-US", "UTC", ("US", "USD", "")),  # a zone that lies in no country
    ],
)
def test_a_guess_is_shown_and_nothing_is_kept(as_nora, accepted, zone, guess):
    as_nora.get("/")
    before = Person.objects.values().get()

    page = as_nora.get(
        reverse("start"), {"zone": zone} if zone else {}, HTTP_ACCEPT_LANGUAGE=accepted
    )

    form = page.context["form"]
    shown = [form[name].value() for name in ("country", "currency", "timezone")]
    assert tuple(shown) == guess
    assert Person.objects.values().get() == before


def test_the_start_speaks_the_browsers_language_until_somebody_chooses(as_nora, nora):
    dutch = {"HTTP_ACCEPT_LANGUAGE": "nl,en;q=0.5"}

    page = as_nora.get(reverse("start"), **dutch)
    assert 'lang="nl"' in page.text
    assert page.context["form"]["language"].value() == "nl"

    as_nora.post(reverse("start"), ABOUT, **dutch)
    assert 'lang="en"' in as_nora.get(reverse("start_roles"), **dutch).text


def test_what_was_said_on_the_command_line_is_no_guess(as_nora, nora):
    nora.currency, nora.capacity_minutes = "CHF", 1800
    nora.save()

    form = as_nora.get(reverse("start"), HTTP_ACCEPT_LANGUAGE="nl").context["form"]

    assert (form["currency"].value(), form["country"].value()) == ("CHF", "NL")
    assert form["capacity"].value() == 30


def test_a_guess_agrees_with_itself_whatever_country_a_new_book_begins_with(
    as_nora, nora
):
    nora.country = "NL"  # as `plait init` takes it of its own zone
    nora.save()

    def shown(**asked):
        page = as_nora.get(reverse("start"), asked, HTTP_ACCEPT_LANGUAGE="en-US")
        names = ("country", "currency", "timezone")
        return [page.context["form"][name].value() for name in names]

    assert shown() == ["US", "USD", ""]
    assert shown(zone="Europe/Paris") == ["FR", "EUR", "Europe/Paris"]
    assert shown(zone="Europe/Paris", country="GB") == ["GB", "GBP", "Europe/London"]
    nora.country = "CH"  # said on the command line
    nora.save()
    assert shown(zone="Europe/Paris") == ["CH", "CHF", "Europe/Zurich"]


def test_confirming_keeps_the_screen_and_goes_on_to_the_ticks(as_nora, nora):
    answer = as_nora.post(reverse("start"), ABOUT)

    assert answer["Location"] == reverse("start_roles")
    nora.refresh_from_db()
    assert (nora.country, nora.currency, nora.timezone) == (
        "GB",
        "GBP",
        "Europe/London",
    )
    assert (nora.capacity_minutes, nora.has_confirmed) == (2160, True)


def test_ticks_become_roles_with_their_terms_in_one_change(as_nora, nora):
    nora.currency = "GBP"
    nora.save()
    sent = ticks(
        *("job", "board", "other"),
        job__hours="31,5",
        job__pay="3.256",
        job__organisation="De Linde",
        other__name="Choir",
        other__hours="",
    )

    answer = as_nora.post(reverse("start_roles"), sent)

    assert answer["Location"] == "/"
    assert [str(m) for m in get_messages(answer.wsgi_request)] == [
        "3 roles are in your book."
    ]
    job, board, choir = Role.objects.order_by("pk")
    assert (job.name, job.organisation.name, job.colour) == ("Job", "De Linde", 1)
    assert (board.is_paid, board.organisation.name) == (False, "The organisation")
    assert (choir.name, choir.organisation.name) == ("Choir", "Nora")
    assert {r.colour for r in (job, board, choir)} == {1, 4, 2}  # 4 is the board's
    terms = Agreement.objects.get(role=job)
    assert (terms.minutes, terms.pay_minor, terms.pay_currency) == (
        *(1890, 325600),
        "GBP",
    )
    assert terms.starts_on == date(2025, 12, 1)
    assert not Agreement.objects.filter(role=choir).exists()  # nothing was agreed
    assert Change.objects.get().what == "add_roles"

    as_nora.post(reverse("change_undo", args=[1]))
    assert not Role.objects.exists()


def test_sent_twice_they_are_added_once(as_nora):
    for _ in range(2):
        as_nora.post(reverse("start_roles"), ticks("job"))

    assert Role.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        (ticks(), "Tick what you do, or begin another way."),
        (ticks("other"), "Give it a name that you recognise."),
        (ticks("job", job__hours="200"), "168"),
        (ticks("board", board__pay="50"), "Say what the amount is for."),
        (ticks("job", job__since=""), "Say since when; about right will do."),
    ],
)
def test_what_is_wrong_stands_where_it_is_and_nothing_is_added(as_nora, sent, problem):
    page = as_nora.post(reverse("start_roles"), sent)

    assert page.status_code == 200
    assert problem in page.text
    assert not Role.objects.exists()


def test_so_far_adds_up_against_the_hours_one_has_and_keeps_nothing(as_nora, nora):
    nora.capacity_minutes = 36 * 60
    nora.save()
    sent = ticks("job", "board", "mentor", "teach", job__pay="3256")

    view = as_nora.post(reverse("start_so_far"), sent).context["view"]

    # 28 + 3 + 2 + 6 = 39 hours, of 36
    assert view.so_far.counted == "4 roles, 39 h a week"
    assert (view.so_far.note, view.so_far.button) == (
        "3 h more than you have",
        "Add these four",
    )
    assert [line.hours for line in view.so_far.lines] == ["28 h", "6 h", "3 h", "2 h"]
    assert view.rows[0].terms == "paid, €3,256 a month"
    assert view.rows[1].terms == "unpaid"
    assert not Role.objects.exists()


def test_nine_and_more_all_have_a_colour_and_a_strand(as_nora):
    keys = [one.key for one in STARTERS]

    view = as_nora.post(
        reverse("start_so_far"), ticks(*keys, other__name="Choir")
    ).context["view"]

    assert len(view.so_far.strands) == 12
    assert view.so_far.button == "Add these 12"
    assert len({row.css for row in view.rows}) == 8
    assert view.so_far.rest == ""  # nobody said how many hours there are
    total = sum((one.hours for one in STARTERS), Decimal())
    assert view.so_far.together == f"{total:g} h"
