#include "analyzers/graph/LibraryNames.h"

#include "core/base/Words.h"

#include <string>
#include <string_view>

namespace naru::analyzers::graph {

using core::eachWord;
using core::StringId;

namespace {

constexpr std::string_view kJavaLang =
    "Appendable AutoCloseable CharSequence Cloneable Comparable Iterable Readable Runnable Boolean Byte Character Class ClassLoader "
    "ClassValue Double Enum Float InheritableThreadLocal Integer Long Math Module Number Object Package Process ProcessBuilder "
    "ProcessHandle Record Runtime RuntimePermission SecurityManager Short StackTraceElement StackWalker StrictMath String StringBuffer "
    "StringBuilder System Thread ThreadGroup ThreadLocal Throwable Void ArithmeticException ArrayIndexOutOfBoundsException "
    "ArrayStoreException ClassCastException ClassNotFoundException CloneNotSupportedException Exception IllegalAccessException "
    "IllegalArgumentException IllegalCallerException IllegalMonitorStateException IllegalStateException IllegalThreadStateException "
    "IndexOutOfBoundsException InstantiationException InterruptedException LayerInstantiationException MatchException "
    "NegativeArraySizeException NoSuchFieldException NoSuchMethodException NullPointerException NumberFormatException "
    "ReflectiveOperationException RuntimeException SecurityException StringIndexOutOfBoundsException TypeNotPresentException "
    "UnsupportedOperationException AbstractMethodError AssertionError BootstrapMethodError ClassCircularityError ClassFormatError Error "
    "ExceptionInInitializerError IllegalAccessError IncompatibleClassChangeError InstantiationError InternalError LinkageError "
    "NoClassDefFoundError NoSuchFieldError NoSuchMethodError OutOfMemoryError StackOverflowError ThreadDeath UnknownError "
    "UnsatisfiedLinkError UnsupportedClassVersionError VerifyError VirtualMachineError Deprecated FunctionalInterface Override SafeVarargs "
    "SuppressWarnings";
constexpr std::string_view kJavaUtil =
    "AbstractCollection AbstractList AbstractMap AbstractSet ArrayDeque ArrayList Arrays Base64 BitSet Calendar Collection Collections "
    "Comparator ConcurrentModificationException Currency Date Deque Dictionary EmptyStackException EnumMap EnumSet Enumeration "
    "EventListener EventObject Formatter GregorianCalendar HashMap HashSet Hashtable IdentityHashMap Iterator LinkedHashMap LinkedHashSet "
    "LinkedList List ListIterator ListResourceBundle Locale Map MissingResourceException NavigableMap NavigableSet NoSuchElementException "
    "Objects Observable Observer Optional OptionalDouble OptionalInt OptionalLong PriorityQueue Properties PropertyResourceBundle Queue "
    "Random RandomAccess ResourceBundle Scanner Set SimpleTimeZone SortedMap SortedSet Spliterator Stack StringJoiner StringTokenizer "
    "TimeZone Timer TimerTask TreeMap TreeSet UUID Vector WeakHashMap";
constexpr std::string_view kJavaIo =
    "BufferedInputStream BufferedOutputStream BufferedReader BufferedWriter ByteArrayInputStream ByteArrayOutputStream CharArrayWriter "
    "Closeable Console DataInputStream DataOutputStream EOFException Externalizable File FileDescriptor FileFilter FileInputStream "
    "FileNotFoundException FileOutputStream FileReader FileWriter FilenameFilter FilterInputStream FilterOutputStream Flushable "
    "IOException "
    "InputStream InputStreamReader InterruptedIOException LineNumberReader ObjectInputStream ObjectOutputStream OutputStream "
    "OutputStreamWriter PipedInputStream PipedOutputStream PrintStream PrintWriter PushbackInputStream RandomAccessFile Reader "
    "Serializable StreamTokenizer StringReader StringWriter UncheckedIOException UnsupportedEncodingException Writer";
constexpr std::string_view kJavaSql =
    "Array BatchUpdateException Blob CallableStatement Clob Connection DataTruncation DatabaseMetaData Date Driver DriverManager "
    "ParameterMetaData PreparedStatement Ref ResultSet ResultSetMetaData SQLException SQLWarning Savepoint Statement Struct Time Timestamp "
    "Types";
constexpr std::string_view kJavaNet =
    "DatagramPacket DatagramSocket HttpURLConnection InetAddress InetSocketAddress MalformedURLException ServerSocket Socket "
    "SocketException SocketTimeoutException URI URISyntaxException URL URLClassLoader URLConnection URLDecoder URLEncoder "
    "UnknownHostException";
constexpr std::string_view kJavaText =
    "ChoiceFormat Collator DateFormat DecimalFormat DecimalFormatSymbols FieldPosition Format MessageFormat NumberFormat ParseException "
    "ParsePosition SimpleDateFormat";
constexpr std::string_view kJavaMath = "BigDecimal BigInteger MathContext RoundingMode";
constexpr std::string_view kServlet =
    "AsyncContext AsyncEvent AsyncListener DispatcherType Filter FilterChain FilterConfig FilterRegistration GenericServlet "
    "MultipartConfigElement ReadListener RequestDispatcher Servlet ServletConfig ServletContainerInitializer ServletContext "
    "ServletContextAttributeEvent ServletContextAttributeListener ServletContextEvent ServletContextListener ServletException "
    "ServletInputStream ServletOutputStream ServletRegistration ServletRequest ServletRequestEvent ServletRequestListener "
    "ServletRequestWrapper ServletResponse ServletResponseWrapper SingleThreadModel UnavailableException WriteListener";
constexpr std::string_view kServletHttp =
    "Cookie HttpServlet HttpServletRequest HttpServletRequestWrapper HttpServletResponse HttpServletResponseWrapper HttpSession "
    "HttpSessionAttributeListener HttpSessionBindingEvent HttpSessionBindingListener HttpSessionEvent HttpSessionListener HttpUtils Part";
constexpr std::string_view kEjb =
    "ActivationConfigProperty AccessTimeout ApplicationException AsyncResult Asynchronous CreateException DuplicateKeyException EJB "
    "EJBContext EJBException EJBHome EJBLocalHome EJBLocalObject EJBObject EnterpriseBean EntityBean EntityContext FinderException Local "
    "LocalBean LocalHome Lock LockType MessageDriven MessageDrivenBean MessageDrivenContext ObjectNotFoundException Remote RemoteHome "
    "Remove "
    "RemoveException Schedule Schedules Singleton SessionBean SessionContext Startup Stateful Stateless Timeout Timer TimerService "
    "TransactionAttribute TransactionAttributeType TransactionManagement TransactionManagementType";
constexpr std::string_view kPersistence =
    "Access AccessType AttributeConverter AttributeOverride AttributeOverrides Basic Cacheable CascadeType CollectionTable Column Convert "
    "Converter DiscriminatorColumn DiscriminatorType DiscriminatorValue ElementCollection Embeddable Embedded EmbeddedId Entity "
    "EntityGraph "
    "EntityListeners EntityManager EntityManagerFactory EntityNotFoundException EntityTransaction EnumType Enumerated FetchType "
    "FlushModeType "
    "GeneratedValue GenerationType Id IdClass Index Inheritance InheritanceType JoinColumn JoinColumns JoinTable Lob LockModeType "
    "ManyToMany "
    "ManyToOne MapKey MappedSuperclass MapsId NamedNativeQueries NamedNativeQuery NamedQueries NamedQuery NoResultException "
    "NonUniqueResultException OneToMany OneToOne OptimisticLockException OrderBy OrderColumn Parameter ParameterMode Persistence "
    "PersistenceContext PersistenceContextType PersistenceException PersistenceUnit PostLoad PostPersist PostRemove PostUpdate PrePersist "
    "PreRemove PreUpdate PrimaryKeyJoinColumn Query SecondaryTable SequenceGenerator StoredProcedureQuery SynchronizationType Table "
    "TableGenerator Temporal TemporalType Transient Tuple TypedQuery UniqueConstraint Version";
constexpr std::string_view kRest =
    "ApplicationPath BadRequestException BeanParam Consumes ConstrainedTo CookieParam DELETE DefaultValue Encoded ForbiddenException "
    "FormParam GET HEAD HeaderParam HttpMethod InternalServerErrorException MatrixParam NameBinding NotAuthorizedException "
    "NotFoundException "
    "OPTIONS PATCH POST PUT Path PathParam Priorities ProcessingException Produces QueryParam RuntimeType WebApplicationException";
constexpr std::string_view kSpringWeb =
    "ActionMapping BindParam ControllerAdvice CookieValue CrossOrigin DeleteMapping ExceptionHandler GetMapping InitBinder Mapping "
    "MatrixVariable ModelAttribute PatchMapping PathVariable PostMapping PutMapping RequestAttribute RequestBody RequestHeader "
    "RequestMapping "
    "RequestMethod RequestParam RequestPart ResponseBody ResponseStatus RestController RestControllerAdvice SessionAttribute "
    "SessionAttributes ValueConstants";
constexpr std::string_view kLombok =
    "AccessLevel AllArgsConstructor Builder Cleanup CustomLog Data Delegate EqualsAndHashCode Generated Getter NoArgsConstructor NonNull "
    "RequiredArgsConstructor Setter Singular SneakyThrows Synchronized ToString Value With val var";

} // namespace

LibraryNames::LibraryNames(core::StringPool& pool)
    : var(pool.intern("var")),
      lombokVal(pool.intern("lombok.val")),
      constructor(pool.intern("<init>")),
      value(pool.intern("value"))
{
    eachWord(kJavaLang, [&](std::string_view name) {
        m_javaLang.insert(pool.intern(name).value, pool.intern("java.lang." + std::string(name)).value);
    });
    addPackage(pool, "java.util", kJavaUtil);
    addPackage(pool, "java.io", kJavaIo);
    addPackage(pool, "java.sql", kJavaSql);
    addPackage(pool, "java.net", kJavaNet);
    addPackage(pool, "java.text", kJavaText);
    addPackage(pool, "java.math", kJavaMath);
    for (const std::string root : {"javax.", "jakarta."}) {
        addPackage(pool, root + "servlet", kServlet);
        addPackage(pool, root + "servlet.http", kServletHttp);
        addPackage(pool, root + "ejb", kEjb);
        addPackage(pool, root + "persistence", kPersistence);
        addPackage(pool, root + "ws.rs", kRest);
    }
    addPackage(pool, "org.springframework.web.bind.annotation", kSpringWeb);
    addPackage(pool, "lombok", kLombok);
    std::uint32_t number = 0;
    m_primitives.reserve(9);
    eachWord("void boolean byte short char int long float double", [&](std::string_view name) {
        m_primitiveNames.insert(pool.intern(name).value, number);
        m_primitives.push_back({TypeForm::Primitive, 0, 0, number++, nullptr});
    });
    m_string = {TypeForm::External, 0, 0, pool.intern("java.lang.String").value, nullptr};
    m_object = {TypeForm::External, 0, 0, pool.intern("java.lang.Object").value, nullptr};
    m_class = {TypeForm::External, 0, 0, pool.intern("java.lang.Class").value, nullptr};
    string = &m_string;
    object = &m_object;
    classType = &m_class;
}

void LibraryNames::addPackage(core::StringPool& pool, std::string_view package, std::string_view names)
{
    const StringId packageId = pool.intern(package);
    m_packages.insert(packageId.value, 0);
    eachWord(names, [&](std::string_view name) {
        const StringId qualified = pool.intern(std::string(package) + "." + std::string(name));
        m_inPackage.insert(FlatMap::key(packageId.value, pool.intern(name).value), qualified.value);
    });
}

StringId LibraryNames::javaLang(StringId simple) const
{
    return StringId(m_javaLang.find(simple.value));
}

StringId LibraryNames::inPackage(StringId package, StringId simple) const
{
    return StringId(m_inPackage.find(FlatMap::key(package.value, simple.value)));
}

TypeRef LibraryNames::primitive(StringId name) const
{
    const std::uint32_t number = m_primitiveNames.find(name.value);
    return number == kNoIndex ? nullptr : &m_primitives[number];
}

} // namespace naru::analyzers::graph
