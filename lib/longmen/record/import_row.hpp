// SPDX-License-Identifier: GPL-3.0-or-later
// What readers hand to a sink: one row of a file as canonical values, with its place in the file.
#pragma once

#include <longmen/base/diagnostics.hpp>
#include <longmen/base/money.hpp>
#include <longmen/record/field.hpp>

#include <cstdint>
#include <optional>
#include <string>
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
    std::vector<FieldValue> values; ///< each field at most once, at least app_no or pub_no or grant_no
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
    virtual void reject(RejectedRow row) = 0;
    /// The row went in; something about it is worth knowing.
    virtual void warn(Diagnostic diagnostic) = 0;
};

} // namespace longmen
