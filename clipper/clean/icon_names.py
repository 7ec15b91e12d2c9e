"""Ligature names of icon fonts: what stands in the text where a font should have drawn a picture.

The names of several words (`folder_open`) are data, in `resources/clean/icons.txt`. Those of one word are
words of the language too, so that only those stand here which news sites are known to use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clipper.clean.text import word_set
from clipper.resources import resource

_SIMPLE = word_set(
    """
    accessibility add alarm apps archive article assignment attachment audiotrack autorenew bookmark
    bookmarks business calendar call camera campaign cancel category chat check clear close cloud code
    collections comment comments copyright create dashboard delete description done download drafts east
    edit email error event explore face favorite favourite feed feedback flag folder forum forward
    fullscreen grade group groups headphones headset hearing help history home hub image inbox info label
    language launch lightbulb link list lock login logout mail map markunread menu message mic more movie
    newspaper notifications palette pause pending people person phone photo pin place poll print public
    quiz radio receipt refresh remove reply report restore save schedule school science search sell send
    settings share sms sort source speed star stars stop store stream subject subscriptions sync tag
    theaters timeline timelapse timer title today toc topic translate tune tv update upload verified
    videocam visibility warning web whatshot wifi work workspaces envelope clock eye user users tags heart
    """
)
"""Of Material Icons."""
_HYPHENED = word_set(
    """
    arrow-left arrow-right arrow-up arrow-down chevron-left chevron-right chevron-down chevron-up
    caret-down caret-right external-link thumbs-up thumbs-down calendar-alt map-marker paper-plane
    angle-left angle-right angle-down angle-up ellipsis-h ellipsis-v folder-open comment-alt share-alt
    share-square share-nodes share-fill thumb-tack facebook-f facebook-square facebook-messenger
    twitter-square x-twitter linkedin-in linkedin-square envelope-o envelope-open calendar-o calendar-days
    calendar-check clock-o user-circle user-o user-edit user-pen bookmark-o heart-o star-o star-half
    comment-o comments-o comment-dots comment-slash file-alt file-text file-text-o file-pdf file-pdf-o
    folder-o folder-open-o play-circle play-circle-o pause-circle times-circle check-circle check-square
    info-circle circle-info question-circle exclamation-triangle exclamation-circle external-link-alt
    external-link-square arrow-up-right-from-square pencil-alt pencil-square pencil-square-o rss-square
    search-plus search-minus magnifying-glass sign-in sign-in-alt sign-out sign-out-alt
    chevron-circle-left chevron-circle-right angle-double-left angle-double-right long-arrow-left
    long-arrow-right arrow-circle-left arrow-circle-right arrow-circle-up arrow-alt-circle-right
    circle-arrow-right caret-up caret-left sort-down sort-up volume-up volume-off volume-mute volume-down
    volume-high volume-xmark newspaper-o map-marker-alt map-pin location-dot location-arrow camera-retro
    video-camera youtube-play google-plus google-plus-g pinterest-p telegram-plane reddit-alien quote-left
    quote-right thumbs-o-up thumbs-o-down th-large th-list list-ul list-ol plus-circle minus-circle
    cloud-download cloud-upload shopping-cart cart-shopping credit-card lightbulb-o picture-o
    globe-americas address-card address-book id-card birthday-cake paper-plane-o eye-slash bell-o
    bell-slash chat-left-text chat-dots person-circle person-fill box-arrow-up-right three-dots
    three-dots-vertical bookmark-fill heart-fill star-fill clock-history chevron-double-up
    """
)
"""Of Font Awesome and its like, where their text shows."""


def _compound() -> frozenset[str]:
    lines = resource("clean", "icons.txt").read_text("utf-8").splitlines()
    return word_set(" ".join(line for line in lines if not line.startswith("#")))


ICON_NAMES = _SIMPLE | _HYPHENED | _compound()
"""All names that are known."""

SECTION_ICONS = word_set(
    """
    folder folder_open folder_shared folder_special folder-open folder-outline folder-open-outline folder-o
    folder-open-o category category_outlined label label_outline label_important topic local_offer bookmark
    bookmark_border bookmarks
    """
)
"""The word after one of these is the section."""
PERSON_ICONS = word_set(
    """
    person person_outline account_circle account_box face perm_identity edit create mode_edit user group
    people
    """
)
"""What follows one of these is who wrote it."""


class _Glued:
    """Finds names of several words (`folder_open`) before a capital, a digit, another script or a blank."""

    _NAME = re.compile(
        r"(?<![\w`.])([a-z][a-z0-9]*(?:_[a-z0-9]+)*_[a-z0-9]*[a-z])(?=[^\sa-z_.,;:!?()`'\"=-]|\s|$)"
    )

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As a pattern's: the name is group 1."""
        return (found for found in self._NAME.finditer(text) if found[1] in ICON_NAMES)


GLUED_COMPOUND = _Glued()
GLUED_SIMPLE = re.compile(
    rf"(?<![\w-])({'|'.join(sorted(_SIMPLE, key=len, reverse=True))})"
    r"(?=[A-Z\u0400-\u04ff\u0590-\u06ff\u3040-\u9fff\uac00-\ud7af])"
)
"""A simple name glued to a capital or to another script: `starAdd`."""
