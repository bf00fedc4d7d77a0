// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/javascripttokenizer.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace edgewright::javascript {

/// One pass over a text; the inside of tokenize(). What it remembers besides the state (the last
/// token, open parentheses) is forgotten at each line end, so that starting at any line gives the
/// same tokens as starting at the first.
class Scanner final {
public:
    Scanner(std::string_view text, LineState &state);

    [[nodiscard]] std::vector<Token> run();

private:
    struct Previous {
        TokenKind kind = TokenKind::Space; ///< Space: none on this line.
        std::string_view text;
    };

    [[nodiscard]] char peek(std::size_t ahead = 0) const { return charAt(m_at + ahead); }
    [[nodiscard]] char charAt(std::size_t at) const
    {
        return at < m_text.size() ? m_text[at] : '\0';
    }
    void emitTo(TokenKind kind, std::size_t end);
    /// Emits and remembers; comments and blanks do not pass here.
    void emitCode(TokenKind kind, std::size_t end, bool regexAfter);
    void forgetLine(std::size_t lineBegin);

    // javascriptscanner.cpp: what the characters say.
    void step();
    void code(char c);
    void spaces();
    void lineComment();
    void blockComment(std::size_t from);
    void templateText(std::size_t from);
    void stringText(char quote, std::size_t from);
    void slash();
    [[nodiscard]] std::size_t regexEnd() const;
    void number();
    [[nodiscard]] std::size_t numberEnd() const;
    void wideCharacter();
    void privateName();
    void punctuation(char c);
    void openingBracket(char c);
    void closingBracket(char c);

    // javascriptnames.cpp: what names mean where they stand.
    void word();
    [[nodiscard]] TokenKind kindOfWord(std::string_view word, std::size_t end) const;
    [[nodiscard]] TokenKind kindOfName(bool isEdgeApi, std::size_t end) const;
    [[nodiscard]] bool isKeywordHere(std::string_view word, std::size_t end) const;
    [[nodiscard]] bool isAsyncKeyword(std::size_t end) const;
    [[nodiscard]] bool isKey(std::size_t end) const;
    [[nodiscard]] bool isFunction(std::size_t end) const;
    [[nodiscard]] bool startsFunctionValue(std::size_t at) const;
    [[nodiscard]] bool previousIsValue() const;
    [[nodiscard]] bool previousOpensMember() const;
    [[nodiscard]] bool startsWord(std::size_t at) const;
    [[nodiscard]] std::size_t wordEnd(std::size_t at) const;
    [[nodiscard]] std::size_t skipBlanks(std::size_t at) const;

    std::string_view m_text;
    LineState &m_state;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::size_t m_lineBegin = 0;
    Previous m_previous;
    std::vector<bool> m_parentheses; ///< For each '(' of this line: a statement follows its ')'.
    bool m_regexFailed = false;      ///< Keeps a line of lone slashes linear.
};

} // namespace edgewright::javascript
