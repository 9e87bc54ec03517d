// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "models/registry.h"
#include "models/workspace.h"

namespace keyward::models {

/// The models' half of a blade: what it shows about its target, kept true with every snapshot.
class Presenter : public QObject
{
    Q_OBJECT
public:
    Presenter(Workspace &workspace, Target target);

    const Target &target() const { return m_target; }
    Workspace &workspace() const { return m_workspace; }
    const std::vector<Part *> &parts() const { return m_parts; }

protected:
    /// Works the parts out anew. Called on construction by start(), on each snapshot and as time passes.
    virtual void update(const engine::Published &moment) = 0;
    enum class Follows { EstateAndTime, Estate }; ///< Estate: it tells no time, so that ticks bring nothing
    void start(Follows follows = Follows::EstateAndTime);
    const estate::Estate &estate() const { return m_workspace.estate(); }
    Instant now() const { return m_workspace.moment()->now; }

    template <class T, class... Args> T *add(Args &&...args)
    {
        auto *part = new T(std::forward<Args>(args)...);
        part->setParent(this);
        m_parts.push_back(part);
        return part;
    }
    void adopt(Part *part) { m_parts.push_back(part); } ///< one that lives elsewhere, as long as this
    TablePart *addTable(const QString &id, const QString &title, TableSourcePtr source);

private:
    Workspace &m_workspace;
    Target m_target;
    std::vector<Part *> m_parts;
};

/// A page that is one table.
struct ListWords {
    const char *id;
    QString (*counted)(int);
    QString emptyTitle, emptyText, emptyAction = {};
    bool opens = true; ///< rows lead somewhere
};
class ListBlade final : public Presenter
{
public:
    ListBlade(Workspace &workspace, const Target &target, TableSourcePtr source, const ListWords &words);

protected:
    void update(const engine::Published &) override {}
};

/// A blade, declared: the shell knows none by name. Its widget in ui is found by the same id; a blade without one of
/// its own is shown as the parts of its presenter.
struct BladeRecord {
    QString id;
    QString title;
    QString icon; ///< freedesktop name
    Scope scope = Scope::Estate;
    int order = 0;                                                                ///< within its scope
    QString group = {};                                                           ///< heading in the rail
    std::function<bool(const estate::Estate &, const Target &)> available = {};   ///< none: always
    std::function<QString(const engine::Published &, const Target &)> badge = {}; ///< beside the title in the rail
    std::function<std::unique_ptr<Presenter>(Workspace &, const Target &)> make;
};
using Blade = Registered<BladeRecord>;

template <class P> std::unique_ptr<Presenter> makePresenter(Workspace &workspace, const Target &target)
{
    return std::make_unique<P>(workspace, target);
}

std::vector<const BladeRecord *> bladesOf(const estate::Estate &estate, const Target &target); ///< in order
const BladeRecord *bladeById(const QString &id);

} // namespace keyward::models
