// The network page: legend, search, panel and labels around the network that pyvis drew (nodes, edges, network).
// Everything from papers goes to the screen as text: textContent in the page, fillText on the canvas.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const table = ({ columns, rows }) => rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place]])));
  for (const name of ["nodes", "edges", "evidences"]) data[name] = table(data[name]);
  for (const edge of data.edges) edge.evidences = [];
  for (const evidence of data.evidences) data.edges[evidence.edge].evidences.push(evidence);
  // Of a large graph a part is drawn, the first of each list; search and panel know the rest too.
  const drawn = data.nodes.slice(0, data.drawn), drawnEdges = data.edges.slice(0, data.drawnEdges);
  const isDrawn = (number) => number < data.drawn, isDrawnEdge = (number) => number < data.drawnEdges;
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
  function svgElement(tag, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
  function sign(kind) {
    const svg = svgElement("svg", { viewBox: "0 0 16 16", class: "sign", "aria-hidden": "true" });
    svg.append(kind.shape === "dot"
      ? svgElement("circle", { cx: 8, cy: 8, r: 7, fill: kind.colour })
      : svgElement("polygon", { points: SHAPES[kind.shape], fill: kind.colour }));
    return svg;
  }
  function arrow(relation) {
    const svg = svgElement("svg", { viewBox: "0 0 22 10", class: "arrow", "aria-hidden": "true" });
    svg.append(svgElement("path", { d: "M0 5H16", stroke: relation.colour, "stroke-width": 2 }),
      svgElement("polygon", { points: "14,1 22,5 14,9", fill: relation.colour }));
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
  function count(terms, members) {
    const counts = terms.map(() => 0);
    for (const number of members) counts[number] += 1;
    return counts;
  }
  legend("kinds", data.kinds, count(data.kinds, data.nodes.map((node) => node.kind)), hiddenKinds, sign);
  legend("relations", data.relations, count(data.relations, data.edges.map((edge) => edge.relation)), hiddenRelations, arrow);
  const read = data.papers, inPart = data.drawn < data.total;
  const figure = (number, language = "nl") => number.toLocaleString(language);
  byId("figures").textContent = `${figure(read.length)} stukken gelezen · ` +
    (inPart ? `${figure(data.drawn)} van ${figure(data.total)} knopen getekend` : `${figure(data.total)} knopen`) +
    ` · ${figure(data.edges.length)} relaties · ${figure(data.evidences.length)} vindplaatsen`;

  // What is visible and what is bright
  const nodeShown = (number) => !hiddenKinds.has(data.nodes[number].kind);
  function show() {
    near = null;
    if (chosen && "node" in chosen) {
      near = [chosen.node, ...outgoing[chosen.node].map((e) => data.edges[e].to), ...incoming[chosen.node].map((e) => data.edges[e].from)];
    } else if (chosen) {
      near = [data.edges[chosen.edge].from, data.edges[chosen.edge].to];
    }
    near &&= new Set(near.filter(isDrawn));
    nodes.update(drawn.map((_, id) =>
      ({ id, hidden: !nodeShown(id), opacity: near && !near.has(id) ? 0.13 : 1 })));
    edges.update(drawnEdges.map((edge, id) => {
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
    }
    if (choice && isDrawn(choice.node)) network.selectNodes([choice.node], false);
    else if (choice && isDrawnEdge(choice.edge)) {
      network.setSelection({ nodes: [], edges: [choice.edge] }, { highlightEdges: false });
    } else {
      network.unselectAll();
    }
    show();
    fillPanel();
    if (choice && (move || ![...near].every(inView))) frameChosen();
    if (!move) return;
    panel.focus({ preventScroll: true }); // the next Tab goes into what was asked for
  }

  const frameChosen = () => frame([...near], [chosen.node ?? data.edges[chosen.edge].from].find(isDrawn));

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
  const MANY = 200; // relations of one kind that are listed at once
  const notesOf = (edge) => edge.notes.map((note) => make("p", { class: "note" }, note));
  function list(heading, inEnglish, numbers, end) {
    if (!numbers.length) return null;
    const section = make("section", {}, make("h3", {}, heading + " ", english(inEnglish)));
    const relations = [...new Set(numbers.map((number) => data.edges[number].relation))].sort((a, b) => a - b);
    for (const relation of relations) {
      const term = data.relations[relation], mine = numbers.filter((number) => data.edges[number].relation === relation);
      const item = (number) => {
        const edge = data.edges[number];
        return make("li", {}, toNode(edge[end]), ...notesOf(edge), ...evidencesOf(edge));
      };
      const items = make("ul", {}, ...mine.slice(0, MANY).map(item));
      if (mine.length > MANY) {
        const rest = make("button", { type: "button", class: "back", onclick: () => {
          rest.remove();
          items.append(...mine.slice(MANY).map(item));
        } }, `Toon ook de andere ${figure(mine.length - MANY)} `, english("Show the others"));
        items.append(make("li", {}, rest));
      }
      section.append(make("details", mine.length < 8 || term.main || relations.length === 1 ? { open: "" } : {},
        make("summary", { class: end }, arrow(term), make("span", {}, term.nl), make("b", {}, String(mine.length))), items));
    }
    return section;
  }
  const dated = (node) => [node.date || "zonder datum", ...(node.inferred ? [" ", english("after")] : [])];
  function facts(node) {
    const rows = [];
    let last = "";
    const row = (nl, en, ...value) => {
      if (nl !== last) rows.push(make("dt", {}, nl + " ", english(en)));
      rows.push(make("dd", {}, ...value));
      last = nl;
    };
    if (node.date) row("Datum", "Date", ...dated(node),
      node.inferred ? make("p", { class: "doubt" }, "Afgeleid uit: " + node.inferred) : "");
    for (const [nl, en, value, doubt] of node.facts) {
      row(nl, en, value, doubt ? make("details", { class: "unsure" },
        make("summary", {}, "twijfel ", english("doubt")), make("p", { class: "doubt" }, doubt)) : "");
    }
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
  function part() {
    const missing = data.total - data.nodes.length;
    return [
      make("p", { class: "lead part" }, `Getekend zijn ${figure(data.drawn)} van de ${figure(data.total)} knopen: ` +
        "stukken uit de hele periode, en wat het meest verbonden is. De andere vindt u met zoeken. ",
      english(`${figure(data.drawn, "en")} of ${figure(data.total, "en")} things are drawn: papers of all times, and ` +
        "what is most connected. Search finds the others.")),
      missing ? make("p", { class: "lead part" }, `${figure(missing)} knopen staan niet in deze pagina, wel in dossier.ttl. `,
        english(`${figure(missing, "en")} things are not in this page; dossier.ttl has them.`)) : null,
    ];
  }
  function overview() {
    const cited = data.nodes.map((_, number) => number)
      .filter((number) => !data.nodes[number].read && !data.nodes[number].seat && incoming[number].length > 1)
      .sort((a, b) => incoming[b].length - incoming[a].length || a - b).slice(0, 8);
    return [
      make("p", { class: "lead" }, "Kies een knoop of een pijl om te zien op welke woorden een verband berust. ",
        english("Choose a thing or an arrow to see the words it rests on.")),
      ...(inPart ? part() : []),
      read.length ? make("h3", {}, "Stukken in dit dossier ", english("Papers")) : null,
      make("ol", { class: "papers" }, ...read.filter(isDrawn).map((number) => make("li", {}, toNode(number),
        make("p", { class: "note" }, ...dated(data.nodes[number]))))),
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
      isDrawn(number) ? null : make("p", { class: "note" }, "Niet getekend in het netwerk. ", english("Not drawn in the network.")),
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
  const once = (work) => { let made; return () => made ??= work(); }; // at the first search, not before the page is there
  const index = once(() => data.nodes.map((node) => {
    const label = plain(node.label), also = node.also.map(plain);
    const all = plain([node.label, node.english, ...node.also, ...node.titles, node.id.replace(/^.*\//, ""), node.date,
      data.kinds[node.kind].nl, ...node.facts.map((fact) => fact[2])].join(" \n "));
    return { label, also, all, tight: tight(all) };
  }));
  const spaced = (text) => text.replace(/\s+/g, " ");
  const quotes = once(() => data.evidences.map((evidence) => (
    { number: evidence.edge, evidence, quote: spaced(plain(evidence.quote)),
      all: spaced(plain(evidence.prefix + evidence.quote + evidence.suffix)) })));
  let found = [], active = -1; // what the list shows, each as choose() takes it
  function search() {
    const asked = spaced(plain(query.value.trim())), terms = asked.split(" "), packed = tight(asked);
    const every = (text) => terms.every((term) => text.includes(term));
    const rank = ({ label, also, all, tight }) => label === asked || also.includes(asked) ? 6 :
      label.startsWith(asked) ? 5 : also.some((name) => name.startsWith(asked)) ? 4 : label.includes(asked) ? 3 :
      every(all) ? 2 : packed.length > 2 && tight.includes(packed) ? 1 : 0;
    const named = !asked ? [] : index().map((entry, number) => [rank(entry), number]).filter(([value]) => value)
      .sort((a, b) => b[0] - a[0] || weight[b[1]] - weight[a[1]] || a[1] - b[1]).slice(0, 30);
    // Then the words that relations rest on: one place of each relation, the quote itself before what stands around it.
    const quoted = new Map();
    if (packed.length > 2) {
      for (const part of ["quote", "all"]) {
        for (const place of quotes()) if (!quoted.has(place.number) && every(place[part])) quoted.set(place.number, place);
      }
    }
    const places = [...quoted.values()].slice(0, 20);
    found = [...named.map(([, node]) => ({ node })), ...places.map(({ number }) => ({ edge: number }))];
    active = found.length ? 0 : -1;
    const option = (position, ...parts) =>
      make("li", { role: "option", id: `result-${position}`, onclick: () => take(position) }, ...parts);
    const small = (...parts) => make("small", {}, parts.filter(Boolean).join(" · "));
    results.replaceChildren(...named.map(([, number], position) => {
      const node = data.nodes[number], kind = data.kinds[node.kind];
      return option(position, sign(kind), make("span", {}, cut(node.label, 120),
        small(kind.nl, node.also.join(", "), node.date, cut(node.titles[0] || "", 90))));
    }));
    if (places.length) {
      results.append(make("li", { class: "none", role: "presentation" }, "In aangehaalde woorden ", english("In quoted words")));
    }
    results.append(...places.map(({ number, evidence: { prefix, quote, suffix } }, position) => {
      const edge = data.edges[number], [from, to] = [edge.from, edge.to].map((end) => cut(data.nodes[end].label, 60));
      return option(named.length + position, arrow(data.relations[edge.relation]), make("span", {},
        around(prefix, 40, true), make("mark", {}, cut(spaced(quote), 160)), around(suffix, 40, false), small(`${from} → ${to}`)));
    }));
    if (asked && !found.length) results.append(make("li", { class: "none" }, "Niets gevonden. ", english("Nothing found.")));
    results.hidden = !asked;
    query.setAttribute("aria-expanded", String(!results.hidden));
    mark();
  }
  function around(text, length, before) {
    const all = spaced(text), part = before ? all.slice(-length) : all.slice(0, length);
    return !all.trim() ? "" : before ? "…" + part : part + "…";
  }
  function mark() {
    const options = [...results.querySelectorAll("[role=option]")];
    options.forEach((item, position) => item.setAttribute("aria-selected", String(position === active)));
    if (active >= 0) {
      query.setAttribute("aria-activedescendant", `result-${active}`);
      options[active].scrollIntoView({ block: "nearest" });
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
    choose(found[position], true);
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
  const places0 = drawn.map((_, id) => { const { x, y } = nodes.get(id); return { x, y }; }); // as laid out
  let stretch = 1; // how much further apart the lanes are drawn
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
      const top = screen(0, band.top * stretch).y, bottom = screen(0, band.bottom * stretch).y;
      context.fillStyle = number % 2 ? "#ffffff" : "#f4f6f9";
      context.fillRect(0, top, width, bottom - top);
    });
    context.fillStyle = "#dfe4ec";
    for (const { x, y } of data.axis) context.fillRect(Math.round(screen(x, 0).x), 0, 1, screen(0, y * stretch).y);
  }));
  const narrow = () => picture.clientWidth < 640;
  const gutter = () => narrow() ? 92 : 132; // the names of the lanes stand here
  const columns = [...new Map(data.axis.map((column) => [column.x, column])).values()];
  const axisHigh = () => columns.length * 135 > picture.clientWidth - gutter() ? 40 : 26; // one row of dates, or two
  function fold(context, text, limit) {
    const rows = [""];
    // A number is not broken: "19 637"
    for (const word of text.replace(/\s+/g, " ").replace(/(\d) (?=\d)/g, "$1\u00a0").split(" ")) {
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
      const top = screen(0, band.top * stretch).y, bottom = screen(0, band.bottom * stretch).y;
      context.fillStyle = number % 2 ? "rgba(255,255,255,.9)" : "rgba(244,246,249,.9)";
      context.fillRect(0, top, gutter(), bottom - top);
      let y = Math.max(top, axisHigh()) + 4;
      for (const [text, font, colour] of [[band.nl, "600 11px", "#33445a"], [band.en, "10.5px", "#566274"]]) {
        context.font = `${font} ${FONT}`;
        const rows = fold(context, text, gutter() - 16);
        if (y + 13 * rows.length > bottom + 2) break;
        context.fillStyle = colour;
        rows.forEach((row, line) => context.fillText(row, 10, y + 13 * line));
        y += 13 * rows.length;
      }
    });
    timeAxis(context, width);
  }
  function timeAxis(context, width) {
    const high = axisHigh(), rows = high > 26 ? [0, 1] : [0];
    context.fillStyle = "rgba(255,255,255,.94)";
    context.fillRect(0, 0, width, high - 1);
    context.fillStyle = "#dfe4ec";
    context.fillRect(0, high - 1, width, 1);
    context.font = `600 11px ${FONT}`;
    context.fillStyle = "#154273";
    context.textAlign = "center";
    const inSight = columns.map((column) => ({ ...column, at: screen(column.x, 0).x }))
      .filter(({ at }) => at > gutter() - 4 && at < width + 4);
    // The ends first: they say how far the time reaches, and what has no date.
    const wanted = [...inSight.slice(-1), ...inSight.slice(0, -1)];
    let placed = [];
    for (const form of ["text", "short"]) {
      placed = [];
      for (const column of wanted) {
        const half = context.measureText(column[form]).width / 2;
        const spots = [0, 12, -12, 24, -24, 36, -36].flatMap((aside) => rows.map((row) => (
          { row, half, text: column[form], middle: Math.min(Math.max(column.at + aside, gutter() + half + 4), width - half - 6) })));
        const free = spots.find(({ row, middle }) =>
          !placed.some((other) => other.row === row && Math.abs(other.middle - middle) < other.half + half + 8));
        if (free) placed.push(free);
      }
      if (placed.length === wanted.length) break;
    }
    for (const { text, middle, row } of placed) context.fillText(text, middle, 7 + 14 * row);
  }
  const lines = new Map(); // label → at most two lines and their width
  function wrapped(context, number) {
    const node = data.nodes[number], limit = !narrow() ? 132 : node.read ? 120 : 108, key = number + limit / 1000;
    if (lines.has(key)) return lines.get(key);
    let text = node.label.replace(/^https?:\/\/(www\.)?/, ""), rows = fold(context, cut(text, 90), limit);
    // "Kamerstuk 19 637, nr. 3258: Verzamelbrief opvang Oekraïne": the number is a name by itself.
    const before = text.indexOf(": ");
    if (rows.length > 2 && before > 0 && fold(context, text.slice(0, before), limit).length < 3) {
      rows = fold(context, text.slice(0, before), limit);
    }
    if (rows.length > 2) rows = [rows[0], rows[1].replace(/[\s.,:;–-]*…?$/u, "") + " …"];
    const short = rows.map((row) => {
      while (context.measureText(row).width > limit + 20) row = row.replace(/[\s…]*$/u, "").slice(0, -1).trimEnd() + "…";
      return row;
    });
    const entry = { rows: short, width: Math.max(...short.map((row) => context.measureText(row).width)) };
    lines.set(key, entry);
    return entry;
  }
  const sizes = drawn.map((_, number) => nodes.get(number).size);
  let hovered; // the edge under the pointer says what it is
  const meets = (box, other) => box[0] < other[0] + other[2] && other[0] < box[0] + box[2] &&
    box[1] < other[1] + other[3] && other[1] < box[1] + box[3];
  function relationLabel(context, number, taken, width, height) {
    const edge = data.edges[number], text = data.relations[edge.relation].nl, line = network.body.edges[number].edgeType;
    context.font = `600 12px ${FONT}`;
    const wide = context.measureText(text).width + 16;
    // On the line, as near to its middle as the names leave room; else beside it, at the nearest free place.
    const at = (part) => network.canvasToDOM(line.getPoint(part)), middle = at(0.5);
    const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82].map(at), beside = [];
    for (let x = -160; x <= 160; x += 10) for (let y = -160; y <= 160; y += 10) beside.push([x, y]);
    beside.sort(([x, y], [otherX, otherY]) => Math.hypot(x, y) - Math.hypot(otherX, otherY));
    spots.push(...beside.map(([x, y]) => ({ x: middle.x + x, y: middle.y + y })));
    for (const { x, y } of spots) {
      const box = [Math.min(Math.max(x - wide / 2, gutter() + 2), width - wide - 2), y - 11, wide, 22];
      if (box[1] + 22 > height || taken.some((other) => meets(box, other))) continue;
      context.fillStyle = data.relations[edge.relation].colour;
      context.fillRect(...box);
      context.fillStyle = "#ffffff";
      context.fillRect(box[0] + 2, box[1] + 2, wide - 4, 18);
      context.fillStyle = "#1b2430";
      context.fillText(text, box[0] + wide / 2, box[1] + 5);
      return;
    }
  }
  // Where a label may stand: below, above, to the right, to the left; that of a paper also further off, with a line.
  function* spots([x, y, r], wide, high, steps) {
    yield* [[x - wide / 2, y + r + 3], [x - wide / 2, y - r - 3 - high], [x + r + 5, y - high / 2], [x - r - 5 - wide, y - high / 2]];
    for (let step = 0; step < steps; step += 1) {
      for (const part of [0.5, 0.25, 0.75, 0, 1]) {
        yield [x - wide * part, y + r + 3 + 12 * step];
        yield [x - wide * part, y - r - 3 - high - 12 * step];
      }
    }
  }
  const crowded = read.filter(isDrawn).length > 100;
  let boxes = []; // of the labels now on the canvas: a press on one chooses its node
  const order = drawn.map((_, number) => number).sort((a, b) => weight[b] - weight[a] || a - b);
  network.on("afterDrawing", (context) => inPixels(context, (width, height) => {
    laneTitles(context, width);
    boxes = [];
    const scale = network.getScale(), taken = [[0, 0, width, axisHigh()], [0, 0, gutter(), height]];
    const edge = taken.length;
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
    const symbols = taken.length;
    context.textAlign = "center";
    context.textBaseline = "top";
    for (const [number, [x, y, r]] of at) {
      const paper = data.nodes[number].read, inside = x > gutter() && x < width && y > axisHigh() && y < height;
      context.font = `${paper ? "600 " : ""}12px ${FONT}`;
      const { rows, width: wide } = wrapped(context, number), high = 14 * rows.length;
      const free = (obstacles, steps) => {
        for (const [left, top] of spots([x, y, r], wide, high, steps)) {
          // Inside the canvas, as long as that is near the thing
          const moved = inside ? Math.min(Math.max(left, gutter() + 4), width - wide - 5) : left;
          const box = [moved - 4, top, wide + 8, high];
          if (box[0] + box[2] <= width && top + high <= height && !obstacles.some((other) => meets(box, other))) return box;
        }
        return undefined;
      };
      // A paper that was read is always named, in need across what it cites; hundreds would hide all else.
      const must = paper && inside && !crowded;
      const box = free(taken, must ? 4 : 0) ?? (must
        ? free(taken.filter((other, place) => place < edge || place >= symbols || data.nodes[other[4]].read), 20) : undefined);
      if (!box) continue;
      taken.push(box);
      boxes.push([...box, number]);
      const colour = paper ? "#0f2f55" : "#1f2937", off = box[1] > y + r + 5 ? box[1] : box[1] + high < y - r - 5 ? box[1] + high : null;
      if (off !== null && paper) {
        context.strokeStyle = "rgba(15,47,85,.6)";
        context.lineWidth = 1;
        context.beginPath();
        context.moveTo(x, off < y ? y - r : y + r);
        context.lineTo(Math.min(Math.max(x, box[0] + 4), box[0] + box[2] - 4), off);
        context.stroke();
      }
      rows.forEach((row, line) => halo(context, row, box[0] + box[2] / 2, box[1] + 14 * line + 1, colour));
    }
    const said = hovered ?? chosen?.edge;
    if (said !== undefined && isDrawnEdge(said)) relationLabel(context, said, taken, width, height);
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
  // The picture is drawn as high as its place on the screen: lanes move apart where it would leave room below.
  const extent = (axis) => {
    const values = drawn.map((_, number) => places0[number][axis]);
    return values.length ? Math.max(...values) - Math.min(...values) : 0;
  };
  const ROW = 84, MOST = 1.15; // units of the layout; the largest scale that is sought
  const inset = () => [gutter() + (narrow() ? 30 : 56), axisHigh() + 34, narrow() ? 40 : 60, 40];
  const room = () => {
    const [left, top, right, bottom] = inset();
    return [Math.max(picture.clientWidth - left - right, 50), Math.max(picture.clientHeight - top - bottom, 50)];
  };
  function fill() {
    const [wide, high] = room(), scale = Math.min(MOST, wide / Math.max(extent("x"), 1));
    stretch = Math.min(Math.max(high / (scale * Math.max(extent("y"), 1)), 0.8), Math.max(1, 110 / (ROW * scale)));
    nodes.update(places0.map(({ y }, id) => ({ id, y: Math.round(y * stretch) })));
  }
  function fitting(numbers) {
    const positions = numbers.map((number) => nodes.get(number)), [wide, high] = room();
    const side = (pick, axis) => positions.reduce((far, node) => pick(far, node[axis]), positions[0][axis]);
    const left = side(Math.min, "x"), right = side(Math.max, "x"), top = side(Math.min, "y"), bottom = side(Math.max, "y");
    return { x: (left + right) / 2, y: (top + bottom) / 2,
      scale: Math.min(MOST, wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1)) };
  }
  function inView(number) {
    const { x, y } = network.canvasToDOM(nodes.get(number));
    return x > gutter() && x < picture.clientWidth && y > axisHigh() && y < picture.clientHeight;
  }
  // Bring things into view, with room for the lane names on the left, the dates above, and labels at the edges. Around
  // a chosen one, those that are too far apart to be told from each other are left out.
  function frame(numbers, middle) {
    if (!numbers.length) return;
    const fit = fitting(numbers), least = middle === undefined ? 0.01 : Math.min(0.5, Math.max(fitting(order).scale, 0.12));
    const centre = middle !== undefined && fit.scale < least ? nodes.get(middle) : fit, [left, top, right, bottom] = inset();
    network.moveTo({
      position: { x: centre.x, y: centre.y }, scale: Math.max(fit.scale, least),
      offset: { x: (left - right) / 2, y: (top - bottom) / 2 },
      animation: calm || middle === undefined ? false : { duration: 350, easingFunction: "easeInOutQuad" },
    });
  }
  const whole = () => frame(order);
  byId("whole").addEventListener("click", whole);
  fill();
  whole();
  let seen = [picture.clientWidth, picture.clientHeight].join();
  new ResizeObserver(() => {
    const size = [picture.clientWidth, picture.clientHeight].join();
    if (size === seen) return;
    seen = size;
    network.setSize("100%", "100%");
    fill();
    network.redraw();
    if (near) frameChosen();
    else whole();
  }).observe(picture);

  // A legend that does not fit shows that there is more, and where
  const kinds = byId("kinds"), earlier = byId("earlier"), later = byId("later");
  function more() {
    const rest = kinds.scrollWidth - kinds.clientWidth - kinds.scrollLeft;
    kinds.classList.toggle("before", kinds.scrollLeft > 2);
    kinds.classList.toggle("after", rest > 2);
    earlier.hidden = later.hidden = kinds.scrollWidth <= kinds.clientWidth + 2;
    earlier.disabled = kinds.scrollLeft <= 2;
    later.disabled = rest <= 2;
  }
  const shift = (way) => kinds.scrollBy({ left: way * kinds.clientWidth * 0.8, behavior: calm ? "auto" : "smooth" });
  earlier.addEventListener("click", () => shift(-1));
  later.addEventListener("click", () => shift(1));
  kinds.addEventListener("scroll", more, { passive: true });
  new ResizeObserver(more).observe(kinds);
  more();
  fillPanel();
})();
