from django.db import migrations, models
from django.db.models import Q

_SORTED = ("payment", "timeentry", "event")


def _status(name: str) -> models.CheckConstraint:
    """Return that a record is assigned exactly if it has a role."""
    return models.CheckConstraint(
        condition=Q(status=1, role__isnull=False)
        | Q(status__in=[0, 2], role__isnull=True),
        name=name,
    )


# The database renames a column in the constraints and indexes that hold it as well;
# only what Django knows of them has to change.
class Migration(migrations.Migration):
    dependencies = [("book", "0003_resilience")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                *(
                    migrations.RenameField(model, "standing", "status")
                    for model in _SORTED
                ),
                migrations.RenameField("eventanswer", "mark", "fingerprint"),
            ],
            state_operations=[
                migrations.RemoveConstraint("payment", "payment_standing_tells_role"),
                migrations.RemoveConstraint("timeentry", "entry_standing_tells_role"),
                migrations.RemoveConstraint("event", "event_standing_tells_role"),
                migrations.RemoveConstraint("eventanswer", "event_answered_once"),
                migrations.RemoveIndex("payment", "payment_open"),
                migrations.RemoveIndex("timeentry", "entry_open"),
                migrations.RemoveIndex("event", "event_open"),
                *(
                    migrations.RenameField(model, "standing", "status")
                    for model in _SORTED
                ),
                migrations.RenameField("eventanswer", "mark", "fingerprint"),
                migrations.AddConstraint(
                    "payment", _status("payment_standing_tells_role")
                ),
                migrations.AddConstraint(
                    "timeentry", _status("entry_standing_tells_role")
                ),
                migrations.AddConstraint("event", _status("event_standing_tells_role")),
                migrations.AddConstraint(
                    "eventanswer",
                    models.UniqueConstraint(
                        fields=["owner", "fingerprint"], name="event_answered_once"
                    ),
                ),
                migrations.AddIndex(
                    "payment",
                    models.Index(
                        fields=["owner"],
                        condition=Q(status=0, amount_minor__gt=0),
                        name="payment_open",
                    ),
                ),
                migrations.AddIndex(
                    "timeentry",
                    models.Index(
                        fields=["owner"], condition=Q(status=0), name="entry_open"
                    ),
                ),
                migrations.AddIndex(
                    "event",
                    models.Index(
                        fields=["owner"], condition=Q(status=0), name="event_open"
                    ),
                ),
            ],
        ),
        migrations.RenameField("scenario", "told", "entry"),
    ]
