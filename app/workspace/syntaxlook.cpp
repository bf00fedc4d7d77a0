// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/syntaxlook.h"

#include "diff/codelexer.h"

#include <QCoreApplication>

#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

using diff::Lexeme;
using diff::LexemeKind;

class Reader final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::SyntaxLook)

public:
    explicit Reader(const QByteArray &code)
        : m_code(code)
        , m_text(code.constData(), static_cast<std::size_t>(code.size()))
    {
    }

    [[nodiscard]] SyntaxLook look();

private:
    struct Open {
        char closing = '\0'; ///< '`': the ${ of a template.
        std::size_t at = 0;
    };

    void read(const Lexeme &lexeme);
    void readTemplate(const Lexeme &lexeme, std::string_view part);
    void readSign(const Lexeme &lexeme, std::string_view sign);
    void noteWord(std::string_view word);
    void close(char closing, std::size_t at);
    void fail(std::size_t at, const QString &problem);
    [[nodiscard]] bool isFailed() const { return !m_look.problem.isEmpty(); }

    const QByteArray &m_code;
    std::string_view m_text;
    SyntaxLook m_look;
    std::vector<Open> m_open;
    std::string_view m_previous; ///< Lexeme of code.
    std::string_view m_before;   ///< The one before that.
    bool m_listens = false;      ///< addEventListener( was read.
};

QString quoted(char bracket)
{
    return u"“%1”"_s.arg(QLatin1Char(bracket));
}

SyntaxLook Reader::look()
{
    diff::CodeLexer lexer(m_text);
    Lexeme lexeme;
    while (!isFailed() && lexer.next(lexeme)) {
        read(lexeme);
        if (lexeme.isComment())
            continue;
        m_before = m_previous;
        m_previous = lexeme.in(m_text);
    }
    if (!isFailed() && !m_open.empty()) {
        const Open &last = m_open.back();
        if (last.closing == '`')
            fail(last.at, tr("“${” is not closed"));
        else
            //: %1 is a bracket in quotes
            fail(last.at, tr("%1 is not closed").arg(quoted(m_text[last.at])));
    }
    return m_look;
}

void Reader::read(const Lexeme &lexeme)
{
    const std::string_view part = lexeme.in(m_text);
    switch (lexeme.kind) {
    case LexemeKind::String:
        if (part.size() < 2 || part.back() != part.front())
            fail(lexeme.begin, tr("a string is not closed"));
        else if (m_listens && part.substr(1, part.size() - 2) == "fetch")
            m_look.hasEntry = true;
        break;
    case LexemeKind::BlockComment:
        if (part.size() < 4 || !part.ends_with("*/"))
            fail(lexeme.begin, tr("a comment is not closed"));
        break;
    case LexemeKind::Template:
        readTemplate(lexeme, part);
        break;
    case LexemeKind::Sign:
        readSign(lexeme, part);
        break;
    case LexemeKind::Word:
        noteWord(part);
        break;
    case LexemeKind::Number:
    case LexemeKind::Regex:
    case LexemeKind::LineComment:
        break;
    }
    m_listens = part == "(" && m_previous == "addEventListener";
}

void Reader::noteWord(std::string_view word)
{
    const bool exportsDefault = word == "default" && (m_previous == "export" || m_previous == "as");
    if (exportsDefault)
        m_look.hasEntry = true;
}

void Reader::readTemplate(const Lexeme &lexeme, std::string_view part)
{
    if (part.front() == '}')
        close('`', lexeme.begin);
    if (part.ends_with("${"))
        m_open.push_back({.closing = '`', .at = lexeme.end - 2});
    else if (part.size() < 2 || part.back() != '`')
        fail(lexeme.begin, tr("a template is not closed"));
}

void Reader::readSign(const Lexeme &lexeme, std::string_view sign)
{
    if (sign.size() != 1)
        return;
    switch (sign.front()) {
    case '(':
        m_open.push_back({.closing = ')', .at = lexeme.begin});
        break;
    case '[':
        m_open.push_back({.closing = ']', .at = lexeme.begin});
        break;
    case '{':
        m_open.push_back({.closing = '}', .at = lexeme.begin});
        break;
    case ')':
    case ']':
    case '}':
        close(sign.front(), lexeme.begin);
        break;
    default:
        break;
    }
}

void Reader::close(char closing, std::size_t at)
{
    const char shown = closing == '`' ? '}' : closing;
    if (m_open.empty())
        //: %1 is a bracket in quotes
        fail(at, tr("%1 closes nothing").arg(quoted(shown)));
    else if (m_open.back().closing != closing)
        //: %1 and %2 are brackets in quotes
        fail(at, tr("%1 where %2 is open").arg(quoted(shown), quoted(m_text[m_open.back().at])));
    else
        m_open.pop_back();
}

void Reader::fail(std::size_t at, const QString &problem)
{
    if (isFailed())
        return;
    m_look.problem = problem;
    m_look.line = m_code.left(static_cast<qsizetype>(at)).count('\n') + 1;
}

} // namespace

SyntaxLook lookAtSyntax(const QByteArray &code)
{
    return Reader(code).look();
}

} // namespace edgewright
