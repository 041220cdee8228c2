// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by row of a relational source into documents in the order of time.
#include <longmen/ingest/detail/record_columns.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/memory.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_fields.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t rows_of_block = std::size_t{1} << 14;

template <typename Item>
Buffer<Item> into_buffer(std::vector<Item>& items) {
    Buffer<Item> buffer(items.size());
    std::ranges::copy(items, buffer.begin());
    std::vector<Item>{}.swap(items);
    return buffer;
}

/// Classes and fields from the lists of both schemes.
void take_classes(RecordColumns& records, const FieldOf& field_of, Threads& threads, NodeRows& rows) {
    if (records.symbols.size() == 0) {
        return;
    }
    const auto& symbols = records.symbols;
    const auto text_of = [&](std::uint32_t symbol) { return symbols.name(symbol); };
    const auto ipc = make_lists(records.ipc, records.size(), text_of, threads);
    const auto cpc = make_lists(records.cpc, records.size(), text_of, threads);
    std::vector<std::uint32_t> subclass_of;
    std::vector<std::uint8_t> field_of_symbol;
    NameTable subclasses;
    for (std::size_t symbol = 0; symbol < symbols.size(); ++symbol) {
        subclass_of.push_back(subclasses.number(symbols.name(symbol).substr(0, subclass_size), symbol));
        field_of_symbol.push_back(field_of ? field_of(symbols.name(symbol)) : std::uint8_t{0});
    }
    for (std::size_t i = 0; i < subclasses.size(); ++i) {
        rows.classes.names.emplace_back(subclasses.name(i));
    }
    auto& lists = rows.classes.lists;
    lists.offsets = Buffer<ArcId>(records.size() + 1);
    const auto classes_of = [&](std::size_t row) {
        return ipc.view().count(row) > 0 ? ipc.view()[row] : cpc.view()[row];
    };
    for (std::size_t row = 0; row < records.size(); ++row) {
        lists.offsets[row + 1] = lists.offsets[row] + static_cast<ArcId>(classes_of(row).size());
    }
    lists.items = Buffer<std::uint32_t>(lists.offsets[records.size()]);
    rows.field = Buffer<std::uint8_t>(field_of ? records.size() : 0);
    threads.ranges(records.size(), rows_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto row = begin; row < end; ++row) {
            std::ranges::transform(classes_of(row), lists.items.begin() + lists.offsets[row],
                                   [&](std::uint32_t symbol) { return subclass_of[symbol]; });
            for (const auto& scheme : {ipc.view()[row], cpc.view()[row]}) {
                for (const auto symbol : scheme) {
                    if (field_of && rows.field[row] == 0) {
                        rows.field[row] = field_of_symbol[symbol];
                    }
                }
            }
        }
    });
}

NamedLists take_names(std::vector<Link>& links, NameTable& names, std::size_t size, Threads& threads) {
    NamedLists lists;
    if (names.size() == 0) {
        return lists;
    }
    lists.lists = make_lists(
        links, size, [&](std::uint32_t name) { return names.name(name); }, threads);
    for (std::size_t i = 0; i < names.size(); ++i) {
        lists.names.emplace_back(names.name(i));
    }
    names = {};
    give_back_freed();
    return lists;
}

/// Names numbered as documents name them first; those no document names are left out.
void renumber(NamedLists& lists) {
    constexpr auto fresh = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> numbers(lists.names.size(), fresh);
    std::vector<std::string> names;
    for (auto& item : lists.lists.items) {
        auto& number = numbers[item];
        if (number == fresh) {
            number = static_cast<std::uint32_t>(names.size());
            names.push_back(std::move(lists.names[item]));
        }
        item = number;
    }
    lists.names = std::move(names);
}

/// Families numbered as documents come.
void renumber(Buffer<std::uint32_t>& family) {
    constexpr auto fresh = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> numbers(family.size(), fresh);
    std::uint32_t next = 0;
    for (auto& one : family) {
        if (numbers[one] == fresh) {
            numbers[one] = next++;
        }
        one = numbers[one];
    }
}

/// Different items of literature each document cites.
std::vector<std::int32_t> count_literature(RecordColumns& records) {
    auto& items = records.literature;
    std::ranges::sort(items);
    items.erase(std::ranges::unique(items).begin(), items.end());
    std::vector<std::int32_t> counts(records.size(), 0);
    for (const auto& [row, item] : items) {
        ++counts[row];
    }
    return counts;
}

/// Days known as such; `clock` is given back.
std::vector<Day> days_of(std::vector<ClockDay>& clock) {
    std::vector<Day> days;
    days.reserve(clock.size());
    for (const auto& one : clock) {
        days.push_back(one.year_only ? unknown_day : one.day);
    }
    std::vector<ClockDay>{}.swap(clock);
    return days;
}

void take_measure(std::string name, std::vector<std::int32_t> values, NodeRows& rows) {
    static_assert(unknown_day == missing_measure);
    if (std::ranges::any_of(values, [](std::int32_t value) { return value != missing_measure; })) {
        rows.measures.push_back({std::move(name), into_buffer(values)});
    }
}

void take_clock(const RecordColumns& records, BulkClock clock, NodeRows& rows) {
    const auto day_of = [&](std::size_t row) {
        switch (clock) {
        case BulkClock::filing:
            return records.filing[row];
        case BulkClock::priority:
            return records.priority[row];
        case BulkClock::publication:
            break;
        }
        return ClockDay{records.publication[row], false};
    };
    rows.day = Buffer<Day>(records.size());
    bool known = records.keys.empty();
    bool years = false;
    for (std::size_t row = 0; row < records.size(); ++row) {
        const auto one = day_of(row);
        rows.day[row] = one.day;
        known = known || one.day != unknown_day;
        years = years || one.year_only;
    }
    if (!known) {
        constexpr std::array<Text, 3> names{{{"申请日", "a day of filing"},
                                             {"优先权日", "a day of priority"},
                                             {"公开日", "a day of publication"}}};
        const auto& name = names.at(static_cast<std::size_t>(clock));
        throw DataError(
            Sentence{fmt::format("所给各表中没有一件文献有{}；请换一种 --clock", name.zh),
                     fmt::format("no document of these tables has {}; choose another --clock", name.en)});
    }
    rows.year_only = Buffer<std::uint8_t>(years ? records.size() : 0);
    for (std::size_t row = 0; row < rows.year_only.size(); ++row) {
        rows.year_only[row] = day_of(row).year_only ? 1 : 0;
    }
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
    if (keys.size() >= std::numeric_limits<NodeId>::max()) {
        throw DataError(path, 0,
                        sentence("有 {} 件文献，超过上限", "holds {} documents, more than fit", keys.size()));
    }
    index = std::make_unique<IdIndex>(keys, duplicates);
    FaultList again;
    for (const auto row : duplicates) {
        again.add(BulkFault::duplicate_id, 0, unpack_number(keys[row]));
    }
    again.move_to(faults, path);
}

std::uint32_t RecordColumns::row_of(PackedNumber key, const CellRow& row) const {
    const auto found = index->find(key);
    if (found == IdIndex::none) {
        row.refuse(BulkFault::unknown_id);
    }
    return found;
}

std::uint32_t RecordColumns::stub(const std::string& number) {
    const auto [at, fresh] =
        stub_rows_.try_emplace(number, static_cast<std::uint32_t>(size() + stubs.size()));
    if (fresh) {
        stubs.push_back(number);
        if (size() + stubs.size() >= std::numeric_limits<NodeId>::max()) {
            throw DataError(sentence("共有 {} 件文献，超过上限", "{} documents are more than fit",
                                     size() + stubs.size()));
        }
    }
    return at->second;
}

void finish_records(RecordColumns& records, BulkClock clock, const FieldOf& field_of,
                    const std::function<std::string(std::size_t row)>& number_of, Threads& threads,
                    BulkTables& tables) {
    records.index.reset();
    NodeRows rows;
    take_clock(records, clock, rows);
    if (clock != BulkClock::filing) {
        take_measure("filing_day", days_of(records.filing), rows);
    }
    std::vector<ClockDay>{}.swap(records.filing);
    take_measure("publication_day", std::move(records.publication), rows);
    take_measure("grant_day", std::move(records.grant), rows);
    take_measure("priority_day", days_of(records.priority), rows);
    for (auto& [name, values] : records.counts) {
        take_measure(std::move(name), std::move(values), rows);
    }
    if (records.knows_literature) {
        take_measure("npl_citations", count_literature(records), rows);
    }
    rows.family = into_buffer(records.family);
    take_classes(records, field_of, threads, rows);
    rows.applicants = take_names(records.applicants, records.applicant_names, records.size(), threads);
    rows.inventors = take_names(records.inventors, records.inventor_names, records.size(), threads);

    IdTexts texts;
    rows.ids = Buffer<PackedNumber>(records.size() + records.stubs.size());
    threads.ranges(rows.ids.size(), rows_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto row = begin; row < end; ++row) {
            const auto number = row < records.size() ? number_of(row) : records.stubs[row - records.size()];
            rows.ids[row] = *texts.number(number.substr(0, IdTexts::longest));
        }
    });
    if (records.citations.size() > std::numeric_limits<ArcId>::max()) {
        throw DataError(
            sentence("共有 {} 条引用，超过上限", "{} citations are more than fit", records.citations.size()));
    }
    tables.arcs = into_buffer(records.citations);
    put_in_order(std::move(rows), records.stubs.size(), texts, records.duplicates, threads, tables);
    for (auto* lists : {&tables.classes, &tables.applicants, &tables.inventors}) {
        renumber(*lists);
    }
    renumber(tables.family);
}

} // namespace longmen::ingest::detail
