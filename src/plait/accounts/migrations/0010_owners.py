from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make_owners(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make everybody an owner with their own key, and count on after the last."""
    person, owner = (apps.get_model("accounts", n) for n in ("Person", "Owner"))
    connection = schema_editor.connection
    people, owners = (m.objects.using(connection.alias) for m in (person, owner))
    keys = people.order_by("pk").values_list("pk", flat=True)
    owners.bulk_create([owner(pk=pk) for pk in keys], batch_size=1000)
    for sql in connection.ops.sequence_reset_sql(no_style(), [owner]):
        schema_editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0009_invitations_and_devices"),
    ]

    operations = [
        migrations.CreateModel(
            name="Owner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("kind", models.CharField(default="person", max_length=8)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(kind__in=["person", "circle", "team"]),
                        name="owner_kind_is_known",
                    )
                ],
            },
        ),
        migrations.RunPython(make_owners, migrations.RunPython.noop),
    ]
