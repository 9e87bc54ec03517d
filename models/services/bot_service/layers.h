// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/service_parts.h"
#include "models/services/bot_service/targets.h"

#include "backend/engine/api/progress.h"

#include <QTimer>

namespace keyward::models {

/// Under which keys a bot's data lies, in one sentence.
QString layersText(const estate::Resource &bot);

/// BOT-1, BOT-11, BOT-12 on the encryption page: the layers, the encryption anew that is under way or waits, and former
/// keys with the date on which they become safe.
class BotLayers final : public AddedParts
{
    Q_OBJECT
public:
    BotLayers(Workspace &workspace, const Target &target);
    std::vector<Part *> parts() const override { return {m_work, m_layers, m_formerPart}; }
    void update(const engine::Published &moment) override;

private:
    void look(); ///< how far the job is, in whatever process runs it
    void showWork(const engine::Published &moment);
    void showFormer(const engine::Published &moment, const estate::BotService &facet);

    Workspace &m_workspace;
    Target m_target;
    CalloutsPart *m_work;
    FactsPart *m_layers;
    ListTable *m_former;
    TablePart *m_formerPart;
    std::optional<engine::Progress> m_progress;
    QTimer m_look;
    Tickets m_tickets;
};

} // namespace keyward::models
