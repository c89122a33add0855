"""The network page as somebody without a network sees and uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect
from pyoxigraph import RdfFormat, Store

from dossier_graph.exports.network import network_page
from dossier_graph.exports.picture import draw

pytestmark = pytest.mark.browser

_GRAPHS = Path(__file__).parents[1] / "exports"

# How many different colours the canvas shows: one when nothing is drawn.
_COLOURS = """() => {
  const canvas = document.querySelector("#mynetwork canvas");
  const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  return new Set(pixels).size;
}"""


@dataclass
class Opened:
    """An open page, and what went wrong or was asked for while it was open."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


_Opener = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[_Opener]:
    pages: list[Page] = []

    def opener(graph: str, width: int = 1280, height: int = 800) -> Opened:
        store = Store()
        store.load(path=_GRAPHS / graph, format=RdfFormat.TURTLE)
        file = tmp_path / "network.html"
        file.write_text(network_page(draw(store), "Opvang <b>van</b> ontheemden"), encoding="utf-8", newline="")
        page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
        pages.append(page)
        result = Opened(page)

        def answer(route: Route) -> None:
            if route.request.url == file.as_uri():
                route.continue_()
            else:
                result.requests.append(route.request.url)
                route.abort()

        def dismiss(dialog: Dialog) -> None:
            result.dialogs.append(dialog.message)
            dialog.dismiss()

        page.route("**/*", answer)
        page.on("console", lambda message: result.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: result.complaints.append(str(error)))
        page.on("dialog", dismiss)
        page.goto(file.as_uri())
        return result

    yield opener
    for page in pages:
        page.close()


@pytest.fixture
def page(opened: _Opener) -> Iterator[Page]:
    result = opened("opvang.ttl")
    yield result.page
    assert result.requests == []
    assert result.complaints == []
    assert result.dialogs == []


def _search(page: Page, text: str) -> None:
    page.get_by_role("combobox").fill(text)


def test_the_picture_is_drawn(page: Page) -> None:
    page.wait_for_timeout(200)
    assert page.evaluate(_COLOURS) > 20
    expect(page.get_by_role("heading", level=1)).to_have_text("Opvang <b>van</b> ontheemden")


def test_the_legend_counts_each_kind(page: Page) -> None:
    texts = page.locator("#kinds button").all_inner_texts()
    assert [" ".join(text.split()) for text in texts] == [
        "Ambt 1", "Beslisnota 1", "Brief 2", "Document 1", "Dossier 1", "Kamerstuk 1", "Ministerie 1", "Motie 1",
        "Persoon 2", "Rapport 1", "Toezegging 1", "Wet 1",
    ]  # fmt: skip


def test_a_press_on_the_legend_hides_a_kind_and_choosing_one_of_it_brings_it_back(page: Page) -> None:
    button = page.locator("#kinds button", has_text="Motie")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("nodes.get({filter: (node) => node.hidden}).length") == 1
    _search(page, "motie boomsma")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("nodes.get({filter: (node) => node.hidden}).length") == 0


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("19637-3171", "Kamerstuk 19 637, nr. 3171"),
        ("kst 19637 3171", "Kamerstuk 19 637, nr. 3171"),
        ("FINANCIEN", "Brief over de financiën, 3 juli 2025"),
        ("stand van zaken", "Brief over de opvang, 9 januari 2025"),
        ("faber", "M.H.M. Faber-van de Klashorst"),
        ("vreemdelingenwet", "Vreemdelingenwet 2000"),
    ],
)
def test_search_finds_numbers_titles_and_people(page: Page, asked: str, first: str) -> None:
    _search(page, asked)
    assert first in page.get_by_role("option").first.inner_text()


def test_the_panel_shows_words_page_note_office_and_official_page(page: Page) -> None:
    _search(page, "brief over de opvang")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Brief over de opvang, 9 januari 2025")
    expect(panel.locator("dl")).to_contain_text("Minister van Asiel en Migratie (vanaf 2 juli 2024 tot 3 juni 2025)")
    expect(panel.locator("mark").filter(has_text="Kamerstuk 19 637, nr. 3171")).to_have_count(1)
    expect(panel.locator("figcaption").filter(has_text="blz. 3 · noot 2")).to_have_count(1)
    expect(panel.locator("figcaption").filter(has_text="artikel 28")).to_have_count(1)
    panel.get_by_role("button", name="Kamerstuk 19 637, nr. 3171").click()
    link = panel.get_by_role("link")
    expect(link).to_have_attribute("href", "https://zoek.officielebekendmakingen.nl/kst-19637-3171.html")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(panel.locator("section").filter(has_text="Wijzen hierheen").locator("mark").first).to_be_visible()


def test_an_inferred_date_and_an_unresolved_thing_say_so(page: Page) -> None:
    _search(page, "beslisnota")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .doubt")).to_have_text("Afgeleid uit: jongste datum met ‘jl.’: 19 november jl.")
    _search(page, "gemeentelijke opvang")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .doubt")).to_have_text("Niet herleid: geen officieel nummer bekend")


def test_a_press_on_an_arrow_shows_the_words_it_rests_on(page: Page) -> None:
    page.get_by_title("Alles in beeld").click()
    point = page.evaluate(
        """() => {
          const id = (label) => nodes.get().find((node) => node.label.startsWith(label)).id;
          const [from, to] = [id("Beslisnota"), id("Brief over de opvang")];
          const cited = edges.get().filter((edge) => edge.from === from && edge.to === to).pop();
          const edge = network.body.edges[cited.id], box = document.getElementById("mynetwork").getBoundingClientRect();
          const at = network.canvasToDOM(edge.edgeType.getPoint(0.5));
          return [box.x + at.x, box.y + at.y];
        }"""
    )
    page.mouse.click(*point)
    expect(page.locator("#panel h2.relation")).to_be_visible()
    expect(page.locator("#panel figure")).to_have_text(
        "…Wij stellen voor de bijgaande brief te versturen…zekerheid 0,8brief"
    )


def test_everything_is_reached_with_the_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("opvang")
    page.keyboard.press("ArrowDown")
    second = page.locator('[role="option"][aria-selected="true"] > span').evaluate("(item) => item.firstChild.data")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(second)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Overzicht")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 600), (480, 800)])
def test_nothing_runs_off_the_screen(opened: _Opener, width: int, height: int) -> None:
    page = opened("opvang.ttl", width, height).page
    assert page.evaluate("[document.body.scrollWidth, document.body.scrollHeight]") == [width, height]
    box = page.locator("#mynetwork").bounding_box()
    assert box is not None
    assert min(box["width"] / width, box["height"] / height) > 0.35


def test_hostile_text_stays_text(opened: _Opener) -> None:
    result = opened("hostile.ttl")
    page = result.page
    for asked in ("img src", "aanhalingstekens", "javascript"):
        _search(page, asked)
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator("#panel h2")).to_be_visible()
        assert page.locator("img, iframe, a, svg[onload], script:not([type]) ~ script ~ script ~ script").count() == 0
    _search(page, "img src")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator("#panel mark")).to_have_text("<script>alert(7)</script>")
    page.wait_for_timeout(200)
    assert (result.requests, result.complaints, result.dialogs) == ([], [], [])
