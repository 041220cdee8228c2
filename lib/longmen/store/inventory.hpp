// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace knows of itself: files taken in, rejected rows, remarks, contradictions, corrections.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace longmen::store {

struct ImportRecord {
    std::int64_t id = 0;
    std::string path, source, kind, source_date, at;
    bool declared = false; ///< the date was given by the user
    std::int64_t rows = 0, added = 0, updated = 0, unchanged = 0, rejected = 0;
    std::vector<std::string> unknown; ///< headings no profile knew
};

struct Remark {
    std::string file;
    std::int64_t row = 0;
    std::string column, code, value, detail;
};

struct Conflict {
    std::string subject, name, field, kept, other;
};

struct Inventory {
    std::vector<ImportRecord> imports;
    std::map<std::string, std::int64_t> remarks_by_code, rejects_by_code; ///< of each file's latest import
    std::vector<Remark> remarks, rejects;                                 ///< the first `limit` of each code
    std::int64_t conflicts = 0;
    std::vector<Conflict> conflict_list; ///< the first `limit`, by name and field
    std::int64_t fixes = 0, books = 0;
};

/// The same content imported twice counts once (by checksum, the latest import).
[[nodiscard]] Inventory take_inventory(const Workspace& workspace, std::int64_t limit);

/// One value of a record with its place.
struct FieldPlace {
    std::string field, value;
    std::string file; ///< empty for a correction by hand and for what is derived
    std::int64_t row = 0;
    std::string column; ///< heading in the file, empty when it is not known
    std::string fix;    ///< who, when and why, for a correction by hand
};

/// One record in full: `subject` is `patent`, `enterprise`.
struct RecordView {
    std::string subject, name;
    std::vector<FieldPlace>
        fields; ///< those that have a value, in the order of the dictionary; extras after them
    std::vector<std::pair<std::string, std::string>> publications; ///< number, date
    std::vector<std::string> aliases;
    std::vector<Conflict> others; ///< values that lost
    struct Step {
        std::string cause, field, old, now;
    };
    std::vector<Step> history;
    struct Event {
        std::string code, date, detail;
        std::string name; ///< of a code of an office, where a table of them was taken in
    };
    /// Symbols of the IPC with their titles, those that a table of titles tells.
    std::vector<std::pair<std::string, std::string>> classes;
    std::vector<Event> events;
};

/// The values of many patents with their places; what they share, files and headings, is read once.
class PatentFields {
    struct Parts;
    std::unique_ptr<Parts> parts_;

public:
    /// The workspace must outlive it.
    explicit PatentFields(const Workspace& workspace);
    ~PatentFields();
    /// As RecordView::fields has them; InternalError when there is no such record.
    [[nodiscard]] std::vector<FieldPlace> of(std::int64_t id);
};

[[nodiscard]] RecordView view_patent(const Workspace& workspace, std::int64_t id);
[[nodiscard]] RecordView view_enterprise(const Workspace& workspace, std::int64_t id);

/// Keeps an assessment whole, with all it was made from. Returns its number.
std::int64_t keep_assessment(Workspace& workspace, std::string_view programme, std::string_view as_of,
                             std::string_view person, std::string_view at, std::string_view json);

} // namespace longmen::store
