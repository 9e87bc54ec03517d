// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// fuzz_NAME RUNS [CORPUS…]: what libFuzzer does, without its guidance: each run takes a file of the corpus (or
// nothing), mutates it with a generator of fixed seed, and calls the target.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;
constexpr std::size_t longest = 8192;

std::vector<Input> corpusOf(int count, char **folders)
{
    std::vector<Input> out{{}};
    for (int i = 0; i < count; ++i) {
        if (!std::filesystem::is_directory(folders[i])) continue;
        for (const auto &entry : std::filesystem::directory_iterator(folders[i])) {
            std::ifstream in(entry.path(), std::ios::binary);
            Input bytes(std::istreambuf_iterator<char>(in), {});
            bytes.resize(std::min(bytes.size(), longest));
            out.push_back(std::move(bytes));
        }
    }
    return out;
}

class Mutator
{
public:
    explicit Mutator(const std::vector<Input> &corpus) : m_corpus(corpus) {}
    Input next()
    {
        Input out = m_corpus[below(m_corpus.size())];
        for (auto changes = below(6); changes > 0; --changes) change(out);
        if (out.size() > longest) out.resize(longest);
        return out;
    }

private:
    std::size_t below(std::size_t limit) { return limit ? m_random() % limit : 0; }
    std::uint8_t byte() { return static_cast<std::uint8_t>(m_random()); }
    void change(Input &bytes)
    {
        const auto at = static_cast<std::ptrdiff_t>(below(bytes.size() + 1));
        const bool inside = static_cast<std::size_t>(at) < bytes.size();
        switch (below(6)) {
        case 0:
            if (inside) bytes[static_cast<std::size_t>(at)] ^= static_cast<std::uint8_t>(1u << below(8));
            break;
        case 1:
            if (inside) bytes[static_cast<std::size_t>(at)] = byte();
            break;
        case 2: bytes.insert(bytes.begin() + at, 1 + below(4), byte()); break;
        case 3:
            bytes.erase(bytes.begin() + at,
                        bytes.begin() + at +
                            static_cast<std::ptrdiff_t>(below(bytes.size() - static_cast<std::size_t>(at) + 1)));
            break;
        case 4: { // something of another file
            const auto &other = m_corpus[below(m_corpus.size())];
            const auto from = static_cast<std::ptrdiff_t>(below(other.size() + 1));
            const auto length = static_cast<std::ptrdiff_t>(
                below(std::min<std::size_t>(64, other.size() - static_cast<std::size_t>(from)) + 1));
            bytes.insert(bytes.begin() + at, other.begin() + from, other.begin() + from + length);
            break;
        }
        default: { // numbers that are trouble
            static constexpr std::uint8_t extremes[] = {0, 0x7f, 0x80, 0xff, '0', '-', '/', '"', '{', '='};
            if (inside) bytes[static_cast<std::size_t>(at)] = extremes[below(std::size(extremes))];
        }
        }
    }
    const std::vector<Input> &m_corpus;
    std::mt19937_64 m_random{20261124};
};

} // namespace

int main(int argc, char **argv)
{
    const long runs = argc > 1 ? std::atol(argv[1]) : 1000;
    const auto corpus = corpusOf(argc - 2, argv + 2);
    for (const auto &one : corpus) LLVMFuzzerTestOneInput(one.data(), one.size());
    Mutator mutator(corpus);
    for (long i = 0; i < runs; ++i) {
        const auto input = mutator.next();
        LLVMFuzzerTestOneInput(input.data(), input.size());
    }
    std::printf("%ld runs on %zu files\n", runs, corpus.size());
}
