"""Whether every chain is whole: the first entry of each that is not is named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Max

from plait.accounts.audit.hashes import chained_of, digest_of
from plait.accounts.audit.heads import is_signed, key_of_server
from plait.accounts.models import AuditEntry, AuditHead, AuditLink
from plait.domain.audit import Act

_AT_ONCE = 2_000
# A day's work that was cut off is done again within the next.
_SIGNED_WITHIN = timedelta(days=1)


@dataclass(frozen=True)
class BrokenChain:
    """The first entry of an owner's chain that is not as it was written, and why.

    `why` is "link" (missing, or not the one that followed), "entry" (it says other
    things now), "gone" (deleted, and no later entry says so), "signature" (what the
    server signed says otherwise), "unsigned" (it should be signed and is not).
    """

    owner: int
    number: int
    why: str


def broken_chains(*, using: str = "default") -> Iterator[BrokenChain]:
    """Yield for each owner the first entry that is broken."""
    heads = AuditHead.objects.using(using)
    last_day = heads.aggregate(last=Max("day"))["last"]
    key = key_of_server().verify_key.encode().hex()
    links = AuditLink.objects.using(using).select_related("entry")
    rows = links.order_by("owner", "number").iterator(_AT_ONCE)
    for owner, chain in groupby(rows, key=lambda link: link.owner_id):
        signed = list(heads.filter(owner=owner).order_by("day"))
        found = [*_in_chain(owner, chain, signed, last_day, key)]
        if found:
            yield min(found, key=lambda one: one.number)
    yield from _without_chain(using)


def _in_chain(
    owner: int,
    chain: Iterable[AuditLink],
    signed: list[AuditHead],
    last_day: date | None,
    key: str,
) -> Iterator[BrokenChain]:
    """Yield what is broken, of each kind the first."""
    heads: dict[int, list[AuditHead]] = defaultdict(list)
    for head in signed:
        heads[head.number].append(head)
    covered = max(heads, default=0)
    late = last_day - _SIGNED_WITHIN if last_day else date.min
    before, number, cleared = "", 0, 0
    gone: list[int] = []
    for link in chain:
        number += 1
        entry: AuditEntry | None = getattr(link, "entry", None)
        is_late = number > covered and entry is not None and entry.at.date() < late
        why = _why_broken(link, entry, owner, number, before)
        if not why and not all(_agrees(one, link, key) for one in heads[number]):
            why = "signature"
        if why or is_late:
            yield BrokenChain(owner, number, why or "unsigned")
            return
        before = link.chained
        if entry is None:
            gone.append(number)
        elif entry.act == Act.CLEARED:
            cleared = max(cleared, int(entry.details.get("until", 0)))
    if covered > number:
        yield BrokenChain(owner, number + 1, "signature")
    # Of somebody who is gone every entry is deleted, and none is left to say so.
    if len(gone) < number:
        yield from (BrokenChain(owner, n, "gone") for n in gone if n > cleared)


def _why_broken(
    link: AuditLink, entry: AuditEntry | None, owner: int, number: int, before: str
) -> str:
    """Return what is wrong with a link or with its entry by itself, "" if nothing."""
    if not _follows(link, owner, number, before):
        return "link"
    if entry is not None and not _is_as_written(entry, link):
        return "entry"
    return ""


def _follows(link: AuditLink, owner: int, number: int, before: str) -> bool:
    chained = chained_of(before=before, owner=owner, number=number, digest=link.digest)
    return (link.number, link.chained) == (number, chained)


def _is_as_written(entry: AuditEntry, link: AuditLink) -> bool:
    digest = digest_of(
        salt=entry.salt,
        owner=entry.owner_id,
        number=link.number,
        at=entry.at,
        act=entry.act,
        details=entry.details,
    )
    return digest == link.digest


def _agrees(head: AuditHead, link: AuditLink, key: str) -> bool:
    is_ours = head.key == key and is_signed(head, key)
    return is_ours and head.chained == link.chained


def _without_chain(using: str) -> Iterator[BrokenChain]:
    """Yield whose signed heads have no chain at all any more."""
    rows = AuditHead.objects.using(using).filter(owner__audit_links=None)
    for owner in rows.order_by("owner").values_list("owner", flat=True).distinct():
        yield BrokenChain(owner, 1, "link")
