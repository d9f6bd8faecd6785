"""Translation: one message a paragraph, labels outside of it, the extension's own words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from docutils import nodes
from sphinx_project import project, who_says_what

from sphinx_vivavoce import catalogues
from vivavoce.words import WORDS


def test_each_paragraph_of_speech_is_one_message(tmp_path: Path) -> None:
    built = project("i18n", tmp_path).build("gettext")
    assert built.warnings == ""
    catalogue = read_po(BytesIO((built.outdir / "index.pot").read_bytes()))
    places = {message.id: message.locations for message in catalogue if message.id}
    assert places["What is a *clock*?"] == [("../../ann.html", 6)]
    assert places["A promise."] == [("../../ann.html", 7)]
    assert places["I `keep <https://example.org/>`__ it."] == [("../../ann.html", 8)]
    assert places["**Which tool came first?**"] == [("../../nobody.html", 6)]
    assert places["It *stays*."] == [("../../index.rst", 10)]
    assert not any("Ann" in text or "Ben" in text for text in places)


def test_the_caption_of_a_picture_that_is_missing_is_a_message(tmp_path: Path) -> None:
    mini = project("i18n", tmp_path)
    figure = "<figure><img src='none.png'><figcaption>A clock, 1820</figcaption></figure>"
    page = mini.srcdir / "ann.html"
    page.write_text(page.read_text("utf-8") + figure, "utf-8")
    assert 'msgid "A clock, 1820"' in mini.build("gettext").text("index.pot")


def test_markdown_pages_offer_markdown(tmp_path: Path) -> None:
    mini = project("i18n", tmp_path)
    (mini.srcdir / "index.rst").unlink()
    (mini.srcdir / "index.md").write_text("# Clocks\n\n```{interview} ann.html\n```\n", "utf-8")
    built = mini.build("gettext", extensions=["sphinx_vivavoce", "myst_parser"])
    assert built.warnings == ""
    text = (built.outdir / "index.pot").read_text("utf-8")
    assert 'msgid "I [keep](<https://example.org/>) it."' in text


def test_translations_replace_the_speech_and_keep_the_labels(tmp_path: Path) -> None:
    built = project("i18n", tmp_path).build("html", language="de")
    assert built.warnings == ""
    turns = who_says_what(built.doctree())
    assert turns[:2] == [
        ("Ben Marsh", "Ben Marsh: Was ist eine Uhr?"),
        ("Ann Lee", "Ann Lee: Ein Versprechen. Ich halte es."),
    ]
    assert ("Ann", "Ann: Es bleibt.") in turns
    page = built.text("index.html")
    assert "<h2>Anfänge" in page
    assert "Was ist eine <em>Uhr</em>?" in page
    assert '<a class="reference external" href="https://example.org/">halte</a>' in page
    assert "<strong>Welches Werkzeug war das erste?</strong>" in page


def test_what_is_translated_is_no_longer_in_its_first_language(tmp_path: Path) -> None:
    mini = project("i18n", tmp_path)
    assert "lang=" not in mini.build("html", language="de").text("index.html").split("<body>")[1]
    (mini.srcdir / "locale" / "de" / "LC_MESSAGES" / "index.po").unlink()
    (mini.srcdir / "locale" / "de" / "LC_MESSAGES" / "index.mo").unlink()
    (mini.srcdir / "index.rst").write_text("Uhren\n=====\n\n.. interview:: ann.html\n", "utf-8")
    assert 'lang="en"' in mini.build("html", language="de").text("index.html").split("<body>")[1]


@pytest.mark.parametrize(
    ("language", "question"), [("en", "Question"), ("de", "Frage"), ("ja", "質問"), ("zh_CN", "问")]
)
def test_people_without_a_name_have_a_word_in_the_projects_language(
    tmp_path: Path, language: str, question: str
) -> None:
    mini = project("i18n", tmp_path)
    (mini.srcdir / "index.rst").write_text("Page\n====\n\n.. interview:: nobody.html\n", "utf-8")
    built = mini.build("html", language=language, vivavoce_labels="every")
    speakers = {speaker for speaker, _ in who_says_what(built.doctree())}
    assert question in speakers
    assert f'<span class="speaker">{question}</span>: ' in built.text("index.html")


def test_questions_without_a_label_are_bold(tmp_path: Path) -> None:
    built = project("i18n", tmp_path).build("html")
    questions = [
        node
        for node in built.doctree().findall(nodes.container)
        if "question" in node["classes"] and node.next_node(nodes.strong)
    ]
    assert [node.astext() for node in questions][:1] == ["Which tool came first?"]
    assert len(questions) == 4


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_catalogue_is_complete_and_compiled(language: str) -> None:
    path = catalogues.po_path(language)
    source = read_po(BytesIO(path.read_bytes()), language)
    compiled = read_mo(BytesIO(path.with_suffix(".mo").read_bytes()))
    words = {message.id: message.string for message in source if message.id}
    assert set(words) == set(catalogues.messages())
    assert all(words.values())
    assert {message.id: message.string for message in compiled if message.id} == words


@pytest.mark.parametrize(
    ("language", "tag"),
    [("de", "de"), ("ja", "ja"), ("ar", "ar"), ("zh_CN", "zh-Hans"), ("zh_TW", "zh-Hant")],
)
def test_the_words_are_those_of_the_core(language: str, tag: str) -> None:
    catalogue = read_po(BytesIO(catalogues.po_path(language).read_bytes()), language)
    words = WORDS[tag]
    for message, word in (("Question", words.question), ("Answer", words.answer)):
        found = catalogue.get(message)
        assert found is not None
        assert found.string == word
