"""What was said in the other language under an order stands with its case, for every piece of work."""

from typing import Any

from django.db import migrations


def move(apps: Any, editor: Any) -> None:
    """Each row as it was said, with the case of its order."""
    rows = apps.get_model("family_assistance", "AlsoSaid").objects.select_related("assistance").order_by("pk")
    also_said = apps.get_model("casefile", "AlsoSaid")
    also_said.objects.bulk_create(
        also_said(
            case_id=one.assistance.case_id, language=one.language, words=one.words,
            other_words=one.other_words, by_id=one.by_id, at=one.at,
        )
        for one in rows.iterator()
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("casefile", "0048_said_in_both_languages"),
        ("family_assistance", "0012_also_said_in_the_other_language"),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(name="AlsoSaid"),
    ]
