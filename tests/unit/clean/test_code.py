# ruff: noqa: E501 - markup is written as pages have it
"""Code keeps its blanks and line ends and loses what highlighters put around it."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import around, read, rules

CODE = "def ring(bell):\n    return bell.ring()"
FIRST, SECOND = CODE.split("\n")


@pytest.mark.parametrize(
    "block",
    [
        f"<pre>{CODE}</pre>",
        f'<pre class="line-numbers language-python"><code class="language-python">{CODE}<span class="line-numbers-rows" aria-hidden="true"><span></span><span></span></span></code></pre>',
        f'<figure class="highlight python"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span></pre></td><td class="code"><pre><span class="line">{FIRST}</span><br><span class="line">{SECOND}</span></pre></td></tr></table></figure>',
        f'<div class="highlight"><pre><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code"><pre>{CODE}\n</pre></td></tr></tbody></table></code></pre></div>',
        f'<div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1\n2</pre></div></td><td class="code"><div class="highlight"><pre>{CODE}</pre></div></td></tr></table></div>',
        f'<table class="highlight js-file-line-container"><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">{FIRST}</td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">{SECOND}</td></tr></table>',
        f'<pre><code class="hljs"><table class="hljs-ln"><tr><td class="hljs-ln-numbers" data-line-number="1"><div class="hljs-ln-n">1</div></td><td class="hljs-ln-code">{FIRST}</td></tr><tr><td class="hljs-ln-numbers"><div class="hljs-ln-n">2</div></td><td class="hljs-ln-code">{SECOND}</td></tr></table></code></pre>',
        f'<div class="syntaxhighlighter python"><table><tbody><tr><td class="gutter"><div class="line number1">1</div><div class="line number2">2</div></td><td class="code"><div class="container"><div class="line"><code>{FIRST}</code></div><div class="line"><code>{SECOND}</code></div></div></td></tr></tbody></table></div>',
        f'<pre><span class="ln">1</span>{FIRST}\n<span class="ln">2</span>{SECOND}</pre>',
        f"<pre><div>{FIRST}</div><div>{SECOND}</div></pre>",
        f"<pre>{FIRST}<br>{SECOND}</pre>",
        f'<pre><div class="header"><span>python</span><button>Copy code</button></div><div><code>{CODE}</code></div></pre>',
        f'<div class="code-block"><div class="code-header"><span>Python</span><button>Copy</button></div><pre><code>{CODE}</code></pre></div>',
    ],
)
def test_code_comes_out_as_it_was_written(block: str) -> None:
    article = read(around(block))
    assert article.html.count("<pre>") == 1
    code = article.html.partition("<pre>")[2].partition("</pre>")[0]
    assert code.replace("<code>", "").replace("</code>", "").rstrip("\n") == CODE
    assert "ython" not in article.text
    assert "Copy" not in article.text


def test_line_numbers_are_told_among_what_was_taken_out() -> None:
    block = f'<pre><span class="lineno">1</span> {FIRST}\n<span class="lineno">2</span> {SECOND}</pre>'
    assert "line_numbers" in rules(read(around(block)))


def test_an_empty_line_between_lines_that_are_elements_stays() -> None:
    html = read(around("<pre><div>one</div><div><br></div><div>two</div></pre>")).html
    assert "<pre>one\n\ntwo</pre>" in html


def test_numbers_that_are_code_stay() -> None:
    html = read(around('<pre>tide = <span class="num">42</span> + <span class="mi">7</span></pre>')).html
    assert "<pre>tide = 42 + 7</pre>" in html
