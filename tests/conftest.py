"""What tests need beside the checkout (the shared papers, a browser), and what they share (the example, built)."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from dossier_graph import Build, build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# how long an example may take says nothing on a busy machine
settings.register_profile("house", deadline=None)
settings.load_profile("house")

_SHARED = Path(os.environ.get("DOSSIER_GRAPH_SHARED") or Path(__file__).parents[2] / "shared")
_CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
_PLAYWRIGHT = importlib.util.find_spec("playwright") is not None
_SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _missing() -> dict[str, str]:
    """Return what is missing for the tests of a marker, and how to have it."""
    missing = {}
    if not _SHARED.is_dir():
        missing["shared"] = f"there are no shared papers at {_SHARED}; DOSSIER_GRAPH_SHARED may name their folder"
    if not _PLAYWRIGHT:
        missing["browser"] = "playwright is not installed; the test extra brings it"
    elif _CHROMIUM is None or shutil.which(_CHROMIUM) is None:
        missing["browser"] = "there is no Chromium; install it, or let CHROMIUM name it"
    return missing


def _without(reason: str) -> None:
    if os.environ.get("DOSSIER_GRAPH_REQUIRE_ALL") == "1":
        pytest.fail(f"{reason} (nothing may be skipped here)", pytrace=False)
    pytest.skip(reason)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, reason in _missing().items():
        if item.get_closest_marker(marker):
            _without(reason)


class _NotImportable(pytest.Module):
    """A module of browser tests where playwright is missing, which they import."""

    def collect(self) -> Iterator[pytest.Item]:
        if os.environ.get("DOSSIER_GRAPH_REQUIRE_ALL") == "1":
            raise self.CollectError(_missing()["browser"])
        pytest.skip(_missing()["browser"], allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    if module_path.parent.name == "browser" and not _PLAYWRIGHT:
        return _NotImportable.from_parent(parent, path=module_path)
    return None


@pytest.fixture(scope="session")
def shared() -> Path:
    return _SHARED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The bundled example, built."""
    return build(out=tmp_path_factory.mktemp("example"))
