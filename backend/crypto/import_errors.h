// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/openssl_support.h"

namespace keyward::crypto {

/// Code::ImportMalformed: why a file is no key that could be imported. Code::OutOfMemory where that was the cause.
inline std::unexpected<Error> malformed(Sentence::Argument why)
{
    return unlessFull(fail(Code::ImportMalformed, {}, {std::move(why)}));
}

} // namespace keyward::crypto
