// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace keyward::estate {

/// One callable out of several, for std::visit.
template <class... F> struct Overloaded : F... {
    using F::operator()...;
};

} // namespace keyward::estate
