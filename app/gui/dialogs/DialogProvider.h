#pragma once

#include <QString>
#include <QWidget>

namespace naru::gui {

enum class SaveChoice { Save, Discard, Cancel };

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
    void openOutside(const QString& path) override;
};

} // namespace naru::gui
