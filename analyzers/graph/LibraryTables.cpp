#include "analyzers/graph/LibraryTypes.h"

#include "core/base/Words.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

using core::eachWord;
using core::StringId;

// Rules: 0 first argument, 1 second argument, s stream of the first, i iterator, l list, o optional of the first, k set of the first,
// v collection of the second, e set of entries, S same type, L stream of the lambda's result, O optional of it, R the result itself,
// F the lambda's result as it is (a stream), C type of the class argument, D list of it, Q query of it, A first method argument's type,
// t String, n int, g long, b boolean, z void, x String array. Of factories: M optional of the first argument, T stream of the arguments,
// Y stream of the elements of the first, U list of the arguments, P map of two, J receiver's type of the lambda's result, K of the first
// argument. Z java.lang.Class, W java.lang.Throwable. Of collectors: w list, y set, G groups, N map, X downstream of the lambda's result, I the element itself; q what one makes
LibraryTypes::LibraryTypes(core::StringPool& pool, const LibraryNames& names)
    : m_names(names),
      m_stream(pool.intern("java.util.stream.Stream")),
      m_list(pool.intern("java.util.List")),
      m_set(pool.intern("java.util.Set")),
      m_collection(pool.intern("java.util.Collection")),
      m_iterator(pool.intern("java.util.Iterator")),
      m_optional(pool.intern("java.util.Optional")),
      m_entry(pool.intern("java.util.Map.Entry")),
      m_query(pool.intern("javax.persistence.TypedQuery")),
      m_map(pool.intern("java.util.Map")),
      m_function(pool.intern("java.util.function.Function"))
{
    m_stringArray = *names.string;
    m_stringArray.dimensions = 1;
    m_throwable = JavaType{TypeForm::External, 0, 0, pool.intern("java.lang.Throwable").value, nullptr};
    addFamily(pool, Family::Collection,
              "java.util.List java.util.ArrayList java.util.LinkedList java.util.Vector java.util.Stack java.util.Collection java.util.Set "
              "java.util.HashSet java.util.LinkedHashSet java.util.TreeSet java.util.SortedSet java.util.Queue java.util.Deque "
              "java.util.ArrayDeque java.util.PriorityQueue java.lang.Iterable java.util.NavigableSet "
              "java.util.concurrent.CopyOnWriteArrayList java.util.concurrent.BlockingQueue java.util.concurrent.ConcurrentLinkedQueue "
              "java.util.concurrent.LinkedBlockingQueue org.springframework.data.domain.Page org.springframework.data.domain.Slice "
              "org.springframework.data.util.Streamable "
              "javax.enterprise.inject.Instance jakarta.enterprise.inject.Instance");
    addFamily(pool, Family::Iterator, "java.util.Iterator java.util.ListIterator java.util.Enumeration");
    addFamily(pool, Family::Map,
              "java.util.Map java.util.HashMap java.util.LinkedHashMap java.util.TreeMap java.util.Hashtable java.util.SortedMap "
              "java.util.concurrent.ConcurrentHashMap java.util.concurrent.ConcurrentMap java.util.NavigableMap java.util.EnumMap");
    addFamily(pool, Family::Entry, "java.util.Map.Entry java.util.Entry");
    addFamily(pool, Family::Optional, "java.util.Optional");
    addFamily(pool, Family::Stream,
              "java.util.stream.Stream java.util.stream.IntStream java.util.stream.LongStream reactor.core.publisher.Mono reactor.core.publisher.Flux");
    addFamily(pool, Family::Arrays, "java.util.Arrays");
    addFamily(pool, Family::Collections, "java.util.Collections org.apache.commons.collections4.CollectionUtils");
    addFamily(pool, Family::Objects, "java.util.Objects");
    addFamily(pool, Family::Collectors, "java.util.stream.Collectors");
    addFamily(pool, Family::Function, "java.util.function.Function java.util.function.UnaryOperator");
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
    addFamily(pool, Family::Row, "java.sql.ResultSet java.sql.CallableStatement javax.sql.RowSet javax.sql.rowset.CachedRowSet");
    addFamily(pool, Family::Request,
              "javax.servlet.http.HttpServletRequest javax.servlet.ServletRequest javax.servlet.http.HttpSession javax.servlet.ServletConfig "
              "javax.servlet.ServletContext jakarta.servlet.http.HttpServletRequest jakarta.servlet.ServletRequest jakarta.servlet.http.HttpSession "
              "java.util.Properties java.util.ResourceBundle");
    addFamily(pool, Family::Format,
              "java.text.SimpleDateFormat java.text.DateFormat java.text.DecimalFormat java.text.NumberFormat java.text.MessageFormat");
    addFamily(pool, Family::Number, "java.math.BigDecimal java.math.BigInteger");
    addFamily(pool, Family::Moment, "java.util.Date java.sql.Date java.sql.Timestamp");
    addFamily(pool, Family::Widget,
              "javax.swing.JTextField javax.swing.JTextArea javax.swing.JLabel javax.swing.JButton javax.swing.JTable javax.swing.JComboBox "
              "javax.swing.JCheckBox javax.swing.JList");
    addFamily(pool, Family::Tokens, "java.util.StringTokenizer java.util.regex.Matcher java.io.File java.io.BufferedReader");
    addFamily(pool, Family::Query, "javax.persistence.TypedQuery jakarta.persistence.TypedQuery org.hibernate.query.Query");
    addFamily(pool, Family::Repository,
              "org.springframework.data.jpa.repository.JpaRepository org.springframework.data.repository.CrudRepository "
              "org.springframework.data.repository.ListCrudRepository org.springframework.data.repository.PagingAndSortingRepository "
              "org.springframework.data.repository.Repository org.springframework.data.mongodb.repository.MongoRepository");
    addFamily(pool, Family::Persistence, "javax.persistence.EntityManager jakarta.persistence.EntityManager org.hibernate.Session");
    addFamily(pool, Family::SessionFactory, "org.hibernate.SessionFactory");
    addFamily(pool, Family::BatisFactory, "org.apache.ibatis.session.SqlSessionFactory");
    addFamily(pool, Family::DaoSupport,
              "org.springframework.orm.hibernate3.support.HibernateDaoSupport org.springframework.orm.hibernate4.support.HibernateDaoSupport "
              "org.springframework.orm.hibernate5.support.HibernateDaoSupport org.springframework.orm.hibernate.support.HibernateDaoSupport");
    addFamily(pool, Family::BatisSupport, "org.mybatis.spring.support.SqlSessionDaoSupport");
    addContexts(pool, Family::Any, "org.hibernate.Session", "getCurrentSession");
    addContexts(pool, Family::Any, "org.springframework.orm.hibernate3.HibernateTemplate", "getHibernateTemplate");
    addContexts(pool, Family::Any, "org.springframework.orm.jpa.JpaTemplate", "getJpaTemplate");
    addContexts(pool, Family::Any, "org.springmodules.orm.ojb.PersistenceBrokerTemplate", "getPersistenceBrokerTemplate");
    addContexts(pool, Family::Any, "javax.persistence.EntityManager", "createEntityManager getEntityManager");
    addContexts(pool, Family::SessionFactory, "org.hibernate.Session", "openSession");
    addContexts(pool, Family::SessionFactory, "org.hibernate.StatelessSession", "openStatelessSession");
    addContexts(pool, Family::BatisFactory, "org.apache.ibatis.session.SqlSession", "openSession");
    addContexts(pool, Family::DaoSupport, "org.hibernate.Session", "getSession currentSession");
    addContexts(pool, Family::BatisSupport, "org.apache.ibatis.session.SqlSession", "getSqlSession");
    addFamily(pool, Family::Client,
              "org.springframework.web.client.RestTemplate com.fasterxml.jackson.databind.ObjectMapper com.google.gson.Gson "
              "org.springframework.context.ApplicationContext org.springframework.beans.factory.BeanFactory "
              "org.springframework.web.context.WebApplicationContext org.modelmapper.ModelMapper javax.ws.rs.core.Response "
              "jakarta.ws.rs.core.Response org.springframework.jdbc.core.JdbcTemplate "
              "java.sql.Wrapper org.apache.ibatis.session.SqlSession java.lang.reflect.Field java.lang.reflect.Method "
              "java.lang.reflect.Constructor java.lang.reflect.Parameter java.lang.reflect.AnnotatedElement javax.ejb.SessionContext "
              "jakarta.ejb.SessionContext");

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
               "filter sorted distinct limit skip peek parallel sequential takeWhile dropWhile onClose unordered boxed range rangeClosed "
               "switchIfEmpty doOnNext");
    addResults(pool, Family::Stream, "L", "map mapToObj");
    addResults(pool, Family::Stream, "F", "flatMap");
    addResults(pool, Family::Stream, "o", "findFirst findAny min max");
    addResults(pool, Family::Stream, "l", "toList");
    addResults(pool, Family::Stream, "q", "collect");
    addResults(pool, Family::Stream, "T", "of ofNullable just");
    addResults(pool, Family::Stream, "Y", "fromIterable");
    addResults(pool, Family::Stream, "A", "concat");
    addResults(pool, Family::Stream, "0", "block blockFirst blockLast");
    addResults(pool, Family::Optional, "M", "of ofNullable");
    addResults(pool, Family::Collection, "U", "of");
    addResults(pool, Family::Collection, "A", "copyOf");
    addResults(pool, Family::Map, "P", "of entry");
    addResults(pool, Family::Map, "A", "copyOf");
    addResults(pool, Family::Arrays, "Y", "stream");
    addResults(pool, Family::Arrays, "U", "asList");
    addResults(pool, Family::Arrays, "A", "copyOf copyOfRange");
    addResults(pool, Family::Collections, "U", "singletonList singleton");
    addResults(pool, Family::Collections, "A",
               "unmodifiableList unmodifiableSet unmodifiableCollection unmodifiableMap synchronizedList synchronizedSet synchronizedMap "
               "emptyIfNull");
    addResults(pool, Family::Objects, "A", "requireNonNull requireNonNullElse requireNonNullElseGet");
    addResults(pool, Family::Collectors, "w", "toList toUnmodifiableList toCollection");
    addResults(pool, Family::Collectors, "y", "toSet toUnmodifiableSet");
    addResults(pool, Family::Collectors, "t", "joining");
    addResults(pool, Family::Collectors, "g", "counting summingLong");
    addResults(pool, Family::Collectors, "G", "groupingBy partitioningBy groupingByConcurrent");
    addResults(pool, Family::Collectors, "N", "toMap toUnmodifiableMap toConcurrentMap");
    addResults(pool, Family::Collectors, "X", "mapping");
    addResults(pool, Family::Function, "I", "identity");
    addResults(pool, Family::Holder, "J", "supplyAsync thenApply thenApplyAsync withInitial");
    addResults(pool, Family::Holder, "K", "completedFuture ok");
    addResults(pool, Family::Holder, "F", "thenCompose");
    addResults(pool, Family::Holder, "S", "whenComplete exceptionally");
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
    addResults(pool, Family::Row, "t", "getString getNString");
    addResults(pool, Family::Row, "n", "getInt getRow findColumn");
    addResults(pool, Family::Row, "g", "getLong");
    addResults(pool, Family::Row, "d", "getDouble");
    addResults(pool, Family::Row, "b", "absolute first getBoolean last next previous wasNull");
    addResults(pool, Family::Request, "t",
               "getContentType getContextPath getHeader getId getInitParameter getMethod getParameter getPathInfo getProperty getQueryString getRealPath "
               "getRemoteAddr getRemoteHost getRemoteUser getRequestURI getServerName getServletPath getString");
    addResults(pool, Family::Request, "n", "getContentLength getServerPort");
    addResults(pool, Family::Request, "x", "getParameterValues getStringArray");
    addResults(pool, Family::Format, "t", "format toPattern");
    addResults(pool, Family::Number, "S", "abs add divide max min multiply negate remainder setScale subtract valueOf");
    addResults(pool, Family::Number, "n", "compareTo precision scale signum");
    addResults(pool, Family::Number, "t", "toPlainString toString");
    addResults(pool, Family::Moment, "g", "getTime getTimeInMillis");
    addResults(pool, Family::Moment, "b", "after before");
    addResults(pool, Family::Widget, "t", "getName getText getToolTipText");
    addResults(pool, Family::Widget, "n", "getColumnCount getRowCount getSelectedColumn getSelectedIndex getSelectedRow getSelectedRowCount");
    addResults(pool, Family::Widget, "b", "isEditable isEnabled isSelected isVisible");
    addResults(pool, Family::Tokens, "t", "getAbsolutePath getCanonicalPath getName getParent getPath group nextToken readLine");
    addResults(pool, Family::Tokens, "b", "exists find hasMoreTokens isDirectory isFile matches");
    addResults(pool, Family::Tokens, "n", "countTokens");
    addResults(pool, Family::Failure, "t", "getLocalizedMessage getMessage");
    addResults(pool, Family::Failure, "W", "fillInStackTrace getCause");
    addResults(pool, Family::Anything, "n", "hashCode intValue");
    addResults(pool, Family::Anything, "g", "longValue");
    addResults(pool, Family::Anything, "d", "doubleValue");
    addResults(pool, Family::Anything, "b", "booleanValue");
    addResults(pool, Family::Anything, "t", "toString");
    addResults(pool, Family::Anything, "Z", "getClass");
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
    addResults(pool, Family::Class, "C", "getAnnotation getDeclaredAnnotation");
    addResults(pool, Family::Client, "C",
               "getForObject postForObject patchForObject readValue convertValue fromJson getBean map readEntity queryForObject unwrap "
               "getMapper get getAnnotation getDeclaredAnnotation getBusinessObject");
    addResults(pool, Family::Client, "D", "queryForList");
    addResults(pool, Family::Client, "H", "getForEntity postForEntity exchange");

    // Which type argument each parameter of the function has, and its result ('-': none of them).
    const auto function = [&](std::string_view names2, std::string_view indices, char result) {
        eachWord(names2, [&](std::string_view name) {
            std::uint32_t packed = result == '-' ? 0 : static_cast<std::uint32_t>(result - '0' + 1) << kFunctionResult;
            for (std::size_t i = 0; i < indices.size(); ++i)
                packed |= static_cast<std::uint32_t>(indices[i] - '0' + 1) << (4 * i);
            m_functions.insert(pool.intern(name).value, packed);
            m_functions.insert(pool.intern("java.util.function." + std::string(name)).value, packed);
            m_functions.insert(pool.intern("java.util." + std::string(name)).value, packed);
        });
    };
    function("Consumer Predicate ToIntFunction ToLongFunction ToDoubleFunction", "0", '-');
    function("Function", "0", '1');
    function("UnaryOperator", "0", '0');
    function("Supplier", "", '0');
    function("BiConsumer BiPredicate", "01", '-');
    function("BiFunction", "01", '2');
    function("BinaryOperator", "00", '0');
    function("Comparator", "00", '-');
}

void LibraryTypes::addFamily(core::StringPool& pool, Family family, std::string_view names)
{
    eachWord(names, [&](std::string_view name) {
        m_families.insert(pool.intern(name).value, static_cast<std::uint32_t>(family));
        m_families.insert(pool.intern(name.substr(name.rfind('.') + 1)).value, static_cast<std::uint32_t>(family));
    });
}

void LibraryTypes::addContexts(core::StringPool& pool, Family family, std::string_view type, std::string_view methods)
{
    eachWord(methods, [&](std::string_view method) {
        m_contexts.insert(FlatMap::key(static_cast<std::uint32_t>(family), pool.intern(method).value), pool.intern(type).value);
    });
}

void LibraryTypes::addResults(core::StringPool& pool, Family family, std::string_view rule, std::string_view methods)
{
    eachWord(methods, [&](std::string_view method) {
        m_results.insert(FlatMap::key(static_cast<std::uint32_t>(family), pool.intern(method).value), static_cast<std::uint32_t>(rule[0]));
    });
}

} // namespace naru::analyzers::graph
