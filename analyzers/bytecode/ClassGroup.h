#pragma once

#include "analyzers/bytecode/ClassFile.h"
#include "analyzers/java/JavaFacts.h"

#include <deque>
#include <map>
#include <string_view>
#include <vector>

namespace naru::analyzers::bytecode {

/// A class of a group and where it stands among the facts.
struct GroupedClass {
    ClassFile file;
    std::uint32_t type = java::kNone; ///< in FileFacts::types
    bool local = false;               ///< declared in a body, or anonymous
    bool anonymous = false;
    bool placed = false; ///< its LocalType was written
    std::uint32_t inMember = java::kNone;
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> members; ///< name and descriptor -> member facts
};

/// A top-level class with all that is declared inside it: what one source file was. The top-level class comes first.
struct ClassGroup {
    std::deque<GroupedClass> classes;

    [[nodiscard]] GroupedClass* find(std::string_view binaryName)
    {
        for (GroupedClass& entry : classes)
            if (entry.file.name == binaryName)
                return &entry;
        return nullptr;
    }
};

} // namespace naru::analyzers::bytecode
