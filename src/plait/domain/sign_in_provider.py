"""An organisation that signs its people in: what its OpenID Connect server is."""

from typing import NamedTuple


class SignInProvider(NamedTuple):
    """One organisation, as whoever runs this server set it.

    `key` names it in addresses, `name` on pages. `domains` are those of the mail
    addresses that it may vouch for, all where there are none. Somebody new joins by
    an invitation, or by such an address alone where `joins_by_domain`. `is_private`
    says that its server stands in this server's own network.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    secret: str
    domains: tuple[str, ...] = ()
    joins_by_domain: bool = False
    is_private: bool = False
