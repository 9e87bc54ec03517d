// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/tables.h"

#include <immer/algorithm.hpp>
#include <immer/map.hpp>
#include <immer/set.hpp>

#include <atomic>
#include <new>

namespace keyward::estate::erased {

struct Objects::Tree {
    immer::map<RecordId, Object> map;
};
struct Ids::Tree {
    immer::set<RecordId> set;
};
struct Names::Tree {
    immer::map<std::string, RecordId> map;
};

namespace {

/// Where a walk stands, and how many elements come after that one.
template <class Container> struct Position {
    typename Container::iterator at;
    std::size_t left;
};
template <class Element>
using PositionOf =
    Position<std::conditional_t<std::is_same_v<Element, RecordId>, immer::set<RecordId>, immer::map<RecordId, Object>>>;
template <class Element> PositionOf<Element> *positionIn(std::byte *state)
{
    return std::launder(reinterpret_cast<PositionOf<Element> *>(state));
}

/// A tree of its own to change: one that nobody shares is changed in place.
template <class Tree> Tree &owned(std::shared_ptr<Tree> &tree)
{
    if (!tree)
        tree = std::make_shared<Tree>();
    else if (tree.use_count() > 1)
        tree = std::make_shared<Tree>(*tree);
    else
        std::atomic_thread_fence(std::memory_order_acquire); // after whoever shared it last let go
    return *tree;
}

} // namespace

template <class Element> template <class Container> Walk<Element>::Walk(const Container &container)
{
    using State = PositionOf<Element>;
    static_assert(sizeof(State) <= sizeof m_state && alignof(State) <= alignof(void *));
    static_assert(std::is_trivially_destructible_v<State>, "nothing ends the position");
    if (container.size() == 0) return;
    m_element = &*(::new (m_state) State{container.begin(), container.size() - 1})->at;
}

template <class Element> Walk<Element>::Walk(const Walk &other) { *this = other; }

template <class Element> Walk<Element> &Walk<Element>::operator=(const Walk &other)
{
    if (this == &other) return *this;
    m_element = other.m_element;
    if (m_element) ::new (m_state) PositionOf<Element>(*positionIn<Element>(const_cast<std::byte *>(other.m_state)));
    return *this;
}

template <class Element> void Walk<Element>::next()
{
    auto *state = positionIn<Element>(m_state);
    m_element = state->left-- > 0 ? &*++state->at : nullptr;
}

template class Walk<Objects::Element>;
template class Walk<Ids::Element>;

const Object *Objects::find(const RecordId &id) const { return m_tree ? m_tree->map.find(id) : nullptr; }

void Objects::set(const RecordId &id, Object object)
{
    auto &map = owned(m_tree).map;
    map = std::move(map).set(id, std::move(object));
}

void Objects::erase(const RecordId &id)
{
    if (!find(id)) return;
    auto &map = owned(m_tree).map;
    map = std::move(map).erase(id);
}

std::size_t Objects::size() const { return m_tree ? m_tree->map.size() : 0; }

Walk<Objects::Element> Objects::walk() const { return m_tree ? Walk<Element>(m_tree->map) : Walk<Element>(); }

void Objects::compare(const Objects &before, const Objects &after, const Difference &visit)
{
    if (before.m_tree == after.m_tree) return;
    static const Tree none;
    immer::diff(
        before.m_tree ? before.m_tree->map : none.map, after.m_tree ? after.m_tree->map : none.map,
        [&](const Element &added) { visit(added.first, nullptr, added.second.get()); },
        [&](const Element &removed) { visit(removed.first, removed.second.get(), nullptr); },
        [&](const Element &was, const Element &is) { visit(is.first, was.second.get(), is.second.get()); });
}

bool Ids::contains(const RecordId &id) const { return m_tree && m_tree->set.count(id) > 0; }

void Ids::insert(const RecordId &id)
{
    auto &set = owned(m_tree).set;
    set = std::move(set).insert(id);
}

void Ids::erase(const RecordId &id)
{
    if (!contains(id)) return;
    auto &set = owned(m_tree).set;
    set = std::move(set).erase(id);
}

std::size_t Ids::size() const { return m_tree ? m_tree->set.size() : 0; }

Walk<RecordId> Ids::walk() const { return m_tree ? Walk<RecordId>(m_tree->set) : Walk<RecordId>(); }

bool Ids::operator==(const Ids &other) const
{
    if (m_tree == other.m_tree) return true;
    if (size() != other.size()) return false;
    return size() == 0 || m_tree->set == other.m_tree->set;
}

const RecordId *Names::find(const std::string &name) const { return m_tree ? m_tree->map.find(name) : nullptr; }

void Names::set(const std::string &name, const RecordId &id)
{
    auto &map = owned(m_tree).map;
    map = std::move(map).set(name, id);
}

void Names::erase(const std::string &name)
{
    if (!find(name)) return;
    auto &map = owned(m_tree).map;
    map = std::move(map).erase(name);
}

} // namespace keyward::estate::erased
