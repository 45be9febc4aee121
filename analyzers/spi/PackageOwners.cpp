#include "analyzers/spi/PackageOwners.h"

#include "core/base/PathNames.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers {

namespace {

/// Packages whose code nobody writes for one system: such libraries are left out even when nothing else is there.
constexpr std::string_view kLibraries =
    "java/ javax/ jakarta/ sun/ com/sun/ org/springframework/ org/apache/ org/hibernate/ org/mybatis/ org/slf4j/ "
    "org/eclipse/ org/jboss/ org/aspectj/ org/codehaus/ org/w3c/ org/xml/ org/dom4j/ org/quartz/ org/junit/ junit/ "
    "com/google/ com/fasterxml/ com/mysql/ com/mchange/ com/zaxxer/ com/ibm/ oracle/ com/oracle/ com/microsoft/ "
    "org/postgresql/ org/h2/ org/hsqldb/ com/tmax/ net/sf/ net/bytebuddy/ org/bouncycastle/ kotlin/ scala/ groovy/ "
    "org/glassfish/ io/netty/ io/micrometer/ org/yaml/ org/objectweb/ ch/qos/ com/itextpdf/ org/thymeleaf/ org/joda/ "
    "org/json/ org/jsoup/ com/lowagie/ net/sourceforge/ org/antlr/ antlr/ javassist/ org/javassist/ org/kohsuke/ "
    "org/testng/ org/jdom/ jxl/ org/egovframe/rte/ egovframework/rte/ netscape/ com/netscape/ com/sybase/ "
    "com/oreilly/ com/ibatis/ com/opensymphony/ com/jcraft/ com/thoughtworks/ com/bea/ weblogic/ ";

/// A folder that begins with a general domain: com, org, kr ...
bool inDomain(std::string_view folder)
{
    constexpr std::string_view kDomains[] = {"com", "org", "net", "kr", "go", "co", "gov", "edu", "io", "or", "re", "ac", "jp", "de", "uk"};
    return std::ranges::find(kDomains, folder.substr(0, folder.find('/'))) != std::end(kDomains);
}

} // namespace

bool isLibraryPackage(std::string_view folder)
{
    const std::string path = std::string(folder) + "/";
    bool known = false;
    core::eachWord(kLibraries, [&](std::string_view library) { known = known || path.starts_with(library); });
    return known;
}

std::string ownerOf(std::string_view folder)
{
    const std::size_t wanted = inDomain(folder) ? 3 : 2;
    std::size_t end = 0;
    for (std::size_t i = 0; i < wanted && end != std::string_view::npos; ++i)
        end = folder.find('/', end == 0 ? 0 : end + 1);
    return std::string(folder.substr(0, end));
}

std::string_view packageFolder(std::string_view path)
{
    for (const std::string_view root : {"WEB-INF/classes/", "BOOT-INF/classes/", "OSGI-OPT/src/"})
        if (const std::size_t at = path.rfind(root); at != std::string_view::npos)
            path = path.substr(at + root.size());
    return core::folderOf(path);
}

std::vector<std::string> ownersOfFolder(std::string_view folder)
{
    const std::string path = "/" + std::string(folder) + "/";
    for (const std::string_view root : {"/src/main/java/", "/src/test/java/", "/WEB-INF/classes/", "/WEB-INF/src/", "/src/java/",
                                        "/JavaSource/", "/src/", "/java/", "/classes/", "/source/"})
        if (const std::size_t at = path.rfind(root); at != std::string::npos) {
            const std::string_view package = folder.substr(std::min(folder.size(), at + root.size() - 1));
            return package.empty() ? std::vector<std::string>() : std::vector{ownerOf(package)};
        }
    std::vector<std::string> out;
    for (std::size_t at = 0; at < folder.size(); at = std::min(folder.find('/', at), folder.size() - 1) + 1)
        if (at == 0 || inDomain(folder.substr(at)))
            out.push_back(ownerOf(folder.substr(at)));
    return out;
}

} // namespace naru::analyzers
