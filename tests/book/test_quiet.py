"""The quiet view's door to the book: each column of text is one that names, or not."""

from django.apps import apps
from django.db.models import CharField, TextField

from plait.book.quiet import NAMES

# What is no name of anything, nor anything that a person wrote.
PLAIN = {
    *("kind", "currency", "source", "field", "status", "per", "pay_basis", "country"),
    *("occupation", "pay_currency", "clause", "counts_as", "blocks", "zone"),
    *("edited", "uid", "occurrence", "bank_id", "booking_id", "tracker_id", "day"),
    *("etag", "modified", "sync_token", "password", "token_hash", "format", "what"),
    *("signature", "request", "at"),
    *("rhythm", "except_on", "sha256"),
    *("signature", "request", "at", "rhythm", "except_on", "settled_as"),
}


def test_each_column_of_text_is_said_to_name_something_or_nothing():
    unsaid = [
        f"{model.__name__}.{column.name}"
        for model in apps.get_app_config("book").get_models()
        for column in model._meta.concrete_fields
        if isinstance(column, CharField | TextField)
        and column.name not in NAMES.get(model.__name__, {})
        and column.name not in PLAIN
        and (model.__name__, column.name) not in SHARED
    ]

    assert unsaid == []


# A change's is the name of an operation; a fallback's is another's.
SHARED = {("Change", "what")}
