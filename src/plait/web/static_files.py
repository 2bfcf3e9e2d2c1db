"""Static files, compressed once for browsers that take it; the same for everybody."""

import gzip
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]  # it has none

# Fonts and pictures are compressed already.
_TEXTS = (".css", ".js", ".svg", ".webmanifest")
_OK = 200


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]  # it has no types
    """WhiteNoise, with the scripts and styles that were asked for kept compressed."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # WhiteNoise's own
        super().__init__(*args, **options)
        self._packed: dict[str, bytes] = {}

    def serve(self, static_file: Any, request: HttpRequest) -> HttpResponseBase:  # noqa: ANN401  # the same
        """Answer with a file; nothing in it is of the request or of anybody."""
        answer: HttpResponseBase = super().serve(static_file, request)
        if not request.path_info.endswith(_TEXTS):
            return answer
        patch_vary_headers(answer, ["Accept-Encoding"])
        is_whole = request.method == "GET" and answer.status_code == _OK
        if is_whole and "gzip" in request.headers.get("Accept-Encoding", ""):
            return self._gzipped(answer, request.path_info)
        return answer

    def _gzipped(self, answer: Any, path: str) -> HttpResponse:  # noqa: ANN401  # WhiteNoise's own
        if path not in self._packed or self.autorefresh:
            self._packed[path] = gzip.compress(b"".join(answer), mtime=0)
        answer.file_to_stream.close()  # all of the answer would end the request
        body = self._packed[path]
        headers = {**answer.headers, "Content-Length": str(len(body))}
        return HttpResponse(body, headers={**headers, "Content-Encoding": "gzip"})
