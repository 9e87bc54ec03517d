// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <array>
#include <string>
#include <sys/types.h>
#include <vector>

/// Looks for secrets in memory that is not protected: every writable mapping of a process but those that are kept out
/// of core dumps, as OpenSSL's secure heap is. Stacks are looked at like the rest. It goes through all of it again and
/// again, so it is compiled as users get the rest.
namespace keyward::test {

class MemoryScan
{
public:
    /// Sixteen bytes from its middle stand for a secret, as it is and with its bytes the other way round (as the
    /// numbers of OpenSSL lie). They are kept masked, so that a scan of this process does not find them here.
    void lookFor(const std::string &name, ByteView secret);

    /// Where what was found lies, as "d in [heap]"; 'readable' says whether the memory could be read at all.
    std::vector<std::string> found(pid_t pid, bool &readable) const;

private:
    static constexpr std::size_t length = 16;
    static constexpr std::uint8_t mask = 0xa5;
    struct Needle {
        std::string name;
        std::array<std::uint8_t, length> masked;
    };
    struct Mapping {
        std::uintptr_t from = 0, to = 0;
        std::string name;
    };

    static std::size_t startOf(const std::uint8_t *bytes, std::uint8_t under);
    static std::vector<Mapping> unprotected(const std::string &smaps);
    void search(ByteView bytes, const std::string &where, std::vector<std::string> &out) const;

    std::vector<Needle> m_needles;
    std::vector<bool> m_starts = std::vector<bool>(65536);
};

/// The numbers of a PKCS#8 RSA key as they stand in it (RFC 8017, appendix A.1.2), as views: 0, n, e, d, p, q, dp, dq,
/// qi.
std::vector<ByteView> rsaNumbersIn(ByteView pkcs8);

inline constexpr std::array<const char *, 9> rsaNames{"", "", "", "d", "p", "q", "dp", "dq", "qi"};

/// The private numbers of a key.
void lookForKey(MemoryScan &scan, ByteView pkcs8);

} // namespace keyward::test
