"""Settings keep what is not ours, and a broken file never costs more than the choices in it."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from clipper.settings import Settings, load, save


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == (Settings(), None)


def test_choices_come_back(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "settings.toml"
    chosen = replace(Settings(), user_agent="Reader/1 «é»", max_page_mb=3, theme="dark")
    save(file, chosen)
    assert load(file) == (chosen, None)


def test_unknown_keys_comments_and_order_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\nfuture = [1, 2]\ntheme = "dark"\n\n[plugin]\nx = 1\n', "utf-8")
    save(file, replace(Settings(), theme="light"))
    assert file.read_text("utf-8") == '# mine\nfuture = [1, 2]\ntheme = "light"\n\n[plugin]\nx = 1\n'


def test_a_new_key_does_not_slip_into_a_table(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[plugin]\nx = 1\n", "utf-8")
    chosen = replace(Settings(), theme="dark")
    save(file, chosen)
    assert load(file) == (chosen, None)


def test_back_to_the_default_leaves_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save(file, replace(Settings(), theme="dark"))
    save(file, Settings())
    assert "theme" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    "broken", ["theme = ", 'max_page_mb = "many"', "max_page_mb = true", "max_page_mb = 0", "\ufeff[["]
)
def test_a_broken_file_is_set_aside_and_said(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(broken, "utf-8")
    chosen, error = load(file)
    assert chosen == Settings()
    assert error is not None
    assert Path(error.kept_as).read_text("utf-8") == broken
    assert load(file) == (Settings(), None)


def test_a_file_that_is_no_text_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\xff\xfe\x00")
    assert load(file)[1] is not None


def test_a_file_that_cannot_be_read_is_said_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "settings.toml"
    folder.mkdir()
    chosen, error = load(folder)
    assert chosen == Settings()
    assert error is not None
    assert error.kept_as == str(folder)
    assert folder.is_dir()


def test_no_pictures_is_a_choice(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("max_pictures = 0\n", "utf-8")
    assert load(tmp_path / "settings.toml") == (replace(Settings(), max_pictures=0), None)


def test_every_setting_says_what_it_is() -> None:
    assert all(each.metadata.get("says") for each in fields(Settings))
