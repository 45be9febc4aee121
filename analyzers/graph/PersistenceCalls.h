#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <string_view>

namespace naru::analyzers::graph {

/// EntityManager, Session, HibernateTemplate and their like, by simple or qualified name.
bool isPersistenceContext(std::string_view receiver);
/// The interfaces of Spring Data that repositories extend.
bool isRepositoryBase(std::string_view name);
/// A type that extends one of them, or is annotated as a repository.
bool isRepository(const CodeLookup& lookup, core::TypeId type);
/// Whether a call of a persistence context or repository reads or writes; false when it does neither.
bool modeOf(std::string_view method, core::AccessMode& mode, core::StatementKind& kind);
/// Calls that load, store or remove an object, whatever it is: of a persistence context under a name that means nothing else, of criteria,
/// queries of OJB.
bool entityOperation(std::string_view receiver, std::string_view method, core::AccessMode& mode, core::StatementKind& kind);
/// Criteria of JPA (from) and Hibernate (forClass) and query objects of EclipseLink, which name the entity that they read.
bool criteriaRoot(std::string_view receiver, std::string_view method);
/// Calls of Envers that name the entity whose history they read.
bool historyQuery(std::string_view receiver, std::string_view method);
/// Whether @Query of a repository holds SQL: said so, or of Spring Data JDBC or R2DBC, which know nothing else.
bool isNativeQuery(const CodeLookup& lookup, const AnnotationUse& query);
/// True when a string handed to this method is JPQL or HQL.
bool jpqlCallee(std::string_view callee, std::string_view receiver);
/// True when a string handed to this method names a query.
bool namedCallee(std::string_view callee);
/// True when a string handed to this method is only printed or logged.
bool outputCallee(std::string_view callee);
/// What runs the text that it is given, or has it made ready.
bool runCallee(std::string_view callee);
/// True when a string handed to this method names a stored procedure or function.
bool storedProcedureCallee(std::string_view callee);

} // namespace naru::analyzers::graph
