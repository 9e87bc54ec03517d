// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/bot_service/endpoint_client.h"

#include <csignal>
#include <curl/curl.h>
#include <memory>
#include <mutex>
#include <regex>

namespace keyward::protection {
namespace {

constexpr long connectSeconds = 10;
constexpr long answerSeconds = 30;
constexpr std::size_t longestAnswer = std::size_t(1) << 20U;
constexpr std::size_t longestUrl = 2048;

struct EndHandle {
    void operator()(CURL *handle) const { ::curl_easy_cleanup(handle); }
};
struct EndHeaders {
    void operator()(curl_slist *list) const { ::curl_slist_free_all(list); }
};
struct EndUrl {
    void operator()(CURLU *url) const { ::curl_url_cleanup(url); }
};
struct EndText {
    void operator()(char *text) const { ::curl_free(text); }
};
using Headers = std::unique_ptr<curl_slist, EndHeaders>;

void prepareLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { ::curl_global_init(CURL_GLOBAL_DEFAULT); });
}

/// A peer that hangs up ends no program: for as long as it lives the thread gets no SIGPIPE, and none that came
/// meanwhile is left for it.
class NoBrokenPipe
{
public:
    NoBrokenPipe()
    {
        ::sigemptyset(&m_pipe);
        ::sigaddset(&m_pipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~NoBrokenPipe()
    {
        if (!::sigismember(&m_before, SIGPIPE)) {
            const timespec now{.tv_sec = 0, .tv_nsec = 0};
            while (::sigtimedwait(&m_pipe, nullptr, &now) == SIGPIPE) {}
        }
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    NoBrokenPipe(const NoBrokenPipe &) = delete;
    NoBrokenPipe &operator=(const NoBrokenPipe &) = delete;

private:
    sigset_t m_pipe{};
    sigset_t m_before{};
};

/// What is shared with libcurl's callbacks for one request.
struct Exchange {
    const std::function<bool()> &goOn;
    std::string answer;
    bool tooLong = false;
};

std::size_t onData(char *data, std::size_t, std::size_t size, void *with)
{
    auto &exchange = *static_cast<Exchange *>(with);
    if (exchange.answer.size() + size > longestAnswer) {
        exchange.tooLong = true;
        return 0;
    }
    exchange.answer.append(data, size);
    return size;
}

int onProgress(void *with, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto &goOn = static_cast<Exchange *>(with)->goOn;
    return goOn && !goOn() ? 1 : 0;
}

Headers headersOf(const EndpointRequest &request)
{
    Headers out;
    const auto add = [&](const std::string &line) {
        if (auto *longer = ::curl_slist_append(out.get(), line.c_str())) {
            (void)out.release();
            out.reset(longer);
        }
    };
    add("Content-Type: application/json; charset=utf-8");
    add("Accept: application/json");
    add("Expect:"); // a body this short is not asked about first
    if (!request.authorization.empty()) add("Authorization: " + request.authorization);
    return out;
}

/// All that keeps a message from going elsewhere, or in the clear. False where the library cannot do one of them.
bool restrain(CURL *handle, const engine::BotEndpoint &endpoint)
{
    const auto set = [&](CURLoption option, auto value) {
        return ::curl_easy_setopt(handle, option, value) == CURLE_OK;
    };
    bool whole = set(CURLOPT_PROTOCOLS_STR, "https") && set(CURLOPT_FOLLOWLOCATION, 0L) &&
                 set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)) &&
                 set(CURLOPT_SSL_VERIFYPEER, 1L) && set(CURLOPT_SSL_VERIFYHOST, 2L) && set(CURLOPT_PROXY, "") &&
                 set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED)) && set(CURLOPT_NOSIGNAL, 1L) &&
                 set(CURLOPT_CONNECTTIMEOUT, connectSeconds) && set(CURLOPT_TIMEOUT, answerSeconds);
    if (whole && !endpoint.authorities.empty()) {
        curl_blob trusted{.data = const_cast<char *>(endpoint.authorities.data()),
                          .len = endpoint.authorities.size(),
                          .flags = CURL_BLOB_COPY};
        whole = set(CURLOPT_CAINFO_BLOB, &trusted) && set(CURLOPT_CAPATH, nullptr);
    }
    return whole;
}

std::string wordsFor(CURLcode outcome, const Exchange &exchange, const char *details)
{
    if (exchange.tooLong) return "its answer is longer than a mebibyte";
    if (outcome == CURLE_ABORTED_BY_CALLBACK) return "cancelled";
    // Without how long it took, which is another reason each time to whoever notes it.
    static const std::regex time(" after [0-9]+ (ms|milliseconds)");
    auto out = details[0] != '\0' ? std::regex_replace(details, time, "") : std::string(::curl_easy_strerror(outcome));
    while (!out.empty() && (out.back() == '.' || out.back() == '\n')) out.pop_back();
    return out;
}

} // namespace

Status checkEndpointUrl(const std::string &url)
{
    const auto refused = [&](const char *rule) { return fail(Code::ValueInvalid, url, {"endpoint", rule}); };
    constexpr const char *form = "it is an address like https://HOST:PORT/api/messages";
    if (url.empty() || url.size() > longestUrl) return refused(form);
    prepareLibrary();
    const std::unique_ptr<CURLU, EndUrl> parsed(::curl_url());
    if (!parsed || ::curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
        return refused(form);
    const auto part = [&](CURLUPart which) {
        char *text = nullptr;
        ::curl_url_get(parsed.get(), which, &text, 0);
        const std::unique_ptr<char, EndText> owned(text);
        return owned ? std::string(owned.get()) : std::string();
    };
    if (part(CURLUPART_SCHEME) != "https") return refused("messages leave over TLS only: it begins with https://");
    if (!part(CURLUPART_FRAGMENT).empty()) return refused("it has no fragment");
    return {};
}

EndpointAnswer post(const engine::BotEndpoint &endpoint, const EndpointRequest &request,
                    const std::function<bool()> &goOn)
{
    prepareLibrary();
    const NoBrokenPipe quiet; // also while the handle ends its connection
    const std::unique_ptr<CURL, EndHandle> handle(::curl_easy_init());
    if (!handle || !restrain(handle.get(), endpoint)) return std::unexpected("TLS cannot be set up");
    Exchange exchange{.goOn = goOn, .answer = {}};
    const auto headers = headersOf(request);
    char details[CURL_ERROR_SIZE] = {};
    const auto set = [&](CURLoption option, auto value) { ::curl_easy_setopt(handle.get(), option, value); };
    set(CURLOPT_URL, endpoint.url.c_str());
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.c_str());
    set(CURLOPT_WRITEFUNCTION, &onData);
    set(CURLOPT_WRITEDATA, &exchange);
    set(CURLOPT_XFERINFOFUNCTION, &onProgress);
    set(CURLOPT_XFERINFODATA, &exchange);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_ERRORBUFFER, details);
    const auto outcome = ::curl_easy_perform(handle.get());
    if (outcome != CURLE_OK) return std::unexpected(wordsFor(outcome, exchange, details));
    long status = 0;
    ::curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status > 299) return std::unexpected("it answered with HTTP status " + std::to_string(status));
    return std::move(exchange.answer);
}

} // namespace keyward::protection
