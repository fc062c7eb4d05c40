"""From an article to the page of its brief. Runs in worker processes: takes and gives plain values."""

from __future__ import annotations

import functools
import hashlib
import html
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import briefing
from briefing._version import __version__
from briefing.arguments import text, whole
from briefing.brief import Brief
from briefing.errors import BriefingError, OptionError, SourceError
from briefing.publish.entries import Entry, Saying
from briefing.publish.names import TOP, anchor
from briefing.publish.text import about, description
from briefing.rankers import check
from briefing.rendering.escape import escape_yaml, harmless

HEADING = re.compile(r"^## (.+)$", re.M)
BACKSLASH = re.compile(r"\\(?=\W)")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may choose for every brief of a site. Raises OptionError on what makes sense for none."""

    words: int | None = None
    """Length of each brief aimed at; by default a third of its source, at least 120 and at most 700."""
    method: str = "salience"
    """Ranking method, one that ``brief methods`` lists."""
    focus: str | None = None
    """Words, or phrases parted by commas; what answers them is lifted."""

    def __post_init__(self) -> None:
        if self.words is not None:
            object.__setattr__(self, "words", whole("words", self.words, 1))
        check(self.method)
        if self.focus is not None:
            from briefing.focus import asked  # loads numpy, for which a run with nothing to do does not wait

            asked(text("a focus", self.focus), "en", {})


Job = tuple[Path, str, Options]
"""An article, its path from the site's folder, and how to make its brief."""


@dataclass(frozen=True, slots=True)
class Made:
    """A brief that has no name yet."""

    entry: Entry
    page: str


@functools.cache
def installed() -> str:
    """Hash of this package's files: briefs made by other code, or with other word lists, are made again."""
    package = Path(briefing.__file__).parent
    files = [p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    total = hashlib.sha256(__version__.encode())
    for path in sorted(files):
        total.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def fingerprint(path: Path, data: bytes, options: Options) -> str:
    """Hash of all that a brief depends on."""
    known = [installed(), path.name, options.words, options.method, options.focus]
    return hashlib.sha256(json.dumps(known).encode() + b"\0" + data).hexdigest()


def load(path: Path) -> bytes:
    """The bytes of an article. Raises SourceError."""
    try:
        if path.exists() and not path.is_file():  # a pipe, which would be waited for
            raise SourceError(f"expected a file, found {path}: a folder or a device; give a file.")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"expected a readable file, found {path}: {error.strerror}; check the name and the rights."
        ) from error


def make(job: Job) -> Made | str:
    """The page of one article, or in one line why there is none."""
    from briefing.pipeline import make_brief  # takes longer to load than a run with nothing to do

    path, source, options = job
    try:
        data = load(path)
        brief = make_brief(path, words=options.words, method=options.method, focus=options.focus)
    except OptionError as error:  # a focus that tells something in another language
        return f"{path}: {error}"
    except BriefingError as error:
        return str(error)
    entry = Entry(
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        fingerprint=fingerprint(path, data, options),
        name="",
        title=title_of(brief, path),
        date=brief.date,
        topics=brief.topics,
        people=brief.people,
        outlets=outlets(brief),
        bottom_line=" ".join(item.text for item in brief.bottom_line),
        sayings=tuple(
            Saying(s.speaker or "", s.role, s.text, s.references[0].paragraph) for s in brief.sayings
        ),
    )
    return Made(entry, page_of(brief))


def title_of(brief: Brief, path: Path) -> str:
    """The title; where the article has none, the name of its file, so that lists and names tell it from others."""
    return brief.title if "title" in brief.sources[0] else path.stem


def page_of(brief: Brief) -> str:
    """The brief as `brief make` prints it, but for its front matter, anchors, and a line of links under the title.

    The front matter is such as site generators understand, and the anchors are the same in each of them.
    """
    text = brief.markdown().partition("\n---\n")[2].lstrip("\n")
    anchors = [TOP]

    def anchored(match: re.Match[str]) -> str:
        name = anchor(html.unescape(BACKSLASH.sub("", match.group(1))))
        while name in anchors:
            name += "-again"
        anchors.append(name)
        return f"{match.group()} {{#{name}}}"

    text = HEADING.sub(anchored, text)
    title, _, rest = text.partition("\n")
    line = about(brief.date, outlets(brief), brief.topics, brief.people, "")
    return f"{front_matter(brief)}{title} {{#{TOP}}}\n\n{line}{rest}"


def front_matter(brief: Brief) -> str:
    """What generators, feeds and search engines read; a brief without a date says none."""
    values: dict[str, Any] = {
        "title": harmless(brief.title),
        "description": description(" ".join(item.text for item in brief.bottom_line)),
        "tags": [harmless(topic) for topic in brief.topics],
        "topics": brief.topics,
        "people": brief.people,
        "sources": list(brief.sources),
        "language": brief.language,
        "words": {"source": brief.words_in, "brief": brief.words_out},
        "generator": f"briefing {brief.version}",
    }
    lines = [f"{key}: {escape_yaml(value)}\n" for key, value in values.items()]
    if brief.date:
        lines.insert(1, f"date: {brief.date}\n")
    return f"---\n{''.join(lines)}---\n\n"


def outlets(brief: Brief) -> tuple[str, ...]:
    """Where the articles appeared, each once, in the order of the sources."""
    return tuple(dict.fromkeys(s["outlet"] for s in brief.sources if "outlet" in s))
