// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include "ui/style.h"

#include <QApplication>
#include <QSettings>
#include <QStyleHints>

namespace keyward::ui {

namespace {

QFont base(const char *family, int pixels, QFont::Weight weight)
{
    QFont font(QString::fromLatin1(family));
    font.setPixelSize(pixels);
    font.setWeight(weight);
    for (const auto tag : {"calt", "liga", "clig", "case"})
        font.setFeature(QFont::Tag::fromString(QLatin1String(tag)).value(), 0);
    return font;
}

QColor rgb(const char *name) { return QColor(QLatin1String(name)); }

} // namespace

const Colours &light()
{
    static const Colours colours{rgb("#f4f6f9"),
                                 rgb("#ffffff"),
                                 rgb("#ffffff"),
                                 rgb("#eef1f5"),
                                 rgb("#dfe4ea"),
                                 rgb("#c9d1da"),
                                 rgb("#17202b"),
                                 rgb("#566371"),
                                 rgb("#8592a0"),
                                 rgb("#1f5fd0"),
                                 rgb("#ffffff"),
                                 rgb("#e7effc"),
                                 rgb("#dce8fb"),
                                 {rgb("#12693d"), rgb("#e3f4ea")},
                                 {rgb("#7d5800"), rgb("#fdf2d4")},
                                 {rgb("#a8410c"), rgb("#fdeadf")},
                                 {rgb("#b3202e"), rgb("#fbe3e5")},
                                 {rgb("#5b3fb5"), rgb("#ece7fa")},
                                 {rgb("#566371"), rgb("#f4f6f9")}};
    return colours;
}

const Colours &dark()
{
    static const Colours colours{rgb("#12161c"),
                                 rgb("#1a2028"),
                                 rgb("#212832"),
                                 rgb("#151a21"),
                                 rgb("#2b343f"),
                                 rgb("#3a4552"),
                                 rgb("#e6ebf1"),
                                 rgb("#9aa7b5"),
                                 rgb("#74818f"),
                                 rgb("#6ea3ff"),
                                 rgb("#0c1626"),
                                 rgb("#1d2c47"),
                                 rgb("#22344f"),
                                 {rgb("#5fcf95"), rgb("#17322a")},
                                 {rgb("#e9bd4f"), rgb("#382d13")},
                                 {rgb("#f39462"), rgb("#3a2317")},
                                 {rgb("#f3808a"), rgb("#3b1b20")},
                                 {rgb("#b9a5ff"), rgb("#2a2447")},
                                 {rgb("#9aa7b5"), rgb("#12161c")}};
    return colours;
}

/// Black on white: lines and edges are as strong as text.
const Colours &contrastLight()
{
    static const Colours colours{rgb("#ffffff"),
                                 rgb("#ffffff"),
                                 rgb("#ffffff"),
                                 rgb("#ffffff"),
                                 rgb("#4a4a4a"),
                                 rgb("#000000"),
                                 rgb("#000000"),
                                 rgb("#262626"),
                                 rgb("#595959"),
                                 rgb("#00339c"),
                                 rgb("#ffffff"),
                                 rgb("#e8f0ff"),
                                 rgb("#d6e4ff"),
                                 {rgb("#00441f"), rgb("#ffffff")},
                                 {rgb("#5a3d00"), rgb("#ffffff")},
                                 {rgb("#742800"), rgb("#ffffff")},
                                 {rgb("#8a0012"), rgb("#ffffff")},
                                 {rgb("#3c1f96"), rgb("#ffffff")},
                                 {rgb("#262626"), rgb("#ffffff")}};
    return colours;
}

const Colours &contrastDark()
{
    static const Colours colours{rgb("#000000"),
                                 rgb("#000000"),
                                 rgb("#000000"),
                                 rgb("#000000"),
                                 rgb("#b0b0b0"),
                                 rgb("#ffffff"),
                                 rgb("#ffffff"),
                                 rgb("#dcdcdc"),
                                 rgb("#9a9a9a"),
                                 rgb("#9cc8ff"),
                                 rgb("#000000"),
                                 rgb("#0f2340"),
                                 rgb("#16325c"),
                                 {rgb("#7df0b0"), rgb("#000000")},
                                 {rgb("#ffd75e"), rgb("#000000")},
                                 {rgb("#ffb38a"), rgb("#000000")},
                                 {rgb("#ff9aa3"), rgb("#000000")},
                                 {rgb("#cfc0ff"), rgb("#000000")},
                                 {rgb("#dcdcdc"), rgb("#000000")}};
    return colours;
}

/// By the colour of links, which no style sheet rule touches.
const Colours &coloursOf(const QPalette &palette)
{
    const auto link = palette.color(QPalette::Link);
    for (const auto *shade : {&dark(), &contrastLight(), &contrastDark()})
        if (link == shade->accent) return *shade;
    return light();
}

Colours::Pair Colours::of(models::State state) const
{
    switch (state) {
    case models::State::Working: return working;
    case models::State::Warning: return warning;
    case models::State::AtRisk: return atRisk;
    case models::State::Lost: return lost;
    case models::State::Pinned: return pinned;
    case models::State::Disabled:
    case models::State::Neutral: break;
    }
    return neutral;
}

namespace fonts {
QFont body() { return base("Inter", 13, QFont::Normal); }
QFont strong() { return base("Inter", 13, QFont::DemiBold); }
QFont small() { return base("Inter", 12, QFont::Normal); }
QFont section() { return base("Inter", 14, QFont::DemiBold); }
QFont title() { return base("Inter", 20, QFont::DemiBold); }
QFont mono() { return base("JetBrains Mono", 12, QFont::Normal); }
QFont digits()
{
    auto font = body();
    font.setFeature(QFont::Tag::fromString(QLatin1String("tnum")).value(), 1);
    return font;
}
} // namespace fonts

QPalette paletteOf(const Colours &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.background);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.background);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Accent, c.accent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Mid, c.strongLine);
    p.setColor(QPalette::Midlight, c.line);
    p.setColor(QPalette::Light, c.raised);
    p.setColor(QPalette::Dark, c.strongLine);
    p.setColor(QPalette::Shadow, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.disabled);
    return p;
}

QString styleSheetOf(const Colours &c)
{
    auto sheet = QStringLiteral(R"(
QToolTip { background: @raised; color: @text; border: 1px solid @strongLine; padding: 4px 6px; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="error"] { color: @lost; }
QLabel[tone="accent"] { color: @accent; }
QPushButton { min-height: 28px; padding: 0 11px; border: 1px solid @strongLine; border-radius: 6px;
    background: @surface; color: @text; }
QPushButton:hover { background: @accentSoft; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @disabled; border-color: @line; background: @surface; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { border: 1px solid @text; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 0 10px; min-height: 26px; }
QPushButton[kind="primary"]:disabled { background: @accentSoft; color: @muted; border-color: @accentSoft; }
QPushButton[kind="danger"] { background: @lost; color: @lostPaper; border: 1px solid @lost; font-weight: 600; }
QPushButton[kind="danger"]:focus { border: 2px solid @text; padding: 0 10px; min-height: 26px; }
QPushButton[kind="danger"]:disabled { background: @lostPaper; color: @muted; border-color: @lostPaper; }
QPushButton[kind="plain"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="plain"]:hover { background: @accentSoft; }
QPushButton[kind="plain"]:focus { border: 1px solid @accent; }
QPushButton[kind="plain"]:disabled { color: @disabled; }
QPushButton[kind="plain"]:checked { color: @accent; }
QPushButton[pin="true"] { padding: 0; color: @muted; font-size: 17px; }
QPushButton[pin="true"]:checked { color: @pinned; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accent;
    padding: 0 3px 0 0; min-height: 18px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid @accent; border-radius: 4px; }
QPushButton[kind="crumb"] { background: transparent; border: 1px solid transparent; color: @muted;
    padding: 0 2px 0 0; min-height: 16px; font-size: 12px; }
QPushButton[kind="crumb"]:hover { color: @accent; }
QPushButton[kind="crumb"]:focus { border: 1px solid @accent; border-radius: 4px; }
QPushButton[kind="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; color: @muted; padding: 0 2px; min-height: 34px; }
QPushButton[kind="tab"]:hover { color: @text; background: transparent; }
QPushButton[kind="tab"]:focus { color: @accent; }
QPushButton[kind="tab"]:checked { color: @text; font-weight: 600; border-bottom: 2px solid @accent; }
QPushButton[kind="rail"] { background: transparent; border: 1px solid transparent; text-align: left;
    padding: 0 9px; min-height: 32px; color: @text; }
QPushButton[kind="rail"]:hover { background: @accentSoft; }
QPushButton[kind="rail"]:focus { border: 1px solid @accent; }
QPushButton[kind="rail"]:checked { background: @selection; color: @accent; font-weight: 600; }
QPushButton#brand { font-size: 15px; font-weight: 700; }
QPushButton::menu-indicator { width: 0; }
QLineEdit, QPlainTextEdit, QComboBox { min-height: 28px; border: 1px solid @strongLine; border-radius: 6px;
    padding: 0 9px; background: @surface; color: @text; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus { border: 1px solid @accent; }
QPlainTextEdit[kind="line"] { border: none; background: transparent; padding: 0; min-height: 0; color: @muted; }
QLineEdit:focus, QComboBox:focus { border: 1px solid @accent; }
QLineEdit[wrong="true"] { border: 1px solid @lost; }
QLineEdit#search { background: @background; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url(:/keyward/ui/chevron-@shade.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @strongLine;
    selection-background-color: @selection; selection-color: @text; outline: none; }
QCalendarWidget QWidget { background: @raised; color: @text; alternate-background-color: @raised; }
QCalendarWidget QAbstractItemView { background: @raised; color: @text; outline: none; border: none;
    selection-background-color: @accent; selection-color: @onAccent; }
QCalendarWidget QAbstractItemView:disabled { color: @disabled; }
QCalendarWidget QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 4px;
    padding: 4px 8px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: @accentSoft; }
QCalendarWidget QToolButton:focus { border: 1px solid @accent; }
QCalendarWidget QToolButton::menu-indicator { width: 0; image: none; }
QCheckBox, QRadioButton { spacing: 8px; }
QMenu { background: @raised; border: 1px solid @strongLine; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 10px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: @strongLine; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none; width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView { background: transparent; border: none; outline: none; gridline-color: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: @muted; border: none;
    border-bottom: 1px solid @strongLine; padding: 0 10px; font-size: 12px; font-weight: 500; min-height: 31px; }
QHeaderView[edge="true"]::section:first { padding-left: 20px; }
QHeaderView::section:hover { color: @text; }
QProgressBar { border: none; border-radius: 2px; background: @line; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QFrame#topBar { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame#statusBar { background: @surface; border: none; border-top: 1px solid @line; }
QFrame#rail { background: @rail; border: none; border-right: 1px solid @line; }
QFrame[kind="blade"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[kind="page"] { background: @background; border: none; }
QFrame[kind="bladeHead"], QFrame[kind="commandBar"], QFrame[kind="tabs"] { background: transparent;
    border: none; border-bottom: 1px solid @line; }
QFrame[kind="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[kind="inset"] { background: @background; border: 1px solid @line; border-radius: 6px; }
QFrame[kind="aside"] { background: @background; border: none; border-left: 1px solid @line;
    border-bottom-right-radius: 8px; }
QFrame[kind="wizardSteps"] { background: transparent; border: none; border-right: 1px solid @line; }
QFrame[kind="stepHere"] { background: @selection; border: none; border-radius: 6px; }
QFrame[kind="step"] { background: transparent; border: none; }
QFrame[kind="headLine"] { background: transparent; border: none; border-bottom: 1px solid @line; }
QFrame[kind="footLine"] { background: transparent; border: none; border-top: 1px solid @line; }
QFrame[kind="popup"] { background: @raised; border: 1px solid @strongLine; border-radius: 8px; }
QFrame[kind="toast"] { background: @raised; border: 1px solid @strongLine; border-radius: 8px; }
QListView { background: transparent; border: none; outline: none; }
QListView#picks { background: @raised; border: 1px solid @strongLine; }
QDialog { background: @surface; }
)");
    const std::pair<const char *, QColor> names[] = {{"@background", c.background},
                                                     {"@surface", c.surface},
                                                     {"@raised", c.raised},
                                                     {"@rail", c.rail},
                                                     {"@strongLine", c.strongLine},
                                                     {"@line", c.line},
                                                     {"@text", c.text},
                                                     {"@muted", c.muted},
                                                     {"@disabled", c.disabled},
                                                     {"@accentSoft", c.accentSoft},
                                                     {"@accent", c.accent},
                                                     {"@onAccent", c.onAccent},
                                                     {"@selection", c.selection},
                                                     {"@pinned", c.pinned.ink},
                                                     {"@lostPaper", c.lost.paper},
                                                     {"@lost", c.lost.ink}};
    const bool onDark = c.background.lightness() < 128;
    sheet.replace(QLatin1String("@shade"), onDark ? QStringLiteral("dark") : QStringLiteral("light"));
    for (const auto &[name, colour] : names) sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

Theme::Theme(QApplication &application, QString settingsFile)
    : m_application(application), m_settingsFile(std::move(settingsFile))
{
    m_application.setStyle(new Style);
    m_application.setFont(fonts::body());
    const QSettings settings(m_settingsFile, QSettings::IniFormat);
    const auto kept = settings.value(QStringLiteral("theme")).toString();
    m_choice = kept == QLatin1String("light")  ? Choice::Light
               : kept == QLatin1String("dark") ? Choice::Dark
                                               : Choice::System;
    if (const auto contrast = settings.value(QStringLiteral("contrast")); contrast.isValid())
        m_chosenContrast = contrast.toBool();
    connect(m_application.styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { apply(); });
    apply();
}

void Theme::choose(Choice choice)
{
    m_choice = choice;
    if (choice == Choice::System) m_chosenContrast.reset();
    keep();
    apply();
}

void Theme::chooseContrast(bool high)
{
    m_chosenContrast = high;
    keep();
    apply();
}

void Theme::setSystemContrast(bool high)
{
    m_systemContrast = high;
    apply();
}

void Theme::keep() const
{
    static const QString names[] = {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(QStringLiteral("theme"), names[static_cast<int>(m_choice)]);
    if (m_chosenContrast)
        settings.setValue(QStringLiteral("contrast"), *m_chosenContrast);
    else
        settings.remove(QStringLiteral("contrast"));
}

void Theme::apply()
{
    const bool onDark =
        m_choice == Choice::Dark ||
        (m_choice == Choice::System && m_application.styleHints()->colorScheme() == Qt::ColorScheme::Dark);
    const bool contrast = m_chosenContrast.value_or(m_systemContrast);
    if (m_applied && onDark == m_dark && contrast == m_contrast) return;
    m_applied = true;
    m_dark = onDark;
    m_contrast = contrast;
    const auto &colours = contrast ? (onDark ? contrastDark() : contrastLight()) : (onDark ? dark() : light());
    m_application.setPalette(paletteOf(colours));
    m_application.setStyleSheet(styleSheetOf(colours));
}

} // namespace keyward::ui
