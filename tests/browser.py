"""A Chromium that opens pages and tells what went wrong, over its debugging pipe (Chrome DevTools Protocol).

python tests/browser.py SITE    # opens every page of a built site, in light and dark; prints every complaint
"""

from __future__ import annotations

import base64
import fcntl
import functools
import http.server
import itertools
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
    "--window-size=1200,1000",
]


@dataclass
class Browser:
    """One tab."""

    send: int
    receive: int
    session: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    unread: bytes = b""
    events: list[dict[str, Any]] = field(default_factory=list)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and wait for its result."""
        number = next(self.numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.send, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def read(self, seconds: float = 20) -> dict[str, Any]:
        """The next message."""
        while b"\0" not in self.unread:
            assert select.select([self.receive], [], [], seconds)[0], "Chromium does not answer"
            piece = os.read(self.receive, 1 << 20)
            assert piece, "Chromium has ended"
            self.unread += piece
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def open(self, address: str) -> list[str]:
        """Load a page to its end; what the browser complains about, and every request to another host."""
        self._go("about:blank")  # what the page before still had to load is none of this one's complaints
        self._go(address)
        self.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
        return self.complaints(address)

    def _go(self, address: str) -> None:
        self.events.clear()
        self.call("Page.navigate", url=address)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.read())

    def complaints(self, address: str) -> list[str]:
        """What has been wrong since the page of that address was opened."""
        host = address.split("/")[2]
        return [line for event in self.events if (line := complaint(event, host))]

    def evaluate(self, script: str) -> Any:
        """The value of a script in the page."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait_for(self, script: str, seconds: float = 10) -> bool:
        """Whether the script comes to be true."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.evaluate(script):
                return True
            time.sleep(0.05)
        return False

    def scheme(self, name: str, media: str = "screen") -> None:
        """Light or dark, on a screen or in print."""
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def width(self, pixels: int) -> None:
        """As wide as a phone's screen; 0 for the window again."""
        phone = {"width": pixels, "height": 0, "deviceScaleFactor": 0, "mobile": pixels > 0}
        self.call("Emulation.setDeviceMetricsOverride", **phone)

    def picture(self, path: Path) -> None:
        """Save what the window shows."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


def complaint(event: dict[str, Any], host: str) -> str | None:
    """What is wrong about an event, if anything is."""
    method, values = event.get("method"), event.get("params", {})
    if method == "Runtime.exceptionThrown":
        return f"exception: {values['exceptionDetails'].get('text')}"
    if method == "Runtime.consoleAPICalled" and values["type"] in ("error", "assert"):
        return f"console: {values['args']}"
    if method == "Log.entryAdded" and values["entry"]["level"] == "error":
        return f"log: {values['entry']['text']} {values['entry'].get('url', '')}"
    if method == "Network.requestWillBeSent":
        address = values["request"]["url"]
        if not address.startswith(("data:", "blob:")) and address.split("/")[2] != host:
            return f"asks another host: {address}"
    return None


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with a profile of its own."""
    assert CHROMIUM
    to_browser, from_browser = os.pipe(), os.pipe()
    ends = [fcntl.fcntl(fd, fcntl.F_DUPFD, 10) for fd in (to_browser[0], from_browser[1])]

    def take_ends() -> None:
        os.dup2(ends[0], 3)
        os.dup2(ends[1], 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(
            command,
            preexec_fn=take_ends,
            pass_fds=(3, 4),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for fd in (*ends, to_browser[0], from_browser[1]):
            os.close(fd)
        try:
            browser = Browser(to_browser[1], from_browser[0])
            target = browser.call("Target.createTarget", url="about:blank")["targetId"]
            attached = browser.call("Target.attachToTarget", targetId=target, flatten=True)
            browser.session = attached["sessionId"]
            for domain in ("Page", "Runtime", "Log", "Network"):
                browser.call(f"{domain}.enable")
            yield browser
        finally:
            process.kill()
            process.wait()
            os.close(to_browser[1])
            os.close(from_browser[0])


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Not even this."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder, served from this machine."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def main(site: Path) -> int:
    """Open every page of a site; how many have a complaint."""
    pages = [p.relative_to(site).as_posix().removesuffix("index.html") for p in sorted(site.rglob("*.html"))]
    bad = 0
    with served(site) as address, chromium() as browser:
        for scheme in ("light", "dark"):
            browser.scheme(scheme)
            for page in pages:
                wrong = browser.open(f"{address}/{page}")
                bad += bool(wrong)
                print("".join(f"{page}: {line}\n" for line in wrong), end="")
    print(f"{len(pages)} pages in light and dark, {bad} with complaints")
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]))))
