// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a screen reader is told: every page and dialog is walked through QAccessible, as AT-SPI does.

#include "tests/ui/walk.h"

#include <QAccessible>
#include <QAccessibleWidget>

using namespace keyward;
using namespace keyward::test;

namespace {

bool isUsed(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Table:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::PageTab:
    case QAccessible::ProgressBar: return true;
    default: return false;
    }
}

/// What of it could not be told to somebody who does not see it.
class Reader
{
public:
    QStringList read(QAccessibleInterface *root)
    {
        m_wrong.clear();
        m_read = 0;
        walk(root, 0);
        return m_wrong;
    }
    int count() const { return m_read; }

private:
    void walk(QAccessibleInterface *one, int depth)
    {
        constexpr int deepest = 40;
        if (!one || !one->isValid() || depth > deepest || one->state().invisible) return;
        const auto *object = one->object();
        const auto where = object ? object->objectName() : QString();
        if (isUsed(one->role())) {
            ++m_read;
            if (one->text(QAccessible::Name).trimmed().isEmpty())
                m_wrong += QStringLiteral("%1 has no name (%2)").arg(where, QString::number(one->role()));
        }
        if (auto *table = one->tableInterface()) return readTable(*table, where);
        for (int i = 0; i < one->childCount(); ++i) walk(one->child(i), depth + 1);
    }
    void readTable(QAccessibleTableInterface &table, const QString &where)
    {
        constexpr int rows = 3;
        for (int column = 0; column < table.columnCount(); ++column)
            for (int row = 0; row < std::min(rows, table.rowCount()); ++row) {
                auto *cell = table.cellAt(row, column);
                if (!cell || !cell->isValid()) continue;
                ++m_read;
                const auto said = cell->text(QAccessible::Name);
                const auto titled = !table.columnDescription(column).isEmpty();
                if (titled && said.isNull()) m_wrong += QStringLiteral("%1: a cell says nothing").arg(where);
                const bool offers = column + 1 == table.columnCount() && !said.startsWith(QLatin1Char(':'));
                if (!titled && !said.isEmpty() && !offers)
                    m_wrong += QStringLiteral("%1: no header over '%2'").arg(where, said);
            }
    }

    QStringList m_wrong;
    int m_read = 0;
};

} // namespace

class TestAccessible : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CON_2_everyPageAndDialogCanBeReadOut()
    {
        Window window;
        QAccessible::setActive(true);
        QStringList wrong;
        Reader reader;
        const auto read = [&](const QString &where, QWidget &widget) {
            const auto found = reader.read(QAccessible::queryAccessibleInterface(&widget));
            for (const auto &one : found) wrong += where + QStringLiteral(": ") + one;
            QVERIFY2(reader.count() > 0, qPrintable(where));
        };
        auto &top = window.program->window();
        QVERIFY(window.waitFor("welcome.create"));
        read(QStringLiteral("welcome"), top);
        window.openSample();
        const auto all = someOfEach(window.estate());
        walkBlades(window, all, [&](const models::BladeRecord &blade, const models::Target &) { read(blade.id, top); });
        walkDialogs(window, all, [&](const models::ActionRecord &action, QWidget &dialog) { read(action.id, dialog); });
        wrong.removeDuplicates();
        for (const auto &one : std::as_const(wrong)) qWarning().noquote() << one;
        QCOMPARE(wrong.size(), 0);
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
