#include "app/gui/window/NewProjectPage.h"

#include "app/gui/widgets/Card.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace naru::gui {
namespace {

/// Letters that no file system minds; Korean stays.
QString fileNameOf(const QString& name)
{
    QString safe;
    for (const QChar c : name.trimmed())
        safe += QStringLiteral("/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control ? QLatin1Char('-') : c;
    return safe;
}

} // namespace

NewProjectPage::NewProjectPage(Environment& environment, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_title(makeLabel(QStringLiteral("newTitle"), "title", this)),
      m_sentence(makeLabel(QStringLiteral("newSentence"), "muted", this, true)),
      m_rootLabel(makeLabel(QStringLiteral("newRootLabel"), "heading", this)),
      m_root(new QLineEdit(this)),
      m_chooseRoot(new QPushButton(this)),
      m_rootProblem(makeLabel(QStringLiteral("newRootProblem"), "", this, true)),
      m_nameLabel(makeLabel(QStringLiteral("newNameLabel"), "heading", this)),
      m_name(new QLineEdit(this)),
      m_fileLabel(makeLabel(QStringLiteral("newFileLabel"), "heading", this)),
      m_file(new QLineEdit(this)),
      m_chooseFile(new QPushButton(this)),
      m_fileProblem(makeLabel(QStringLiteral("newFileProblem"), "", this, true)),
      m_create(new QPushButton(this)),
      m_back(new QPushButton(this))
{
    setObjectName(QStringLiteral("newProjectPage"));
    m_root->setObjectName(QStringLiteral("newRoot"));
    m_chooseRoot->setObjectName(QStringLiteral("newChooseRoot"));
    m_name->setObjectName(QStringLiteral("newName"));
    m_file->setObjectName(QStringLiteral("newFile"));
    m_chooseFile->setObjectName(QStringLiteral("newChooseFile"));
    m_create->setObjectName(QStringLiteral("newCreate"));
    m_create->setProperty("primary", true);
    m_create->setDefault(true);
    m_back->setObjectName(QStringLiteral("newBack"));
    m_rootProblem->setProperty("tone", "bad");
    m_fileProblem->setProperty("tone", "bad");

    auto* form = new QVBoxLayout;
    form->setSpacing(6);
    form->addStretch(1);
    form->addWidget(m_title);
    form->addWidget(m_sentence);
    form->addSpacing(14);
    const auto line = [form](QWidget* field, QWidget* button) {
        auto* row = new QHBoxLayout;
        row->addWidget(field, 1);
        if (button)
            row->addWidget(button);
        form->addLayout(row);
    };
    form->addWidget(m_rootLabel);
    line(m_root, m_chooseRoot);
    form->addWidget(m_rootProblem);
    form->addSpacing(8);
    form->addWidget(m_nameLabel);
    line(m_name, nullptr);
    form->addSpacing(8);
    form->addWidget(m_fileLabel);
    line(m_file, m_chooseFile);
    form->addWidget(m_fileProblem);
    form->addSpacing(18);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_create);
    buttons->addWidget(m_back);
    buttons->addStretch();
    form->addLayout(buttons);
    form->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(60, 20, 60, 20);
    row->addStretch(1);
    row->addLayout(form, 4);
    row->addStretch(1);

    connect(m_chooseRoot, &QPushButton::clicked, this, [this] {
        const QString folder =
            m_env.dialogs.chooseFolder(this, tr("Source folder of the system"), m_env.settings.text(Setting::LastFolder));
        if (!folder.isEmpty())
            m_root->setText(folder);
    });
    connect(m_chooseFile, &QPushButton::clicked, this, [this] {
        const QString file = m_env.dialogs.saveFile(this, tr("Where to save the project"), m_file->text(), tr("Naru projects (*.naru)"));
        if (!file.isEmpty()) {
            m_fileTyped = true;
            m_file->setText(file);
        }
    });
    connect(m_root, &QLineEdit::textChanged, this, &NewProjectPage::rootChanged);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameTyped = true; });
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectPage::nameChanged);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileTyped = true; });
    connect(m_file, &QLineEdit::textChanged, this, &NewProjectPage::check);
    connect(m_create, &QPushButton::clicked, this, [this] {
        m_env.settings.set(Setting::LastFolder, QFileInfo(m_root->text()).absolutePath());
        emit createWanted(m_file->text(), m_name->text().trimmed(), QDir(m_root->text()).absolutePath());
    });
    connect(m_back, &QPushButton::clicked, this, &NewProjectPage::givenUp);
    for (QLineEdit* field : {m_root, m_name, m_file})
        connect(field, &QLineEdit::returnPressed, m_create, &QPushButton::click);
    m_words->say([this] {
        m_title->setText(tr("New project"));
        m_sentence->setText(tr("The source is only read, never changed and never run. The analysis starts at once; "
                               "the questions can be answered meanwhile."));
        m_rootLabel->setText(tr("Source folder of the system"));
        m_nameLabel->setText(tr("Name of the system"));
        m_fileLabel->setText(tr("Project file"));
        m_chooseRoot->setText(tr("Choose"));
        m_chooseFile->setText(tr("Choose"));
        m_create->setText(tr("Create and analyse"));
        m_back->setText(tr("Back"));
        m_root->setAccessibleName(m_rootLabel->text());
        m_name->setAccessibleName(m_nameLabel->text());
        m_file->setAccessibleName(m_fileLabel->text());
        m_chooseRoot->setAccessibleName(tr("Choose the source folder"));
        m_chooseFile->setAccessibleName(tr("Choose the project file"));
        m_create->setAccessibleName(m_create->text());
        m_back->setAccessibleName(m_back->text());
        check();
    });
}

void NewProjectPage::start(const QString& root, const QString& name)
{
    m_given = {root, name};
    m_nameTyped = false;
    m_fileTyped = false;
    m_name->setText(name);
    m_root->setText(root);
    m_file->clear();
    if (!root.isEmpty())
        rootChanged();
    check();
    m_root->setFocus();
}

void NewProjectPage::refuse(const QString& sentence)
{
    m_fileProblem->setText(sentence);
    m_fileProblem->show();
}

void NewProjectPage::rootChanged()
{
    if (!m_nameTyped && !m_root->text().isEmpty()) {
        const bool given = m_root->text() == m_given.root && !m_given.name.isEmpty();
        m_name->setText(given ? m_given.name : QFileInfo(QDir(m_root->text()).absolutePath()).fileName());
    }
    nameChanged();
}

void NewProjectPage::nameChanged()
{
    if (!m_fileTyped && !m_name->text().trimmed().isEmpty()) {
        QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        if (!QFileInfo(folder).isWritable()) // not every desktop has one
            folder = QDir::homePath();
        const QString base = folder + QLatin1Char('/') + fileNameOf(m_name->text());
        QString file = base + QStringLiteral(".naru");
        for (int i = 2; QFileInfo::exists(file); ++i)
            file = QStringLiteral("%1-%2.naru").arg(base).arg(i);
        m_file->setText(file);
    }
    check();
}

void NewProjectPage::check()
{
    const QFileInfo root(m_root->text());
    QString rootProblem;
    if (!m_root->text().isEmpty()) {
        if (!root.exists())
            rootProblem = tr("There is no such folder.");
        else if (!root.isDir())
            rootProblem = tr("This is a file; please choose the folder that holds the source.");
        else if (!root.isReadable())
            rootProblem = tr("This folder cannot be read; please check its permissions.");
    }
    QString fileProblem;
    if (!m_file->text().isEmpty()) {
        const QFileInfo file(m_file->text());
        if (file.exists())
            fileProblem = tr("A file of this name is there already; it will not be overwritten.");
        else if (!QFileInfo(file.absolutePath()).exists())
            fileProblem = tr("The folder for the project file does not exist.");
    }
    m_rootProblem->setText(rootProblem);
    m_rootProblem->setVisible(!rootProblem.isEmpty());
    m_fileProblem->setText(fileProblem);
    m_fileProblem->setVisible(!fileProblem.isEmpty());
    m_create->setEnabled(rootProblem.isEmpty() && fileProblem.isEmpty() && !m_root->text().isEmpty() &&
                         !m_name->text().trimmed().isEmpty() && !m_file->text().isEmpty());
}

} // namespace naru::gui
