// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keyward/camera.h"
#include "app/keyward/robot.h"
#include "app/keyward/same_tree.h"
#include "app/keyward/tour.h"
#include "app/keyward/window_program.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTimer>

#include <fstream>
#include <iostream>

namespace keyward::app {

namespace fs = std::filesystem;

/// What a tour knows and does; each step reads like an instruction to a person.
class Tour
{
public:
    Tour(WindowProgram &program, const TourPlan &plan)
        : m_program(program), m_robot(program.window()), m_output(fs::absolute(plan.output)),
          m_folder(fs::canonical(plan.folder.empty() ? fs::current_path() : fs::path(plan.folder))),
          m_size(plan.size.width, plan.size.height),
          m_camera(program.window(), program.theme(), m_output / "screenshots"),
          m_transcript(m_output / "transcript.txt")
    {
        fs::create_directories(m_output / "screenshots");
    }

    Steps run();

    void say(const std::string &text)
    {
        m_transcript << text << std::endl;
        std::cout << text << std::endl;
    }
    void fail(const std::string &why)
    {
        say("NOT AS IT SHOULD BE: " + why);
        try {
            m_camera.shoot("stopped-here");
        } catch (const std::exception &error) {
            say(error.what());
        }
    }

private:
    // Instructions

    Until there(const QString &name, int limitMs = 60'000)
    {
        return {[this, name] { return m_robot.find(name) != nullptr; },
                QStringLiteral("'") + name + QStringLiteral("' to be there and enabled"), limitMs};
    }
    Until gone(const QString &name)
    {
        return {[this, name] { return m_robot.findAny(name) == nullptr; },
                QStringLiteral("'") + name + QStringLiteral("' to go away")};
    }
    Until reads(const QString &name, const QString &words)
    {
        return {[this, name, words] {
                    auto *label = qobject_cast<QLabel *>(m_robot.findAny(name));
                    return label && label->text().remove(QChar(0x200b)).contains(words);
                },
                QStringLiteral("'") + name + QStringLiteral("' to say '") + words + QStringLiteral("'")};
    }
    Until rows(const QString &table, int atLeast)
    {
        return {[this, table, atLeast] {
                    auto *view = qobject_cast<QAbstractItemView *>(m_robot.find(table));
                    return view && view->model()->rowCount() >= atLeast;
                },
                QStringLiteral("'") + table + QStringLiteral("' to have rows")};
    }
    int rowsIn(const QString &table) const
    {
        auto *view = qobject_cast<QAbstractItemView *>(m_robot.find(table));
        return view ? view->model()->rowCount() : 0;
    }
    int rowOf(const QString &table, const QString &words) const
    {
        auto *view = qobject_cast<QAbstractItemView *>(m_robot.find(table));
        for (int row = 0; view && row < view->model()->rowCount(); ++row)
            if (view->model()->index(row, 0).data().toString() == words) return row;
        return -1;
    }
    Until listed(const QString &region)
    {
        return {[this, region] { return rowOf(QStringLiteral("table.regions"), region) >= 0; },
                QStringLiteral("'") + region + QStringLiteral("' to be listed")};
    }
    Until told(const QString &words)
    {
        return {[this, words] {
                    for (auto *label : m_program.window().findChildren<QLabel *>(QStringLiteral("notice.text")))
                        if (label->isVisible() && label->text().remove(QChar(0x200b)).contains(words)) return true;
                    return false;
                },
                QStringLiteral("to be told '") + words + QStringLiteral("'"), 300'000};
    }
    static Until moment()
    {
        auto left = std::make_shared<int>(6);
        return {[left] { return --*left < 0; }, {}};
    }
    void click(const QString &name) { m_robot.click(*m_robot.find(name)); }
    void type(const QString &name, const QString &text) { m_robot.type(*m_robot.find(name), text); }
    void replace(const QString &name, const QString &text) { m_robot.replace(*m_robot.find(name), text); }
    void clickRow(const QString &table, int row, int column = 0)
    {
        m_robot.clickRow(*m_robot.find(table), row, column);
    }
    void shoot(const std::string &name, const std::string &words)
    {
        say("  " + words);
        m_camera.shoot(name);
    }
    [[noreturn]] static void wrong(const std::string &why) { throw std::runtime_error(why); }
    QString path(const char *name) const { return QString::fromStdString((m_output / name).string()); }

    /// An action of the command bar, or what it hides under "More".
    Until more(const QString &action)
    {
        const auto name = QStringLiteral("action.") + action;
        const auto chosen = std::make_shared<bool>(m_robot.find(name) != nullptr);
        click(*chosen ? name : QStringLiteral("commands.more"));
        return {[this, action, chosen] {
                    auto *menu = m_robot.findAny(QStringLiteral("moreMenu"));
                    if (!menu) return *chosen;
                    for (auto *one : menu->actions()) {
                        if (one->objectName() != QStringLiteral("menu.") + action) continue;
                        *chosen = true;
                        m_robot.clickAction(*menu, *one);
                        break;
                    }
                    return false;
                },
                name};
    }
    /// By the search: the first hit.
    void go(const QString &name)
    {
        type(QStringLiteral("search"), name);
        QTimer::singleShot(250, &m_program.window(), [this] {
            if (auto *search = m_robot.find(QStringLiteral("search"))) m_robot.key(*search, Qt::Key_Return);
        });
    }

    // Chapters

    Steps makeKeystore();
    Steps makeVaultAndKey();
    Steps makeResource();
    Steps enable();
    Steps backUp();
    Steps rotate();
    Steps revoke();
    Steps repairAndRestore();
    Steps report();
    Steps lookAround();
    Steps byRoles();
    Steps enableByRoles(QString name);
    Steps lockAndUnlock();
    Steps sample();
    Steps databases();
    Steps loseAccess();
    Steps bot();
    Steps botWithoutKey();
    Steps storage();
    Steps disk();
    Steps regionOut();

    WindowProgram &m_program;
    Robot m_robot;
    fs::path m_output, m_folder;
    QSize m_size;
    Camera m_camera;
    std::ofstream m_transcript;
    // Of a keystore that is thrown away with the tour.
    QString m_typedPhrase = QStringLiteral("four unrelated words walk in");
    QString m_digitsOnPaper;
};

} // namespace keyward::app
