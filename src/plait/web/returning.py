"""Back to the page where one was."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def page_before(request: HttpRequest, otherwise: str) -> str:
    """Return the page that a form names as `next`; never an address elsewhere."""
    address = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else otherwise


def page_seen(request: HttpRequest) -> str:
    """Return the page that is being made, to come back to by its address.

    What answers a form has none that can be opened: the page Log stands for it.
    """
    return request.get_full_path() if request.method == "GET" else reverse("log")
