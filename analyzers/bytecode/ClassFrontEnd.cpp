#include "analyzers/bytecode/ClassFrontEnd.h"

#include "analyzers/bytecode/ClassFacts.h"

namespace naru::analyzers::bytecode {

std::string ClassFrontEnd::topLevelOf(std::string_view bytes)
{
    const auto file = ClassFile::read(bytes);
    if (!file || (file->access & kModule) != 0)
        return {};
    constexpr int kDeepest = 64;
    std::string_view name = file->name;
    for (int depth = 0; depth < kDeepest; ++depth) {
        const InnerClass* inner = file->inner(name);
        if (inner == nullptr)
            break;
        if (!inner->outer.empty())
            name = inner->outer;
        else if (name == file->name && !file->enclosingClass.empty())
            name = file->enclosingClass;
        else if (const std::size_t dollar = name.rfind('$'); dollar != std::string_view::npos && dollar > 0)
            name = name.substr(0, dollar); // local, by a compiler that names no enclosing class
        else
            break;
    }
    return std::string(name);
}

java::FileFacts ClassFrontEnd::read(std::span<const std::string_view> files)
{
    java::FileFacts facts;
    facts.package = core::StringId(0U);
    ClassGroup group;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto file = ClassFile::read(files[i]);
        if (file)
            group.classes.push_back({.file = std::move(*file)});
        else if (i == 0)
            facts.failed = true;
    }
    if (!facts.failed && !group.classes.empty())
        ClassFacts(group, m_intern, facts).run();
    return facts;
}

} // namespace naru::analyzers::bytecode
