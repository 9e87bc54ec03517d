// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"

namespace keyward::ctl {
namespace {

constexpr const char *hidden = "";

constexpr const char *emptyValue = "an empty value means nothing here; leave it out, or give one";

/// What is refused of every value. The parser gives an option whatever follows, also the next option.
std::string refusalOf(const std::string &value, bool named)
{
    if (value.empty()) return emptyValue;
    if (named && value.size() > 2 && value.starts_with("--"))
        return "a value was expected, and '" + value + "' looks like an option";
    return {};
}

} // namespace

std::string_view effectText(Effect effect)
{
    constexpr std::string_view texts[] = {"reads", "changes", "acts"};
    return texts[static_cast<std::size_t>(effect)];
}

std::string pathOf(const CLI::App &app)
{
    const auto *parent = app.get_parent();
    if (!parent || !parent->get_parent()) return app.get_name();
    return pathOf(*parent) + " " + app.get_name();
}

std::string refusalOfEquals(const std::vector<std::string> &arguments)
{
    for (const auto &argument : arguments) {
        if (argument == "--") break;
        if (argument.starts_with("--") && argument.find('=') == argument.size() - 1)
            return argument.substr(0, argument.size() - 1) + ": " + emptyValue;
    }
    return {};
}

void excludeEach(CLI::Option *option, std::initializer_list<CLI::Option *> others)
{
    for (auto *other : others) option->excludes(other);
}

CLI::App *Commands::group(const std::string &name, const std::string &description)
{
    auto *app = m_root.add_subcommand(name, description);
    app->require_subcommand(1);
    return app;
}

CLI::App *Commands::declare(CLI::App *parent, const std::string &name, const std::string &description, Effect effect,
                            Run run)
{
    auto *app = (parent ? parent : &m_root)->add_subcommand(name, description);
    m_effects.emplace(app, effect);
    app->callback([this, run = std::move(run)] { m_chosen = run; });
    return app;
}

CLI::App *Commands::reads(CLI::App *parent, const std::string &name, const std::string &description, Run run)
{
    return declare(parent, name, description, Effect::Reads, std::move(run));
}

CLI::App *Commands::change(CLI::App *parent, const std::string &name, const std::string &description, Run run)
{
    auto *app = declare(parent, name, description, Effect::Changes, std::move(run));
    app->add_flag("--dry-run", m_globals.dryRun, "Print what would change and what would break; change nothing");
    app->add_flag("--override", m_globals.overrideClaims, "Go on although something in use loses access");
    app->add_flag("--yes", m_globals.yes, "Acknowledge what cannot be undone");
    return app;
}

CLI::App *Commands::act(CLI::App *parent, const std::string &name, const std::string &description,
                        const std::string &whyNot, Run run)
{
    const auto path = (parent ? pathOf(*parent) + " " : std::string()) + name;
    auto *app = declare(parent, name, description, Effect::Acts,
                        [path, whyNot, run = std::move(run)](Invocation &invocation) -> Status {
                            if (invocation.dryRun()) return fail(Code::NotPreviewable, path, {whyNot});
                            return run(invocation);
                        });
    app->add_flag("--dry-run", m_globals.dryRun)->group(hidden); // only to say that there is none
    return app;
}

CLI::Option *Commands::mayBeEmpty(CLI::Option *option)
{
    m_mayBeEmpty.insert(option);
    return option;
}

void Commands::holdToRules(CLI::App &app)
{
    for (auto *option : app.get_options()) {
        if (option->get_items_expected_max() == 0) continue; // a flag
        option->allow_extra_args(false); // what stands behind a value is no further value of the same option
        if (m_mayBeEmpty.contains(option)) continue;
        const bool named = !option->get_lnames().empty();
        option->transform(CLI::Validator([named](std::string &value) { return refusalOf(value, named); }, ""));
    }
    for (auto *command : app.get_subcommands([](CLI::App *) { return true; })) holdToRules(*command);
}

void Commands::holdOptionsToRules() { holdToRules(m_root); }

} // namespace keyward::ctl
