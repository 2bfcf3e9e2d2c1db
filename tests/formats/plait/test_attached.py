"""Files kept with payments: where a list says they lie is never opened as a path."""

from hashlib import sha256

import pytest

from plait.domain.attachments import exported_name, exported_sha256
from plait.domain.errors import Problem
from plait.domain.schemas.book_records import AttachmentRecord
from plait.formats.plait.attached import recognise, with_contents
from plait.formats.source import Source

BYTES = b"a receipt"
SHA256 = sha256(BYTES).hexdigest()
NAME = exported_name("bon.pdf", SHA256)


def found(tmp_path, file, name=NAME):
    path = tmp_path / "0001"
    path.write_bytes(BYTES)
    record = AttachmentRecord("attachments 1", "m0", "bon.pdf", SHA256, 9, file)
    source = Source("attachments.json", tmp_path / "0000", [Source(name, path)])
    [one] = with_contents([record], source)
    return one


@pytest.mark.parametrize("name", [NAME, f"my.zip › plait/files/{NAME}"])  # noqa: RUF001  # as archives name members
def test_bytes_are_found_by_the_name_of_their_file(tmp_path, name):
    assert found(tmp_path, f"files/{NAME}", name).content == BYTES


@pytest.mark.parametrize(
    "file",
    [f"../{NAME}", f"/etc/{NAME}", f"C:\\{NAME}", f"files\\..\\{NAME}", f"..\\{NAME}"],
)
def test_what_is_said_to_lie_outside_is_refused(tmp_path, file):
    problem = found(tmp_path, file)

    assert isinstance(problem, Problem)
    assert problem.what == "This file is said to lie outside the export"


def test_a_file_is_known_by_its_name_and_what_it_comes_to(tmp_path):
    path = tmp_path / "0001"
    path.write_bytes(BYTES)

    assert recognise(Source(f"a.zip › files/{NAME}", path))  # noqa: RUF001  # the same
    assert not recognise(Source("bon.pdf", path))
    path.write_bytes(b"another")
    assert not recognise(Source(NAME, path))


def test_names_are_safe_and_short():
    name = exported_name("../" + "é" * 300 + ".TAR.GZ", SHA256)

    assert name == f"{'é' * 40}-{SHA256}.gz"
    assert exported_sha256(name) == SHA256
    assert exported_name(".bashrc", SHA256) == f"bashrc-{SHA256}"
    assert exported_sha256("bon.pdf") == ""
