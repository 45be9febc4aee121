// The part of UnitVisitor that knows entry points by how they are declared.

#include "analyzers/cpp/UnitVisitor.h"

namespace naru::analyzers::cpp {

namespace {

/// A slot that answers and changes nothing: a question that scripts may ask, no action of a user.
bool onlyAnswers(CXCursor function)
{
    return clang_CXXMethod_isConst(function) != 0 && clang_getCanonicalType(clang_getCursorResultType(function)).kind != CXType_Void;
}

} // namespace

/// Slots of Qt, and functions that a library shows to other programs.
void UnitVisitor::attribute(CXCursor cursor, CXCursor function, Text key)
{
    const Spot at = m_symbols.spot(function);
    const std::string text = cursor.kind == CXCursor_AnnotateAttr ? take(clang_getCursorSpelling(cursor)) : std::string();
    const bool exported =
        cursor.kind == CXCursor_DLLExport || (cursor.kind == CXCursor_VisibilityAttr && take(clang_getCursorSpelling(cursor)) == "default");
    if (!at.own() || (text != "qt_slot" && !exported) || (!exported && onlyAnswers(function)))
        return;
    if (exported && take(clang_getCursorSpelling(function)).starts_with("operator")) // clang shows operator delete to all by itself
        return;
    const auto kind = exported ? core::EntryPointKind::Remote : core::EntryPointKind::Action;
    m_out.entries.push_back({key, 0, 0, static_cast<std::uint32_t>(kind), at.place()});
}

/// main, the services of Tuxedo and Tmax, the procedures of RPC.
void UnitVisitor::entry(const MemberFact& fact, bool method, const Spot& at)
{
    const std::string_view signature = m_symbols.view(fact.signature);
    const auto add = [&](core::EntryPointKind kind) {
        m_out.entries.push_back({fact.key, 0, 0, static_cast<std::uint32_t>(kind), at.place()});
    };
    const bool grpc = method && (signature.find("(ServerContext*,") != std::string_view::npos ||
                                 signature.find("(CallbackServerContext*,") != std::string_view::npos);
    const bool sunRpc = !method && signature.ends_with(",svc_req*)");
    if (grpc || sunRpc) { // an implementation of a service of gRPC; what rpcgen calls
        add(core::EntryPointKind::Remote);
        return;
    }
    if (method)
        return;
    if (signature.starts_with("main("))
        add(core::EntryPointKind::Main);
    else if (signature.ends_with("(TPSVCINFO*)") && has(fact.flags, core::MemberFlag::Static) == false)
        add(core::EntryPointKind::Service);
    else if (signature.starts_with("cgiMain("))
        m_out.entries.push_back({fact.key, m_symbols.text("cgi"), 0, static_cast<std::uint32_t>(core::EntryPointKind::Http), at.place()});
}

} // namespace naru::analyzers::cpp
