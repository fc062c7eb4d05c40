"""The MkDocs plugin ``briefs``: articles in ``docs/articles/`` become pages of briefs when the site is built.

It publishes into a cache folder beside ``mkdocs.yml`` and hands the pages to MkDocs as generated files: a brief
is made again only when its article changes. ProperDocs loads the same class.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from briefing.characters import one_line
from briefing.errors import BriefingError
from briefing.publish.making import Options
from briefing.publish.settings import Settings
from briefing.publish.site import Report, update
from briefing.publish.store import Store
from briefing.rankers import DEFAULT

log = logging.getLogger("mkdocs.plugins.briefs")
STYLE = "briefs/style.css"
LISTS = tuple(f"briefs/by-{kind}.md" for kind in ("date", "topic", "person", "outlet"))


class BriefsConfig(base.Config):  # type: ignore[no-untyped-call]  # of MkDocs
    """What may stand under ``briefs:`` in mkdocs.yml."""

    articles = config_options.Optional(config_options.Type(str))
    """Folder of the articles, from the folder of mkdocs.yml; ``articles`` within docs_dir by default."""
    cache = config_options.Type(str, default=".cache/briefs")
    """Folder of the made pages, from the folder of mkdocs.yml."""
    words = config_options.Optional(config_options.Type(int))
    method = config_options.Type(str, default=DEFAULT)
    focus = config_options.Optional(config_options.Type(str))


class BriefsPlugin(BasePlugin[BriefsConfig]):  # type: ignore[no-untyped-call]
    """Makes the briefs before MkDocs reads its pages."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have what the pages need: anchors written out, and articles that are watched."""
        root = Path(config.config_file_path or config.docs_dir).parent
        given = self.config.articles
        self.articles = os.path.realpath(root / given if given else Path(config.docs_dir, "articles"))
        self.cache = os.path.realpath(root / self.config.cache)
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        if os.path.isdir(self.articles) and self.articles not in config.watch:
            config.watch.append(self.articles)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Take the articles out of the site, and put the briefs and their lists in."""
        for file in [
            f for f in files if os.path.realpath(f.abs_src_path or "").startswith(self.articles + os.sep)
        ]:
            files.remove(file)
        report = self._publish(config)
        for line in [*report.problems, *report.kept]:
            log.warning(one_line(line))
        for path, done in report.steps.items():
            if done != "removed" and path.startswith("docs/"):
                _add(files, path.removeprefix("docs/"), f"{self.cache}/{path}", config)
        return files

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Give the pages of briefs and lists their style; those of the user keep their own."""
        made = (page.file.abs_src_path or "").startswith(self.cache + os.sep)
        if not made or STYLE in config.extra_css:
            return output
        link = f'<link href="{get_relative_url(STYLE, page.url)}" rel="stylesheet">\n'
        return output.replace("</head>", f"{link}</head>", 1)

    def _publish(self, config: MkDocsConfig) -> Report:
        folders = [Path(self.articles)] if os.path.isdir(self.articles) else []
        settings = Settings(
            config.site_name, config.site_url or None, "/" if config.use_directory_urls else ".html"
        )
        try:
            options = Options(self.config.words, self.config.method, self.config.focus)
            with Store(Path(self.cache), cache=True) as store:
                store.put_once(".gitignore", "*\n")
                return update(store, folders, options, settings, processes=os.cpu_count() or 1, prune=True)
        except BriefingError as error:
            raise PluginError(one_line(str(error))) from error


def _add(files: Files, uri: str, path: str, config: MkDocsConfig) -> None:
    """Add a made file, unless the user has one of that name; only lists go into a navigation made by MkDocs."""
    if files.get_file_from_path(uri) or (uri == "index.md" and files.get_file_from_path("README.md")):
        return
    shown = uri == "index.md" or (uri in LISTS and config.nav is None)
    level = InclusionLevel.INCLUDED if shown else InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, uri, abs_src_path=path, inclusion=level))
