"""What goes out as a file or by a link, and what comes back."""

from django.db import models

from plait.accounts.models.owners import Owner


class SentFile(models.Model):
    """A signed file that its owner made of a share; `sha256` is of its statement."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="sent_files")
    uuid = models.UUIDField()
    share_uuid = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "uuid"], name="sent_file_made_once"
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "share_uuid"], name="sent_file_of_share")
        ]

    def __str__(self) -> str:
        return f"file of {self.made_at:%Y-%m-%d}"


class Letter(models.Model):
    """What a receiver sent back to its owner, taken in once; `name` is the sender's."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="letters")
    uuid = models.UUIDField()
    share_uuid = models.UUIDField()
    about = models.UUIDField()
    name = models.CharField(max_length=150)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "uuid"], name="letter_taken_in_once"
            ),
        ]

    def __str__(self) -> str:
        return f"letter of {self.written_at:%Y-%m-%d}"


class ShareLink(models.Model):
    """The link by which somebody without account sees what its owner shows.

    Only a hash of what it ends with is kept; a new one ends the last.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="share_links")
    share_uuid = models.UUIDField()
    token_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "share_uuid"], name="share_link_one_of_share"
            ),
        ]
        indexes = [models.Index(fields=["token_hash"], name="share_link_by_token")]

    def __str__(self) -> str:
        return f"link of {self.made_at:%Y-%m-%d}"
