"""Chromium without a window, in the hands of tests: it opens files, and says what it asked for and complained of."""

import json
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

CHROMIUM, CHROMEDRIVER = shutil.which("chromium"), shutil.which("chromedriver")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # the tests may run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
PATIENCE = 40  # seconds: other tests may run beside


@dataclass(frozen=True)
class Browser:
    """One browser; `driver` is selenium's own, for what is asked once."""

    driver: Chrome

    def open(self, file: Path, fragment: str = "", *, width: int = 1280, scripts: bool = True) -> None:
        """The file anew, in a window of this width."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        self.command("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.driver.get("about:blank")
        self.logs("browser")
        self.logs("performance")
        self.driver.get(f"{file.as_uri()}{'#' if fragment else ''}{quote(fragment)}")

    def command(self, name: str, **parameters: Any) -> Any:
        """A command of the browser's own protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def logs(self, kind: str) -> list[Any]:
        return self.driver.get_log(kind)  # type: ignore[no-untyped-call, no-any-return]

    def ask(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def shown(self, selector: str) -> list[str]:
        """The texts of those elements that can be seen."""
        script = (
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(e => e.innerText)"
        )
        return [str(text) for text in self.ask(script, selector)]

    def wait(self, condition: str) -> None:
        """Until the condition holds in the page."""
        WebDriverWait(self.driver, PATIENCE, 0.05).until(lambda driver: driver.execute_script(f"return {condition}"))

    def type(self, *keys: str) -> None:
        """Keys to whatever has the focus."""
        ActionChains(self.driver).send_keys(*keys).perform()

    @property
    def focus(self) -> str:
        """The text of what has the focus, or its id."""
        found = self.ask("return document.activeElement.innerText || document.activeElement.id")
        return str(found).split("\n", maxsplit=1)[0]

    def requests(self) -> list[str]:
        """All addresses that the page asked for since it was opened."""
        events = [json.loads(entry["message"])["message"] for entry in self.logs("performance")]
        return [str(one["params"]["request"]["url"]) for one in events if one["method"] == "Network.requestWillBeSent"]

    def printed(self, target: Path) -> Path:
        """The page as a PDF, on the paper that its style asks for."""
        pdf = self.command("Page.printToPDF", preferCSSPageSize=True)
        target.write_bytes(b64decode(pdf["data"]))
        return target


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in (*ARGUMENTS, f"--user-data-dir={profile}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(str(CHROMEDRIVER)))
    try:
        yield Browser(driver)
    finally:
        driver.quit()
