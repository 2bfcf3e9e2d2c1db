"""The jobs that send mail; whoever asks for one does so with the change it is about."""

from plait.accounts.leaving.asking import LEAVING_MAIL
from plait.accounts.mailing.account_mail import ACCOUNT_MAIL
from plait.accounts.mailing.choices import CHOSEN_MAIL, MAIL_TIME
from plait.accounts.mailing.refusals import ADDRESS_MAIL
from plait.accounts.mailing.trial import TRIAL_MAIL
from plait.accounts.sharing.links import LINK_MAIL
from plait.accounts.sign_ins import NEW_DEVICE_MAIL
from plait.accounts.stewardship import INVITATION_MAIL
from plait.jobs.kinds import JobKind, register

# With the back-off of jobs these are somewhat more than a day.
ATTEMPTS = 10
_HANDLERS = {
    INVITATION_MAIL: "plait.mail.invitation:send",
    NEW_DEVICE_MAIL: "plait.mail.new_device:send",
    LINK_MAIL: "plait.mail.share_link:send",
    LEAVING_MAIL: "plait.mail.leaving:send",
    ADDRESS_MAIL: "plait.mail.address:send",
    CHOSEN_MAIL: "plait.mail.chosen:send",
}


def register_kinds() -> None:
    """Let mail be sent."""
    for name, handler in _HANDLERS.items():
        register(JobKind(name, handler, attempts=ATTEMPTS, needs_book=False))
    register(
        JobKind(
            ACCOUNT_MAIL,
            "plait.mail.account:send",
            attempts=ATTEMPTS,
            somebody_waits=True,
            forgets=True,
            needs_book=False,
        )
    )
    # Whoever tries it wants to know now.
    trial = "plait.mail.trial:send"
    register(JobKind(TRIAL_MAIL, trial, attempts=1, forgets=True, needs_book=False))
    register(
        JobKind(
            MAIL_TIME,
            "plait.mail.schedule:look",
            missing="plait.mail.schedule:unplanned",
            attempts=ATTEMPTS,
        )
    )
