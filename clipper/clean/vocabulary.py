"""Words of the chrome around articles, in many languages: data only. A phrase is never enough to remove
prose.

Phrases are separated by ` / ` or by line ends; they are compared without case, accents of punctuation and
surrounding marks (`phrases.py` says how).
"""

# ruff: noqa: E501
from __future__ import annotations

LOADING = """
no script / please wait / loading / loading content / please enable javascript / enable javascript
javascript is disabled / your browser does not support javascript / javascript is required
you need to enable javascript to run this app / please turn on javascript / wait a moment / just a moment
يرجى الانتظار / الرجاء الانتظار / جاري التحميل / جار التحميل / انتظر من فضلك / لطفا صبر کنید / لطفا منتظر بمانید / در حال بارگذاری
אנא המתן / נא להמתין / טוען / подождите / пожалуйста подождите / загрузка / идет загрузка / зачекайте / завантаження
bitte warten / wird geladen / laden / veuillez patienter / chargement / chargement en cours / espere por favor / por favor espere
cargando / aguarde / por favor aguarde / carregando / attendere prego / caricamento / caricamento in corso / even geduld / even geduld aub
proszę czekać / ładowanie / lütfen bekleyin / yükleniyor / παρακαλώ περιμένετε / φόρτωση / कृपया प्रतीक्षा करें / लोड हो रहा है / harap tunggu / memuat
请稍候 / 请稍等 / 加载中 / 正在加载 / 請稍候 / 載入中 / お待ちください / しばらくお待ちください / 読み込み中 / 잠시만 기다려 주세요 / 로딩 중
"""

SAVING = """
add to favorites / add to favourites / add to favorite / favorites / favourites / favorite / save / saved / save article / save for later
save this article / bookmark / bookmark this / add bookmark / add to bookmarks / add to reading list / read later / remove from favorites
أضف إلى المفضلة / إضافة إلى المفضلة / أضف للمفضلة / المفضلة / حفظ / احفظ / افزودن به علاقه مندی ها / نشان کردن / ذخیره
הוסף למועדפים / הוספה למועדפים / שמור / в избранное / добавить в избранное / сохранить / до обраного / додати в обране / зберегти
zu favoriten hinzufügen / merken / artikel merken / lesezeichen / ajouter aux favoris / favoris / enregistrer / sauvegarder
añadir a favoritos / agregar a favoritos / guardar / adicionar aos favoritos / favoritos / salvar / guardar artigo / aggiungi ai preferiti
preferiti / salva / toevoegen aan favorieten / bewaar / bewaren / dodaj do ulubionych / zapisz / favorilere ekle / kaydet
προσθήκη στα αγαπημένα / αποθήκευση / पसंदीदा में जोड़ें / सहेजें / tambahkan ke favorit / simpan
加入收藏 / 收藏 / 添加到收藏 / 收藏本文 / 加入最愛 / お気に入り / お気に入りに追加 / ブックマーク / 保存 / 즐겨찾기 추가 / 즐겨찾기 / 저장 / 스크랩
"""

SHARING = """
share / share this / share article / share this article / share this story / share this page / share on / share via / share with / shares / shared
share on facebook / share on twitter / share on x / share on whatsapp / share on telegram / share on linkedin / share on email / share by email
share via email / tweet / tweet this / retweet / pin it / post / like / likes / like this / like us on facebook / follow / follow us / follow us on
follow us on twitter / follow us on telegram / follow us on facebook / join us / join our channel / join us on telegram / copy / copy link / copied
link copied / copy url / email / e-mail / mail / email this / send / send email / send to a friend / forward / print / print this / print article
print page / printer friendly / print friendly / pdf / download pdf / facebook / twitter / x / whatsapp / telegram / linkedin / reddit / pinterest
instagram / youtube / tiktok / messenger / viber / vk / vkontakte / ok / odnoklassniki / flipboard / pocket / tumblr / line / wechat / weibo / qq
skype / snapchat / threads / bluesky / mastodon / google / google+ / rss / xing / signal / more / more options / stumbleupon / digg / email link
شارك / مشاركة / المشاركة / شارك المقال / شارك الخبر / شارك هذا / طباعة / اطبع / إرسال / أرسل / نسخ / نسخ الرابط / تم النسخ / فيسبوك / تويتر / واتساب / تلغرام / تيليغرام / تابعنا / تابعونا / بريد إلكتروني / البريد الإلكتروني
اشتراک گذاری / به اشتراک بگذارید / چاپ / ارسال / کپی لینک / تلگرام / توییتر / فیسبوک / واتساپ
שתף / שיתוף / שתפו / הדפס / הדפסה / שלח / העתק קישור / פייסבוק / טוויטר / ווטסאפ / טלגרם / עקבו אחרינו
поделиться / поделитесь / поделиться в соцсетях / печать / распечатать / версия для печати / отправить / скопировать ссылку / ссылка скопирована / вконтакте / одноклассники / телеграм / твитнуть / подписаться / подписывайтесь / мы в соцсетях
поділитися / поширити / друк / друкувати / надіслати / копіювати посилання
teilen / artikel teilen / drucken / seite drucken / mailen / per mail / per e-mail / e-mail senden / weiterleiten / link kopieren / twittern / senden / merken / versenden / folgen / folgen sie uns / auf facebook teilen / bei twitter teilen
partager / partager l'article / partagez / partager sur facebook / partager sur twitter / imprimer / envoyer / envoyer par mail / envoyer par e-mail / copier le lien / lien copié / tweeter / suivre / suivez nous
compartir / comparte / compartir en facebook / compartir en twitter / imprimir / enviar / enviar por correo / enviar por email / copiar enlace / copiar link / tuitear / síguenos / seguir
compartilhar / compartilhe / partilhar / imprimir / enviar por e-mail / copiar / tuitar / siga nos
condividi / condividi su facebook / stampa / invia / invia per email / copia link / copia il link / seguici / segui
delen / deel / deel dit artikel / deel dit / printen / afdrukken / mail / doorsturen / kopieer link / volg ons
udostępnij / podziel się / drukuj / wyślij / kopiuj link / skopiuj link / obserwuj / tweetnij / polub
paylaş / yazdır / gönder / bağlantıyı kopyala / linki kopyala / takip et / bizi takip edin
κοινοποίηση / μοιραστείτε / εκτύπωση / αποστολή / αντιγραφή συνδέσμου / ακολουθήστε μας
शेयर / शेयर करें / साझा करें / प्रिंट / प्रिंट करें / ईमेल / लिंक कॉपी करें / फॉलो करें
bagikan / cetak / kirim / salin tautan / salin link / ikuti kami
分享 / 分享到 / 转发 / 打印 / 打印本页 / 复制链接 / 微信 / 微博 / 邮件 / 分享至 / 轉發 / 列印 / 複製連結 / 关注我们
シェア / シェアする / 共有 / 共有する / 印刷 / 印刷する / メール / リンクをコピー / ツイート / ポスト / フォロー / いいね
공유 / 공유하기 / 인쇄 / 프린트 / 메일 / 링크 복사 / 트위터 / 페이스북 / 카카오톡 / 팔로우
"""

COMMENTS = """
save my name email and website in this browser for the next time i comment / save my name and email in this browser for the next time i comment
comments / comment / leave a comment / leave a reply / add a comment / add comment / write a comment / post a comment / post comment / no comments
no comments yet / be the first to comment / join the conversation / join the discussion / view comments / show comments / read comments / see comments
discussion / your comment / submit / submit comment / reply / replies / load more comments / comments are closed / comments closed / responses
sign in to comment / log in to comment / log in to reply / login to comment / you must be logged in to post a comment
your email address will not be published / required fields are marked
your email address will not be published required fields are marked / name / website / cancel reply / responses
تعليقات / التعليقات / تعليق / أضف تعليق / أضف تعليقا / اترك تعليقا / اترك تعليقاً / لا توجد تعليقات / أكتب تعليقك / اكتب تعليقا / تعليقات القراء / لا تعليقات
نظرات / نظر / ارسال نظر / دیدگاه / دیدگاه ها / نظر شما / تگובות / תגובות / תגובה / הוסף תגובה / הוספת תגובה / כתוב תגובה
комментарии / комментарий / комментировать / оставить комментарий / добавить комментарий / написать комментарий / нет комментариев / обсуждение / обсудить / ответить
коментарі / коментувати / залишити коментар / додати коментар / kommentare / kommentar / kommentieren / kommentar schreiben / kommentar verfassen / diskutieren / diskussion / antworten / leserkommentare / jetzt kommentieren
commentaires / commentaire / commenter / laisser un commentaire / ajouter un commentaire / aucun commentaire / réagir / vos réactions / répondre / réactions
comentarios / comentario / comentar / dejar un comentario / deja un comentario / deja tu comentario / añadir comentario / sin comentarios / responder / escribe un comentario
comentários / comentário / deixe um comentário / deixe seu comentário / adicionar comentário / sem comentários
commenti / commento / commenta / lascia un commento / aggiungi commento / nessun commento / rispondi / scrivi un commento
reacties / reactie / reageer / reageren / plaats een reactie / laat een reactie achter / geen reacties
komentarze / komentarz / skomentuj / dodaj komentarz / brak komentarzy / odpowiedz
yorumlar / yorum / yorum yap / yorum yaz / yorum ekle / yanıtla / σχόλια / σχόλιο / αφήστε σχόλιο / προσθήκη σχολίου
टिप्पणियाँ / टिप्पणी / टिप्पणी करें / कमेंट / अपनी टिप्पणी दें / komentar / tulis komentar / tinggalkan komentar / tambah komentar
评论 / 发表评论 / 网友评论 / 条评论 / 我要评论 / 暂无评论 / 評論 / 發表評論 / 留言 / コメント / コメントを書く / コメントする / コメント欄 / 댓글 / 댓글 쓰기 / 댓글쓰기 / 의견
"""

RELATED = """
related / related articles / related stories / related news / related posts / related content / related topics / related links / related reading / related coverage / related items
read also / read more / also read / see also / more on this / more on this story / more on this topic / more from / more news / more stories / more articles / further reading
you may also like / you might also like / you may also be interested in / recommended / recommended for you / recommended stories / recommended articles / recommended reading
most read / most popular / most viewed / most shared / most commented / popular / popular news / popular posts / popular stories / trending / trending now / top stories / top news / latest / latest news / latest stories / latest articles / latest posts
recent posts / recent articles / recent news / editor's picks / editors' picks / editor's choice / don't miss / in case you missed it / up next / next article / previous article / next story / previous story / next post / previous post / next / previous / prev
what to read next / read next / keep reading / continue reading / from the web / around the web / sponsored / sponsored content / promoted / promoted content / promoted stories / must read / breaking news / other news / others / similar articles / similar news
اقرأ أيضا / اقرأ أيضاً / إقرأ أيضا / إقرأ أيضاً / اقرأ المزيد / المزيد / مواضيع ذات صلة / أخبار ذات صلة / مقالات ذات صلة / ذات صلة / الأكثر قراءة / الأكثر مشاهدة / آخر الأخبار / أحدث الأخبار / شاهد أيضا / شاهد أيضاً / قد يعجبك أيضا / قد يهمك / قد يهمك أيضا / أخبار متعلقة / المقال التالي / المقال السابق / الأكثر شعبية / مقالات مرتبطة
بیشتر بخوانید / مطالب مرتبط / اخبار مرتبط / پربازدیدترین / پربیننده ترین / آخرین اخبار / همچنین بخوانید
קראו גם / קרא גם / קראו עוד / כתבות נוספות / כתבות קשורות / הנקראות ביותר / עוד בנושא / עוד כתבות / אולי יעניין אותך
читайте также / читать также / читайте по теме / по теме / материалы по теме / похожие материалы / похожие новости / самое читаемое / популярное / самое популярное / последние новости / новости по теме / смотрите также / еще по теме / другие новости / рекомендуем / вам может быть интересно / главное сегодня / лента новостей / связанные материалы / предыдущая статья / следующая статья
читайте також / за темою / останні новини / популярні новини / схожі новини / дивіться також
lesen sie auch / lesen sie mehr / mehr lesen / weiterlesen / auch interessant / das könnte sie auch interessieren / das könnte dich auch interessieren / mehr zum thema / zum thema / verwandte artikel / ähnliche artikel / ähnliche beiträge / meistgelesen / meist gelesen / meistgelesene artikel / neueste artikel / weitere artikel / weitere meldungen / weitere themen / weitere nachrichten / empfohlen / empfehlungen / siehe auch / mehr dazu / aktuelle nachrichten / nächster artikel / vorheriger artikel / mehr aus
lire aussi / à lire aussi / lire la suite / voir aussi / à voir aussi / sur le même sujet / sur le même thème / articles liés / articles similaires / à lire également / les plus lus / le plus lu / les plus populaires / dernières nouvelles / dernières actualités / vous aimerez aussi / dans la même rubrique / article suivant / article précédent / recommandé pour vous / nos recommandations
lea también / leer más / lee también / leer también / le puede interesar / te puede interesar / también te puede interesar / noticias relacionadas / artículos relacionados / relacionados / relacionadas / más leídas / lo más leído / más noticias / últimas noticias / más información / ver también / ver más / te recomendamos / contenido relacionado / siguiente artículo / artículo anterior
leia também / leia mais / veja também / saiba mais / notícias relacionadas / artigos relacionados / mais lidas / últimas notícias / recomendados / você pode gostar / mais notícias / conteúdo relacionado
leggi anche / leggi tutto / leggi altro / vedi anche / articoli correlati / articoli simili / i più letti / più letti / ultime notizie / potrebbe interessarti / potrebbero interessarti / ti potrebbe interessare / notizie correlate / correlati / articolo successivo / articolo precedente
lees ook / lees meer / lees verder / meer over dit onderwerp / gerelateerd / gerelateerde artikelen / gerelateerde berichten / meest gelezen / laatste nieuws / aanbevolen / bekijk ook / zie ook
czytaj także / czytaj również / czytaj też / przeczytaj także / przeczytaj też / zobacz także / zobacz też / zobacz również / powiązane / powiązane artykuły / podobne artykuły / najczęściej czytane / najnowsze / polecane / czytaj więcej / więcej na ten temat
ayrıca okuyun / bunları da beğenebilirsiniz / ilgili haberler / ilgili yazılar / benzer haberler / en çok okunanlar / son haberler / devamını oku / önerilen haberler
διαβάστε επίσης / διαβάστε ακόμα / διαβάστε περισσότερα / σχετικά άρθρα / σχετικά / δημοφιλή / τελευταία νέα / δείτε επίσης
यह भी पढ़ें / ये भी पढ़ें / और पढ़ें / संबंधित खबरें / संबंधित समाचार / ताज़ा खबरें / सबसे ज्यादा पढ़े गए / baca juga / baca selengkapnya / berita terkait / artikel terkait / terpopuler / berita lainnya / berita terbaru / simak juga / lihat juga / rekomendasi
相关新闻 / 相关阅读 / 相关文章 / 延伸阅读 / 推荐阅读 / 热门文章 / 热门新闻 / 最新新闻 / 更多 / 更多新闻 / 上一篇 / 下一篇 / 猜你喜欢 / 相關新聞 / 相關文章 / 延伸閱讀 / 推薦閱讀 / 熱門新聞 / 最新消息 / 更多內容 / 阅读更多
関連記事 / 関連ニュース / あわせて読みたい / 合わせて読みたい / おすすめ記事 / おすすめ / 人気記事 / 最新記事 / 最新ニュース / 続きを読む / もっと見る / 次の記事 / 前の記事 / ランキング / アクセスランキング
관련기사 / 관련 기사 / 관련 뉴스 / 추천 기사 / 많이 본 뉴스 / 많이 본 기사 / 인기 기사 / 최신 뉴스 / 더보기 / 다음 기사 / 이전 기사
"""

ASKING = """
archive / archives / sitemap / site map / advertise / advertise with us / powered by wordpress / username / user name / password / your password / remember me / benutzername / passwort / kennwort / nom d'utilisateur / mot de passe / nombre de usuario / contraseña / usuário / senha / nome utente / gebruikersnaam / wachtwoord / hasło / имя пользователя / пароль / اسم المستخدم / كلمة المرور / 用户名 / 密码
subscribe / subscribe now / subscribe to our newsletter / newsletter / sign up / sign up now / sign up for our newsletter / sign up to our newsletter / get our newsletter / your email / your email address / email address / enter your email / enter your email address / join our newsletter / get the newsletter / get notified / daily newsletter
accept / accept all / accept cookies / accept all cookies / i accept / reject / reject all / decline / agree / i agree / got it / manage cookies / cookie settings / cookie policy / cookie preferences / manage preferences / cookies / this site uses cookies / this website uses cookies / we use cookies / privacy policy / privacy / terms of use / terms / terms of service / terms and conditions
we use cookies to improve your experience / this site uses cookies to improve your experience / we use cookies to ensure that we give you the best experience on our website
log in / login / sign in / register / log out / sign out / my account / create account / already a subscriber / donate / support us / support our work / become a member / download our app / download the app / get the app / install app / report an error / report error / report a mistake / report a typo / suggest a correction / back to top / scroll to top / top / up / close / cancel / ok / menu / search / home / skip to content / skip to main content / contact us / contact / about us / about / help / faq / sitemap / advertise / advertise with us / careers / imprint
listen / listen to this article / listen to article / audio / play / pause / font size / text size / a a a / a a / aa / zoom / increase font size / decrease font size / larger / smaller / view gallery / open gallery / view all / see all / show more / load more / expand / show less / click to expand / view full size / enlarge image / click to enlarge / back / go back / translate / select language / language / dark mode / rate this article / was this helpful / vote / poll / views / reads / hits / view count
اشترك / اشترك الآن / اشترك في النشرة البريدية / النشرة البريدية / القائمة البريدية / موافق / أوافق / قبول / رفض / سياسة الخصوصية / تسجيل الدخول / تسجيل / اتصل بنا / من نحن / الرئيسية / بحث / القائمة / إغلاق / حجم الخط / استمع / عودة إلى الأعلى / تصغير الخط / تكبير الخط / مشاهدات / مشاهدة / عدد المشاهدات / قراءة
عضویت / عضویت در خبرنامه / خبرنامه / صفحه اصلی / جستجو / تماس با ما / درباره ما / بازدید / הירשם / הרשמה / ניוזלטר / התחבר / התחברות / אני מסכים / מדיניות פרטיות / צור קשר / חיפוש / תפריט / ראשי / סגור
подписаться на рассылку / подпишитесь на рассылку / рассылка / подписка / войти / вход / регистрация / принять / согласен / согласиться / политика конфиденциальности / контакты / о нас / главная / поиск / меню / закрыть / наверх / сообщить об ошибке / нашли ошибку / просмотры / просмотров / размер шрифта / слушать
підписатися / увійти / реєстрація / прийняти / головна / пошук / догори / перегляди
abonnieren / newsletter abonnieren / newsletter bestellen / jetzt abonnieren / anmelden / registrieren / einloggen / akzeptieren / alle akzeptieren / ablehnen / einstellungen / cookie einstellungen / datenschutz / datenschutzerklärung / impressum / kontakt / über uns / startseite / suche / menü / schließen / nach oben / fehler melden / schriftgröße / vorlesen / artikel anhören / anhören / agb / mehr anzeigen / zurück / weiter / merkliste / bild vergrößern
s'abonner / abonnez vous / inscription / s'inscrire / se connecter / connexion / accepter / tout accepter / refuser / tout refuser / paramétrer / politique de confidentialité / mentions légales / contact / accueil / recherche / rechercher / fermer / haut de page / retour en haut / signaler une erreur / taille du texte / écouter / écouter l'article / voir plus / retour / lettre d'information
suscríbete / suscribirse / boletín / registrarse / iniciar sesión / aceptar / aceptar todo / rechazar / política de privacidad / aviso legal / contacto / inicio / buscar / menú / cerrar / volver arriba / escuchar / tamaño de letra / mostrar más / volver
inscreva se / assine / assinar / boletim / entrar / cadastre se / aceitar / rejeitar / política de privacidade / contato / contacto / buscar / pesquisar / fechar / voltar ao topo / ouvir / tamanho da fonte / voltar
iscriviti / iscriviti alla newsletter / abbonati / accedi / registrati / accetta / accetta tutto / rifiuta / informativa sulla privacy / contatti / chi siamo / cerca / chiudi / torna su / ascolta / dimensione testo / indietro
abonneer / inschrijven / schrijf je in / inloggen / aanmelden / registreren / accepteren / alles accepteren / weigeren / privacybeleid / over ons / zoeken / sluiten / naar boven / luister / lettergrootte / terug
subskrybuj / zapisz się / zapisz się do newslettera / zaloguj / zaloguj się / zarejestruj się / akceptuję / akceptuj / odrzuć / polityka prywatności / kontakt / o nas / szukaj / zamknij / do góry / zgłoś błąd / posłuchaj
abone ol / bülten / giriş yap / kayıt ol / kabul et / reddet / gizlilik politikası / iletişim / hakkımızda / ana sayfa / ara / kapat / yukarı çık / dinle
εγγραφή / σύνδεση / αποδοχή / απόρριψη / πολιτική απορρήτου / επικοινωνία / αρχική / αναζήτηση / κλείσιμο / सब्सक्राइब करें / लॉगिन / स्वीकार करें / होम / खोजें / संपर्क करें / berlangganan / masuk / daftar / setuju / terima / beranda / cari / tutup / kembali ke atas / kebijakan privasi
订阅 / 登录 / 注册 / 接受 / 同意 / 拒绝 / 隐私政策 / 联系我们 / 关于我们 / 首页 / 搜索 / 关闭 / 返回顶部 / 字体大小 / 字号 / 大 / 中 / 小 / 訂閱 / 登入 / 註冊 / 首頁 / 搜尋 / 關閉 / 回到頂部 / 阅读 / 浏览 / 阅读量
購読 / 登録 / ログイン / 会員登録 / 同意する / 閉じる / ホーム / 検索 / お問い合わせ / トップへ戻る / ページトップへ / 文字サイズ / メルマガ登録 / 구독 / 구독하기 / 로그인 / 회원가입 / 동의 / 닫기 / 홈 / 검색 / 맨 위로 / 글자 크기 / 글자크기
"""

ADVERTS = """
advertisement / advertisements / advertisement - continue reading below / ad / ads / sponsored / story continues below advertisement / article continues below / continue reading below / continues below advertisement / advert / advertising / paid content / scroll to continue / skip ad / skip advertisement / report this ad
anzeige / anzeigen / werbung / publicité / annonce / publicidad / anuncio / anuncios / publicidade / anúncio / pubblicità / advertentie / reclame / reklama / reklam / διαφήμιση / διαφημιση / реклама / рекламный блок / на правах рекламы / إعلان / إعلانات / الإعلانات / تبلیغات / آگهی / פרסומת / מודעה / विज्ञापन / iklan / advertisement iklan / 广告 / 廣告 / 広告 / 스폰서 / 광고
"""

LABELS = """
tags / tag / topics / topic / keywords / categories / category / filed under / in this article / sections / section / posted in / labels / source / sources / location / news / article / story / photo / photos / video / videos / gallery / image / images / infographic
الوسوم / وسوم / الكلمات المفتاحية / كلمات دلالية / كلمات مفتاحية / الكلمات الدلالية / المصدر / القسم / التصنيف / برچسب ها / برچسب / کلیدواژه / منبع / תגיות / תגים / מקור / теги / тэги / метки / ключевые слова / темы / рубрика / источник / категории / джерело / теги теми
schlagworte / schlagwörter / stichwörter / themen / thema / kategorien / quelle / mots clés / mots-clés / étiquettes / thèmes / rubrique / etiquetas / temas / categorías / fuente / fonte / categorias / tag / argomenti / categorie / trefwoorden / onderwerpen / bron / tagi / tematy / kategorie / źródło / etiketler / konular / kaynak / ετικέτες / πηγή / टैग / विषय / स्रोत / topik / kategori / sumber
标签 / 关键词 / 来源 / 分类 / 標籤 / 關鍵字 / 來源 / タグ / キーワード / カテゴリー / カテゴリ / 出典 / 태그 / 키워드 / 출처
"""

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

FOOTNOTES = """
share this article / share this story / share this post / share this page / let us know what you / tell us what you think / what do you think
teilen sie diesen / partagez cet article / comparte este artículo / comparte esta noticia / compartilhe esta / compartilhe este / condividi questo
поделитесь этой / поделиться этой / شارك هذا / شاركوا هذا / bu haberi paylaş / udostępnij ten
follow us / subscribe now / subscribe to / sign up for / sign up to / get the latest / click here to / download the app / download our
for the latest stories / this post was / this entry was posted / this article was originally / this story was originally / this article first
this post first / originally published / view all posts / posted in / filed under / suggested citation / submit your letter / have a tip
you can also follow / like us on / join our / to view the full story / if you enjoyed / contact the author
dieser beitrag wurde / der beitrag wurde / dieser eintrag wurde / dieser text wurde / dieser artikel erschien / dieser artikel wurde / zeige alle beiträge
folgen sie uns / folge uns / abonnieren sie / jetzt abonnieren / hier geht es zum / suivez nous / abonnez vous / cet article a été publié / inscrivez vous
síguenos / suscríbete / siga nos / assine / inscreva se / seguici / iscriviti / volg ons / abonneer / schrijf je in / obserwuj nas / zapraszamy do / zapisz się
подписывайтесь / подпишитесь / следите за / читайте нас / تابعونا / تابعوا / اشتركوا / اشترك في / עקבו אחרינו / הירשמו / takip edin / abone olun / ikuti kami / फॉलो करें
关注我们 / 扫码关注 / フォローして / 구독하세요
"""
"""How a last line begins that asks for something or says where the text was printed."""

FOLLOWING = """
follow like join suivez rejoignez folgen folge síguenos sigue siga curta seguici segui volg obserwuj polub takip beğen ακολουθήστε
подписывайтесь следите читайте подпишитесь تابعوا تابعونا עקבו ikuti
"""
"""How a last line begins that sends readers to the site's pages on a network; it names one as well."""
LETTERS = """
newsletter newsletters inbox email e-mail mailbox postfach newslettern boletín correo courriel courriels boletim posta rassegna rassegne
рассылка рассылку почту البريد البريدية e-posta skrzynkę mailinglist 邮箱 メールマガジン
"""
"""Words that only boxes asking for an address have between two of their own lines."""
NETWORKS = """
facebook twitter instagram whatsapp telegram youtube linkedin tiktok threads mastodon bluesky vk вконтакте телеграм фейсбук
فيسبوك تويتر تلغرام تيليغرام واتساب إنستغرام פייסבוק טוויטר טלגרם אינסטגרם weibo wechat
"""

READING_TIME = """
min read / minute read / minutes read / mins read / min. read / read time / reading time / lesezeit / min lesezeit / minuten lesezeit / temps de lecture / min de lecture / minutes de lecture / tiempo de lectura / min de lectura / tempo de leitura / min de leitura / tempo di lettura / min di lettura / leestijd / min leestijd / czas czytania / okuma süresi / время чтения / мин чтения / минут чтения / час читання / وقت القراءة / دقائق قراءة / دقيقة قراءة / زمان مطالعه / זמן קריאה / χρόνος ανάγνωσης / waktu baca / 阅读时间 / 阅读时长 / 閱讀時間 / 読了時間 / 분 소요
"""

AGENCIES = """
staff agencies agency agence reuters afp ap dpa ansa efe tass ria novosti interfax xinhua kyodo apa pti ani upi anadolu irna fars tasnim mehr wam spa sana nna bbc cnn newsdesk desk staff writer editorial team editors newsroom redaktion redaktion redaction redazione redacción redação redactie redakcja correspondent
وكالات وكالة الوكالات رويترز فريق التحرير المحرر агентства агентство редакция сми סוכנויות
"""
"""Names in bylines that are houses and not people."""
