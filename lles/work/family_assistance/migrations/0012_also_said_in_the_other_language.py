import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0047_taken_back_before_it_leaves"),
        ("family_assistance", "0011_checks_of_each_person"),
    ]

    operations = [
        migrations.CreateModel(
            name="AlsoSaid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=2)),
                ("words", models.TextField()),
                ("other_words", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "assistance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="also_said",
                        to="family_assistance.assistance",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casefile.officer"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alsosaid",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="021c677af0d2420f6749d42703c8a5a3b49247af",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_written_once_7e2e5",
                    table="family_assistance_alsosaid",
                    when="BEFORE",
                ),
            ),
        ),
    ]
