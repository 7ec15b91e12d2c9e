"""failures.feature: what cannot be clipped says why, and the rest goes on."""

from __future__ import annotations

import json
import re
import signal
import socket
import sqlite3
import subprocess
from collections.abc import Sequence

from pytest_bdd import given, parsers, scenarios, then, when

from clipper.errors import every_error
from tests.servers import Site
from tests.stories.reader import Reader, Said, one_object
from tests.stories.story import PICTURE, photograph

scenarios("failures.feature")

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def source(reader: Reader, what: str) -> str:
    """The address of something that is no article."""
    site = reader.site
    site.protect("/members", "somebody", "else")
    return {
        "a page that is not there": site.url("/404"),
        "a page that is forbidden": site.status("/403", 403),
        "a page asked for too often": site.status("/429", 429),
        "a page that breaks the site": site.status("/500", 500),
        "a redirect loop": site.redirect("/loop", "/loop"),
        "a PDF": site.page("/pdf", PDF, content_type="application/pdf"),
        "a picture": site.picture("/photo", photograph(), "image/jpeg"),
        "an empty page": site.page("/empty", b""),
        "a page that is too big": site.page("/big", b"<p>" + b"big " * 400_000),
        "a page that needs a login": site.page("/members/only", "<p>secret"),
        "a port where nobody listens": f"http://127.0.0.1:{free_port()}/story",
        "a host that does not exist": "http://no-such-host.invalid/story",
        "a javascript: address": "javascript:alert(1)",
        "a file that is not there": str(reader.home / "nothing.html"),
    }[what]


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@when("she clips the story together with these:", target_fixture="expected")
def she_clips_them_all(reader: Reader, datatable: Sequence[Sequence[str]]) -> dict[str, str]:
    (reader.home / "config" / "settings.toml").write_text("max_page_mb = 1\n", "utf-8")
    expected = {source(reader, what): code for what, code in datatable[1:]}
    reader.types("clip", *expected, reader.address, "--json")
    return expected


@then("each of them failed because of its code")
def each_failed(reader: Reader, expected: dict[str, str]) -> None:
    failed = {each["source"]: each["reason"] for each in reader.said.objects if each["status"] == "failed"}
    assert {each: reason["code"] for each, reason in failed.items()} == expected
    assert all(len(reason["message"]) > 20 for reason in failed.values())


@then("standard error says a sentence with a hint about each of them")
def each_is_said(reader: Reader, expected: dict[str, str]) -> None:
    for address, code in expected.items():
        named = re.compile(rf"{re.escape(address)}(?![\w/])")
        (line,) = filter(named.search, reader.said.err.splitlines())
        beginning = every_error()[code].hint.partition("{")[0]
        assert beginning in line


@then("the story was kept all the same")
def the_story_was_kept(reader: Reader) -> None:
    code = reader.said.code
    assert [each["status"] for each in reader.said.objects if each["source"] == reader.address] == ["kept"]
    before = reader.said
    assert reader.lists("list") == [reader.story.title]
    reader.said = before
    assert reader.said.code == code


@when("she clips a page of the site without an article")
def she_clips_no_article(reader: Reader) -> None:
    words = "".join(f'<li><a href="/{n}">Weather station {n}</a></li>' for n in range(40))
    page = f"<title>Stations</title><body><ul>{words}</ul></body>"
    reader.types("clip", reader.site.page("/stations", page), "--json")


@then("its whole text is there")
def its_whole_text(reader: Reader) -> None:
    text = reader.clip()["text"]
    assert [n for n in range(40) if f"Weather station {n}" not in text] == []


@given("its picture is missing")
def its_picture_is_missing(site: Site) -> None:
    site.status(PICTURE, 404)


@given("a file lies where the library should be")
def a_file_in_the_way(reader: Reader) -> None:
    reader.library.write_text("not a folder", "utf-8")


@given("a library that a newer Clipper made", target_fixture="before")
def a_newer_library(reader: Reader) -> bytes:
    assert reader.types("list").code == 0
    file = reader.library / "library.db"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    return file.read_bytes()


@then("the library was not changed")
def not_changed(reader: Reader, before: bytes) -> None:
    assert (reader.library / "library.db").read_bytes() == before


@then(parsers.parse('the one object on standard output says "{code}"'))
def the_one_object_says(reader: Reader, code: str) -> None:
    said = one_object(reader.said.objects)
    assert (said["source"], said["status"], said["reason"]["code"]) == (reader.address, "failed", code)


@when("she clips the story and binds it into a folder that does not exist")
def she_binds_nowhere(reader: Reader) -> None:
    reader.types("clip", reader.address, "--pdf", str(reader.home / "nowhere" / "out.pdf"))


@then("nothing was clipped")
def nothing_was_clipped(reader: Reader) -> None:
    assert reader.site.asked() == []
    assert "nowhere" in reader.said.err


@when("she calls a command that does not exist")
def she_mistypes(reader: Reader) -> None:
    reader.types("clipp")


@then("standard output is empty")
def standard_output_is_empty(reader: Reader) -> None:
    assert reader.said.out == b""


@when("she clips the story and a page that never ends, and presses Ctrl-C once the story is kept")
def she_presses_ctrl_c(reader: Reader) -> None:
    words = reader.command("clip", reader.address, reader.site.hang("/endless"), "--json")
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=reader.environment(), cwd=reader.home
    ) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        assert json.loads(first)["status"] == "kept"
        reader.site.wait_for("/endless")
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    reader.said = Said(running.returncode, first + out, err.decode())


@then("nothing is left half-written")
def nothing_half_written(reader: Reader) -> None:
    assert reader.types("check").code == 0, reader.said.err
    left = [each for each in reader.library.rglob("*") if re.search(r"(^\.|~$|tmp|part|new)", each.name)]
    assert [each.name for each in left if "index" not in each.parts] == []
