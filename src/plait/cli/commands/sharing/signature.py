"""plait signature: the code of one's own, those one knows, and a new one."""

import click

from plait.cli import run


@click.command(epilog="Example: plait signature")
@click.option("--new", "is_new", is_flag=True, help="Make a new one; yours vouches.")
@click.option(
    "--stolen", "is_stolen", is_flag=True, help="Make a new one; yours is worthless."
)
@run.as_command
def command(*, is_new: bool, is_stolen: bool, as_json: bool) -> None:
    """See the code of your signature, and of those you know.

    Plait makes one when you first hand out a file. After `--stolen` whoever knows yours
    is asked whether the new one is yours.
    """
    viewer = run.viewer()
    from plait.accounts.signing.known import known_keys
    from plait.accounts.signing.own import own_keys, replace_key
    from plait.formats.signed import fingerprint

    if is_new or is_stolen:
        replace_key(viewer=viewer, is_stolen=is_stolen, now=run.now())
    own = own_keys(viewer=viewer)
    code = fingerprint(own[0].public) if own else ""
    known = [
        {"name": one.name, "code": fingerprint(one.public)}
        for one in known_keys(viewer=viewer)
    ]
    if as_json:
        run.print_json({"code": code, "known": known})
        return
    from plait.cli.render.sanitise import on_one_line

    if code:
        run.say(f"The code of your signature: {code}")
    else:
        run.say("You have no signature yet; Plait makes one when you first need it.")
    for one in known:
        run.say(f"{on_one_line(one['name'])}: {one['code']}")
