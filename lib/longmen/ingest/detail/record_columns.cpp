// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, their ids and numbers.
#include <longmen/ingest/detail/record_columns.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

namespace longmen::ingest::detail {
namespace {

/// More than fits into numbers of documents.
[[noreturn]] void fail_documents(std::size_t count) {
    throw DataError(sentence("共有 {} 件文献，超过上限", "{} documents are more than fit", count));
}

} // namespace

bool read_day(std::string_view date, Day& day) {
    day = unknown_day;
    if (is_null_date(date)) {
        return true;
    }
    const auto found = date.size() == 10 ? Date::from_iso(date) : parse_date(date);
    if (found && found->precision() == DatePrecision::day) {
        day = found->days();
    }
    return day != unknown_day;
}

bool read_clock_day(std::string_view date, std::string_view year, ClockDay& day) {
    constexpr std::size_t year_size = 4;
    constexpr std::uint64_t no_year = 9999;
    day = {};
    const bool good = read_day(date, day.day);
    if (day.day == unknown_day && year.size() == year_size && positive(year) != 0 &&
        positive(year) != no_year) {
        if (const auto first = Date::from_ymd(static_cast<int>(positive(year)), 1, 1)) {
            day = {first->days(), true};
        }
    }
    return good;
}

void RecordColumns::end_keys(BulkFaults& faults, const std::string& path) {
    if (size() >= std::numeric_limits<NodeId>::max()) {
        throw DataError(path, 0,
                        sentence("有 {} 件文献，超过上限", "holds {} documents, more than fit", size()));
    }
    keys.each_piece([&](std::span<const PackedNumber> piece, std::size_t /*begin*/) {
        for (const auto key : piece) {
            index_.ranks.add(key);
        }
    });
    index_.end_keys();
    FaultList again;
    keys.each_piece([&](std::span<const PackedNumber> piece, std::size_t begin) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            if (!index_.put(piece[i], static_cast<std::uint32_t>(begin + i))) {
                duplicates_.push_back(static_cast<std::uint32_t>(begin + i));
                again.add(BulkFault::duplicate_id, 0, unpack_number(piece[i]));
            }
        }
    });
    again.move_to(faults, path);
}

std::uint32_t RecordColumns::row_of(PackedNumber key, const CellRow& row) const {
    const auto found = find(key);
    if (found == IdIndex::none) {
        row.refuse(BulkFault::unknown_id);
    }
    return found;
}

std::uint32_t RecordColumns::stub(std::string_view number) {
    const auto at = size() + stubs_.number(number);
    if (at + 1 >= std::numeric_limits<NodeId>::max()) {
        fail_documents(at + 1);
    }
    return static_cast<std::uint32_t>(at);
}

void RecordColumns::cite_literature(std::uint32_t row, std::string_view item) {
    const auto hash = std::uint64_t{std::hash<std::string_view>{}(item)};
    literature_->add({row, static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(hash)});
}

ScratchColumn<std::int32_t> RecordColumns::count_literature() {
    ScratchColumn<std::int32_t> items{room_.scratch};
    std::vector<std::uint64_t> hashes; // of a range, by row
    for (std::size_t range = 0; range < literature_->ranges(); ++range) {
        std::vector<LiteratureLink> links;
        literature_->take(range, [&](std::span<const LiteratureLink> some) {
            links.insert(links.end(), some.begin(), some.end());
        });
        const auto key = [](const LiteratureLink& one) { return std::tie(one.row, one.high, one.low); };
        std::ranges::sort(links, [&](const auto& a, const auto& b) { return key(a) < key(b); });
        links.erase(std::unique(links.begin(), links.end(),
                                [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                    links.end());
        std::vector<std::int32_t> of_rows(literature_->rows(range));
        for (const auto& link : links) {
            ++of_rows[link.row - literature_->begin(range)];
        }
        items.append(of_rows);
    }
    return items;
}

void RecordColumns::settle_numbers(const NumberOf& number_of, Threads& threads) {
    constexpr std::size_t rows_of_piece = std::size_t{1} << 18;
    constexpr std::size_t rows_of_block = std::size_t{1} << 13;
    std::vector<PackedNumber> sources;
    std::vector<PackedNumber> ids;
    std::vector<PackedNumber> numbers;
    std::vector<std::vector<std::string>> unpacked; // of each block, in order
    for (std::size_t first = 0; first < size(); first += rows_of_piece) {
        const auto rows = std::min(rows_of_piece, size() - first);
        for (auto* column : {&sources, &ids, &numbers}) {
            column->resize(rows);
        }
        source_numbers.read(first, sources);
        keys.read(first, ids);
        unpacked.assign((rows + rows_of_block - 1) / rows_of_block, {});
        threads.ranges(rows, rows_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto row = begin; row < end; ++row) {
                auto text = number_of(first + row, sources[row], ids[row]);
                const auto packed = pack_number(text);
                numbers[row] = packed ? *packed : first_unpacked();
                if (!packed) {
                    unpacked[begin / rows_of_block].push_back(std::move(text));
                }
            }
        });
        std::size_t next = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            next = row % rows_of_block == 0 ? 0 : next;
            if (numbers[row] >= first_unpacked()) {
                const auto& text = unpacked[row / rows_of_block][next++];
                numbers[row] = numbers_texts_.put(std::string_view{text}.substr(0, IdTexts::longest));
            }
        }
        numbers_.append(numbers);
    }
    source_numbers = ScratchColumn<PackedNumber>{room_.scratch};
}

void RecordColumns::put_citations(RelationalTables& tables) {
    if (citations.size() > std::numeric_limits<ArcId>::max()) {
        throw DataError(
            sentence("共有 {} 条引用，超过上限", "{} citations are more than fit", citations.size()));
    }
    index_ = {};
    tables.arcs = Buffer<Arc>(citations.size());
    citations.each_piece([&](std::span<const Arc> piece, std::size_t begin) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            tables.arcs[begin + i] = {ids_[piece[i].citing], ids_[piece[i].cited]};
        }
    });
    citations = ScratchColumn<Arc>{room_.scratch};
    ids_ = {};
}

} // namespace longmen::ingest::detail
