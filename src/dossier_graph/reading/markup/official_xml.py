"""The XML in which official papers are published to an outline.

Since 2009 papers of parliament, the Staatscourant and the Staatsblad share one schema, whose names are Dutch: `al` is a
paragraph, `kop` a heading, `noot` a note at the place of its marker. Older papers of the Kamer (`kamerwrk`) have names
of their own. What has no known name is read by its shape, so that no words are lost.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from dossier_graph.model import Role
from dossier_graph.reading.markup.html import read_html, read_page_parts
from dossier_graph.reading.markup.identifiers import identifier_of
from dossier_graph.reading.markup.movers import name_lines
from dossier_graph.reading.markup.parsing import holders_of, line_of, local_name, parse_xml, place_of, words_of
from dossier_graph.reading.markup.statements import stated_in
from dossier_graph.reading.outline import Block, BlockBuilder, Outline, Stated, shifted
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["read_xml"]

# What holds no words of the paper: records about it, the layout of a table.
_SILENT = frozenset({"metadata", "versie", "ordernr", "vergjaar", "colspec", "spanspec"})
_HEADINGS = frozenset(
    {"titel", "subtitel", "tussenkop", "tuskop", "item-titel", "spreker", "stuknr", "dossiernr",
     "kamervraagomschrijving"}
)  # fmt: skip
_LOWER_HEADINGS = frozenset({"tussenkop", "tuskop", "spreker"})
_BLOCKS = _HEADINGS | {
    "al", "al-groep", "artikel", "datumtekst", "divisie", "kop", "li", "lid", "lijst", "motie", "noot.al", "row",
    "table", "tekst", "tekstregel", "tgroup",
}  # fmt: skip
# What stands among words even where nothing but such elements stands around it.
_INLINE = frozenset(
    {"nadruk", "extref", "intref", "sup", "inf", "noot", "nootref", "datum", "naam", "voornaam", "achternaam",
     "tussenvoegsel", "organisatie", "politiek", "voorvoegsels", "ondernummer", "plaatje", "illustratie", "voetref"}
)  # fmt: skip
_NAME_PARTS = frozenset({"voornaam", "tussenvoegsel", "achternaam"})
_LABELS = frozenset({"nr", "li.nr", "lidnr", "ltrlabel"})
_NUMBER_IS_HEADING = frozenset({"vraag", "antwoord", "opening"})
_ROWS = frozenset({"row", "rij", "tr"})
_OF_SERIES = frozenset({"kamernummer", "documenttype"})  # lines of a head that are no words about the paper
_NOTE_NUMBERS = frozenset({"noot.nr", "nootnr"})
_MARKERS = frozenset({"nootref", "voetref"})  # of notes that stand elsewhere
_LONGEST_LABEL = 40  # characters; a number that is longer is none
_PICTURES = frozenset({"plaatje", "illustratie"})
_ROLES = {
    "li": Role.ITEM,
    "ondertekening": Role.LINE,
    "ondtek": Role.LINE,
    "kamerstukkop": Role.MARGIN,
    "kamervraagkop": Role.MARGIN,
    "kamervraagnummer": Role.MARGIN,
    "margetekst": Role.MARGIN,
    "vergadering": Role.MARGIN,
}


def read_xml(data: bytes) -> Outline:
    """Return the outline of a paper in official XML, with what the XML states about it.

    A document of rijksoverheid.nl, whose parts are HTML, is read as well, and so is XHTML. The date stated is that of
    the proposal, the answer or the debate; a letter states none, as it prints the day it was signed.

    Raises:
        UnreadablePaperError: the XML is none that is parsed, is of a kind that holds no paper, or holds no words.

    >>> paper = b"<kamerstuk><stuk><al>Zie <extref doc='kst-19637-12'>nr. 12</extref>.</al></stuk></kamerstuk>"
    >>> block = read_xml(paper).blocks[0]
    >>> block.text, block.links[0].id, block.place
    ('Zie nr. 12.', 'kst-19637-12', 'line=1')

    """
    root = parse_xml(data)
    name = local_name(root)
    if name == "html":
        return read_html(data)
    if name == "document" and root.find("content/contentblock") is not None:
        return _page_parts(root)
    if next(root.iter("al"), None) is None:
        raise UnreadablePaperError(
            f"is XML of a kind that holds no paper ({name}); name the XML of the paper itself, or its HTML or PDF"
        )
    reading = _Reading(root)
    reading.walk(root, Role.PARAGRAPH)
    if not any(block.text for block in reading.blocks):
        raise UnreadablePaperError("is XML without words in it; get it again from where it came")
    pictures = reading.pictures
    remarks = (f"{pictures} picture{'s' if pictures > 1 else ''} left out",) if pictures else ()
    return Outline("XML", tuple(name_lines(reading.blocks)), stated_in(root), remarks)


def _page_parts(root: etree._Element) -> Outline:
    """Return the outline of a document of rijksoverheid.nl, whose parts hold HTML."""
    parts = [root.find("introduction"), *root.iterfind("content/contentblock/*"), root.find("additionalcontent")]
    title = " ".join((root.findtext("title") or "").split())
    blocks = [Block(Role.HEADING, title, level=1, place=place_of(root))] if title else []
    for part in parts:
        if part is not None and part.text and part.text.strip():
            blocks += read_page_parts(part.text, line_of(part))
    if len(blocks) < 2:
        raise UnreadablePaperError("is a record of rijksoverheid.nl without a paper in it; name the paper's own file")
    return Outline("XML", tuple(blocks), Stated(title=title or None))


class _Reading:
    """A paper that is being read: its blocks so far."""

    def __init__(self, root: etree._Element) -> None:
        self.blocks: list[Block] = []
        self.pictures = 0
        self._level = 1  # of the next heading
        self._numbers: list[str] = []  # that go in front of the next block
        self._notes = _notes(root)
        self._bearing = holders_of(root.iter(*_BLOCKS), "noot")

    def walk(self, element: etree._Element, role: Role) -> None:
        """Read an element that makes blocks; they have this role where the element itself gives none."""
        name, parent = local_name(element), element.getparent()
        if name in _SILENT:
            return
        if name == "voetnoot":
            self._note(element, None)
        elif name in _ROWS:
            self._row(element)
        elif name in _LABELS:
            if parent is not None and local_name(parent) in _NUMBER_IS_HEADING:
                self._content(element, Role.HEADING, self._level + 1)
            else:
                words = BlockBuilder(role)
                self._word(element, words)
                self._numbers += [] if words.empty else [words.build().text]
        elif name == "kop" and (parent is None or local_name(parent) != "kamerwrk"):
            self._heading(element)
        elif name in _HEADINGS and role is not Role.MARGIN:
            self._content(element, Role.HEADING, self._level + (name in _LOWER_HEADINGS))
        else:
            role = Role.MARGIN if name == "kop" else _ROLES.get(name, role)
            deeper = name != "kamerwrk" and any(local_name(child) == "kop" for child in element)
            self._level += deeper
            self._content(element, Role.RUNNING if element.get("inhoud") in _OF_SERIES else role)
            self._level -= deeper
            if self._numbers and name == "li":  # it has no words but its number
                self.blocks.append(Block(role, self._number(), place=place_of(element)))

    def _content(self, element: etree._Element, role: Role, level: int = 0) -> None:
        """Read what an element holds: words of its own are blocks, and elements that make blocks come in between."""
        mixed = _has_words(element)
        signed = _ROLES.get(local_name(element)) is Role.LINE
        block = BlockBuilder(role, level, place_of(element))
        block.add(element.text or "")
        for child in element:
            name = local_name(child)
            if name in _BLOCKS or child in self._bearing or (not mixed and (signed or name not in _INLINE)):
                self._close(block)
                self.walk(child, role)
                block = BlockBuilder(role, level, place_of(child))
            else:
                block.add(_space_before(child))
                self._word(child, block)
            block.add(child.tail or "")
        self._close(block)

    def _heading(self, element: etree._Element) -> None:
        """Read a kop: its label, number and title are one heading, its subtitles others."""
        block = BlockBuilder(Role.HEADING, self._level, place_of(element))
        block.add(element.text or "")
        for child in element:
            if local_name(child) == "subtitel":
                self._close(block)
                self._content(child, Role.HEADING, self._level + 1)
                block = BlockBuilder(Role.HEADING, self._level, place_of(child))
            else:
                block.add(" ")
                self._word(child, block)
            block.add(f" {child.tail or ''}")
        self._close(block)

    def _row(self, element: etree._Element) -> None:
        block = BlockBuilder(Role.ROW, place=place_of(element))
        for index, cell in enumerate(element):
            block.add(" | " if index else "")
            self._word(cell, block)
        if words_of(element):
            self._close(block)

    def _number(self) -> str:
        """Return the numbers that go in front of a block: "b. 1°." where a list begins with a list."""
        numbers, self._numbers = self._numbers, []
        return " ".join(numbers)

    def _word(self, element: etree._Element, block: BlockBuilder) -> None:
        """Add an element that stands among words, with all that it holds."""
        name = local_name(element)
        if name in _SILENT:
            return
        if name == "noot":
            self._note(element, block)
            return
        if name in _MARKERS:
            label, key = self._notes[element]
            if label:
                block.mark(label, key)
            return
        identifier = identifier_of(element.get("doc", "")) if name == "extref" else None
        opened = block.open_link()
        self._words(element, block)
        if identifier:
            block.close_link(opened, identifier)

    def _words(self, element: etree._Element, block: BlockBuilder) -> None:
        """Add all that an element among words holds."""
        name = local_name(element)
        self.pictures += name in _PICTURES and not any(local_name(child) in _PICTURES for child in element)
        mixed = _has_words(element)
        block.add(element.text or "")
        for child in element:
            inner = local_name(child)
            apart = inner in _BLOCKS or inner in _LABELS or (not mixed and inner not in _INLINE)
            block.add(" " if apart else _space_before(child))
            self._word(child, block)
            # a line end before </naam> is that of the file: "De <naam>…\n</naam>:"
            last = name == "naam" and child.getnext() is None and not (child.tail or "").strip()
            block.add((" " if apart else "") + ("" if last else child.tail or ""))

    def _note(self, element: etree._Element, block: BlockBuilder | None) -> None:
        """Read a note; it stands at the place of its marker in a block, or apart from it."""
        label, key = self._notes[element]
        if block:
            block.mark(label, key)
        note = BlockBuilder(Role.NOTE, place=place_of(element), key=key, label=label)
        note.add(element.text or "")
        for child in element:
            if local_name(child) not in _NOTE_NUMBERS:
                note.add(" ")
                self._word(child, note)
            note.add(f" {child.tail or ''}")
        self.blocks.append(note.build())

    def _close(self, block: BlockBuilder) -> None:
        """Keep a block that has words, with the number that goes in front of it."""
        if block.empty:
            return
        made = block.build()
        self.blocks.append(_numbered(made, self._number()) if self._numbers else made)


def _numbered(block: Block, label: str) -> Block:
    """Return a block with a number in front of its words."""
    return replace(shifted(block, len(label) + 1), text=f"{label} {block.text}")


def _space_before(element: etree._Element) -> str:
    """Return the space between a first name and a last name, which some papers leave out."""
    return " " if local_name(element) in _NAME_PARTS and element.getprevious() is not None else ""


def _has_words(element: etree._Element) -> bool:
    """Tell whether words stand in an element outside the elements in it."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _notes(root: etree._Element) -> dict[etree._Element, tuple[str, str]]:
    """Return label and key for each note, and for each marker that stands apart from its note.

    Markers and notes apart find each other by a name, or where they have none by their order.
    """
    notes = list(root.iter("noot", "voetnoot"))
    found: dict[etree._Element, tuple[str, str]] = {}
    named: dict[str, tuple[str, str]] = {}
    for number, note in enumerate(notes, start=1):
        printed = next((words_of(child) for child in note if local_name(child) in _NOTE_NUMBERS), "")
        label = (printed or note.get("nr", "").strip())[:_LONGEST_LABEL] or str(number)
        name = note.get("id", "")
        found[note] = label, name if name and name not in named else f"noot-{number}"
        named.setdefault(name, found[note])
        named.setdefault(note.get("nr", ""), found[note])
    apart = [found[one] for one in notes if one.tag == "voetnoot"]
    for index, marker in enumerate(root.iter(*_MARKERS)):
        names = [marker.get(name, "") for name in ("refid", "idref", "nr", "id") if marker.get(name)]
        meant = [named[name] for name in names if name in named] or ([] if names else apart[index : index + 1])
        found[marker] = meant[0] if meant else (words_of(marker), "")
    return found
