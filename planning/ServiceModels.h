#pragma once

#include "core/base/Error.h"
#include "core/model/Project.h"
#include "core/model/Responsibility.h"

#include <filesystem>
#include <vector>

namespace naru::planning {

/// Service models and who manages what. Data: resources/planning/service-models.json. `model` holds the proposal.
struct ServiceModelCatalog {
    core::Responsibility proposed;

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected; also a layer that a model does not settle).
    static core::Result<ServiceModelCatalog> load(const std::filesystem::path& resources);
};

/// The table with what a person chose: decisions "serviceModel" and "deployment" of the area "plan"; unknown ids are passed over.
core::Responsibility responsibilityOf(const ServiceModelCatalog& catalog, const std::vector<core::Decision>& decisions);

} // namespace naru::planning
