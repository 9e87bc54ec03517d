// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <vector>

namespace keyward::models {

/// A record that announces itself: `const Registered<BladeRecord> overview({...});` at namespace scope. So adding a
/// blade, an action or a wizard touches no list elsewhere. Complete before main() and unchanged afterwards.
template <class Record> class Registered
{
public:
    explicit Registered(Record record) : m_record(std::move(record)), m_next(std::exchange(s_first, this)) {}
    Registered(const Registered &) = delete;
    Registered &operator=(const Registered &) = delete;

    static std::vector<const Record *> all()
    {
        std::vector<const Record *> out;
        for (const auto *one = s_first; one; one = one->m_next) out.push_back(&one->m_record);
        return out;
    }

private:
    Record m_record;
    const Registered *m_next;
    inline static const Registered *s_first = nullptr;
};

} // namespace keyward::models
