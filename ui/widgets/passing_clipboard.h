// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace keyward::ui {

/// Puts a secret on the clipboard for a while. It goes after that time or with this object, unless something else was
/// copied meanwhile. It stays where it is kept and is handed out when it is pasted; managers of clipboards are asked
/// not to keep it.
class PassingClipboard final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds usual{60};
    explicit PassingClipboard(QObject *parent = nullptr, std::chrono::milliseconds stays = usual);
    ~PassingClipboard() override;

    void put(std::function<QByteArray()> secret); ///< called at each paste; none: nothing is put
    bool holds() const;                           ///< what was put is still on the clipboard

Q_SIGNALS:
    void cleared();

private:
    void clear();

    QTimer m_timer;
    QByteArray m_token; ///< tells what was put here from anything else, without keeping it
};

} // namespace keyward::ui
