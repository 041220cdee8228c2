// SPDX-License-Identifier: GPL-3.0-or-later
// What readers hand to a sink: one row of a file as canonical values, with its place in the file.
#pragma once

#include <longmen/base/diagnostics.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/money.hpp>
#include <longmen/record/asset.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/referent.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen {

/// A canonical value (see FieldType) and the column it came from.
struct FieldValue {
    Field field{};
    std::string value;        ///< never empty
    std::uint16_t column = 0; ///< 1-based
};

/// A column the profile does not know: heading and cell as written.
using ExtraValue = std::pair<std::string, std::string>;

/// An event of a patent: transfer, licence, pledge, lapse, award ... `code` is a canonical key.
struct EventRow {
    std::uint64_t row = 0;
    std::string number; ///< canonical; empty inside a PatentRow
    std::string code;
    std::string date; ///< ISO, may be empty
    std::string detail;
};

struct PatentRow {
    std::uint64_t row = 0;          ///< 1-based row in the sheet or line of the file
    std::uint64_t rows = 1;         ///< of the file that were put together to this one
    std::vector<FieldValue> values; ///< each field at most once, at least one number or id of a source
    std::vector<ExtraValue> extras;
    std::vector<EventRow> events; ///< told by columns of the row, which stay in `extras`
};

/// One enterprise as its form gives it.
struct EnterpriseRow {
    std::uint64_t row = 0;
    std::string name;
    std::optional<std::string> uscc; ///< valid unified social credit code
    std::vector<std::string> former_names;
    std::vector<std::string> aliases;
    std::optional<std::string> name_en, park, county, city, province, address, industry;
    std::vector<ExtraValue> extras;
};

/// Figures of one enterprise for one year; absent is absent, never zero.
struct FiguresRow {
    std::uint64_t row = 0;
    std::string name; ///< may be empty when `uscc` is given
    std::optional<std::string> uscc;
    int year = 0;
    std::optional<Money> sales_revenue, main_revenue, rd_expense, conversion_revenue;
    std::optional<std::int64_t> staff, rd_staff;
    std::vector<ExtraValue> extras;
};

/// One asset besides patents as its list gives it: named by its number, else by owner and name, a count of
/// trade secrets by its owner.
struct AssetRow {
    std::uint64_t row = 0;
    AssetKind kind{};
    std::string number, name, owner;
    std::optional<std::string> uscc;        ///< valid unified social credit code
    std::string filed, registered, expires; ///< ISO, may be empty
    AssetState state = AssetState::unknown; ///< pending, valid, ended, or not given
    std::string status_text;
    std::vector<std::string> classes, countries;
    std::string standard;
    std::optional<std::int64_t> count; ///< of trade secrets only
    std::string city, county;
    std::vector<ExtraValue> extras;
};

/// A part of a record as a relational table gives it: one applicant, one class. The parts of a record lie
/// anywhere in the table.
struct PartRow {
    struct Part {
        FieldValue value;
        std::int64_t order = 0; ///< among the members of a list; equal ones go by their text
    };
    std::uint64_t row = 0;
    FieldValue record;              ///< the number or id of a source that names the record
    std::vector<Part> parts;        ///< of a field that is no list the first one counts
    std::vector<ExtraValue> extras; ///< cells kept as they are: a line each in a list under their heading
    std::int64_t order = 0;         ///< of these lines
};

/// A person or place that other tables of a source name by its id.
struct ReferentRow {
    std::uint64_t row = 0;
    std::string space; ///< `patstat:person`
    std::string id;
    ReferentValues values;
    std::vector<ExtraValue> extras;
};

/// What one expert says of one indicator of one patent.
struct ExpertScoreRow {
    std::uint64_t row = 0;
    std::string number;               ///< canonical
    std::string title;                ///< as the sheet shows it; for messages only
    std::string rule, scenario;       ///< ids of the evaluation's rule and scenario; may be empty
    std::string indicator;            ///< id in the rule
    std::string scorer, date;         ///< who, and when (ISO)
    std::optional<std::string> score; ///< decimal number without superfluous noughts; absent: not scored
    std::string reason, evidence;
};

/// A row that did not go in, with every cell, so that nothing a user gave is lost.
struct RejectedRow {
    Diagnostic why;
    std::vector<ExtraValue> cells;
};

/// Receives rows in file order. Implemented by the workspace; tests use a recording one.
class RowSink {
public:
    virtual ~RowSink() = default;
    virtual void patent(PatentRow row) = 0;
    virtual void enterprise(EnterpriseRow row) = 0;
    virtual void figures(FiguresRow row) = 0;
    virtual void event(EventRow row) = 0;
    /// Only tables of assets have any: a sink that reads none of these leaves it out.
    virtual void asset(AssetRow /*row*/) { throw InternalError("this sink takes no assets"); }
    /// Only sheets of experts have any.
    virtual void expert_score(ExpertScoreRow /*row*/) {
        throw InternalError("this sink takes no scores of experts");
    }
    /// Only tables of a relational source have any of these; a sink that reads none leaves them out.
    virtual void part(PartRow /*row*/) { throw InternalError("this sink takes no parts of records"); }
    virtual void referent(ReferentRow /*row*/) { throw InternalError("this sink takes no referents"); }
    /// What is known behind an id of a space, of this file or earlier ones.
    [[nodiscard]] virtual std::optional<ReferentValues> find_referent(std::string_view /*space*/,
                                                                      std::string_view /*id*/) {
        return std::nullopt;
    }
    /// False when nothing of the space was ever taken in.
    [[nodiscard]] virtual bool knows_space(std::string_view /*space*/) { return false; }
    virtual void reject(RejectedRow row) = 0;
    /// The row went in; something about it is worth knowing.
    virtual void warn(Diagnostic diagnostic) = 0;
};

} // namespace longmen
