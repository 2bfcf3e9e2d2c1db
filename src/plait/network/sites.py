"""Which names belong to one site: by the public suffix list, which comes with it.

Under some suffixes anybody can have a name (co.uk, github.io), so that two names
below one belong to two owners. Which these are stands in a list that browsers use,
too; publicsuffixlist brings it along and is renewed with Plait's other libraries.
"""

from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def site_of(host: str) -> str:
    """Return the name that one owner has with all below it; "" where there is none.

    An address is no name, and a suffix that anybody has a name under no site.

    >>> site_of("caldav.example.co.uk")
    'example.co.uk'
    """
    name = host.rstrip(".").lower()
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return _list().privatesuffix(name) or ""
    return ""


@cache
def _list() -> "PublicSuffixList":
    # Read when a server leads elsewhere for the first time, not at each start.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
