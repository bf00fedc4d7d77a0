// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace edgewright::diff {

enum class LexemeKind : std::uint8_t {
    Word, ///< Names, keywords, #private names.
    Number,
    String,   ///< To the line's end when it is not closed.
    Template, ///< One text part, with the back-quote, "${" and "}" around it.
    Regex,
    LineComment,
    BlockComment,
    Sign, ///< Operators and brackets.
};

/// What an opening bracket opens.
enum class Opening : std::uint8_t {
    None,     ///< Not a bracket.
    Group,    ///< ( or [ in an expression.
    Head,     ///< The ( of if, for, while, with, switch, catch.
    Params,   ///< The ( of a function or method that says so before it.
    Block,    ///< { of statements.
    Function, ///< { of a function's body.
    Class,
    Object,   ///< { of a value, and of import and export lists.
    Template, ///< ${
};

/// A piece of JavaScript that means something; blanks lie between.
struct Lexeme {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    LexemeKind kind = LexemeKind::Sign;
    Opening opening = Opening::None;
    bool lineBefore = false;  ///< A line ends between this and the lexeme of code before.
    bool breakCounts = false; ///< And without that end the code could mean something else.

    [[nodiscard]] bool isComment() const
    {
        return kind == LexemeKind::LineComment || kind == LexemeKind::BlockComment;
    }
    [[nodiscard]] std::string_view in(std::string_view text) const
    {
        return text.substr(begin, end - begin);
    }
};

/// Reads JavaScript from beginning to end in linear time. Knows just enough of the grammar to tell
/// a regular expression from a division and a line break that ends a statement from one that does
/// not; in doubt the break counts. Never fails: what makes no sense becomes a sign.
class CodeLexer final {
public:
    explicit CodeLexer(std::string_view text);

    /// False at the end of the text.
    [[nodiscard]] bool next(Lexeme &lexeme);

private:
    /// An open bracket.
    struct Frame {
        Opening opening = Opening::Group;
        bool isValue = false;      ///< What it closes is an expression.
        std::uint32_t choices = 0; ///< '?' that wait for their ':'.
    };

    [[nodiscard]] char at(std::size_t position) const
    {
        return position < m_text.size() ? m_text[position] : '\0';
    }
    void skipBlanks();
    void readComment(Lexeme &lexeme);
    void read(Lexeme &lexeme);
    void readWord(Lexeme &lexeme);
    void readNumber(Lexeme &lexeme);
    void readString(Lexeme &lexeme, char quote);
    void readTemplate(Lexeme &lexeme);
    [[nodiscard]] bool readRegex(Lexeme &lexeme);
    void readSign(Lexeme &lexeme);
    void open(Lexeme &lexeme, char bracket);
    void close(Lexeme &lexeme, char bracket);
    [[nodiscard]] Opening parenthesis() const;
    [[nodiscard]] Frame brace();
    void noteWord(std::string_view word);
    [[nodiscard]] bool isCutOff() const;
    [[nodiscard]] bool countsBreak(const Lexeme &lexeme) const;
    [[nodiscard]] Opening top() const { return m_open.back().opening; }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_noRegexBefore = 0; ///< No '/' before this byte closes a regular expression.
    std::vector<Frame> m_open;       ///< The first is the text itself.
    std::string_view m_previous;     ///< Lexemes of code before, the last first.
    std::string_view m_beforePrevious;
    bool m_lineBefore = false;
    bool m_endsValue = false;         ///< An expression could end with the previous lexeme.
    bool m_isProperty = false;        ///< The previous lexeme is a name after a dot.
    Opening m_closed = Opening::None; ///< What the previous lexeme closes.
    bool m_closedValue = false;       ///< And the function or class it belongs to is an expression.
    bool m_isChoice = false;          ///< The previous lexeme is the ':' of a '?'.
    bool m_previousStartsLine = false;
    bool m_awaitsParams = false;    ///< After `function`.
    bool m_isFunctionValue = false; ///< The last `function` stands in an expression.
    std::size_t m_classDepth = 0;   ///< Open brackets at the last `class` plus one; 0: none waits.
    bool m_isClassValue = false;
};

} // namespace edgewright::diff
