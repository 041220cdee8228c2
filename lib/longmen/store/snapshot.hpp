// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and their citations as columns in one file, mapped into memory: opened at once, whatever its
// size.
#pragma once

#include <longmen/record/columns.hpp>
#include <longmen/record/packed_number.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

/// Texts, one behind another: text i is `bytes[offsets[i] .. offsets[i + 1])`.
struct TextColumn {
    std::span<const std::uint64_t> offsets;
    std::span<const char> bytes;
    [[nodiscard]] std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
    [[nodiscard]] std::string_view operator[](std::size_t at) const {
        return {bytes.data() + offsets[at], static_cast<std::size_t>(offsets[at + 1] - offsets[at])};
    }
};

/// What a snapshot holds. Documents in the order of time: by day (unknown ones first), then by number.
struct SnapshotColumns {
    std::span<const PackedNumber>
        numbers; ///< what does not pack is `first_unpacked()` plus its place in `texts`
    TextColumn texts;
    std::span<const Day> day;
    std::span<const std::uint8_t> year_only; ///< empty when all days are known to the day
    Lists classes, applicants, inventors;    ///< numbers into the names; no lists where not known
    TextColumn class_names, applicant_names, inventor_names;
    std::span<const std::uint32_t> family; ///< equal numbers: one family; empty where not known
    std::span<const std::uint8_t> field;   ///< technology field, 0 unclassified; empty where not known
    TextColumn measure_names;
    std::span<const std::int32_t>
        measure_values;  ///< those of the first name for all documents, then the next
    Lists cited, citing; ///< the citations, in both directions; ascending
    TextColumn about;    ///< pairs of key and value: clock, unit, origin, generation ...
};

/// Writes a snapshot beside its place and renames it when whole. Little-endian, sections on 64 bytes, each
/// with a checksum. `written`, where given, is called with parts of the columns that are not read any more.
/// DataError when it cannot be written.
void write_snapshot(const std::string& path, const SnapshotColumns& columns,
                    const std::function<void(std::span<const char> part)>& written = {});

/// Documents with their columns, mostly of a file mapped read-only. All views live as long as it does.
class Snapshot {
    struct State;
    std::unique_ptr<State> state_;
    Snapshot();

public:
    static constexpr std::uint32_t format_version = 2;
    struct Section {
        std::string name;
        std::uint64_t size = 0; ///< bytes
        std::string checksum;
    };

    /// DataError: no such file, no snapshot, of another format version, cut short, sections that do not fit
    /// together. The bytes of the sections are not read; `damaged` does that.
    [[nodiscard]] static Snapshot open(const std::string& path);
    /// Columns in memory, under the same interface: no file and no sections. `owner` is kept as long as the
    /// snapshot is.
    [[nodiscard]] static Snapshot over(const SnapshotColumns& columns, std::shared_ptr<const void> owner);
    Snapshot(Snapshot&&) noexcept;
    Snapshot& operator=(Snapshot&&) noexcept;
    ~Snapshot();

    [[nodiscard]] const SnapshotColumns& columns() const;
    [[nodiscard]] std::size_t nodes() const { return columns().numbers.size(); }
    [[nodiscard]] std::string number(NodeId node) const;
    /// The document with this number, in canonical form or as the tables had it.
    [[nodiscard]] std::optional<NodeId> find(std::string_view number) const;
    /// Views into the columns.
    [[nodiscard]] std::vector<Measure> measures() const;
    /// Value under a key of `about`, empty when there is none.
    [[nodiscard]] std::string_view about(std::string_view key) const;
    [[nodiscard]] const std::vector<Section>& sections() const;
    /// Names of sections whose checksum differs. Reads the whole file.
    [[nodiscard]] std::vector<std::string> damaged() const;
};

} // namespace longmen::store
