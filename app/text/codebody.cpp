// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/codebody.h"

#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace edgewright {

using namespace std::string_view_literals;

namespace {

class CodeBody final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::CodeBody)
};

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kHead = 64 * 1024; ///< Enough of a document to know it by.

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n\f\v"sv);
    return begin == npos ? ""sv : text.substr(begin);
}

std::string_view withoutMark(std::string_view text)
{
    return text.starts_with("\xEF\xBB\xBF"sv) ? text.substr(3) : text;
}

/// JavaScript may begin with <!-- too, so comments alone decide nothing.
std::string_view withoutMarkupComments(std::string_view text)
{
    text = trimmed(text);
    while (text.starts_with("<!--"sv)) {
        const std::size_t end = text.find("-->"sv);
        text = end == npos ? ""sv : trimmed(text.substr(end + 3));
    }
    return text;
}

bool isMarkup(std::string_view text)
{
    text = withoutMarkupComments(text);
    if (text.size() < 2 || text[0] != '<')
        return false;
    const char c = lower(text[1]);
    return c == '!' || c == '?' || c == '/' || (c >= 'a' && c <= 'z');
}

/// The text of the first element \p name, in any letter case; empty when there is none.
QString elementText(std::string_view text, std::string_view name)
{
    const auto same = [](char one, char other) { return lower(one) == lower(other); };
    const auto *const found = std::search(text.begin(), text.end(), name.begin(), name.end(), same);
    if (found == text.end())
        return {};
    text.remove_prefix(static_cast<std::size_t>(found - text.begin()) + name.size());
    const std::size_t open = text.find('>');
    if (open == npos)
        return {};
    text = text.substr(open + 1, 200);
    text = text.substr(0, text.find('<'));
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
}

BodyVerdict judgeMarkup(std::string_view head)
{
    const bool error = head.find("<Error>"sv) != npos && head.find("<Code>"sv) != npos;
    if (!error)
        return {.kind = BodyKind::MarkupPage,
                .reason = CodeBody::tr("The service returned a web page instead of code."),
                .detail = elementText(head, "<title"sv)};
    return {.kind = BodyKind::ObjectStoreError,
            .reason = CodeBody::tr("The service returned an error document instead of code: the "
                                   "stored file of this version is missing or cannot be read."),
            .detail = elementText(head, "<Code"sv)};
}

BodyVerdict judgeEncoding(std::string_view bytes)
{
    const Utf8Check check = checkUtf8(bytes);
    if (check.cut)
        return {.kind = BodyKind::Cut,
                .reason = CodeBody::tr("The code ends in the middle of a character; the rest of it "
                                       "is missing."),
                .detail = QStringLiteral("incomplete character at byte %1").arg(check.validUpTo)};
    const std::size_t zero = bytes.find('\0');
    if (check.isValid() && zero == npos)
        return {.kind = BodyKind::Code, .reason = {}, .detail = {}};
    const std::size_t offset = check.isValid() ? zero : std::min(zero, check.validUpTo);
    return {.kind = BodyKind::NotUtf8,
            .reason = CodeBody::tr("This is not UTF-8 text."),
            .detail = QStringLiteral("byte 0x%1 at offset %2")
                          .arg(static_cast<unsigned char>(bytes[offset]), 2, 16, QLatin1Char('0'))
                          .arg(offset)};
}

} // namespace

BodyVerdict judgeBody(const QByteArray &bytes)
{
    const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const std::string_view text = withoutMark(all);
    if (trimmed(text).empty())
        return {.kind = BodyKind::Empty,
                .reason = CodeBody::tr("The service returned no code at all."),
                .detail = QStringLiteral("%1 bytes").arg(bytes.size())};
    if (all.starts_with("PK\x03\x04"sv) || all.starts_with("PK\x05\x06"sv)
        || all.starts_with("PK\x07\x08"sv))
        return {.kind = BodyKind::Zip,
                .reason = CodeBody::tr("This version is a package of code and assets, not a single "
                                       "script."),
                .detail = QStringLiteral("zip")};
    const std::string_view head = text.substr(0, kHead);
    return isMarkup(head) ? judgeMarkup(head) : judgeEncoding(all);
}

} // namespace edgewright
