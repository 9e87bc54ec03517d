// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/estate/command.h"

namespace keyward::engine {

/// What was carried out because time made it due.
struct DueWork {
    std::vector<std::string> done; ///< one line for people each
    std::vector<Error> failed;     ///< also what has to wait, with the reason
};

/// What a look at one piece of stored data found.
struct DataCheck {
    enum class State : std::uint8_t { Whole, Damaged, Unopened };
    RecordId data;              ///< the entity that stands for it
    State state = State::Whole; ///< Unopened: its key cannot be used now; as far as can be seen without, it is right
    std::optional<Error> reason = {}; ///< why it is not whole
};
std::string_view stateText(DataCheck::State state); ///< whole, damaged, unopened

/// How thoroughly stored data is looked at.
enum class Depth : std::uint8_t {
    Presence, ///< that it is there at all
    Contents, ///< every byte, where its key can be used
};

/// A service whose data is really encrypted here: what it does by time, after a crash, on demand of whoever keeps the
/// keystore. One object for each service; what only one of them can do is in an interface of its own below services/.
/// Runs on the caller's thread, for as long as there is data; the progress callback stops it.
class Service
{
public:
    virtual ~Service() = default;
    virtual std::string_view name() const = 0; ///< as profiles and facets say
    /// Carries out what time made due; what fails goes on to the next.
    virtual void runDue(DueWork &out, const ProgressCallback &progress) = 0;
    /// Does what a change of a resource left to be done (data keys to wrap anew). What fails is among the jobs, and is
    /// tried again by runDue().
    virtual void settle(const estate::ResourceId &resource) = 0;
    /// Goes on with a job whose process died, and says in one sentence what came of it. Code::ValueInvalid for one that
    /// cannot be gone on with.
    virtual Result<std::string> resume(const estate::JobId &job, const estate::Actor &actor,
                                       const ProgressCallback &progress) = 0;
    /// Looks at all stored data, oldest first. Code::Cancelled through the callback.
    virtual Result<std::vector<DataCheck>> verify(Depth depth, const ProgressCallback &progress) = 0;
    /// Destroys what is stored of one resource, for good; how many pieces.
    virtual Result<std::uint64_t> deleteData(const estate::ResourceId &resource, const estate::Actor &actor) = 0;
};

/// The services there are, each added once by the composition root.
class Services
{
public:
    void add(Service &service) { m_all.push_back(&service); }
    const std::vector<Service *> &all() const { return m_all; }
    /// Of the resources of a kind; null for one without data here.
    Service *of(std::string_view name) const;
    Service *of(const estate::Estate &estate, const estate::ResourceId &resource) const;
    /// The one with this interface, which the composition root added.
    template <class Interface> Interface &get() const
    {
        for (auto *service : m_all)
            if (auto *found = dynamic_cast<Interface *>(service)) return *found;
        std::unreachable();
    }

private:
    std::vector<Service *> m_all; ///< outlive this list
};

} // namespace keyward::engine
