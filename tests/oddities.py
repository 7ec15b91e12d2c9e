"""What pages hold that were written by nobody sane: names, charsets, bytes, markup."""

from __future__ import annotations

NAMES = (
    b"a abbr article aside base bdo blockquote body br button caption col dd details div dl dt fieldset "
    b"figcaption figure font footer form frameset h1 h2 h6 head header hr html iframe img li link main map "
    b"math meta mtext nav noscript object ol option p picture plaintext pre ruby rt script section select "
    b"source span style sub summary svg table tbody td template textarea time title tr ul video xmp x-own o:p"
).split()
"""Of elements, ordinary and odd."""
CHARSETS = (
    "utf-8 utf8 UTF-16 utf-16le utf-32 utf-7 iso-8859-1 windows-1251 koi8-r shift_jis euc-jp gb18030 big5 "
    "iso-2022-jp idna punycode rot13 base64 hex zlib unicode_escape raw_unicode_escape undefined "
    'x-user-defined none "" utf-8;charset=latin-1 \x00 ' + "u" * 300
).split(" ")
"""That a server may claim."""
ODDITIES: tuple[bytes, ...] = (
    b"\0",
    b"\0" * 50,
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"&#0;",
    b"&#xD800;",
    b"&#x110000;",
    b"&#99999999999999999999;",
    b"&#xFFFE;&#11;&#127;&#150;",
    b"&amp;amp;lt;script&gt;",
    b"&nosuch;&",
    b"<!--",
    b"-->",
    b"<!-->",
    b"<![CDATA[",
    b"]]>",
    b"<?php echo '<p>'; ?>",
    b"<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;'>]>&c;",
    b"<",
    b"<<<>>>",
    b"</",
    b"</br></p></div></body></html>",
    b"<script>",
    b"<style>",
    b"<textarea>",
    b"<title>",
    b"<plaintext>",
    b"<svg><title>",
    b"<math><annotation-xml encoding=text/html><p>",
    b"<select><option>",
    b"<template><p>",
    b"<table><p>x<tr><table><td>",
    b"<frameset><frame src=x>",
    b"<noscript><p>",
    b"<base href='http://[::1'>",
    b"<base href='\xff://\x00'>",
    b"<link rel=canonical href='http://[bad]:99999999/\xe2\x80\xae'>",
    b"<link rel=next href='?page=99999999999999999999999'>",
    b"<meta charset=utf-16><meta charset='\xff'>",
    b"<meta http-equiv=content-type content='text/html; charset=idna'>",
    b"<meta property=og:title content=''><meta property=og:title>",
    b"<meta property=article:published_time content='9999-12-31T23:59:60+99:99'>",
    b"<meta name=author content='By , and & | @ by By'>",
    b"<time datetime='0000-00-00'>31 February 99999</time>",
    b"<time datetime='-1'>yesterday</time>",
    b"<img src='http://[' srcset=', ,, 1x 9999999999999999999w' width=1e999 height=-1>",
    b"<a href='http://\xe2\x80\x8b\xe2\x80\x8b:port/'>a link</a>",
    b"<td colspan=99999999999 rowspan=-5>",
    b"<ol start=99999999999999999999999><li value=x>",
    b"<html lang='zz-\xf0\x9f\x98\x80-x' dir=up>",
    b"<p style='display:none;display:block;;:;font-size:'>",
    b"<p hidden=until-found aria-hidden=maybe>",
    b"<script type=application/ld+json>" + b"[" * 3000 + b"</script>",
    b"<script type=application/ld+json>{'@type':</script>",
    b'<script type=application/ld+json>{"@type":["NewsArticle",1,null],"author":{"name":[{"name":{}}]},'
    b'"headline":7,"datePublished":[],"image":[[[]]],"articleBody":{"a":1}}</script>',
    b'<script type=application/ld+json>{"@graph":{"@graph":[null,1e999,"\\ud800"]},"keywords":1}</script>',
    "\u202e\u2066\u200f\u0301\u0301\ufeff\u2028\u2029".encode(),
    "ﷺ𝕬ⅳ①\u0130ı\u1e9eǆ".encode(),
    b"\r\r\n\x0b\x0c\x1c\x1d\x1e\x85\xa0",
    b"http://" + b"a." * 400,
)
"""That may stand anywhere in a page."""
