"""Ranking methods by name. A new one is one function and one line in ``RANKERS``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points

from briefing.errors import UnknownName
from briefing.rankers.prepare import FloatArray, Prepared

Ranker = Callable[[Prepared], FloatArray]
"""Prepared sentences to one score per sentence, higher is better; parallel to the sentences, all finite."""

RANKERS: dict[str, str] = {
    "centrality": "briefing.rankers.centrality:directed_centrality",
    "lead": "briefing.rankers.baselines:lead",
    "sumy-edmundson": "briefing.rankers.sumy:edmundson",
    "sumy-kl": "briefing.rankers.sumy:kl",
    "sumy-lexrank": "briefing.rankers.sumy:lexrank",
    "sumy-lsa": "briefing.rankers.sumy:lsa",
    "sumy-luhn": "briefing.rankers.sumy:luhn",
    "sumy-reduction": "briefing.rankers.sumy:reduction",
    "sumy-sumbasic": "briefing.rankers.sumy:sumbasic",
    "sumy-textrank": "briefing.rankers.sumy:textrank",
}
"""Name to "module:function", imported when it is asked for."""

DEFAULT = "centrality"


def ranker(name: str) -> Ranker:
    """The ranking method called ``name``; from an entry point in ``briefing.rankers`` where it is not ours.

    Raises UnknownName, which offers the nearest name.
    """
    if name in RANKERS:
        module, _, function = RANKERS[name].partition(":")
        found: Ranker = getattr(import_module(module), function)
        return found
    others = {point.name: point for point in entry_points(group="briefing.rankers")}
    if name in others:
        loaded: Ranker = others[name].load()
        return loaded
    raise UnknownName("ranking method", name, [*RANKERS, *others])
