#pragma once

#include "core/model/CodeModel.h"

#include <string>
#include <string_view>

namespace naru::analyzers {

/// The language of a file by its name; Other when no front end reads it.
[[nodiscard]] core::Language languageOf(std::string_view path);

/// A compiled Java class; its language is Java, but it has no text.
[[nodiscard]] bool isClassFile(std::string_view path);

/// Files without a front end whose text is still kept for the audit (scripts, container files, JSON ...).
[[nodiscard]] bool isConfigurationText(std::string_view path);

/// C, C++ and C with embedded SQL.
[[nodiscard]] bool isNative(core::Language language);

/// Test code by the conventions of Maven and Gradle (src/test ...), or by a test's file name below a folder `test` or `tests`; C and
/// C++ by that folder alone, or by a name such as x_test.
[[nodiscard]] bool isTestPath(std::string_view path);
/// The same where isInTestFolder() was asked for the folder of the path.
[[nodiscard]] bool isTestPath(std::string_view path, bool inTestFolder);

/// All below this folder is test code (src/test ..., test modules). The same for all files of one folder; `path` ends with `/`, or names a
/// file in it.
[[nodiscard]] bool isInTestFolder(std::string_view path);

/// Below a module that holds nothing but tests or what only tests use, as its folder says: shop-it-tests/, shop-integration-test/,
/// test-utils/, e2e/, test_fixtures/. A short name that may mean something else, such as a language, counts only for a module with sources:
/// aat/src/, webtest/src/.
[[nodiscard]] bool isInTestModule(std::string_view path);

/// A file of Java or beside it that isTestPath() takes for a test only by a folder `test` that may as well be a package of the system (a laboratory's
/// src/kr/go/lab/test/TestDAO.java): it is one where usesTestFramework() says so.
[[nodiscard]] bool isInTestPackage(std::string_view path);

/// Whether a source or class file names a test framework, or a supertype that is called like a test.
[[nodiscard]] bool usesTestFramework(std::string_view bytes);

/// The path without its ending of what an xTest or xtest of C or C++ tests: test code where a source of that name stands beside it
/// (a contest.c may be anything). Empty for every other path.
[[nodiscard]] std::string_view testedStem(std::string_view path);

/// Bytes that are no UTF-8 as \xNN, so that every path is valid UTF-8.
[[nodiscard]] std::string escapeInvalidUtf8(std::string_view bytes);

} // namespace naru::analyzers
