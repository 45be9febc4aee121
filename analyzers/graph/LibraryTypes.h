#pragma once

#include "analyzers/graph/Conversions.h"

#include <span>

namespace naru::analyzers::graph {

/// What common library types give back, as far as it leads to types of the system: elements of collections, values of
/// maps and optionals, streams, JPA queries, repositories. Also which types the parameters of a lambda have.
class LibraryTypes {
public:
    LibraryTypes(core::StringPool& pool, const LibraryNames& names);

    /// Result type of a method of a library type; null when unknown. `lambdaResult` is the type a function argument gives back.
    [[nodiscard]] TypeRef result(TypeRef receiver, core::StringId method, std::span<const Argument> arguments, TypeRef lambdaResult,
                                 TypeArena& arena) const;
    /// Result type of a method without arguments that means the same in every type (intValue, getClass), or in all that is thrown
    /// (getMessage); null when it is none.
    [[nodiscard]] TypeRef usual(core::StringId method, bool thrown) const;
    /// What methods give back by which code comes to its persistence context or template, whatever class of a library has them
    /// (getHibernateTemplate(), getCurrentSession()); null for any other method. `receiver` may be null.
    [[nodiscard]] TypeRef context(TypeRef receiver, core::StringId method, TypeArena& arena) const;
    /// Type of the parameter of a lambda that is given to a method of a library type; null when unknown.
    [[nodiscard]] TypeRef lambdaParameter(TypeRef receiver, unsigned parameter) const;
    /// Type of the parameter of a lambda that becomes a functional interface of the library (Function<T,R>: T).
    [[nodiscard]] TypeRef functionParameter(TypeRef interface, unsigned parameter) const;
    /// Type of what such a lambda gives back (Function<T,R>: R); null when unknown.
    [[nodiscard]] TypeRef functionResult(TypeRef interface) const;
    /// Element type of arrays, collections and streams; null when unknown.
    [[nodiscard]] TypeRef element(TypeRef type, TypeArena& arena) const;
    /// Whether functions given to its static methods work on the elements of the first argument: Collections, Arrays.
    [[nodiscard]] bool worksOnFirst(TypeRef type) const;
    /// The type of `new X<>(other)`: a collection without type arguments has the elements of the one that it is filled from.
    [[nodiscard]] TypeRef copied(TypeRef type, std::span<const Argument> arguments, TypeArena& arena) const;
    /// The name of the category of a library type, kNoIndex when it is none.
    [[nodiscard]] bool isStringBuilder(TypeRef type) const;

    enum class Family : std::uint32_t {
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
        Arrays,
        Collections,
        Objects,
        Collectors, ///< gives what collect() makes, without the elements
        Function,
        Row,     ///< rows of JDBC
        Request, ///< requests, sessions, settings: what they give back is text
        Format,
        Number,
        Moment, ///< dates and calendars
        Widget, ///< of Swing
        Tokens, ///< readers of text, files
        Failure,
        Anything, ///< methods whose results are the same wherever they stand
        SessionFactory,
        BatisFactory, ///< gives sessions of MyBatis
        DaoSupport,   ///< base classes of data access objects for Hibernate
        BatisSupport, ///< the same for MyBatis
        Any,          ///< stands for all receivers
    };

private:
    [[nodiscard]] std::uint32_t family(TypeRef type) const;
    void addFamily(core::StringPool& pool, Family family, std::string_view names);
    void addResults(core::StringPool& pool, Family family, std::string_view rule, std::string_view methods);
    void addContexts(core::StringPool& pool, Family family, std::string_view type, std::string_view methods);
    [[nodiscard]] TypeRef apply(char rule, TypeRef receiver, std::span<const Argument> arguments, TypeRef lambdaResult,
                                TypeArena& arena) const;
    [[nodiscard]] TypeRef made(core::StringId name, TypeRef argument, TypeArena& arena) const;
    [[nodiscard]] TypeRef factory(char rule, TypeRef receiver, std::span<const Argument> arguments, TypeRef lambdaResult, TypeArena& arena) const;
    [[nodiscard]] TypeRef collected(TypeRef collector, TypeRef element, TypeArena& arena) const;

    const LibraryNames& m_names;
    FlatMap m_families; ///< simple or qualified name -> family
    FlatMap m_results;  ///< (family, method) -> rule
    FlatMap m_contexts; ///< (family, method) -> name of the type that it gives
    static constexpr unsigned kFunctionResult = 28; ///< bit of the result in m_functions, above those of the parameters
    FlatMap m_functions;
    core::StringId m_stream, m_list, m_set, m_collection, m_iterator, m_optional, m_entry, m_query, m_map, m_function;
    JavaType m_stringArray;
    JavaType m_throwable;
};

} // namespace naru::analyzers::graph
