// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"

#include "backend/reports/views.h"
#include "backend/service/agent.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace keyward::ctl {
namespace {

constexpr auto longestUnlock = std::chrono::hours(24);
constexpr int startTimeout = 15'000; // milliseconds
constexpr char agentReady = '+';

/// What a starting agent says on its standard output: that it is ready, or why not.
Status awaitAgent(int said, const StorePath &store)
{
    std::string words;
    pollfd wait{said, POLLIN, 0};
    while (words.find(agentReady) != 0 && ::poll(&wait, 1, startTimeout) == 1) {
        std::array<char, 512> more{};
        const auto got = ::read(said, more.data(), more.size());
        if (got <= 0) break;
        words.append(more.data(), static_cast<std::size_t>(got));
    }
    if (words.starts_with(agentReady)) return {};
    return fail(Code::AgentRefused, store.text(), {words.empty() ? "it did not start" : words});
}

/// Starts 'keywardctl agent' detached; the root key goes through a pipe, so that it is never in arguments or files.
Status startAgent(const StorePath &store, const crypto::SecretBytes &rootKey, std::chrono::seconds length)
{
    int pipe[2];
    int said[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return fail(Code::Io, "agent", {std::strerror(errno)});
    if (::pipe2(said, O_CLOEXEC) != 0) {
        const auto why = errno;
        for (const int end : pipe) ::close(end);
        return fail(Code::Io, "agent", {std::strerror(why)});
    }
    const auto seconds = std::to_string(length.count());
    const pid_t child = ::fork();
    if (child == 0) {
        ::setsid();
        if (::fork() != 0) ::_exit(0);
        ::dup2(pipe[0], STDIN_FILENO);
        const int null = ::open("/dev/null", O_RDWR);
        ::dup2(said[1], STDOUT_FILENO);
        ::dup2(null, STDERR_FILENO);
        ::execl("/proc/self/exe", "keywardctl", "--store", store.file().c_str(), "agent", "--seconds", seconds.c_str(),
                nullptr);
        ::_exit(127);
    }
    ::close(pipe[0]);
    ::close(said[1]);
    const bool sent =
        child > 0 && ::write(pipe[1], rootKey.exposed().data(), rootKey.size()) == static_cast<ssize_t>(rootKey.size());
    ::close(pipe[1]);
    if (child > 0) ::waitpid(child, nullptr, 0);
    const auto started = sent ? awaitAgent(said[0], store) : fail(Code::Io, "agent", {"it could not be started"});
    ::close(said[0]);
    return started;
}

Status unlock(Invocation &invocation, const std::string &length)
{
    KEYWARD_TRY(const auto duration, parseDuration(length));
    if (duration > longestUnlock) return fail(Code::ValueInvalid, length, {"time to stay unlocked", "at most 24h"});
    KEYWARD_TRY(const auto path, invocation.store());
    KEYWARD_CHECK(invocation.keystores().inspect(path.file()));
    KEYWARD_TRY(const auto socket, service::agentSocket(path)); // before anybody types a passphrase in vain
    KEYWARD_CHECK(service::prepareRuntimeFolder(socket));
    KEYWARD_TRY(const auto root, invocation.rootKey(path));
    const auto earlier = service::askAgentToLock(path);                      // it would keep its own time
    if (!earlier && earlier.error().code == Code::AgentBusy) return earlier; // and, without its socket, be out of reach
    KEYWARD_CHECK(startAgent(path, root, std::chrono::duration_cast<std::chrono::seconds>(duration)));
    invocation.out().line("Unlocked for " + humanDuration(duration) +
                          ". It locks by itself then, when the machine sleeps, or with 'keywardctl lock'.");
    invocation.out().document(QJsonObject{{QLatin1String("unlocked"), true},
                                          {QLatin1String("seconds"), static_cast<qint64>(duration.count() / 1000)}});
    return {};
}

Status lock(Invocation &invocation)
{
    KEYWARD_TRY(const auto named, invocation.storePath());
    KEYWARD_TRY(const auto path, StorePath::place(named)); // an agent may hold the key of a file that is gone
    const auto asked = service::askAgentToLock(path);
    if (!asked && asked.error().code != Code::AgentMissing) return asked; // no answer is not no agent
    const bool was = asked.has_value();
    invocation.out().line(was ? "Locked." : "It was locked already.");
    invocation.out().document(QJsonObject{{QLatin1String("wasUnlocked"), was}});
    return {};
}

void runSchedules(const std::filesystem::path &store)
{
    static pid_t running = 0; // one at a time
    if (running > 0 && ::waitpid(running, nullptr, WNOHANG) == 0) return;
    running = ::fork();
    if (running != 0) return;
    ::execl("/proc/self/exe", "keywardctl", "--store", store.c_str(), "schedule", "run", nullptr);
    ::_exit(127);
}

Status agent(Invocation &invocation, long long seconds)
{
    KEYWARD_TRY(const auto path, invocation.store());
    KEYWARD_TRY(const auto socket, service::agentSocket(path));
    KEYWARD_TRY(auto key, crypto::SecretBytes::ofSize(32));
    std::size_t got = 0;
    while (got < key.size()) {
        const auto now = ::read(STDIN_FILENO, key.writable().data() + got, key.size() - got);
        if (now <= 0) return fail(Code::Usage, {}, {"The agent is started by 'keywardctl unlock'."});
        got += static_cast<std::size_t>(now);
    }
    const auto ready = [] {
        [[maybe_unused]] const auto wrote = ::write(STDOUT_FILENO, &agentReady, 1);
        const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC); // nobody listens any longer
        ::dup2(null, STDOUT_FILENO);
    };
    const auto end = service::runAgent(socket, std::move(key), std::chrono::seconds(seconds),
                                       {ready, [&] { runSchedules(path.file()); }});
    if (end) return {};
    const auto why = message(end.error());
    [[maybe_unused]] const auto wrote = ::write(STDOUT_FILENO, why.data(), why.size());
    return std::unexpected(end.error());
}

Status acceptClock(Invocation &invocation)
{
    if (invocation.dryRun()) {
        KEYWARD_CHECK(invocation.looking().transform([](const auto *) {})); // as it would be opened
        invocation.out().line("Would accept " + isoText(invocation.clock().now()) +
                              " as the right time. Nothing was changed.");
        invocation.out().document(QJsonObject{{QLatin1String("dryRun"), true}});
        return {};
    }
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(acting->administration().acceptClock(invocation.actor()));
    invocation.out().line("Accepted: it is " + isoText(invocation.clock().now()) + ".");
    invocation.out().document(
        QJsonObject{{QLatin1String("accepted"), reports::text(isoText(invocation.clock().now()))}});
    return {};
}

Status showClock(Invocation &invocation)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    const auto facts = looking->administration().facts();
    const auto &state = facts.clock;
    const auto committed = facts.lastCommitted;
    const auto doubt = looking->console().snapshot()->settings().clockDoubt;
    auto &out = invocation.out();
    const std::string synchronised = invocation.clock().synchronised() ? ", synchronised" : ", not synchronised";
    out.field("Clock", isoText(invocation.clock().now()) + synchronised);
    out.field("Last committed", isoText(committed));
    if (doubt) out.field("Doubted since", isoText(*doubt));
    out.field("State", std::string(state.trusted() ? "trusted" : "NOT trusted: the clock " + state.text()));
    if (state.behind)
        out.note("Entries of the log keep their order. In an open window time goes on from the last committed one, as "
                 "measured; runs of 'schedule run' wait. What destroys data waits. If the clock is right now, give up "
                 "the later time: keywardctl clock accept");
    if (state.ahead)
        out.note("What destroys data waits until the clock is synchronised or you vouch for it: "
                 "keywardctl clock accept");
    const auto seconds = state.behind ? QJsonValue(static_cast<qint64>(state.behind->count() / 1000)) : QJsonValue();
    out.document(QJsonObject{{QLatin1String("clock"), reports::text(isoText(invocation.clock().now()))},
                             {QLatin1String("synchronised"), invocation.clock().synchronised()},
                             {QLatin1String("lastCommitted"), reports::text(isoText(committed))},
                             {QLatin1String("trusted"), state.trusted()},
                             {QLatin1String("state"), reports::text(state.text())},
                             {QLatin1String("behindSeconds"), seconds}});
    return {};
}

} // namespace

/// 'clock accept' also gives up a committed time ahead of the clock.
MaybeLine lineOf(const Typed<estate::command::NoteClock> &) { return nobodyTypesIt; }

void addUnlockCommands(Commands &commands)
{
    auto length = options<std::string>("15m");
    auto *unlockApp = commands.act(nullptr, "unlock", "Keep the keystore unlocked for a while", "it starts an agent",
                                   [length](Invocation &s) { return unlock(s, *length); });
    unlockApp->add_option("--for", *length, "How long (default 15m, at most 24h)");
    unlockApp->footer("Example: keywardctl unlock --for 15m");
    commands.act(nullptr, "lock", "Lock it again", "it ends an agent", lock);
    auto seconds = options<long long>(0);
    auto *agentApp =
        commands.act(nullptr, "agent", "", "it is an agent", [seconds](Invocation &s) { return agent(s, *seconds); });
    agentApp->add_option("--seconds", *seconds)->required();
    agentApp->group(""); // not for people: started by unlock
    auto *clock = commands.group("clock", "Trust in the clock");
    commands.reads(clock, "show", "Whether the clock is trusted, and if not, why", showClock);
    commands.change(clock, "accept",
                    "Vouch for the clock, so that what destroys data may go on; gives up a committed time ahead of it",
                    acceptClock);
}

} // namespace keyward::ctl
