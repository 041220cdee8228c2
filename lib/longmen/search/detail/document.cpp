// SPDX-License-Identifier: GPL-3.0-or-later
// Makes documents of records.
#include <longmen/search/detail/document.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/search/detail/columns_writer.hpp>
#include <longmen/search/detail/layout.hpp>

#include <algorithm>
#include <set>

namespace longmen::search::detail {
namespace {

void add_key(Xapian::Document& document, std::string_view prefix, std::string_view key) {
    if (!key.empty()) {
        std::string term{prefix};
        term += key;
        document.add_boolean_term(cut_term(std::move(term)));
    }
}

/// `H01M10/0525` is also H, H01, H01M and H01M10.
void add_class(std::set<std::string>& terms, const std::string& symbol) {
    constexpr std::size_t subclass = 4;
    const auto key = fold_key(symbol);
    for (const auto length : whole_class_lengths) {
        if (key.size() > length) {
            terms.insert(key.substr(0, length));
        }
    }
    if (const auto slash = key.find('/'); slash != std::string::npos && slash > subclass) {
        terms.insert(key.substr(0, slash));
    }
    terms.insert(key);
}

/// The day in a slot, its year and its month as terms.
void add_date(Xapian::Document& document, std::string_view prefix, unsigned slot, std::string_view iso) {
    std::string day;
    std::ranges::copy_if(iso, std::back_inserter(day), [](char c) { return c != '-'; });
    constexpr std::size_t year = 4, month = 6;
    if (day.size() < year) {
        return;
    }
    document.add_value(slot, day);
    add_key(document, prefix, day.substr(0, year));
    if (day.size() >= month) {
        add_key(document, prefix, day.substr(0, month));
    }
}

} // namespace

std::vector<std::string_view> texts_under(const store::TextRecord& record, std::string_view prefix) {
    if (prefix == title_prefix) {
        return {record.title, record.title_en};
    }
    if (prefix == claims_prefix) {
        // Most claims begin with the first one.
        const bool repeated = record.claims.find(record.first_claim) != std::string::npos;
        return {repeated ? std::string_view{} : record.first_claim, record.claims};
    }
    if (prefix == description_prefix) {
        return {record.description};
    }
    return {record.abstract, record.abstract_en};
}

std::uint32_t DocumentMaker::add_text(Xapian::Document& document, std::string_view prefix,
                                      std::string_view text, std::uint32_t from) {
    const auto tokens = tokeniser_.split(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        term_.assign(prefix);
        term_ += token.text;
        document.add_posting(term_, from + token.position);
        if (i + 1 < tokens.size() && is_pair(token, tokens[i + 1], settings_.paired)) {
            term_ += tokens[i + 1].text;
            document.add_term(term_);
        }
    }
    return tokens.empty() ? from : from + tokens.back().position + field_gap;
}

/// A name too long for one term is several, each reaching half into the next.
void DocumentMaker::add_name(Xapian::Document& document, std::string_view prefix, std::string_view name) {
    const auto text = tokeniser_.folded(name);
    constexpr std::size_t room = longest_term - 2;
    const auto back_to_character = [&](std::size_t at) {
        while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
            --at;
        }
        return at;
    };
    for (std::size_t begin = 0;; begin = back_to_character(begin + room / 2)) {
        const auto end = text.size() - begin <= room ? text.size() : back_to_character(begin + room);
        add_key(document, prefix, std::string_view{text}.substr(begin, end - begin));
        if (end == text.size()) {
            return;
        }
    }
}

Xapian::Document DocumentMaker::make(const store::TextRecord& record) {
    Xapian::Document document;
    for (const auto prefix : {title_prefix, abstract_prefix, claims_prefix, description_prefix}) {
        std::uint32_t from = first_position;
        for (const auto text : texts_under(record, prefix)) {
            from = add_text(document, prefix, text, from);
        }
    }
    const auto applicants = split_trimmed(record.applicants, "\n");
    for (const auto& name : applicants) {
        add_name(document, applicant_prefix, name);
    }
    for (const auto& name : split_trimmed(record.owners, "\n")) {
        if (std::ranges::find(applicants, name) == applicants.end()) {
            add_name(document, owner_prefix, name);
        }
    }
    for (const auto& name : split_trimmed(record.inventors, "\n")) {
        add_name(document, inventor_prefix, name);
    }
    std::set<std::string> classes;
    for (const auto& symbol : split_trimmed(record.classes, "\n")) {
        add_class(classes, symbol);
    }
    for (const auto& key : classes) {
        add_key(document, class_prefix, key);
    }
    add_date(document, filed_prefix, slot_filed, record.app_date);
    add_date(document, published_prefix, slot_published, record.pub_date);
    add_date(document, expires_prefix, slot_expires, record.expiry_date);
    if (!record.status.empty()) { // without it nothing is written: it is unknown
        add_key(document, status_prefix, record.status);
        add_key(document, validity_prefix, validity_key(validity_of(legal_state_by_key(record.status))));
    }
    add_key(document, type_prefix, record.type);
    for (const auto* place : {&record.province, &record.city, &record.county}) {
        add_key(document, place_prefix, fold_key(*place));
    }
    add_key(document, number_prefix, record.number);
    document.add_value(slot_number, record.number);
    if (record.family != record.number) { // else a family of its own
        document.add_value(slot_family, record.family);
    }
    return document;
}

void add_counted(Xapian::Document& document, const store::TextRecord& record) {
    const auto values = counted_values(record);
    document.add_value(slot_applicants, values[by_applicant]);
    document.add_value(slot_classes, values[by_class]);
    document.add_value(slot_status, record.status); // without it nothing is written: it is unknown
    document.add_value(slot_county, values[by_county]);
}

std::size_t text_bytes(const store::TextRecord& record) {
    std::size_t bytes = 0;
    for (const auto* text : {&record.title, &record.title_en, &record.abstract, &record.abstract_en,
                             &record.first_claim, &record.claims, &record.description, &record.applicants}) {
        bytes += text->size();
    }
    return bytes;
}

} // namespace longmen::search::detail
