// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"

#include <cstdio>

namespace keyward::ctl {
namespace {

/// One line a command: its path, then its subcommands and options.
void walk(const CLI::App &app, const std::string &path, std::string &cases)
{
    std::string words;
    for (const auto *sub : app.get_subcommands([](const CLI::App *) { return true; })) {
        if (sub->get_group().empty()) continue; // hidden
        words += sub->get_name() + " ";
        walk(*sub, path.empty() ? sub->get_name() : path + " " + sub->get_name(), cases);
    }
    for (const auto *option : app.get_options())
        for (const auto &name : option->get_lnames()) words += "--" + name + " ";
    cases += "    \"" + path + "\") words=\"" + words + "\" ;;\n";
}

} // namespace

void addCompletion(Commands &commands)
{
    auto shell = options<std::string>("bash");
    auto *app = commands.add(nullptr, "completion", "Print the shell's completion script", [shell, &root = commands.root()](Session &) -> Status {
        std::string cases;
        walk(root, "", cases);
        const std::string script = "# keywardctl completion; use: source <(keywardctl completion " + *shell + ")\n" + std::string(*shell == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : "") +
                                   "_keywardctl() {\n  local path=\"\" word words\n  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
                                   "    case \"$word\" in -*) ;; *) path=\"${path:+$path }$word\" ;; esac\n  done\n"
                                   "  while :; do case \"$path\" in\n" + cases + "    *) path=\"${path% *}\"; continue ;;\n  esac; break; done\n"
                                   "  COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
                                   "  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\ncomplete -F _keywardctl keywardctl\n";
        std::fwrite(script.data(), 1, script.size(), stdout);
        return {};
    });
    app->add_option("SHELL", *shell, "bash or zsh")->check(CLI::IsMember({"bash", "zsh"}));
}

} // namespace keyward::ctl
