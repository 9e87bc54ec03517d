// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command tree, told to shells as completion, and to programs as a document. Both are read off the parser itself.

#include "app/keywardctl/commands.h"

#include "backend/reports/views.h"

#include <sstream>

namespace keyward::ctl {
namespace {

using reports::text;

bool isHidden(const CLI::Option &option) { return option.get_group().empty(); }
bool takesValue(const CLI::Option &option) { return option.get_items_expected_max() > 0; }
std::string longName(const CLI::Option &option)
{
    return option.get_lnames().empty() ? std::string() : "--" + option.get_lnames().front();
}

/// The values to choose from, as the parser shows them: "TEXT:{RSA,EC}".
std::vector<std::string> choices(const CLI::Option &option)
{
    const auto type = option.get_type_name();
    const auto open = type.find(":{"), close = type.find('}');
    std::vector<std::string> out;
    if (open == std::string::npos || close == std::string::npos) return out;
    std::istringstream list(type.substr(open + 2, close - open - 2));
    for (std::string one; std::getline(list, one, ',');) out.push_back(one);
    return out;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const auto &word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::vector<const CLI::App *> visible(const CLI::App &app)
{
    return app.get_subcommands([](const CLI::App *sub) { return !sub->get_group().empty(); });
}

struct Script {
    std::string commands;         ///< path to its words
    std::string values;           ///< path and option to the values to choose from
    std::set<std::string> valued; ///< options that take a value
};

void walk(const CLI::App &app, const std::string &path, Script &out)
{
    std::vector<std::string> words;
    for (const auto *sub : visible(app)) {
        words.push_back(sub->get_name());
        walk(*sub, path.empty() ? sub->get_name() : path + " " + sub->get_name(), out);
    }
    for (const auto *option : app.get_options()) {
        if (isHidden(*option)) continue;
        const auto among = choices(*option);
        if (longName(*option).empty()) {
            words.insert(words.end(), among.begin(), among.end());
            continue;
        }
        for (const auto &name : option->get_lnames()) words.push_back("--" + name);
        if (takesValue(*option)) out.valued.insert(longName(*option));
        if (!among.empty())
            out.values += "    \"" + path + " " + longName(*option) + "\") words=\"" + joined(among) + "\" ;;\n";
    }
    out.commands += "    \"" + path + "\") words=\"" + joined(words) + "\" ;;\n";
}

std::string script(const CLI::App &root, const std::string &shell)
{
    Script parts;
    walk(root, "", parts);
    std::string valued;
    for (const auto &name : parts.valued) valued += (valued.empty() ? "" : "|") + name;
    return "# keywardctl completion; use: source <(keywardctl completion " + shell + ")\n" +
           std::string(shell == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : "") + R"(_keywardctl() {
  local path="" word words="" i current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case "$word" in
      )" + valued +
           R"() i=$((i + 1)) ;;
      -*) ;;
      impact) [ -z "$path" ] && continue; path="$path $word" ;;
      *) path="${path:+$path }$word" ;;
    esac
  done
  while :; do case "$path" in
)" + parts.commands +
           R"(    *) path="${path% *}"; continue ;;
  esac; break; done
  case "$before" in )" +
           valued + R"()
    words=
    case "$path $before" in
)" + parts.values +
           R"(    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _keywardctl keywardctl
)";
}

QJsonObject view(const CLI::Option &option)
{
    QJsonArray among;
    for (const auto &value : choices(option)) among.append(text(value));
    return {{QLatin1String("name"), text(longName(option).empty() ? option.get_name(true) : longName(option))},
            {QLatin1String("positional"), longName(option).empty()},
            {QLatin1String("takesValue"), takesValue(option)},
            {QLatin1String("required"), option.get_required()},
            {QLatin1String("repeatable"), option.get_expected_max() > 1},
            {QLatin1String("values"), among},
            {QLatin1String("help"), text(option.get_description())}};
}

/// Every command that can be run, also those that are not for people.
void list(const CLI::App &app, const Commands &commands, QJsonArray &out)
{
    if (const auto found = commands.effects().find(&app); found != commands.effects().end()) {
        QJsonArray options;
        for (const auto *option : app.get_options()) options.append(view(*option));
        out.append(QJsonObject{{QLatin1String("command"), text(pathOf(app))},
                               {QLatin1String("effect"), text(effectText(found->second))},
                               {QLatin1String("help"), text(app.get_description())},
                               {QLatin1String("options"), options}});
    }
    for (const auto *sub : app.get_subcommands([](const CLI::App *) { return true; })) list(*sub, commands, out);
}

Status complete(Invocation &invocation, const Commands &commands, const CLI::App &root, const std::string &shell)
{
    if (!invocation.out().json()) invocation.out().text(script(root, shell));
    QJsonArray all, globals;
    for (const auto *option : root.get_options()) globals.append(view(*option));
    list(root, commands, all);
    invocation.out().document(QJsonObject{{QLatin1String("globals"), globals}, {QLatin1String("commands"), all}});
    return {};
}

} // namespace

void addCompletion(Commands &commands)
{
    auto shell = options<std::string>("bash");
    auto *app = commands.reads(
        nullptr, "completion", "Print the shell's completion script; with --json, every command and option",
        [shell, &commands, &root = commands.root()](Invocation &s) { return complete(s, commands, root, *shell); });
    app->add_option("SHELL", *shell, "bash or zsh")->check(CLI::IsMember({"bash", "zsh"}));
}

} // namespace keyward::ctl
