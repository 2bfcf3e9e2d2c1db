"""Whose records these are."""

from django.db import models

PERSON, CIRCLE, TEAM = "person", "circle", "team"


class Owner(models.Model):
    """A person, a circle or a team: what every record belongs to one of.

    What is about one carries its key, so that no query crosses owners by mistake and
    the records of one can stand together on one machine of several.
    """

    kind = models.CharField(max_length=8, default=PERSON)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[PERSON, CIRCLE, TEAM]),
                name="owner_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @classmethod
    def lock(cls, pk: int) -> None:
        """Make writers of what this owner has once take turns, until the transaction ends.

        Others stay free to add records that refer to the owner.
        """
        cls.objects.select_for_update(no_key=True).get(pk=pk)
