# ruff: noqa: E501
"""Words before dates that say what day it is: data only. Compared as the end of what stands before a date."""

from __future__ import annotations

import re

_UPDATED = """
updated/updated on/last updated/last updated on/last update/update/modified/last modified/revised/edited/last edited/last reviewed/reviewed
aktualisiert/aktualisiert am/zuletzt aktualisiert/zuletzt aktualisiert am/letzte aktualisierung/letzte änderung/geändert/geändert am/stand/aktualisierung/bearbeitet
mis à jour/mis à jour le/mise à jour/dernière mise à jour/modifié le/modifié/actualisé/actualizado/actualizado el/actualizada/actualización/última actualización/modificado
atualizado/atualizado em/atualizada em/última atualização/modificado em/aggiornato/aggiornato il/ultimo aggiornamento/ultima modifica/bijgewerkt/bijgewerkt op/laatst bijgewerkt
laatste update/zaktualizowano/aktualizacja/ostatnia aktualizacja/güncelleme/güncellendi/son güncelleme/ενημέρωση/τελευταία ενημέρωση/ενημερώθηκε/обновлено/обновлён/изменено/последнее обновление
оновлено/змінено/تحديث/آخر تحديث/تم التحديث/به روز رسانی/به‌روزرسانی/بروزرسانی/آخرین به روز رسانی/עודכן/עודכן ב/עדכון אחרון/अपडेट/अपडेटेड/अद्यतन/diperbarui/pembaruan/update terakhir
更新/更新时间/更新時間/更新日/最終更新/最終更新日/最后更新/最後更新/수정/업데이트/최종수정/최종 수정/수정일/päivitetty/uppdaterad/oppdatert/opdateret
"""
_PUBLISHED = """
published/published on/published at/first published/originally published/publish date/date published/publication date/posted/posted on/posted at/released/issued/written
created/date/date posted/uploaded/filed/veröffentlicht/veröffentlicht am/erstellt/erstellt am/erschienen/erschienen am/publiziert/publiziert am/geschrieben am/gepostet am/datum/vom/online seit/eingestellt am/verfasst am
publié/publié le/paru le/mis en ligne le/posté le/créé le/rédigé le/publicado/publicado el/publicada el/fecha/creado el/publicado em/publicada em/postado em/criado em/data
pubblicato/pubblicato il/pubblicata il/inserito il/gepubliceerd/gepubliceerd op/geplaatst/geplaatst op/opublikowano/data publikacji/dodano/utworzono/yayınlanma/yayın tarihi/yayınlandı/giriş/eklenme
δημοσίευση/δημοσιεύθηκε/δημοσιεύτηκε/ημερομηνία/опубликовано/опубликована/дата публикации/дата/добавлено/опубліковано/додано/дата публікації/نشر/نشر في/تاريخ النشر/تم النشر/منشور/تاریخ انتشار/انتشار
تاریخ/פורסם/פורסם ב/תאריך/प्रकाशित/पब्लिश/प्रकाशन तिथि/diterbitkan/dipublikasikan/tayang/tanggal
发布/发布时间/发布日期/发表于/发表时间/发表/時間/时间/日期/發布/發佈/發布時間/發表於/刊登/公開/公開日/掲載/掲載日/投稿日/配信/作成日/投稿/입력/등록/게시/작성/기사입력/등록일/작성일/승인
publicerad/publisert/udgivet/offentliggjort/julkaistu
"""


def _pattern(words: str) -> re.Pattern[str]:
    known = sorted(filter(None, map(str.strip, words.replace("\n", "/").split("/"))), key=len, reverse=True)
    return re.compile(
        rf"(?:^|[\s|·•,;(–—-])(?:{'|'.join(map(re.escape, known))})"
        r"(?:\s+(?:on|am|at|le|el|il|em|op|den|dnia|w|в|от|في|ב|pada|:|-))?[\s:：|·–—(-]*(?:[^\W\d]{2,12}[.,]*\s+)?$",
        re.IGNORECASE,
    )


UPDATED = _pattern(_UPDATED)
PUBLISHED = _pattern(_PUBLISHED)
