# ruff: noqa: E501 - markup is written as pages have it
"""Pages that are no whole article: lists of articles, galleries, live blogs, teasers, questions about consent."""

from __future__ import annotations

SENTENCES = (
    "The last lightship of the northern sandbanks came back to her old harbour on Tuesday, pulled by two tugs.",
    "For four decades she had lain in a side canal two hundred miles to the south, first as a floating restaurant.",
    "Her keepers wrote down everything: the wind, the ships that passed, the birds that rested on the rail.",
    "The council will vote in the second week of June, and until then the ship lies at the east quay.",
)
HEADLINES = {
    "en": "Ferry timetable changes in early June|Council votes on the new bridge|Two pilots rescued off the sandbank|Museum opens a room for the keepers|Harbour fees rise for the third time|School wins the national rowing prize|Storm closes the northern road again|Baker reopens after the long winter|Fund pays for half of the deck|Town asks who owns the bell|Old crane will be taken down|Fishermen count more herring than ever",
    "de": "Fahrplan der Fähre ändert sich im Juni|Der Rat stimmt über die neue Brücke ab|Zwei Lotsen vor der Sandbank gerettet|Museum eröffnet Raum für die Wärter|Gebühren im Hafen steigen zum dritten Mal|Schule gewinnt den Preis im Rudern|Sturm sperrt die Straße im Norden|Bäcker öffnet nach langem Winter wieder|Fonds zahlt die Hälfte des Decks|Die Stadt fragt wem die Glocke gehört|Alter Kran wird bald abgebaut|Fischer zählen mehr Heringe als je",
    "ru": "Расписание парома изменится в начале июня|Совет голосует за новый мост|Двух лоцманов спасли у отмели|Музей открывает зал смотрителей маяка|Портовые сборы растут в третий раз|Школа выиграла приз по гребле|Шторм снова закрыл северную дорогу|Пекарня открылась после долгой зимы|Фонд заплатит за половину палубы|Город спрашивает чей это колокол|Старый кран скоро разберут совсем|Рыбаки насчитали больше сельди чем раньше",
    "ar": "تغيير مواعيد العبارة في بداية حزيران|المجلس يصوت على الجسر الجديد|إنقاذ مرشدين قرب الضفة الرملية|المتحف يفتح قاعة لحراس المنارة|رسوم الميناء ترتفع للمرة الثالثة|المدرسة تفوز بجائزة التجديف الوطنية|العاصفة تغلق الطريق الشمالي مجددا|الخباز يفتح بعد الشتاء الطويل|الصندوق يدفع ثمن نصف السطح|المدينة تسأل عن صاحب الجرس|الرافعة القديمة ستفكك قريبا جدا|الصيادون يحصون أسماكا أكثر من قبل",
}


def section(language: str, *, teasers: bool = False) -> str:
    """A section's page: headlines with links, in boxes, with or without a line of text below each."""
    boxes = "".join(
        f'<div class="item"><h3><a href="/news/{at}-story.html">{headline}</a></h3>{"<p>" + SENTENCES[at % 4] + "</p>" if teasers else ""}</div>'
        for at, headline in enumerate(HEADLINES[language].split("|"))
    )
    return f'<html lang={language}><head><title>Harbour</title><meta property="og:type" content="website"></head><body><nav><a href="/">A</a></nav><main><h1>Harbour</h1>{boxes}</main></body></html>'


def listed(language: str) -> str:
    """A home page as one list."""
    items = "".join(
        f'<li><a href="/n/{at}">{headline}</a></li>'
        for at, headline in enumerate(HEADLINES[language].split("|"))
    )
    return f"<html lang={language}><head><title>The Harbour Courier</title></head><body><ul>{items}</ul></body></html>"


def article(words: str, *, head: str = "", title: str = "A ship comes home to its harbour") -> str:
    """A page with this in its article."""
    return f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{words}</article></body></html>"


def prose(count: int) -> str:
    """So many paragraphs."""
    return "".join(f"<p>{SENTENCES[at % 4]} It was voyage number {at}.</p>" for at in range(count))


def consent(heading: str, said: str, buttons: str) -> str:
    """A page that only asks."""
    pressed = "".join(f"<button>{each}</button>" for each in buttons.split("|"))
    return f'<html><head><title>{heading}</title></head><body><div class="box"><h1>{heading}</h1><p>{said}</p><form>{pressed}</form></div></body></html>'


CONSENT = {
    "en": consent(
        "Before you continue",
        "We use cookies and data to deliver our services. If you agree, we and our partners store and/or access information on a device and process personal data for personalised ads. You can withdraw your consent in the privacy settings.",
        "Accept all|Reject all|More options",
    ),
    "de": consent(
        "Bevor Sie fortfahren",
        "Wir und unsere Partner verwenden Cookies, um Informationen auf einem Gerät zu speichern. Mit Ihrer Einwilligung zeigen wir personalisierte Werbung. Mehr dazu in der Datenschutzerklärung; Sie können die Einwilligung jederzeit widerrufen.",
        "Alle akzeptieren|Ablehnen|Einstellungen",
    ),
    "fr": consent(
        "Avec votre accord",
        "Nous et nos partenaires utilisons des cookies et des traceurs pour stocker et/ou accéder à des données personnelles, afficher de la publicité personnalisée et mesurer l'audience. Vous pouvez retirer votre consentement dans la politique de confidentialité.",
        "Accepter et continuer|Continuer sans accepter|Paramétrer",
    ),
    "pl": consent(
        "Zanim przejdziesz do serwisu",
        "My i nasi zaufani partnerzy używamy plików cookie do wyświetlania spersonalizowanych reklam. Wyrażam zgodę na przetwarzanie moich danych osobowych; zgoda jest dobrowolna, a polityka prywatności opisuje szczegóły.",
        "Akceptuję|Ustawienia",
    ),
    "ja": consent(
        "続行する前に",
        "当サイトではcookieを使用しています。パートナーは個人データを処理し、パーソナライズされた広告を表示します。同意はプライバシーポリシーでいつでも変更できます。",
        "同意する|拒否|設定",
    ),
}
