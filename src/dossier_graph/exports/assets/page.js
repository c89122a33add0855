// The network page: legend, search, panel and labels around the network that pyvis drew (nodes, edges, network).
// Everything from papers goes to the screen as text: textContent in the page, fillText on the canvas.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel"), query = byId("query"), results = byId("results"), picture = byId("mynetwork");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const hiddenKinds = new Set(), hiddenRelations = new Set();
  const outgoing = data.nodes.map(() => []), incoming = data.nodes.map(() => []);
  data.edges.forEach((edge, number) => { outgoing[edge.from].push(number); incoming[edge.to].push(number); });
  const weight = data.nodes.map((node, number) =>
    (node.read ? 1000 : 0) + 2 * incoming[number].length + outgoing[number].length);
  let chosen = null; // {node: number} or {edge: number}
  let near = null; // the nodes that stay bright while something is chosen

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "onclick") element.addEventListener("click", value);
      else element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }
  const english = (text) => make("span", { lang: "en" }, text);
  const cut = (text, length) => text.length > length ? text.slice(0, length - 1).trimEnd() + "…" : text;

  // Signs of the legend: the shapes that vis-network draws
  const SHAPES = {
    square: "2,2 14,2 14,14 2,14", diamond: "8,0.5 15.5,8 8,15.5 0.5,8", triangle: "8,1 15,14 1,14",
    triangleDown: "1,2 15,2 8,15", hexagon: "4,1.5 12,1.5 16,8 12,14.5 4,14.5 0,8",
    star: "8,0.5 10.1,5.6 15.6,6 11.4,9.6 12.7,15 8,12.1 3.3,15 4.6,9.6 0.4,6 5.9,5.6",
  };
  function drawn(tag, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
  function sign(kind) {
    const svg = drawn("svg", { viewBox: "0 0 16 16", class: "sign", "aria-hidden": "true" });
    svg.append(kind.shape === "dot"
      ? drawn("circle", { cx: 8, cy: 8, r: 7, fill: kind.colour })
      : drawn("polygon", { points: SHAPES[kind.shape], fill: kind.colour }));
    return svg;
  }
  function arrow(relation) {
    const svg = drawn("svg", { viewBox: "0 0 22 10", class: "arrow", "aria-hidden": "true" });
    svg.append(drawn("path", { d: "M0 5H16", stroke: relation.colour, "stroke-width": 2 }),
      drawn("polygon", { points: "14,1 22,5 14,9", fill: relation.colour }));
    return svg;
  }

  // Legend: a press hides or shows
  function legend(where, terms, counts, hidden, mark) {
    terms.forEach((term, number) => {
      const button = make("button", { type: "button", "aria-pressed": "true", onclick: () => {
        if (!hidden.delete(number)) hidden.add(number);
        button.setAttribute("aria-pressed", String(!hidden.has(number)));
        show();
      } }, mark(term), make("span", {}, term.nl), make("b", {}, String(counts[number])));
      button.title = term.en;
      byId(where).append(button);
      term.button = button;
    });
  }
  const count = (terms, of) => terms.map((_, number) => of(number));
  legend("kinds", data.kinds, count(data.kinds, (k) => data.nodes.filter((n) => n.kind === k).length), hiddenKinds, sign);
  legend("relations", data.relations,
    count(data.relations, (r) => data.edges.filter((e) => e.relation === r).length), hiddenRelations, arrow);
  const read = data.nodes.map((_, number) => number).filter((number) => data.nodes[number].read)
    .sort((a, b) => (data.nodes[a].order || "9").localeCompare(data.nodes[b].order || "9") || a - b);
  const places = data.edges.reduce((sum, edge) => sum + edge.evidences.length, 0);
  byId("figures").textContent =
    `${read.length} stukken gelezen · ${data.nodes.length} knopen · ${data.edges.length} relaties · ${places} vindplaatsen`;

  // What is visible and what is bright
  const nodeShown = (number) => !hiddenKinds.has(data.nodes[number].kind);
  function show() {
    near = null;
    if (chosen && "node" in chosen) {
      near = new Set([chosen.node]);
      for (const e of outgoing[chosen.node]) near.add(data.edges[e].to);
      for (const e of incoming[chosen.node]) near.add(data.edges[e].from);
    } else if (chosen) {
      near = new Set([data.edges[chosen.edge].from, data.edges[chosen.edge].to]);
    }
    nodes.update(data.nodes.map((_, id) =>
      ({ id, hidden: !nodeShown(id), opacity: near && !near.has(id) ? 0.13 : 1 })));
    edges.update(data.edges.map((edge, id) => {
      const bright = !chosen || (("node" in chosen) ? edge.from === chosen.node || edge.to === chosen.node : id === chosen.edge);
      const colour = data.relations[edge.relation].colour;
      return {
        id, width: chosen && bright ? 2.5 : 1.5,
        color: { color: colour, highlight: colour, hover: colour, opacity: !chosen ? edge.strength : bright ? 0.95 : 0.05 },
        hidden: hiddenRelations.has(edge.relation) || !nodeShown(edge.from) || !nodeShown(edge.to),
      };
    }));
  }

  function choose(choice, move) {
    chosen = choice;
    if (choice && "node" in choice) {
      const kind = data.nodes[choice.node].kind;
      if (hiddenKinds.delete(kind)) data.kinds[kind].button.setAttribute("aria-pressed", "true");
      network.selectNodes([choice.node], false);
    } else if (choice) {
      network.setSelection({ nodes: [], edges: [choice.edge] }, { highlightEdges: false });
    } else {
      network.unselectAll();
    }
    show();
    fillPanel();
    if (!move) return;
    if (choice) frame([...near], 0.5, choice.node);
    panel.focus({ preventScroll: true }); // the next Tab goes into what was asked for
  }

  // Panel
  function toNode(number, text) {
    const node = data.nodes[number];
    return make("button", { type: "button", class: "thing", onclick: () => choose({ node: number }, true) },
      sign(data.kinds[node.kind]), make("span", {}, text || cut(node.label, 140)));
  }
  function words(evidence, source) {
    const where = [];
    if (evidence.pinpoint) where.push(cut(evidence.pinpoint, 120));
    if (evidence.paper !== null && evidence.paper !== source) where.push("in " + cut(data.nodes[evidence.paper].label, 80));
    if (evidence.page !== null) where.push(`blz. ${evidence.page}`);
    if (evidence.footnote) where.push(`noot ${evidence.footnote}`);
    if (Number(evidence.certainty || 1) < 1) where.push("zekerheid " + evidence.certainty.replace(".", ","));
    return make("figure", {},
      make("blockquote", {}, evidence.prefix ? "…" + evidence.prefix : "", make("mark", {}, evidence.quote),
        evidence.suffix ? evidence.suffix + "…" : ""),
      make("figcaption", {}, where.join(" · "),
        evidence.rule ? make("span", { class: "rule", title: "Regel die dit herkende" }, evidence.rule) : ""));
  }
  function evidencesOf(edge) {
    const all = edge.evidences.map((evidence) => words(evidence, edge.from));
    if (all.length < 3) return all;
    return [all[0], make("details", {},
      make("summary", {}, `nog ${all.length - 1} vindplaatsen`), ...all.slice(1))];
  }
  const notesOf = (edge) => edge.notes.map((note) => make("p", { class: "note" }, note));
  function list(heading, inEnglish, numbers, end) {
    if (!numbers.length) return null;
    const section = make("section", {}, make("h3", {}, heading + " ", english(inEnglish)));
    const relations = [...new Set(numbers.map((number) => data.edges[number].relation))].sort((a, b) => a - b);
    for (const relation of relations) {
      const term = data.relations[relation], mine = numbers.filter((number) => data.edges[number].relation === relation);
      const items = make("ul", {}, ...mine.map((number) => {
        const edge = data.edges[number];
        return make("li", {}, toNode(edge[end]), ...notesOf(edge), ...evidencesOf(edge));
      }));
      section.append(make("details", mine.length < 8 ? { open: "" } : {},
        make("summary", { class: end }, arrow(term), make("span", {}, term.nl), make("b", {}, String(mine.length))), items));
    }
    return section;
  }
  function facts(node) {
    const rows = [];
    const row = (nl, en, ...value) => rows.push(make("dt", {}, nl + " ", english(en)), make("dd", {}, ...value));
    if (node.date) row("Datum", "Date", node.date,
      node.inferred ? make("p", { class: "doubt" }, "Afgeleid uit: " + node.inferred) : "");
    for (const [nl, en, value] of node.facts) row(nl, en, value);
    return rows.length ? make("dl", {}, ...rows) : null;
  }
  function link(node) {
    return node.link ? make("a", { href: node.link, target: "_blank", rel: "noopener noreferrer", class: "official" },
      "Officiële pagina ↗") : null;
  }
  function back() {
    return make("button", { type: "button", class: "back", onclick: () => choose(null, true) }, "← Overzicht");
  }
  function fillPanel() {
    const parts = !chosen ? overview() : "node" in chosen ? nodeParts(chosen.node) : edgeParts(data.edges[chosen.edge]);
    panel.replaceChildren(...parts.filter(Boolean));
    panel.scrollTop = 0;
  }
  function overview() {
    const cited = data.nodes.map((_, number) => number).filter((number) => !data.nodes[number].read && incoming[number].length > 1)
      .sort((a, b) => incoming[b].length - incoming[a].length || a - b).slice(0, 8);
    return [
      make("p", { class: "lead" }, "Kies een knoop of een pijl om te zien op welke woorden een verband berust. ",
        english("Choose a thing or an arrow to see the words it rests on.")),
      read.length ? make("h3", {}, "Stukken in dit dossier ", english("Papers")) : null,
      make("ol", { class: "papers" }, ...read.map((number) => make("li", {}, toNode(number),
        make("p", { class: "note" }, (data.nodes[number].date || "zonder datum") + (data.nodes[number].inferred ? " (afgeleid)" : ""))))),
      cited.length ? make("h3", {}, "Meest verbonden ", english("Most connected")) : null,
      make("ul", {}, ...cited.map((number) => make("li", { class: "ranked" }, toNode(number),
        make("b", {}, `${incoming[number].length}×`)))),
    ];
  }
  function nodeParts(number) {
    const node = data.nodes[number], kind = data.kinds[node.kind];
    return [
      back(),
      make("p", { class: "kind" }, sign(kind), kind.nl, " ", english(kind.en)),
      make("h2", {}, cut(node.label, 400)),
      node.english && node.english !== node.label ? make("p", { class: "english", lang: "en" }, node.english) : null,
      ...node.titles.map((title) => make("p", { class: "title" }, title)),
      node.unresolved ? make("p", { class: "doubt" }, "Niet herleid: " + node.unresolved) : null,
      facts(node), link(node),
      list("Wijst naar", "Outgoing", outgoing[number], "to"),
      list("Wijzen hierheen", "Incoming", incoming[number], "from"),
    ];
  }
  function edgeParts(edge) {
    const term = data.relations[edge.relation];
    return [
      back(),
      make("p", { class: "kind" }, "Relatie ", english("Relation")),
      toNode(edge.from),
      make("h2", { class: "relation" }, arrow(term), term.nl, " ", english(term.en)),
      toNode(edge.to),
      ...notesOf(edge),
      edge.evidences.length ? make("h3", {}, "Berust op ", english("Rests on")) :
        make("p", { class: "note" }, "Dit verband komt uit een register of een ander gegeven, niet uit aangehaalde woorden."),
      ...edge.evidences.map((evidence) => words(evidence, edge.from)),
    ];
  }

  // Search: without regard to diacritics, case, spaces and punctuation in numbers
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const tight = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
  const index = data.nodes.map((node) => {
    const label = plain(node.label);
    const all = plain([node.label, node.english, ...node.titles, node.id.replace(/^.*\//, ""), node.date,
      data.kinds[node.kind].nl, ...node.facts.map((fact) => fact[2])].join(" \n "));
    return { label, all, tight: tight(all) };
  });
  let found = [], active = -1;
  function search() {
    const asked = plain(query.value.trim()), terms = asked.split(/\s+/), packed = tight(asked);
    const rank = (entry) => !asked ? 0 : entry.label.startsWith(asked) ? 4 : entry.label.includes(asked) ? 3 :
      terms.every((term) => entry.all.includes(term)) ? 2 : packed.length > 2 && entry.tight.includes(packed) ? 1 : 0;
    found = index.map((entry, number) => [rank(entry), number]).filter(([value]) => value)
      .sort((a, b) => b[0] - a[0] || weight[b[1]] - weight[a[1]] || a[1] - b[1]).slice(0, 30).map(([, number]) => number);
    active = found.length ? 0 : -1;
    results.replaceChildren(...found.map((number, position) => {
      const node = data.nodes[number], kind = data.kinds[node.kind];
      return make("li", { role: "option", id: `result-${position}`, onclick: () => take(position) }, sign(kind),
        make("span", {}, cut(node.label, 120), make("small", {}, [kind.nl, node.date, cut(node.titles[0] || "", 90)].filter(Boolean).join(" · "))));
    }));
    if (asked && !found.length) results.append(make("li", { class: "none" }, "Niets gevonden. ", english("Nothing found.")));
    results.hidden = !asked;
    query.setAttribute("aria-expanded", String(!results.hidden));
    mark();
  }
  function mark() {
    [...results.children].forEach((item, position) => item.setAttribute("aria-selected", String(position === active)));
    if (active >= 0) {
      query.setAttribute("aria-activedescendant", `result-${active}`);
      results.children[active].scrollIntoView({ block: "nearest" });
    } else query.removeAttribute("aria-activedescendant");
  }
  function close() {
    results.hidden = true;
    query.setAttribute("aria-expanded", "false");
    query.removeAttribute("aria-activedescendant");
  }
  function take(position) {
    if (position < 0 || position >= found.length) return;
    close();
    choose({ node: found[position] }, true);
  }
  query.addEventListener("input", search);
  query.addEventListener("focus", () => { if (query.value) search(); });
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length) active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === "Enter") take(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => { if (!byId("search").contains(event.target)) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== query) { event.preventDefault(); query.focus(); }
    else if (event.key === "Escape" && event.target !== query && chosen) choose(null, true);
  });

  // Canvas: lanes and dates behind the network, labels in front of it at one readable size
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
  const screen = (x, y) => network.canvasToDOM({ x, y });
  function inPixels(context, paint) {
    const ratio = context.canvas.width / context.canvas.clientWidth;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(context.canvas.clientWidth, context.canvas.clientHeight);
    context.restore();
  }
  function halo(context, text, x, y, colour) {
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = "rgba(255,255,255,.9)";
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
  network.on("beforeDrawing", (context) => inPixels(context, (width) => {
    data.bands.forEach((band, number) => {
      const top = screen(0, band.top).y, bottom = screen(0, band.bottom).y;
      context.fillStyle = number % 2 ? "#ffffff" : "#f4f6f9";
      context.fillRect(0, top, width, bottom - top);
    });
    context.fillStyle = "#dfe4ec";
    for (const { x, y } of data.axis) context.fillRect(Math.round(screen(x, 0).x), 0, 1, screen(0, y).y);
  }));
  function halo(context, text, x, y, colour) {
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = "rgba(255,255,255,.9)";
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
  const gutter = () => picture.clientWidth < 640 ? 92 : 132; // the names of the lanes stand here
  function fold(context, text, limit) {
    const rows = [""];
    for (const word of text.split(/\s+/)) {
      const last = rows[rows.length - 1], longer = last ? last + " " + word : word;
      if (!last || context.measureText(longer).width <= limit) rows[rows.length - 1] = longer;
      else rows.push(word);
    }
    return rows;
  }
  function laneTitles(context, width) {
    context.textAlign = "left";
    context.textBaseline = "top";
    data.bands.forEach((band, number) => {
      const top = screen(0, band.top).y, bottom = screen(0, band.bottom).y;
      context.fillStyle = number % 2 ? "rgba(255,255,255,.9)" : "rgba(244,246,249,.9)";
      context.fillRect(0, top, gutter(), bottom - top);
      let y = Math.max(top, 22) + 5;
      for (const [text, font, colour] of [[band.nl, "600 11px", "#33445a"], [band.en, "10.5px", "#566274"]]) {
        context.font = `${font} ${FONT}`;
        const rows = fold(context, text, gutter() - 16);
        if (y + 13 * rows.length > bottom + 2) break;
        context.fillStyle = colour;
        rows.forEach((row, line) => context.fillText(row, 10, y + 13 * line));
        y += 13 * rows.length;
      }
    });
    context.fillStyle = "rgba(255,255,255,.94)";
    context.fillRect(0, 0, width, 21);
    context.fillStyle = "#dfe4ec";
    context.fillRect(0, 21, width, 1);
    context.font = `600 11px ${FONT}`;
    context.fillStyle = "#154273";
    context.textAlign = "center";
    let free = 0;
    for (const { x, text } of data.axis) {
      const middle = screen(x, 0).x, half = context.measureText(text).width / 2;
      if (middle - half < Math.max(free, gutter()) || middle > width) continue;
      context.fillText(text, middle, 5);
      free = middle + half + 10;
    }
  }
  const lines = new Map(); // label → at most two lines and their width
  function wrapped(context, number) {
    if (lines.has(number)) return lines.get(number);
    const limit = 132, most = data.nodes[number].read ? 3 : 2;
    const rows = fold(context, cut(data.nodes[number].label, 90), limit);
    const text = rows.length > most ? [...rows.slice(0, most - 1), rows[most - 1] + " …"] : rows;
    const short = text.map((row) => {
      while (context.measureText(row).width > limit + 20) row = row.slice(0, -2).trimEnd() + "…";
      return row;
    });
    const entry = { rows: short, width: Math.max(...short.map((row) => context.measureText(row).width)) };
    lines.set(number, entry);
    return entry;
  }
  const sizes = data.nodes.map((_, number) => nodes.get(number).size);
  let hovered; // the edge under the pointer says what it is
  function relationLabel(context, number) {
    const edge = data.edges[number], text = data.relations[edge.relation].nl;
    const { x, y } = network.canvasToDOM(network.body.edges[number].edgeType.getPoint(0.5));
    context.font = `600 12px ${FONT}`;
    const wide = context.measureText(text).width + 16;
    context.fillStyle = data.relations[edge.relation].colour;
    context.fillRect(x - wide / 2, y - 11, wide, 22);
    context.fillStyle = "#ffffff";
    context.fillRect(x - wide / 2 + 2, y - 9, wide - 4, 18);
    context.fillStyle = "#1b2430";
    context.fillText(text, x, y - 6);
  }
  let boxes = []; // of the labels now on the canvas: a press on one chooses its node
  const order = data.nodes.map((_, number) => number).sort((a, b) => weight[b] - weight[a] || a - b);
  network.on("afterDrawing", (context) => inPixels(context, (width, height) => {
    laneTitles(context, width);
    boxes = [];
    const scale = network.getScale(), taken = [[0, 0, width, 22], [0, 0, gutter(), height]];
    const positions = network.getPositions();
    const visible = order.filter((number) => nodeShown(number) && (!near || near.has(number)));
    if (chosen && "node" in chosen) visible.sort((a, b) => (b === chosen.node) - (a === chosen.node));
    const at = new Map();
    for (const number of visible) {
      const point = network.canvasToDOM(positions[number]), r = sizes[number] * scale;
      if (point.x < -80 || point.y < -40 || point.x > width + 80 || point.y > height + 40) continue;
      at.set(number, [point.x, point.y, r]);
      taken.push([point.x - r, point.y - r, 2 * r, 2 * r, number]);
    }
    context.textAlign = "center";
    context.textBaseline = "top";
    for (const [number, [x, y, r]] of at) {
      context.font = `${data.nodes[number].read ? "600 " : ""}12px ${FONT}`;
      const { rows, width: wide } = wrapped(context, number), high = 14 * rows.length;
      // Below, above, to the right, to the left
      const box = [[x - wide / 2, y + r + 3], [x - wide / 2, y - r - 3 - high], [x + r + 5, y - high / 2], [x - r - 5 - wide, y - high / 2]]
        .map(([left, top]) => [left - 2, top, wide + 4, high]).find((box) => box[0] + box[2] < width && !taken.some((other) => other[4] !== number && box[0] < other[0] + other[2] &&
          other[0] < box[0] + box[2] && box[1] < other[1] + other[3] && other[1] < box[1] + box[3]));
      if (!box) continue;
      taken.push(box);
      boxes.push([...box, number]);
      const colour = data.nodes[number].read ? "#0f2f55" : "#1f2937";
      rows.forEach((row, line) => halo(context, row, box[0] + box[2] / 2, box[1] + 14 * line + 1, colour));
    }
    const said = hovered ?? chosen?.edge;
    if (said !== undefined) relationLabel(context, said);
  }));

  network.on("click", ({ nodes: [node], edges: [edge], pointer: { DOM: at } }) => {
    const label = boxes.find(([x, y, w, h]) => at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h);
    if (node !== undefined) choose({ node });
    else if (label) choose({ node: label[4] });
    else choose(edge === undefined ? null : { edge });
  });
  network.on("hoverNode", () => picture.classList.add("pointing"));
  network.on("blurNode", () => picture.classList.remove("pointing"));
  network.on("hoverEdge", ({ edge }) => { hovered = edge; picture.classList.add("pointing"); });
  network.on("blurEdge", () => { hovered = undefined; picture.classList.remove("pointing"); });
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: calm ? false : { duration: 200, easingFunction: "easeOutQuad" } });
  byId("closer").addEventListener("click", () => zoom(1.4));
  byId("further").addEventListener("click", () => zoom(1 / 1.4));
  // Bring things into view, with room for the lane names on the left, the dates above, and labels at the edges; when
  // they are too far apart to be readable, bring the middle one into view.
  function frame(numbers, least, middle) {
    if (!numbers.length) return;
    const positions = numbers.map((number) => nodes.get(number)), inset = [gutter() + 66, 44, 78, 56];
    const side = (pick, axis) => positions.reduce((far, node) => pick(far, node[axis]), positions[0][axis]);
    const left = side(Math.min, "x"), right = side(Math.max, "x"), top = side(Math.min, "y"), bottom = side(Math.max, "y");
    const fitting = Math.min(1.15, (picture.clientWidth - inset[0] - inset[2]) / Math.max(right - left, 1),
      (picture.clientHeight - inset[1] - inset[3]) / Math.max(bottom - top, 1));
    const centre = fitting < least ? nodes.get(middle) : { x: (left + right) / 2, y: (top + bottom) / 2 };
    network.moveTo({
      position: { x: centre.x, y: centre.y }, scale: Math.max(fitting, least),
      offset: { x: (inset[0] - inset[2]) / 2, y: (inset[1] - inset[3]) / 2 },
      animation: calm || middle === undefined ? false : { duration: 350, easingFunction: "easeInOutQuad" },
    });
  }
  const whole = () => frame(order, 0.03);
  byId("whole").addEventListener("click", whole);
  whole();
  fillPanel();
})();
