"""What a book answers, as few plain figures: the same ones for every version's book.

    PLAIT_HOME=… python -m tests.books.facts [EXPORTS]

prints them for everybody in the book, as JSON. With EXPORTS, a folder of exports
named after their people, these are first imported into the empty book.

A key is a path ("hours/atlas/given"); a value a number, a text, or nothing. No
sentence and no order of a list is a fact. Whoever renames something of Plait renames
it here; the keys and values stay.
"""

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from plait.cli import run

ON = date(2026, 11, 22)
Fact = tuple[str, Any]


def main(folders: list[str]) -> None:
    """Print the facts of the book that the environment names."""
    for folder in folders:
        _bring_in(Path(folder))
    run.set_up()
    run.prepare_database()
    from plait.accounts.models import Person

    found = dict(_tables())
    for person in Person.objects.order_by("sign_in_name"):
        of = person.sign_in_name
        found |= {f"{of}/{key}": _plain(value) for key, value in _facts(person)}
    print(json.dumps(found, indent=0, sort_keys=True))  # noqa: T201


def _bring_in(exports: Path) -> None:
    from plait.cli.main import main as plait

    for folder in sorted(exports.iterdir()):
        os.environ["PLAIT_PERSON"] = folder.name
        for words in (["init", "--name", "Somebody"], ["import", str(folder)]):
            try:
                plait(words)
            except SystemExit as end:
                if end.code:
                    raise


def _plain(value: Any) -> Any:
    """Return a value that JSON has; figures to nine digits."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float | Decimal):
        return float(f"{value:.9g}")
    return value if isinstance(value, int | str | None) else str(value)


def _tables() -> Iterator[Fact]:
    from django.db import connection

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("accounts_", "book_")):
                cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
                yield f"tables/{table}", cursor.fetchone()[0]


def _facts(person: Any) -> Iterator[Fact]:
    from plait.book.queries import load_portfolio

    told = load_portfolio(viewer=person, on=ON)
    for part in (_person, _roles, _hours_held, _money_held, _events_and_check_ins):
        yield from part(told)
    yield from _plans(told)
    yield from _beliefs(told)
    for part in (_hours, _income, _field, _law):
        yield from part(told)
    yield from _stress(told, person)
    yield from _inbox(told, person)
    yield from _review(told)
    yield from _drawn(told)
    yield from _besides(person)


def _person(told: Any) -> Iterator[Fact]:
    one = told.person
    for name in ("name", "currency", "timezone", "capacity", "country", "region"):
        yield f"person/{name}", getattr(one, name)
    yield "person/born_on", one.born_on
    yield "person/travel_minutes", one.travel_minutes
    yield "person/set_aside", one.set_aside
    yield "person/savings", one.savings and one.savings.minor
    yield "person/floor", one.floor and one.floor.minor


def _roles(told: Any) -> Iterator[Fact]:
    for role in told.roles:
        at = f"roles/{role.key}"
        yield f"{at}/name", role.name
        yield f"{at}/kind", role.kind.value
        yield f"{at}/is_confirmed", role.kind_is_confirmed
        yield f"{at}/organisation", role.organisation.name
        yield f"{at}/sector", role.organisation.sector
        yield f"{at}/country", role.organisation.country
        yield f"{at}/period", f"{role.period.start} {role.period.end}"
        yield f"{at}/is_paid", role.is_paid
        yield f"{at}/occupation", role.occupation
        yield f"{at}/place", role.place
        yield f"{at}/skills", " ".join(sorted(role.skills))
        yield f"{at}/colour", role.colour
        for terms in role.agreements:
            agreed = f"{at}/{terms.period.start}"
            yield f"{agreed}/until", terms.period.end
            yield f"{agreed}/hours", terms.hours
            yield f"{agreed}/per", terms.per.value
            yield f"{agreed}/pay_basis", terms.pay_basis.value
            yield f"{agreed}/pay", terms.pay and terms.pay.minor
            yield f"{agreed}/currency", terms.pay and terms.pay.currency
            yield f"{agreed}/notice_days", terms.notice_days
            yield f"{agreed}/clause", terms.clause.value
            yield f"{agreed}/counts_as", terms.counts_as.value
            yield f"{agreed}/n_blocks", len(terms.blocks)
            yield f"{agreed}/has_opted_out", terms.has_opted_out


def _key(told: Any, role: int) -> str:
    return told.roles[role].key if role >= 0 else "none"


def _hours_held(told: Any) -> Iterator[Fact]:
    hours = told.hours
    yield "held/entries", len(hours)
    yield "held/seconds", int(hours.seconds.sum())
    for index, role in enumerate(told.roles):
        days, seconds = hours.of_role(index)
        yield f"held/{role.key}/seconds", int(seconds.sum())
        yield f"held/{role.key}/last_on", str(days.max()) if len(days) else None


def _money_held(told: Any) -> Iterator[Fact]:
    paid = told.payments
    sums: Counter[str] = Counter()
    for minor, currency, account, role, status in zip(
        paid.minor, paid.currency, paid.account, paid.role, paid.status, strict=True
    ):
        code = paid.currencies[currency]
        sums[f"accounts/{paid.accounts[account] or 'none'}/{code}"] += int(minor)
        sums[f"paid/{_key(told, role)}/{code}"] += int(minor)
        sums[f"paid/standing-{int(status)}/n"] += 1
    yield "held/payments", len(paid)
    yield from sums.items()


def _events_and_check_ins(told: Any) -> Iterator[Fact]:
    sums: Counter[str] = Counter()
    events = told.events
    for role, status, whole_day in zip(
        events.role, events.status, events.is_all_day, strict=True
    ):
        sums[f"events/{_key(told, role)}/n"] += 1
        sums[f"events/standing-{int(status)}/n"] += 1
        sums["events/all_day/n"] += int(whole_day)
    for one in told.check_ins:
        sums[f"check_ins/{one.role}/n"] += 1
        for side in ("energy", "meaning", "growth", "pressure"):
            sums[f"check_ins/{one.role}/{side}"] += getattr(one, side)
    yield from sums.items()


def _plans(told: Any) -> Iterator[Fact]:
    for one in told.absences:
        yield f"absences/{one.kind.value}/{one.period.start}", one.period.end
    for one in told.seasons:
        yield f"seasons/{one.period.start}", one.hours
    for one in told.overheads:
        yield f"overheads/{one.kind.value}/{one.period.start}", one.hours


def _beliefs(told: Any) -> Iterator[Fact]:
    for one in told.causes:
        yield f"causes/{one.name}/chance", one.chance
        yield f"causes/{one.name}/n_roles", len(one.roles)
    for one in told.beliefs:
        yield f"beliefs/{_key(told, one.role)}/chance", one.chance
        yield f"beliefs/{_key(told, one.role)}/years", one.years
    for one in told.fallbacks:
        yield f"fallbacks/{_key(told, one.role)}/months", one.months
        yield f"fallbacks/{_key(told, one.role)}/share", one.share
        yield f"fallbacks/{_key(told, one.role)}/step_by", one.step_by
    paid_on = {one.invoice: one.on for one in told.settlements}
    for index, one in enumerate(told.invoices):
        at = f"invoices/{_key(told, one.role)}/{one.issued_on}"
        yield f"{at}/minor", one.amount.minor
        yield f"{at}/currency", one.amount.currency
        yield f"{at}/due_on", one.due_on
        yield f"{at}/paid_on", paid_on.get(index)


def _hours(told: Any) -> Iterator[Fact]:
    from plait.analysis.hours.account import account
    from plait.analysis.hours.balance import balance
    from plait.analysis.hours.capacity.capacity import capacity
    from plait.analysis.hours.clashes.clashes import clashes
    from plait.analysis.hours.drift.drift import drifts
    from plait.analysis.hours.free_days import set_aside_weeks
    from plait.analysis.series.weeks import weeks_of

    weeks = weeks_of(told)
    aside = set_aside_weeks(told, weeks)
    now = balance(told, weeks, aside)
    yield "balance/agreed", now.agreed
    yield "balance/actual", now.actual
    yield "balance/capacity", now.capacity
    for one in now.roles:
        at = f"balance/{_key(told, one.role)}"
        yield f"{at}/agreed", one.agreed
        yield f"{at}/actual", one.actual
        yield f"{at}/verdict", one.verdict.value
    for one in drifts(told, weeks, aside, known=now):
        at = f"drift/{_key(told, one.role)}"
        yield f"{at}/verdict", one.verdict.value
        yield f"{at}/since", one.since
        yield f"{at}/over", one.over
    year = ON - timedelta(days=364)
    for index, role in told.roles_held():
        since = max(year, role.period.start)
        if since < ON and role.agreements:
            total = account(told, index, since, ON + timedelta(days=1)).total
            for side in ("agreed", "due", "given", "balance"):
                yield f"hours/{role.key}/{side}", getattr(total, side)
    for week in capacity(told, weeks).weeks:
        for side in ("supply", "load", "free"):
            yield f"capacity/{week.monday}/{side}", getattr(week, side)
    met = Counter(one.kind.value for one in clashes(told))
    yield from ((f"clashes/{kind}/n", n) for kind, n in met.items())


def _rates(told: Any) -> Any:
    from plait.reference.rates import published_rates

    agreed = {a.pay.currency for r in told.roles for a in r.agreements if a.pay}
    asked = {one.amount.currency for one in told.invoices}
    held = {*told.payments.currencies, told.person.currency, *agreed, *asked}
    return published_rates(sorted(held))


def _income(told: Any) -> Iterator[Fact]:
    from plait.analysis.income.artefacts import artefacts
    from plait.analysis.income.concentration import By, grouped
    from plait.analysis.income.expected import expected
    from plait.analysis.series.streams import income_of

    rates = _rates(told)
    income = income_of(told, rates)
    spread = artefacts(told, income, rates)
    yield "income/usual_month", spread.usual_month
    yield "income/open", income.open_in
    for stream, even in zip(income.streams, spread.streams, strict=True):
        at = f"income/{_key(told, stream.role)}"
        yield f"{at}/whole", float(stream.monthly.sum())
        yield f"{at}/last_year", stream.last_year
        yield f"{at}/costs", float(stream.costs.sum())
        yield f"{at}/usual_month", even.usual_month
        yield f"{at}/trend", stream.trend.value
        yield f"{at}/last_on", stream.last_on
    for by in ("payer", "sector", "cause", "occupation"):
        found = grouped(told, rates, By(by)).of
        yield f"concentration/{by}/effective", found.effective
        for name, share in zip(found.names, found.shares, strict=True):
            yield f"concentration/{by}/{name}", share
    awaited = expected(told, income, rates)
    sums: Counter[str] = Counter(
        f"expected/{_key(told, o.role)}" for o in awaited.lines
    )
    yield from sums.items()


def _stress(told: Any, person: Any) -> Iterator[Fact]:
    from plait.analysis.income.case_from_portfolio import NoFloor, case_of
    from plait.analysis.income.stress import stress_test
    from plait.analysis.income.stress.ready_scenarios import NOTHING, usual_scenarios
    from plait.analysis.series.streams import income_of
    from plait.book.queries import own_scenarios

    rates = _rates(told)
    own = own_scenarios(viewer=person)
    yield "stress/n_own", len(own)
    try:
        case = case_of(told, income_of(told, rates), rates)
    except NoFloor:
        return
    scenarios = [NOTHING, *usual_scenarios(case), *own]
    for one in stress_test(case, scenarios, rng=np.random.default_rng(1)):
        at = f"stress/{one.scenario.kind.value}-{one.scenario.name}"
        yield f"{at}/lost", one.lost
        yield f"{at}/months", one.one_in_ten.months
        yield f"{at}/short_by", one.one_in_ten.short_by


def _field(told: Any) -> Iterator[Fact]:
    from plait.analysis.income.exposure import exposed
    from plait.analysis.series.streams import income_of
    from plait.analysis.series.weeks import weeks_of
    from plait.analysis.wellbeing.value_map import value_map

    income = income_of(told, _rates(told))
    mix = exposed(told, weeks_of(told), income)
    for name, side in (("hours", mix.by_hours), ("income", mix.by_income)):
        yield f"exposure/{name}", side and side.mean
    values = value_map(told, income=income)
    for one in values.positions if values else ():
        at = f"value/{_key(told, one.wellbeing.role)}"
        yield f"{at}/gives", one.gives.value
        yield f"{at}/takes", one.takes.value
        yield f"{at}/pay_an_hour", one.pay_an_hour


def _law(told: Any) -> Iterator[Fact]:
    from plait.analysis.obligations.report import obligations_at_home
    from plait.analysis.working_time.report import worktime
    from plait.reference.working_time.packs import code_for, pack

    report = worktime(told, pack(code_for(told.person.country)))
    for one in report.verdicts:
        yield f"worktime/{one.rule.id}", one.verdict.value
    duties = obligations_at_home(told)
    due: dict[str, list[str]] = defaultdict(list)
    for one in duties.due if duties else ():
        due[f"due/{one.kind.value}"].append(f"{one.due_on}")
    for what, days in due.items():
        yield what, " ".join(sorted(days))


def _inbox(told: Any, person: Any) -> Iterator[Fact]:
    from plait.analysis.inbox.propose import propose
    from plait.book.queries import confirmed_subjects

    for one in propose(told, confirmed_subjects(viewer=person)):
        waits = one.waiting
        at = f"inbox/{waits.field}/{waits.value}"
        yield f"{at}/n", waits.n_records
        yield f"{at}/minor", waits.minor
        yield f"{at}/seconds", waits.seconds
        yield f"{at}/proposed", None if one.role is None else _key(told, one.role)


def _review(told: Any) -> Iterator[Fact]:
    from plait.answers.context import answer_context
    from plait.answers.review import findings_of
    from plait.wording.words import words_for

    found = findings_of(answer_context(told, words_for("en")))
    kinds = Counter(f"findings/{one.kind}/{one.role or 'all'}" for one in found)
    yield from kinds.items()


def _drawn(told: Any) -> Iterator[Fact]:
    """Yield what chance has a hand in; compared less closely."""
    from plait.analysis.income.model_from_portfolio import from_book
    from plait.analysis.income.simulation.simulate import simulate
    from plait.analysis.series.streams import income_of

    rates = _rates(told)
    model = from_book(told, income_of(told, rates), rates).model
    found = simulate(model, n_scenarios=4000, rng=np.random.default_rng(1))
    yield "model/usual_month", model.usual
    yield "drawn/usual_year", found.usual_year
    yield "drawn/short_ever", found.short_ever.value


def _besides(person: Any) -> Iterator[Fact]:
    """Yield what the book holds beside the picture: rules, and what is not exported."""
    from plait.book import models

    for rule in models.Rule.objects.filter(owner=person).select_related("role"):
        yield f"rules/{rule.field}/{rule.value}", rule.role.key if rule.role else ""
    for one in models.Mapping.objects.filter(owner=person):
        columns = sorted(one.columns["columns"].items())
        yield f"mappings/{one.name}", " ".join(f"{name}={at}" for name, at in columns)
    for one in models.Account.objects.filter(owner=person):
        yield f"names/{one.identifier}", one.name
    for one in models.Batch.objects.filter(owner=person):
        yield f"kept/imports/{one.number}", bool(one.undone_at)
    for one in models.Timer.objects.filter(owner=person):
        yield f"kept/timer/{one.role.key}", f"{one.started_at:%Y-%m-%dT%H:%M}"
    for one in models.CalendarSource.objects.filter(owner=person):
        yield f"kept/calendars/{one.name}", one.address
    feeds = models.CalendarFeed.objects.filter(owner=person)
    yield "kept/feed", feeds.exists()


if __name__ == "__main__":
    main(sys.argv[1:])
