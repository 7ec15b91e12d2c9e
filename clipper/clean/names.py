# ruff: noqa: E501
"""What class names, ids, roles and other attributes say an element is. Works on lxml and BeautifulSoup
elements.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from bs4 import Tag
from lxml import etree

from clipper.clean.text import word_set

Element = etree._Element | Tag

UNLIKELY = (
    "breadcrumb", "combx", "comment", "community", "consent", "cookie", "disqus", "footer", "gdpr", "legends", "menu", "newsletter", "outbrain",
    "pager", "pagination", "popup", "related", "remark", "replies", "rss", "shoutbox", "sidebar", "skyscraper", "sponsor",
    "supplemental", "taboola", "yom-remote", "agegate",
    "kommentare", "leserkommentar", "comentarios", "commentaires", "komentarze", "komentari", "reacties", "yorumlar",
    "werbung", "publicidad", "publicite", "pubblicita", "advertentie", "reklam", "relacionad", "articoli-correlati", "gerelateerd",
    "meistgelesen", "masleid", "mas-leid", "mais-lid", "plus-lus", "terkait", "baca-juga", "bacajuga", "kanren",
)  # fmt: skip
UNLIKELY_IF_SHORT = (
    "-ad-", "adbox", "ad-slot", "adslot", "adsense", "advert", "banner", "cover-wrap", "extra", "header", "loader",
    "paywall", "preload", "promo", "share", "sharing", "social", "subscri", "toolbar", "widget",
    "anzeige", "iklan", "compartir", "compartilh", "partager", "condivi", "udostepni", "suscri", "abonn", "prenumerat",
)  # fmt: skip
"""Parts of names of what is seldom the article ... """
MAYBE = (
    "and", "article", "body", "column", "content", "main", "shadow", "story", "post-",
    "artikel", "articulo", "artigo", "articolo", "contenido", "conteudo", "contenu", "inhalt", "beitrag",
)  # fmt: skip
"""... unless its name also has one of these."""
POSITIVE = (
    "article", "body", "content", "entry", "hentry", "h-entry", "main", "page", "post", "text", "blog", "story",
    "artikel", "articulo", "artigo", "articolo", "contenido", "conteudo", "contenu", "inhalt", "beitrag", "haber-metni",
)  # fmt: skip
NEGATIVE = (
    "-ad-", "hidden", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr", "masthead", "media", "meta", "outbrain",
    "promo", "related", "scroll", "share", "shoutbox", "sidebar", "skyscraper", "sponsor", "shopping", "tags", "widget", "newsletter",
    "footnote", "kommentare", "comentarios", "werbung", "publicidad", "reklam", "relacionad",
)  # fmt: skip
UNLIKELY_ROLES = word_set(
    """
    menu menubar complementary navigation alert alertdialog dialog banner contentinfo search toolbar
    tablist
    """
)

PIECES = {
    "share": """
        share sharing sharedaddy social socials shares sharebar sharebox sharetools sharelinks socialshare socialbar
        sociallinks socialbuttons addthis addtoany a2a sharethis sharebutton sharebuttons follow followus shariff
        heateor ssba essb mashsb sfsi dpsp jssocials yashare2 pluso sociallikes teilen partager partage compartir
        compartilhar partilhar condividi condivisione delen udostepnij paylas bagikan podelitsya podelitsa
        """,
    "comments": """
        comment comments disqus respond commentlist commentform commentsection commentcount readercomments kommentare
        leserkommentare commentaires comentarios commenti reacties komentarze yorumlar komentari kommentarii
        kommentarer
        """,
    "related": """
        related relatedposts relatedarticles relatednews relatedstories recommended recommendation recommendations
        readalso alsoread seealso morenews morestories morearticles mostread mostpopular popular trending outbrain
        taboola zergnet revcontent mgid plista dianomi teaserlist onward siblings nextprev prevnext postnavigation
        ranking youmaylike youmightlike readnext nextarticle yarpp verwandt verwandte meistgelesen lireaussi
        alireaussi voiraussi lesplus articleslies pluslus relacionadas relacionados noticiasrelacionadas masleidas
        masleido maslei leiatambem leiamais vejatambem vejamais relacionada maislidas correlati correlate
        articolicorrelati leggianche piuletti leesook gerelateerd podobne powiazane polecane czytajtakze czytajtez
        zobacztakze ilgilihaberler benzerhaberler bacajuga beritaterkait artikelterkait terkait terpopuler
        lihatjuga chitaytetakzhe chitajtetakzhe pohozhie pohozhienovosti kanren osusume
        """,
    "newsletter": """
        newsletter newsletters subscribe subscription signup optin mailchimp paywall donate donation abonnieren
        abobox suscripcion suscribete assinatura iscriviti prenumerata boletin boletim rassylka podpiska abonelik
        bulten nyhetsbrev infolettre
        """,
    "consent": """
        cookie cookies cookiebar cookiebanner cookienotice cookieconsent cookielaw consent gdpr didomi onetrust
        usercentrics cookiebot borlabs complianz iubenda
        """,
    "navigation": """
        breadcrumb breadcrumbs pagination pager navbar menu toolbar tabs skiplink backtotop brotkrumen filariane
        migasdepan migalhas kruimelpad okruszki paginacion paginacao
        """,
    "tags": """
        tags taglist tagcloud posttags entrytags articletags keywords topics schlagworte schlagwoerter etiquetas
        motscles palabrasclave slowakluczowe tagi etiketler
        """,
    "advert": """
        ad ads advert advertisement adbox adslot adcontainer adwrapper adsbygoogle dfp gptad sponsor sponsored promo
        adunit adspot adplaceholder werbung anzeige anzeigen publicite publicidad publicidade pubblicita advertentie
        reklama reklam reklame reklamy iklan annons
        """,
    "print": """
        print noprint printfriendly articletools fontsize textsize resizer drucken imprimir imprimer stampa drukuj
        afdrukken yazdir schriftgroesse
        """,
    "loading": "loader loading preloader spinner",
    "author_box": """
        authorbox authorbio aboutauthor abouttheauthor authorinfo biobox authorcard autorenbox autorbox
        ueberdenautor sobreelautor sobreoautor writerbio
        """,
}
"""Names of pieces of chrome, as whole words of a class or id, by the rule they give. Where a word is made of
several, they stand here as one: `read-also` and `readAlso` are `readalso`."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_RULE_OF_WORD = {word: rule for rule, words in reversed(PIECES.items()) for word in words.split()}
_STARTS = {word[:end]: "" for word in _RULE_OF_WORD for end in range(1, len(word))}
_STARTS |= {f"{word}s": rule for word, rule in _RULE_OF_WORD.items()} | _RULE_OF_WORD
"""What the parts of a name may join to: the rule where they are the name of a piece, nothing where they are
the beginning of one.
"""
_BETWEEN = "- -"
"""Between two names, whose parts are not joined."""
_ORDER = {rule: at for at, rule in enumerate(PIECES)}
_MOST_JOINED = 4
_SHORT = 3
"""Letters of a name that counts by itself only: `ad`, not `a-d`."""
IS_MAYBE, IS_UNLIKELY, IS_UNLIKELY_IF_SHORT, IS_POSITIVE, IS_NEGATIVE = 1, 2, 4, 8, 16
"""What a name says, as bits of `facts_of`."""
_SAYS = (
    (MAYBE, IS_MAYBE),
    (UNLIKELY, IS_UNLIKELY | IS_UNLIKELY_IF_SHORT),
    (UNLIKELY_IF_SHORT, IS_UNLIKELY_IF_SHORT),
    (POSITIVE, IS_POSITIVE),
    (NEGATIVE, IS_NEGATIVE),
)


def any_of(parts: Collection[str]) -> str:
    """A pattern of all these, the longest first, that tries each letter once: over ten times as fast as one
    after the other.
    """
    ends = "" in parts
    heads: dict[str, list[str]] = {}
    for part in filter(None, parts):
        heads.setdefault(part[0], []).append(part[1:])
    branches = "|".join(re.escape(head) + any_of(rest) for head, rest in sorted(heads.items()))
    return f"(?:{branches}){'?' if ends else ''}" if branches else ""


def _facts_of_part(part: str) -> int:
    facts = 0
    for parts, says in _SAYS:
        facts |= says if any(each in part for each in parts) else 0
    return facts


_FACTS_OF_PART = {part: _facts_of_part(part) for parts, _ in _SAYS for part in parts}
_PARTS = re.compile(f"(?=({any_of(_FACTS_OF_PART)}))")
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")


def _tag(element: Element) -> str:
    return element.name if isinstance(element, Tag) else str(element.tag)


def _value(element: Element, key: str) -> str | None:
    value = element.get(key)
    return value if value is None or isinstance(value, str) else " ".join(value)


def of(element: Element) -> str:
    """Class and id in lower case between blanks; empty where there are none."""
    kind = _value(element, "class")
    # The id of a heading is a slug of its words: it says nothing of what the element is.
    ident = None if _tag(element) in _HEADINGS else _value(element, "id")
    if not kind and not ident:
        return ""
    return f" {kind or ''} {ident or ''} ".lower()


def is_hidden(element: Element) -> bool:
    """Not shown to a reader: by attribute or by its own style."""
    if element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" and "fallback-image" not in (_value(element, "class") or ""):
        return True
    style = _value(element, "style")
    return bool(style and _HIDING.search(style))


@lru_cache(maxsize=8192)
def facts_of(name: str) -> int:
    """What a class and id in lower case say, a bit each: `IS_UNLIKELY`, `IS_POSITIVE` ..."""
    facts = 0
    for word in name.split():
        facts |= _facts_of_word(word)
    return facts


@lru_cache(maxsize=16384)
def _facts_of_word(word: str) -> int:
    """What one name of a class says: many elements of a page share it, and many sites."""
    facts = 0
    for part in _PARTS.findall(word):
        facts |= _FACTS_OF_PART[part]
    return facts


def weight(element: Element) -> int:
    """-50 to 50: 25 each for what class and id say for or against it."""
    kind, ident = _value(element, "class"), _value(element, "id")
    return (_weight(kind) if kind else 0) + (_weight(ident) if ident else 0)


def _weight(value: str) -> int:
    facts = facts_of(value.lower())
    return (25 if facts & IS_POSITIVE else 0) - (25 if facts & IS_NEGATIVE else 0)


def piece_of(element: Element) -> str | None:
    """Which piece of chrome it is by its name, as a rule's code; None where the name says nothing."""
    name = of(element)
    return piece_named(name) if name else None


@lru_cache(maxsize=8192)
def piece_named(name: str) -> str | None:
    """As `piece_of`, for a class and id in lower case: told by one part of a word, or by several together."""
    parts = _BETWEEN.join(name.split()).replace("_", "-").split("-")
    found: str | None = None
    for start, joined in enumerate(parts):
        rule = _STARTS.get(joined)
        end = start + 1
        while rule is not None:
            tells = rule and (end == start + 1 or len(joined) > _SHORT + 1)
            if tells and (found is None or _ORDER[rule] < _ORDER[found]):
                found = rule
            if end == len(parts) or end == start + _MOST_JOINED:
                break
            joined += parts[end]
            rule = _STARTS.get(joined)
            end += 1
    return found


def in_comments(element: etree._Element) -> bool:
    """Does it stand in the readers' comments?"""
    return any("comment" in of(above) and above.tag != "body" for above in element.iterancestors())
