// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/state.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>

class QApplication;

namespace keyward::ui {

/// The colours of one shade. Text on any of the surfaces keeps a contrast of at least 4.5 : 1, in the two of high
/// contrast 7 : 1; a test measures it.
struct Colours {
    QColor background, surface, raised, rail, line, strongLine, text, muted, disabled, accent, onAccent, accentSoft,
        selection;
    struct Pair {
        QColor ink, paper;
    };
    Pair working, warning, atRisk, lost, pinned, neutral;
    Pair of(models::State state) const;
};
const Colours &coloursOf(const QPalette &palette); ///< whichever shade the palette is of
const Colours &light();
const Colours &dark();
const Colours &contrastLight();
const Colours &contrastDark();

/// Type: Inter for reading, JetBrains Mono for identifiers. Ligatures and alternates are off, so that what is copied is
/// what was shown.
namespace fonts {
QFont body();    ///< 13 px
QFont strong();  ///< 13 px semibold
QFont small();   ///< 12 px
QFont section(); ///< 14 px semibold
QFont title();   ///< 20 px semibold
QFont mono();    ///< 12 px
QFont digits();  ///< 13 px, tabular
} // namespace fonts

namespace measure {
constexpr int row = 36, navigation = 34, button = 30, topBar = 48, statusBar = 26, rail = 220, narrowRail = 56,
              corner = 6;
constexpr int bladeWidth = 480; ///< readable from here on
} // namespace measure

/// Light or dark, and how strong the contrast is: as the system says or as chosen.
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Theme(QApplication &application, QString settingsFile);
    Choice choice() const { return m_choice; }
    bool isDark() const { return m_dark; }
    bool isContrast() const { return m_contrast; }
    void choose(Choice choice); ///< System: its contrast as well
    void chooseContrast(bool high);
    void setSystemContrast(bool high); ///< what the desktop asks for

private:
    void apply();
    void keep() const;

    QApplication &m_application;
    QString m_settingsFile;
    Choice m_choice = Choice::System;
    std::optional<bool> m_chosenContrast; ///< none: as the system
    bool m_systemContrast = false;
    bool m_dark = false, m_contrast = false;
    bool m_applied = false;
};

QPalette paletteOf(const Colours &colours);
QString styleSheetOf(const Colours &colours);

} // namespace keyward::ui
