"""What happened with an account: a chain of hashes, and details beside it.

A link holds nothing of anybody: a number and two hashes. What happened stands in the
entry beside it, with the salt that its hash was made with: once the entry is deleted,
nobody can find out what it said, and the chain is still whole.
"""

from django.db import models

from plait.accounts.models.owners import Owner


class AuditLink(models.Model):
    """One link of an owner's chain; `number` counts from 1 without a gap.

    `digest` is the hash of the entry with its salt, `chained` that of the link before
    and of this one's number and digest: `plait.accounts.audit.hashes`.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="audit_links")
    number = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    chained = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "number"], name="audit_link_once_in_a_chain"
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.number} of {self.owner_id}"


class AuditEntry(models.Model):
    """What a link stands for; may be deleted, its link stays.

    `act` is a name of `domain.audit.Act`; `details` are a few words and numbers. In
    them `by` and `of` are the keys of people: their names stand with them alone.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="audit_entries")
    link = models.OneToOneField(AuditLink, models.CASCADE, related_name="entry")
    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    details = models.JSONField(default=dict)
    salt = models.CharField(max_length=32)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "at"], name="audit_entry_by_time"),
            models.Index(fields=["act", "at"], name="audit_entry_by_act"),
        ]

    def __str__(self) -> str:
        return f"{self.act} at {self.at:%Y-%m-%d %H:%M}"


class AuditHead(models.Model):
    """How far a chain was on a day, signed by the server; `key` is its public key."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="audit_heads")
    day = models.DateField()
    number = models.PositiveBigIntegerField()
    chained = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)
    key = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "day"], name="audit_head_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"head of {self.owner_id} on {self.day}"
