"""Which things of a picture are drawn: all of a small one, of a large one as many as a browser bears."""

from __future__ import annotations

from collections import Counter

from dossier_graph.exports.layout import in_order
from dossier_graph.exports.picture import Picture

__all__ = ["MOST_DRAWN", "MOST_HELD", "select"]

MOST_DRAWN = 1_000
"""Things in the picture: more are no longer told apart, and a browser takes long to draw them."""

MOST_HELD = 30_000
"""Things the page has at all, with what is drawn: about 20 MB of page, which a browser reads in a second."""

_PAPERS = 2  # of a picture too large, papers that were read have at least one half, if there are so many


def select(picture: Picture) -> Picture:
    """Return the picture with the things to draw first, and no more things than a page holds.

    Of the papers that were read those drawn are spread evenly over the time of all; of other things those with the
    most relations go first. The first MOST_DRAWN are drawn.
    """
    if len(picture.nodes) <= MOST_DRAWN:
        return picture
    connected = Counter(end for edge in picture.edges for end in (edge.source, edge.target))
    papers = in_order(node for node in picture.nodes if node.was_read)
    others = sorted(
        (node for node in picture.nodes if not node.was_read),
        key=lambda node: (-connected[node.id], node.kind, node.label, node.id),
    )
    room = min(len(papers), max(MOST_DRAWN // _PAPERS, MOST_DRAWN - len(others)))
    spread = [papers[place * len(papers) // room] for place in range(room)]
    drawn = {node.id for node in (*spread, *others[: MOST_DRAWN - room])}
    held = {node.id for node in (*papers, *others)[:MOST_HELD]} | drawn
    edges = [edge for edge in picture.edges if edge.source in held and edge.target in held]
    return Picture(
        nodes=tuple(sorted((node for node in picture.nodes if node.id in held), key=lambda node: node.id not in drawn)),
        edges=tuple(sorted(edges, key=lambda edge: edge.source not in drawn or edge.target not in drawn)),
        kinds=picture.kinds,
        relations=picture.relations,
    )
