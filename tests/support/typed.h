// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/run.h"
#include "tests/support/model_workplace.h"
#include "tests/support/no_keystores.h"

#include <cstdio>
#include <cstdlib>
#include <wordexp.h>

namespace keyward::test {

/// As a shell reads it, without the program's name.
inline std::vector<std::string> shellWords(const std::string &line)
{
    wordexp_t read{};
    if (::wordexp(line.c_str(), &read, WRDE_NOCMD | WRDE_UNDEF) != 0) giveUp({Code::Internal, line, {}, {}});
    std::vector<std::string> out(read.we_wordv, read.we_wordv + read.we_wordc);
    ::wordfree(&read);
    if (out.empty() || out.front() != "keywardctl") giveUp({Code::Internal, line, {}, {}});
    out.erase(out.begin());
    return out;
}

struct Typed {
    std::vector<estate::Command> commands; ///< that it came to, also those that were refused
    std::string said;                      ///< to people, in the order of writing
};

/// A line, read by the parser and run by the functions behind it on a copy of the model.
inline Typed typed(const std::string &line, const Model &model)
{
    const auto workplace = std::make_shared<ModelWorkplace>(model);
    char *text = nullptr;
    std::size_t size = 0;
    auto *said = ::open_memstream(&text, &size);
    const ManualClock clock;
    NoKeystores keystores;
    (void)ctl::runLine(shellWords(line), {.context = context(),
                                          .clock = clock,
                                          .owner = owner.name,
                                          .keystores = keystores,
                                          .workplace = workplace,
                                          .out = said,
                                          .err = said});
    std::fclose(said);
    Typed out{workplace->commands, std::string(text, size)};
    std::free(text);
    return out;
}

} // namespace keyward::test
