// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/system_error.h"

#include <cerrno>
#include <cstring>

namespace keyward {

Code codeOf(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT: return Code::NoSpace;
    case EFBIG: return Code::FileTooLarge;
    case EROFS: return Code::ReadOnly;
    default: return Code::Io;
    }
}

std::unexpected<Error> failWith(int error, const std::filesystem::path &file)
{
    return fail(codeOf(error), file.string(), {std::strerror(error)});
}

bool isUnsupported(int error)
{
    switch (error) {
    case EPERM:
    case EACCES:
    case ENOSYS:
    case EOPNOTSUPP:
    case EINVAL:
    case ENOTTY:
    case ERANGE:
    case ENAMETOOLONG:
    case E2BIG: return true;
    default: return false;
    }
}

} // namespace keyward
