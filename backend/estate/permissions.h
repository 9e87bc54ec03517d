// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/base/result.h"

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace keyward::estate {

/// MOD-9: what a principal may do with the keys of a vault; also the data-plane operations themselves.
enum class Permission : std::uint8_t {
    Get,
    List,
    Update,
    Create,
    Import,
    Delete,
    Recover,
    Backup,
    Restore, // key management
    Decrypt,
    Encrypt,
    UnwrapKey,
    WrapKey,
    Verify,
    Sign, // cryptographic
    Purge,
    Release,
    Rotate,
    GetRotationPolicy,
    SetRotationPolicy, // privileged, rotation
};
constexpr unsigned permissionCount = 20;

std::string_view permissionText(Permission permission); ///< as the Key Vault protocol spells it: wrapKey

class PermissionSet
{
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> list)
    {
        for (const auto permission : list) m_bits |= bit(permission);
    }
    static Result<PermissionSet> from(std::string_view commaSeparated); ///< Code::ValueInvalid names the unknown word
    static constexpr PermissionSet ofBits(std::uint32_t bits)
    {
        PermissionSet set;
        set.m_bits = bits;
        return set;
    }

    constexpr bool has(Permission permission) const { return m_bits & bit(permission); }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr int count() const { return std::popcount(m_bits); }
    constexpr std::uint32_t bits() const { return m_bits; }
    constexpr PermissionSet operator|(PermissionSet other) const { return ofBits(m_bits | other.m_bits); }
    constexpr PermissionSet without(PermissionSet other) const { return ofBits(m_bits & ~other.m_bits); }
    constexpr bool operator==(const PermissionSet &) const = default;
    std::string text() const; ///< "get,list,wrapKey"; not a const reference, so that it is encoded by its bits
    std::vector<std::string> names() const;

    std::uint32_t m_bits = 0; ///< public for fields()

private:
    static constexpr std::uint32_t bit(Permission permission) { return 1u << static_cast<unsigned>(permission); }
};

template <class Archive, class Self>
    requires std::is_same_v<std::remove_const_t<Self>, PermissionSet>
void fields(Archive &a, Self &s)
{
    a(s.m_bits);
}

/// VLT-13: as the policy editor groups them.
struct PermissionGroup {
    std::string_view title;
    PermissionSet permissions;
};
std::span<const PermissionGroup> permissionGroups();

/// Cryptographic use of a key; a key version lists the ones it allows.
constexpr PermissionSet cryptographic{Permission::Decrypt, Permission::Encrypt, Permission::UnwrapKey,
                                      Permission::WrapKey, Permission::Verify,  Permission::Sign};

/// What a key of that kind can do; what it allows unless it is said otherwise.
PermissionSet suitableOperations(KeyKind kind);

} // namespace keyward::estate
