"""Captions and credits beneath pictures that are no `figcaption`: told by their class, or by how they begin
and end ("Photo: Jane Doe/Reuters").
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from bs4 import Tag

from clipper.clean.text import ends_sentence, words_in

LONGEST = 600
"""Characters of a caption; what is longer is a paragraph."""
_NAMED = re.compile(
    r"caption|credit|(?:^|[\s_-])(?:legend|legende|bildunterschrift|bildnachweis|bildtext|image-?desc\w*|img-?desc\w*"
    r"|photo-?(?:by|desc\w*|source|info)|picture-?(?:info|text)|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"[\W_]*(?:(?:file |archive |stock )?(?:photos?|photographs?|photography|images?|pictures?|credits?|illustrations?|graphic)"
    r"|fotos?|bild(?:er|quelle|nachweis)?|symbolbild|archivbild|grafik|cr[ée]dit[os]?(?: photo| foto)?|photo d.illustration"
    r"|imagen|imagem|immagine|fotograf[íi]a|beeld|zdj(?:ęcie)?|fot|fotoğraf|φωτο?(?:γραφία)?|фото|снимок|изображение|світлина"
    r"|الصورة|صورة|تصوير|عکس|תמונה|צילום|तस्वीर|फोटो|gambar|图片?|图源|圖片?|摄影|攝影|写真|画像|撮影|사진|이미지)"
    r"\s*(?:credit|courtesy|by|von|de|di|par|quelle|source|提供)?\.?\s*(?:[:：|/©–—]|\bby\b|\bcourtesy\b|\bof\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\b(?:AP|AFP|EPA|dpa|APA|ANSA|EFE|PA|Reuters|Getty(?: Images)?|Shutterstock|iStock(?:photo)?|Alamy|Unsplash|Pixabay|Pexels"
    r"|Wikimedia(?: Commons)?|Imago|picture[- ]alliance|Xinhua|TASS|Sputnik|Anadolu|Bloomberg|Magnum|Corbis|Adobe Stock|Keystone)"
    r"(?: Images| Photo| Stock)?|РИА Новости|ТАСС|رويترز|新华社|共同社)\W*$"
)
_SIGN = re.compile(r"[\W_]*(?:©|\(c\)\s)", re.IGNORECASE)


def is_named(tag: Tag) -> bool:
    """Does an element call itself a caption or a credit?"""
    kind = tag.attrs.get("class")
    return kind is not None and _NAMED.search(str(kind)) is not None


def is_caption(source: Tag, words: str) -> bool:
    """Does what stands beneath a picture belong to it? `source`: the element of these words."""
    if not words or len(words) > LONGEST:
        return False
    at: Tag | None = source
    for _level in range(3):
        if at is not None and is_named(at):
            return True
        at = at.parent if at is not None else None
    return is_credit(words)


def is_credit(words: str) -> bool:
    """A line that says whose picture it is, and nothing else."""
    count = words_in(words)
    if count > 20 or len(words) > 160 or (count > 12 and ends_sentence(words)):
        return False
    if _BEGINS.match(words) or _SIGN.match(words):
        return True
    return count <= 10 and not words.endswith(".") and _ENDS.search(words) is not None
