// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/json_line.h"
#include "backend/siem/position.h"

#include <cstdlib>

namespace {

using namespace keyward;
using namespace keyward::siem;

void expect(bool so)
{
    if (!so) std::abort();
}

/// What is read of a kept position is written and read as the same.
void readPosition(ByteView kept)
{
    const auto read = positionIn(kept);
    if (!read) return;
    const auto pause = pauseAfter(read->failures);
    expect(pause >= Millis(0) && pause <= std::chrono::minutes(15));
    const auto written = encodePosition(*read);
    const auto again = positionIn(written);
    expect(again && encodePosition(*again) == written);
}

Position sample()
{
    return {.start = 3,
            .number = 70'000,
            .hash = {1, 2, 3},
            .delivered = {},
            .failures = 4,
            .tried = {},
            .code = "SiemUnreachable",
            .about = "siem.example.org:6514",
            .arguments = {"connection refused", ""}};
}

/// Whatever stands in an entry, its line is one, and says whose it is and which.
void writeLine(std::string_view text)
{
    const auto half = text.size() / 2;
    Outgoing what;
    what.entry.sequence = text.size() + 1;
    what.entry.principal = text.substr(0, half);
    what.entry.subject = text.substr(half);
    what.entry.reason = text;
    what.entry.operation = "key.rotate";
    what.hash = crypto::Digest{static_cast<std::uint8_t>(text.size())};
    const Source source{.store = "0a1b2c3d", .host = std::string(text.substr(0, std::min<std::size_t>(half, 60)))};
    const auto line = jsonLine(what, source);
    expect(line.starts_with(lineBegin));
    expect(line.find('\n') == line.size() - 1);
    const auto mark = markOf(std::string_view(line).substr(0, line.size() - 1));
    expect(mark && mark->store == source.store && mark->number == what.entry.sequence);
    expect(mark->hash == toHex(*what.hash));
}

} // namespace

/// What is read back of the log's way to receivers: a position that was kept, and the last line of a file. Both stand
/// outside the keystore, where others may write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) return 0;
    const ByteView rest(data + 1, size - 1);
    const std::string_view text(reinterpret_cast<const char *>(rest.data()), rest.size());
    switch (data[0] % 4) {
    case 0: readPosition(rest); break;
    case 1: {
        static const auto whole = encodePosition(sample());
        auto input = whole;
        for (std::size_t i = 0; i + 1 < rest.size(); i += 2) { // an edit each: where, and what
            const std::size_t at = rest[i] % (input.size() + 1);
            if (at < input.size())
                input[at] = rest[i + 1];
            else
                input.push_back(rest[i + 1]);
        }
        readPosition(input);
        break;
    }
    case 2: (void)markOf(std::string(lineBegin) + std::string(text)); break;
    default: writeLine(text);
    }
    return 0;
}
