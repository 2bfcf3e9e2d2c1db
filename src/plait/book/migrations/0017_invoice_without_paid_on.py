from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("book", "0016_invoices_paid")]

    operations = [migrations.RemoveField("invoice", "paid_on")]
