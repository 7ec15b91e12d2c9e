# ruff: noqa: E501 - a language is a row of lines
"""Lines as they stand around articles, by language and by what they are."""

from __future__ import annotations

ROWS: dict[str, dict[str, str]] = {
    "en": {
        "noscript": "Please enable JavaScript|NO SCRIPT", "wait": "Please wait...|Loading…", "consent": "We use cookies|Accept all cookies", "adblock": "Please disable your ad blocker",
        "newsletter": "Sign up for our newsletter|Subscribe", "share": "Share on Facebook|Share this article", "follow": "Follow us on Google News|Join our WhatsApp channel", "print": "Print this article|Download PDF",
        "font_size": "Font size|Increase font size", "menu": "You are here:|Home", "skip": "Skip to main content", "top": "Back to top ↑", "related": "Read also:|Related articles", "most_read": "Most read|Trending now",
        "paging": "Next article »|Page 2 of 5", "author_box": "About the author", "comments": "12 comments|Leave a reply", "poll": "Vote now|1,204 votes", "advert": "ADVERTISEMENT|Story continues below advertisement",
        "player": "Play video|Unmute|Current Time 0:00", "copyright": "© 2024 All rights reserved.", "ago": "2 years ago|5 mins ago", "read_time": "5 min read|Reading time: 4 minutes", "listen": "Listen to this article",
        "error_report": "Report an error|Spotted a mistake?", "login": "Log in|Create an account", "app": "Download our app", "gallery": "Photo 3 of 8|1 / 12|View gallery", "label": "Tags:|Filed under", "subscribe": "Already a subscriber?", "save": "Add to favorites",
    },
    "de": {
        "noscript": "Bitte aktivieren Sie JavaScript", "wait": "Bitte warten…|Wird geladen", "consent": "Alle akzeptieren|Wir verwenden Cookies", "adblock": "Bitte deaktivieren Sie Ihren Adblocker", "newsletter": "Newsletter abonnieren",
        "share": "Artikel teilen|Auf Facebook teilen", "follow": "Folgen Sie uns auf Facebook", "print": "Artikel drucken", "font_size": "Schriftgröße", "menu": "Sie sind hier:|Startseite", "skip": "Zum Inhalt springen", "top": "Nach oben",
        "related": "Lesen Sie auch:|Das könnte Sie auch interessieren", "most_read": "Meistgelesen", "paging": "Nächster Artikel", "author_box": "Über den Autor", "comments": "3 Kommentare|Kommentar schreiben", "poll": "Jetzt abstimmen", "advert": "Anzeige|ANZEIGE",
        "player": "Video abspielen", "copyright": "Alle Rechte vorbehalten", "ago": "vor 2 Stunden|vor einem Jahr", "read_time": "Lesezeit: 5 Minuten|4 Min. Lesezeit", "listen": "Artikel anhören", "error_report": "Fehler gefunden?", "login": "Passwort vergessen?", "app": "App herunterladen", "gallery": "Bild 3 von 8", "label": "Schlagwörter", "save": "Merken",
    },
    "fr": {
        "noscript": "Veuillez activer JavaScript", "wait": "Veuillez patienter|Chargement en cours", "consent": "Tout accepter|Continuer sans accepter", "adblock": "Veuillez désactiver votre bloqueur de publicité", "newsletter": "S'abonner à la newsletter", "share": "Partager l'article|PARTAGER", "follow": "Suivez-nous sur Facebook",
        "print": "Imprimer", "font_size": "Taille du texte", "menu": "Vous êtes ici :|Accueil", "skip": "Aller au contenu principal", "top": "Haut de page", "related": "À lire aussi :|A LIRE AUSSI|Sur le même sujet", "most_read": "Les plus lus", "paging": "Article suivant", "author_box": "À propos de l'auteur", "comments": "12 commentaires|Laisser un commentaire",
        "poll": "Je vote", "advert": "Publicité|PUBLICITE|La suite après la publicité", "player": "Voir la vidéo", "copyright": "Tous droits réservés", "ago": "il y a 3 heures|Il y a 2 ans", "read_time": "Temps de lecture : 4 min", "listen": "Écouter l'article", "error_report": "Signaler une erreur", "login": "Se connecter", "app": "Téléchargez l'application", "gallery": "Photo 3 sur 8", "label": "Mots-clés", "subscribe": "Article réservé aux abonnés", "save": "Ajouter aux favoris",
    },
    "es": {
        "noscript": "Por favor, active JavaScript", "wait": "Cargando...|Espere por favor", "consent": "Aceptar todo|Utilizamos cookies", "adblock": "Desactiva tu bloqueador de anuncios", "newsletter": "Suscríbete a nuestro boletín", "share": "Compartir en Facebook|COMPARTIR", "follow": "Síguenos en Google News", "print": "Imprimir", "font_size": "Tamaño de letra", "menu": "Está aquí:|Volver al inicio",
        "skip": "Saltar al contenido", "top": "Volver arriba", "related": "Lee también:|Te puede interesar|MAS NOTICIAS", "most_read": "Lo más leído", "paging": "Siguiente artículo", "author_box": "Sobre el autor", "comments": "5 comentarios|Deja un comentario", "poll": "Votar", "advert": "Publicidad", "player": "Ver video", "copyright": "Todos los derechos reservados", "ago": "hace 3 horas|Hace un año",
        "read_time": "Tiempo de lectura: 3 min", "listen": "Escuchar artículo", "error_report": "¿Has encontrado un error?", "login": "Iniciar sesión", "app": "Descarga nuestra app", "gallery": "Foto 3 de 8", "label": "Etiquetas:|Palabras clave", "subscribe": "Solo para suscriptores", "save": "Guardar",
    },
    "pt": {
        "noscript": "Por favor, habilite o JavaScript", "wait": "Carregando...|Aguarde", "consent": "Aceitar todos os cookies", "adblock": "Desative seu bloqueador de anúncios", "newsletter": "Assine nossa newsletter", "share": "Compartilhar no WhatsApp|Partilhar", "follow": "Siga-nos no Instagram", "font_size": "Tamanho da fonte", "menu": "Você está aqui:|Página inicial", "skip": "Ir para o conteúdo", "top": "Voltar ao topo", "related": "Leia também:|Veja mais",
        "most_read": "Mais lidas", "paging": "Próxima notícia", "author_box": "Sobre o autor", "comments": "8 comentários|Deixe seu comentário", "poll": "Votar", "advert": "Continua após a publicidade|PUBLICIDADE", "player": "Assista ao vídeo", "copyright": "Todos os direitos reservados", "ago": "há 2 horas|3 dias atrás", "read_time": "Tempo de leitura: 5 min", "listen": "Ouvir notícia", "error_report": "Encontrou um erro?", "login": "Esqueceu a senha?", "app": "Baixe nosso aplicativo", "gallery": "Foto 2 de 9", "label": "Palavras-chave", "save": "Salvar",
    },
    "it": {
        "noscript": "Abilita JavaScript", "wait": "Caricamento in corso...", "consent": "Accetta tutti i cookie", "adblock": "Disattiva AdBlock", "newsletter": "Iscriviti alla newsletter", "share": "Condividi su Facebook|CONDIVIDI", "follow": "Seguici su Google News", "print": "Stampa", "font_size": "Dimensione testo", "menu": "Ti trovi qui:", "skip": "Vai al contenuto principale", "top": "Torna su", "related": "Leggi anche:|Potrebbe interessarti", "most_read": "I più letti", "paging": "Articolo successivo", "author_box": "Sull'autore",
        "comments": "3 commenti|Lascia un commento", "advert": "Pubblicità|PUBBLICITÀ", "player": "Guarda il video", "copyright": "© Riproduzione riservata", "ago": "2 ore fa|un anno fa", "read_time": "Tempo di lettura: 3 minuti", "listen": "Ascolta l'articolo", "error_report": "Segnala un errore", "login": "Password dimenticata?", "app": "Scarica la nostra app", "gallery": "Foto 1 di 12", "label": "Argomenti:|Parole chiave", "subscribe": "Riservato agli abbonati", "save": "Salva",
    },
    "nl": {
        "noscript": "Schakel JavaScript in", "wait": "Even geduld a.u.b.|Bezig met laden", "consent": "Alle cookies accepteren", "adblock": "Schakel je adblocker uit", "newsletter": "Schrijf je in voor onze nieuwsbrief", "share": "Deel dit artikel|Delen via WhatsApp", "follow": "Volg ons op Facebook", "print": "Printen", "font_size": "Lettergrootte", "menu": "U bent hier:", "skip": "Naar inhoud", "top": "Terug naar boven", "related": "Lees ook:|Gerelateerde artikelen", "most_read": "Meest gelezen", "paging": "Volgend artikel", "author_box": "Over de auteur",
        "comments": "4 reacties|Plaats een reactie", "advert": "Advertentie|ADVERTENTIE", "player": "Bekijk de video", "copyright": "Alle rechten voorbehouden", "ago": "3 uur geleden", "read_time": "Leestijd: 4 minuten", "listen": "Luister naar dit artikel", "error_report": "Fout gezien?", "login": "Wachtwoord vergeten?", "app": "Download de app", "gallery": "Foto 2 van 7", "label": "Trefwoorden", "subscribe": "Alleen voor abonnees", "save": "Bewaren",
    },
    "pl": {
        "noscript": "Włącz JavaScript", "wait": "Proszę czekać...|Ładowanie", "consent": "Akceptuję wszystkie|Zgadzam się", "adblock": "Wyłącz AdBlocka", "newsletter": "Zapisz się do newslettera", "share": "Udostępnij|Podziel się", "follow": "Obserwuj nas w Google News", "print": "Drukuj", "font_size": "Rozmiar czcionki", "menu": "Jesteś tutaj:|Strona główna", "skip": "Przejdź do treści", "top": "Do góry", "related": "Czytaj także:|Zobacz też", "most_read": "Najczęściej czytane", "paging": "Następny artykuł", "author_box": "O autorze", "comments": "5 komentarzy|Dodaj komentarz", "poll": "Zagłosuj",
        "advert": "Reklama|REKLAMA", "player": "Odtwórz wideo", "copyright": "Wszelkie prawa zastrzeżone", "ago": "3 godziny temu|2 lata temu", "read_time": "Czas czytania: 4 min", "listen": "Posłuchaj artykułu", "error_report": "Zgłoś błąd", "login": "Zaloguj się", "app": "Pobierz aplikację", "gallery": "Zdjęcie 3 z 8", "label": "Tagi:|Słowa kluczowe", "save": "Zapisz artykuł",
    },
    "tr": {
        "noscript": "Lütfen JavaScript'i etkinleştirin", "wait": "Lütfen bekleyin...|YÜKLENİYOR", "consent": "Tümünü kabul et", "adblock": "Lütfen AdBlock'u kapatın", "newsletter": "Bültenimize abone olun", "share": "Paylaş|Bu haberi paylaş", "follow": "Bizi takip edin", "print": "YAZDIR", "font_size": "Yazı boyutu", "menu": "Buradasınız:|ANA SAYFA", "skip": "İçeriğe geç", "top": "Yukarı çık", "related": "İLGİLİ HABERLER|Bunlar da ilginizi çekebilir", "most_read": "En çok okunanlar", "paging": "Sonraki haber", "author_box": "Yazar hakkında", "comments": "3 yorum|Yorum yap", "poll": "Oy ver", "advert": "Reklam",
        "player": "Videoyu izle", "copyright": "Tüm hakları saklıdır", "ago": "3 saat önce", "read_time": "Okuma süresi: 2 dk", "listen": "Haberi dinle", "error_report": "Hata bildir", "login": "Giriş yap", "app": "Uygulamayı indir", "gallery": "Foto galeri", "label": "Etiketler:|Anahtar kelimeler", "save": "Favorilere ekle",
    },
    "id": {
        "noscript": "Harap aktifkan JavaScript", "wait": "Harap tunggu...|Memuat", "consent": "Terima semua cookie", "adblock": "Matikan ad blocker", "newsletter": "Berlangganan newsletter", "share": "Bagikan ke Facebook|Bagikan", "follow": "Ikuti kami di Google News", "print": "Cetak", "font_size": "Ukuran huruf", "menu": "Anda berada di sini:|Beranda", "skip": "Langsung ke konten", "top": "Kembali ke atas", "related": "Baca juga:|Berita terkait", "most_read": "Terpopuler|Paling banyak dibaca", "paging": "Artikel selanjutnya", "author_box": "Tentang penulis", "comments": "5 komentar|Tulis komentar", "advert": "Iklan|Gulir untuk lanjut membaca",
        "player": "Putar video", "copyright": "Hak cipta dilindungi undang-undang", "ago": "3 jam yang lalu|2 tahun lalu", "read_time": "Waktu baca: 3 menit", "listen": "Dengarkan artikel", "error_report": "Laporkan kesalahan", "login": "Lupa kata sandi?", "app": "Unduh aplikasi kami", "gallery": "Foto 1 dari 5", "label": "Kata kunci", "save": "Simpan",
    },
    "el": {
        "wait": "Παρακαλώ περιμένετε|Φόρτωση...", "consent": "Αποδοχή όλων", "newsletter": "Εγγραφή στο newsletter", "share": "Μοιραστείτε το άρθρο|ΚΟΙΝΟΠΟΙΗΣΗ", "follow": "Ακολουθήστε μας στο Google News", "print": "Εκτύπωση", "menu": "Βρίσκεστε εδώ:|Αρχική", "skip": "Μετάβαση στο περιεχόμενο", "top": "Επιστροφή στην κορυφή", "related": "Διαβάστε επίσης:|ΔΙΑΒΑΣΤΕ ΑΚΟΜΑ", "most_read": "Τα πιο διαβασμένα", "comments": "3 σχόλια|Αφήστε σχόλιο", "advert": "Διαφήμιση|ΔΙΑΦΗΜΙΣΗ", "player": "Δείτε το βίντεο", "ago": "πριν από 3 ώρες|2 ημέρες πριν", "read_time": "Χρόνος ανάγνωσης: 3 λεπτά", "listen": "Ακούστε το άρθρο", "login": "Σύνδεση", "label": "Ετικέτες:", "copyright": "Με επιφύλαξη παντός δικαιώματος", "error_report": "Βρήκατε λάθος;", "save": "Αποθήκευση",
    },
    "ru": {
        "noscript": "Включите JavaScript", "wait": "Пожалуйста, подождите…|Загрузка", "consent": "Принять все|Мы используем файлы cookie", "adblock": "Отключите AdBlock", "newsletter": "Подпишитесь на рассылку", "share": "Поделиться|Поделиться в соцсетях", "follow": "Подписывайтесь на наш Telegram-канал", "print": "Версия для печати", "font_size": "Размер шрифта", "menu": "Вы здесь:|Главная", "skip": "Перейти к содержимому", "top": "Наверх", "related": "Читайте также:|Материалы по теме", "most_read": "Самое читаемое", "paging": "Следующая статья", "author_box": "Об авторах", "comments": "3 комментария|Комментарии (4)|Оставить комментарий",
        "poll": "Проголосовать", "advert": "Реклама|РЕКЛАМА", "player": "Смотреть видео", "copyright": "Все права защищены", "ago": "5 минут назад|2 года назад", "read_time": "Время чтения: 3 мин", "listen": "Слушать статью", "error_report": "Нашли ошибку?", "login": "Войти", "app": "Скачать приложение", "gallery": "Фото 3 из 8", "label": "Теги:|Ключевые слова", "subscribe": "Только для подписчиков", "save": "В избранное",
    },
    "uk": {
        "noscript": "Увімкніть JavaScript", "wait": "Зачекайте…|Завантаження", "consent": "Прийняти всі", "newsletter": "Підпишіться на розсилку", "share": "Поділитися|Поширити", "follow": "Підписуйтесь на наш Telegram-канал", "print": "Друкувати", "menu": "Ви тут:|Головна", "top": "Догори", "related": "Читайте також:|За темою", "most_read": "Останні новини", "comments": "3 коментарі|Залишити коментар", "advert": "Реклама", "player": "Дивитися відео", "copyright": "Усі права захищені", "ago": "5 хвилин тому|2 роки тому", "read_time": "Час читання: 3 хв", "listen": "Слухати статтю", "error_report": "Знайшли помилку?", "login": "Увійти", "label": "Теги:|Ключові слова", "save": "Додати в обране", "gallery": "Фото 1 з 9",
    },
    "ar": {
        "noscript": "يرجى تفعيل جافا سكريبت", "wait": "يرجى الانتظار|جاري التحميل...", "consent": "قبول الكل|سياسة الخصوصية", "adblock": "يرجى تعطيل مانع الإعلانات", "newsletter": "اشترك في النشرة البريدية", "share": "شارك المقال|مشاركة على فيسبوك", "follow": "تابعنا على تلغرام|انضم إلى قناتنا على واتساب", "print": "طباعة", "font_size": "حجم الخط", "menu": "أنت هنا:|الرئيسية", "skip": "انتقل إلى المحتوى", "top": "العودة إلى الأعلى", "related": "اقرأ أيضاً:|إقرأ أيضا|مواضيع ذات صلة", "most_read": "الأكثر قراءة|آخر الأخبار", "paging": "المقال التالي", "author_box": "عن الكاتب", "comments": "3 تعليقات|أضف تعليقك|لا توجد تعليقات",
        "poll": "صوّت الآن", "advert": "إعلان|إعلانات", "player": "شاهد الفيديو", "copyright": "جميع الحقوق محفوظة", "ago": "منذ ٣ ساعات|قبل يومين|منذ سنتين", "read_time": "وقت القراءة: 5 دقائق", "listen": "استمع إلى المقال", "error_report": "الإبلاغ عن خطأ", "login": "تسجيل الدخول", "app": "حمل التطبيق", "gallery": "صورة 3 من 8", "label": "الوسوم|الكلمات المفتاحية", "subscribe": "للمشتركين فقط", "save": "أضف إلى المفضلة",
    },
    "fa": {
        "wait": "لطفاً صبر کنید|در حال بارگذاری", "consent": "پذیرش همه", "newsletter": "عضویت در خبرنامه", "share": "به اشتراک بگذارید|اشتراک‌گذاری", "follow": "ما را دنبال کنید", "print": "نسخه چاپی", "font_size": "اندازه فونت", "menu": "صفحه اصلی|جستجو", "top": "بازگشت به بالا", "related": "بیشتر بخوانید:|مطالب مرتبط|بيشتر بخوانيد", "most_read": "پربازدیدترین|آخرین اخبار", "comments": "۳ نظر|ارسال نظر", "advert": "تبلیغات|آگهی", "player": "پخش ویدیو", "ago": "۳ ساعت پیش|2 روز قبل", "read_time": "زمان مطالعه: ۵ دقیقه", "login": "ثبت نام", "label": "برچسب‌ها|کلیدواژه", "copyright": "تمامی حقوق محفوظ است|انتهای پیام", "error_report": "گزارش خطا", "listen": "نسخه صوتی", "save": "افزودن به علاقه مندی ها",
    },
    "he": {
        "wait": "אנא המתן...|טוען", "consent": "אני מסכים|מדיניות פרטיות", "newsletter": "הירשמו לניוזלטר", "share": "שתפו את הכתבה|שיתוף בפייסבוק", "follow": "עקבו אחרינו|הצטרפו לערוץ הטלגרם", "print": "הדפסה", "font_size": "גודל טקסט", "menu": "דף הבית|תפריט", "skip": "דלג לתוכן", "top": "חזרה למעלה", "related": "קראו גם:|כתבות נוספות", "most_read": "הנקראות ביותר", "comments": "12 תגובות|הוסף תגובה", "advert": "פרסומת", "player": "נגן וידאו", "copyright": "כל הזכויות שמורות", "ago": "לפני 3 שעות|לפני יומיים", "read_time": "זמן קריאה: 4 דקות", "listen": "האזינו לכתבה", "error_report": "מצאתם טעות?", "login": "התחברות", "label": "תגיות:", "save": "הוסף למועדפים", "subscribe": "למנויים בלבד",
    },
    "hi": {
        "wait": "कृपया प्रतीक्षा करें|लोड हो रहा है", "consent": "सभी स्वीकार करें", "newsletter": "सब्सक्राइब करें", "share": "शेयर करें|फेसबुक पर शेयर करें", "follow": "हमें फॉलो करें|व्हाट्सएप चैनल से जुड़ें", "print": "प्रिंट करें", "menu": "आप यहां हैं|होम", "related": "यह भी पढ़ें:|ये भी पढ़ें|संबंधित खबरें", "most_read": "ताज़ा खबरें|ट्रेंडिंग", "comments": "3 टिप्पणियाँ|टिप्पणी करें", "advert": "विज्ञापन", "player": "वीडियो देखें", "copyright": "सर्वाधिकार सुरक्षित", "ago": "3 घंटे पहले|2 दिन पहले", "read_time": "पढ़ने का समय: 4 मिनट", "listen": "खबर सुनें", "login": "लॉगिन करें", "app": "ऐप डाउनलोड करें", "label": "टैग्स:", "save": "सेव करें",
    },
    "zh": {
        "noscript": "请启用JavaScript", "wait": "加载中...|請稍候", "consent": "全部接受|同意并继续", "adblock": "請關閉廣告攔截器", "newsletter": "訂閱電子報|订阅", "share": "分享到微信|分享至Facebook|复制链接", "follow": "关注我们|追蹤我們", "print": "打印本页|列印", "font_size": "字体大小|字級", "menu": "您的位置：|首页|首頁", "top": "返回顶部|回到頂部", "related": "相关阅读|延伸閱讀：|猜你喜欢", "most_read": "热门文章|熱門新聞", "paging": "上一篇：|下一篇", "author_box": "关于作者|作者簡介", "comments": "3条评论|发表评论|12 則留言", "advert": "广告|廣告|請繼續往下閱讀", "player": "播放视频|播放影片", "copyright": "版权所有", "ago": "3小时前|2天前|5 分鐘前", "read_time": "阅读时间：5分钟", "listen": "收听本文", "login": "立即登录|會員登入", "app": "下载客户端", "gallery": "查看大图|1/12", "label": "标签：|關鍵字", "service": "阅读 1204|瀏覽人次", "save": "加入收藏",
    },
    "ja": {
        "noscript": "JavaScriptを有効にしてください", "wait": "読み込み中…|しばらくお待ちください", "consent": "すべて許可|クッキーポリシー", "newsletter": "メルマガ登録", "share": "この記事をシェア|シェアする|リンクをコピー", "follow": "フォローする|友だち追加", "print": "印刷する", "font_size": "文字サイズ", "menu": "トップページ|検索", "skip": "本文へスキップ", "top": "ページトップへ", "related": "関連記事|あわせて読みたい|【関連記事】", "most_read": "人気記事|アクセスランキング", "paging": "次の記事へ|前の記事", "author_box": "この記事を書いた人", "comments": "コメント（3）|コメントを書く", "advert": "広告|スポンサーリンク", "player": "動画を見る", "copyright": "無断転載を禁じます", "ago": "3時間前|2日前", "read_time": "この記事は約5分で読めます", "listen": "記事を聴く", "login": "ログイン|会員登録", "app": "アプリで開く", "gallery": "画像を拡大する", "label": "タグ：|キーワード", "save": "お気に入りに追加", "subscribe": "有料会員限定",
    },
    "ko": {
        "wait": "잠시만 기다려 주세요|로딩 중", "consent": "모두 동의|쿠키 설정", "newsletter": "구독하기|뉴스레터 구독", "share": "공유하기|기사 공유|링크 복사", "follow": "채널 구독", "print": "인쇄하기", "font_size": "글자 크기", "menu": "전체메뉴|검색", "skip": "본문 바로가기", "top": "맨 위로", "related": "관련 기사|관련기사|추천 기사", "most_read": "많이 본 뉴스|인기 기사", "paging": "다음 기사", "comments": "댓글 3|댓글 쓰기|댓글(12)", "advert": "광고", "player": "동영상 재생", "copyright": "무단전재 및 재배포 금지", "ago": "3시간 전|2일 전|5분전", "read_time": "약 5분 소요", "listen": "기사 듣기", "login": "로그인|회원가입", "gallery": "사진 더보기", "label": "태그:|키워드", "error_report": "오류 신고", "save": "즐겨찾기 추가",
    },
}  # fmt: skip

QUOTED: dict[str, str] = {
    "en": "“{}” stood on the door of the customs house.",
    "de": "An der Tür des Zollhauses stand „{}“, und das seit Jahren.",
    "fr": "On lisait « {} » sur la porte de la douane depuis des années.",
    "es": "En la puerta de la aduana se leía «{}» desde hacía años.",
    "pt": "Na porta da alfândega lia-se “{}” desde sempre.",
    "it": "Sulla porta della dogana si leggeva «{}» da molti anni.",
    "nl": "Op de deur van het tolhuis stond ‘{}’, al jarenlang.",
    "pl": "Na drzwiach komory celnej widniało „{}” od wielu lat.",
    "tr": "Gümrük binasının kapısında yıllardır “{}” yazılıydı.",
    "id": "Di pintu rumah pabean tertulis “{}” sejak lama sekali.",
    "el": "Στην πόρτα του τελωνείου έγραφε «{}» εδώ και χρόνια.",
    "ru": "На двери таможни много лет висело слово «{}» без объяснений.",
    "uk": "На дверях митниці багато років висіло слово «{}» без пояснень.",
    "ar": "كتب على باب دار الجمارك «{}» منذ زمن بعيد ولم يمحه أحد.",
    "fa": "بر در گمرک سال‌ها «{}» نوشته شده بود و کسی پاکش نکرد.",
    "he": "על דלת בית המכס נכתב «{}» לפני זמן רב ואיש לא מחק.",
    "hi": "चुंगीघर के दरवाज़े पर बरसों से «{}» लिखा हुआ था।",
    "zh": "海关的门上多年来一直写着“{}”这几个字。",
    "ja": "税関の扉には長いあいだ「{}」と書かれていた。",
    "ko": "세관 문에는 오래전부터 “{}”라고 적혀 있었다.",
}
"""Prose that quotes a phrase."""
