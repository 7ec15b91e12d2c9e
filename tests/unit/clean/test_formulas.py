# ruff: noqa: E501 - markup is written as pages have it
"""Formulas come out once, as TeX or readable words, whatever drew them."""

from __future__ import annotations

import pytest

from tests.unit.clean.reading import around, read

MATHML = "<mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>"
TEX = "E = mc^2"
ANNOTATED = (
    f'<math><semantics>{MATHML}<annotation encoding="application/x-tex">{TEX}</annotation></semantics></math>'
)
DRAWN = '<span class="katex-html" aria-hidden="true"><span class="base"><span class="mord">E</span><span class="mrel">=</span><span class="mord">mc2</span></span></span>'


def told(formula: str) -> str:
    """The paragraph that has the formula in its midst."""
    html = read(
        around(f"<p>The keepers wrote {formula} on the wall of the lamp room, and nobody knew why.</p>")
    ).html
    return next(line for line in html.split("\n") if "The keepers wrote" in line)


@pytest.mark.parametrize(
    "formula",
    [
        ANNOTATED,
        f'<math alttext="{TEX}">{MATHML}</math>',
        f'<span class="katex"><span class="katex-mathml">{ANNOTATED}</span>{DRAWN}</span>',
        f'<span class="MathJax_Preview">E=mc2</span><span class="MathJax" id="MathJax-Element-1-Frame"><nobr aria-hidden="true"><span>E=mc2</span></nobr></span><script type="math/tex" id="MathJax-Element-1">{TEX}</script>',
        f'<span class="MathJax_Preview"></span><script type="math/tex">{TEX}</script>',
        f'<script type="math/tex">% <![CDATA[\n{TEX} %]]></script>',
        f'<mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml>{ANNOTATED}</mjx-assistive-mml></mjx-container>',
        f'<img class="latex" alt="{TEX}" src="https://s0.wp.com/latex.php?latex=E">',
        f'<img alt="{TEX}" src="https://latex.codecogs.com/svg.image?E">',
        f'<span class="math inline">\\({TEX}\\)</span>',
        f'<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;"><math alttext="{{\\displaystyle {TEX}}}">{MATHML}</math></span><img class="mwe-math-fallback-image-inline" aria-hidden="true" alt="{{\\displaystyle {TEX}}}" src="https://wikimedia.org/x.svg"></span>',
    ],
)
def test_a_formula_in_a_line_is_said_once_as_its_tex(formula: str) -> None:
    assert (
        told(formula)
        == f"<p>The keepers wrote <code>{TEX}</code> on the wall of the lamp room, and nobody knew why.</p>"
    )


@pytest.mark.parametrize(
    ("mathml", "words"),
    [
        (MATHML, "E = mc^2"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        ("<msqrt><mi>x</mi></msqrt>", "√(x)"),
        ("<msub><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msub>", "x_(n + 1)"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
            "∑_(i = 1)^ni",
        ),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>",
            "[1, 0; 0, 1]",
        ),
        ("<mi>f</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>)</mo>", "f(x)"),
    ],
)
def test_mathml_without_tex_is_put_in_words_and_signs(mathml: str, words: str) -> None:
    assert f"<code>{words}</code>" in told(f"<math>{mathml}</math>")


@pytest.mark.parametrize(
    "formula",
    [
        ANNOTATED.replace("<math>", '<math display="block">'),
        f'<span class="katex-display"><span class="katex"><span class="katex-mathml">{ANNOTATED}</span>{DRAWN}</span></span>',
        f'<script type="math/tex; mode=display">{TEX}</script>',
        f'<div class="math display">\\[{TEX}\\]</div>',
    ],
)
def test_a_formula_that_stands_alone_is_a_paragraph(formula: str) -> None:
    html = read(
        around(f"<p>They wrote it on the wall of the lamp room:</p>{formula}<p>Nobody knew why they did.</p>")
    ).html
    assert f"<p>{'<code>' + TEX + '</code>'}</p>" in html.split("\n")
    assert html.count("mc") == 1


def test_a_picture_of_a_boat_is_no_formula() -> None:
    html = read(around('<figure><img class="math-boat" alt="The boat" src="/boat.jpg"></figure>')).html
    assert "<img" in html
    assert "<code>" not in html
