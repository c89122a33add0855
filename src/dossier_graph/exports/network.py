"""The network page: one HTML file that opens without a network and runs nothing that came from a paper."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import resources
from string import Template
from typing import Any

from dossier_graph.dates import in_dutch
from dossier_graph.exports.layout import bands, in_order, place
from dossier_graph.exports.picture import Evidence, Picture, PictureEdge, PictureNode, PictureTerm
from dossier_graph.exports.selection import MOST_DRAWN, select

__all__ = ["LINKED_HOSTS", "network_page"]

LINKED_HOSTS: frozenset[str] = frozenset(
    {
        "data.overheid.nl",
        "eur-lex.europa.eu",
        "identifier.overheid.nl",
        "wetten.overheid.nl",
        "zoek.officielebekendmakingen.nl",
    }
)
"""The hosts of official pages; a link to any other is shown as text."""

# Only characters on which all readers of addresses agree: no userinfo, port, backslash or space.
_LINK = re.compile(r"https://([a-z.-]+)(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?")

_LOOSE_END = re.compile(r"^[\s.,;:!?)\]}’”»…–—-]+")

# With the colour, so that kinds can be told apart without seeing colours.
_SHAPES = {
    "Ambt": "triangleDown",
    "Commissie": "hexagon",
    "Dossier": "hexagon",
    "Fractie": "hexagon",
    "Kamerstuk": "square",
    "Ministerie": "star",
    "Motie": "triangle",
    "Organisatie": "hexagon",
    "Persoon": "dot",
    "Rapport": "diamond",
    "Toezegging": "star",
    "Brief": "square",
    "Beslisnota": "square",
}

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"dragNodes": False, "hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False},
    "nodes": {
        "borderWidth": 1,
        "borderWidthSelected": 3,
        # The page draws the labels, by importance and without collisions: the library never reaches this size.
        "scaling": {"label": {"drawThreshold": 100000}},
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.65}},
        "arrowStrikethrough": False,
        "hoverWidth": 1,
        "selectionWidth": 2,
    },
}


def network_page(picture: Picture, title: str) -> str:
    """Return the page as HTML, to be written as UTF-8; the same picture and title give the same text.

    Of a large picture a part is drawn; the page's search finds the rest, and the page says how many of how many.

    The page asks nothing of a network and its Content-Security-Policy forbids it to. Text from papers is carried as
    JSON and shown as text; a link is made only to https on one of LINKED_HOSTS.
    """
    held = select(picture)
    drawn = _drawn(held)
    positions = place(drawn.nodes, drawn.edges)
    library, drawing = _pyvis_scripts(drawn, positions)
    script = _asset("page.js")
    style = _asset("page.css")
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_hash(text) for text in (library, drawing, script)),
            f"style-src {_hash(style)}",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return Template(_asset("page.html")).substitute(
        policy=html.escape(policy),
        title=html.escape(" ".join(title.split())),
        style=style,
        data=_json(_data(held, drawn, positions, len(picture.nodes))),
        library=library,
        drawing=drawing,
        script=script,
    )


def _drawn(held: Picture) -> Picture:
    """Return the part of what the page holds that is drawn; both things and relations stand first there."""
    nodes = held.nodes[:MOST_DRAWN]
    ids = {node.id for node in nodes}
    edges = tuple(edge for edge in held.edges if edge.source in ids and edge.target in ids)
    return Picture(nodes, edges, held.kinds, held.relations)


def _asset(name: str) -> str:
    return (resources.files("dossier_graph.exports") / "assets" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    r"""Write JSON that no HTML parser takes for markup.

    >>> _json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda mark: f"\\u{ord(mark[0]):04x}", text)


def _pyvis_scripts(picture: Picture, positions: Mapping[str, tuple[int, int]]) -> tuple[str, str]:
    """Return the two scripts of pyvis's page that are wanted: the library, and the drawing of this network.

    The rest of that page loads style sheets and scripts from elsewhere.
    """
    # Brings in IPython and networkx, which takes longer than making the page: only for those who want a page.
    from pyvis.network import Network

    colours = {term.name: term.colour for term in (*picture.kinds, *picture.relations)}
    cited = Counter(edge.target for edge in picture.edges)
    number = {node.id: position for position, node in enumerate(picture.nodes)}
    network = Network(directed=True, cdn_resources="in_line", width="100%", height="100%")
    network.set_options(json.dumps(_OPTIONS))
    # A wide picture is first seen from far away: what stands in it is drawn larger, as far as its cell allows.
    width = max((x for x, _ in positions.values()), default=0)
    enlarged = min(max(width, 1500), 3600)
    for node in picture.nodes:
        x, y = positions[node.id]
        size = _size(node, cited[node.id]) * enlarged // 1500
        network.add_node(
            number[node.id], label=node.label or node.id, x=x, y=y, size=size, **_look(node, colours[node.kind])
        )
    for position, (edge, smooth) in enumerate(zip(picture.edges, _curves(picture.edges, positions), strict=True)):
        network.add_edge(
            number[edge.source],
            number[edge.target],
            id=position,
            color={"color": colours[edge.relation], "opacity": _strength(edge)},
            smooth=smooth,
            width=1.5,
        )
    page = network.generate_html().replace("\r\n", "\n")
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    library = next(text for text in scripts if "vis-network" in text and "@license" in text)
    # A map of the source is fetched by developer tools only, and is not there.
    return library.partition("//# sourceMappingURL")[0], scripts[-1]


def _size(node: PictureNode, cited: int) -> int:
    """Return the size by how often a thing is the end of an edge; papers that were read are larger."""
    return (12 if node.was_read else 7) + min(10, math.isqrt(4 * cited))


def _look(node: PictureNode, colour: str) -> dict[str, Any]:
    """Return shape and colours; what is unresolved has an open, dashed outline."""
    fill = "#ffffff" if node.unresolved else colour
    return {
        "shape": _SHAPES.get(node.kind, "dot"),
        "color": {
            "background": fill,
            "border": "#1b2430",
            "highlight": {"background": fill, "border": "#1b2430"},
            "hover": {"background": fill, "border": "#1b2430"},
        },
        "shapeProperties": {"borderDashes": [3, 2] if node.unresolved else False},
    }


def _strength(edge: PictureEdge) -> float:
    """Return the opacity of an edge: what rests on words is clearer than what a register or a number says."""
    return 0.7 if edge.evidences else 0.25


def _curves(edges: Sequence[PictureEdge], positions: Mapping[str, tuple[int, int]]) -> list[dict[str, Any]]:
    """Bend each edge so that those between the same two things, either way, can be seen apart."""
    seen: Counter[frozenset[str]] = Counter()
    curves: list[dict[str, Any]] = []
    for edge in edges:
        pair = frozenset((edge.source, edge.target))
        seen[pair] += 1
        level = positions[edge.source][1] == positions[edge.target][1]
        if seen[pair] == 1 and not level:
            curves.append({"enabled": True, "type": "cubicBezier", "forceDirection": "vertical", "roundness": 0.45})
        else:
            # Opposite edges that bend the same way round lie on opposite sides.
            curves.append({"enabled": True, "type": "curvedCW", "roundness": round(0.1 + 0.08 * seen[pair], 2)})
    return curves


def _data(picture: Picture, drawn: Picture, positions: Mapping[str, tuple[int, int]], total: int) -> dict[str, Any]:
    """Return what the page's own script reads.

    `picture` is what the page holds, `drawn` the part of it that has positions, `total` the number of things in the
    graph that can be shown.
    """
    number = {node.id: position for position, node in enumerate(picture.nodes)}
    kinds = [term.name for term in picture.kinds]
    relations = [term.name for term in picture.relations]
    papers = in_order(node for node in picture.nodes if node.was_read)
    evidences = [
        {"edge": position} | _evidence(evidence, number)
        for position, edge in enumerate(picture.edges)
        for evidence in edge.evidences
    ]
    return {
        "drawn": len(drawn.nodes),
        "drawnEdges": len(drawn.edges),
        "total": total,
        "kinds": [_term(term) | {"shape": _SHAPES.get(term.name, "dot")} for term in picture.kinds],
        "relations": [_term(term) | {"main": term.name == "verwijstNaar"} for term in picture.relations],
        "bands": [
            {"nl": band.label_nl, "en": band.label_en, "top": band.top, "bottom": band.bottom}
            for band in bands(drawn.nodes, positions)
        ],
        "axis": [
            {"x": positions[paper.id][0], "y": positions[paper.id][1]}
            | {"text": _dated(paper) or "zonder datum", "short": _dated(paper, short=True) or "zonder datum"}
            for paper in papers
            if paper.id in positions
        ],
        "papers": [number[paper.id] for paper in papers],
        "nodes": _table([_node(node) | {"kind": kinds.index(node.kind)} for node in picture.nodes]),
        "edges": _table(
            [
                {
                    "from": number[edge.source],
                    "to": number[edge.target],
                    "relation": relations.index(edge.relation),
                    "strength": _strength(edge),
                    "notes": edge.notes,
                }
                for edge in picture.edges
            ]
        ),
        "evidences": _table(evidences),
    }


def _table(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Write the names of the columns once: of a large graph they would be half of the page.

    >>> _table([{"from": 0, "to": 1}, {"from": 1, "to": 2}])
    {'columns': ['from', 'to'], 'rows': [[0, 1], [1, 2]]}
    """
    return {"columns": list(rows[0]) if rows else [], "rows": [list(row.values()) for row in rows]}


def _dated(node: PictureNode, *, short: bool = False) -> str:
    """Write the date as the page shows it: an inferred one is a lower bound.

    >>> _dated(PictureNode("x", "Brief", "Brief", date="2023-03-19", date_inferred_from="19 maart jl."))
    'na 19 maart 2023'
    """
    words = in_dutch(node.date).split()
    if short:
        words = ["mrt" if word == "maart" else word if word.isdecimal() else word[:3] for word in words]
    return " ".join(["na", *words] if words and node.date_inferred_from else words)


def _term(term: PictureTerm) -> dict[str, Any]:
    return {"nl": term.label_nl, "en": term.label_en, "colour": term.colour}


def _node(node: PictureNode) -> dict[str, Any]:
    link = _LINK.fullmatch(node.link)
    return {
        "id": node.id,
        "label": node.label or node.id,
        "english": node.label_en,
        "titles": node.titles,
        "also": node.also,
        "date": _dated(node),
        "inferred": node.date_inferred_from,
        "read": node.was_read,
        "seat": node.is_seat,
        "unresolved": node.unresolved,
        "link": node.link if link and link[1] in LINKED_HOSTS else "",
        "facts": [[fact.label_nl, fact.label_en, fact.value, fact.doubt] for fact in node.facts],
    }


def _evidence(evidence: Evidence, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "quote": evidence.quote,
        # The window of the graph begins anywhere, often with the end of another sentence.
        "prefix": _LOOSE_END.sub("", evidence.prefix),
        "suffix": evidence.suffix.rstrip(),
        "paper": number.get(evidence.paper),
        "page": evidence.page,
        "footnote": evidence.footnote,
        "pinpoint": evidence.pinpoint,
        "rule": evidence.rule,
        "certainty": evidence.certainty,
    }
