// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace edgewright {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QString Language::systemLanguage()
{
    return QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

void Language::set(const QString &language)
{
    if (language == m_current)
        return;
    m_current = language;
    QLocale::setDefault(QLocale(language));
    replace(m_qt, u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replace(m_own, u"edgewright_"_s + language, u":/i18n"_s);
}

void Language::replace(QTranslator &translator, const QString &file, const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    // English needs no qtbase file; a missing one leaves Qt's own English texts.
    if (translator.load(file, folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace edgewright
