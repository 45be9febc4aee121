#include "analyzers/graph/EntryPointReader.h"

#include "analyzers/graph/EntryPointContext.h"
#include "analyzers/graph/PortletEntries.h"
#include "analyzers/graph/WebEntryPoints.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

void scheduled(EntryPointContext& context, TypeId type)
{
    for (const MemberId member : context.members(type)) {
        const AnnotationUse* timeout = context.onMember(member, "Timeout"); // JUnit and others have one, too
        const bool timer = context.onMember(member, "Scheduled") != nullptr || context.onMember(member, "Schedules") != nullptr ||
                           context.onMember(member, "Schedule") != nullptr || (timeout != nullptr && context.text(timeout->name).ends_with("ejb.Timeout")) ||
                           (context.text(context.model()[member].name) == "ejbTimeout" && context.hasExternalSuper(type, "TimedObject"));
        if (timer && context.model()[member].kind == MemberKind::Method)
            context.add(EntryPointKind::Scheduled, "scheduled", {}, type, member);
    }
}

/// Classes that a Quartz scheduler runs.
void quartzJobs(EntryPointContext& context, TypeId type)
{
    const Type& job = context.model()[type];
    if (job.kind != TypeKind::Class || has(job.flags, TypeFlag::Abstract))
        return;
    bool quartz = context.hasExternalSuper(type, "QuartzJobBean") || context.hasExternalSuper(type, "StatefulJob") ||
                  context.hasExternalSuper(type, "InterruptableJob");
    for (const TypeId owner : context.hierarchy(type))
        for (const StringId super : context.model()[owner].externalSupers)
            quartz = quartz || context.text(super) == "org.quartz.Job";
    if (!quartz)
        return;
    if (const MemberId handler = context.method(type, {"executeInternal", "execute"}); handler.valid())
        context.add(EntryPointKind::Scheduled, "scheduled", {}, type, handler);
}

/// Functions that a cloud runs for each event: RequestHandler and RequestStreamHandler of AWS Lambda.
void cloudFunctions(EntryPointContext& context, TypeId type)
{
    const Type& function = context.model()[type];
    if (function.kind != TypeKind::Class || has(function.flags, TypeFlag::Abstract))
        return;
    const auto ofLambda = [&](StringId super) { return context.text(super).starts_with("com.amazonaws.services.lambda.runtime."); };
    const auto owners = context.hierarchy(type);
    if (std::ranges::none_of(owners, [&](TypeId owner) { return std::ranges::any_of(context.model()[owner].externalSupers, ofLambda); }))
        return;
    if (const MemberId handler = context.method(type, {"handleRequest"}); handler.valid())
        context.add(EntryPointKind::Message, "message", context.text(function.name), type, handler);
}

void messages(EntryPointContext& context, TypeId type)
{
    constexpr std::string_view kListeners[] = {"JmsListener", "KafkaListener",  "RabbitListener",
                                               "SqsListener", "StreamListener", "Incoming"};
    for (const MemberId member : context.members(type))
        for (const std::string_view listener : kListeners)
            if (const AnnotationUse* use = context.onMember(member, listener); use != nullptr) {
                const auto names = context.values(*use, {"value", "destination", "topics", "queues", "topicPattern"});
                for (const std::string& name : names)
                    context.add(EntryPointKind::Message, "message", name, type, member);
                if (names.empty())
                    context.add(EntryPointKind::Message, "message", {}, type, member);
            }
    // A class that listens, with a method for each kind of message.
    for (const std::string_view listener : kListeners)
        if (const AnnotationUse* use = context.onType(type, listener); use != nullptr)
            for (const MemberId member : context.members(type)) {
                const bool handles = context.onMember(member, "RabbitHandler") != nullptr || context.onMember(member, "KafkaHandler") != nullptr;
                for (const std::string& name : handles ? context.values(*use, {"value", "destination", "topics", "queues"}) : std::vector<std::string>())
                    context.add(EntryPointKind::Message, "message", name, type, member);
            }
    const bool listens = context.hasExternalSuper(type, "MessageListener") && context.model()[type].kind == TypeKind::Class &&
                         context.onType(type, "MessageDriven") == nullptr;
    for (const MemberId member : context.members(type)) // registered by hand or in a description of beans
        if (listens && context.text(context.model()[member].name) == "onMessage" && context.model()[member].kind == MemberKind::Method)
            context.add(EntryPointKind::Message, "message", context.text(context.model()[type].name), type, member);
    if (const AnnotationUse* use = context.onType(type, "MessageDriven"); use != nullptr) {
        std::string destination;
        if (const auto mapped = context.values(*use, {"mappedName"}); !mapped.empty())
            destination = mapped.front();
        for (const AnnotationUse* inner : context.ofType(type))
            if (EntryPointContext::lastPart(context.text(inner->name)) == "ActivationConfigProperty") {
                const auto names = context.values(*inner, {"propertyName"});
                const auto values = context.values(*inner, {"propertyValue"});
                const bool names_destination =
                    !names.empty() && !values.empty() && (names.front() == "destination" || names.front() == "destinationLookup");
                if (names_destination)
                    destination = values.front();
            }
        context.add(EntryPointKind::Message, "message", destination, type, context.method(type, {"onMessage"}));
    }
}

/// Messages over web sockets: of STOMP by their destination, and handlers of Spring, whose paths are registered in code.
void socketHandlers(EntryPointContext& context, TypeId type)
{
    for (const MemberId member : context.members(type)) {
        for (const std::string_view mapping : {"MessageMapping", "SubscribeMapping"})
            if (const AnnotationUse* use = context.onMember(member, mapping); use != nullptr) {
                const AnnotationUse* base = context.onType(type, "MessageMapping");
                const auto prefixes = base == nullptr ? std::vector<std::string>() : context.values(*base, {"value"});
                for (const std::string& path : context.values(*use, {"value"}))
                    context.add(EntryPointKind::WebSocket, "ws", EntryPointContext::joined(prefixes.empty() ? std::string() : prefixes.front(), path), type,
                                member);
            }
        const std::string_view name = context.text(context.model()[member].name);
        if ((name == "handleTextMessage" || name == "handleBinaryMessage" || name == "handleMessage") &&
            context.model()[member].kind == MemberKind::Method &&
            (context.hasExternalSuper(type, "TextWebSocketHandler") || context.hasExternalSuper(type, "BinaryWebSocketHandler") ||
             context.hasExternalSuper(type, "AbstractWebSocketHandler") || context.hasExternalSuper(type, "WebSocketHandler")))
            context.add(EntryPointKind::WebSocket, "ws", {}, type, member);
    }
}

void sockets(EntryPointContext& context, TypeId type)
{
    socketHandlers(context, type);
    const AnnotationUse* use = context.onType(type, "ServerEndpoint");
    if (use == nullptr)
        return;
    const auto paths = context.values(*use, {"value"});
    const std::string path = paths.empty() ? std::string() : EntryPointContext::joined({}, paths.front());
    bool found = false;
    for (const MemberId member : context.members(type))
        if (context.onMember(member, "OnMessage") != nullptr) {
            context.add(EntryPointKind::WebSocket, "ws", path, type, member);
            found = true;
        }
    if (!found)
        context.add(EntryPointKind::WebSocket, "ws", path, type, {});
}

bool isPublicMethod(const Member& member)
{
    return member.kind == MemberKind::Method && has(member.flags, MemberFlag::Public) && !has(member.flags, MemberFlag::Static);
}

/// The methods of the interface that a web service names; false when the class does not implement it.
bool contract(EntryPointContext& context, TypeId type, std::string_view interface)
{
    const auto above = context.hierarchy(type);
    const auto found = std::ranges::find_if(above, [&](TypeId owner) { return context.text(context.model()[owner].name) == interface; });
    if (found == above.end())
        return false;
    for (const TypeId owner : context.hierarchy(*found))
        for (const MemberId declared : context.members(owner))
            if (const MemberId handler = context.implementation(type, declared); handler.valid() && context.model()[declared].kind == MemberKind::Method)
                context.add(EntryPointKind::Soap, "soap", {}, type, handler);
    return true;
}

void soap(EntryPointContext& context, TypeId type)
{
    for (const MemberId member : context.members(type)) // Spring Web Services
        if (context.onMember(member, "PayloadRoot") != nullptr || context.onMember(member, "SoapAction") != nullptr)
            context.add(EntryPointKind::Soap, "soap", {}, type, member);
    const AnnotationUse* service = context.onType(type, "WebService");
    if (service == nullptr || context.isOwn(*service) || context.model()[type].kind == TypeKind::Interface)
        return;
    if (const auto named = context.values(*service, {"endpointInterface"}); !named.empty() && contract(context, type, named.front()))
        return;
    const bool marked = std::ranges::any_of(context.members(type), [&](MemberId member) { return context.onMember(member, "WebMethod"); });
    for (const MemberId member : context.members(type))
        if (isPublicMethod(context.model()[member]) && (!marked || context.onMember(member, "WebMethod") != nullptr))
            context.add(EntryPointKind::Soap, "soap", {}, type, member);
}

/// What a remote interface offers, its own methods and those of the interfaces that it extends, is called from outside on a bean.
void remoteMethods(EntryPointContext& context, TypeId interface, TypeId bean)
{
    for (const TypeId owner : context.hierarchy(interface))
        for (const MemberId declared : context.members(owner))
            if (const MemberId handler = context.implementation(bean, declared);
                handler.valid() && context.model()[declared].kind == MemberKind::Method) // interfaces also hold constants
                context.add(EntryPointKind::Remote, "remote", {}, bean, handler);
}

/// A bean without an interface view of its own: it has the remote interface from the bean that it extends alone, and offers its methods locally.
bool onlyLocal(const EntryPointContext& context, TypeId bean, TypeId interface)
{
    if (context.onType(bean, "LocalBean") == nullptr || context.onType(bean, "Remote") != nullptr)
        return false;
    return std::ranges::none_of(context.supers(bean), [&](TypeId super) {
        const auto above = context.hierarchy(super);
        return context.model()[super].kind == TypeKind::Interface && std::ranges::find(above, interface) != above.end();
    });
}

void remoteBeans(EntryPointContext& context, TypeId type)
{
    const bool marked = context.onType(type, "Remote") != nullptr;
    const bool isInterface = context.model()[type].kind == TypeKind::Interface;
    if (isInterface && (marked || context.hasExternalSuper(type, "EJBObject"))) {
        for (const TypeId bean : context.family(type))
            if (context.model()[bean].kind != TypeKind::Interface && !onlyLocal(context, bean, type))
                remoteMethods(context, type, bean);
    } else if (marked && !isInterface) {
        const auto named = context.values(*context.onType(type, "Remote"), {"value"});
        for (const TypeId super : context.supers(type)) {
            const bool listed = named.empty() || std::ranges::find(named, context.text(context.model()[super].name)) != named.end();
            if (context.model()[super].kind == TypeKind::Interface && listed)
                remoteMethods(context, super, type);
        }
    }
}

void mainMethods(EntryPointContext& context, TypeId type)
{
    for (const MemberId member : context.members(type)) {
        const Member& method = context.model()[member];
        const bool candidate = method.kind == MemberKind::Method && context.text(method.name) == "main" &&
                               has(method.flags, MemberFlag::Static) && has(method.flags, MemberFlag::Public);
        if (!candidate)
            continue;
        const std::string_view id = context.text(method.id);
        if (id.ends_with("#main(String[])") || id.ends_with("#main(String...)"))
            context.add(EntryPointKind::Main, "main", context.text(context.model()[type].name), type, member);
    }
}

} // namespace

void readEntryPoints(CodeIndex& index)
{
    EntryPointContext context(index);
    const std::set<TypeId> located = locatedResources(context);
    for (std::size_t i = 0; i < index.model.types.size(); ++i) {
        const TypeId type(i);
        if (context.isTest(type))
            continue;
        springMappings(context, type);
        restResources(context, type, located);
        portlets(context, type);
        servlets(context, type);
        stripesActions(context, type);
        scheduled(context, type);
        quartzJobs(context, type);
        cloudFunctions(context, type);
        messages(context, type);
        sockets(context, type);
        soap(context, type);
        remoteBeans(context, type);
        mainMethods(context, type);
    }
    context.tellApart();
}

} // namespace naru::analyzers::graph
