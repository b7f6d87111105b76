"""The casefile enters its own tasks and words, and has the class of every field checked at start."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register

FILING_TASKS = ("file_by_hand", "filing_unknown", "filing_refused", "filing_unreachable", "filing_stopped")


class CasefileConfig(AppConfig):
    """The casefile as Django knows it."""

    name = "lles.casefile"
    label = "casefile"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Learns the words and enters what the casefile itself brings."""
        from lles.casefile import register as house
        from lles.casefile.access import Verb
        from lles.casefile.changes import children, corrections, filing, left, serving, whereabouts
        from lles.casefile.queries.filings import titles_of_filings
        from lles.casefile.queries.left import left_decided_by
        from lles.casefile.queries.serving import serve_by, titles_of_servings
        from lles.casefile.rules import provisions
        from lles.casefile.timeline import learn, word

        learn(Path(__file__).with_name("words.toml"))
        tasks = tuple(
            house.TaskKind(
                name=f"casefile.{name}",
                title=word(f"task.casefile.{name}"),
                act=word(f"act.casefile.{name}"),
                page="casefile:filing",
                titles=titles_of_filings(name),
                in_closed=True,
            )
            for name in FILING_TASKS
        )
        opening = house.TaskKind(
            name="casefile.confirm_opening",
            title=word("task.casefile.confirm_opening"),
            act=word("act.casefile.confirm_opening"),
            page="casefile:decide_opening",
            needs=Verb.APPROVE,
            in_closed=True,
        )
        left_before = house.TaskKind(
            name=left.TASK,
            title=word(f"task.{left.TASK}"),
            act=word(f"act.{left.TASK}"),
            page="casefile:left_before",
            due_of_one=left_decided_by,
            in_closed=True,
        )
        serve = house.TaskKind(
            name=serving.TASK,
            title=word(f"task.{serving.TASK}"),
            act=word(f"act.{serving.TASK}"),
            page="casefile:serving",
            due_of_one=serve_by,
            titles=titles_of_servings,
            in_closed=True,
        )
        give = house.TaskKind(
            name=children.TASK,
            title=word(f"task.{children.TASK}"),
            act=word(f"act.{children.TASK}"),
            page="casefile:give_to_child",
            in_closed=True,
        )

        differs = house.TaskKind(
            name=corrections.TASK,
            title=word(f"task.{corrections.TASK}"),
            act=word(f"act.{corrections.TASK}"),
            page="casefile:people",
        )

        def reopened(occasion: house.Occasion) -> None:
            """What the closing ended and is still to be done is to be done again."""
            for piece in (filing, serving, children, whereabouts, corrections):
                piece.reopened(occasion)

        drafts = {
            "conversation": "casefile:converse",
            "check_answer": "casefile:answer_check",
            "note": "casefile:add_note",
        }
        house.enter(
            house.Work(
                name="casefile",
                title=word("role.court"),
                tasks=(*tasks, opening, left_before, serve, give, differs),
                provisions=provisions(),
                drafts=tuple(
                    house.DraftKind(name, word(f"draft.{name}"), page, names_readers=False)
                    for name, page in drafts.items()
                ),
                on={
                    house.Event.DOCUMENT_FILED: serving.document_filed,
                    house.Event.REOPENED: reopened,
                },
            )
        )
        register(every_field_has_its_class)


def every_field_has_its_class(app_configs: Iterable[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Stops the build where a field of ours has no class, or a model of a library none for the whole."""
    from django.conf import settings

    from lles.casefile.models import undecided

    ours = [model for model in apps.get_models() if model.__module__.startswith("lles.")]
    theirs = [model for model in apps.get_models() if not model.__module__.startswith("lles.")]
    found = [problem for model in ours for problem in undecided(model)]
    found += [
        f"{model._meta.label} has no class (LLES_LIBRARY_CLASSES)"
        for model in theirs
        if model._meta.label not in settings.LLES_LIBRARY_CLASSES
    ]
    return [Error(problem, id="lles.E001") for problem in found]
