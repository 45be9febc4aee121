#pragma once

#include "analyzers/graph/BatchParts.h"
#include "analyzers/graph/BeanNames.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// A method that makes a job, a flow or a step of Spring Batch, or a part of one, in Java.
struct BatchMethod {
    enum class Kind : std::uint8_t { Job, Flow, Step, Part };
    Kind kind = Kind::Step;
    std::string name;                 ///< of the job or step, as its builder is given it; else that of the method
    std::string inner;                ///< of the only step that a method for a job makes itself; "*" for several
    std::set<core::MemberId> handlers; ///< what is called of the classes of the system in it
    std::set<core::MemberId> called;   ///< other such methods that it calls
    std::set<core::MemberId> injected; ///< those whose bean it is given
};

/// What one of the methods runs, in which job and step.
struct BatchWork {
    core::MemberId handler;
    std::string path; ///< job/step, job or step; empty for a part that no step uses
    core::Location at;
};

/// The jobs that methods of configurations put together: `jobs.get("bills").start(load()).next(settle).listener(new Report())`.
class BatchJobs {
public:
    BatchJobs(const CodeLookup& lookup, const BeanNames& beans, const BatchParts& parts);
    [[nodiscard]] std::vector<BatchWork> work() const;

private:
    using Paths = std::map<core::MemberId, std::set<std::string>>;

    void collect();
    void name();
    void mentioned();
    void mentionedByCalls();
    [[nodiscard]] bool isWork(core::MemberId called) const;
    void given(core::MemberId to, std::string_view type, std::string_view bean);
    void addClass(core::MemberId to, core::TypeId type);
    [[nodiscard]] core::MemberId beanOf(std::string_view bean, std::string_view type, core::MemberId at) const;
    void pathsBelow(core::MemberId method, const std::string& job, std::set<core::MemberId>& seen, Paths& paths) const;
    void throughParts();
    void runs(core::MemberId method, std::set<core::MemberId>& handlers, std::set<core::MemberId>& alone, bool& itself,
              std::set<core::MemberId>& used) const;
    [[nodiscard]] BatchMethod* known(core::MemberId method);

    const CodeLookup& m_lookup;
    const core::CodeModel& m_model;
    const BeanNames& m_beans;
    const BatchParts& m_parts;
    std::map<core::MemberId, BatchMethod> m_methods;
    std::map<std::string, std::vector<core::MemberId>, std::less<>> m_byBean; ///< by the names of the beans that they make
    std::set<core::MemberId> m_working; ///< those that do more than put together
};

} // namespace naru::analyzers::graph
