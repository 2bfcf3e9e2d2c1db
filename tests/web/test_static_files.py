"""Scripts and styles go out compressed where a browser takes it."""

import gzip

from django.test import Client

STYLE = "/static/plait/css/base.css"


def body(answer) -> bytes:
    return b"".join(answer)


def test_a_style_is_compressed_for_whoever_takes_it_and_says_the_same():
    plain = Client().get(STYLE)
    packed = [Client().get(STYLE, headers={"accept-encoding": "gzip"}) for _ in "12"]

    whole = body(plain)
    for one in packed:
        assert one["Content-Encoding"] == "gzip"
        assert int(one["Content-Length"]) == len(one.content) < len(whole) / 2
        assert gzip.decompress(one.content) == whole
        assert one["Content-Type"] == plain["Content-Type"]
    assert "Content-Encoding" not in plain
    assert plain["Vary"] == packed[0]["Vary"] == "Accept-Encoding"


def test_what_was_not_changed_and_what_is_compressed_already_go_as_they_are():
    packed = {"accept-encoding": "gzip"}
    tag = Client().get(STYLE)["ETag"]
    same = Client().get(STYLE, headers=packed | {"if-none-match": tag})
    font = "/static/vendor/figtree/figtree-latin.woff2"

    assert same.status_code == 304
    assert "Content-Encoding" not in Client().get(font, headers=packed)
