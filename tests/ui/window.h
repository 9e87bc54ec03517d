// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keyward/robot.h"
#include "app/keyward/window_program.h"
#include "backend/estate/findings.h"
#include "tests/support/opened.h"
#include "ui/widgets/line_view.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace keyward::test {

/// The whole window in a folder of its own, with hands to use it.
class Window
{
public:
    explicit Window(std::optional<QSize> size = {})
    {
        program = must(app::WindowProgram::create(
            *qApp, {m_folder.filePath("window.ini"), m_folder.filePath("state").toStdString(), cheapKdf}));
        if (size) program->window().resize(*size);
        program->window().show();
        robot = std::make_unique<app::Robot>(program->window());
        must(QTest::qWaitForWindowExposed(&program->window())
                 ? Status{}
                 : fail(Code::Internal, {}, {"the window did not come up"}));
    }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void openSample()
    {
        must(waitFor("welcome.sample"));
        click("welcome.sample");
        must(waitFor("home.enable"));
    }
    models::Workspace &workspace() { return *program->session().workspace(); }
    const estate::Estate &estate() { return workspace().estate(); }

    /// Visible and enabled within a while.
    Status waitFor(const QString &name, int ms = 30'000)
    {
        return QTest::qWaitFor([&] { return robot->find(name) != nullptr; }, ms)
                   ? Status{}
                   : fail(Code::Internal, {}, {"'" + name.toStdString() + "' did not appear"});
    }
    QWidget *find(const QString &name) const { return robot->find(name); }
    QWidget *any(const QString &name) const { return robot->findAny(name); }
    void click(const QString &name)
    {
        must(waitFor(name));
        robot->click(*robot->find(name));
    }
    void type(const QString &name, const QString &text)
    {
        must(waitFor(name));
        robot->replace(*robot->find(name), text);
    }
    bool rows(const QString &table, int atLeast)
    {
        return QTest::qWaitFor(
            [&] {
                auto *view = qobject_cast<QAbstractItemView *>(robot->find(table));
                return view && view->model()->rowCount() >= atLeast;
            },
            30'000);
    }
    void clickRow(const QString &table, int row) { robot->clickRow(*robot->find(table), row, 0); }
    QString textOf(const QString &label) const
    {
        if (auto *line = qobject_cast<ui::LineView *>(robot->findAny(label))) return line->line();
        auto *found = qobject_cast<QLabel *>(robot->findAny(label));
        return found ? found->text().remove(QChar(0x200b)) : QString(); // where it may break
    }
    bool reads(const QString &label, const QString &words)
    {
        return QTest::qWaitFor([&] { return textOf(label).contains(words); }, 30'000);
    }
    /// By the search, as a person goes somewhere.
    void go(const QString &words)
    {
        type("search", words);
        QTest::qWait(200);
        robot->key(*robot->find("search"), Qt::Key_Return);
        QTest::qWait(50);
    }

private:
    QTemporaryDir m_folder;

public:
    std::unique_ptr<app::WindowProgram> program;
    std::unique_ptr<app::Robot> robot;
};

} // namespace keyward::test
