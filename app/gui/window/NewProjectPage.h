#pragma once

#include "app/gui/Environment.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace naru::gui {

/// The assistant for a new project: source folder, name, where to save. Says what is wrong where it is wrong.
class NewProjectPage : public QWidget {
    Q_OBJECT
public:
    explicit NewProjectPage(Environment& environment, QWidget* parent = nullptr);
    void start(const QString& root = {}, const QString& name = {});
    void refuse(const QString& sentence);

signals:
    void createWanted(const QString& file, const QString& name, const QString& root);
    void givenUp();

private:
    void rootChanged();
    void nameChanged();
    void check();

    Environment& m_env;
    Words* m_words;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_rootLabel;
    QLineEdit* m_root;
    QPushButton* m_chooseRoot;
    QLabel* m_rootProblem;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_fileLabel;
    QLineEdit* m_file;
    QPushButton* m_chooseFile;
    QLabel* m_fileProblem;
    QPushButton* m_create;
    QPushButton* m_back;
    /// What the page was opened with: the name is that of this folder only.
    struct {
        QString root;
        QString name;
    } m_given;
    bool m_nameTyped = false;
    bool m_fileTyped = false;
};

} // namespace naru::gui
