#pragma once

#include "analyzers/config/ScriptObjects.h"
#include "analyzers/config/SpringFlows.h"
#include "analyzers/config/SpringSql.h"
#include "core/base/Diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::config {

struct SpringProperty {
    std::string name;                                         ///< empty for a constructor argument
    std::string value;                                        ///< literal
    std::string ref;                                          ///< bean id, or the class of an inner bean as "class:a.b.C"
    std::vector<std::string> list;                            ///< of a list, set or array: values and refs
    std::vector<std::pair<std::string, std::string>> entries; ///< of a map or props: key and value or ref
};

struct SpringBean {
    std::string id; ///< id, or the first name
    std::vector<std::string> names;
    std::string className;
    std::string parent;
    std::string factoryMethod; ///< static method of the class, or a method of `factoryBean`, that makes the bean
    std::string factoryBean;
    std::string autowire; ///< byName, byType, constructor or autodetect, of the bean or of the whole file; empty for none
    std::uint32_t line = 0;
    std::vector<SpringProperty> properties; ///< also constructor arguments
    [[nodiscard]] const SpringProperty* property(std::string_view name) const;
    [[nodiscard]] std::string value(std::string_view name) const; ///< value of a property, empty when there is none
};

/// Methods that one <tx:advice> or TransactionProxyFactoryBean opens a transaction for.
struct TransactionAdvice {
    std::string id;
    struct Method {
        std::string pattern; ///< insert*, *
        bool readOnly = false;
        std::string propagation;
    };
    std::vector<Method> methods;
};

struct AopAdvisor {
    std::string adviceRef;
    std::string expression; ///< of the pointcut it names or holds
    std::uint32_t line = 0;
};

struct ViewController {
    std::string path;
    std::string viewName;
    std::uint32_t line = 0;
};

struct ScheduledTask {
    std::string ref;
    std::string method;
    std::string cron;
    std::uint32_t line = 0;
};

struct EndpointBean {
    std::string implementor; ///< bean id (with #) or class
    std::string address;
    std::uint32_t line = 0;
};

/// A method that receives messages: jms:listener, rabbit:listener, or a container with its listener.
struct MessageListener {
    std::string destination; ///< name, or id of a bean that holds it
    std::string ref;         ///< bean id, or the class of an inner bean as "class:a.b.C"
    std::string method;      ///< empty: onMessage
    std::uint32_t line = 0;
};

/// What an exchange of Rabbit hands to a queue.
struct QueueBinding {
    std::string exchange; ///< only where it hands on everything
    std::string key;      ///< or pattern; empty for none
    std::string queue;    ///< name, or id of a bean that holds it
};

/// What a Spring bean file says about beans, transactions, views and tasks.
struct SpringFile {
    std::vector<SpringBean> beans;
    std::vector<TransactionAdvice> advices;
    std::vector<AopAdvisor> advisors;
    std::vector<ViewController> viewControllers;
    std::vector<ScheduledTask> tasks;
    std::vector<EndpointBean> endpoints;
    std::vector<MessageListener> listeners;
    std::vector<QueueBinding> bindings;
    SpringFlows flows;
    std::vector<ConfiguredSql> sqls;
    std::vector<ScriptObject> scriptObjects;
    std::vector<core::Diagnostic> diagnostics;
};

SpringFile readSpring(std::string_view text, std::string_view path);

} // namespace naru::analyzers::config
