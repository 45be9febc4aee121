#ifndef NARU_DROGON_HTTPCONTROLLER_H
#define NARU_DROGON_HTTPCONTROLLER_H
/* The words of Drogon by which a controller tells its paths. */
#ifdef __cplusplus
#include <functional>
#include <memory>
namespace drogon {
class HttpRequest;
class HttpResponse;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
enum HttpMethod { Get, Post, Head, Put, Delete, Options, Patch, Invalid };
template <typename T, bool AutoCreation = true> class HttpController {
protected:
    template <typename... Rest> static void registerMethod(Rest&&...);
};
template <typename T, bool AutoCreation = true> class HttpSimpleController {
protected:
    template <typename... Rest> static void registerSelf__(Rest&&...);
};
} // namespace drogon
#define METHOD_LIST_BEGIN static void initPathRouting() {
#define METHOD_ADD(method, pattern, ...) registerMethod(&method, pattern)
#define ADD_METHOD_TO(method, pattern, ...) registerMethod(&method, pattern)
#define METHOD_LIST_END }
#define PATH_LIST_BEGIN static void initPathRouting() {
#define PATH_ADD(path, ...) registerSelf__(path)
#define PATH_LIST_END }
#endif
#endif
