// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/same_tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

namespace keyward::app {

namespace fs = std::filesystem;

namespace {

std::map<std::string, fs::directory_entry> contents(const fs::path &root)
{
    std::map<std::string, fs::directory_entry> out;
    for (const auto &entry : fs::recursive_directory_iterator(root))
        out.emplace(fs::relative(entry.path().parent_path(), root) / entry.path().filename(), entry);
    return out;
}

bool sameBytes(const fs::path &one, const fs::path &other)
{
    std::ifstream a(one, std::ios::binary), b(other, std::ios::binary);
    std::array<char, 65536> left{}, right{};
    for (;;) {
        a.read(left.data(), left.size());
        b.read(right.data(), right.size());
        if (a.gcount() != b.gcount()) return false;
        if (!std::equal(left.begin(), left.begin() + a.gcount(), right.begin())) return false;
        if (a.gcount() == 0) return true;
    }
}

} // namespace

std::string differenceBetween(const fs::path &one, const fs::path &other, std::size_t &compared)
{
    if (!fs::is_directory(one) || !fs::is_directory(other)) return "one of the two is no folder";
    const auto left = contents(one);
    const auto right = contents(other);
    for (const auto &[name, entry] : right)
        if (!left.contains(name)) return name + " is only in " + other.string();
    for (const auto &[name, entry] : left) {
        const auto twin = right.find(name);
        if (twin == right.end()) return name + " is only in " + one.string();
        const auto type = entry.symlink_status().type();
        if (type != twin->second.symlink_status().type()) return name + " is of another kind";
        if (type == fs::file_type::symlink && fs::read_symlink(entry.path()) != fs::read_symlink(twin->second.path()))
            return name + " leads elsewhere";
        if (type == fs::file_type::regular && !sameBytes(entry.path(), twin->second.path())) return name + " differs";
        ++compared;
    }
    return {};
}

} // namespace keyward::app
