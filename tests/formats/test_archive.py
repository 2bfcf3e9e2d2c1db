import io
import struct
import zipfile
from pathlib import Path

import pytest

from plait.formats import archive
from plait.formats.archive import WITHIN, members
from plait.formats.source import Source, Unreadable

CSV = b"Company Name,Title,Started On,Finished On\nVeldzicht,Nurse,Jan 2021,\n"


def zipped(files, method=zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def source(tmp_path):
    def make(content: bytes, name="export.zip") -> Source:
        path: Path = tmp_path / "upload"
        path.write_bytes(content)
        return Source(name, path)

    return make


@pytest.fixture
def into(tmp_path):
    return tmp_path / "unpacked"


def refused(source, into) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        members(source, into)
    assert not into.exists() or list(into.iterdir()) == []
    return caught.value


def test_members_are_named_after_the_archive(source, into):
    found = members(source(zipped({"a/Positions.csv": CSV, "b.ics": b"BEGIN"})), into)

    assert [s.name for s in found] == [
        f"export.zip{WITHIN}a/Positions.csv",
        f"export.zip{WITHIN}b.ics",
    ]
    assert found[0].path.read_bytes() == CSV


def test_on_disk_a_member_is_a_number(source, into):
    members(source(zipped({"Positions.csv": CSV})), into)

    assert [path.name for path in into.iterdir()] == ["0000"]


def test_a_file_that_is_no_zip_comes_back_as_it_is(source, into):
    plain = source(CSV, "Positions.csv")

    assert members(plain, into) == [plain]
    assert not into.exists()


@pytest.mark.parametrize("inside", ["[Content_Types].xml", "mimetype"])
def test_a_workbook_comes_back_as_it_is(source, into, inside):
    workbook = source(zipped({inside: b"x", "xl/sheet.xml": b"<x/>"}), "rows.xlsx")

    assert members(workbook, into) == [workbook]


def test_a_workbook_inside_an_archive_is_kept(source, into):
    workbook = zipped({"[Content_Types].xml": b"<x/>"})

    (found,) = members(source(zipped({"rows.xlsx": workbook})), into)

    assert found.path.read_bytes() == workbook


def test_pictures_folders_and_system_files_are_left_out(source, into):
    files = {
        "photos/": b"",
        "photos/me.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
        "__MACOSX/._Positions.csv": b"text",
        ".DS_Store": b"text",
        "Positions.csv": CSV,
    }

    (found,) = members(source(zipped(files)), into)

    assert found.name == f"export.zip{WITHIN}Positions.csv"
    assert len(list(into.iterdir())) == 1


def test_text_in_utf_16_is_text(source, into):
    (found,) = members(source(zipped({"a.csv": "a,b\n".encode("utf-16")})), into)

    assert found.encoding == "utf-16"


def test_an_archive_without_text_is_refused(source, into):
    for content in (zipped({}), zipped({"me.png": b"\x89PNG\x00"})):
        assert "nothing in this archive" in refused(source(content), into).what


@pytest.mark.parametrize(
    "name",
    ["../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "..\\e.csv"],
)
def test_a_name_that_leads_outside_is_refused(source, into, name):
    content = zipped({"Positions.csv": CSV, name: b"x"})

    assert "leads outside" in refused(source(content), into).what


def test_an_archive_inside_is_refused(source, into):
    content = zipped({"Positions.csv": CSV, "more": zipped({"a.csv": CSV})})

    assert "an archive inside" in refused(source(content), into).what


def test_an_encrypted_archive_is_refused(source, into):
    content = bytearray(zipped({"Positions.csv": CSV}))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1  # the flag that says: encrypted
    content[6] |= 1

    assert "password" in refused(source(bytes(content)), into).what


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_packing_is_refused(source, into, method):
    content = zipped({"Positions.csv": CSV}, method)

    assert "packed in a way" in refused(source(content), into).what


@pytest.mark.parametrize("kept", [4, 30, 60, -30])
def test_a_truncated_archive_is_refused(source, into, kept):
    content = zipped({"Positions.csv": CSV * 20})[:kept]

    assert "damaged" in refused(source(content), into).what


def test_a_member_with_other_bytes_than_promised_is_refused(source, into):
    content = zipped({"Positions.csv": CSV}, zipfile.ZIP_STORED)

    broken = content.replace(b"Veldzicht", b"Veldzecht")

    assert "damaged" in refused(source(broken), into).what


def test_too_many_members_are_refused(source, into):
    content = zipped({f"{n}.csv": b"a" for n in range(archive.MOST_MEMBERS + 1)})

    assert "more files" in refused(source(content), into).what


def test_as_many_members_as_allowed_are_unpacked(source, into):
    content = zipped({f"{n}.csv": b"a" for n in range(archive.MOST_MEMBERS)})

    assert len(members(source(content), into)) == archive.MOST_MEMBERS


def test_a_bomb_is_refused_before_it_is_unpacked_whole(source, into):
    # 50 MB of zeros shrink about a thousandfold, to some 50 KB.
    bomb = zipped({"Positions.csv": CSV, "zeros.csv": bytes(50_000_000)})

    assert "far more than it should hold" in refused(source(bomb), into).what


def test_all_members_together_are_counted(source, into, monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 3 * len(CSV))
    three = source(zipped({f"{n}.csv": CSV for n in range(3)}))
    assert len(members(three, into)) == 3
    for path in into.iterdir():
        path.unlink()

    four = source(zipped({f"{n}.csv": CSV for n in range(4)}))

    assert "far more than it should hold" in refused(four, into).what


def test_a_size_that_lies_is_not_believed(source, into):
    content = bytearray(zipped({"zeros.csv": bytes(50_000_000)}))
    entry = content.index(b"PK\x01\x02")
    struct.pack_into("<L", content, entry + 24, 10)  # "unpacks to 10 bytes"
    content[22:26] = struct.pack("<L", 10)

    refused(source(bytes(content)), into)


def test_control_characters_in_a_name_are_not_shown(source, into):
    (found,) = members(source(zipped({"a\x1b[31m\u202eb.csv": CSV})), into)

    assert found.name == f"export.zip{WITHIN}a?[31m?b.csv"
