"""A real SMTP server on this machine, that takes, refuses, waits or breaks off."""

import contextlib
import ssl
from email import message_from_bytes, policy

import pytest


class Inbox:
    """What came in; `answers` are SMTP replies to the next messages, taken in order."""

    def __init__(self) -> None:
        self.messages, self.senders, self.recipients = [], [], []
        self.at_recipient, self.at_data = [], []
        self.was_encrypted = []
        self.on_taken = lambda: None

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  # aiosmtpd's name
        if self.at_recipient and (answer := self.at_recipient.pop(0)):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  # aiosmtpd's name
        if self.at_data and (answer := self.at_data.pop(0)):
            if answer == "break off":
                server.transport.abort()
                return "421 4.3.0 Gone"
            return answer
        self.messages.append(
            message_from_bytes(envelope.content, policy=policy.default)
        )
        self.senders.append(envelope.mail_from)
        self.recipients.append(envelope.rcpt_tos)
        self.was_encrypted.append(session.ssl is not None)
        self.on_taken()
        return "250 OK"


@contextlib.contextmanager
def serving(inbox, **options):
    """Run a server; give its port."""
    from aiosmtpd.controller import Controller

    controller = Controller(inbox, hostname="127.0.0.1", port=0, **options)
    ask_itself = controller._trigger_server

    def at_its_port() -> None:
        # Port 0 is any that is free; the library asks itself at the one it was told.
        controller.port = controller.server.sockets[0].getsockname()[1]
        ask_itself()

    controller._trigger_server = at_its_port
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@pytest.fixture
def smtp(settings):
    """An SMTP server that Plait's mail goes to."""
    inbox = Inbox()
    with serving(inbox) as port:
        use(settings, f"smtp+plain://127.0.0.1:{port}")
        yield inbox


def use(settings, address: str) -> None:
    """Let mail go to a server as PLAIT_MAIL would name it."""
    import os
    from unittest import mock

    from plait.server import environment

    with mock.patch.dict(os.environ, {"PLAIT_MAIL": address}):
        for name, value in environment.mail().items():
            setattr(settings, name, value)
    settings.EMAIL_TIMEOUT = 1


@contextlib.contextmanager
def encrypted(inbox, folder):
    """Run a server that offers TLS, by a certificate of its own; and who trusts it."""
    import datetime as dt
    from unittest import mock

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    day = dt.timedelta(days=1)
    built = x509.CertificateBuilder(
        name, name, key.public_key(), 1, now - day, now + day
    )
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    signed = built.add_extension(names, critical=False).sign(key, hashes.SHA256())
    files = folder / "cert.pem", folder / "key.pem"
    files[0].write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*files)
    trusting = ssl.create_default_context(cafile=files[0])
    from django.core.mail.backends.smtp import EmailBackend

    def trusted():
        return mock.patch.object(EmailBackend, "ssl_context", trusting)

    with serving(inbox, tls_context=context) as port:
        yield inbox, port, trusted
