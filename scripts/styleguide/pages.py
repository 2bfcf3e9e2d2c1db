"""Which template is drawn with which invented view model."""

from collections.abc import Callable

import look_today

Made = Callable[[], dict[str, object]]

PAGES: dict[str, tuple[str, Made]] = {
    "today": ("today.html", look_today.today),
    "today-empty": ("today.html", look_today.empty),
}
