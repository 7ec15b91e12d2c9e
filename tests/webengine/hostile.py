"""A page that tries every way out that a page without scripts has (and some that need them)."""

from __future__ import annotations

WAYS = {
    "stylesheet": '<link rel="stylesheet" href="{base}/stylesheet">',
    "import": '<style>@import url("{base}/import");</style>',
    "font": '<style>@font-face {{ font-family: F; src: url("{base}/font") }} p {{ font-family: F }}</style>',
    "background": '<p style="background: url({base}/background)">Words in a far font.</p>',
    "image": '<img src="{base}/image" alt="">',
    "srcset": '<img srcset="{base}/srcset 1x" alt="">',
    "iframe": '<iframe src="{base}/iframe"></iframe>',
    "object": '<object data="{base}/object" type="image/png"></object>',
    "embed": '<embed src="{base}/embed" type="text/html">',
    "poster": '<video poster="{base}/poster" controls></video>',
    "video": '<video src="{base}/video" preload="auto"></video>',
    "audio": '<audio src="{base}/audio" preload="auto" controls></audio>',
    "svg": '<svg><image href="{base}/svg" width="9" height="9"/></svg>',
    "preload": '<link rel="preload" as="image" href="{base}/preload">',
    "prefetch": '<link rel="prefetch" href="{base}/prefetch">',
    "icon": '<link rel="icon" href="{base}/icon">',
    "script": '<script src="{base}/script"></script>',
    "fetch": '<script>fetch("{base}/fetch")</script>',
    "onerror": '<img src="clip://picture/none" onerror="new Image().src=\'{base}/onerror\'">',
    "form": '<form action="{base}/form"></form><script>document.forms[0].submit()</script>',
    "refresh": '<meta http-equiv="refresh" content="0; url={base}/refresh">',
}
"""Pieces of HTML; each asks for `<base>/<its name>`."""
CERTAIN = {
    "stylesheet",
    "import",
    "font",
    "background",
    "image",
    "srcset",
    "iframe",
    "object",
    "poster",
    "svg",
    "preload",
}
"""Those that leave an engine that is not locked, also without scripts."""


def page(base: str, ways: dict[str, str] = WAYS) -> str:
    """The hostile page; all its ways lead to the server at `base`."""
    return "<!DOCTYPE html><title>Hostile</title><body>" + "".join(
        way.format(base=base) for way in ways.values()
    )
