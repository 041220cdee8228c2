// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by row into the order of time, one after another.
#include <longmen/ingest/detail/record_columns.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <tuple>

namespace longmen::ingest::detail {
namespace {

constexpr unsigned low_bits = 32;

/// What documents are put in order by, in 16 bytes.
struct Entry {
    std::uint32_t day = 0; ///< from the least day on
    std::uint32_t high = 0, low = 0;
    std::uint32_t row = 0;

    [[nodiscard]] std::uint64_t number() const { return std::uint64_t{high} << low_bits | low; }
    [[nodiscard]] bool same_place(const Entry& other) const {
        return day == other.day && high == other.high && low == other.low;
    }
};

template <typename Item>
Buffer<Item> load(const ScratchColumn<Item>& column) {
    Buffer<Item> items(column.size());
    column.read(0, {items.data(), items.size()});
    return items;
}

/// `value(row)` of each document, in order.
template <typename Item, typename Value>
void put_column(const Buffer<NodeId>& rows, ScratchColumn<Item>& column, Value value) {
    constexpr std::size_t rows_of_piece = std::size_t{1} << 14;
    std::vector<Item> piece;
    for (std::size_t begin = 0; begin < rows.size(); begin += rows_of_piece) {
        piece.clear();
        for (auto at = begin; at < std::min(begin + rows_of_piece, rows.size()); ++at) {
            piece.push_back(value(rows[at]));
        }
        column.append(piece);
    }
}

/// A measure, unless no row has it. `value` is asked for rows of the table alone.
template <typename Value>
void put_measure(const std::string& name, const ScratchColumn<std::int32_t>& column,
                 const Buffer<NodeId>& rows, RelationalTables& tables, Value value) {
    static_assert(unknown_day == missing_measure);
    const auto values = load(column);
    if (std::ranges::all_of(values, [&](std::int32_t one) { return value(one) == missing_measure; })) {
        return;
    }
    const bool is_day = name.ends_with("_day");
    tables.measure_names.push_back(name);
    put_column(rows, tables.measures, [&](NodeId row) {
        const auto one = row < values.size() ? value(values[row]) : missing_measure;
        tables.last_day = is_day ? std::max(tables.last_day, one) : tables.last_day;
        return one;
    });
}

void put_measure(const std::string& name, ScratchColumn<std::int32_t>& column, const Buffer<NodeId>& rows,
                 RelationalTables& tables) {
    put_measure(name, column, rows, tables, [](std::int32_t value) { return value; });
    column = ScratchColumn<std::int32_t>{Scratch{}};
}

/// Days known as such.
std::int32_t day_of_code(std::int32_t code) {
    const auto clock = ClockDay::of(code);
    return clock.year_only ? unknown_day : clock.day;
}

void put_clock(const Buffer<std::int32_t>& codes, const Buffer<NodeId>& rows, BulkClock clock,
               RelationalTables& tables) {
    if (!codes.empty() && std::ranges::all_of(codes, [](std::int32_t code) { return code == unknown_day; })) {
        constexpr std::array<Text, 3> names{{{"申请日", "a day of filing"},
                                             {"优先权日", "a day of priority"},
                                             {"公开日", "a day of publication"}}};
        const auto& name = names.at(static_cast<std::size_t>(clock));
        throw DataError(
            Sentence{fmt::format("所给各表中没有一件文献有{}；请换一种 --clock", name.zh),
                     fmt::format("no document of these tables has {}; choose another --clock", name.en)});
    }
    const auto at = [&](NodeId row) { return row < codes.size() ? ClockDay::of(codes[row]) : ClockDay{}; };
    auto last_year = unknown_day;
    put_column(rows, tables.day, [&](NodeId row) {
        const auto one = at(row);
        tables.last_day = std::max(tables.last_day, one.day);
        last_year = one.year_only ? one.day : last_year;
        return one.day;
    });
    if (last_year != unknown_day) {
        tables.last_day = std::max(tables.last_day, Date::from_days(last_year).add_years(1).days() - 1);
    }
    if (std::ranges::any_of(codes, [](std::int32_t code) { return ClockDay::of(code).year_only; })) {
        put_column(rows, tables.year_only,
                   [&](NodeId row) { return static_cast<std::uint8_t>(at(row).year_only ? 1 : 0); });
    }
}

} // namespace

/// The texts in order; for each its place.
std::vector<std::uint32_t> RecordColumns::put_texts(ScratchTexts& texts) const {
    const auto& pool = numbers_texts_.texts();
    std::vector<std::uint32_t> order(pool.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t text) { return pool.name(text); });
    std::vector<std::uint32_t> places(pool.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        places[order[place]] = place;
        texts.add(pool.name(order[place]));
    }
    return places;
}

/// The row of each document in the order of time.
Buffer<NodeId> RecordColumns::rows_in_order(const ScratchColumn<std::int32_t>& clock,
                                            const std::vector<std::uint32_t>& text_places) const {
    Buffer<Entry> entries(numbers_.size() - duplicates_.size());
    std::size_t next = 0;
    auto again = duplicates_.begin();
    std::vector<std::int32_t> codes;
    numbers_.each_piece([&](std::span<const PackedNumber> piece, std::size_t begin) {
        const auto own = std::min(piece.size(), size() - std::min(size(), begin)); // no stubs
        codes.assign(piece.size(), unknown_day);
        clock.read(begin, std::span{codes}.first(own));
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const auto row = static_cast<std::uint32_t>(begin + i);
            if (again != duplicates_.end() && *again == row) {
                ++again;
                continue;
            }
            const auto number = piece[i] < first_unpacked()
                                    ? piece[i]
                                    : first_unpacked() + text_places[piece[i] - first_unpacked()];
            const auto day = std::int64_t{ClockDay::of(codes[i]).day} - unknown_day;
            entries[next++] = {static_cast<std::uint32_t>(day),
                               static_cast<std::uint32_t>(number >> low_bits),
                               static_cast<std::uint32_t>(number), row};
        }
    });
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.day != b.day ? a.day < b.day : a.number() < b.number();
    });
    const auto key_of = [&](const Entry& entry) { // stubs behind
        std::array<PackedNumber, 1> key{~PackedNumber{0}};
        if (entry.row < size()) {
            keys.read(entry.row, key);
        }
        return std::tuple{key[0], entry.row};
    };
    for (std::size_t begin = 0; begin < entries.size();) {
        auto end = begin + 1;
        while (end < entries.size() && entries[end].same_place(entries[begin])) {
            ++end;
        }
        if (end - begin > 1) {
            std::sort(entries.begin() + begin, entries.begin() + end,
                      [&](const Entry& a, const Entry& b) { return key_of(a) < key_of(b); });
        }
        begin = end;
    }
    Buffer<NodeId> rows(entries.size());
    std::ranges::transform(entries, rows.begin(), &Entry::row);
    return rows;
}

/// Families numbered as documents come; each document without one is its own.
void RecordColumns::put_family(const Buffer<NodeId>& rows, RelationalTables& tables) {
    const auto families = load(family);
    family = ScratchColumn<PackedNumber>{room_.scratch};
    if (std::ranges::all_of(families, [](PackedNumber one) { return one == no_family; })) {
        return;
    }
    KeyRanks ranks;
    for (const auto one : families) {
        if (one != no_family) {
            ranks.add(one);
        }
    }
    ranks.end();
    Buffer<std::uint32_t> numbers(ranks.size()); // plus 1; 0: none yet
    std::uint32_t next = 0;
    put_column(rows, tables.family, [&](NodeId row) {
        if (row >= families.size() || families[row] == no_family) {
            return next++;
        }
        auto& number = numbers[ranks.rank(families[row])];
        number = number == 0 ? ++next : number;
        return number - 1;
    });
}

void RecordColumns::put_columns(BulkClock clock, const Buffer<NodeId>& rows, RelationalTables& tables) {
    if (clock != BulkClock::filing) {
        put_measure("filing_day", filing, rows, tables, day_of_code);
    }
    filing = ScratchColumn<std::int32_t>{room_.scratch};
    put_measure("publication_day", publication, rows, tables);
    put_measure("grant_day", grant, rows, tables);
    put_measure("priority_day", priority, rows, tables, day_of_code);
    priority = ScratchColumn<std::int32_t>{room_.scratch};
    for (auto& [name, values] : counts) {
        put_measure(name, values, rows, tables);
    }
    if (literature_) {
        auto literature = count_literature();
        literature_.reset();
        put_measure("npl_citations", literature, rows, tables);
    }
    put_family(rows, tables);
}

void RecordColumns::put_in_order(BulkClock clock, RelationalTables& tables) {
    for (std::uint32_t stub = 0; stub < stubs_.size(); ++stub) {
        numbers_.push_back(numbers_texts_.put(stubs_.name(stub).substr(0, IdTexts::longest)));
    }
    tables.stubs = stubs_.size();
    stubs_ = {};
    const auto text_places = put_texts(tables.texts);
    numbers_texts_ = {};
    ScratchColumn<std::int32_t> published{room_.scratch}; // as codes
    if (clock == BulkClock::publication) {
        publication.each_piece([&](std::span<const Day> piece, std::size_t /*begin*/) {
            for (const auto day : piece) {
                published.push_back(ClockDay{day, false}.code());
            }
        });
    }
    const auto& source = clock == BulkClock::filing     ? filing
                         : clock == BulkClock::priority ? priority
                                                        : published;
    const auto rows = rows_in_order(source, text_places);
    documents_ = rows.size();
    put_clock(load(source), rows, clock, tables);
    {
        const auto numbers = load(numbers_);
        numbers_ = ScratchColumn<PackedNumber>{room_.scratch};
        put_column(rows, tables.numbers, [&](NodeId row) {
            const auto number = numbers[row];
            return number < first_unpacked() ? number
                                             : first_unpacked() + text_places[number - first_unpacked()];
        });
    }
    put_columns(clock, rows, tables);
    ids_ = Buffer<NodeId>(size() + tables.stubs);
    for (std::size_t id = 0; id < rows.size(); ++id) {
        ids_[rows[id]] = static_cast<NodeId>(id);
    }
    for (auto& document : index_.documents) {
        document = ids_[document - 1] + 1;
    }
}

} // namespace longmen::ingest::detail
