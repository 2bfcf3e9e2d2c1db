"""The connection that settings name: `ENGINE = "plait.server.postgresql"`."""

from django.db.backends.postgresql import base, features


class DatabaseFeatures(features.DatabaseFeatures):
    """A record's number alone is no key where each key begins with its owner.

    So the rest of a row does not follow from the number, and has to be grouped by, too.
    """

    allows_group_by_selected_pks = False


class DatabaseWrapper(base.DatabaseWrapper):
    """Works before and after scripts/composite_keys."""

    features_class = DatabaseFeatures
