// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers columns and writes them.
#include <longmen/search/detail/columns_writer.hpp>

#include <longmen/base/new_file.hpp>
#include <longmen/base/text.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>
#include <span>

namespace longmen::search::detail {
namespace {

constexpr std::size_t subclass = 4, year = 4;

/// Columns of which a record has several values.
bool is_list(CountedBy by) {
    return by == by_applicant || by == by_class;
}

template <typename Item>
std::span<const char> bytes_of(const std::vector<Item>& items) {
    return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item)};
}

unsigned width_of(std::size_t lists) {
    return lists <= 1                                                 ? 0
           : lists <= std::numeric_limits<std::uint8_t>::max() + 1UL  ? sizeof(std::uint8_t)
           : lists <= std::numeric_limits<std::uint16_t>::max() + 1UL ? sizeof(std::uint16_t)
                                                                      : sizeof(std::uint32_t);
}

template <typename Number>
std::vector<char> narrowed(const std::vector<std::uint32_t>& rows, std::size_t count) {
    std::vector<Number> numbers(count);
    std::ranges::transform(rows, numbers.begin(),
                           [](std::uint32_t list) { return static_cast<Number>(list); });
    const auto bytes = bytes_of(numbers);
    return {bytes.begin(), bytes.end()};
}

std::string year_of(std::string_view date) {
    std::string day;
    std::ranges::copy_if(date, std::back_inserter(day), [](char c) { return c != '-'; });
    return day.size() < year ? std::string{} : day.substr(0, year);
}

/// Pieces of a file, one behind the other, each at a multiple of eight bytes.
class Pieces {
    NewFile& file_;
    std::uint64_t at_;

public:
    Pieces(NewFile& file, std::uint64_t at) : file_(file), at_(at) {}
    std::uint64_t put(std::span<const char> bytes) {
        constexpr std::uint64_t step = 8;
        const auto place = at_;
        file_.write(place, bytes);
        at_ = (place + bytes.size() + step - 1) / step * step;
        return place;
    }
    [[nodiscard]] std::uint64_t end() const { return at_; }
};

} // namespace

std::array<std::string, counted_by> counted_values(const store::TextRecord& record) {
    std::array<std::string, counted_by> values;
    values[by_family] = record.family == record.number ? std::string{} : record.family;
    values[by_year] = year_of(record.app_date);
    values[by_published] = year_of(record.pub_date);
    values[by_expires] = year_of(record.expiry_date);
    values[by_applicant] = record.applicants;
    std::set<std::string> subclasses;
    for (const auto& symbol : split_trimmed(record.classes, "\n")) {
        subclasses.insert(symbol.substr(0, subclass));
    }
    for (const auto& key : subclasses) {
        values[by_class] += (values[by_class].empty() ? "" : "\n") + key;
    }
    values[by_status] = record.status.empty() ? "unknown" : record.status;
    values[by_county] = record.county;
    return values;
}

std::uint32_t ColumnsWriter::Names::number(std::string name) {
    const auto [place, added] =
        numbers.try_emplace(std::move(name), static_cast<std::uint32_t>(in_order.size()));
    if (added) {
        in_order.push_back(&place->first);
    }
    return place->second;
}

std::uint32_t ColumnsWriter::Gathered::list(const std::vector<std::uint32_t>& members) {
    const auto bytes = bytes_of(members);
    return lists.number({bytes.begin(), bytes.end()});
}

void ColumnsWriter::Gathered::set(std::uint32_t row, std::uint32_t list) {
    if (row >= rows.size()) {
        rows.resize(row + std::size_t{1});
    }
    rows[row] = list;
}

ColumnsWriter::ColumnsWriter() {
    for (auto& column : columns_) {
        static_cast<void>(column.list({}));
    }
}

void ColumnsWriter::add(Gathered& gathered, const Column& column, std::size_t rows) {
    std::vector<std::uint32_t> names, lists, members;
    for (std::size_t i = 0; i < column.names(); ++i) {
        names.push_back(gathered.names.number(std::string{column.name(i)}));
    }
    for (std::size_t i = 0; i < column.lists(); ++i) {
        members.clear();
        for (const auto name : column.list(i)) {
            members.push_back(names.at(name));
        }
        lists.push_back(gathered.list(members));
    }
    gathered.rows.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (const auto list = column.list_of(row, rows); list > 0) {
            gathered.set(static_cast<std::uint32_t>(row), lists[list]);
        }
    }
}

void ColumnsWriter::add(const Columns& columns) {
    rows_ = std::max(rows_, columns.rows());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        add(columns_.at(i), columns.column(static_cast<CountedBy>(i)), columns.rows());
    }
}

void ColumnsWriter::set(std::uint32_t row, const std::array<std::string, counted_by>& values) {
    rows_ = std::max(rows_, row + std::size_t{1});
    std::vector<std::uint32_t> members;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto& column = columns_.at(i);
        members.clear();
        const auto take = [&](std::string_view name) {
            const auto number = column.names.number(std::string{name});
            if (std::ranges::find(members, number) == members.end()) {
                members.push_back(number);
            }
        };
        std::string_view rest = values.at(i);
        while (is_list(static_cast<CountedBy>(i)) && rest.find('\n') != std::string_view::npos) {
            const auto end = rest.find('\n');
            if (end > 0) {
                take(rest.substr(0, end));
            }
            rest.remove_prefix(end + 1);
        }
        if (!rest.empty()) {
            take(rest);
        }
        column.set(row, column.list(members));
    }
}

void ColumnsWriter::write(const std::string& path) const {
    NewFile file(path);
    ColumnsHead head;
    head.magic = columns_magic;
    head.rows = rows_;
    Pieces pieces(file, sizeof head);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& column = columns_.at(i);
        auto& place = head.columns.at(i);
        place.width = width_of(column.lists.in_order.size());
        place.lists = static_cast<std::uint32_t>(column.lists.in_order.size());
        place.names = static_cast<std::uint32_t>(column.names.in_order.size());
        std::vector<char> rows;
        if (place.width > 0) {
            rows = place.width == sizeof(std::uint8_t)    ? narrowed<std::uint8_t>(column.rows, rows_)
                   : place.width == sizeof(std::uint16_t) ? narrowed<std::uint16_t>(column.rows, rows_)
                                                          : narrowed<std::uint32_t>(column.rows, rows_);
        }
        std::vector<std::uint32_t> begins{0};
        std::string members;
        for (const auto* list : column.lists.in_order) {
            members += *list;
            begins.push_back(static_cast<std::uint32_t>(members.size() / sizeof(std::uint32_t)));
        }
        place.members = begins.back();
        place.rows_at = pieces.put(rows);
        place.lists_at = pieces.put(bytes_of(begins));
        place.members_at = pieces.put(members);
        begins.assign(1, 0);
        std::string bytes;
        for (const auto* name : column.names.in_order) {
            bytes += *name;
            begins.push_back(static_cast<std::uint32_t>(bytes.size()));
        }
        place.names_at = pieces.put(bytes_of(begins));
        place.bytes = bytes.size();
        place.bytes_at = pieces.put(bytes);
    }
    head.size = pieces.end();
    const std::vector<ColumnsHead> heads{head};
    file.write(0, bytes_of(heads));
    file.keep(head.size);
}

} // namespace longmen::search::detail
