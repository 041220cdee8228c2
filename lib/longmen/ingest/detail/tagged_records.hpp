// SPDX-License-Identifier: GPL-3.0-or-later
// Records as lines of tags: `<申请号>=…` of CNIPR, `%T …` of reference managers (EndNote, as CNKI exports).
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::ingest::detail {

/// True when the first line is one of tagged records.
[[nodiscard]] bool looks_like_tagged(std::string_view text);

/// Two passes: `collect` gathers the tags of all lines, `convert` makes a row of each record. A record begins
/// with
/// `<REC>` or `%0`; in a file without `<REC>`, where its first tag comes again. A tag that comes more than
/// once in a record has its values on lines of their own; lines without a tag go on with the value above. A
/// record whose
/// `%0` names another kind than a patent has the fault `not_a_patent`.
class TaggedRecords {
    std::string path_;
    const Limits& limits_;
    std::vector<std::string> keys_; // in the order of first appearance
    std::unordered_map<std::string, std::size_t> columns_;
    bool marked_ = false; ///< records begin with a line of their own

    std::vector<std::string> values_;
    std::size_t column_ = 0;  ///< of the value in hand
    std::uint64_t begun_ = 0; ///< line of the record in hand; 0: none
    TableRow::Fault fault_ = TableRow::Fault::none;
    std::size_t fault_column_ = 0;

    [[nodiscard]] bool begins_record(std::string_view key) const;
    void add(std::string_view piece, bool cut);

public:
    TaggedRecords(std::string path, const Limits& limits) : path_{std::move(path)}, limits_{limits} {}
    /// DataError when there are more tags than a table has columns.
    void collect(std::string_view line);
    [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
    void convert(std::string_view line, bool cut, std::uint64_t number, TableVisitor& visitor);
    /// Hands on the last record.
    void finish(TableVisitor& visitor);
};

} // namespace longmen::ingest::detail
