#pragma once

#include "app/gui/Desktop.h"
#include "app/gui/document/ServiceEngine.h"

#include <gtest/gtest.h>

#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

namespace naru::test {

/// Answers dialogs as a test has prepared; an answer that was not prepared means "given up".
class FakeDialogs : public gui::DialogProvider {
public:
    QString file;
    QString folder;
    QString text;
    QStringList texts; ///< answers to texts that are asked for, in order, before `text`
    gui::SaveChoice save = gui::SaveChoice::Discard;
    QStringList asked; ///< titles, in order
    QStringList openedOutside;

    QString openFile(QWidget*, const QString& title, const QString&, const QString&) override { return answer(title, file); }
    QString saveFile(QWidget*, const QString& title, const QString&, const QString&) override { return answer(title, file); }
    QString chooseFolder(QWidget*, const QString& title, const QString&) override { return answer(title, folder); }
    QString askText(QWidget*, const QString& title, const QString&, const QString&) override
    {
        return answer(title, texts.isEmpty() ? text : texts.takeFirst());
    }
    gui::SaveChoice askSave(QWidget*, const QString& title, const QString&) override
    {
        asked << title;
        return save;
    }
    bool confirm(QWidget*, const QString& title, const QString&) override
    {
        asked << title;
        return true;
    }
    gui::ExistingChoice existing = gui::ExistingChoice::Cancel;
    QString printTo; ///< file that stands in for the printer; empty: given up
    gui::ExistingChoice askExisting(QWidget*, const QString& title, const QString&) override
    {
        asked << title;
        return existing;
    }
    bool choosePrinter(QWidget*, QPrinter& printer) override
    {
        printer.setOutputFileName(printTo);
        return !printTo.isEmpty();
    }
    void openOutside(const QString& path) override { openedOutside << path; }

private:
    QString answer(const QString& title, const QString& value)
    {
        asked << title;
        return value;
    }
};

std::filesystem::path resources();
QString sampleRoot();

/// The whole program without a screen, in a folder of its own.
class Program {
public:
    explicit Program(const QString& language = QStringLiteral("en"), const QString& theme = QStringLiteral("light"));
    ~Program();

    [[nodiscard]] gui::MainWindow& window() { return m_desktop->window(); }
    [[nodiscard]] gui::Document& document() { return window().document(); }
    [[nodiscard]] gui::Environment& environment() { return m_desktop->environment(); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// The widget of this name below the window; fails the test when there is none.
    template <typename T> T* find(const QString& name)
    {
        T* found = window().findChild<T*>(name);
        EXPECT_NE(found, nullptr) << "no widget named " << name.toStdString();
        return found;
    }
    void click(const QString& button);
    void act(const QString& action);
    /// Waits until no job runs or waits any more.
    void settle(int milliseconds = 120000);
    /// Creates a project over a source folder through the assistant and analyses it.
    void createProject(const QString& root, const QString& name, const QString& file);

    FakeDialogs dialogs;

private:
    QTemporaryDir m_folder;
    gui::ServiceEngine m_engine;
    std::unique_ptr<gui::Desktop> m_desktop;
};

} // namespace naru::test
