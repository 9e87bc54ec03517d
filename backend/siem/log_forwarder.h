// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/siem.h"
#include "backend/engine/engine.h"
#include "backend/siem/connection.h"
#include "backend/siem/outgoing.h"
#include "backend/siem/position.h"

namespace keyward::siem {

/// engine::Siem over the keystore's own log: what leaves was opened from its seal and follows from what left before it.
class LogForwarder final : public engine::Siem
{
public:
    struct Parts { ///< the engine outlives the forwarder
        engine::Engine &engine;
        Waiting waiting = {};
    };
    explicit LogForwarder(Parts parts);

    Result<engine::SiemStanding> standing(const estate::SiemReceiverId &receiver) const override;
    Result<Sentence> test(const estate::SiemReceiverId &receiver, const estate::Actor &actor,
                          const engine::ProgressCallback &progress) override;
    void forward(engine::DueWork &out, const engine::ProgressCallback &progress) override;
    Result<std::string> trustFrom(const std::filesystem::path &file) const override;

private:
    struct Batch {
        std::vector<Outgoing> entries;
        Position after; ///< the position, once they are there
    };
    Status forwardTo(const estate::SiemReceiverId &id, engine::DueWork &out, const engine::ProgressCallback &progress);
    Result<std::uint64_t> sendAll(const estate::SiemReceiver &receiver, Position &position,
                                  const PositionKeeper &keeper, const engine::ProgressCallback &progress);
    Result<Batch> next(const Position &position) const;
    Status send(const estate::SiemReceiver &receiver, const std::vector<Outgoing> &entries,
                const engine::ProgressCallback &progress) const;
    Status sendOver(const estate::SiemReceiver &receiver, const auto &target, const std::vector<Outgoing> &entries,
                    const engine::ProgressCallback &progress) const;
    Result<Position> beginning(const estate::SiemReceiver &receiver) const;
    Result<Position> positionOf(const estate::SiemReceiver &receiver) const;
    Status takeUp(const estate::SiemReceiver &receiver, Position &position) const;
    Status fitsLog(const estate::SiemReceiver &receiver, const Position &position) const;
    void noteOutage(const estate::SiemReceiver &receiver, const Error *error, const Position &position);
    Source source() const;

    Parts m_parts;
};

} // namespace keyward::siem
