// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

namespace keyward::estate {

/// Principals and resources share one space of names, as a resource's own identity goes by the resource's name.
/// Refused:
/// what is taken, what people could take for somebody who is there, and the names of the platform's applications
/// (Code::NameReserved).
Status freePrincipalName(const Estate &estate, const std::string &name);

} // namespace keyward::estate
