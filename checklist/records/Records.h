#pragma once

#include "checklist/records/Table.h"
#include "core/model/Evidence.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace naru::checklist {

enum class CostKind { Initial, Additional, Maintenance };

struct CostRecord {
    int year = 0;
    CostKind kind = CostKind::Maintenance;
    double amount = 0; ///< won
    core::Evidence at;
};

struct IncidentRecord {
    int day = 0;          ///< since 1970
    bool stopped = false; ///< users could not work
    double minutes = 0;   ///< until it was repaired; 0 when not noted
    bool complaint = false;
    core::Evidence at;
};

struct LoadRecord {
    int day = 0;
    int hour = -1; ///< -1: the whole day
    double hits = 0;
    double responseMs = 0; ///< 0 when not noted
    core::Evidence at;
};

struct ChangeRecord {
    int day = 0;      ///< requested
    int finished = 0; ///< 0: open or not noted
    core::Evidence at;
};

/// A technology that the agency wants to use.
struct WantRecord {
    std::string technology;
    std::string reason; ///< empty when not noted
    core::Evidence at;
};

/// What an agency's own records say, from imported files. A kind without any file is not looked at.
struct Records {
    std::vector<CostRecord> costs;
    std::vector<IncidentRecord> incidents;
    std::vector<LoadRecord> loads;
    std::vector<ChangeRecord> changes;
    std::vector<WantRecord> wants;
    std::vector<core::Diagnostic> diagnostics; ///< rows that were left out, and contradictions
};

/// The column names that are understood, by kind of record and field (resources/records/columns.json).
struct RecordColumns {
    std::map<std::string, std::map<std::string, std::vector<std::string>>> fields;
    std::map<std::string, std::vector<std::string>> words; ///< values: yes, no, initial, additional, maintenance
};

core::Result<RecordColumns> loadRecordColumns(const std::filesystem::path& file);

/// Reads a file of records; what kind it holds ("cost", "incident", "load", "change", "want") is seen from its header, unless `kind` names
/// it. Rows that cannot be understood are left out with a diagnostic that names the line and the column; contradictory rows
/// (the same year and kind, or the same hour, with another figure) are both kept and noted.
/// Errors: as readFile; NotReadable, Malformed; Unsupported (a header that fits no kind).
core::Result<void> importRecords(const std::filesystem::path& file, const RecordColumns& columns, const std::string& kind,
                                 Records& records);

/// The same from bytes; `name` stands for the file in evidence and messages. Gives the kind of record.
core::Result<std::string> readRecords(std::string_view bytes, const std::string& name, const RecordColumns& columns,
                                      const std::string& kind, Records& records);

} // namespace naru::checklist
