"""The report in a real browser: by mouse and keyboard, on a phone, without scripts, and on paper."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from kaohe.render.html.document import unit_bytes
from kaohe.results.dossier import Dossier
from support.command_line import CITIES, WITH_GAPS, copy_first_stage, kaohe
from support.rendered.browser import CHROMEDRIVER, CHROMIUM, Browser, browser
from support.rendered.reports import HOSTILE, dossier, full_summary, renamed, report
from support.rounds import share

PDFTOTEXT = shutil.which("pdftotext")
LONG_NAME = "某某高新技术产业开发区管理委员会" * 4

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="Chromium (chromium) is not installed"),
    pytest.mark.skipif(not CHROMEDRIVER, reason="its driver (chromium-driver) is not installed"),
]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped cities' report before the province has checked any."""
    path = tmp_path_factory.mktemp("cities") / "全省 report.html"
    assert kaohe("batch", copy_first_stage(tmp_path_factory.mktemp("units")), "-o", path).code == 0
    return path


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with all three stages."""
    path = tmp_path_factory.mktemp("province") / "全省.html"
    assert kaohe("batch", CITIES, "-o", path).code == 0
    return path


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every part, units whose names are markup, one with a long name."""
    path = tmp_path_factory.mktemp("full") / "full.html"
    path.write_bytes(report(renamed(full_summary(), [*HOSTILE, LONG_NAME, *"abcdefgh"])))
    return path


@pytest.fixture(scope="module")
def every_report(cities: Path, province: Path, full: Path) -> tuple[Path, ...]:
    return cities, province, full


def column(chromium: Browser, place: int) -> list[str]:
    """The ranking's cells in one column, from above."""
    cells = chromium.shown(f"#ranking .sortable tbody tr > :nth-child({place})")
    return [cell.split("\n")[0] for cell in cells]


@pytest.mark.parametrize("fragment", ["", "unit-丙市", "unit-丙市.1.3"])
def test_it_asks_for_nothing_and_complains_of_nothing(
    chromium: Browser, cities: Path, province: Path, fragment: str
) -> None:
    for file in (cities, province):
        chromium.open(file, fragment)
        assert {address.split("#")[0] for address in chromium.requests()} <= {file.as_uri(), "data:,"}
        assert chromium.logs("browser") == []


def test_names_that_are_markup_do_nothing(chromium: Browser, full: Path) -> None:
    chromium.open(full)
    chromium.one("#search").send_keys("script")
    chromium.wait("document.querySelectorAll('.found li').length > 0")
    assert chromium.shown(".found a")[0] == HOSTILE[0]
    assert chromium.ask("return document.images.length + document.scripts.length") == 1
    assert chromium.logs("browser") == []


class TestSorting:
    def test_by_keyboard_both_ways(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        head = "#ranking .sortable th:nth-child(4)"
        chromium.ask("document.querySelector(arguments[0]).focus()", f"{head} button")
        for key, way in ((Keys.ENTER, "descending"), (Keys.SPACE, "ascending"), (Keys.ENTER, "descending")):
            chromium.type(key)
            assert chromium.one(head).get_attribute("aria-sort") == way
            shares = [float(text.rstrip("%")) for text in column(chromium, 4) if text != "—"]
            assert shares == sorted(shares, reverse=way == "descending")
            assert column(chromium, 4)[-1] == "—"  # what is open stays last
        sorts = chromium.ask("return [...document.querySelectorAll('#ranking [aria-sort]')].map(e => e.ariaSort)")
        assert sorts.count("none") == len(sorts) - 1

    def test_every_column(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        before = column(chromium, 2)
        for place in range(1, len(chromium.shown("#ranking .sortable thead th")) + 1):
            chromium.one(f"#ranking .sortable th:nth-child({place}) button").click()
            assert sorted(column(chromium, 2)) == sorted(before)
            numbers = [float(text) for text in column(chromium, place) if re.fullmatch(r"[\d.]+", text)]
            assert numbers in (sorted(numbers), sorted(numbers, reverse=True))


class TestPages:
    def test_a_page_by_its_link_and_back(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        assert chromium.shown(".unit h2") == []
        chromium.one("nav a[href='#unit-丙市']").click()
        chromium.wait("document.documentElement.classList.contains('one-unit')")
        assert chromium.shown(".unit > h2") == ["丙市"]
        assert chromium.shown("#overview, #ranking") == []
        assert chromium.shown("nav [aria-current]") == ["丙市"]
        assert chromium.focus == "丙市"
        chromium.driver.back()
        chromium.wait("!document.documentElement.classList.contains('one-unit')")
        assert chromium.shown("#ranking h2") == ["总排名"]
        assert chromium.shown(".unit") == []

    def test_the_overview_is_where_it_was_left(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        chromium.one("#losses").location_once_scrolled_into_view  # noqa: B018 - a property that scrolls
        chromium.wait("scrollY > 1000")
        left = chromium.ask("return scrollY")
        chromium.ask("location.hash = 'unit-丙市'")
        chromium.wait("document.documentElement.classList.contains('one-unit') && scrollY === 0")
        chromium.one(".unit.shown .way-back a").click()
        chromium.wait(f"scrollY === {left}")

    def test_by_the_address(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities, "unit-丙市")
        assert chromium.shown(".unit > h2") == ["丙市"]
        for fragment in ("unit-nobody", "scores", "%"):
            chromium.open(cities, fragment)
            assert chromium.shown(".unit > h2") == []
            assert chromium.shown("#ranking h2") == ["总排名"]
        assert chromium.logs("browser") == []

    def test_a_cell_of_the_heat_table_leads_to_its_item(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        chromium.one("#scores .matrix a[href='#unit-丙市.3.2']").click()
        chromium.wait("document.activeElement.id === 'unit-丙市.3.2'")
        box = chromium.one("[id='unit-丙市.3.2']").rect
        assert chromium.ask("return scrollY") < box["y"] < chromium.ask("return scrollY + innerHeight")


class TestSearch:
    def test_it_hides_and_escape_brings_back(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        everything = chromium.shown("tr, nav li")
        chromium.type("/")
        assert chromium.focus == "search"
        chromium.type("丙市 专项活动")
        chromium.wait("!document.getElementById('results').hidden")
        assert chromium.shown("#search-status")[0] == "1 个单位，1 处；按 Esc 清除"
        (found,) = chromium.shown(".found li")
        assert found.startswith("丙市 3.2 专项就业服务活动 少开展的专项活动 1 项，扣 3 分")
        assert column(chromium, 2) == ["丙市"]
        assert chromium.shown("nav .units li") == ["丙市"]
        assert len(chromium.shown("#scores .matrix tr[data-item]")) == 1
        chromium.type(Keys.ESCAPE)
        assert chromium.shown("tr, nav li") == everything
        assert chromium.one("#search").get_attribute("value") == ""
        assert chromium.shown("#results") == []

    def test_a_unit_keeps_all_its_rows(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities, "unit-丙市")
        rows = chromium.shown("#unit-丙市 tr")
        chromium.one("#search").send_keys("丙市")
        chromium.wait("document.querySelectorAll('.found li').length === 1")
        assert chromium.shown("#unit-丙市 tr") == rows

    def test_nothing_found(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        chromium.one("#search").send_keys("没有这样的话")
        chromium.wait("document.getElementById('search-status').textContent")
        assert chromium.shown("#search-status") == ["0 个单位，0 处；按 Esc 清除"]
        assert column(chromium, 2) == []

    def test_more_than_can_be_listed(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        chromium.one("#search").send_keys("1")
        chromium.wait("document.getElementById('search-status').textContent")
        assert len(chromium.shown(".found li")) == 200
        assert chromium.shown("#search-status")[0].endswith("只列出前 200 处。")


class TestKeyboard:
    def test_the_first_stop_skips_to_the_content(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        chromium.type(Keys.TAB)
        assert chromium.focus == "跳到正文"
        assert chromium.ask("return document.activeElement.getBoundingClientRect().left >= 0")
        chromium.type(Keys.ENTER)
        chromium.wait("document.activeElement.id === 'main'")
        chromium.ask("location.hash = 'unit-丙市'")
        chromium.wait("document.documentElement.classList.contains('one-unit')")
        chromium.ask("location.hash = 'main'")  # the same link on a unit's page stays there
        chromium.wait("location.hash === '#main'")
        assert chromium.shown(".unit > h2") == ["丙市"]

    def test_every_stop_shows_where_the_focus_is(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        stops = []
        for _ in range(60):
            chromium.type(Keys.TAB)
            stops.append(chromium.focus)
            outline = chromium.ask("return getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", stops
        assert stops[1] == "search"
        assert {"目录", "总排名", "丙市", "总分"} <= set(stops)

    def test_a_table_of_links_can_be_skipped(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities)
        chromium.ask("document.querySelector('#scores .skip').focus()")
        chromium.type(Keys.ENTER)
        chromium.wait("location.hash === '#scores-after'")
        chromium.type(Keys.TAB)
        assert chromium.ask("return Boolean(document.activeElement.closest('#losses'))")


class TestHeat:
    def test_its_heads_stay_in_sight(self, chromium: Browser, cities: Path) -> None:
        chromium.open(cities, width=500)
        script = """
            const box = document.querySelector('.tall'), edge = box.getBoundingClientRect();
            box.scrollTo(300, 400);
            const of = selector => box.querySelector(selector).getBoundingClientRect();
            return [box.scrollTop, box.scrollLeft, of('.corner').top - edge.top, of('tbody th').left - edge.left]
        """
        down, right, top, left = chromium.ask(script)
        assert (down, right) == (400, 300)
        assert abs(top) < 2
        assert abs(left) < 2


@pytest.mark.parametrize(
    ("width", "fragment"), share([*product([360, 375, 390, 768], ["", "unit-甲市", "unit-d"])], of=5)
)
def test_a_narrow_window_never_scrolls_sideways(
    chromium: Browser, every_report: tuple[Path, ...], width: int, fragment: str
) -> None:
    for file in every_report:
        chromium.open(file, fragment, width=width)
        assert chromium.ask("return document.documentElement.scrollWidth") <= width
        assert chromium.ask("return document.querySelector('nav details').open") == (width > 960)


@pytest.mark.parametrize("width", [360, 600, 1280])
def test_no_cell_of_a_sheet_lies_over_another(chromium: Browser, tmp_path: Path, width: int) -> None:
    path, two = tmp_path / "three stages.html", dossier()
    three = Dossier((*two.sheets, replace(two.last, stage="final")), two.reconciliations)
    path.write_bytes(unit_bytes([three], "zh"))
    chromium.open(path, width=width)
    script = """
        const over = [];
        for (const row of document.querySelectorAll('.sheet tr')) {
            const cells = [...row.cells].filter(cell => !cell.classList.contains('why'));
            cells.forEach((cell, place) => {
                const edge = cell.getBoundingClientRect().right;
                const next = place + 1 < cells.length ? cells[place + 1].getBoundingClientRect().left : innerWidth;
                if (edge > next + 1 || cell.scrollWidth > cell.clientWidth + 1) over.push(cell.innerText);
            });
        }
        return over;
    """
    assert chromium.ask(script) == []


def test_without_scripts_everything_is_there(chromium: Browser, full: Path) -> None:
    chromium.open(full, scripts=False)
    tall = chromium.command("Page.getLayoutMetrics")["cssContentSize"]["height"]
    assert tall > 30_000  # all pages one after another
    document = chromium.command("DOM.getDocument")["root"]["nodeId"]
    units = chromium.command("DOM.querySelectorAll", nodeId=document, selector=".unit, .part:not([hidden])")["nodeIds"]
    heights = [chromium.command("DOM.getBoxModel", nodeId=node)["model"]["height"] for node in units]
    assert len(heights) == 13 + 12
    assert min(heights) > 50


@pytest.mark.skipif(not PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed")
class TestPrinted:
    def text(self, chromium: Browser, target: Path) -> list[str]:
        """The printed pages' words without blanks."""
        pdf = chromium.printed(target)
        found = subprocess.run([str(PDFTOTEXT), "-raw", pdf, "-"], check=True, capture_output=True, timeout=60)
        return ["".join(page.split()) for page in found.stdout.decode().split("\f")]

    def test_all_of_it(self, chromium: Browser, cities: Path, tmp_path: Path) -> None:
        chromium.open(cities)
        accounts = chromium.ask("return [...document.querySelectorAll('.account')].map(e => e.textContent)")
        pages = self.text(chromium, tmp_path / "all.pdf")
        whole = "".join(pages)
        assert len(accounts) > 50
        assert [one for one in accounts if "".join(one.split()) not in whole] == []
        assert not [
            word
            for word in ("查找（按", "总览总排名分项排名", "返回总览", "跳过此表", "跳到正文", "↕")
            if word in whole
        ]
        names = chromium.ask("return [...document.querySelectorAll('.unit')].map(e => e.dataset.name)")
        starts = [page for page in pages if any(page.startswith((f"{name}总分第", f"{name}总分—")) for name in names)]
        assert len(starts) == len(names)  # every unit begins a page

    def test_heads_are_repeated(self, chromium: Browser, cities: Path, tmp_path: Path) -> None:
        chromium.open(cities, "unit-甲市")
        pages = self.text(chromium, tmp_path / "one.pdf")
        assert pages[0].startswith("全省就业工作单项考核表")
        assert "丙市" not in "".join(pages)
        assert sum("编号子项目分值得分扣分台账" in page for page in pages) >= 2

    def test_a_single_unit(self, chromium: Browser, tmp_path: Path) -> None:
        path = tmp_path / "癸市.html"
        assert kaohe("score", WITH_GAPS, "-o", path).code == 0
        chromium.open(path)
        assert chromium.logs("browser") == []
        assert "缺报的事实" in "".join(self.text(chromium, tmp_path / "one.pdf"))
