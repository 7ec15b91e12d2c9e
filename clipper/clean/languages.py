# ruff: noqa: E501
"""Which language a text is in, and which way it runs: from its script and its most frequent words."""

from __future__ import annotations

import re
from collections import Counter

from clipper.article.article import Direction

_STOP_WORDS = {
    "en": "the of and to in is that for it was with as on by at from this are be have has not he his but they which their said were",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei",
    "fr": "le la les de des et à en du un une que est pour qui dans a par plus pas au sur ne se ce il sont avec son cette ont aux",
    "es": "el la de que y en los del se las por un para con no una su al lo como más o pero sus le ha este sí porque esta entre cuando",
    "pt": "o a de que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou foi são pelo pela",
    "it": "il di che e la in un per è una non sono del della le i con si da come al dei nel alla più anche gli ha delle dal",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan bij maar uit door naar heeft werd over",
    "pl": "w i na z się do nie że to jest o jak po ale za od przez dla oraz są był który tym jego także być która",
    "tr": "ve bir bu da de için ile olarak olan çok daha ne gibi en kadar sonra ise var değil olduğu ancak o her",
    "id": "yang di dan itu dengan untuk dari dalam tidak akan pada juga ini ke karena oleh sudah ada bisa lebih saat telah kata",
    "sv": "och i att det som en på är av för med till den har de inte om ett var men från så kan vi",
    "da": "og i at det er en til på som for med af den de har ikke et der var fra men han om vi",
    "no": "og i å det er en til på som for med av den de har ikke et var fra men han om vi også sier",
    "fi": "ja on ei että se hän oli joka mutta myös kun ovat ole kuin sen tai mukaan jo vuoden",
    "cs": "a se v na je že s z do i o to jako za by pro ale po jsou podle od která jeho také však",
    "ro": "de și în a la cu că din pe o nu un este care se mai pentru au fi sunt dar prin după",
    "hu": "a az és hogy nem is egy ez meg de csak már el van volt még mint után szerint",
    "vi": "của và là các cho không được có trong một với người đã này để những khi",
    "ca": "de la el i que a en les els per amb un una del al no és es més però com",
    "hr": "i u je na se da su za od s a o kao što ali iz će biti koji koja",
    "ru": "и в не на что с он по как это но к из за от у для так же его все был было после",
    "uk": "і в на не що з до та як за у від про це для його але був також які після є",
    "bg": "на и да се в за от е са че с не по като до си който това",
    "sr": "и у је на се да су за од са а о као што али из ће",
    "ar": "في من على أن إلى التي عن مع هذا الذي كان قد بعد ما لا أو هذه كما بين قال",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم شده می های گفت",
    "ur": "کے کی میں ہے اور سے کا کو نے پر ہیں کہ یہ اس بھی",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("kana", "\u3040", "\u30ff"),
    ("han", "\u3400", "\u9fff"),
    ("hangul", "\uac00", "\ud7af"),
    ("arabic", "\u0600", "\u06ff"),
    ("hebrew", "\u0590", "\u05ff"),
    ("cyrillic", "\u0400", "\u052f"),
    ("greek", "\u0370", "\u03ff"),
    ("devanagari", "\u0900", "\u097f"),
    ("bengali", "\u0980", "\u09ff"),
    ("tamil", "\u0b80", "\u0bff"),
    ("thai", "\u0e00", "\u0e7f"),
    ("armenian", "\u0530", "\u058f"),
    ("georgian", "\u10a0", "\u10ff"),
    ("latin", "A-Za-zÀ", "\u024f"),
)
_LETTERS = {name: re.compile(f"[{low}-{high}]") for name, low, high in _SCRIPTS}
_ONE_LANGUAGE = {"kana": "ja", "hangul": "ko", "hebrew": "he", "greek": "el", "devanagari": "hi", "bengali": "bn", "tamil": "ta", "thai": "th", "armenian": "hy", "georgian": "ka"}  # fmt: skip
_WRITTEN_IN: dict[str, frozenset[str]] = {
    "han": frozenset({"zh", "ja", "yue"}),
    "kana": frozenset({"ja"}),
    "hangul": frozenset({"ko"}),
    "arabic": frozenset({"ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd"}),
    "hebrew": frozenset({"he", "yi"}),
    "cyrillic": frozenset({"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "uz"}),
    "greek": frozenset({"el"}),
    "devanagari": frozenset({"hi", "mr", "ne", "sa"}),
}
_SIMPLIFIED = frozenset("们国这来对时会发说为过学业与东车长门问间关开无见现视经给当应该还让样体种机电话")
_TRADITIONAL = frozenset("們國這來對時會發說為過學業與東車長門問間關開無見現視經給當應該還讓樣體種機電話")
_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_RIGHT_BEGIN = bytes((*range(0xD6, 0xE1), 0xEF, 0xF0))
"""With which each of these begins in UTF-8."""
_LEFT = re.compile(
    r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BEYOND_LATIN = re.compile("[\u0370-\u1dff\u2c00-\ua71f\ua800-\U0010ffff]")
"""A letter of another script; punctuation is of none."""
_TAG = re.compile(r"^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$")
_LETTER = re.compile(r"[^\W\d_]")
_ASCII = bytes(range(128))
_BLANKS = bytes(at if at > 127 or chr(at).isalpha() else 32 for at in range(256))
"""Blanks for all of ASCII but its letters."""


def _having() -> dict[bytes, list[str]]:
    found: dict[bytes, list[str]] = {}
    for language, words in _SETS.items():
        for word in words:
            found.setdefault(word.encode(), []).append(language)
    return found


_HAVING = _having()
"""The languages that have a word among their most frequent ones."""
_RENAMED = {"iw": "he", "in": "id", "nb": "no", "nn": "no", "ger": "de", "eng": "en"}


def language_of(text: str, declared: str | None) -> str | None:
    """BCP 47 in lower case: the declared language where the text does not contradict it, else what the
    text says.
    """
    known = tag(declared)
    seen = _by_text(text)
    if known is None:
        return seen
    if seen is None:
        return known
    primary = known.partition("-")[0]
    if primary == seen.partition("-")[0]:
        return seen if primary == "zh" and known == "zh" else known
    fits = primary in _WRITTEN_IN.get(_script(text) or "", ()) and primary not in _SETS
    return known if fits or _same_family(primary, seen) else seen


def tag(value: str | None) -> str | None:
    """A declared language as a BCP 47 tag in lower case, or None where it is none."""
    text = (value or "").strip().lower().replace("_", "-").partition(",")[0].strip()
    text = _RENAMED.get(text, text)
    return text if _TAG.match(text) and text not in ("und", "mul", "zxx", "xx") else None


def direction_of(text: str) -> Direction | None:
    """From the letters of the text itself: rtl where most of the first 4,000 that have a direction run so."""
    sample = text[:4000]
    raw = _in_utf8(sample)
    if len(raw.translate(None, _RIGHT_BEGIN)) == len(raw) or _RIGHT.search(sample) is None:
        return "ltr" if _LEFT.search(sample) else None
    right, left = len(_RIGHT.findall(sample)), len(_LEFT.findall(sample))
    if right + left == 0:
        return None
    return "rtl" if right > left else "ltr"


def _same_family(primary: str, seen: str) -> bool:
    """Neighbours that share their small words: a declaration is better evidence than our count."""
    return any({primary, seen} <= family for family in ({"no", "da", "sv", "nb", "nn"}, {"hr", "sr", "bs", "sl"}, {"id", "ms"}, {"cs", "sk"}, {"es", "gl", "ca"}, {"pt", "gl"}, {"bg", "mk"}))  # fmt: skip


def _script(text: str) -> str | None:
    sample = text[:3000]
    if _BEYOND_LATIN.search(sample) is None:
        return "latin" if _LEFT.search(sample) else None
    counts: Counter[str] = Counter({name: len(pattern.findall(sample)) for name, pattern in _LETTERS.items()})
    if not counts.total():
        return None
    if counts["kana"] > 0.05 * counts.total():
        return "kana"
    return counts.most_common(1)[0][0]


def _by_text(text: str) -> str | None:
    script = _script(text)
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if script == "han":
        return _chinese(text)
    words = _words(text[:4000])
    if len(words) < 12:
        return None
    scores = {language: 0 for language in _SETS if _script_of(language) == script}
    for word, count in Counter(filter(_HAVING.__contains__, words)).items():
        for language in _HAVING[word]:
            if language in scores:
                scores[language] += count
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best and scores[best] / len(words) >= 0.08 else None


def _words(text: str) -> list[bytes]:
    """Its words in small letters, in UTF-8: bytes are cut in a fifth of the time that characters take."""
    low = text.casefold()
    for sign in set(_in_utf8(low).translate(None, _ASCII).decode("utf-8", "surrogatepass")):
        if not _LETTER.match(sign):
            low = low.replace(sign, " ")
    return _in_utf8(low).translate(_BLANKS).split()


def _in_utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _script_of(language: str) -> str:
    if language in ("ru", "uk", "bg", "sr"):
        return "cyrillic"
    return "arabic" if language in ("ar", "fa", "ur") else "latin"


def _chinese(text: str) -> str:
    simplified = sum(character in _SIMPLIFIED for character in text[:4000])
    traditional = sum(character in _TRADITIONAL for character in text[:4000])
    if simplified == traditional:
        return "zh"
    return "zh-hans" if simplified > traditional else "zh-hant"
