#include "app/gui/dialogs/DialogProvider.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QUrl>

namespace naru::gui {

QString QtDialogs::openFile(QWidget* parent, const QString& title, const QString& folder, const QString& filter)
{
    return QFileDialog::getOpenFileName(parent, title, folder, filter);
}

QString QtDialogs::saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filter)
{
    return QFileDialog::getSaveFileName(parent, title, proposal, filter);
}

QString QtDialogs::chooseFolder(QWidget* parent, const QString& title, const QString& folder)
{
    return QFileDialog::getExistingDirectory(parent, title, folder);
}

QString QtDialogs::askText(QWidget* parent, const QString& title, const QString& label, const QString& proposal)
{
    bool accepted = false;
    const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Normal, proposal, &accepted);
    return accepted ? text.trimmed() : QString();
}

SaveChoice QtDialogs::askSave(QWidget* parent, const QString& title, const QString& question)
{
    const auto answer =
        QMessageBox::question(parent, title, question, QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save)
        return SaveChoice::Save;
    return answer == QMessageBox::Discard ? SaveChoice::Discard : SaveChoice::Cancel;
}

bool QtDialogs::confirm(QWidget* parent, const QString& title, const QString& question)
{
    return QMessageBox::question(parent, title, question) == QMessageBox::Yes;
}

ExistingChoice QtDialogs::askExisting(QWidget* parent, const QString& title, const QString& question)
{
    QMessageBox box(QMessageBox::Question, title, question, QMessageBox::Cancel, parent);
    QPushButton* keep = box.addButton(QMessageBox::tr("Keep both"), QMessageBox::AcceptRole);
    QPushButton* replace = box.addButton(QMessageBox::tr("Replace"), QMessageBox::DestructiveRole);
    box.setDefaultButton(keep);
    box.exec();
    return box.clickedButton() == keep      ? ExistingChoice::Keep
           : box.clickedButton() == replace ? ExistingChoice::Replace
                                            : ExistingChoice::Cancel;
}

bool QtDialogs::choosePrinter(QWidget* parent, QPrinter& printer)
{
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

void QtDialogs::openOutside(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace naru::gui
