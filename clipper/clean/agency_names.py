# ruff: noqa: E501
"""News agencies as datelines and credits write them, in many languages: data only. Compared in lower case."""

from __future__ import annotations

from clipper.clean.text import word_set

_NAMES = """
reuters/thomson reuters/afp/agence france-presse/agence france presse/ap/associated press/the associated press/dpa/dpa-afx/afx/apa/apa-ots/sda/keystone-sda/ats/epd/kna/sid/kathpress
efe/agencia efe/europa press/ep/telam/télam/notimex/ansa/adnkronos/agi/lapresse/askanews/lusa/agência lusa/agência brasil/agencia brasil/estadão conteúdo/folhapress
tass/тасс/итар-тасс/ria novosti/ria/риа/риа новости/interfax/интерфакс/interfax.ru/interfax-ukraine/интерфакс-украина/інтерфакс-україна/унн/уніан/униан/unian/укрінформ/укринформ/ukrinform/белта/belta/казинформ/regnum/прайм
pap/pa/pa media/press association/aap/cp/the canadian press/canadian press/la presse canadienne/upi/bloomberg/dow jones/ap/afp/xinhua/新华社/新華社/中新社/中新网/中新網/中央社/法新社/路透社/路透/美联社/美聯社/共同社/德新社/塔斯社
kyodo/kyodo news/共同/共同通信/時事/時事通信/jiji/jiji press/ロイター/afp時事/ap通信/yonhap/연합뉴스/뉴시스/뉴스1/연합/afp=연합뉴스
pti/ani/ians/uni/भाषा/पीटीआई/एएनआई/वार्ता/आईएएनएस/antara/bernama/vna/app/kcna
aa/anadolu/anadolu agency/anadolu ajansı/iha/i̇ha/dha/anka/irna/ایرنا/isna/ایسنا/fars/fars news/فارس/tasnim/تسنیم/mehr/مهر/press tv
رويترز/أ ف ب/ا ف ب/أ.ف.ب/ا.ف.ب/أف ب/فرانس برس/وكالة فرانس برس/د ب أ/د.ب.أ/أ ب/أ.ب/أسوشيتد برس/سانا/واس/وام/كونا/بترا/قنا/وفا/معا/الأناضول/وكالة الأناضول/أ ش أ/سبوتنيك/شينخوا/تاس/إفي
spa/wam/kuna/petra/qna/wafa/nna/mena/sana/bna/map/aps/tap/απε-μπε/απε/αμπε/anp/belga/ntb/tt/ritzau/stt/čtk/ctk/tasr/sita/mti/agerpres/mediafax/tanjug/beta/hina/bta/sputnik
רויטרס/איי-פי/סוכנות הידיעות/пап/укр/kyodo/antara/apa-ots/news agency/agencies/agenturen/agences/agencias/agências/agenzie/وكالات/агентства/סוכנויות
"""
AGENCY_NAMES = frozenset(each.strip() for each in _NAMES.replace("\n", "/").split("/") if each.strip())

NO_PLACES = word_set(
    """
    update breaking exclusive video watch news note opinion live analysis comment review interview photos gallery editorial
    advertisement listen podcast explainer correction warning fact check poll quiz read more tl;dr faq summary summary: tip
    tips step chapter part day week spoiler spoilers pros cons q a
    """
)
"""Words in capitals that open texts and name no place."""
