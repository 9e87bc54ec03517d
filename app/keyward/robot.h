// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <coroutine>
#include <functional>

namespace keyward::app {

/// Hands for a tour: finds widgets by object name where a person could see and use them, clicks and types into them by
/// real events. Never calls past the widgets.
class Robot
{
public:
    explicit Robot(QWidget &window) : m_window(window) {}

    /// The visible, enabled widget of that name in the foremost window; null while there is none. "action.ID" is
    /// wherever the page offers the action: in its command bar, or beside what it is about.
    QWidget *find(const QString &name) const;
    QWidget *findAny(const QString &name) const; ///< also disabled
    void click(QWidget &widget) const;
    void clickRow(QWidget &table, int row, int column) const;
    void clickAction(QWidget &menu, QAction &action) const;
    void type(QWidget &widget, const QString &text) const;
    void replace(QWidget &widget, const QString &text) const; ///< what stands there goes first
    void key(QWidget &widget, int key, Qt::KeyboardModifiers modifiers = {}) const;
    QWidget &foremost() const;

private:
    QWidget &m_window;
};

/// A tour as a coroutine: it waits by handing back to the event loop, so the window lives on.
class Steps
{
public:
    struct promise_type {
        std::exception_ptr failure;
        std::function<void()> ended;
        Steps get_return_object() { return Steps(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct Final {
            bool await_ready() noexcept { return false; }
            void await_suspend(std::coroutine_handle<promise_type> handle) noexcept { handle.promise().ended(); }
            void await_resume() noexcept {}
        };
        Final final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { failure = std::current_exception(); }
    };
    explicit Steps(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
    Steps(Steps &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Steps(const Steps &) = delete;
    Steps &operator=(const Steps &) = delete;
    Steps &operator=(Steps &&) = delete;
    ~Steps()
    {
        if (m_handle) m_handle.destroy();
    }

    void run(std::function<void()> ended)
    {
        m_handle.promise().ended = std::move(ended);
        m_handle.resume();
    }
    std::exception_ptr failure() const { return m_handle.promise().failure; }

private:
    std::coroutine_handle<promise_type> m_handle;
};

/// co_await Until{condition, "what"}: looks again every few milliseconds; throws after the limit, naming what it waited
/// for.
class Until
{
public:
    Until(std::function<bool()> condition, QString what, int limitMs = 60'000)
        : m_condition(std::move(condition)), m_what(std::move(what)), m_limitMs(limitMs)
    {}
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle);
    void await_resume() const;

private:
    std::function<bool()> m_condition;
    QString m_what;
    int m_limitMs;
    bool m_late = false;
};

} // namespace keyward::app
