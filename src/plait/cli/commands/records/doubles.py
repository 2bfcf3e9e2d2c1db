"""plait doubles: records that look like duplicates."""

from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.doubles import DoubleKind

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.domain.doubles import Double


@click.command(epilog="Example: plait doubles --merge")
@click.option(
    "--kind", type=click.Choice([k.value for k in DoubleKind]), help="Of these alone."
)
@click.option("--merge", is_flag=True, help="Merge all that are listed.")
@click.option(
    "--apart",
    type=int,
    nargs=2,
    help="These two, by their numbers, are two: keep them.",
)
@with_csv
@run.as_command
def command(
    kind: str | None,
    merge: bool,  # noqa: FBT001  # click hands options on by name
    apart: tuple[int, int] | None,
    *,
    as_json: bool,
) -> None:
    """List payments, hours and accounts that look like duplicates.

    When a pair is merged, the second one stays. Merging can be undone.
    """
    viewer = run.viewer()
    from plait.book.queries.doubles import doubles

    found = [one for one in doubles(viewer=viewer) if kind in (None, one.kind)]
    if apart:
        found = [one for one in found if {one.one, one.into} == set(apart)]
        _keep_apart(viewer, found)
    elif merge:
        from plait.book.operations.doubles import merge_doubles

        merge_doubles(viewer=viewer, found=found)
    _print(found, is_done=bool(merge or apart), as_json=as_json)


def _keep_apart(viewer: "Person", found: "list[Double]") -> None:
    from plait.book.operations.doubles import keep_apart

    for one in found:
        keep_apart(viewer=viewer, kind=one.kind, first=one.one, second=one.into)


def _print(found: "list[Double]", *, is_done: bool, as_json: bool) -> None:
    from plait.answers.records.doubles import doubles_answer
    from plait.cli.render.doubles import print_doubles

    words = run.words()
    answer = doubles_answer(found, words)
    if as_json:
        run.print_answer(answer)
    else:
        print_doubles(answer, words, is_done=is_done)
