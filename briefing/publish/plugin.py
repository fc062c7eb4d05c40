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

from briefing.errors import BriefingError
from briefing.publish.making import Options
from briefing.publish.site import Report, Settings, update
from briefing.publish.store import Store
from briefing.readers import READERS

log = logging.getLogger("mkdocs.plugins.briefs")
LISTS = tuple(f"briefs/by-{kind}.md" for kind in ("date", "topic", "person", "outlet"))


class BriefsConfig(base.Config):  # type: ignore[no-untyped-call]  # of MkDocs
    """What may stand under ``briefs:`` in mkdocs.yml."""

    articles = config_options.Type(str, default="articles")
    """Folder of the articles, within docs_dir."""
    cache = config_options.Type(str, default=".cache/briefs")
    """Folder of the made pages, from the folder of mkdocs.yml."""
    words = config_options.Optional(config_options.Type(int))
    method = config_options.Type(str, default="centrality")
    focus = config_options.Optional(config_options.Type(str))


class BriefsPlugin(BasePlugin[BriefsConfig]):  # type: ignore[no-untyped-call]
    """Makes the briefs before MkDocs reads its pages."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have what the pages need: anchors written out, and their style."""
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        if "briefs/style.css" not in config.extra_css:
            config.extra_css.append("briefs/style.css")
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Take the articles out of the site, and put the briefs and their lists in."""
        prefix = self.config.articles.strip("/") + "/"
        found = [
            f for f in files if f.src_uri.startswith(prefix) and Path(f.src_uri).suffix.lower() in READERS
        ]
        cache = Path(config.config_file_path or config.docs_dir).parent / self.config.cache
        report = self._publish([Path(f.abs_src_path) for f in found if f.abs_src_path], cache, config)
        for line in [*report.problems, *report.kept]:
            log.warning(line)
        for file in found:
            files.remove(file)
        root = os.path.realpath(cache)
        for path, done in report.steps.items():
            if done != "removed" and path.startswith("docs/"):
                _add(files, path.removeprefix("docs/"), Path(root, path), config)
        return files

    def _publish(self, articles: list[Path], cache: Path, config: MkDocsConfig) -> Report:
        options = Options(self.config.words, self.config.method, self.config.focus)
        settings = Settings(config.site_name, config.site_url or None)
        try:
            with Store(cache, cache=True) as store:
                store.put_once(".gitignore", "*\n")
                report = update(store, articles, options, settings, processes=os.cpu_count() or 1, prune=True)
        except BriefingError as error:
            raise PluginError(str(error)) from error
        return report


def _add(files: Files, uri: str, path: Path, config: MkDocsConfig) -> None:
    """Add a made file, unless the user has one of that name; only lists go into a navigation made by MkDocs."""
    if files.get_file_from_path(uri) or (uri == "index.md" and files.get_file_from_path("README.md")):
        return
    shown = uri == "index.md" or (uri in LISTS and config.nav is None)
    level = InclusionLevel.INCLUDED if shown else InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, uri, abs_src_path=str(path), inclusion=level))
