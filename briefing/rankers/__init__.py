"""Ranking methods by name. A new one is one function and one line in ``RANKERS``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from briefing.arguments import text
from briefing.errors import UnknownName
from briefing.select import Scores

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from briefing.rankers.prepare import FloatArray, Prepared

Ranker: TypeAlias = "Callable[[Prepared], FloatArray | Scores]"
"""Prepared sentences to one score per sentence, higher is better; parallel to the sentences, all finite. A method
whose score has parts, or whose sentences tell less once others are chosen, gives ``Scores``."""


class Method(NamedTuple):
    """A method as it is listed."""

    where: str
    """"module:function", imported when it is asked for."""
    about: str
    run: bool = False
    """Whether the choice is an unbroken run from the best sentence on, so that nothing is passed over."""


RANKERS: dict[str, Method] = {
    "salience": Method("salience:salience", "key words, centrality, place, and standing alone (the default)"),
    "centrality": Method("centrality:directed_centrality", "directed centrality, Zheng & Lapata 2019"),
    "edmundson": Method("classic:edmundson", "cue words and places, Edmundson 1969"),
    "kl": Method("classic:kl", "divergence of word distributions, Haghighi & Vanderwende 2009"),
    "lead": Method("classic:lead", "the first sentences", run=True),
    "lexrank": Method("classic:lexrank", "random walk over similar sentences, Erkan & Radev 2004"),
    "lsa": Method("classic:lsa", "latent topics, Steinberger & Ježek 2004"),
    "luhn": Method("classic:luhn", "clusters of repeated words, Luhn 1958"),
    "random": Method("classic:random", "any order, always the same one"),
    "reduction": Method("classic:reduction", "sum of word overlap, after Jagadeesh et al. 2005"),
    "sumbasic": Method("classic:sumbasic", "frequent words, each said once, Nenkova & Vanderwende 2005"),
    "textrank": Method("classic:textrank", "random walk over word overlap, Mihalcea & Tarau 2004"),
    **{
        f"sumy-{name}": Method(f"sumy:{name}", f"sumy's own {name}; slow on long texts")
        for name in ("edmundson", "kl", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank")
    },
}

DEFAULT = "salience"


def rank(name: str, prepared: Prepared) -> Scores:
    """The scores by the method called ``name``. Raises UnknownName."""
    found = ranker(name)(prepared)
    run = name in RANKERS and RANKERS[name].run
    return found if isinstance(found, Scores) else Scores(found, run=run)


def ranker(name: str) -> Ranker:
    """The ranking method called ``name``; from an entry point in ``briefing.rankers`` where it is not ours.

    Raises UnknownName, which offers the nearest name.
    """
    check(name)
    if name in RANKERS:
        module, _, function = RANKERS[name].where.partition(":")
        found: Ranker = getattr(import_module(f"briefing.rankers.{module}"), function)
        return found
    loaded: Ranker = _others()[name].load()
    return loaded


def check(name: str) -> None:
    """Raises UnknownName where no method has that name; loads none."""
    if text("a method", name) not in RANKERS and name not in _others():
        raise UnknownName("ranking method", name, [*RANKERS, *_others()])


def _others() -> dict[str, EntryPoint]:
    """The methods of other packages."""
    from importlib.metadata import entry_points  # slow to import, and seldom asked

    return {point.name: point for point in entry_points(group="briefing.rankers")}
