// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/codementions.h"

#include "diff/stop.h"

#include <algorithm>
#include <array>

namespace edgewright::diff {

using namespace std::string_view_literals;

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kLongest = 200; ///< Bytes of a text worth telling.

constexpr std::array kAccessors{"get"sv, "set"sv, "has"sv, "append"sv, "delete"sv};
constexpr std::array kHostWords{"host"sv, "hostname"sv};

/// Header names of one word; those with a hyphen are known by their look.
constexpr std::array kPlainHeaders{
    "accept"sv, "age"sv,     "allow"sv,   "authorization"sv, "cookie"sv,   "date"sv,
    "etag"sv,   "expires"sv, "host"sv,    "link"sv,          "location"sv, "origin"sv,
    "pragma"sv, "range"sv,   "referer"sv, "server"sv,        "te"sv,       "vary"sv,
    "via"sv,    "warning"sv, "upgrade"sv, "connection"sv,    "forwarded"sv};

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return result;
}

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isHeaderName(std::string_view text)
{
    return !text.empty() && text.size() <= 80 && isAlphanumeric(text.front())
           && std::all_of(text.begin(), text.end(),
                          [](char c) { return isAlphanumeric(c) || c == '-' || c == '_'; });
}

template <typename Words>
bool contains(const Words &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool looksLikeHeader(std::string_view text)
{
    return isHeaderName(text)
           && (text.find('-') != npos || contains(kPlainHeaders, std::string_view(lower(text))));
}

class Finder final {
public:
    Finder(std::string_view text, const std::vector<Lexeme> &lexemes, CodeMentions &found)
        : m_text(text)
        , m_lexemes(lexemes)
        , m_found(found)
    {
    }

    [[nodiscard]] bool run(Stop &stop)
    {
        for (std::size_t i = 0; i < m_lexemes.size(); ++i) {
            if (stop.reached(20))
                return false;
            const Lexeme &lexeme = m_lexemes[i];
            if (lexeme.kind == LexemeKind::String || lexeme.kind == LexemeKind::Template)
                readText(i);
            if (isClosing(lexeme) && !m_areHeaders.empty())
                m_areHeaders.pop_back();
            if (lexeme.opening != Opening::None)
                m_areHeaders.push_back(isHeadersObject(i));
            if (!m_areHeaders.empty() && m_areHeaders.back())
                readHeaderKey(i);
        }
        return true;
    }

private:
    [[nodiscard]] std::string_view word(std::size_t i) const
    {
        return i < m_lexemes.size() ? m_lexemes[i].in(m_text) : std::string_view();
    }

    [[nodiscard]] bool isClosing(const Lexeme &lexeme) const
    {
        const char c = m_text[lexeme.begin];
        if (lexeme.kind == LexemeKind::Template)
            return c == '}';
        return lexeme.kind == LexemeKind::Sign && (c == ')' || c == ']' || c == '}');
    }

    /// `headers: {`, `myHeaders = {` and `new Headers({`.
    [[nodiscard]] bool isHeadersObject(std::size_t i) const
    {
        if (m_lexemes[i].opening != Opening::Object || i < 2)
            return false;
        const std::string_view before = word(i - 1);
        return (before == ":"sv || before == "="sv || before == "("sv)
               && lower(stringContent(word(i - 2))).ends_with("headers"sv);
    }

    void readHeaderKey(std::size_t i)
    {
        if (word(i + 1) != ":"sv || i == 0 || (word(i - 1) != "{"sv && word(i - 1) != ","sv))
            return;
        const std::string_view key = stringContent(word(i));
        if (isHeaderName(key))
            m_found.headers.push_back({std::string(key), lower(key), m_lexemes[i].begin});
    }

    void readText(std::size_t i)
    {
        const std::string_view raw = word(i);
        const std::string_view text = stringContent(raw);
        const bool goesOn = raw.ends_with("${"sv);
        if (raw.front() != '}' && !goesOn)
            readHeader(i, text);
        if (raw.front() != '}')
            readPath(i, text, goesOn);
        readHosts(i, text, goesOn);
    }

    void readHeader(std::size_t i, std::string_view text)
    {
        if (i < 3 || word(i - 1) != "("sv || !contains(kAccessors, word(i - 2))
            || (word(i - 3) != "."sv && word(i - 3) != "?."sv))
            return;
        const bool fromHeaders = i >= 4 && lower(word(i - 4)).ends_with("headers"sv);
        if (fromHeaders ? isHeaderName(text) : looksLikeHeader(text))
            m_found.headers.push_back({std::string(text), lower(text), m_lexemes[i].begin});
    }

    void readPath(std::size_t i, std::string_view text, bool goesOn)
    {
        if (text.empty() || text[0] != '/'
            || (text.size() > 1 && (text[1] == '/' || text[1] == '*')))
            return;
        const auto isOdd = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f; };
        if (text.size() > kLongest || std::any_of(text.begin(), text.end(), isOdd))
            return;
        const std::string path = std::string(text) + (goesOn ? "…" : "");
        m_found.paths.push_back({path, path, m_lexemes[i].begin});
    }

    void readHosts(std::size_t i, std::string_view text, bool goesOn)
    {
        for (std::size_t at = text.find("://"sv); at != npos; at = text.find("://"sv, at + 3)) {
            const std::string scheme = lower(text.substr(at < 5 ? 0 : at - 5, at < 5 ? at : 5));
            if (scheme.ends_with("http"sv) || scheme.ends_with("https"sv)
                || scheme.ends_with("ws"sv) || scheme.ends_with("wss"sv))
                addHost(i, text.substr(at + 3, kLongest), goesOn);
        }
        const bool isAlone =
            text.find_first_not_of(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:"sv)
            == npos;
        const std::string_view sign = i >= 2 ? word(i - 1) : std::string_view();
        const bool isGiven = sign == "="sv || sign == "=="sv || sign == "==="sv || sign == "!="sv
                             || sign == "!=="sv || sign == ":"sv;
        if (isAlone && !goesOn && isGiven && contains(kHostWords, word(i - 2))
            && text.find('.') != npos)
            addHost(i, text, false);
    }

    void addHost(std::size_t i, std::string_view rest, bool goesOn)
    {
        const std::size_t end = rest.find_first_of("/?#\\\"'`<>(){}|^ \t\r\n,;"sv);
        // The rest of a host that is put together at run time is not known.
        if (end == npos && (goesOn || rest.size() == kLongest))
            return;
        std::string_view host = rest.substr(0, end);
        // What stands before an @ is a name and a password.
        if (const std::size_t sign = host.rfind('@'); sign != npos)
            host.remove_prefix(sign + 1);
        while (!host.empty() && (host.back() == '.' || host.back() == ':'))
            host.remove_suffix(1);
        if (!host.empty()
            && (isAlphanumeric(host[0]) || host[0] == '['
                || static_cast<unsigned char>(host[0]) >= 0x80))
            m_found.hosts.push_back({lower(host), lower(host), m_lexemes[i].begin});
    }

    std::string_view m_text;
    const std::vector<Lexeme> &m_lexemes;
    CodeMentions &m_found;
    std::vector<bool> m_areHeaders; ///< By open bracket.
};

} // namespace

CodeMentions findMentions(std::string_view text, const std::vector<Lexeme> &lexemes,
                          const Limits &limits)
{
    CodeMentions found;
    Stop stop(limits);
    found.complete = Finder(text, lexemes, found).run(stop);
    return found;
}

} // namespace edgewright::diff
