"""A person at the import pages: chooses files, waits, looks and confirms."""

import html
import re
import time
from collections.abc import Mapping

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

Content = str | bytes


class Importing:
    """One browser at the import pages."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.token = ""

    def choose(self, files: Mapping[str, Content]) -> HttpResponse:
        """Send files and return the page that follows, once they are read."""
        answer = self.choose_without_waiting(files)
        return self.waited(answer["Location"]) if self.token else answer

    def choose_without_waiting(self, files: Mapping[str, Content]) -> HttpResponse:
        """Send files and return the answer."""
        uploads = [
            SimpleUploadedFile(
                name, text.encode() if isinstance(text, str) else text, "text/csv"
            )
            for name, text in files.items()
        ]
        answer = self.client.post(reverse("import"), {"files": uploads})
        is_taken = answer.status_code == 302
        self.token = answer["Location"].strip("/").split("/")[-1] if is_taken else ""
        return answer

    def say(self, **said: str) -> HttpResponse:
        """Say how to read them, and return the page that follows."""
        return self.waited(self.post("import_say", said)["Location"])

    def confirm(self, **chosen: str | list[str]) -> HttpResponse:
        """Let them come in, and return the page that follows."""
        return self.waited(self.post("import_confirm", chosen)["Location"])

    def post(self, name: str, form: Mapping[str, object] | None = None) -> HttpResponse:
        return self.client.post(self.url(name), form or {})

    def get(self, name: str) -> HttpResponse:
        return self.client.get(self.url(name))

    def url(self, name: str) -> str:
        return reverse(name, args=[self.token])

    def waited(self, url: str) -> HttpResponse:
        """Return the page at an address, once no reading goes on any more."""
        ends = time.monotonic() + 30
        while time.monotonic() < ends:
            answer = self.client.get(url, follow=True)
            if "http-equiv" not in answer.text:
                return answer
            time.sleep(0.05)
        raise TimeoutError(url)


def words(answer: HttpResponse) -> str:
    """Return what a page says, without its marks and with single spaces."""
    body = re.sub(r"(?s)<(script|style|select)\b.*?</\1>", " ", answer.text)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())
