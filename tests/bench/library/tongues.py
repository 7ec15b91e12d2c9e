"""What the made-up texts of the bench are written in: the small words of six languages, and what the others
are built of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as the generator knows it."""

    code: str
    share: float
    """Of the clips."""
    small_words: tuple[str, ...]
    """The commonest, the very commonest first."""
    small_share: float
    """Of all running words."""
    onsets: tuple[str, ...] = ()
    vowels: tuple[str, ...] = ()
    codas: tuple[str, ...] = ()
    """Syllables are an onset, a vowel and a coda; what stands first is the commonest."""
    paradigms: tuple[tuple[str, ...], ...] = ()
    """Endings that a stem takes: one paradigm for each stem."""
    links: tuple[str, ...] = ()
    """What stands between the parts of a compound; empty: the language writes none."""
    capital_nouns: bool = False
    quotes: tuple[str, str] = ("“", "”")
    first_names: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    """Endings of the names of newspapers."""
    sections: tuple[str, ...] = ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ENGLISH = Tongue(
    "en",
    0.45,
    _words(
        "the of and to a in that is for it on was with as he be by at his are this have from or had an "
        "they which not you one we all were her she there would their been has when who will no if out "
        "so said what up its about into them than only can other new some could time these two may then "
        "do first any my now such like our over me even most made after also did many before must "
        "through back years where much your way well down should because each just those people how too "
        "little state good very make still see men work long get here between both life being under "
        "never day same another know while last"
    ),
    0.47,
    _words("b c d f g h l m n p r s t w st tr pr br ch sh th cl gr fl v pl cr dr sp k sc j fr qu str sw gl"),
    _words("a e i o u ea ou ai oo ie ee oa y"),
    ("", "n", "r", "t", "l", "s", "m", "d", *_words("ck nd st ng rt nt p ll rd x ff tch lt mp")),
    (
        ("", "s"),
        ("", "s", "ed", "ing"),
        ("", "s", "ed", "ing", "er", "ers"),
        ("", "er", "est", "ly", "ness"),
        ("", "s", "al", "ally", "ation", "ations"),
    ),
    first_names=_words("Anna James Mary John Sarah David Emma Peter Laura Michael Grace Henry Alice Thomas"),
    papers=_words("Post Times Herald Gazette Observer Tribune Chronicle Echo Courier News"),
    sections=_words("World Politics Business Culture Science Sport Opinion Local"),
)

GERMAN = Tongue(
    "de",
    0.15,
    _words(
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
        "haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können "
        "schon wenn habe seine Mark ihre dann unter wir soll ich eines Jahr zwei Jahren diese dieser "
        "wieder keine Uhr seiner worden will zwischen immer Millionen was sagte gibt alle seit muss "
        "wurden beim doch jetzt waren drei jedoch"
    ),
    0.46,
    _words(
        "b g k l m n r s sch st h f w v d t z p br gr tr kl fr str sp schl bl kr pf gl dr pr schw zw j kn"
    ),
    _words("e a i u o ei au ie ö ü ä eu"),
    ("", "n", "r", "l", *_words("t s ch nd rt st nn ck ss rk lt tz hl mm ng ß ff cht")),
    (
        ("", "e", "en", "es", "s"),
        ("en", "t", "te", "ten", "st", "end", "ung", "ungen"),
        ("", "e", "er", "en", "es", "em", "lich", "liche"),
        ("er", "ern", "erin", "erinnen"),
    ),
    links=("", "s", "n", "", "es"),
    capital_nouns=True,
    quotes=("„", "“"),
    first_names=_words("Jürgen Käthe Lukas Hannah Klaus Ursula Björn Sabine Matthias Jörg Heike Florian"),
    papers=_words("Zeitung Tagblatt Anzeiger Rundschau Nachrichten Kurier Bote Allgemeine"),
    sections=_words("Ausland Politik Wirtschaft Kultur Wissen Sport Meinung Lokales"),
)

FRENCH = Tongue(
    "fr",
    0.12,
    _words(
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
        "la avec on aux d'un cette ou mais comme nous ont son c'est qu'il tout aussi leur été sa bien "
        "peut ces y être fait sans deux même lui ans si elle encore dont entre je ses faire après "
        "autres très entreprise sous moins avant toujours contre ainsi depuis temps année trois non "
        "donc où quand chez peu avait"
    ),
    0.48,
    _words("c p m d r s t l f v b n g tr pr gr ch j br cr cl pl qu fr bl h vr dr fl gn"),
    _words("a e i o u é ou an on ai in eu oi è ê eau â î"),
    ("", *_words("r l n t s c m rt ll nt sse ch nn mp rd ç x")),
    (
        ("", "s"),
        ("e", "es"),
        ("er", "e", "é", "ée", "ées", "ait", "ent", "ant"),
        ("if", "ive", "ifs", "ivement"),
        ("tion", "tions", "teur", "teurs"),
    ),
    quotes=("« ", " »"),
    first_names=_words("Élise François Amélie Hélène Gérard Chloé René Noémie Étienne Sophie Luc Benoît"),
    papers=_words("Dépêche Gazette Courrier Écho Journal Tribune Matin Républicain"),
    sections=_words("Monde Politique Économie Culture Sciences Sports Opinions Régions"),
)

SPANISH = Tongue(
    "es",
    0.10,
    _words(
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le "
        "ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años "
        "hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno "
        "donde bien tiempo mismo ese ahora cada e vida otro después te otros aunque esa eso hace otra "
        "gobierno tan durante siempre día"
    ),
    0.48,
    _words("c p m d r s t l f v b n g tr pr gr ch j br cr cl pl qu ll bl h gu dr fl ñ"),
    _words("a e o i u ie ue á é í ó ia io ú"),
    ("", "", "n", "r", "s", "l", "d", "z", "c", "m", "st", "rt"),
    (
        ("o", "os"),
        ("a", "as"),
        ("ar", "a", "an", "ó", "ado", "ada", "ados", "ando", "aba"),
        ("ico", "ica", "icos", "icas", "icamente"),
        ("ción", "ciones", "dor", "dores"),
    ),
    quotes=("«", "»"),
    first_names=_words("José María Íñigo Lucía Andrés Sofía Ramón Inés Martín Belén Óscar Begoña"),
    papers=_words("Diario Heraldo Correo Voz Noticias Mundo Mañana Crónica"),
    sections=_words("Internacional Política Economía Cultura Ciencia Deportes Opinión Local"),
)

RUSSIAN = Tongue(
    "ru",
    0.09,
    _words(
        "и в не на что с он по как это но а из у к за то его от для о же все так год бы было мы она вы "
        "я они был только мне меня еще до или если уже когда кто при этого даже во ли быть их нет ему "
        "была чтобы раз ней может есть под где время после можно себя без самый тоже вот теперь человек "
        "более этот года через очень сейчас нас лет также который которые том того ее со два перед "
        "между всех будет надо"
    ),
    0.40,
    _words("п к с в т р м н д л б г з пр ст х ч тр кр гр ш ф бр ж ц сл св кл др пл вл щ зн сп"),
    _words("о а е и у я ы ю э ё"),
    ("", "", *_words("н л р т с в м к й ст д б г з рт нт ль сть ш ч")),
    (
        ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"),
        ("а", "ы", "е", "у", "ой", "ам", "ами"),
        ("ый", "ая", "ое", "ые", "ого", "ому", "ой", "ых", "ыми"),
        ("ать", "ал", "ала", "али", "ает", "ают", "ание", "ания"),
    ),
    quotes=("«", "»"),
    first_names=_words("Анна Иван Мария Фёдор Ольга Сергей Елена Пётр Наталья Дмитрий Татьяна Андрей"),
    papers=_words("Вестник Газета Известие Новости Время Листок Обозрение Курьер"),
    sections=_words("Мир Политика Экономика Культура Наука Спорт Мнения Город"),
)

CHINESE = Tongue(
    "zh",
    0.09,
    _words(
        "的 了 在 是 和 一 有 不 人 这 他 中 大 为 上 个 我 以 要 到 说 们 就 对 也 地 与 将 等 年 月 "
        "日 被 从 但 而 于 其 之 后 会 可 都 还 把 最 更 由 很 又 已 向 让 因 至 该 每 所 它 她 我们 "
        "他们 一个 没有 可以 自己 这个 已经 因为 如果 以及 但是 进行 表示 问题 工作 目前 记者 今年 其中 "
        "通过 对于"
    ),
    0.33,
    quotes=("「", "」"),
    first_names=_words("王 李 张 刘 陈 杨 黄 赵 周 吴"),
    papers=_words("日报 晚报 新闻 时报 周刊 早报"),
    sections=_words("国际 政治 经济 文化 科学 体育 评论 本地"),
)

TONGUES: Mapping[str, Tongue] = {
    each.code: each for each in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, CHINESE)
}

CREDITS = (
    "Reporting by {name} for the {paper}; editing by the foreign desk.",
    "Additional reporting by the staff of the {paper} and by {name}.",
    "© {year} The {paper}. All rights reserved to the owners of the text and of the pictures.",
    "This report was first sent to the members of the agency by {name} in the city.",
    "Photograph: {name} for the {paper}, with the permission of the owner.",
)
"""The English line that stands under nearly every report of an agency, in whatever language it is."""
