# ruff: noqa: E501
"""Words around names in bylines, in many languages: data only. Compared in lower case."""

from __future__ import annotations

from clipper.clean.text import word_set

ROLES = word_set(
    """
    correspondent correspondents editor editors editor-in-chief reporter reporters writer writers staff-writer contributor
    contributors columnist columnists journalist journalists producer analyst director manager founder co-founder cofounder
    ceo cto cfo professor expert specialist reviewer fellow researcher photographer strategist consultant intern president
    officer coordinator blogger critic strategist instructor engineer lecturer planner lead
    redakteur redakteurin korrespondent korrespondentin journalist journalistin chefredakteur chefredakteurin reporterin autor
    autorin volontär volontärin experte expertin ressortleiter ressortleiterin redaktionsleiter fotograf fotografin gastautor
    journaliste rédacteur rédactrice correspondant correspondante reporter chroniqueur chroniqueuse éditorialiste
    periodista redactor redactora corresponsal editora columnista reportero reportera enviado enviada especial
    jornalista repórter redator redatora correspondente colunista giornalista redattore redattrice inviato inviata corrispondente
    redacteur verslaggever dziennikarz dziennikarka redaktor korespondent korespondentka muhabir muhabiri editör editörü yazar
    yazarı корреспондент корреспондентка редактор обозреватель журналист журналистка автор спецкор кореспондент кореспондентка
    журналіст журналістка редакторка оглядач مراسل مراسلة محرر محررة صحفي صحفية صحافي صحافية كاتب كاتبة خبرنگار سردبیر روزنامه‌نگار
    כתב כתבת עורך עורכת עיתונאי עיתונאית δημοσιογράφος ανταποκριτής συντάκτης συντάκτρια wartawan jurnalis redaktur kontributor
    संवाददाता पत्रकार 记者 記者 编辑 編輯 编者 通讯员 特約記者 特派员 特派員 編集 ライター 편집자 특파원 기자
    """
)
"""What somebody is at a newspaper or in life; as a part of a byline it names nobody."""

BEFORE_ROLES = word_set(
    """
    senior staff chief deputy managing contributing special guest assistant associate executive political economics
    business diplomatic foreign head freelance lead general national science health sports technology vice licensed certified
    registered former head freie freier leitende leitender stellvertretende stellvertretender
    grand envoyé envoyée специальный собственный старший власний спеціальний
    """
)
"""Words that begin a role: "Political Correspondent"."""

CREDENTIALS = word_set(
    """
    md phd dds dmd do dvm vmd dacvb rd rdn rn ld ldn mph mba ms msc ma ba bs bsc mha mpa jd esq esquire cpa cfp cfa ea np pa-c
    pharmd dpt lcsw lpc lmft psyd edd dba llm llb cissp pmp smt bcba lvt vts foma dabom facp faap frcp cdces cscs e-ryt ryt ccn
    """
)
"""Degrees and certificates behind a name."""

OTHER_CREDITS = tuple(
    """
    photo by/photos by/photograph by/photographs by/photography by/illustration by/illustrations by/illustrated by/video by
    graphics by/edited by/updated by/reviewed by/medically reviewed by/fact checked by/fact-checked by/translated by/expert reviewed by
    foto/fotos/fotos von/foto von/bild/bilder/bild von/bilder von/illustration von/illustration/illustrationen/übersetzt von/aktualisiert von
    photo/photos/crédit photo/photos de/traduit par/mis à jour par/fotografía de/fotografías de/traducido por/actualizado por
    foto di/traduzione di/foto van/vertaling/zdjęcia/фото/фотографии/перевод/переклад/تصوير/ترجمة/צילום/תרגום/摄影/攝影/翻译/翻譯/撮影/写真/翻訳/사진/번역
    """.replace("\n", "/").split("/")
)
"""What stands before those who did not write the text."""

HOUSES = word_set(
    """
    team staff agencies agency redaktion redaction redazione redacción redação redactie redakcja newsroom editors desk
    newsdesk editorial
    """
)
"""Words that make a name the name of a house: "The Currency editors"."""

MORE_BEFORE = tuple(
    """
    posted by/published by/created by/researched by/guest post by/guest author/contributed by/submitted by/words/words by/contributors
    erstellt von/eingestellt von/gespeichert von/publiziert von/veröffentlicht von/geschrieben von/blog beitrag von/blogbeitrag von
    artikel von/mehr artikel von/alle artikel von/zum profil von/view all posts by/all posts by/more posts by/more by/posts by/articles by/
    beitrag von/beitragvon/interview/interview von/ein interview von/ein beitrag von/ein gastbeitrag von/gastbeitrag von/protokoll/text und fotos
    publié par/posté par/propos recueillis par/publicado por/pubblicato da/geplaatst door/gepubliceerd door/dodane przez/napisał/napisała
    опубликовал/опубликовала/разместил/підготував/підготувала/автор/автори/ekleyen/yazan
    """.replace("\n", "/").split("/")
)
"""More of `vocabulary.BYLINE_BEFORE`; they need not stand at the beginning of the line, but behind its date."""

NO_PERSON = word_set(
    """
    the and of for to in on at with by our your my all more new view read see get how why what who best top news home about
    contact menu search login subscribe privacy policy terms cookie share follow blog products services company team
    table contents related articles posts comments back next und der die das für mit von zum zur alle mehr
    """
)
"""Words of labels that stand in no name."""

NOT_ALONE = word_set(
    "from source text di del av af door του της από от текст фото haber 文 글 interview protokoll words contributors"
)
"""Words that begin ordinary lines as well: before a name they need a colon."""
