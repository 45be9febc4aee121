#pragma once

#include <QString>
#include <QWidget>

class QPrinter;

namespace naru::gui {

enum class SaveChoice { Save, Discard, Cancel };
enum class ExistingChoice { Replace, Keep, Cancel };

/// Every question the window asks in a dialog. Tests answer through their own provider.
class DialogProvider {
public:
    virtual ~DialogProvider() = default;
    /// Empty when the user gave up.
    virtual QString openFile(QWidget* parent, const QString& title, const QString& folder, const QString& filter) = 0;
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filter) = 0;
    virtual QString chooseFolder(QWidget* parent, const QString& title, const QString& folder) = 0;
    /// Empty when the user gave up.
    virtual QString askText(QWidget* parent, const QString& title, const QString& label, const QString& proposal) = 0;
    virtual SaveChoice askSave(QWidget* parent, const QString& title, const QString& question) = 0;
    virtual bool confirm(QWidget* parent, const QString& title, const QString& question) = 0;
    /// Files are there already: replace them, keep them beside the new ones, or give up.
    virtual ExistingChoice askExisting(QWidget* parent, const QString& title, const QString& question) = 0;
    /// Sets up the printer; false when the user gave up.
    virtual bool choosePrinter(QWidget* parent, QPrinter& printer) = 0;
    /// Opens a folder or file with the program of the desktop.
    virtual void openOutside(const QString& path) = 0;
};

/// The dialogs of Qt.
class QtDialogs : public DialogProvider {
public:
    QString openFile(QWidget* parent, const QString& title, const QString& folder, const QString& filter) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filter) override;
    QString chooseFolder(QWidget* parent, const QString& title, const QString& folder) override;
    QString askText(QWidget* parent, const QString& title, const QString& label, const QString& proposal) override;
    SaveChoice askSave(QWidget* parent, const QString& title, const QString& question) override;
    bool confirm(QWidget* parent, const QString& title, const QString& question) override;
    ExistingChoice askExisting(QWidget* parent, const QString& title, const QString& question) override;
    bool choosePrinter(QWidget* parent, QPrinter& printer) override;
    void openOutside(const QString& path) override;
};

} // namespace naru::gui
