#include "analyzers/graph/LibraryTypes.h"

#include <string>
#include <string_view>

namespace naru::analyzers::graph {

using core::StringId;

enum class LibraryTypes::Family : std::uint32_t {
    Collection,
    Iterator,
    Map,
    Entry,
    Optional,
    Stream,
    Holder, ///< gives its only argument back: futures, references, response entities
    Class,
    String,
    Builder, ///< StringBuilder and StringBuffer
    Box,
    Query,
    Repository,
    Persistence,
    Client, ///< takes X.class and gives an X
};

namespace {

/// Rules: 0 first argument, 1 second argument, s stream of the first, i iterator, l list, o optional of the first, k set of the first,
/// v collection of the second, e set of entries, S same type, L stream of the lambda's result, O optional of it, R the result itself,
/// F the lambda's result as it is (a stream), C type of the class argument, D list of it, Q query of it, A first method argument's type,
/// t String, n int, g long, b boolean, z void, x String array
template <typename F> void eachWord(std::string_view words, F&& f)
{
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at)
            f(words.substr(at, end - at));
        at = end + 1;
    }
}

} // namespace

LibraryTypes::LibraryTypes(core::StringPool& pool, const LibraryNames& names)
    : m_names(names),
      m_stream(pool.intern("java.util.stream.Stream")),
      m_list(pool.intern("java.util.List")),
      m_set(pool.intern("java.util.Set")),
      m_collection(pool.intern("java.util.Collection")),
      m_iterator(pool.intern("java.util.Iterator")),
      m_optional(pool.intern("java.util.Optional")),
      m_entry(pool.intern("java.util.Map.Entry")),
      m_query(pool.intern("javax.persistence.TypedQuery"))
{
    m_stringArray = *names.string;
    m_stringArray.dimensions = 1;
    addFamily(pool, Family::Collection,
              "java.util.List java.util.ArrayList java.util.LinkedList java.util.Vector java.util.Stack java.util.Collection java.util.Set "
              "java.util.HashSet java.util.LinkedHashSet java.util.TreeSet java.util.SortedSet java.util.Queue java.util.Deque "
              "java.util.ArrayDeque java.util.PriorityQueue java.lang.Iterable java.util.NavigableSet "
              "java.util.concurrent.CopyOnWriteArrayList java.util.concurrent.BlockingQueue java.util.concurrent.ConcurrentLinkedQueue "
              "java.util.concurrent.LinkedBlockingQueue org.springframework.data.domain.Page org.springframework.data.domain.Slice "
              "javax.enterprise.inject.Instance jakarta.enterprise.inject.Instance");
    addFamily(pool, Family::Iterator, "java.util.Iterator java.util.ListIterator java.util.Enumeration");
    addFamily(pool, Family::Map,
              "java.util.Map java.util.HashMap java.util.LinkedHashMap java.util.TreeMap java.util.Hashtable java.util.SortedMap "
              "java.util.concurrent.ConcurrentHashMap java.util.concurrent.ConcurrentMap java.util.NavigableMap java.util.EnumMap");
    addFamily(pool, Family::Entry, "java.util.Map.Entry java.util.Entry");
    addFamily(pool, Family::Optional, "java.util.Optional");
    addFamily(pool, Family::Stream, "java.util.stream.Stream");
    addFamily(pool, Family::Holder,
              "java.util.concurrent.Future java.util.concurrent.CompletableFuture java.util.concurrent.Callable java.lang.ThreadLocal "
              "java.util.concurrent.atomic.AtomicReference java.util.function.Supplier java.lang.ref.WeakReference "
              "java.lang.ref.SoftReference org.springframework.http.ResponseEntity org.springframework.http.HttpEntity "
              "org.springframework.beans.factory.ObjectProvider org.springframework.beans.factory.ObjectFactory javax.inject.Provider "
              "jakarta.inject.Provider");
    addFamily(pool, Family::Class, "java.lang.Class");
    addFamily(pool, Family::String, "java.lang.String");
    addFamily(pool, Family::Builder, "java.lang.StringBuilder java.lang.StringBuffer");
    addFamily(pool, Family::Box, "java.lang.Integer java.lang.Long java.lang.Double java.lang.Boolean java.lang.Float java.lang.Short");
    addFamily(pool, Family::Query, "javax.persistence.TypedQuery jakarta.persistence.TypedQuery org.hibernate.query.Query");
    addFamily(pool, Family::Repository,
              "org.springframework.data.jpa.repository.JpaRepository org.springframework.data.repository.CrudRepository "
              "org.springframework.data.repository.ListCrudRepository org.springframework.data.repository.PagingAndSortingRepository "
              "org.springframework.data.repository.Repository org.springframework.data.mongodb.repository.MongoRepository");
    addFamily(pool, Family::Persistence, "javax.persistence.EntityManager jakarta.persistence.EntityManager org.hibernate.Session");
    addFamily(pool, Family::Client,
              "org.springframework.web.client.RestTemplate com.fasterxml.jackson.databind.ObjectMapper com.google.gson.Gson "
              "org.springframework.context.ApplicationContext org.springframework.beans.factory.BeanFactory "
              "org.springframework.web.context.WebApplicationContext org.modelmapper.ModelMapper javax.ws.rs.core.Response "
              "jakarta.ws.rs.core.Response org.springframework.jdbc.core.JdbcTemplate "
              "java.sql.Wrapper org.apache.ibatis.session.SqlSession");

    addResults(pool, Family::Collection, "0",
               "get remove getFirst getLast removeFirst removeLast poll peek pop element elementAt firstElement lastElement first last set "
               "take floor ceiling higher lower pollFirst pollLast peekFirst peekLast");
    addResults(pool, Family::Collection, "s", "stream parallelStream");
    addResults(pool, Family::Collection, "i", "iterator listIterator descendingIterator elements");
    addResults(pool, Family::Collection, "S", "subList headSet tailSet subSet reversed descendingSet");
    addResults(pool, Family::Collection, "l", "getContent");
    addResults(pool, Family::Collection, "n", "size indexOf lastIndexOf getTotalPages getNumber");
    addResults(pool, Family::Collection, "b", "isEmpty contains add addAll containsAll removeAll removeIf retainAll hasNext");
    addResults(pool, Family::Iterator, "0", "next previous nextElement");
    addResults(pool, Family::Iterator, "b", "hasNext hasMoreElements hasPrevious");
    addResults(pool, Family::Map, "1",
               "get put remove getOrDefault putIfAbsent computeIfAbsent computeIfPresent compute merge replace elementAt");
    addResults(pool, Family::Map, "k", "keySet navigableKeySet");
    addResults(pool, Family::Map, "v", "values");
    addResults(pool, Family::Map, "e", "entrySet");
    addResults(pool, Family::Map, "0", "firstKey lastKey");
    addResults(pool, Family::Map, "i", "keys");
    addResults(pool, Family::Map, "b", "containsKey containsValue isEmpty");
    addResults(pool, Family::Map, "n", "size");
    addResults(pool, Family::Entry, "0", "getKey");
    addResults(pool, Family::Entry, "1", "getValue setValue");
    addResults(pool, Family::Optional, "0", "get orElse orElseGet orElseThrow");
    addResults(pool, Family::Optional, "S", "filter or");
    addResults(pool, Family::Optional, "O", "map");
    addResults(pool, Family::Optional, "F", "flatMap");
    addResults(pool, Family::Optional, "s", "stream");
    addResults(pool, Family::Optional, "b", "isPresent isEmpty");
    addResults(pool, Family::Stream, "S",
               "filter sorted distinct limit skip peek parallel sequential takeWhile dropWhile onClose unordered");
    addResults(pool, Family::Stream, "L", "map mapToObj");
    addResults(pool, Family::Stream, "F", "flatMap");
    addResults(pool, Family::Stream, "o", "findFirst findAny min max");
    addResults(pool, Family::Stream, "l", "toList collect");
    addResults(pool, Family::Stream, "i", "iterator");
    addResults(pool, Family::Stream, "b", "anyMatch allMatch noneMatch");
    addResults(pool, Family::Stream, "g", "count");
    addResults(pool, Family::Holder, "0", "get getBody getObject call join getIfAvailable getNow");
    addResults(pool, Family::Class, "0", "newInstance cast");
    addResults(pool, Family::Class, "t", "getName getSimpleName");
    addResults(pool, Family::String, "t",
               "substring trim toUpperCase toLowerCase replace replaceAll replaceFirst concat intern strip repeat toString valueOf format "
               "join formatted");
    addResults(pool, Family::String, "n", "length indexOf lastIndexOf compareTo compareToIgnoreCase hashCode");
    addResults(pool, Family::String, "b", "equals equalsIgnoreCase startsWith endsWith contains isEmpty isBlank matches");
    addResults(pool, Family::String, "x", "split");
    addResults(pool, Family::String, "c", "charAt");
    addResults(pool, Family::Builder, "S", "append insert reverse delete deleteCharAt replace");
    addResults(pool, Family::Builder, "t", "toString substring");
    addResults(pool, Family::Builder, "n", "length indexOf lastIndexOf");
    addResults(pool, Family::Box, "n", "intValue parseInt compareTo hashCode");
    addResults(pool, Family::Box, "g", "longValue parseLong");
    addResults(pool, Family::Box, "d", "doubleValue parseDouble");
    addResults(pool, Family::Box, "b", "booleanValue parseBoolean equals");
    addResults(pool, Family::Box, "t", "toString toHexString");
    addResults(pool, Family::Box, "S", "valueOf");
    addResults(pool, Family::Query, "0", "getSingleResult uniqueResult");
    addResults(pool, Family::Query, "l", "getResultList list");
    addResults(pool, Family::Query, "s", "getResultStream");
    addResults(pool, Family::Query, "S", "setParameter setMaxResults setFirstResult setHint setLockMode setFlushMode");
    addResults(pool, Family::Repository, "o", "findById findOne");
    addResults(pool, Family::Repository, "l", "findAll findAllById saveAll");
    addResults(pool, Family::Repository, "0", "getOne getById getReferenceById");
    addResults(pool, Family::Repository, "A", "save saveAndFlush");
    addResults(pool, Family::Persistence, "C", "find getReference get load unwrap");
    addResults(pool, Family::Persistence, "A", "merge");
    addResults(pool, Family::Persistence, "Q", "createQuery createNamedQuery createNativeQuery");
    addResults(pool, Family::Client, "C",
               "getForObject postForObject patchForObject readValue convertValue fromJson getBean map readEntity queryForObject unwrap "
               "getMapper get");
    addResults(pool, Family::Client, "D", "queryForList");
    addResults(pool, Family::Client, "H", "getForEntity postForEntity exchange");

    const auto function = [&](std::string_view names2, std::string_view indices) {
        eachWord(names2, [&](std::string_view name) {
            std::uint32_t packed = 0;
            for (std::size_t i = 0; i < indices.size(); ++i)
                packed |= static_cast<std::uint32_t>(indices[i] - '0' + 1) << (4 * i);
            m_functions.insert(pool.intern(name).value, packed);
            m_functions.insert(pool.intern("java.util.function." + std::string(name)).value, packed);
            m_functions.insert(pool.intern("java.util." + std::string(name)).value, packed);
        });
    };
    function("Consumer Predicate Function ToIntFunction ToLongFunction ToDoubleFunction", "0");
    function("UnaryOperator", "0");
    function("BiConsumer BiFunction BiPredicate", "01");
    function("BinaryOperator Comparator", "00");
}

void LibraryTypes::addFamily(core::StringPool& pool, Family family, std::string_view names)
{
    eachWord(names, [&](std::string_view name) {
        m_families.insert(pool.intern(name).value, static_cast<std::uint32_t>(family));
        m_families.insert(pool.intern(name.substr(name.rfind('.') + 1)).value, static_cast<std::uint32_t>(family));
    });
}

void LibraryTypes::addResults(core::StringPool& pool, Family family, std::string_view rule, std::string_view methods)
{
    eachWord(methods, [&](std::string_view method) {
        m_results.insert(FlatMap::key(static_cast<std::uint32_t>(family), pool.intern(method).value), static_cast<std::uint32_t>(rule[0]));
    });
}

std::uint32_t LibraryTypes::family(TypeRef type) const
{
    return type != nullptr && type->is(TypeForm::External) ? m_families.find(type->id) : kNoIndex;
}

bool LibraryTypes::isStringBuilder(TypeRef type) const
{
    return family(type) == static_cast<std::uint32_t>(Family::Builder);
}

TypeRef LibraryTypes::made(StringId name, TypeRef argument, TypeArena& arena) const
{
    return arena.make(TypeForm::External, name.value, std::span(&argument, 1));
}

namespace {

TypeRef argumentOf(TypeRef type, std::size_t index)
{
    return index < type->argumentCount ? type->arguments[index] : nullptr;
}

/// X for an argument X.class, whose type is Class<X>.
TypeRef classArgument(std::span<const Argument> arguments, StringId classType)
{
    for (const Argument& argument : arguments)
        if (argument.type != nullptr && argument.type->is(TypeForm::External) && argument.type->externalName() == classType)
            return argumentOf(argument.type, 0);
    return nullptr;
}

} // namespace

TypeRef LibraryTypes::apply(char rule, TypeRef receiver, std::span<const Argument> arguments, TypeRef lambdaResult, TypeArena& arena) const
{
    const TypeRef first = argumentOf(receiver, 0);
    const TypeRef second = argumentOf(receiver, 1);
    const auto classArg = [&] { return classArgument(arguments, m_names.classType->externalName()); };
    switch (rule) {
    case '0':
        return first;
    case '1':
        return second;
    case 's':
        return made(m_stream, first, arena);
    case 'i':
        return made(m_iterator, first, arena);
    case 'l':
        return made(m_list, first, arena);
    case 'o':
        return made(m_optional, first, arena);
    case 'k':
        return made(m_set, first, arena);
    case 'v':
        return made(m_collection, second, arena);
    case 'e':
        return made(m_set, arena.make(TypeForm::External, m_entry.value, receiver->args()), arena);
    case 'S':
        return receiver;
    case 'L':
        return made(m_stream, lambdaResult, arena);
    case 'O':
        return made(m_optional, lambdaResult, arena);
    case 'F':
        return lambdaResult;
    case 'C':
        return classArg();
    case 'D':
        return made(m_list, classArg(), arena);
    case 'Q': {
        const TypeRef type = classArg();
        return type != nullptr ? made(m_query, type, arena) : nullptr;
    }
    case 'H':
        return made(m_optional, classArg(), arena);
    case 'A':
        return arguments.empty() ? nullptr : arguments[0].type;
    case 't':
        return m_names.string;
    case 'n':
        return m_names.primitive(Primitive::Int);
    case 'g':
        return m_names.primitive(Primitive::Long);
    case 'd':
        return m_names.primitive(Primitive::Double);
    case 'b':
        return m_names.primitive(Primitive::Boolean);
    case 'c':
        return m_names.primitive(Primitive::Char);
    case 'x':
        return &m_stringArray;
    default:
        return nullptr;
    }
}

TypeRef LibraryTypes::result(TypeRef receiver, StringId method, std::span<const Argument> arguments, TypeRef lambdaResult,
                             TypeArena& arena) const
{
    const std::uint32_t kind = family(receiver);
    if (kind == kNoIndex)
        return nullptr;
    const std::uint32_t rule = m_results.find(FlatMap::key(kind, method.value));
    return rule == kNoIndex ? nullptr : apply(static_cast<char>(rule), receiver, arguments, lambdaResult, arena);
}

TypeRef LibraryTypes::lambdaParameter(TypeRef receiver, unsigned parameter) const
{
    const std::uint32_t kind = family(receiver);
    if (kind == static_cast<std::uint32_t>(Family::Map))
        return argumentOf(receiver, parameter > 0 ? 1 : 0);
    if (kind == static_cast<std::uint32_t>(Family::Collection) || kind == static_cast<std::uint32_t>(Family::Stream) ||
        kind == static_cast<std::uint32_t>(Family::Optional) || kind == static_cast<std::uint32_t>(Family::Iterator) ||
        kind == static_cast<std::uint32_t>(Family::Holder))
        return argumentOf(receiver, 0);
    return nullptr;
}

TypeRef LibraryTypes::functionParameter(TypeRef interface, unsigned parameter) const
{
    if (interface == nullptr || !interface->is(TypeForm::External) || parameter > 3)
        return nullptr;
    const std::uint32_t packed = m_functions.find(interface->id);
    if (packed == kNoIndex)
        return nullptr;
    const std::uint32_t index = (packed >> (4 * parameter)) & 15U;
    return index == 0 ? nullptr : argumentOf(interface, index - 1);
}

TypeRef LibraryTypes::element(TypeRef type, TypeArena& arena) const
{
    if (type == nullptr)
        return nullptr;
    if (type->isArray())
        return arena.withDimensions(type, type->dimensions - 1U);
    const std::uint32_t kind = family(type);
    if (kind == static_cast<std::uint32_t>(Family::Collection) || kind == static_cast<std::uint32_t>(Family::Stream) ||
        kind == static_cast<std::uint32_t>(Family::Iterator))
        return argumentOf(type, 0);
    return nullptr;
}

} // namespace naru::analyzers::graph
