"""The zip archive that a DOCX or ODT file is, opened in memory within bounds."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["LOCKED", "Archive", "member_names", "open_archive"]

_ZIP = b"PK\x03\x04"
_MEMBER = b"PK\x01\x02"  # begins each record of the list of members at the end

_MOST_MEMBERS = 10_000
_LARGEST = 200_000_000  # bytes, unzipped, of all members together
_LARGEST_READ = 64_000_000  # bytes, unzipped, of a member that is read; pictures are not
_MODEST = 1_000_000  # bytes; what is smaller than this may be packed as tightly as it likes
_TIGHTEST = 250  # times smaller than unzipped; the XML of real papers gets 5 to 40 times smaller
_ENCRYPTED = 0x1

LOCKED = "is protected by a password; save it without one"
_DAMAGED = (
    "is damaged or cut off, so that it cannot be unzipped; get it again, or open it in an editor and save it anew"
)
_BROKEN = (
    BadZipFile, EOFError, IndexError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error, zlib.error
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Archive:
    """The members of a zip archive by their names, which are keys in memory; none is a path on a disk.

    A name is as it is written but for its case, a slash in front of it, and backslashes between its parts.
    """

    _zip: ZipFile
    _members: dict[str, ZipInfo]

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a member, None where there is none of this name.

        Raises:
            UnreadablePaperError: the member is damaged, or larger than 64 MB.

        """
        member = self._members.get(_key(name))
        if member is None:
            return None
        if member.file_size > _LARGEST_READ:
            raise UnreadablePaperError(
                f"holds a part of {member.file_size // 1_000_000:,} MB, over the {_LARGEST_READ // 1_000_000} MB "
                "that are read of one; split it into its papers"
            )
        try:
            with self._zip.open(member) as opened:
                # the size can lie: without one to stop at, all of it is unzipped before it is cut to that size
                return opened.read(member.file_size + 1)
        except _BROKEN:
            raise UnreadablePaperError(_DAMAGED) from None


def open_archive(data: bytes) -> Archive:
    """Return the archive that the bytes of a file are.

    Its bounds: 10,000 members, 200 MB unzipped, and no member of a megabyte or more that was packed over 250 times
    smaller.

    Raises:
        UnreadablePaperError: the bytes are no zip archive, are encrypted, damaged or cut off, or exceed the bounds.

    >>> made = BytesIO()
    >>> with ZipFile(made, "w") as written:
    ...     written.writestr("word/document.xml", "<document/>")
    >>> open_archive(made.getvalue()).read("Word/Document.xml")
    b'<document/>'

    """
    if not data.startswith(_ZIP):
        raise UnreadablePaperError("is no zip archive, as every DOCX or ODT file is; save it as one of them")
    opened = _opened(data)
    members = {_key(member.filename): member for member in opened.infolist()}
    for member in members.values():
        _check(member)
    total = sum(member.file_size for member in members.values())
    if total > _LARGEST:
        raise UnreadablePaperError(
            f"unzips to {total // 1_000_000:,} MB, over the {_LARGEST // 1_000_000} MB that are read; "
            "take out its pictures or save it as PDF"
        )
    return Archive(opened, members)


def member_names(data: bytes) -> list[str]:
    """Return the names of the members of a zip archive, none of which is looked into.

    Raises:
        UnreadablePaperError: the archive is damaged, cut off, or has more than 10,000 members.

    """
    return _opened(data).namelist()


def _opened(data: bytes) -> ZipFile:
    # the count in the last record of the archive can lie, and reading the list of members costs memory for each
    if data.count(_MEMBER) > _MOST_MEMBERS:
        raise UnreadablePaperError(f"holds more than {_MOST_MEMBERS:,} files, as no paper does; save it anew or as PDF")
    try:
        return ZipFile(BytesIO(data))
    except _BROKEN:
        raise UnreadablePaperError(_DAMAGED) from None


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _check(member: ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise UnreadablePaperError(LOCKED)
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise UnreadablePaperError("is zipped in a way that editors do not use; open it in one and save it anew")
    if member.file_size > _MODEST and member.file_size > _TIGHTEST * max(1, member.compress_size):
        raise UnreadablePaperError("unzips to far more than a paper holds; open it in an editor and save it anew")
