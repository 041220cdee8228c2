// SPDX-License-Identifier: GPL-3.0-or-later
// Items to cells, lists and events of one record.
#include <longmen/ingest/detail/doc_record.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/doc_text.hpp>
#include <longmen/record/number.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

/// A list stands in one cell, a member a line.
std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

} // namespace

std::size_t DocumentRecords::column_of(const DocumentRule& rule, std::size_t path, Field field) const {
    const auto at = std::ranges::find(rule.fields, field) - rule.fields.begin();
    return rule.column + path * rule.fields.size() + static_cast<std::size_t>(at);
}

void DocumentRecords::set(const DocumentRule& rule, std::size_t path, Field field, std::string_view value) {
    auto& cell = cells_[column_of(rule, path, field)];
    if (cell.empty()) {
        cell = value;
    } else if (cell != value && !value.empty()) {
        extra(rule.at[path], value);
    }
}

void DocumentRecords::add(const DocumentRule& rule, std::size_t path, Field field, std::string value) {
    auto found = std::ranges::find(lists_, field, &std::pair<Field, DocumentList>::first);
    if (found == lists_.end()) {
        lists_.emplace_back(field, DocumentList{});
        found = lists_.end() - 1;
    }
    found->second.add(column_of(rule, path, field), one_line(std::move(value)));
}

std::string DocumentRecords::number_text(const DocumentParts& parts) const {
    const auto& number = part_of(parts, DocumentPart::number);
    if (number.empty()) {
        return {};
    }
    const auto& given = part_of(parts, DocumentPart::office);
    const auto& office = given.empty() ? profile_.office : given;
    const auto& kind = part_of(parts, DocumentPart::kind);
    auto parsed = parse_number(number, NumberHint::publication, office);
    if (!kind.empty() && (!parsed || parsed->kind.empty())) {
        if (auto with_kind = parse_number(number + kind, NumberHint::publication, office)) {
            parsed = std::move(with_kind);
        }
    }
    return parsed ? parsed->canonical() : given + number + kind;
}

std::string DocumentRecords::application_number(const DocumentParts& parts) const {
    constexpr std::size_t serial_width = 6;
    auto number = part_of(parts, DocumentPart::number);
    const auto& given = part_of(parts, DocumentPart::office);
    const auto& office = given.empty() ? profile_.office : given;
    const auto& original = part_of(parts, DocumentPart::original);
    if (!original.empty() &&
        std::ranges::find(profile_.original_offices, office) != profile_.original_offices.end()) {
        number = original;
    }
    if (number.empty()) {
        return {};
    }
    if (const auto& series = part_of(parts, DocumentPart::series);
        !series.empty() && number.size() <= serial_width) {
        number = fmt::format("{:0>2}{:0>6}", series, number);
    }
    const auto parsed = parse_number(number, NumberHint::application, office);
    return parsed ? parsed->canonical() : office + number;
}

void DocumentRecords::take_publication(const DocumentRule& rule, std::size_t path,
                                       const DocumentParts& parts) {
    const auto number = number_text(parts);
    const auto& date = part_of(parts, DocumentPart::date);
    if (rule.make == Make::related) {
        if (!number.empty() && !related_column_) {
            related_column_ = column_of(rule, path, Field::pub_no);
            set(rule, path, Field::pub_no, number);
            set(rule, path, Field::pub_date, date);
        } else if (!number.empty()) {
            extra(rule.at[path], number);
        }
        return;
    }
    const auto parsed = parse_number(number, NumberHint::publication);
    const auto meaning =
        parsed && parsed->office == "CN" ? cn_kind_meaning(parsed->kind, parse_date(date)) : std::nullopt;
    set(rule, path, Field::pub_no, number);
    set(rule, path, Field::pub_date, date);
    publication_column_ = publication_column_.value_or(column_of(rule, path, Field::pub_no));
    if (grant_ || (meaning && meaning->grant)) {
        set(rule, path, Field::grant_no, number);
        set(rule, path, Field::grant_date, date);
    }
}

void DocumentRecords::take_priority(const DocumentRule& rule, std::size_t path, const DocumentParts& parts) {
    const auto numbers = members_of(part_of(parts, DocumentPart::number));
    const auto offices = members_of(part_of(parts, DocumentPart::office));
    DocumentParts one = parts;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        one[static_cast<std::size_t>(DocumentPart::number)] = numbers[i];
        one[static_cast<std::size_t>(DocumentPart::office)] = i < offices.size() ? offices[i] : std::string{};
        add(rule, path, Field::priority_numbers, application_number(one));
    }
    for (const auto& written : members_of(part_of(parts, DocumentPart::date))) {
        const auto date = parse_date(written);
        if (!date) {
            extra(rule.at[path] + "/date", written);
        } else if (const auto iso = date->iso(); priority_date_.empty() || iso < priority_date_) {
            priority_date_ = iso;
            priority_column_ = column_of(rule, path, Field::priority_date);
        }
    }
}

void DocumentRecords::take_event(const DocumentParts& parts) {
    EventRow event;
    const auto& code = part_of(parts, DocumentPart::code);
    const auto& words = part_of(parts, DocumentPart::text);
    const auto& office = part_of(parts, DocumentPart::office);
    if (code.empty() && words.empty()) {
        return;
    }
    // Codes of the vocabulary are those of the Chinese gazette. Elsewhere only words that name an event are
    // taken: a state that lapses in one of several countries is no state of the patent.
    const bool chinese = office == "CN";
    for (const auto& said : {chinese ? code : std::string{}, words}) {
        const auto match = said.empty() ? std::nullopt : context_.vocabulary.match(said);
        if (!match || !event.code.empty()) {
            continue;
        }
        if (!match->event.empty() && (chinese || match->state == LegalState::unknown)) {
            event.code = match->event;
        } else if (chinese && match->state != LegalState::unknown) {
            event.code = legal_state_key(match->state);
        }
    }
    if (event.code.empty()) {
        event.code = office.empty() || office == "CN" ? code : office + "." + code;
    }
    const auto date = parse_date(part_of(parts, DocumentPart::date));
    event.date = date ? date->iso() : std::string{};
    event.detail = code;
    for (const auto& more : {words, part_of(parts, DocumentPart::detail)}) {
        event.detail += event.detail.empty() || more.empty() ? "" : "; ";
        event.detail += more;
    }
    events_.push_back(std::move(event));
}

void DocumentRecords::item(const DocumentRule& rule, std::size_t path, DocumentParts& parts, bool marked) {
    switch (rule.make) {
    case Make::publication:
    case Make::related:
        take_publication(rule, path, parts);
        return;
    case Make::application:
        set(rule, path, Field::app_no, application_number(parts));
        set(rule, path, Field::app_date, part_of(parts, DocumentPart::date));
        return;
    case Make::priority:
        take_priority(rule, path, parts);
        return;
    case Make::parent:
    case Make::pct_application:
        set(rule, path, rule.fields[0], application_number(parts));
        return;
    case Make::pct_publication:
        set(rule, path, rule.fields[0], number_text(parts));
        return;
    case Make::member:
        add(rule, path, Field::family_members, number_text(parts));
        return;
    case Make::citation:
    case Make::literature:
        take_citation(rule, path, parts);
        return;
    case Make::title:
    case Make::abstract:
        if (auto& text = parts[static_cast<std::size_t>(DocumentPart::text)]; !text.empty()) {
            auto& texts = rule.make == Make::title ? titles_ : abstracts_;
            texts.push_back({fold(part_of(parts, DocumentPart::lang)), std::move(text),
                             column_of(rule, path, rule.fields[0])});
        }
        return;
    case Make::claim:
        if (claims_.empty()) {
            claims_column_ = column_of(rule, path, Field::claims);
        }
        claims_.add(one_line(part_of(parts, DocumentPart::text)), marked, profile_.claims);
        return;
    case Make::description: {
        if (description_.empty()) {
            description_column_ = column_of(rule, path, Field::description);
        } else {
            description_ += '\n';
        }
        description_ += part_of(parts, DocumentPart::text);
        return;
    }
    case Make::applicant:
    case Make::inventor:
    case Make::owner:
    case Make::agent:
    case Make::agency:
        take_party(rule, path, parts);
        return;
    case Make::ipc:
    case Make::cpc:
        take_class(rule, path, parts);
        return;
    case Make::type: {
        const auto key = fold_key(part_of(parts, DocumentPart::text));
        const auto known =
            std::ranges::find(profile_.types, key, &std::pair<std::string, std::string>::first);
        if (known != profile_.types.end()) {
            set(rule, path, Field::patent_type, known->second);
        } else if (!key.empty()) {
            extra(rule.at[path], part_of(parts, DocumentPart::text));
        }
        return;
    }
    case Make::value:
        take_value(rule, path, part_of(parts, DocumentPart::text));
        return;
    case Make::event:
        take_event(parts);
        return;
    case Make::relative:
        sink_->relative(column_of(rule, path, rule.fields[0]));
        return;
    case Make::count_:
        return;
    }
}

} // namespace longmen::ingest::detail
