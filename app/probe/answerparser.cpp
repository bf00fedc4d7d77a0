// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/answerparser.h"

#include "probe/inflate.h"

#include <algorithm>

namespace edgewright {

namespace {

constexpr qsizetype kLongestChunkLine = 1024;
constexpr qsizetype kMostSizeDigits = 12;

bool isNameCharacter(char c)
{
    constexpr QByteArrayView punctuation = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
           || punctuation.contains(c);
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
           && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

AnswerParser::AnswerParser(const ProbeSettings &limits, const QByteArray &method)
    : m_limits(limits)
    , m_isHead(method == "HEAD")
{
}

void AnswerParser::add(QByteArrayView bytes)
{
    m_begun = m_begun || !bytes.isEmpty();
    if (m_state != State::Reading)
        return;
    m_input += bytes;
    step();
}

void AnswerParser::end()
{
    if (m_state != State::Reading)
        return;
    if (m_part == Part::UntilEnd)
        m_state = State::Done;
    else
        fail(m_begun ? "closed before the end of the answer" : "closed without an answer");
}

void AnswerParser::step()
{
    bool more = true;
    while (more && m_state == State::Reading) {
        switch (m_part) {
        case Part::Head:
            more = readHead();
            break;
        case Part::ChunkSize:
            more = readChunkSize();
            break;
        case Part::UntilLength:
        case Part::ChunkData:
            more = readBytes(m_rest);
            break;
        case Part::UntilEnd:
            more = readBytes(m_input.size());
            break;
        case Part::ChunkEnd:
        case Part::Trailer: {
            QByteArray line;
            more = readLine(line);
            if (!more)
                break;
            if (m_part == Part::ChunkEnd && !line.isEmpty())
                fail("a chunk is longer than it says");
            else if (m_part == Part::Trailer && line.isEmpty())
                m_state = State::Done;
            else if (m_part == Part::ChunkEnd)
                m_part = Part::ChunkSize;
            break;
        }
        }
    }
}

bool AnswerParser::readLine(QByteArray &line)
{
    const qsizetype end = m_input.indexOf("\r\n");
    const qsizetype length = end < 0 ? m_input.size() : end;
    if (m_lines + length > m_limits.headLimit
        || (m_part != Part::Head && m_part != Part::Trailer && length > kLongestChunkLine))
    {
        fail("headers larger than allowed");
        return false;
    }
    if (end < 0)
        return false;
    if (m_part == Part::Head || m_part == Part::Trailer)
        m_lines += length + 2;
    line = m_input.left(end);
    m_input.remove(0, end + 2);
    return true;
}

bool AnswerParser::readHead()
{
    QByteArray line;
    if (!readLine(line))
        return false;
    if (m_answer.status == 0) {
        readStatusLine(line);
    } else if (!line.isEmpty()) {
        readHeaderLine(line);
    } else if (m_answer.status < 200 && m_answer.status != 101) {
        m_answer = {};
    } else {
        chooseFraming();
    }
    return m_state == State::Reading;
}

void AnswerParser::readStatusLine(QByteArrayView line)
{
    const bool sound = line.size() >= 12 && line.startsWith("HTTP/1.")
                       && (line[7] == '0' || line[7] == '1') && line[8] == ' '
                       && isDigits(line.sliced(9, 3)) && line[9] != '0'
                       && (line.size() == 12 || line[12] == ' ');
    if (!sound)
        return fail("not an HTTP/1.1 answer");
    m_answer.status = line.sliced(9, 3).toInt();
    m_answer.reason = line.sliced(std::min<qsizetype>(13, line.size())).trimmed().toByteArray();
}

void AnswerParser::readHeaderLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = line.first(std::max<qsizetype>(colon, 0));
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (name.isEmpty() || !std::ranges::all_of(name, isNameCharacter))
        return fail("a line of the head is not a header");
    if (value.contains('\0') || value.contains('\r') || value.contains('\n'))
        return fail("a header holds a control character");
    m_answer.headers.append({name.toByteArray(), value.toByteArray()});
}

void AnswerParser::chooseFraming()
{
    QByteArray length;
    QByteArray coding;
    for (const auto &[name, value] : std::as_const(m_answer.headers)) {
        const QByteArray lower = name.toLower();
        if (lower == "transfer-encoding")
            coding += coding.isEmpty() ? value.toLower() : ',' + value.toLower();
        if (lower != "content-length")
            continue;
        if (!length.isEmpty() && length != value)
            return fail("two different lengths");
        if (!isDigits(value) || value.size() > 18)
            return fail("the length is not a number");
        length = value;
    }
    const int status = m_answer.status;
    if (m_isHead || status == 204 || status == 304 || status == 101) {
        m_state = State::Done;
    } else if (!coding.isEmpty() && (coding != "chunked" || !length.isEmpty())) {
        fail("a transfer coding that cannot be relied on");
    } else if (!coding.isEmpty()) {
        m_part = Part::ChunkSize;
    } else if (!length.isEmpty()) {
        m_rest = length.toLongLong();
        m_part = Part::UntilLength;
        if (m_rest == 0)
            m_state = State::Done;
    } else {
        m_part = Part::UntilEnd;
    }
}

bool AnswerParser::readChunkSize()
{
    QByteArray line;
    if (!readLine(line))
        return false;
    const qsizetype extension = line.indexOf(';');
    const QByteArray digits = (extension < 0 ? line : line.left(extension)).trimmed();
    bool sound = false;
    m_rest = digits.toLongLong(&sound, 16);
    sound = sound && m_rest >= 0 && digits.size() <= kMostSizeDigits && !digits.startsWith('+')
            && !digits.startsWith('-') && !digits.contains('x') && !digits.contains('X');
    if (!sound)
        fail("a chunk without a size");
    m_part = m_rest == 0 ? Part::Trailer : Part::ChunkData;
    return sound;
}

bool AnswerParser::readBytes(qint64 most)
{
    const qsizetype room = m_limits.bodyLimit - m_answer.body.size();
    const qsizetype there = std::min<qsizetype>(m_input.size(), most);
    const qsizetype taken = std::min(there, room);
    m_answer.body += QByteArrayView(m_input).first(taken);
    m_input.remove(0, taken);
    m_rest -= taken;
    if (taken < there) {
        m_answer.bodyState = ProbeAnswer::Body::Cut;
        m_state = State::Done;
    } else if (m_part == Part::UntilLength && m_rest == 0) {
        m_state = State::Done;
    } else if (m_part == Part::ChunkData && m_rest == 0) {
        m_part = Part::ChunkEnd;
        return true;
    }
    return false;
}

void AnswerParser::fail(const QByteArray &problem)
{
    m_problem = problem;
    m_state = State::Failed;
}

ProbeAnswer AnswerParser::takeAnswer()
{
    const QByteArray coding = m_answer.header("content-encoding").toLower();
    if (coding.isEmpty() || coding == "identity" || m_answer.body.isEmpty())
        return m_answer;
    const bool known = coding == "gzip" || coding == "x-gzip" || coding == "deflate";
    const Inflated inflated =
        known ? inflate(m_answer.body, m_limits.bodyLimit) : Inflated{.state = Inflated::Broken};
    const bool cutOnTheWay = m_answer.bodyState == ProbeAnswer::Body::Cut;
    if (inflated.state == Inflated::Broken || (inflated.state == Inflated::Short && !cutOnTheWay)) {
        m_answer.bodyState = ProbeAnswer::Body::Undecodable;
        return m_answer;
    }
    m_answer.body = inflated.bytes;
    if (inflated.state == Inflated::TooLarge)
        m_answer.bodyState = ProbeAnswer::Body::Cut;
    return m_answer;
}

} // namespace edgewright
