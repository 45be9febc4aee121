#pragma once

#include "core/base/Texts.h"
#include "core/model/Evidence.h"

#include <QLocale>
#include <QObject>
#include <QTranslator>

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace naru::gui {

/// The language of the window: Qt's translations, the texts of the layers
/// below, and the way numbers are written. Can change while running.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(std::filesystem::path resources, QObject* parent = nullptr);
    ~Language() override;

    /// "ko" or "en"; an empty code means that of the system.
    void choose(const QString& code);
    [[nodiscard]] const QString& code() const { return m_code; }
    [[nodiscard]] const std::string& stdCode() const { return m_stdCode; }

    /// Sentence of a key of resources/texts.
    [[nodiscard]] QString text(std::string_view key, const core::TextArgs& args = {}) const;
    [[nodiscard]] bool has(std::string_view key) const { return m_texts.has(key); }
    [[nodiscard]] QString text(const core::Error& error) const;
    [[nodiscard]] QString text(const core::Diagnostic& diagnostic) const;
    [[nodiscard]] QString text(const core::LocalText& text) const;
    /// Number with thousands marks.
    [[nodiscard]] QString number(qint64 value) const { return m_locale.toString(value); }
    [[nodiscard]] QString number(double value, int decimals) const { return m_locale.toString(value, 'f', decimals); }
    /// Exact decimal text with thousands marks, whatever its length.
    [[nodiscard]] static QString grouped(const std::string& decimal);
    /// "1,234원" or "KRW 1,234".
    [[nodiscard]] QString won(const std::string& amount) const;

signals:
    void changed();

private:
    std::filesystem::path m_resources;
    core::Texts m_texts;
    QString m_code;
    std::string m_stdCode;
    QLocale m_locale;
    QTranslator m_ours;
    QTranslator m_qt;
};

/// Texts of a widget that must be said again when the language changes:
/// each is a function that sets them, run at once and on every change.
class Words : public QObject {
    Q_OBJECT
public:
    explicit Words(Language& language, QObject* parent);
    void say(std::function<void()> sentence);

private:
    std::vector<std::function<void()>> m_sentences;
};

inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Texts with commas between; of more than `most` the first ones and an ellipsis (negative: all).
QString joined(const std::vector<std::string>& texts, qsizetype most = -1);

} // namespace naru::gui
