// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/suspicious.h"

#include "text/invisibles.h"
#include "text/javascripttokenizer.h"
#include "text/javascriptwords.h"

#include <QChar>

#include <algorithm>
#include <string_view>

namespace edgewright {

namespace {

using javascript::CodePoint;
using javascript::Token;
using javascript::TokenKind;

bool isProse(TokenKind kind)
{
    return kind == TokenKind::LineComment || kind == TokenKind::BlockComment
           || kind == TokenKind::String || kind == TokenKind::Template
           || kind == TokenKind::RegularExpression;
}

bool isName(TokenKind kind)
{
    return kind == TokenKind::Identifier || kind == TokenKind::FunctionName
           || kind == TokenKind::Property || kind == TokenKind::PrivateName;
}

bool isPictograph(char32_t value)
{
    return QChar::category(value) == QChar::Symbol_Other
           || QChar::category(value) == QChar::Symbol_Modifier || value == 0x20E3;
}

/// Emoji, keycaps and signs that exist in a coloured form.
bool takesSelector(char32_t value)
{
    const bool keycap = (value >= U'0' && value <= U'9') || value == U'#' || value == U'*';
    return keycap || isPictograph(value)
           || (value >= 0x80 && (QChar::isSymbol(value) || QChar::isPunct(value)));
}

/// Scripts whose ordinary spelling needs joiners and non-joiners.
bool usesJoiners(char32_t value)
{
    const QChar::Script script = QChar::script(value);
    return script == QChar::Script_Arabic || script == QChar::Script_Syriac
           || script == QChar::Script_Mongolian
           || (script >= QChar::Script_Devanagari && script <= QChar::Script_Sinhala)
           || script == QChar::Script_Khmer || script == QChar::Script_Myanmar;
}

/// What Latin readers take for a Latin letter or a sign of the language.
bool looksLatin(char32_t value)
{
    static constexpr std::u32string_view kLookAlikes =
        U"АВЕЅІЈКМНОРСТУХЗаеорсухѕіјһԁԛԝѵүҮ" // Cyrillic
        U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιαγυκρϳϲ"          // Greek
        U"օսհոԼՕՍ"                           // Armenian
        U"ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ"                 // Cherokee
        U"ⲞⲢⲤⲦⲬⲟⲣⲥ"                          // Coptic
        U"ıɑɡɩʋǃǀǁꞁꓐꓑꓓꓔꓗꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ";
    const bool wideForm =
        (value >= 0xFF21 && value <= 0xFF3A) || (value >= 0xFF41 && value <= 0xFF5A);
    const bool mathematical = value >= 0x1D400 && value <= 0x1D7FF;
    return wideForm || mathematical || kLookAlikes.find(value) != std::u32string_view::npos;
}

bool isLatin(char32_t value)
{
    return value < 0x80 ? javascript::isIdentifierStart(value)
                        : QChar::script(value) == QChar::Script_Latin;
}

bool mixesWithLatin(char32_t value)
{
    switch (QChar::script(value)) {
    case QChar::Script_Cyrillic:
    case QChar::Script_Greek:
    case QChar::Script_Armenian:
    case QChar::Script_Cherokee:
    case QChar::Script_Coptic:
    case QChar::Script_Lisu:
        return true;
    default:
        return looksLatin(value);
    }
}

class Search final {
public:
    Search(const QByteArray &utf8, qsizetype limit)
        : m_text(utf8.constData(), static_cast<std::size_t>(utf8.size()))
        , m_limit(limit)
    {
    }

    QList<SuspiciousCharacter> run()
    {
        javascript::LineState state;
        const std::vector<Token> tokens = javascript::tokenize(m_text, state);
        for (const Token &token : tokens) {
            if (m_found.size() >= m_limit)
                break;
            lookAt(token);
        }
        return std::move(m_found);
    }

private:
    void add(SuspiciousKind kind, std::size_t offset, char32_t value)
    {
        if (m_found.size() < m_limit)
            m_found.append({kind, static_cast<qsizetype>(offset), value});
    }

    void lookAt(const Token &token);
    void lookAtInvisible(const Token &token, std::size_t offset, char32_t value);
    void lookAtName(const Token &token);
    [[nodiscard]] bool isSpelling(std::size_t offset, char32_t value) const;

    std::string_view m_text;
    qsizetype m_limit;
    QList<SuspiciousCharacter> m_found;
    char32_t m_before = 0; ///< The visible character before the one looked at.
    bool m_afterInvisible = false;
};

void Search::lookAt(const Token &token)
{
    bool wide = false;
    for (std::size_t at = token.begin; at < token.end;) {
        if (static_cast<unsigned char>(m_text[at]) < 0x80) {
            m_before = static_cast<unsigned char>(m_text[at]);
            m_afterInvisible = false;
            ++at;
            continue;
        }
        const CodePoint point = javascript::decode(m_text, at);
        wide = true;
        lookAtInvisible(token, at, point.value);
        at += std::max<std::size_t>(point.length, 1);
    }
    if (wide && isName(token.kind))
        lookAtName(token);
}

void Search::lookAtInvisible(const Token &token, std::size_t offset, char32_t value)
{
    const Invisible *known = findInvisible(value);
    if (!known) {
        m_before = value;
        m_afterInvisible = false;
        // U+037E is drawn exactly like a semicolon.
        if (value == 0x037E && !isProse(token.kind))
            add(SuspiciousKind::LookAlike, offset, value);
        return;
    }
    const bool markAtStart = value == 0xFEFF && offset == 0;
    const bool ordinary = isProse(token.kind) && isSpelling(offset, value);
    m_afterInvisible = true;
    if (!markAtStart && !ordinary)
        add(known->kind, offset, value);
}

/// True where prose needs the character: emoji, Arabic and Indic words, the blank of Chinese text.
bool Search::isSpelling(std::size_t offset, char32_t value) const
{
    if (value == 0x3000)
        return true;
    if (value == 0xFE0F || value == 0xFE0E)
        return !m_afterInvisible && takesSelector(m_before);
    if (value != 0x200D && value != 0x200C)
        return false;
    const char32_t after = javascript::decode(m_text, offset + 3).value;
    return (isPictograph(m_before) && isPictograph(after)) || usesJoiners(m_before);
}

void Search::lookAtName(const Token &token)
{
    bool latin = false;
    bool allLookLatin = true;
    for (std::size_t at = token.begin; at < token.end;) {
        const CodePoint point = javascript::decode(m_text, at);
        const bool letter = javascript::isIdentifierStart(point.value);
        latin = latin || (letter && isLatin(point.value) && !looksLatin(point.value));
        allLookLatin = allLookLatin && (!letter || looksLatin(point.value));
        at += std::max<std::size_t>(point.length, 1);
    }
    if (!latin && !allLookLatin)
        return;
    for (std::size_t at = token.begin; at < token.end;) {
        const CodePoint point = javascript::decode(m_text, at);
        if (point.value >= 0x80 && mixesWithLatin(point.value))
            add(SuspiciousKind::LookAlike, at, point.value);
        at += std::max<std::size_t>(point.length, 1);
    }
}

} // namespace

QList<SuspiciousCharacter> findSuspicious(const QByteArray &utf8, qsizetype limit)
{
    const auto isWide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::none_of(utf8.begin(), utf8.end(), isWide))
        return {};
    QList<SuspiciousCharacter> found = Search(utf8, limit).run();
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &one, const auto &other) { return one.offset < other.offset; });
    return found;
}

QString displayName(char32_t codePoint)
{
    const QString number =
        QStringLiteral("U+%1").arg(QString::number(static_cast<uint>(codePoint), 16)
                                       .toUpper()
                                       .rightJustified(4, QLatin1Char('0')));
    if (const Invisible *known = findInvisible(codePoint))
        return number % QLatin1Char(' ') % QLatin1StringView(known->name);
    if (codePoint == 0x037E)
        return number % QStringLiteral(" GREEK QUESTION MARK");
    if (const char *script = scriptName(codePoint))
        return number % QLatin1Char(' ') % QLatin1StringView(script) % QStringLiteral(" LETTER");
    return number;
}

const QList<std::pair<char32_t, QByteArray>> &visibleRepresentations()
{
    static const QList<std::pair<char32_t, QByteArray>> all = [] {
        QList<std::pair<char32_t, QByteArray>> list;
        for (const Invisible &entry : invisibles()) {
            for (char32_t value = entry.first; value <= entry.last && entry.label; ++value)
                list.append({value, QByteArray(entry.label)});
        }
        return list;
    }();
    return all;
}

} // namespace edgewright
