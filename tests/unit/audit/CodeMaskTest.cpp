#include "analyzers/audit/CodeMask.h"

#include <gtest/gtest.h>

namespace {

using namespace naru::analyzers::audit;

/// Comment text is marked with XX; nothing of it may stay, everything else must.
void expectMasked(Syntax syntax, std::string_view text, std::string_view kept)
{
    const std::string masked = maskComments(text, syntax);
    EXPECT_EQ(masked.size(), text.size()) << text;
    EXPECT_EQ(std::count(masked.begin(), masked.end(), '\n'), std::count(text.begin(), text.end(), '\n')) << text;
    EXPECT_EQ(masked.find("XX"), std::string::npos) << text << "\n" << masked;
    EXPECT_NE(masked.find(kept), std::string::npos) << text << "\n" << masked;
}

TEST(CodeMask, javaComments)
{
    expectMasked(Syntax::CLike, "a; // XX\nb;", "b;");
    expectMasked(Syntax::CLike, "a; /* XX\nXX */ b;", "b;");
    expectMasked(Syntax::CLike, "String u = \"http://h/*x*/\"; // XX", "\"http://h/*x*/\"");
    expectMasked(Syntax::CLike, "char c = '\"'; // XX\nk();", "k();");
    expectMasked(Syntax::CLike, "s = \"\\\"//q\"; /* XX */ k();", "\\\"//q");
    expectMasked(Syntax::CLike, "s = \"\"\"\n // in block \"quoted\"\n\"\"\"; // XX", "// in block");
    expectMasked(Syntax::CLike, "/* XX", "");
}

TEST(CodeMask, cAndItsPreprocessor)
{
    expectMasked(Syntax::CFamily, "a; // XX \\\n XX\nb;", "b;");
    expectMasked(Syntax::CFamily, "int n = 1'000'000; // XX\nk();", "k();");
    expectMasked(Syntax::CFamily, "s = R\"x(// \"kept\" )x\"; // XX", "// \"kept\" )x");
    expectMasked(Syntax::CFamily, "# if 0 \n XX\n#ifdef A\n XX\n#endif\n XX\n#else\nk();\n#endif", "k();");
    expectMasked(Syntax::CFamily, "#if 0\n XX", "");
    expectMasked(Syntax::CFamily, "#if 01\nk();\n#endif /* XX */", "k();");
    EXPECT_EQ(maskComments("f(\"a\", R\"(b)\");", Syntax::CFamily, false), "f(\" \", R\"( )\");");
}

TEST(CodeMask, pages)
{
    expectMasked(Syntax::Jsp, "<p>http://h</p><%-- XX --%><!-- XX -->", "http://h");
    expectMasked(Syntax::Jsp, "<% a(); // XX %><b>k</b>", "<b>k</b>");
    expectMasked(Syntax::Jsp, "<% /* XX */ k(\"//s\"); %>", "k(\"//s\")");
    expectMasked(Syntax::Jsp, "<script>var u='http://h'; // XX\nk();</script>", "'http://h'");
}

TEST(CodeMask, otherFormats)
{
    expectMasked(Syntax::Xml, "<a><!-- XX --><b/></a>", "<b/>");
    expectMasked(Syntax::Sql, "SELECT '--x' -- XX\nFROM T /* XX */", "'--x'");
    expectMasked(Syntax::Hash, "# XX\na=http://h#frag", "http://h#frag");
}

TEST(CodeMask, stringsCanBeBlankedToo)
{
    const std::string masked = maskComments("p(\"secret\"); q();", Syntax::CLike, false);
    EXPECT_EQ(masked, "p(\"      \"); q();");
}

} // namespace
