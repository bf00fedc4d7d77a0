// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/missingobject.h"

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

QByteArray missingObjectDocument(const QString &routine, const QString &version)
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>NoSuchKey</Code>\n"
           "  <Message>The specified key does not exist.</Message>\n"
           "  <RequestId>65EE5F4905D8963532A1B2C3</RequestId>\n"
           "  <HostId>esa-routine.oss-cn-hangzhou.aliyuncs.com</HostId>\n"
           "  <Key>site_er_js/%1.%2.js</Key>\n</Error>\n"_s
               .arg(routine.toHtmlEscaped(), version.toHtmlEscaped())
               .toUtf8();
}

} // namespace edgewright::sandbox
