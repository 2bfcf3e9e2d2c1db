"""The weekly mail: where somebody stands, in half a minute, from Today's own answers."""

from datetime import datetime

from django.utils import translation

from plait.accounts.models import Person
from plait.answers.context import answer_context
from plait.answers.reminders import DueReminder, RemindersAnswer, reminders_answer
from plait.answers.review import review_answer
from plait.book.queries import load_portfolio, reminders
from plait.book.queries.load import writing_of
from plait.domain.mail import MailChoice
from plait.domain.reminders import ReminderKind
from plait.domain.writing import written_as
from plait.mail.steps import address_of_step, lead, whole
from plait.wording.reminders import weekday_name
from plait.wording.words import words_for

# Half a minute: what presses most, as many as Today shows first.
_MOST_FINDINGS = 3


def week_values(person: Person, choice: MailChoice, now: datetime) -> dict[str, object]:
    """Return what the weekly mail says, as the person writes numbers and days."""
    words = words_for(person.language)
    portfolio = load_portfolio(viewer=person, on=person.local_time(now).date())
    with written_as(writing_of(person)):
        answer = review_answer(answer_context(portfolio, words))
        return {
            "sentence": answer.sentence,
            "figures": [] if answer.is_empty else answer.figures,
            "findings": [
                {
                    "title": one.title,
                    "sentence": one.sentence,
                    "address": address_of_step(one.step),
                    "link_text": one.step.label,
                }
                for one in answer.findings[: answer.n_pressing][:_MOST_FINDINGS]
            ],
            "due": due_values(person, reminders_due(person, now)),
            "address": whole("today"),
            "weekday": weekday_name(words, choice.weekday),
        }


def reminders_due(person: Person, now: datetime) -> RemindersAnswer:
    """Return which reminders are due now, where the person lives."""
    moment = person.local_time(now)
    portfolio = load_portfolio(viewer=person, on=moment.date())
    words, chosen = words_for(person.language), reminders(viewer=person)
    return reminders_answer(portfolio, words, chosen, moment)


def due_values(
    person: Person, answer: RemindersAnswer, only: ReminderKind | None = None
) -> list[dict[str, str]]:
    """Return what is due as a mail shows it, of one kind where that is asked for."""
    kinds = [one for one in answer.due if only in {None, one.kind}]
    return [_due(person, one) for one in kinds]


def _due(person: Person, one: DueReminder) -> dict[str, str]:
    address, text = lead(one.kind, one.role)
    with translation.override(person.language):
        link_text = translation.gettext(text)
    return {"text": one.text, "address": address, "link_text": link_text}
