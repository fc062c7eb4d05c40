"""Make briefing/language/given_names.txt from the Faker package: python tools/given_names.py

Faker (MIT) lists first names by country and gender; install it where you run this. A name that both women and men
bear, in whichever of the countries, tells nothing and is left out, and so is a country or a common word.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

from briefing.language.places import countries
from briefing.language.rarity import zipf_table

TABLE = Path(__file__).resolve().parent.parent / "briefing" / "language" / "given_names.txt"
ENGLISH = "en_US en_GB en_IE en_IN en_NZ"
OTHERS = (
    "fr_FR de_DE de_AT es_ES es_MX it_IT nl_NL sv_SE no_NO da_DK fi_FI et_EE lv_LV pl_PL cs_CZ sk_SK sl_SI hr_HR "
    "hu_HU ro_RO pt_PT pt_BR tr_TR id_ID"
)
NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?")
COMMON = 3.7
"""Zipf frequency from which on a foreign name is an English word: "Till", "Gun", "Floor"."""
ELSE = (
    "April August Austin Carolina Chelsea Christian Dakota Dallas Diamond Florence Georgia Houston Israel Jackson Jesus "
    "June Junior Lincoln Madison Marine May Orlando Paris Princess Queen Royal Santa Sydney Victoria Virginia "
    "Washington Will"
)
"""Names that are more often a month, a place or a thing."""
EITHER = "Andrea Jan Jean Joan Kari Laurence Michele Nicola Sasha Simone Stacy Tracy Valery"
"""Names that women bear in one country and men in another."""
ADDED = (
    "Beth Betsy Carly Condoleezza Debbie Gina Hillary Huma Ivanka Kamala Elena Kate Kellyanne Liz Maggie Meg Melania Nikki Peggy "
    "Sue Susie Theresa Ursula Viola",
    "Al Barack Bashar Benjamin Bernie Boris Chuck Cliff Dick Dmitry Doug Ed Geoff Hassan Hosni Hussein Jacques Jeb Joko Ken "
    "Kofi Mahmoud Mario Matt Mitch Mitt Narendra Ned Newt Nick Osama Pete Phil Rand Recep Reince Rob Ron Rudy Saddam Sergei "
    "Shinzo Stan Ted Vic Vladimir Volodymyr Xavier Yair",
)
"""Names of women and of men in the news that the lists lack."""


def names(countries: str, gender: str) -> set[str]:
    """First names of women or men ("female", "male") of these countries."""
    providers = [import_module(f"faker.providers.person.{country}").Provider for country in countries.split()]
    return {n for p in providers for n in getattr(p, f"first_names_{gender}", ()) if NAME.fullmatch(n)}


def main() -> None:
    common = {word for word, zipf in zipf_table("en").items() if zipf >= COMMON}
    listed = [
        names(ENGLISH, gender) | {n for n in names(OTHERS, gender) if n.lower() not in common}
        for gender in ("female", "male")
    ]
    shut_out = (listed[0] & listed[1]) | {*ELSE.split(), *EITHER.split()} | set(countries())
    lines = [
        " ".join(sorted((found - shut_out) | set(added.split())))
        for found, added in zip(listed, ADDED, strict=True)
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
