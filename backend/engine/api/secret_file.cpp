// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/secret_file.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace keyward::engine {

Result<crypto::SecretBytes> readSecretFile(const std::filesystem::path &file, std::size_t most)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(Code::Io, file.string(), {std::strerror(errno)});
    KEYWARD_TRY(auto out, crypto::SecretBytes::ofSize(std::min<std::size_t>(most + 1, 64u << 10)));
    std::size_t have = 0;
    ssize_t some = 0;
    while (have < out.size() && (some = ::read(descriptor, out.writable().data() + have, out.size() - have)) > 0)
        have += static_cast<std::size_t>(some);
    const auto why = errno;
    ::close(descriptor);
    if (some < 0) return fail(Code::Io, file.string(), {std::strerror(why)});
    if (have > most || have == out.size())
        return fail(Code::ValueInvalid, file.string(),
                    {"file", said("it is larger than {0} bytes", std::min(most, out.size() - 1))});
    out.truncate(have);
    return out;
}

Result<Bytes> readFile(const std::filesystem::path &file, std::size_t most)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return fail(Code::Io, file.string(), {error.message()});
    if (size > most)
        return fail(Code::ValueInvalid, file.string(), {"file", said("it is larger than {0} bytes", most)});
    std::ifstream in(file, std::ios::binary);
    Bytes out(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof()) return fail(Code::Io, file.string(), {"it cannot be read"});
    return out;
}

} // namespace keyward::engine
