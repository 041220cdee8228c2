// SPDX-License-Identifier: GPL-3.0-or-later
// Writes texts into documents and reads them back.
#include <longmen/search/detail/stored_text.hpp>

#include <longmen/search/detail/document.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/detail/packed.hpp>

#include <algorithm>
#include <array>

namespace longmen::search::detail {
namespace {

/// Slots are compared as bytes: a blank stands before every digit, a tilde behind.
std::string oldest_first(std::string_view day, std::string_view number) {
    return std::string{day} + " " + std::string{number};
}
std::string newest_first(std::string_view day, std::string_view number) {
    std::string key{day};
    std::ranges::transform(key, key.begin(), [](char digit) { return static_cast<char>('0' + '9' - digit); });
    return key + "~" + std::string{number};
}

template <typename Record>
auto parts_of(Record& record) {
    return std::array{&record.title,       &record.title_en, &record.abstract,    &record.abstract_en,
                      &record.first_claim, &record.claims,   &record.description, &record.applicants,
                      &record.classes,     &record.app_date};
}

} // namespace

void store_text(Xapian::Document& document, const store::TextRecord& record, const StoredExtras& extras) {
    std::string stored;
    for (const auto* part : parts_of(record)) {
        pack(stored, *part);
    }
    document.set_data(stored);
    add_counted(document, record);
    const auto day = document.get_value(slot_filed);
    document.add_value(slot_oldest, oldest_first(day, record.number));
    document.add_value(slot_newest, newest_first(day, record.number));
    document.add_value(slot_publications, std::to_string(extras.publications));
    for (const auto& key : extras.number_keys) {
        document.add_boolean_term(cut_term(std::string{known_prefix} + key));
    }
}

store::TextRecord stored_record(const Xapian::Document& document, Xapian::docid id) {
    store::TextRecord record;
    const auto data = document.get_data();
    const auto texts = unpack(data);
    const auto parts = parts_of(record);
    for (std::size_t i = 0; i < std::min(texts.size(), parts.size()); ++i) {
        parts[i]->assign(texts[i]);
    }
    record.id = id;
    record.number = document.get_value(slot_number);
    record.status = document.get_value(slot_status);
    return record;
}

} // namespace longmen::search::detail
