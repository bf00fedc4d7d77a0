// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"

#include "sandbox/missingobject.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

struct KindName {
    QLatin1StringView name;
    Fault::Kind kind;
    int usual; ///< The number when none is given.
};

constexpr auto kKinds = std::to_array<KindName>({
    {"lose-answer"_L1, Fault::Kind::LoseAnswer, 0},
    {"reset"_L1, Fault::Kind::Reset, 0},
    {"reset-after"_L1, Fault::Kind::ResetAfter, 0},
    {"stall"_L1, Fault::Kind::Stall, 60},
    {"stall-body"_L1, Fault::Kind::StallBody, 60},
    {"truncate"_L1, Fault::Kind::Truncate, 0},
    {"status"_L1, Fault::Kind::Status, 500},
    {"code"_L1, Fault::Kind::Code, 0},
    {"throttle"_L1, Fault::Kind::Throttle, 100},
    {"html-page"_L1, Fault::Kind::HtmlPage, 0},
    {"xml-page"_L1, Fault::Kind::HtmlPage, 0},
    {"garbage"_L1, Fault::Kind::Garbage, 0},
    {"203"_L1, Fault::Kind::CallbackFails, 0},
    {"lost-body"_L1, Fault::Kind::LostBody, 0},
    {"padding"_L1, Fault::Kind::Padding, 0},
    {"numeric-ids"_L1, Fault::Kind::NumericIds, 0},
    {"scalar-content"_L1, Fault::Kind::ScalarContent, 0},
    {"skew"_L1, Fault::Kind::Skew, 0},
});

Error badSpec(const QString &spec)
{
    return {.code = ErrorCode::InvalidRequest, .message = u"not a fault: %1"_s.arg(spec)};
}

bool readKind(const QString &name, Fault &fault)
{
    for (const KindName &known : kKinds) {
        if (known.name != name)
            continue;
        fault.kind = known.kind;
        fault.number = known.usual;
        return true;
    }
    return false;
}

/// The parts after the kind.
bool readArguments(QStringList arguments, Fault &fault)
{
    if (fault.kind == Fault::Kind::Code) {
        if (arguments.isEmpty())
            return false;
        fault.code = arguments.takeFirst();
    }
    if (arguments.isEmpty())
        return fault.kind != Fault::Kind::Skew;
    bool sound = false;
    fault.number = arguments.takeFirst().toInt(&sound);
    return sound && arguments.isEmpty();
}

} // namespace

Result<Fault> Fault::parse(const QString &spec)
{
    static const QRegularExpression pattern(
        u"\\A(\\*|[A-Za-z0-9]+):([a-z0-9-]+)((?::[^:*@]+)*)(?:\\*(\\d{1,6}))?(?:@(\\d{1,6}))?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(spec);
    Fault fault;
    if (!match.hasMatch() || !readKind(match.captured(2), fault))
        return badSpec(spec);
    if (!readArguments(match.captured(3).split(u':', Qt::SkipEmptyParts), fault))
        return badSpec(spec);
    fault.operation = match.captured(1);
    const bool hasNth = match.hasCaptured(5) && !match.captured(5).isEmpty();
    if (hasNth) {
        fault.nth = match.captured(5).toInt();
        fault.count = 1;
    }
    if (!match.captured(4).isEmpty())
        fault.count = match.captured(4).toInt();
    return fault;
}

QString Fault::grammar()
{
    return uR"(Faults: --fault OPERATION:KIND[:ARGUMENT][*COUNT][@NTH], as often as you like.
  OPERATION  an action such as GetRoutine, PostObject for the upload form, or * for any
  *COUNT     hits COUNT requests; without it all, or one when @NTH is given
  @NTH       begins with the NTH request of that operation, counted from 1
Not executed:
  reset              the connection is reset
  status:NNN         HTTP status NNN with an InternalError envelope
  code:NAME[:NNN]    an error envelope with that code (and status NNN)
  throttle[:MS]      Throttling.User, to be repeated after MS milliseconds
  html-page          200 with an HTML page        garbage  200 that is not JSON
Executed:
  lose-answer        the connection closes without a byte
  reset-after        the connection is reset
  stall[:SECONDS]    the answer comes late        stall-body[:SECONDS]  its second half does
  truncate           Content-Length promises more than is sent
  203                PostObject keeps the file, but its callback fails
  lost-body          code is answered as the missing-object document
  padding            base64 with padding where it has none, without where it has
  numeric-ids        ids as JSON numbers
  scalar-content     Content is the bare id, as a number that was rounded on its way
Always:
  *:skew:SECONDS     the service's clock is off (negative: behind)
)"_s;
}

bool Fault::replacesExecution() const
{
    switch (kind) {
    case Kind::Reset:
    case Kind::Status:
    case Kind::Code:
    case Kind::Throttle:
    case Kind::HtmlPage:
    case Kind::Garbage:
        return true;
    default:
        return false;
    }
}

Faults::Faults(QList<Fault> faults)
    : m_faults(std::move(faults))
    , m_met(m_faults.size(), 0)
{
}

std::optional<Fault> Faults::meet(const QString &operation)
{
    const std::lock_guard lock(m_mutex);
    std::optional<Fault> hit;
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        const Fault &fault = m_faults[i];
        if (fault.operation != operation && fault.operation != u'*')
            continue;
        const int seen = ++m_met[i];
        const bool applies =
            seen >= fault.nth && (fault.count < 0 || seen < fault.nth + fault.count);
        if (applies && !hit && fault.kind != Fault::Kind::Skew)
            hit = fault;
    }
    return hit;
}

qint64 Faults::skewSeconds() const
{
    qint64 seconds = 0;
    for (const Fault &fault : m_faults) {
        if (fault.kind == Fault::Kind::Skew)
            seconds += fault.number;
    }
    return seconds;
}

namespace {

/// RoutineCode, or Content.ErCode of the first generation.
void replaceCode(HttpAnswer &answer, const std::function<QString(const QString &)> &next)
{
    QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    QJsonObject content = object.value("Content"_L1).toObject();
    if (object.contains("RoutineCode"_L1)) {
        object.insert("RoutineCode"_L1, next(object.value("RoutineCode"_L1).toString()));
    } else if (content.contains("ErCode"_L1)) {
        content.insert("ErCode"_L1, next(content.value("ErCode"_L1).toString()));
        object.insert("Content"_L1, content);
    } else {
        return;
    }
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString withOtherPadding(const QString &code)
{
    const QByteArray bytes = QByteArray::fromBase64(code.toLatin1());
    const QString padded = QString::fromLatin1(bytes.toBase64());
    return padded == code ? QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals))
                          : padded;
}

void makeIdsNumbers(HttpAnswer &answer)
{
    static const QRegularExpression pattern(
        u"\"(CodeVersion|CodeRevision|CodeRev|DeploymentId|DeployId)\":\"(\\d+)\""_s);
    answer.body = QString::fromUtf8(answer.body).replace(pattern, u"\"\\1\":\\2"_s).toUtf8();
}

/// Of {"Content":{"CodeRevision":"1620876959997924701"}} only 1620876959997924700 is left
/// (API.md §2.3).
void makeContentScalar(HttpAnswer &answer)
{
    static const QRegularExpression pattern(
        u"\"Content\":\\{\"CodeRevision\":\"(\\d+)\\d\\d\"\\}"_s);
    QString text = QString::fromUtf8(answer.body);
    const QRegularExpressionMatch match = pattern.match(text);
    if (match.hasMatch())
        text.replace(match.captured(0), u"\"Content\":%1"_s.arg(match.captured(1) + u"00"));
    answer.body = text.toUtf8();
}

void delay(HttpAnswer &answer, Delivery delivery, int seconds)
{
    answer.delivery = delivery;
    answer.delaySeconds = seconds;
}

} // namespace

void bend(const Fault &fault, HttpAnswer &answer)
{
    switch (fault.kind) {
    case Fault::Kind::LoseAnswer:
        answer.delivery = Delivery::Lost;
        break;
    case Fault::Kind::Reset:
    case Fault::Kind::ResetAfter:
        answer.delivery = Delivery::Reset;
        break;
    case Fault::Kind::Stall:
        delay(answer, Delivery::Late, fault.number);
        break;
    case Fault::Kind::StallBody:
        delay(answer, Delivery::LateBody, fault.number);
        break;
    case Fault::Kind::Truncate:
        answer.delivery = Delivery::Truncated;
        break;
    case Fault::Kind::LostBody:
        replaceCode(answer, [](const QString &) {
            return QString::fromLatin1(missingObjectDocument(u"routine"_s, u"version"_s)
                                           .toBase64(QByteArray::OmitTrailingEquals));
        });
        break;
    case Fault::Kind::Padding:
        replaceCode(answer, withOtherPadding);
        break;
    case Fault::Kind::NumericIds:
        makeIdsNumbers(answer);
        break;
    case Fault::Kind::ScalarContent:
        makeContentScalar(answer);
        break;
    default:
        break;
    }
}

} // namespace edgewright::sandbox
