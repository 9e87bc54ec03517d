// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"

#include <compare>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>

/// The persistent containers that an estate is made of: values, O(1) to copy, sharing what did not change. The trees
/// behind them are compiled once, in tables.cpp, and know no types; what stands here gives them back their types and
/// costs nothing. (A tree for each kind, in every file that sees an estate, was a third of what a build took.)
namespace keyward::estate {

namespace erased {

using Object = std::shared_ptr<const void>;
/// Absent: it is not there before, or not after.
using Difference = std::function<void(const RecordId &id, const void *before, const void *after)>;

/// Walks through a tree from its first element to its last. The tree outlives it.
template <class Element> class Walk
{
public:
    Walk() = default;
    Walk(const Walk &other);
    Walk &operator=(const Walk &other);
    ~Walk() = default;
    const Element *at() const { return m_element; } ///< null: at the end
    void next();

private:
    friend class Objects;
    friend class Ids;
    template <class Tree> explicit Walk(const Tree &tree);
    const Element *m_element = nullptr;
    alignas(void *) std::byte m_state[160]; ///< where it stands in the tree, unless it is at the end
};

class Objects
{
public:
    using Element = std::pair<RecordId, Object>;
    const Object *find(const RecordId &id) const; ///< null where there is none
    void set(const RecordId &id, Object object);
    void erase(const RecordId &id);
    std::size_t size() const;
    Walk<Element> walk() const;
    /// In proportion to how far they differ, which is told by the objects' addresses.
    static void compare(const Objects &before, const Objects &after, const Difference &visit);

private:
    struct Tree;
    std::shared_ptr<Tree> m_tree; ///< null: empty
};

class Ids
{
public:
    using Element = RecordId;
    bool contains(const RecordId &id) const;
    void insert(const RecordId &id);
    void erase(const RecordId &id);
    std::size_t size() const;
    Walk<Element> walk() const;
    bool operator==(const Ids &other) const;

private:
    struct Tree;
    std::shared_ptr<Tree> m_tree; ///< null: empty
};

class Names
{
public:
    const RecordId *find(const std::string &name) const;
    void set(const std::string &name, const RecordId &id);
    void erase(const std::string &name);

private:
    struct Tree;
    std::shared_ptr<Tree> m_tree; ///< null: empty
};

/// What walks as an iterator; 'Made' turns an element into what people get.
template <class Element, class Made> class Iterator
{
public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using value_type = decltype(Made::from(std::declval<const Element &>()));
    using reference = value_type;
    using difference_type = std::ptrdiff_t;
    struct pointer {
        value_type value;
        const value_type *operator->() const { return &value; }
    };

    Iterator() = default;
    explicit Iterator(const Walk<Element> &walk) : m_walk(walk) {}
    value_type operator*() const { return Made::from(*m_walk.at()); }
    pointer operator->() const { return {**this}; }
    Iterator &operator++()
    {
        m_walk.next();
        return *this;
    }
    Iterator operator++(int)
    {
        auto before = *this;
        m_walk.next();
        return before;
    }
    bool operator==(const Iterator &other) const { return m_walk.at() == other.m_walk.at(); }

private:
    Walk<Element> m_walk;
};

} // namespace erased

/// One thing of a table, which the table keeps alive.
template <class T> class Entry
{
public:
    explicit Entry(const T *thing) : m_thing(thing) {}
    const T *get() const { return m_thing; }
    const T *operator->() const { return m_thing; }
    const T &operator*() const { return *m_thing; }

private:
    const T *m_thing;
};

/// Things by their id.
template <class Id, class T> class IdMap
{
    struct Made {
        static std::pair<Id, Entry<T>> from(const erased::Objects::Element &element)
        {
            return {Id{element.first.bytes}, Entry<T>(static_cast<const T *>(element.second.get()))};
        }
    };

public:
    using iterator = erased::Iterator<erased::Objects::Element, Made>;
    using const_iterator = iterator;

    const T *find(const Id &id) const
    {
        const auto *found = m_objects.find(RecordId{id.bytes});
        return found ? static_cast<const T *>(found->get()) : nullptr;
    }
    /// Kept alive past its removal.
    std::shared_ptr<const T> share(const Id &id) const
    {
        const auto *found = m_objects.find(RecordId{id.bytes});
        return found ? std::static_pointer_cast<const T>(*found) : nullptr;
    }
    void set(const Id &id, std::shared_ptr<const T> thing) { m_objects.set(RecordId{id.bytes}, std::move(thing)); }
    void set(const Id &id, T thing) { set(id, std::make_shared<const T>(std::move(thing))); }
    /// None is kept that is empty, so that tables do not grow with what is gone.
    void setUnlessEmpty(const Id &id, T thing)
    {
        if (thing.empty())
            erase(id);
        else
            set(id, std::move(thing));
    }
    void erase(const Id &id) { m_objects.erase(RecordId{id.bytes}); }
    std::size_t size() const { return m_objects.size(); }
    bool empty() const { return size() == 0; }
    iterator begin() const { return iterator(m_objects.walk()); }
    iterator end() const { return iterator(); }

    /// visit(id, before, after), in proportion to how far the two differ.
    template <class Visit> static void compare(const IdMap &before, const IdMap &after, Visit visit)
    {
        erased::Objects::compare(before.m_objects, after.m_objects,
                                 [&](const RecordId &id, const void *was, const void *is) {
                                     visit(Id{id.bytes}, static_cast<const T *>(was), static_cast<const T *>(is));
                                 });
    }
    bool operator==(const IdMap &other) const
    {
        bool same = size() == other.size();
        if (same)
            compare(*this, other, [&](const Id &, const T *was, const T *is) { same &= was && is && *was == *is; });
        return same;
    }

private:
    erased::Objects m_objects;
};

template <class Id> class IdSet
{
    struct Made {
        static Id from(const RecordId &element) { return Id{element.bytes}; }
    };

public:
    using iterator = erased::Iterator<RecordId, Made>;
    using const_iterator = iterator;
    using value_type = Id;

    bool contains(const Id &id) const { return m_ids.contains(RecordId{id.bytes}); }
    void insert(const Id &id) { m_ids.insert(RecordId{id.bytes}); }
    void erase(const Id &id) { m_ids.erase(RecordId{id.bytes}); }
    std::size_t size() const { return m_ids.size(); }
    bool empty() const { return size() == 0; }
    iterator begin() const { return iterator(m_ids.walk()); }
    iterator end() const { return iterator(); }
    bool operator==(const IdSet &) const = default;

private:
    erased::Ids m_ids;
};

/// A set of items for each id.
template <class Id, class Item> class IdSets
{
public:
    IdSet<Item> operator[](const Id &id) const
    {
        const auto *found = m_sets.find(id);
        return found ? *found : IdSet<Item>{};
    }
    bool contains(const Id &id) const { return m_sets.find(id) != nullptr; }
    void insert(const Id &id, const Item &item)
    {
        auto set = (*this)[id];
        set.insert(item);
        m_sets.set(id, std::move(set));
    }
    void erase(const Id &id, const Item &item)
    {
        auto set = (*this)[id];
        set.erase(item);
        m_sets.setUnlessEmpty(id, std::move(set));
    }

private:
    IdMap<Id, IdSet<Item>> m_sets;
};

/// Ids by a name that one thing has at a time.
template <class Id> class NameIndex
{
public:
    std::optional<Id> find(const std::string &name) const
    {
        const auto *found = m_names.find(name);
        return found ? std::optional(Id{found->bytes}) : std::nullopt;
    }
    void set(const std::string &name, const Id &id) { m_names.set(name, RecordId{id.bytes}); }
    /// Only what stands for this one: another may have taken the name meanwhile, or have had it as well.
    void erase(const std::string &name, const Id &id)
    {
        if (find(name) == id) m_names.erase(name);
    }

private:
    erased::Names m_names;
};

} // namespace keyward::estate
