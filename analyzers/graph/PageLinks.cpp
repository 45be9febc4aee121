#include "analyzers/graph/PageLinks.h"

#include "analyzers/graph/ComponentUnits.h"
#include "analyzers/graph/EntryIndex.h"
#include "analyzers/graph/PageScripts.h"
#include "analyzers/graph/ScriptWrappers.h"
#include "analyzers/web/Letters.h"
#include "analyzers/web/ScriptLinks.h"
#include "analyzers/web/ScriptUrls.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class PageLinks {
public:
    PageLinks(CodeModel& model, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
        : m_model(model),
          m_lookup(lookup),
          m_facts(facts),
          m_views(views),
          m_entries(model),
          m_scripts(model, facts, views, m_entries),
          m_wrappers(model, facts, views)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_views.size(); ++i) {
            links(ViewId(i));
        }
    }

private:
    struct Seen {
        std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> links;
    };

    void links(ViewId from)
    {
        Seen seen;
        for (const web::ViewLink& link : m_views.facts(from).links) {
            follow(from, link, m_model[from].file, seen);
        }
        for (const AskedAddress& address : m_views.addresses().of(m_model[from].file)) {
            followAsked(from, address, seen);
        }
        const bool component = !m_views.facts(from).module.empty(); // requests of its modules are known by their functions
        for (const LoadedLink& loaded : m_scripts.links(from)) {
            if (!component || loaded.link->kind != web::LinkKind::Ajax) {
                follow(from, *loaded.link, loaded.file, seen);
            }
        }
        m_wrappers.eachAddress(from, [&](const std::string& address, std::uint32_t line) { followMade(from, address, line, seen); });
    }

    /// `file`: where the link stands, the page or a script that it loads.
    void follow(ViewId from, web::ViewLink link, FileId file, Seen& seen)
    {
        const std::vector<std::string> addresses = addressesOf(link.url);
        link.url = addresses.front();
        const auto add = [&](ViewId view, EntryPointId entry) {
            if (seen.links.emplace(view.value, entry.value, view.valid() || entry.valid() ? std::string() : link.url).second) {
                const Rule rule = link.kind == web::LinkKind::Include ? Rule::Include : Rule::Url;
                m_model.viewLinks.push_back({from, view, entry, m_model.intern(link.url), {file, link.line}, rule});
            }
        };
        if (link.kind == web::LinkKind::Event) {
            for (const EntryPointId entry : events(link)) {
                add({}, entry);
            }
            return;
        }
        for (const std::string& address : addresses) {
            link.url = address;
            if (const ViewId view = target(from, link); view.valid()) {
                add(view, {});
                pagesOf(link.query, add);
                return;
            }
            const auto entries = meant(
                m_entries.at(link.url, link.method.empty() ? (link.kind == web::LinkKind::Form ? "POST" : "GET") : link.method), link.query, from);
            for (const EntryPointId entry : entries) {
                add({}, entry);
            }
            if (!entries.empty()) {
                pagesOf(link.query, add);
                return;
            }
        }
        if (const ViewId view = belowAFolder(addresses.front()); view.valid()) {
            add(view, {});
            return;
        }
        // In scripts, also those of libraries, many a text only looks like a URL.
        if (file == m_model[from].file) {
            link.url = addresses.front();
            add({}, {});
        }
    }

    /// The only page that ends in a path of several folders, before which a script puts the path of the application: home + "/sales/order/list.jsp".
    [[nodiscard]] ViewId belowAFolder(const std::string& url) const
    {
        return url.starts_with('/') && url.find('/', 1) != std::string::npos && url.find('.') != std::string::npos ? m_views.ending(url) : ViewId();
    }

    /// The pages that a query names for a frame to include: main.jsp?page=member/list.jsp
    void pagesOf(const std::string& query, const auto& add) const
    {
        for (std::size_t end = query.find(".jsp"); end != std::string::npos; end = query.find(".jsp", end + 1)) {
            const std::size_t behind = end + 4;
            const std::size_t start = query.rfind('=', end);
            if ((behind < query.size() && query[behind] != '&') || start == std::string::npos || query.find('&', start) < end) {
                continue;
            }
            const std::string value = query.substr(start + 1, behind - start - 1);
            if (const ViewId view = m_views.at(value.starts_with('/') ? value : "/" + value); view.valid()) {
                add(view, EntryPointId());
            }
        }
    }

    /// What a component asks for. Proxies and clients put a prefix before it or take one away.
    void followAsked(ViewId from, const AskedAddress& address, Seen& seen)
    {
        std::string written = address.url;
        while (written.starts_with("{}") && written.size() > 2) // base + 'orders'
            written = (written[2] == '/' || written[2] == '{' ? "" : "/") + written.substr(2);
        for (std::size_t at = written.find("//"); at != std::string::npos && written.find("://") == std::string::npos; at = written.find("//", at))
            written.erase(at, 1);
        const std::string url = web::cleanUrl(written);
        if (url.empty() || web::isStaticFile(url))
            return;
        const auto entries = address.link ? m_entries.at(url, "GET") : m_entries.asked(url, address.method);
        for (const EntryPointId entry : meant(entries, web::urlQuery(address.url), from))
            if (seen.links.emplace(ViewId().value, entry.value, std::string()).second)
                m_model.viewLinks.push_back({from, {}, entry, m_model.intern(url), {address.file, address.line}, Rule::Url});
        const bool own = address.file == m_model[from].file && !address.link; // in modules that many use it would be said too often
        if (entries.empty() && own && seen.links.emplace(ViewId().value, EntryPointId().value, url).second)
            m_model.viewLinks.push_back({from, {}, {}, m_model.intern(url), {address.file, address.line}, Rule::Url});
    }

    /// An address that functions of the application put together; one that leads nowhere may be none.
    void followMade(ViewId from, const std::string& address, std::uint32_t line, Seen& seen)
    {
        const std::string service(web::servicePrefix(address));
        const std::string clean = web::cleanUrl(address.starts_with("{}/") ? address.substr(2) : address);
        if (clean.empty())
            return;
        for (const std::string& known : addressesOf(service.empty() ? clean : service + "::" + clean)) {
            auto entries = meant(m_entries.at(known, "GET"), web::urlQuery(address), from);
            if (entries.empty() && known.find("{}") != std::string::npos)
                entries = m_entries.withHoles(known);
            for (const EntryPointId entry : entries)
                if (seen.links.emplace(ViewId().value, entry.value, std::string()).second)
                    m_model.viewLinks.push_back({from, {}, entry, m_model.intern(known), {m_model[from].file, line}, Rule::Url});
            if (!entries.empty())
                return;
        }
    }

    /// The parameter by which all of several entry points are chosen (`x.do?method=load`); empty when there is none.
    [[nodiscard]] std::string_view choosing(const std::vector<EntryPointId>& entries) const
    {
        std::string_view common;
        for (const EntryPointId entry : entries) {
            const std::string_view id = m_model.text(m_model[entry].id);
            const std::string_view query = id.substr(std::min(id.find('?'), id.size() - 1) + 1);
            const std::string_view name = query.substr(0, std::min(query.find('='), query.size()));
            if (name.size() == query.size() || (!common.empty() && name != common))
                return {};
            common = name;
        }
        return entries.size() > 1 ? common : std::string_view();
    }

    /// Those of a path that a link without the parameter which chooses among them can mean: the page gives it the value, else all. None
    /// when the link states a value that leads nowhere.
    [[nodiscard]] std::vector<EntryPointId> chosen(std::vector<EntryPointId> entries, const std::string& query, ViewId from) const
    {
        const std::string_view name = choosing(entries);
        if (name.empty())
            return entries;
        const std::string wanted = "&" + std::string(name) + "=";
        if (const std::size_t at = ("&" + query).find(wanted); at != std::string::npos) {
            const std::string value = query.substr(at + wanted.size() - 1, query.find('&', at + wanted.size() - 1) - (at + wanted.size() - 1));
            const bool constant = !value.empty() && std::ranges::all_of(value, [](char c) { return web::isScriptWordChar(c) || c == '.' || c == '-'; });
            return constant ? std::vector<EntryPointId>() : entries;
        }
        std::vector<EntryPointId> given;
        for (const EntryPointId entry : entries) {
            const std::string_view id = m_model.text(m_model[entry].id);
            if (std::ranges::binary_search(m_views.facts(from).assigned, id.substr(id.find('?') + 1), {}, [](const std::string& one) { return std::string_view(one); }))
                given.push_back(entry);
        }
        return given.empty() ? std::move(entries) : given;
    }

    /// Those of a path whose parameter the query of a link names (`x.do?method=load`, `Catalog.action?viewItem=`); all when it names none.
    [[nodiscard]] std::vector<EntryPointId> meant(std::vector<EntryPointId> entries, const std::string& query, ViewId from) const
    {
        std::vector<EntryPointId> named;
        for (const EntryPointId entry : query.empty() ? std::vector<EntryPointId>() : entries) {
            const std::string_view id = m_model.text(m_model[entry].id);
            const std::size_t start = id.find('?');
            const std::string wanted = "&" + std::string(start == std::string_view::npos ? id : id.substr(start + 1));
            for (std::size_t at = ("&" + query).find(wanted); start != std::string_view::npos && at != std::string::npos;
                 at = ("&" + query).find(wanted, at + 1)) {
                const char next = at + wanted.size() > query.size() ? '&' : query[at + wanted.size() - 1];
                if (next == '&' || (next == '=' && wanted.find('=') == std::string::npos)) {
                    named.push_back(entry);
                    break;
                }
            }
        }
        return named.empty() ? chosen(std::move(entries), query, from) : named;
    }

    /// What a link may stand for: an address of a Nexacro service ("svcPosting::addSlip") with the path of its prefix, that path
    /// without its first part, which may be the name that the server gives the application, and the rest alone.
    std::vector<std::string> addressesOf(const std::string& url)
    {
        const std::string prefix(web::servicePrefix(url));
        if (prefix.empty())
            return {url};
        const auto [known, added] = m_services.try_emplace(prefix);
        if (added)
            known->second = m_facts.setting("screen.service." + prefix);
        const std::string rest = url.substr(prefix.size() + 2);
        if (known->second.empty())
            return {rest};
        const std::string whole = known->second + rest.substr(rest.starts_with('/') ? 1 : 0);
        if (!whole.starts_with('/')) // a folder of the tree
            return {webPathOf(whole), rest};
        const std::size_t context = whole.find('/', 1);
        return context == std::string::npos ? std::vector{whole, rest} : std::vector{whole, whole.substr(context), rest};
    }

    ViewId target(ViewId from, const web::ViewLink& link) const
    {
        if (const ViewId view = m_views.at(link.url, from); view.valid()) {
            return view;
        }
        const std::string& url = link.url;
        if (url.ends_with(".faces") || url.ends_with(".jsf")) {
            return m_views.at(url.substr(0, url.rfind('.')) + ".xhtml", from);
        }
        if (link.kind == web::LinkKind::Include) {
            const auto found = m_views.named(url, false);
            return found.size() == 1 ? found.front() : ViewId();
        }
        if (url.find('.') == std::string::npos && m_views.facts(from).kind == ViewKind::Xhtml) {
            return m_views.at(url + ".xhtml", from);
        }
        return {};
    }

    /// Those of a class and its method as a screen names them; of several classes of one name those of the component before it: ep.SaleBase@PSale_pFind.
    std::vector<EntryPointId> transactions(const std::string& name) const
    {
        const std::size_t at = name.find('@') + 1; // npos + 1 is 0
        std::vector<EntryPointId> found = m_entries.exact("/" + name.substr(at));
        if (found.size() > 1 && at != 0) {
            std::erase_if(found, [&](EntryPointId entry) {
                const MemberId handler = m_model[entry].handler;
                return handler.valid() && !inComponent(m_lookup.text(m_model[m_model[handler].owner].name), name.substr(0, at - 1));
            });
        }
        return found;
    }

    /// Stripes: the entry points of an action bean class, of one event if it is named. Else those of a transaction.
    std::vector<EntryPointId> events(const web::ViewLink& link) const
    {
        if (link.method.empty() && link.url.find('.') != std::string::npos) { // a statement that the screen names
            if (auto found = m_entries.exact(link.url); !found.empty()) {
                return found;
            }
        }
        if (link.method.empty() && link.url.find('_') != std::string::npos) {
            if (auto found = transactions(link.url); !found.empty()) {
                return found;
            }
        }
        if (auto service = link.method.empty() ? std::vector<EntryPointId>() : m_entries.exact("/" + link.url + "/" + link.method); !service.empty()) {
            return service;
        }
        std::vector<EntryPointId> all;
        std::vector<EntryPointId> named;
        const TypeId type = m_lookup.anyType(link.url);
        for (std::size_t i = 0; type.valid() && i < m_model.entryPoints.size(); ++i) {
            const EntryPoint& entry = m_model.entryPoints[i];
            if (entry.handler.valid() && m_model[entry.handler].owner == type) {
                all.push_back(EntryPointId(i));
                if (m_lookup.text(m_model[entry.handler].name) == link.method) {
                    named.push_back(EntryPointId(i));
                }
            }
        }
        return named.empty() ? all : named;
    }

    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    std::map<std::string, std::string> m_services; ///< path of each prefix
    EntryIndex m_entries;
    PageScripts m_scripts;
    ScriptWrappers m_wrappers;
};

} // namespace

void linkPages(CodeModel& model, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
{
    PageLinks(model, lookup, facts, views).run();
}

} // namespace naru::analyzers::graph
