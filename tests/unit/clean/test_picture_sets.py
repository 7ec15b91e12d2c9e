"""Of several renderings of one picture the widest is taken that is not wider than needed."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import around, read


@pytest.mark.parametrize(
    ("srcset", "chosen"),
    [
        ("/a.jpg 400w, /b.jpg 1200w, /c.jpg 4000w", "/b.jpg"),
        ("/a.jpg 400w,/b.jpg 1200w", "/b.jpg"),
        ("/a.jpg, /b.jpg 2x", "/b.jpg"),
        ("/t/w_400,h_200/a.jpg 400w, /t/w_800,h_400/a.jpg 800w", "/t/w_800,h_400/a.jpg"),
        (" ,, /a.jpg 3000w , /b.jpg 2500w,", "/b.jpg"),
        ("/a.jpg 500w 300h, /b.jpg 900w 600h", "/b.jpg"),
        ("/a.jpg wide", "/a.jpg"),
        ("9" * 15_000 + " /b.jpg", "/" + "9" * 15_000),
    ],
)
def test_the_widest_that_is_needed(srcset: str, chosen: str) -> None:
    article = read(around(f"<img srcset='{srcset}' alt='The ship'>"), "https://news.example/")
    assert [image.url for image in article.images] == [f"https://news.example{chosen}"]
