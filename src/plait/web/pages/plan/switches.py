"""Other ways to look at the plans: money alone, or the hours that are given now."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.plan.values import PlanSettings
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class SwitchView:
    """What weighs now, and the other way to look."""

    sentence: str
    label: str
    url: str


def switches(settings: PlanSettings, words: Words) -> Iterator[SwitchView]:
    """Yield what weighs and which hours there are, with the other way to look."""
    value, now = settings.weighs_value, settings.shares_out_hours_now
    if settings.can_weigh_value:
        url = _address(weighs_value=not value, hours_now=now)
        if value:
            text = _("What your roles give weighs here as well as money.")
            yield SwitchView(text, _("Weigh money alone"), url)
        else:
            text = _("Only money weighs here, not what your roles give.")
            yield SwitchView(text, _("Weigh what they give as well"), url)
    if not settings.is_too_full:
        return
    url = _address(weighs_value=value, hours_now=not now)
    values = {"hours": words.hours(settings.capacity)}
    if now:
        text = _("The plan divides the %(hours)s a week that your roles take now.")
        yield SwitchView(text % values, _("Keep to the hours you have"), url)
    else:
        text = _("The plan divides the %(hours)s a week that you have.")
        yield SwitchView(text % values, _("Divide those that your roles take now"), url)


def _address(*, weighs_value: bool, hours_now: bool) -> str:
    query = {} if weighs_value else {"by": "money"}
    if hours_now:
        query["hours"] = "now"
    at = reverse("plan")
    return f"{at}?{urlencode(query)}" if query else at
