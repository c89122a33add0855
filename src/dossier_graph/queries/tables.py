"""An answer as something to read or to pass on: text, CSV, JSON, Turtle."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dossier_graph.graph.vocabulary import BASE, XSD
from dossier_graph.queries.engine import Answer, QueryError, Table, Term, prefixes

__all__ = ["as_csv", "as_json", "as_text", "as_turtle", "short"]

_GAP: Final = "  "
_LONGEST: Final = 24  # columns; words up to here, such as stuk-8f3a…, are kept whole, to be copied
_NARROWEST: Final = 12  # columns; longer text below it stands a word a line
_SHORT: Final = 13  # columns; up to here, such as "na 2023-11-19", a cell stays on one line
_TALLEST: Final = 6  # lines of a cell; what is left out shows as …
_LOCAL_NAME: Final = re.compile(r"\w(?:[\w.-]*[\w-])?")


def short(term: Term | None, base: str = BASE) -> str:
    """Return a term as a reader knows it: the local name of a thing, a prefixed name, the words of a literal.

    >>> short(NamedNode(BASE + "id/kst-19637-3171")), short(NamedNode(BASE + "ontology#reactieOp"))
    ('kst-19637-3171', 'dg:reactieOp')
    >>> short(Literal("Wet", language="nl")), short(None)
    ('Wet', '')
    """
    match term:
        case None:
            return ""
        case NamedNode():
            return _short_iri(term.value, base)
        case Literal():
            return term.value
        case BlankNode():
            return str(term)
        case Triple():
            return f"{short(term.subject, base)} {short(term.predicate, base)} {short(term.object, base)}"


def _short_iri(iri: str, base: str) -> str:
    things = f"{base}id/"
    if iri.startswith(things) and iri != things:
        return iri.removeprefix(things)
    for prefix, namespace in prefixes(base).items():
        local = iri.removeprefix(namespace)
        if local != iri and _LOCAL_NAME.fullmatch(local):
            return f"{prefix}:{local}"
    return iri


def as_text(answer: Answer, width: int = 80, base: str = BASE) -> str:
    """Return the answer as lines of at most `width` columns.

    Long cells are wrapped, very long ones cut off with "…". Columns that cannot stand beside each other stand below
    each other, a block for each row. Control characters, which could steer a terminal, become spaces.
    """
    if isinstance(answer, bool):
        return "true\n" if answer else "false\n"
    table = _table(answer)
    rows = [[_plain(short(term, base)) for term in row] for row in table.rows]
    if not rows:
        return "(no rows)\n"
    widths = _fit(list(zip(table.columns, *rows, strict=True)), width)
    lines = _grid(table.columns, rows, widths) if widths else _blocks(table.columns, rows, width)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_csv(answer: Answer) -> str:
    r"""Return the answer as CSV (RFC 4180), with whole IRIs and the words of literals.

    Values stand as they are in the graph. A spreadsheet may take one that begins with `=`, `+`, `-` or `@` for a
    formula: import the columns as text.

    >>> as_csv(Table(("naam",), ((Literal("Wet, de"),), (None,))))
    'naam\r\n"Wet, de"\r\n""\r\n'
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    table = _table(answer)
    writer.writerow(table.columns)
    writer.writerows([_raw(term) for term in row] for row in table.rows)
    return out.getvalue()


def as_json(answer: Answer) -> str:
    """Return the answer to a SELECT or ASK as SPARQL 1.1 Query Results JSON.

    Raises QueryError for triples, which have no such form.
    """
    if isinstance(answer, bool):
        content: dict[str, Any] = {"head": {}, "boolean": answer}
    elif isinstance(answer, Table):
        bindings = [
            {column: _json_term(term) for column, term in zip(answer.columns, row, strict=True) if term is not None}
            for row in answer.rows
        ]
        content = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    else:
        raise QueryError("JSON is for SELECT and ASK; take Turtle for the triples of CONSTRUCT and DESCRIBE")
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_turtle(answer: Answer, base: str = BASE) -> str:
    """Return the triples of a CONSTRUCT or DESCRIBE as Turtle.

    Raises QueryError for the answer to a SELECT or ASK.
    """
    if isinstance(answer, bool | Table):
        raise QueryError("Turtle is for CONSTRUCT and DESCRIBE; take text, CSV or JSON for SELECT and ASK")
    from dossier_graph.exports.turtle import write_turtle  # needed for one form of four

    return write_turtle(answer, prefixes(base))


def _table(answer: Answer) -> Table:
    if isinstance(answer, bool):
        return Table(("answer",), ((Literal(answer),),))
    if isinstance(answer, Table):
        return answer
    return Table(("subject", "predicate", "object"), tuple(tuple(triple) for triple in answer))


def _raw(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _json_term(term: Term) -> dict[str, Any]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Triple():
            parts = zip(("subject", "predicate", "object"), term, strict=True)
            return {"type": "triple", "value": {part: _json_term(node) for part, node in parts}}
        case Literal() if term.language:
            return {"type": "literal", "value": term.value, "xml:lang": term.language}
        case Literal() if term.datatype == XSD["string"]:
            return {"type": "literal", "value": term.value}
        case Literal():
            return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


# Laying out text; a width is in columns of a terminal.


def _fit(cells: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Return column widths that fit, narrowing only the widest columns; None when words would have to be broken."""
    natural = [max(map(_width, column)) for column in cells]
    words = [max((_width(word) for cell in column for word in cell.split()), default=0) for column in cells]
    floors = [
        wide if wide <= _SHORT else max(min(word, _LONGEST), _NARROWEST)
        for word, wide in zip(words, natural, strict=True)
    ]
    cap = room = width - len(_GAP) * (len(natural) - 1)
    if sum(floors) > room:
        return None
    while sum(widths := [max(min(wide, cap), floor) for wide, floor in zip(natural, floors, strict=True)]) > room:
        cap -= 1
    return widths


def _grid(columns: Sequence[str], rows: list[list[str]], widths: list[int]) -> list[str]:
    blocks = [_beside(row, widths) for row in rows]
    airy = any(len(block) > 1 for block in blocks)
    lines = [*_beside(columns, widths), _GAP.join("─" * width for width in widths)]
    for i, block in enumerate(blocks):
        lines += ["", *block] if airy and i else block
    return lines


def _blocks(columns: Sequence[str], rows: list[list[str]], width: int) -> list[str]:
    names = min(max(map(_width, columns)), width // 3)
    widths = [names, max(width - names - len(_GAP), 1)]
    lines: list[str] = []
    for row in rows:
        lines += ["", *(line for pair in zip(columns, row, strict=True) if pair[1] for line in _beside(pair, widths))]
    return lines[1:]


def _beside(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        _GAP.join(line + " " * (width - _width(line)) for line, width in zip(lines, widths, strict=True))
        for lines in zip_longest(*wrapped, fillvalue="")
    ]


def _wrap(cell: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in cell[: 2 * _TALLEST * width].split():  # the rest would be cut off anyway
        joined = f"{line} {word}" if line else word
        if _width(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        while _width(word) > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
        line = word
    lines.append(line)
    if len(lines) > _TALLEST:
        lines[_TALLEST - 1 :] = [_fitting(lines[_TALLEST - 1], width - 1) + "…"]
    return lines


def _head(word: str, width: int) -> str:
    """Return as much of a word as goes on a line; it breaks after a hyphen or slash, or before a dot, if that helps."""
    head = _fitting(word, width)
    seam = max(head.rfind("."), *(head.rfind(mark) + 1 for mark in "-_/#?&="))
    return head[:seam] if 2 * seam >= len(head) else head


def _fitting(text: str, width: int) -> str:
    """Return as much of the text as fits, but never nothing."""
    end = 1
    while end < len(text) and _width(text[: end + 1]) <= width:
        end += 1
    return text[:end]


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _plain(text: str) -> str:
    kinds = ((letter, unicodedata.category(letter)) for letter in unicodedata.normalize("NFC", text))
    return "".join(" " if kind in ("Cc", "Zl", "Zp") else letter for letter, kind in kinds if kind != "Cf")
