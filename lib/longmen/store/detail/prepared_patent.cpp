// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, publications, classes and citations of a row.
#include <longmen/store/detail/prepared_patent.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/citation.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/record/source_id.hpp>
#include <longmen/store/detail/citation_writer.hpp>
#include <longmen/store/detail/record_table.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace longmen::store::detail {
namespace {

/// YYYYMMDD of an ISO date; a missing month or day counts as 0.
std::int64_t date_number(std::string_view iso) {
    std::int64_t number = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        if (i == 4 || i == 7) {
            continue;
        }
        number = number * 10 + (i < iso.size() ? iso[i] - '0' : 0);
    }
    return number;
}

/// Calls `take` for each line that holds text.
template <typename Take>
void each_line(std::string_view list, Take take) {
    while (!list.empty()) {
        const auto end = list.find('\n');
        if (const auto line = trim(list.substr(0, end)); !line.empty()) {
            take(line);
        }
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
}

void add_key(std::vector<std::string>& keys, const std::optional<DocNumber>& number) {
    if (number) {
        auto key = number->key();
        if (std::ranges::find(keys, key) == keys.end()) {
            keys.push_back(std::move(key));
        }
    }
}

bool is_grant(const DocNumber& number, std::string_view date) {
    if (number.office == "CN") {
        const auto meaning = cn_kind_meaning(number.kind, Date::from_iso(date));
        return meaning && meaning->grant;
    }
    return !number.kind.empty() && (number.kind[0] == 'B' || number.kind[0] == 'C');
}

void add_numbers(PreparedPatent& patent) {
    const auto read = [&](Field field, NumberHint hint) {
        const auto text = patent.value(field);
        return text.empty() ? std::nullopt : parse_number(text, hint);
    };
    const auto app = read(Field::app_no, NumberHint::application);
    const auto pub = read(Field::pub_no, NumberHint::publication);
    const auto grant = read(Field::grant_no, NumberHint::publication);
    for (const auto& value : patent.row.values) { // a record found by several keys takes the first one's id
        add_key(patent.keys, value.field == Field::app_no     ? app
                             : value.field == Field::pub_no   ? pub
                             : value.field == Field::grant_no ? grant
                                                              : std::nullopt);
    }
    each_line(patent.value(Field::source_ids), [&](std::string_view id) {
        if (is_source_id(id)) {
            patent.keys.push_back(source_id_key(id));
        }
    });
    auto& publications = patent.publications;
    if (const auto number = patent.value(Field::pub_no); !number.empty()) {
        const auto date = patent.value(Field::pub_date);
        publications.push_back({std::string{number}, std::string{date}, pub && is_grant(*pub, date)});
    }
    if (const auto number = patent.value(Field::grant_no); !number.empty()) {
        if (!publications.empty() && publications[0].number == number) {
            publications[0].grant = true;
        } else {
            publications.push_back({std::string{number}, std::string{patent.value(Field::grant_date)}, true});
        }
    }
}

/// `US10000000` beside `US10000000B2`.
bool is_bare_form(std::string_view bare, std::string_view full) {
    return full.size() > bare.size() && full.starts_with(bare) && full[bare.size()] >= 'A' &&
           full[bare.size()] <= 'Z';
}

} // namespace

std::vector<Publication> settled(std::vector<Publication> publications) {
    for (std::size_t i = 0; publications.size() > 1 && i < publications.size();) {
        const auto bare = publications[i];
        std::vector<Publication*> full;
        for (auto& other : publications) {
            if (is_bare_form(bare.number, other.number)) {
                full.push_back(&other);
            }
        }
        if (full.empty()) {
            ++i;
            continue;
        }
        if (full.size() == 1) {
            full[0]->date = std::max(full[0]->date, bare.date);
            full[0]->grant = full[0]->grant || bare.grant;
        }
        publications.erase(publications.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return publications;
}

std::vector<ClassRow> class_rows(std::string_view ipc, std::string_view cpc) {
    std::vector<ClassRow> rows;
    each_line(ipc, [&](std::string_view symbol) { rows.push_back({"ipc", symbol}); });
    each_line(cpc, [&](std::string_view symbol) { rows.push_back({"cpc", symbol}); });
    return rows;
}

std::vector<CitationRow> citation_rows(std::string_view cited, std::string_view citing) {
    std::vector<CitationRow> rows;
    const auto add = [&](std::string_view direction, std::string_view list) {
        rows.reserve(rows.size() + static_cast<std::size_t>(std::ranges::count(list, '\n')) + 1);
        std::unordered_map<std::string_view, CitationRow*> known; // the rows stay where they are
        each_line(list, [&](std::string_view item) {
            auto citation = parse_citation(item);
            auto key = citation_key(citation.number);
            if (const auto same = known.find(key); same != known.end()) {
                auto& row = *same->second;
                row.category = row.category.empty() ? citation.category : row.category;
                row.origin = row.origin.empty() ? citation.origin : row.origin;
                return;
            }
            auto& row =
                rows.emplace_back(CitationRow{direction, std::move(key), std::move(citation.number),
                                              std::move(citation.category), std::move(citation.origin)});
            known.emplace(row.key, &row);
        });
    };
    add("cited", cited);
    add("citing", citing);
    return rows;
}

PreparedPatent prepare(PatentRow row) {
    PreparedPatent patent;
    patent.row = std::move(row);
    patent.values.resize(field_count);
    std::string_view document_date;
    for (const auto& [field, text, column] : patent.row.values) {
        patent.values[static_cast<std::size_t>(field)] = text;
        if (field == Field::pub_date || field == Field::grant_date) {
            document_date = std::max(document_date, std::string_view{text});
        }
    }
    patent.document_date = date_number(document_date);
    patent.extras = extras_text({patent.row.extras.begin(), patent.row.extras.end()});
    add_numbers(patent);
    patent.classes = class_rows(patent.value(Field::ipc), patent.value(Field::cpc));
    patent.citations = citation_rows(patent.value(Field::cited), patent.value(Field::citing));
    return patent;
}

} // namespace longmen::store::detail
