"""What somebody chose to be sent by mail, and which address refuses it."""

from django.db import models

from plait.accounts.models.owners import Owner
from plait.domain.mail import MailKind


class MailChoice(models.Model):
    """A kind of mail that was chosen once; columns as `domain.mail.MailChoice`.

    `at` is written 08:00. Up to `handled_at` it is settled what was to be sent.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="mail_choices")
    kind = models.CharField(max_length=12)
    is_on = models.BooleanField()
    weekday = models.PositiveSmallIntegerField(default=0)
    at = models.CharField(max_length=5, default="08:00")
    handled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in MailKind]),
                name="mail_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(weekday__lte=6), name="mail_is_on_a_weekday"
            ),
            models.UniqueConstraint(
                fields=["owner", "kind"], name="mail_kind_chosen_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {'on' if self.is_on else 'off'}"


class MailRefusal(models.Model):
    """An address whose server refused mail; nothing goes there until it is confirmed.

    `status` is the code it gave, such as 5.1.1, "" where it gave none.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="mail_refusals")
    email = models.EmailField(max_length=254)
    at = models.DateTimeField()
    status = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "email"], name="mail_refused_once_noted"
            ),
        ]

    def __str__(self) -> str:
        return f"refused at {self.at:%Y-%m-%d %H:%M}"
