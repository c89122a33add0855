"""Small DOCX and ODT files, zipped from the XML that a test gives."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
    }.items()
)
_ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles", "numbering": "numbering",
          "settings": "settings", "comments": "comments"}  # fmt: skip


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of members by their names."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(body: str, headers: dict[str, str] | None = None, pages: int = 0, **parts: str) -> bytes:
    """Return a DOCX file with this XML in its body and in its parts ("styles", "footnotes", …).

    `headers` are headers and footers by the identifier that the body refers to them by ("header1").
    """
    members: dict[str, str | bytes] = {
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    related = {}
    for name, inner in parts.items():
        members[f"word/{name}.xml"] = f"<w:{_ROOTS[name]} {_SPACES}>{inner}</w:{_ROOTS[name]}>"
        related[f"part-{name}"] = (name, f"{name}.xml")
    for name, inner in (headers or {}).items():
        root = "hdr" if name.startswith("header") else "ftr"
        members[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{inner}</w:{root}>"
        related[name] = (name.rstrip("0123456789"), f"{name}.xml")
    members["word/_rels/document.xml.rels"] = _relationships(related)
    if pages:
        members["docProps/app.xml"] = f"<Properties><Pages>{pages}</Pages></Properties>"
    return zipped(members)


def _relationships(related: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in related.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of a DOCX file; runs that are no XML are its words."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{''.join(one if one[:1] == '<' else r(one) for one in runs)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return words of a DOCX file in one make-up."""
    inner = words if words[:1] == "<" else f'<w:t xml:space="preserve">{words}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """Return a table of a DOCX file; cells that are no XML are one paragraph."""
    cells = [[f"<w:tc>{cell if cell[:1] == '<' else p(cell)}</w:tc>" for cell in row] for row in rows]
    inner = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{inner}</w:tbl>"


def odt(body: str, automatic: str = "", styles: str = "", **members: str) -> bytes:
    """Return an ODT file with this XML in its body, its automatic styles, the children of its part with styles."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF}>{styles}</office:document-styles>",
            **{f"{name}.xml": f"<office:document-{name} {_ODF}>{inner}</office:document-{name}>"
               for name, inner in members.items()},
        }
    )  # fmt: skip
