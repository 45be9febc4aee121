#include "reports/qt/PdfFinish.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace naru::reports {

namespace {

/// In the arrays of a character map, control characters become spaces. Ranges `<0000> <0000>` outside arrays name codes and stay.
std::string withSpaces(std::string map)
{
    bool inArray = false;
    for (std::size_t i = 0; i + 5 < map.size(); ++i) {
        if (map[i] == '[' || map[i] == ']')
            inArray = map[i] == '[';
        const bool control = map[i] == '<' && map.compare(i, 4, "<000") == 0 && map[i + 5] == '>';
        if (inArray && control)
            map.replace(i + 1, 4, "0020");
    }
    return map;
}

void nameSpaces(QPDF& pdf)
{
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
            continue;
        QPDFObjectHandle stream = object.getKey("/ToUnicode");
        const auto data = stream.getStreamData();
        const std::string map(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
        stream.replaceStreamData(withSpaces(map), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

/// The names of embedded fonts begin with six letters that follow an order which each process draws by lot; here they count the fonts by
/// name.
void nameSubsets(QPDF& pdf)
{
    constexpr std::size_t letters = 6;
    const auto isSubset = [](const std::string& name) { return name.size() > letters + 2 && name[letters + 1] == '+'; };
    const auto each = [&](auto&& work) {
        for (QPDFObjectHandle object : pdf.getAllObjects())
            for (const char* key : {"/FontName", "/BaseFont"})
                if (object.isDictionary() && object.hasKey(key) && object.getKey(key).isName() && isSubset(object.getKey(key).getName()))
                    work(object, key, object.getKey(key).getName());
    };
    std::vector<std::string> names;
    each([&](const QPDFObjectHandle&, const char*, const std::string& name) {
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    });
    const auto face = [](const std::string& name) { return name.substr(letters + 2); };
    std::ranges::stable_sort(names, {}, face);
    each([&](QPDFObjectHandle object, const char* key, const std::string& name) {
        std::string tag(letters, 'A');
        auto number = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        for (std::size_t at = letters; number > 0 && at > 0; number /= 26)
            tag[--at] = static_cast<char>('A' + number % 26);
        object.replaceKey(key, QPDFObjectHandle::newName("/" + tag + "+" + face(name)));
    });
}

/// Bookmarks nest by level; /Count of an open entry is the number of all its open descendants.
void addBookmarks(QPDF& pdf, const std::vector<PdfBookmark>& bookmarks)
{
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    if (bookmarks.empty() || pages.empty())
        return;
    struct Open {
        int level;
        QPDFObjectHandle entry;
        QPDFObjectHandle last;
    };
    std::vector<Open> path = {{0, pdf.makeIndirectObject(QPDFObjectHandle::newDictionary()), QPDFObjectHandle::newNull()}};
    path.front().entry.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    for (const PdfBookmark& mark : bookmarks) {
        while (path.back().level >= mark.level)
            path.pop_back();
        Open& parent = path.back();
        QPDFObjectHandle entry = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        entry.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(mark.title));
        entry.replaceKey("/Parent", parent.entry);
        const auto page = static_cast<std::size_t>(std::clamp(mark.page, 1, static_cast<int>(pages.size())) - 1);
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(pages[page].getObjectHandle());
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        entry.replaceKey("/Dest", target);
        if (parent.last.isNull()) {
            parent.entry.replaceKey("/First", entry);
        } else {
            parent.last.replaceKey("/Next", entry);
            entry.replaceKey("/Prev", parent.last);
        }
        parent.entry.replaceKey("/Last", entry);
        parent.last = entry;
        for (Open& above : path) {
            const long long count = above.entry.hasKey("/Count") ? above.entry.getKey("/Count").getIntValue() : 0;
            above.entry.replaceKey("/Count", QPDFObjectHandle::newInteger(count + 1));
        }
        path.push_back({mark.level, entry, QPDFObjectHandle::newNull()});
    }
    pdf.getRoot().replaceKey("/Outlines", path.front().entry);
}

void addLinks(QPDF& pdf, const std::vector<PdfLink>& links)
{
    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    const auto pageAt = [&](int number) {
        return pages[static_cast<std::size_t>(std::clamp(number, 1, static_cast<int>(pages.size())) - 1)].getObjectHandle();
    };
    for (const PdfLink& link : links) {
        QPDFObjectHandle page = pageAt(link.page);
        if (!page.hasKey("/Annots"))
            page.replaceKey("/Annots", QPDFObjectHandle::newArray());
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(pageAt(link.target));
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        QPDFObjectHandle area = QPDFObjectHandle::newArray();
        QPDFObjectHandle border = QPDFObjectHandle::newArray();
        for (const double side : {link.left, link.bottom, link.right, link.top})
            area.appendItem(QPDFObjectHandle::newReal(side, 2));
        for (int i = 0; i < 3; ++i)
            border.appendItem(QPDFObjectHandle::newInteger(0));
        QPDFObjectHandle note = QPDFObjectHandle::newDictionary();
        note.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
        note.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
        note.replaceKey("/Rect", area);
        note.replaceKey("/Border", border);
        note.replaceKey("/Dest", target);
        page.getKey("/Annots").appendItem(pdf.makeIndirectObject(note));
    }
}

} // namespace

core::Result<std::string> finishPdf(const std::string& painted, const core::ReportModel& model, const std::vector<PdfBookmark>& bookmarks,
                                    const std::vector<PdfLink>& links)
{
    try {
        QPDF pdf;
        pdf.processMemoryFile("report", painted.data(), painted.size());
        nameSpaces(pdf);
        nameSubsets(pdf);
        addBookmarks(pdf, bookmarks);
        addLinks(pdf, links);
        QPDFObjectHandle root = pdf.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(model.language));
        root.removeKey("/Metadata"); // holds dates and random ids
        QPDFObjectHandle information = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(model.title));
        information.replaceKey("/Author", QPDFObjectHandle::newUnicodeString(model.author));
        information.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString("Naru"));
        pdf.getTrailer().replaceKey("/Info", information);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    } catch (const std::exception& error) {
        return core::failure(core::ErrorCode::Internal, "report.pdf.failed", {{"detail", error.what()}});
    }
}

} // namespace naru::reports
