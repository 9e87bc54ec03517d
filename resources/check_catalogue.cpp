// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Run by the build: check_catalogue PROFILES PLATFORM PRICES. Reads the files of the catalogue as the programs do, and
// says what is wrong as compilers do.

#include "backend/estate/prices.h"
#include "backend/estate/profile_file.h"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace {

using namespace keyward;

std::string contentsOf(const char *file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool told(const char *file, const Error &error)
{
    std::fprintf(stderr, "%s: error: %s\n", file, message(error).c_str());
    return false;
}

bool checked(const char *profiles, const char *platform)
{
    const auto known = estate::Platform::parse(bytesOf(contentsOf(platform)));
    if (!known) return told(platform, known.error());
    const auto read = estate::shippedProfiles(bytesOf(contentsOf(profiles)), *known);
    if (read) return true;
    for (const auto &fault : read.error())
        std::fprintf(stderr, "%s:%u:%u: error: %s\n", profiles, fault.at.line, fault.at.column,
                     fault.what.text().c_str());
    return false;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 4) {
        std::fputs("usage: check_catalogue PROFILES PLATFORM PRICES\n", stderr);
        return 2;
    }
    const bool good = checked(arguments[1], arguments[2]);
    const auto prices = estate::PriceList::parse(bytesOf(contentsOf(arguments[3])));
    if (!prices) told(arguments[3], prices.error());
    return good && prices ? 0 : 1;
}
