"""How people come in: links, invitations, devices, and tries that failed."""

from django.db import models

from plait.accounts.models.people import Person


class SignInLink(models.Model):
    """A link that signs its person in once; only its hash is kept."""

    owner = models.ForeignKey(Person, models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"link for {self.owner_id}"


class Invitation(models.Model):
    """A mail that lets its address join this server.

    Its link is signed with the server's secret key: a copied database lets nobody in.
    `language` is that of the mail; `makes_steward` says that who joins by it looks
    after the server. `refused_at` is when its mail came back.
    """

    email = models.EmailField(max_length=254)
    language = models.CharField(max_length=8)
    makes_steward = models.BooleanField(default=False)
    invited_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="invitations"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invitation of {self.made_at:%Y-%m-%d}"


class SignIn(models.Model):
    """A device that is signed in: when that began and what the browser calls itself.

    `session_hash` is how the session is stored (`session_store.stored_key`).
    """

    owner = models.ForeignKey(Person, models.CASCADE, related_name="sign_ins")
    session_hash = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()
    device = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"sign-in at {self.at:%Y-%m-%d %H:%M}"


class SignInTry(models.Model):
    """A password that did not fit; who tried, and from where, is kept as a hash."""

    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["fingerprint", "at"], name="sign_in_try_by_mark")
        ]

    def __str__(self) -> str:
        return f"try at {self.at:%Y-%m-%d %H:%M}"
