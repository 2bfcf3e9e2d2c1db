"""Other ways to look at the plans: money alone, or the hours that are given now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.web.pages.plan.found import Asked, Found


@dataclass(frozen=True, slots=True)
class SwitchView:
    """What weighs now, and the other way to look."""

    said: str
    label: str
    url: str


def switches(found: Found) -> Iterator[SwitchView]:
    """Yield what weighs and which hours there are, with the other way to look."""
    asked = found.asked
    if found.book.a_point:
        other = _address(replace(asked, weighs_value=not asked.weighs_value))
        if asked.weighs_value:
            said = _("What your roles give weighs here as well as money.")
            yield SwitchView(said, _("Weigh money alone"), other)
        else:
            said = _("Only money weighs here, not what your roles give.")
            yield SwitchView(said, _("Weigh what they give as well"), other)
    if not found.is_too_full:
        return
    other = _address(replace(asked, with_hours_of_now=not asked.with_hours_of_now))
    told = {"hours": found.told.words.hours(found.planner.question.limits.capacity)}
    if asked.with_hours_of_now:
        said = _("The %(hours)s a week you give now are shared out anew.") % told
        yield SwitchView(said, _("Keep to the hours you have"), other)
    else:
        said = _("Shared out are the %(hours)s a week that you have.") % told
        yield SwitchView(said, _("Share out those you give now"), other)


def _address(asked: Asked) -> str:
    told = {} if asked.weighs_value else {"by": "money"}
    if asked.with_hours_of_now:
        told["hours"] = "now"
    at = reverse("plan")
    return f"{at}?{urlencode(told)}" if told else at
