"""Where films, sounds, posts and charts are embedded from, and where a reader finds them: data only.

An address that fits none of these patterns is an advertisement, a tracker or a window of the page's own.
"""

# ruff: noqa: E501
from __future__ import annotations

PLAYERS: tuple[tuple[str, str, str], ...] = (
    (r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/embed/videoseries\?(?:.*&)?list=([\w-]+)", "https://www.youtube.com/playlist?list={}", ""),
    (r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/([\w-]{11})(?![\w-])", "https://www.youtube.com/watch?v={}", "https://i.ytimg.com/vi/{}/hqdefault.jpg"),
    (r"(?:www\.|m\.)?youtube\.com/watch\?(?:.*&)?v=([\w-]{11})(?![\w-])", "https://www.youtube.com/watch?v={}", "https://i.ytimg.com/vi/{}/hqdefault.jpg"),
    (r"youtu\.be/([\w-]{11})(?![\w-])", "https://www.youtube.com/watch?v={}", "https://i.ytimg.com/vi/{}/hqdefault.jpg"),
    (r"player\.vimeo\.com/video/(\d+)", "https://vimeo.com/{}", ""),
    (r"(?:www\.)?dailymotion\.com/(?:embed/)?video/(\w+)", "https://www.dailymotion.com/video/{}", "https://www.dailymotion.com/thumbnail/video/{}"),
    (r"geo\.dailymotion\.com/player(?:/\w+)?\.html\?(?:.*&)?video=(\w+)", "https://www.dailymotion.com/video/{}", "https://www.dailymotion.com/thumbnail/video/{}"),
    (r"player\.twitch\.tv/\?(?:.*&)?video=v?(\d+)", "https://www.twitch.tv/videos/{}", ""),
    (r"clips\.twitch\.tv/embed\?(?:.*&)?clip=([\w-]+)", "https://clips.twitch.tv/{}", ""),
    (r"(?:www\.)?instagram\.com/((?:p|reel|tv)/[\w-]+)", "https://www.instagram.com/{}/", ""),
    (r"platform\.(?:twitter|x)\.com/embed/.*[?&]id=(\d+)", "https://twitter.com/i/status/{}", ""),
    (r"(?:www\.)?tiktok\.com/(?:embed|player)/(?:v\d/)?(\d+)", "https://www.tiktok.com/embed/v2/{}", ""),
    (r"(?:www\.)?tiktok\.com/(@[\w.-]+/video/\d+)", "https://www.tiktok.com/{}", ""),
    (r"open\.spotify\.com/embed(?:-podcast)?/((?:track|episode|show|album|playlist|artist)/\w+)", "https://open.spotify.com/{}", ""),
    (r"embed\.podcasts\.apple\.com/([\w/.%-]+(?:\?i=\d+)?)", "https://podcasts.apple.com/{}", ""),
    (r"(?:embed\.reddit\.com|(?:www\.)?redditmedia\.com)/(r/\w+/comments/\w+)", "https://www.reddit.com/{}/", ""),
    (r"t\.me/(\w+/\d+)\?(?:.*&)?embed=1", "https://t.me/{}", ""),
    (r"rutube\.ru/(?:play/embed|video/embed)/(\w+)", "https://rutube.ru/video/{}/", ""),
    (r"ok\.ru/videoembed/(\d+)", "https://ok.ru/video/{}", ""),
    (r"player\.bilibili\.com/player\.html\?(?:.*&)?bvid=(\w+)", "https://www.bilibili.com/video/{}/", ""),
    (r"player\.youku\.com/embed/([\w=]+)", "https://v.youku.com/v_show/id_{}.html", ""),
    (r"v\.qq\.com/(?:txp|iframe)/(?:iframe/)?player\.html\?(?:.*&)?vid=(\w+)", "https://v.qq.com/x/page/{}.html", ""),
    (r"embed\.nicovideo\.jp/watch/(\w+)", "https://www.nicovideo.jp/watch/{}", ""),
    (r"rumble\.com/embed/(v\w+)", "https://rumble.com/embed/{}/", ""),
    (r"odysee\.com/\$/embed/([\w@:%./-]+)", "https://odysee.com/{}", ""),
    (r"embed\.ted\.com/talks/(?:lang/[\w-]+/)?([\w-]+)", "https://www.ted.com/talks/{}", ""),
    (r"archive\.org/embed/([\w.-]+)", "https://archive.org/details/{}", ""),
    (r"datawrapper\.dwcdn\.net/(\w{5})", "https://datawrapper.dwcdn.net/{}/", ""),
    (r"flo\.uri\.sh/((?:visualisation|story)/\d+)", "https://public.flourish.studio/{}/", ""),
    (r"e\.infogram\.com/([\w-]{8,})", "https://infogram.com/{}", ""),
    (r"embed\.documentcloud\.org/documents/([\w-]+)", "https://www.documentcloud.org/documents/{}", ""),
    (r"(?:www\.)?scribd\.com/embeds/(\d+)", "https://www.scribd.com/document/{}", ""),
    (r"embed\.bsky\.app/embed/(did:[\w:.]+)/app\.bsky\.feed\.post/(\w+)", "https://bsky.app/profile/{}/post/{}", ""),
)  # fmt: skip
"""Address without scheme; where the original is, `{}` for what the brackets caught; its poster, likewise."""

NAMED: tuple[tuple[str, str, str], ...] = (
    (r"(?:www\.)?facebook\.com/plugins/(?:video|post)\.php", "href", r"https?://(?:www\.|m\.)?facebook\.com/"),
    (r"w\.soundcloud\.com/player", "url", r"https?://(?:api\.)?soundcloud\.com/"),
    (r"embedly\.com/widgets|cdn\.embedly\.com/widgets", "url", r"https?://"),
)  # fmt: skip
"""Players that name the original in a parameter: which, and what it must be."""

ELEMENTS: dict[str, tuple[str, str]] = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/{}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/embed/{}"),
    "youtube-video": ("video-id", "https://www.youtube.com/embed/{}"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "lite-vimeo": ("videoid", "https://player.vimeo.com/video/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-twitter": ("data-tweetid", "https://platform.twitter.com/embed/Tweet.html?id={}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-facebook": ("data-href", "https://www.facebook.com/plugins/post.php?href={}"),
    "amp-soundcloud": ("data-trackid", "https://w.soundcloud.com/player/?url=https://api.soundcloud.com/tracks/{}"),
    "amp-tiktok": ("data-src", "https://www.tiktok.com/embed/{}"),
    "amp-reddit": ("data-src", "{}"),
    "amp-iframe": ("src", "{}"),
    "iframe": ("src", "{}"),
    "object": ("data", "{}"),
    "embed": ("src", "{}"),
}  # fmt: skip
"""Elements that embed: the attribute that tells what, and the player's address made of it."""
