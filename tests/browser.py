"""Pages opened in headless Chromium with scripts enabled, and everything in them that would act.

The pages are served on the loopback interface under a policy that only reports: whatever would run,
load from elsewhere, frame or submit is told by the browser itself. A page that opens them one after
another, in a frame of its own, looks at every element, attribute and address as the browser read
it, and for the marks that the tests set between the parts of a page: what swallows one is seen.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; report-uri /report"
)
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
LONGEST = 300
OPENER = """<!DOCTYPE html><meta charset="utf-8"><iframe id="frame"></iframe><script>
const names = %s, found = [], marks = [], frame = document.getElementById("frame");
const bad = new Set(("script iframe frame frameset object embed form base applet portal input "
  + "button select textarea audio video source track template noscript noembed").split(" "));
const links = new Set(["http:", "https:", "mailto:", "tel:", "ftp:"]);
const addresses = new Set(["href", "xlink:href", "src", "action", "formaction", "data", "poster",
  "background", "srcset", "srcdoc", "ping", "manifest", "cite"]);
const picture = /^data:image\\/(png|jpe?g|gif|webp|avif);base64,/i;
const unseen = new Set([...bad, "script", "style", "title", "xmp", "plaintext", "option"]);
function examine(element, page, say) {
  const tag = element.localName.toLowerCase();
  if (bad.has(tag)) say("<" + tag + ">");
  for (const {name: key, value} of element.attributes) {
    const low = key.toLowerCase();
    if (low.startsWith("on")) say(tag + " " + key);
    if (low === "http-equiv" && value.toLowerCase() !== "content-type") say(key + " " + value);
    if (low === "style" && /url|expression|@/i.test(value)) say(key + " " + value);
    if ((low === "id" || low === "name") && tag !== "meta" &&
        (!/^[A-Za-z_][\\w.-]*$/.test(value) || value in document)) say(key + " " + value);
    if (!addresses.has(low)) continue;
    const url = URL.canParse(value, page.baseURI) ? new URL(value, page.baseURI) : null;
    const near = url && url.origin === location.origin;
    if (tag === "a" ? url && !links.has(url.protocol) : !(near || picture.test(value)))
      say(tag + " " + key + " " + value);
  }
}
function look(name, page) {
  let last = "";
  const say = (what) => found.push(name + last + ": " + what.slice(0, 200));
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) examine(node, page, say);
    else if (!unseen.has(node.parentNode.localName))
      for (const [, mark] of node.data.matchAll(/\\bmark(\\d+)\\b/g)) {
        marks.push(Number(mark));
        last = ", after mark" + mark;
      }
  }
}
function opened(name) {
  return new Promise((done) => {
    const late = setTimeout(() => { found.push(name + ": never opened"); done(); }, 20000);
    frame.onload = () => { clearTimeout(late); done(); };
    frame.src = name;
  });
}
(async () => {
  for (const name of names) {
    await opened(name);
    if (!frame.contentDocument || frame.contentWindow.location.pathname !== name)
      found.push(name + ": went elsewhere");
    else look(name, frame.contentDocument);
  }
  await fetch("/done", {method: "POST", body: JSON.stringify([found, marks])});
})();
</script>"""
Pages = Mapping[str, tuple[str, bytes]]
"""Media type and bytes of each page by its path."""


class Seen(NamedTuple):
    """What the browser tells of pages."""

    found: list[str]
    """Everything that would act, with the page and the mark it comes after."""
    marks: frozenset[int]
    """The numbers of the marks, such as ``mark12``, that stand in what a reader sees."""


class _Site(ThreadingHTTPServer):
    """Serves pages and keeps what the browser tells of them."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = pages
        self.found: list[str] = []
        self.marks: frozenset[int] = frozenset()
        self.is_done = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    server: _Site

    def do_GET(self) -> None:
        kind, body = self.server.pages.get(self.path, ("text/plain", b""))
        self.send_response(200 if self.path in self.server.pages else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if self.path != "/":
            self.send_header("Content-Security-Policy-Report-Only", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/done":
            found, marks = json.loads(body)
            self.server.found += found
            self.server.marks = frozenset(marks)
            self.server.is_done.set()
        else:
            report = json.loads(body).get("csp-report", {})
            told = [str(report.get(key, "")) for key in ("document-uri", "violated-directive")]
            self.server.found.append(f"{' '.join(told)} {report.get('blocked-uri', '')}")
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def look_at(pages: Pages, folder: Path) -> Seen:
    """Return what the browser sees of *pages*, each of which it opens.

    *folder* is for the browser's own files. AssertionError if it does not finish.
    """
    opener = OPENER % json.dumps(sorted(pages)).replace("<", "\\u003c")
    site = _Site({**pages, "/": ("text/html", opener.encode())})
    threading.Thread(target=site.serve_forever, daemon=True).start()
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(found for name in names if (found := shutil.which(name)))
    address = f"http://127.0.0.1:{site.server_port}/"
    command = [
        program,
        *SWITCHES,
        f"--user-data-dir={folder}",
        "--remote-debugging-port=0",
        address,
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
        try:
            assert site.is_done.wait(LONGEST), "the browser did not finish"
        finally:
            browser.terminate()
            site.shutdown()
            site.server_close()
    return Seen(site.found, site.marks)
