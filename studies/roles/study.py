"""How many true roles are proposed, and how many wrong ones, on made-up books.

    .venv/bin/python -m studies.roles.study

The naive rule makes a role of every payer who paid three times, and of every client
of a tracker. The table is what stands in docs/explanation/method-role-proposals.md:
three hundred books with three to six roles each, other ones than those by which the
words and bounds were chosen.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from plait.analysis.inbox.roles.propose import propose_roles
from plait.domain.roles import RoleKind
from studies.roles.lives import Book, life

N_BOOKS = 300
# The first books are those that the method was made with.
FIRST = 1_000
_NAIVE_PAYMENTS = 3
Proposed = tuple[frozenset[str], RoleKind | None]
Rule = Callable[[Book], Iterable[Proposed]]


def method(book: Book) -> Iterable[Proposed]:
    """Return what Plait proposes: the names it takes, and the kind."""
    for one in propose_roles(book.evidence()):
        yield frozenset(subject.value for subject in one.subjects), one.kind


def naive(book: Book) -> Iterable[Proposed]:
    """Return every payer who paid three times, and every client, each for itself."""
    for payer in book.payers:
        if len(payer.days) >= _NAIVE_PAYMENTS:
            yield frozenset([payer.payer]), None
    for client in book.clients:
        yield frozenset([client.client]), None


def counted(rule: Rule, n_books: int = N_BOOKS, first: int = FIRST) -> Counter[str]:
    """Return how the proposals of so many books fit their true roles."""
    counts: Counter[str] = Counter()
    for seed in range(first, first + n_books):
        book = life(seed)
        times: Counter[str] = Counter()
        for names, kind in rule(book):
            roles = {book.truth[name] for name in names if name in book.truth}
            counts["proposed"] += 1
            counts["wrong"] += not roles
            counts["mixed"] += len(roles) > 1
            times.update(roles)
            counts["kind right"] += any(book.kinds[role] is kind for role in roles)
        counts["roles"] += len(book.kinds)
        counts["found"] += len(times)
        counts["twice"] += sum(n - 1 for n in times.values())
    return counts


if __name__ == "__main__":
    for name, rule in (("naive", naive), ("method", method)):
        print(name, dict(counted(rule)))  # noqa: T201  # what a study is for
