"""Which addresses are the same article: one key for an address however it was passed on.

Left out of account: http or https, the default port, a trailing slash, the fragment (unless a script's own
route),
parameters that only follow the reader about. Everything else stays: `?id=1` and `?id=2` are two articles.

>>> address_key("HTTP://News.Example:80/a/?utm_source=x&id=7#top")
'https://news.example/a?id=7'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, quote, unquote, urlsplit

from clipper.article.article import Article
from clipper.article.page import Page

TRACKING = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid ysclid li_fat_id igshid igsh epik
    mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id wickedid
    rb_clickid
    s_cid s_kwcid ef_id cmpid icid ncid ocid smid xtor cvid _openstat spm scm ref_src ref_url _ga _gl _ke
    guccounter guce_referrer guce_referrer_sig __twitter_impression trk trkcampaign cx_click cx_navsource
    at_medium at_campaign at_link_id at_link_type at_link_origin at_format at_ptr_name at_bbc_team
    """.split()  # noqa: SIM905 - a list of quoted words would be four times as long
)
"""Parameters, in lower case, that say where the reader came from and never what the page is."""
TRACKING_BEGINNINGS = ("utm_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "ga_", "at_custom")

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_BLANK = re.compile(r"[\s\x00-\x20\x7f]")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def address_key(url: str) -> str:
    """The key of an address; what cannot be read as one is its own key. Idempotent."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        host = _host(parts)
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not host:
        return url.partition("#")[0] if parts.scheme == "file" else url
    path = _even(parts.path).rstrip("/")
    query = "&".join(_kept(parts.query))
    fragment = _even(parts.fragment) if parts.fragment[:1] in ("!", "/") else ""
    return f"https://{host}{path}" + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def keys_of(page: Page, article: Article) -> list[str]:
    """Under which keys an article is known, the surest first.

    A canonical address that is the site's front page is a common mistake of sites and would make one clip
    of all
    their articles: it counts only for the front page itself. A file's own path counts only where nothing
    tells where the page came from.
    """
    final = address_key(page.final_url)
    keys = [final, address_key(page.url)]
    canonical = address_key(article.canonical_url) if article.canonical_url else final
    if not _is_front_page(canonical) or canonical == final:
        keys.insert(0, canonical)
    web = [key for key in keys if key.startswith("https://")]
    return list(dict.fromkeys(web or keys))


def host_of(url: str) -> str:
    """The host's name, or nothing."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _host(parts: SplitResult) -> str:
    """Host and port in lower case, without the default port, user name or final dot."""
    name = (parts.hostname or "").rstrip(".")
    if ":" in name:
        name = f"[{name}]"
    return name if parts.port in (None, 80, 443) else f"{name}:{parts.port}"


def _kept(query: str) -> Iterator[str]:
    for pair in query.split("&"):
        name = unquote(pair.partition("=")[0]).lower()
        if pair and name not in TRACKING and not name.startswith(TRACKING_BEGINNINGS):
            yield _even(pair)


def _even(text: str) -> str:
    """Escapes in one spelling: needless ones undone, the others in capitals, blanks escaped."""
    text = _BLANK.sub(lambda found: quote(found[0]), text)
    while (spelled := _ESCAPE.sub(_spell, text)) != text:
        text = spelled  # Undoing one escape can make another: `%%341`.
    return text


def _spell(found: re.Match[str]) -> str:
    letter = chr(int(found[1], 16))
    return letter if letter in _UNRESERVED else found[0].upper()


def _is_front_page(key: str) -> bool:
    return "/" not in key.removeprefix("https://") and "?" not in key
