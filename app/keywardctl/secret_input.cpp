// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/secret_input.h"

#include "backend/base/new_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace keyward::ctl {
namespace {

constexpr std::size_t longestSecret = 4096;
constexpr std::array<std::uint8_t, 3> utf8Mark{0xef, 0xbb, 0xbf};
constexpr std::array<std::array<std::uint8_t, 2>, 2> utf16Marks{{{0xff, 0xfe}, {0xfe, 0xff}}};

/// How editors mark the encoding of a file (Unicode, section 23.8). UTF-8's is not part of what was written; a text in
/// UTF-16 reads as something that nobody could type.
Result<std::size_t> markSize(ByteView text, const std::string &name)
{
    const auto starts = [&](ByteView mark) {
        return text.size() >= mark.size() && std::ranges::equal(text.first(mark.size()), mark);
    };
    if (starts(utf8Mark)) return utf8Mark.size();
    if (starts(utf16Marks[0]) || starts(utf16Marks[1]))
        return fail(Code::ValueInvalid, name, {"file for a passphrase", "it is written in UTF-16; save it as UTF-8"});
    return std::size_t(0);
}

/// Reads up to the end of the first line.
Result<MarkedSecret> readLine(int descriptor, const std::string &name)
{
    KEYWARD_TRY(auto secret, crypto::SecretBytes::ofSize(longestSecret + 2));
    std::size_t size = 0;
    while (true) {
        if (size == secret.size()) // what comes after would be left out without a word
            return fail(Code::ValueInvalid, name,
                        {"source of a passphrase",
                         "its first line is longer than " + std::to_string(longestSecret) + " bytes"});
        const auto got = ::read(descriptor, secret.writable().data() + size, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(Code::Io, name, {std::strerror(errno)});
        if (got == 0 || secret.exposed()[size] == '\n') break;
        ++size;
    }
    if (size > 0 && secret.exposed()[size - 1] == '\r') --size;
    if (size > longestSecret)
        return fail(
            Code::ValueInvalid, name,
            {"source of a passphrase", "its first line is longer than " + std::to_string(longestSecret) + " bytes"});
    KEYWARD_TRY(const auto mark, markSize(secret.exposed().first(size), name));
    KEYWARD_TRY(auto text, crypto::SecretBytes::copyOf(secret.exposed().subspan(mark, size - mark)));
    return MarkedSecret{std::move(text), mark != 0};
}

/// The terminal without echo, for as long as this lives.
class QuietTerminal
{
public:
    QuietTerminal() : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0) return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = ::tcsetattr(m_descriptor, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_changed) ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;
    int descriptor() const { return m_descriptor; }
    Result<crypto::SecretBytes> ask(const std::string &question)
    {
        [[maybe_unused]] auto wrote = ::write(m_descriptor, question.data(), question.size());
        auto answer = readLine(m_descriptor, "terminal");
        wrote = ::write(m_descriptor, "\n", 1);
        if (!answer) return std::unexpected(answer.error());
        return std::move(answer->secret);
    }

private:
    int m_descriptor;
    termios m_before{};
    bool m_changed = false;
};

} // namespace

Result<crypto::SecretBytes> withMark(const crypto::SecretBytes &secret)
{
    KEYWARD_TRY(auto out, crypto::SecretBytes::ofSize(utf8Mark.size() + secret.size()));
    std::ranges::copy(secret.exposed(), std::ranges::copy(utf8Mark, out.writable().begin()).out);
    return out;
}

Result<crypto::SecretBytes> readSecret(const SecretSource &source)
{
    return readMarkedSecret(source).transform([](MarkedSecret read) { return std::move(read.secret); });
}

Result<MarkedSecret> readMarkedSecret(const SecretSource &source)
{
    if (source.descriptor) return readLine(*source.descriptor, "file descriptor " + std::to_string(*source.descriptor));
    const int descriptor = ::open(source.file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(Code::Io, source.file, {std::strerror(errno)});
    auto secret = readLine(descriptor, source.file);
    ::close(descriptor);
    return secret;
}

bool terminalThere()
{
    const int descriptor = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (descriptor >= 0) ::close(descriptor);
    return descriptor >= 0;
}

Result<crypto::SecretBytes> promptSecret(const std::string &question, bool twice)
{
    QuietTerminal terminal;
    if (terminal.descriptor() < 0) return fail(Code::StoreLocked, "");
    KEYWARD_TRY(auto first, terminal.ask(question));
    if (!twice) return first;
    KEYWARD_TRY(const auto second, terminal.ask("Again: "));
    if (!first.sameAs(second))
        return fail(Code::ValueInvalid, "", {"passphrase", "the two did not match; nothing was changed"});
    return first;
}

Status writeSecretFile(const std::filesystem::path &file, const crypto::SecretBytes &secret)
{
    return writeNewFile(file, {secret.exposed(), bytesOf("\n")});
}

Status writeSecretTo(int descriptor, const crypto::SecretBytes &secret)
{
    if (descriptor == STDOUT_FILENO) std::fflush(stdout); // what was said before it stands before it
    auto rest = secret.exposed();
    while (!rest.empty()) {
        const auto wrote = ::write(descriptor, rest.data(), rest.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return fail(errno == ENOSPC ? Code::NoSpace : Code::Io, "output", {std::strerror(errno)});
        rest = rest.subspan(static_cast<std::size_t>(wrote));
    }
    return ::write(descriptor, "\n", 1) == 1 ? Status{} : fail(Code::Io, "output", {"it ended"});
}

} // namespace keyward::ctl
