// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/background.h"
#include "models/text.h"

#include "backend/engine/api/workplace.h"

namespace keyward::models {

/// A recovery key on its way to whoever keeps it: shown once, kept, confirmed by typing two of its groups. It opens
/// nothing before it is enrolled.
class RecoverySheet final : public QObject
{
    Q_OBJECT
public:
    static constexpr int groups = 16, digits = 6;
    static constexpr int asked[] = {3, 11}; ///< from 0
    using QObject::QObject;
    ~RecoverySheet() override;

    /// Beside the window; changed() tells when it is there, or why not. Named on paper by the keystore's name.
    void draw(engine::WorkplacePtr workplace, Background &background, const QString &keystore);
    const QString &keystore() const { return m_keystore; }
    bool drawn() const { return m_key.has_value(); }
    const Refusal &failure() const { return m_failure; }
    QString group(int group) const; ///< six digits; whoever shows them wipes them
    bool fits(int group, const QString &typed) const;
    void type(int group, const QString &typed); ///< what somebody types to confirm
    bool confirmed() const { return m_fits[0] && m_fits[1]; }
    Status save(const QString &file) const; ///< a new file only this user may read
    /// Hands out all its groups to whoever pastes them, also when this is gone; none where memory is short.
    std::function<QByteArray()> whole() const;
    std::shared_ptr<engine::RecoveryKey> copy() const; ///< to be enrolled; null where memory is short

Q_SIGNALS:
    void changed();

private:
    QString m_keystore;
    std::optional<engine::RecoveryKey> m_key;
    Refusal m_failure;
    bool m_fits[2] = {false, false};
};
using RecoverySheetPtr = std::shared_ptr<RecoverySheet>;

} // namespace keyward::models
Q_DECLARE_METATYPE(keyward::models::RecoverySheetPtr)
