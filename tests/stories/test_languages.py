"""languages.feature: every script is at home."""

from __future__ import annotations

import subprocess

from pytest_bdd import parsers, scenarios, then

from tests.stories.reader import Reader
from tests.stories.texts import BY_NAME

scenarios("languages.feature")


@then(parsers.parse('the clip\'s language begins with "{code}" and runs "{direction}"'))
def language_and_direction(reader: Reader, code: str, direction: str) -> None:
    clip = reader.clip()
    assert clip["language"].startswith(code)
    assert clip["direction"] == direction


@then(parsers.parse('searching for "{word}" finds the {language} title'))
def searching_finds(reader: Reader, word: str, language: str) -> None:
    assert reader.lists("search", word) == [BY_NAME[language].title]


@then(parsers.parse('the page came in "{charset}" and every paragraph is right'))
def every_paragraph(reader: Reader, charset: str) -> None:
    assert reader.story.charset == charset
    text = reader.clip()["text"]
    assert [words for words in reader.story.paragraphs if words not in text] == []


@then("all fonts of the PDF are embedded")
def fonts_are_embedded(reader: Reader) -> None:
    listed = subprocess.run(["pdffonts", str(reader.pdf)], capture_output=True, text=True, check=True).stdout
    fonts = [line.split()[-5] for line in listed.splitlines()[2:]]
    assert fonts
    assert set(fonts) == {"yes"}
