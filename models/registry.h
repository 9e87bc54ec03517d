// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <deque>
#include <utility>
#include <vector>

namespace keyward::models {

/// A record that announces itself: `const Registered<BladeRecord> overview([]() -> BladeRecord {…});` at namespace
/// scope. So adding a blade, an action or a wizard touches no list elsewhere. Announced before main(), made when they
/// are first asked for: by then the language of their words is known. Unchanged afterwards.
template <class Record> class Registered
{
public:
    using Make = Record (*)();
    explicit Registered(Make make) : m_make(make), m_next(std::exchange(s_first, this)) {}
    Registered(const Registered &) = delete;
    Registered &operator=(const Registered &) = delete;

    static const std::vector<const Record *> &all()
    {
        static const Made made;
        return made.listed;
    }

private:
    struct Made {
        Made()
        {
            for (const auto *one = s_first; one; one = one->m_next)
                listed.push_back(&records.emplace_back(one->m_make()));
        }
        std::deque<Record> records;
        std::vector<const Record *> listed;
    };

    Make m_make;
    const Registered *m_next;
    inline static const Registered *s_first = nullptr;
};

} // namespace keyward::models
