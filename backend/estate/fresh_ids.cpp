// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/fresh_ids.h"

#include <tuple>

namespace keyward::estate {
namespace {

using namespace command;

class Filler
{
public:
    explicit Filler(Random &random) : m_random(random) {}

    void operator()(RegisterProvider &c) { fill(c.newPrincipal); }
    void operator()(AddClientSecret &c) { fill(c.secret.id); }
    void operator()(CreateApplication &c)
    {
        fill(c.id);
        if (c.applicationId.empty()) c.applicationId = guidText(m_random.id<RecordId>());
    }
    void operator()(CreateKey &c)
    {
        fill(c.id);
        fill(c.first);
    }
    void operator()(ImportKey &c)
    {
        fill(c.id);
        fill(c.first);
    }
    void operator()(RotateKey &c) { fill(c.next); }
    void operator()(RestoreKey &c) { fill(c.key.id); }
    void operator()(CreateRole &c) { fill(c.role.id); }
    void operator()(CreateLock &c) { fill(c.lock.id); }
    void operator()(EnableIdentity &c) { fill(c.principal); }
    void operator()(SetKey &c) { fill(c.job); }
    void operator()(FollowNewVersion &c) { fill(c.job); }
    void operator()(SaveDraft &c) { fill(c.draft.id); }
    /// What says itself which ids it makes; else whatever calls the id of the thing it makes 'id'. The others make
    /// nothing.
    void operator()(auto &c)
    {
        if constexpr (requires { c.newIds(); })
            std::apply([&](auto &...ids) { (fill(ids), ...); }, c.newIds());
        else if constexpr (requires { c.id.isNull(); })
            fill(c.id);
    }

private:
    template <class Tag> void fill(Id<Tag> &id)
    {
        if (id.isNull()) id = m_random.id<Id<Tag>>();
    }
    void fill(VersionSeed &seed)
    {
        fill(seed.id);
        fill(seed.material);
    }
    Random &m_random;
};

} // namespace

Action withFreshIds(Action action, Random &random)
{
    std::visit(Filler(random), action);
    return action;
}

} // namespace keyward::estate
