"""Words that dates and bylines are read with, in many languages: data only. The phrases of the chrome around
articles are files of their own (`lexicon.py`).

Phrases are separated by ` / ` or by line ends; they are compared without case and surrounding marks
(`phrases.normalised`).
"""

# ruff: noqa: E501
from __future__ import annotations

DATED = """
published / published on / published at / posted / posted on / posted at / updated / updated on / updated at / last updated / last updated on / last modified / modified / date / first published / created / added / publish date / published date / on / at / issued
نشر / نشر في / تاريخ النشر / آخر تحديث / آخر تعديل / تحديث / التاريخ / منشور / تم النشر / تم التحديث / تاریخ انتشار / انتشار / به روز رسانی / פורסם / פורסם ב / עודכן / עודכן ב / תאריך / опубликовано / обновлено / дата / дата публикации / добавлено / опубліковано / оновлено
veröffentlicht / veröffentlicht am / aktualisiert / aktualisiert am / zuletzt aktualisiert / stand / erstellt / erstellt am / vom / am / publié / publié le / mis à jour / mis à jour le / le / modifié le / dernière mise à jour / publicado / publicado el / actualizado / actualizado el / el / fecha / publicado em / atualizado / atualizado em / em / data / pubblicato / pubblicato il / aggiornato / aggiornato il / il / gepubliceerd / gepubliceerd op / bijgewerkt / bijgewerkt op / laatste update / opublikowano / zaktualizowano / aktualizacja / data publikacji / yayınlanma / yayınlanma tarihi / güncelleme / güncellendi / giriş / tarih / δημοσιεύθηκε / δημοσίευση / ενημέρωση / ημερομηνία / प्रकाशित / अपडेट / अपडेटेड / diterbitkan / diperbarui / dipublikasikan / tayang / tanggal
发布 / 发布时间 / 发布日期 / 发表于 / 更新 / 更新时间 / 发表 / 时间 / 日期 / 發布 / 發佈 / 發表於 / 更新時間 / 公開 / 公開日 / 掲載 / 投稿日 / 更新日 / 配信 / 最終更新 / 입력 / 수정 / 등록 / 게시 / 업데이트 / 작성 / 기사입력 / 최종수정
"""

BYLINE_BEFORE = """
by / written by / posted by / author / authors / author(s) / reported by / reporting by / story by / text by / words by / published by / report by / edited by / compiled by / interview by / article by / from / source
بقلم / كتب / كتبت / الكاتب / الكاتبة / المؤلف / إعداد / تقرير / تحرير / نوشته / نویسنده / به قلم / گزارش از / مאת / מאת / כתב / כותב / автор / авторы / текст / автор статьи / автор текста / автори / подготовил / подготовила
von / autor / autorin / autoren / verfasst von / geschrieben von / text / text von / ein beitrag von / eine analyse von / par / auteur / auteurs / auteure / écrit par / rédigé par / publié par / por / escrito por / autora / autores / redacción / di / a cura di / scritto da / autore / autrice / door / geschreven door / autor / autorzy / przez / yazan / yazar / haber / muhabir / του / της / από / γράφει / γράφει ο / γράφει η / συντάκτης / συντάκτρια / av / af / skrevet av / text av / लेखक / द्वारा / रिपोर्ट / oleh / penulis / reporter / editor
作者 / 撰文 / 记者 / 責任編輯 / 责任编辑 / 编辑 / 文 / 來源 / 文／ / 記者 / 著者 / 執筆 / 執筆者 / 文責 / 取材 / 筆者 / 기자 / 글 / 작성자 / 글쓴이
"""
"""What stands before the names in a byline. Used only where the rest of the line reads like names."""

JOINERS = "and und et y e ed en i ve και и та و و ו dan 和 与 及 と 및 & with mit avec con com met"
"""Words that stand between two names."""

AGO = """
ago / منذ / قبل / پیش / לפני / назад / тому / vor / il y a / hace / há / atrás / fa / geleden / temu / önce / πριν / पहले / lalu / yang lalu / 前 / 전 / siden / sedan
"""
"""Words by which a line gives a time relative to now."""

AGO_UNITS = """
second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years yesterday today just now
ثانية ثوان ثوانٍ دقيقة دقيقتين دقائق ساعة ساعتين ساعات يوم يومين أيام أسبوع أسبوعين أسابيع شهر شهرين أشهر شهور سنة سنتين سنوات عام عامين أعوام
ثانیه دقیقه ساعت روز هفته ماه سال שנייה שניות דקה דקות שעה שעתיים שעות יום יומיים ימים שבוע שבועיים שבועות חודש חודשיים חודשים שנה שנתיים שנים
секунда секунды секунд секунду минута минуты минут минуту час часа часов день дня дней неделю недели недель неделя месяц месяца месяцев год года лет
хвилин хвилини хвилину годину години годин днів дні тиждень тижні тижнів місяць місяці місяців рік роки років
sekunde sekunden minute minuten stunde stunden tag tagen tage woche wochen monat monaten monate jahr jahren jahre
seconde secondes heure heures jour jours semaine semaines mois an ans année années segundo segundos minuto minutos hora horas día días dia dias semana semanas mes meses mês año años ano anos
secondo secondi minuti ora ore giorno giorni settimana settimane mese mesi anno anni uur uren dag dagen maand maanden jaar weken seconden minuut
sekund sekundy minut minuty godzin godziny godzinę dni dzień tydzień tygodnie tygodni miesiąc miesiące miesięcy rok lata lat roku saniye dakika saat gün hafta ay yıl
δευτερόλεπτα λεπτά λεπτό ώρα ώρες ημέρα ημέρες μέρες εβδομάδα εβδομάδες μήνα μήνες χρόνο χρόνια έτος έτη सेकंड मिनट घंटे घंटा दिन सप्ताह महीने महीना साल वर्ष detik menit jam hari minggu bulan tahun
秒 分钟 分鐘 小时 小時 天 日 周 週 个月 個月 月 年 分 時間 週間 か月 ヶ月 年間 초 분 시간 일 주 개월 년 a an one
"""

AGENCIES = """
staff agencies agency agence reuters afp ap dpa ansa efe tass ria novosti interfax xinhua kyodo apa pti ani upi anadolu irna fars tasnim mehr wam spa sana nna bbc cnn newsdesk desk staff writer editorial team editors newsroom redaktion redaktion redaction redazione redacción redação redactie redakcja correspondent
وكالات وكالة الوكالات رويترز فريق التحرير المحرر агентства агентство редакция сми סוכנויות
"""
"""Names in bylines that are houses and not people."""
