// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace keyward {

/// Lets a unique_ptr own a handle of a C library: std::unique_ptr<EVP_MD, Freer<EVP_MD_free>>.
template <auto Free> struct Freer {
    template <class T> void operator()(T *pointer) const { Free(pointer); }
};

} // namespace keyward
