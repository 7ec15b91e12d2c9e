"""What the theme's colours do to Qt's widgets: the palette, the style sheet, the fonts."""

from __future__ import annotations

import os
import sys
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from clipper.gui.theme import DARK, LIGHT, Theme
from clipper.resources import resource

SANS = ["Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif"]
SERIF = ["Source Serif 4", "Noto Serif", "Noto Naskh Arabic", "Georgia", "DejaVu Serif", "serif"]


def chosen(setting: str) -> Theme:
    """The theme of a setting: `light`, `dark`, or anything else for what the system says."""
    if setting in ("light", "dark"):
        return DARK if setting == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def announce_fonts() -> None:
    """Before there is a QApplication: let fontconfig know the shipped fonts, with all their weights.

    Of a variable font that is loaded later (`load_fonts`) Qt on Linux knows the regular weight only (6.11.3).
    """
    if sys.platform.startswith("linux"):
        os.environ.setdefault("FONTCONFIG_FILE", str(resource("window", "fonts.conf")))


def load_fonts() -> None:
    """Make the shipped fonts known; what is missing is replaced by the system's."""
    folder = resource("fonts")
    for file in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if file.suffix in (".ttf", ".otf") and file.stem.startswith(("Inter", "SourceSerif")):
            QFontDatabase.addApplicationFont(str(file))


def sans(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of the tools."""
    return _font(SANS, pixels, weight)


def serif(pixels: float, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    """The font of headlines."""
    return _font(SERIF, pixels, weight)


def dress(application: QApplication, theme: Theme) -> None:
    """Give every widget the theme's colours; may be called again at any time."""
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """The colours for what the style sheet does not name."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, theme.win),
        (role.WindowText, theme.ink),
        (role.Base, theme.read),
        (role.AlternateBase, theme.side),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.faint),
        (role.Button, theme.win),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.on_accent),
        (role.Highlight, theme.sel),
        (role.HighlightedText, theme.ink),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.side),
        (role.ToolTipText, theme.ink),
        (role.Light, theme.line),
        (role.Midlight, theme.line),
        (role.Mid, theme.line),
        (role.Dark, theme.line),
        (role.Shadow, theme.line),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, mixed(theme.faint, theme.win, 0.55))
    return made


def mixed(colour: str, ground: str, share: float) -> QColor:
    """`colour` on `ground`, `share` (0 to 1) of it."""
    top, under = QColor(colour), QColor(ground)
    parts = zip((top.red(), top.green(), top.blue()), (under.red(), under.green(), under.blue()), strict=True)
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def style_sheet(theme: Theme) -> str:
    """The style sheet with the theme's colours in it."""
    words = {name: getattr(theme, name) for name in Theme.__dataclass_fields__}
    words["off"] = mixed(theme.faint, theme.win, 0.55).name()
    words["hover"] = mixed(theme.ink, theme.win, 0.06).name()
    words["hover_side"] = mixed(theme.ink, theme.side, 0.06).name()
    words["pressed"] = mixed(theme.ink, theme.win, 0.11).name()
    words["deep"] = mixed(theme.ink, theme.accent, 0.14).name()
    words["bar"] = mixed(theme.ink, theme.win, 0.24).name()
    words["float"] = "#26272b" if not theme.dark else "#33353b"
    words["on_float"] = "#f4f2ee"
    words["float_accent"] = "#f0a48f"
    words["arrow"] = resource("window", "arrow.svg").as_posix()
    words["families"] = ", ".join(f'"{family}"' for family in SANS)
    return Template(resource("window", "style.qss").read_text("utf-8")).substitute(words)


def _font(families: list[str], pixels: float, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(round(pixels))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
