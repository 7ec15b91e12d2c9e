"""mending.feature: what was taken out, brought back, taught and cleaned again."""

from __future__ import annotations

from typing import Any

from pytest_bdd import parsers, scenarios, then, when

from tests.stories.reader import Reader
from tests.stories.story import Story

scenarios("mending.feature")

OTHER = Story(
    "Ferries sail again",
    (
        "The first ferry to the islands left on Sunday evening, with four hundred passengers on board.",
        "The crew had spent three days in the harbour of the capital, waiting for the swell to calm down.",
        "Islanders greeted the ship with flags; bread and milk had become scarce during the long storm.",
        "The company promises that the tickets which could not be used stay valid until the end of May.",
    ),
)


def removed(reader: Reader, words: str) -> dict[str, Any]:
    """The removal that says this."""
    said = reader.types("show", "1", "--removed", "--json")
    assert said.code == 0, said.err
    return next(each for each in said.objects if words in each["text"])


def host(reader: Reader) -> str:
    """The site, as rules name it."""
    return reader.host.partition(":")[0]


def text(reader: Reader, clip: str = "1") -> str:
    """What a clip says."""
    return reader.types("show", clip, "--text").text


def does(reader: Reader, *words: str) -> None:
    """Type a command that succeeds."""
    said = reader.types(*words)
    assert said.code == 0, said.err + said.text


@then(parsers.parse('"{words}" is listed as taken out, with a reason in words and a place'))
def it_is_listed(reader: Reader, words: str) -> None:
    piece = removed(reader, words)
    assert piece["place"].startswith("/html/body/")
    assert piece["where"] in ("before", "inside", "after")
    assert piece["reason"] not in ("", piece["rule"], "No part of the article")
    listed = reader.types("show", "1", "--removed").text
    assert piece["reason"] in listed
    assert words in listed


@then("cleaning with --explain tells the same")
def explaining_tells_the_same(reader: Reader) -> None:
    reader.types("show", "1", "--removed", "--json")
    kept = [(each["reason"], each["text"]) for each in reader.said.objects]
    reader.types("clean", reader.address, "--explain", "--json")
    (said,) = reader.said.objects
    assert [(each["reason"], each["text"]) for each in said["removals"]] == kept


@when(parsers.re(r'she brings back "(?P<words>[^"]*)"(?P<always> always)?'))
def she_brings_back(reader: Reader, words: str, always: str | None) -> None:
    number = str(removed(reader, words)["n"])
    does(reader, "restore-part", "1", number, *(["--always"] if always else []))


@when(parsers.parse('she takes out the block that begins with "{words}"'))
def she_takes_out(reader: Reader, words: str) -> None:
    blocks = reader.types("show", "1", "--blocks", "--json").objects
    number = next(each["n"] for each in blocks if each["text"].startswith(words))
    does(reader, "remove-part", "1", str(number))


@then(parsers.parse('the clip says "{words}" after every paragraph of the story'))
def it_says_it_at_the_end(reader: Reader, words: str) -> None:
    said = text(reader)
    assert said.rstrip().endswith(words)
    assert [each for each in reader.story.paragraphs if each not in said] == []


@then(parsers.parse('the clip says "{words}"'))
def it_says(reader: Reader, words: str) -> None:
    assert words in text(reader)


@then(parsers.parse('the clip does not say "{words}"'))
def it_does_not_say(reader: Reader, words: str) -> None:
    assert words not in text(reader)


@when("she cleans every clip again")
def she_cleans_again(reader: Reader) -> None:
    does(reader, "clean-again", "--all")


@when("she cleans the site's clips again")
def she_cleans_the_sites_clips(reader: Reader) -> None:
    does(reader, "site", "clean-again", host(reader))


@when("she clips another story of the site")
def she_clips_another(reader: Reader) -> None:
    does(reader, "clip", OTHER.publish(reader.site, "/en/ferries.html"))


@then(parsers.parse('the site\'s rule keeps "{selector}"'))
def the_rule_keeps(reader: Reader, selector: str) -> None:
    does(reader, "site", "show", host(reader))
    assert f'keep = ["{selector}"]' in reader.said.text
    assert (reader.library / "sites" / f"{host(reader)}.toml").read_text("utf-8") == reader.said.text


@then(parsers.parse('the other clip says "{words}"'))
def the_other_says(reader: Reader, words: str) -> None:
    assert words in text(reader, "2")


@then(parsers.parse('the other clip does not say "{words}"'))
def the_other_does_not_say(reader: Reader, words: str) -> None:
    assert words not in text(reader, "2")


@then(parsers.parse('trying the rule tells that the other clip would say "{words}"'))
def trying_tells(reader: Reader, words: str) -> None:
    told = {each["id"]: each for each in reader.types("site", "test", host(reader), "--json").objects}
    assert told[1]["status"] == "unchanged"
    assert (told[2]["status"], told[2]["added"]) == ("changed", [words])
    assert f"+ {words}" in reader.types("site", "test", host(reader)).text


@when(parsers.parse('she writes a rule that takes the title from "{title}" and strips "{strip}"'))
def she_writes_a_rule(reader: Reader, title: str, strip: str) -> None:
    folder = reader.library / "sites"
    folder.mkdir(exist_ok=True)
    (folder / f"{host(reader)}.toml").write_text(f'title = "{title}"\nstrip = "{strip}"\n', "utf-8")


@when("she writes a rule that is no rule")
def she_breaks_the_rule(reader: Reader) -> None:
    (reader.library / "sites" / f"{host(reader)}.toml").write_text("strip = [", "utf-8")


@then(parsers.parse('the clip\'s title is "{title}"'))
def the_title_is(reader: Reader, title: str) -> None:
    assert reader.clip()["title"] == title


@then("the clip has no picture")
def no_picture(reader: Reader) -> None:
    assert reader.clip()["images"] == []
