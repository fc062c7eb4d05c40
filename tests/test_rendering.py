"""Article text is not markup, in Markdown and in HTML; templates cannot run code."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

import jinja2
import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefing import TemplateError, UnknownName, make_brief
from briefing.rendering.compiled import CompiledTemplates
from briefing.rendering.escape import escape_markdown, link

ODD = [
    "# Heading",
    "- 2019. The year began",
    "2019. The year began",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://host.example/pixel.png)",
    "{{ 7*7 }} {% raw %}",
    "snake_case and *stars* and `code` and ~~struck~~",
    "> quoted",
    "| a | b |",
    "AT&amp;T &lt;b&gt; &#65;",
    "!!! note",
    "??? details",
    ": definition",
    "=== tab",
    "https://host.example/a_b_c",
    "[^1] and [1]: http://host.example",
    "a \\* b \\",
    "*[HTML]: abbreviation",
    "+ plus",
    "--- \t***",
    "1) one",
    "www.host.example and me@host.example",
    "$$x$$ for $5",
]
PLACES = ["{}", "- {}", "> {}", "## {}", "**Lead.** {}"]


def shown(text: str, place: str) -> str:
    """What a reader sees of ``text`` at a place of a Markdown page."""
    page = markdown.markdown(place.format(escape_markdown(text)), extensions=["extra", "admonition", "toc"])
    return html.unescape(re.sub(r"<[^>]*>", "", page)).strip()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ODD)
def test_markup_comes_out_as_text(text: str, place: str) -> None:
    label = place.format("").strip("#->* ").replace("**", "")
    assert shown(text, place).removeprefix(label).strip() == " ".join(text.split())


@pytest.mark.parametrize("text", ["{% raw %}", "{{ x }}", "{{< x >}}", "{{% x %}}"])
def test_nothing_that_jekyll_or_hugo_would_run_is_left(text: str) -> None:
    assert not re.search(r"\{[{%]", escape_markdown(text))


@example("&#1")
@given(st.text(alphabet=st.sampled_from("ab <>&*_`[](){}#+-.!|\\~:=?/1;\"'\n"), max_size=30))
def test_any_text_comes_out_as_text(text: str) -> None:
    folded = " ".join(text.split())
    if folded:
        assert " ".join(shown("x " + text, "{}").split()) == "x " + folded


@pytest.mark.parametrize("text", [text for text in ODD if "The year" not in text])
def test_the_whole_brief_shows_odd_text_letter_by_letter(text: str) -> None:
    source = f"The ministry said on Monday that {text} was what it had found in the register of the port."
    brief = make_brief(source)
    page = brief.html()
    assert "<script" not in page
    assert "<img" not in page
    assert "href" not in page
    body = html.unescape(re.sub(r"<[^>]*>", "", page.partition("<body>")[2]))
    assert " ".join(text.split()) in " ".join(body.split())


ADDRESSES = {
    "https://post.example/2024/05/the_old_crane-1.html?id=4&page=2#top": True,
    "http://www.post.example": True,
    "javascript:alert(1)": False,
    "https://post.example/*a*?b=[1](x)": False,
    "https://post.example/a>b<script>": False,
    "https://post.example/&copy;": False,
    "https://post.example/ a": False,
    "https://user@host.example/{{ x }}": False,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_address_of_a_source_is_a_link_where_it_is_plain(address: str) -> None:
    page = markdown.markdown(f"1. The Post, {link(address)}, a.txt")
    found = re.findall(r'<a href="([^"]*)">', page)
    assert [html.unescape(target) for target in found] == [address] * ADDRESSES[address]
    assert html.unescape(re.sub(r"<[^>]*>", "", page)).strip() == f"The Post, {address}, a.txt"


def test_links_of_a_page_are_to_the_web_and_tell_nothing(tmp_path: Path) -> None:
    template = tmp_path / "mine.md.j2"
    template.write_text(
        '[a](javascript:alert(1)) [b](https://x.example/ "c") {{ "https://y.example" | link }}'
    )
    page = make_brief("The ministry said nothing on Monday.").html(template=str(template))
    assert re.findall(r'href="([^"]*)"', page) == ["https://x.example/", "https://y.example"]
    assert page.count('" rel="noopener noreferrer nofollow"') == 2


def test_front_matter_is_yaml_whatever_the_title_holds() -> None:
    title = "A: \"b\" 'c' # d\n--- {{ e }} <f>"
    text = make_brief("The ministry said nothing on Monday.", title=title).markdown()
    front = yaml.safe_load(text.split("\n---\n")[0])
    assert front["title"] == title.replace("<f", "‹f"), "no tag, for themes that print a title as it is"
    assert front["sources"][0]["sha256"]


def test_a_template_cannot_run_code(tmp_path: Path) -> None:
    brief = make_brief("The ministry said nothing on Monday.")
    template = tmp_path / "evil.md.j2"
    template.write_text("{{ brief.__class__.__mro__[-1].__subclasses__() }}")
    with pytest.raises(TemplateError, match="mend the template"):
        brief.markdown(str(template))


@pytest.mark.parametrize(
    "source",
    [
        "{{ brief.markdown(path) }}",
        "{{ brief['html'](path) }}",
        "{{ (brief | attr('markdown'))(path) }}",
        "{{ ([brief] | map(attribute='markdown') | first)(path) }}",
        "{{ '{0.markdown}'.format(brief) }}",
        "{{ brief.bottom_line[0].spans[0].of('text') }}",
        "{% include path %}",
        "{% import path as other %}{{ other }}",
    ],
)
def test_a_template_reads_the_fields_of_a_brief_and_no_file(tmp_path: Path, source: str) -> None:
    secret, template = tmp_path / "secret", tmp_path / "curious.md.j2"
    secret.write_text("the secret")
    template.write_text(f"{{% set path = {str(secret)!r} %}}{source}")
    brief = make_brief("The ministry said nothing on Monday.")
    for render in (brief.markdown, brief.html):
        with pytest.raises(TemplateError, match="mend the template"):
            render(str(template))


def test_a_template_is_given_every_field_of_a_brief(tmp_path: Path) -> None:
    template = tmp_path / "mine.md.j2"
    template.write_text("{{ brief.items[0].spans[0].end }} {{ brief.title }} {{ brief.who }}")
    brief = make_brief("The ministry said nothing on Monday.", title="Nothing")
    assert brief.markdown(str(template)) == "36 Nothing ()"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% for %}", "expression"),
        ("{{ brief.title.nope() }}", "nope"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "recursion"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "recursion"),
        ("{{ 'a' * 2 ** 62 }}", "MemoryError"),
        ("{{ ['x'] | references(true) }}", "'str' object has no attribute 'document'"),
    ],
)
def test_a_broken_template_is_a_clear_error(tmp_path: Path, source: str, found: str) -> None:
    template = tmp_path / "broken.md.j2"
    template.write_text(source)
    with pytest.raises(TemplateError, match=r"expected a working template, found in '.*': .*; mend") as told:
        make_brief("The ministry said nothing on Monday.").markdown(str(template))
    assert found in str(told.value)


def test_a_template_that_makes_no_page_is_a_clear_error(tmp_path: Path) -> None:
    template = tmp_path / "deep.md.j2"
    template.write_text("\n".join("    " * depth + "- x" for depth in range(400)))
    with pytest.raises(TemplateError, match="recursion"):
        make_brief("The ministry said nothing on Monday.").html(str(template))


def test_a_path_is_no_name_of_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.md.j2").write_text("mine")
    for name in (str(tmp_path / "mine"), "../templates/policy"):
        with pytest.raises(UnknownName):
            make_brief("The ministry said nothing on Monday.").markdown(name)


def test_an_unknown_template_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="did you mean 'policy'"):
        make_brief("The ministry said nothing on Monday.").markdown("polcy")


def rendered(folder: Path) -> str:
    """What the template of ``folder`` makes in a new process, as far as Jinja can tell."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), bytecode_cache=CompiledTemplates(folder)
    )
    return environment.get_template("one.j2").render(word="crane")


def test_a_template_is_compiled_once_and_again_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "one.j2").write_text("A {{ word }}.")
    assert rendered(tmp_path) == "A crane."
    (kept,) = (tmp_path / "__pycache__").iterdir()
    monkeypatch.setattr(jinja2.Environment, "_parse", None)
    assert rendered(tmp_path) == "A crane."
    monkeypatch.undo()
    (tmp_path / "one.j2").write_text("The {{ word }}.")
    assert rendered(tmp_path) == "The crane."
    kept.write_bytes(kept.read_bytes()[:30])
    assert rendered(tmp_path) == "The crane."


def test_where_nothing_can_be_kept_templates_work_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.j2").write_text("A {{ word }}.")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path) == "A crane."
    assert not (tmp_path / "__pycache__").exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").write_text("a file where the folder should be")
    assert rendered(tmp_path) == "A crane."
