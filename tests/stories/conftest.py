"""What all stories share: the site, the reader, and the words they have in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

from tests import keychain as keychains
from tests import servers
from tests.servers import Site
from tests.stories.reader import Reader
from tests.stories.texts import BY_NAME, ENGLISH

site = servers.site
keychain = keychains.keychain
no_keychain = keychains.no_keychain


@pytest.fixture
def reader(tmp_path: Path, site: Site, no_keychain: dict[str, str]) -> Reader:
    """Somebody who reads it; she has no keychain until a story gives her one."""
    (tmp_path / "config").mkdir()
    return Reader(tmp_path, site, no_keychain)


@given(parsers.parse('a news site with the story "{title}"'))
def a_site_with_the_story(reader: Reader, site: Site, title: str) -> None:
    assert title == ENGLISH.title
    ENGLISH.publish(site)


@given(parsers.parse("a news site with the {language} story"))
def a_site_with_a_story_in(reader: Reader, site: Site, language: str) -> None:
    reader.story = BY_NAME[language]
    reader.story.publish(site)


@when("she clips the story")
def she_clips_the_story(reader: Reader) -> None:
    reader.clips()


@when("she clips the story and binds it in the same command")
def she_clips_and_binds(reader: Reader) -> None:
    reader.clips("--pdf", str(reader.pdf))


@then(parsers.parse("Clipper says it was {status}"))
def clipper_says(reader: Reader, status: str) -> None:
    assert reader.said.code == 0, reader.said.err
    assert [each["status"] for each in reader.said.objects] == [status]


@then(parsers.parse("the exit code is {code:d}"))
def the_exit_code(reader: Reader, code: int) -> None:
    assert reader.said.code == code, reader.said


@then("there is one clip")
def there_is_one_clip(reader: Reader) -> None:
    assert reader.lists("list") == [reader.story.title]


@then(parsers.parse('the clip has the flag "{code}"'))
def the_clip_has_the_flag(reader: Reader, code: str) -> None:
    assert code in [flag["code"] for flag in reader.clip()["flags"]]


@then(parsers.parse("standard error says a sentence with a hint about the {thing}"))
def standard_error_says(reader: Reader, thing: str) -> None:
    words = {"library": str(reader.library), "keychain": "keychain"}[thing]
    (line,) = reader.said.err.strip().splitlines()
    assert line.startswith("clipper: ")
    assert words in line
    assert line.count(". ") >= 1


@then(parsers.parse('the story failed because of "{code}"'))
def the_story_failed(reader: Reader, code: str) -> None:
    assert reader.said.code == 1
    assert [each["reason"]["code"] for each in reader.said.objects] == [code]


@when("the site is taken down")
def the_site_is_taken_down(reader: Reader) -> None:
    reader.site.stop()


@then("the clip shows every paragraph of the story in order")
def every_paragraph_in_order(reader: Reader) -> None:
    shown = reader.types("show", "1", "--text").text
    places = [shown.find(paragraph) for paragraph in reader.story.paragraphs]
    assert -1 not in places
    assert places == sorted(places)


@when("she undoes the last change")
def she_undoes(reader: Reader) -> None:
    assert reader.types("undo").code == 0, reader.said.err


@then(parsers.parse('searching for "{words}" finds nothing'))
def searching_finds_nothing(reader: Reader, words: str) -> None:
    assert reader.lists("search", *words.split()) == []
