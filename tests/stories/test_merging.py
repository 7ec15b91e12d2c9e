"""merging.feature: the same article is one clip."""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when

from tests.stories.reader import Reader

scenarios("merging.feature")


@when(parsers.parse('she clips the story by a link from a newsletter into "{path}" with the tag "{tag}"'))
def by_a_newsletter(reader: Reader, path: str, tag: str) -> None:
    link = f"{reader.address}?utm_source=letter&utm_medium=email"
    reader.types("clip", link, "--collection", path, "--tag", tag, "--json")


@then(parsers.parse('it lies in "{path}" and carries "{tag}"'))
def it_lies_in(reader: Reader, path: str, tag: str) -> None:
    clip = reader.clip()
    assert (clip["collections"], clip["tags"]) == ([path], [tag])


@when("she names the story twice in one call")
def she_names_it_twice(reader: Reader) -> None:
    reader.types("clip", reader.address, reader.address, "--json")


@then(parsers.parse('one line says "{one}" and one says "{two}"'))
def one_line_says(reader: Reader, one: str, two: str) -> None:
    assert reader.said.code == 0
    assert sorted(each["status"] for each in reader.said.objects) == sorted([one, two])
    skipped = next(each for each in reader.said.objects if each["status"] == two)
    assert skipped["reason"]["code"] == "named_twice"
    assert skipped["id"] is None
