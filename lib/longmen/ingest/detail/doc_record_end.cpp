// SPDX-License-Identifier: GPL-3.0-or-later
// A record from its beginning to the row it becomes.
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/doc_record.hpp>
#include <longmen/ingest/detail/doc_text.hpp>
#include <longmen/record/number.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

/// `2018103932133`: an application number with its check digit, which proves it.
std::string proven_number(std::string_view name) {
    constexpr std::size_t width = 13;
    const auto body = name.substr(0, width - 1);
    const bool digits =
        name.size() == width && std::ranges::all_of(body, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || cn_check_digit(body) != name[width - 1]) {
        return {};
    }
    return fmt::format("CN{}.{}", body, name[width - 1]);
}

} // namespace

DocumentRecords::DocumentRecords(const std::string& path, const DocumentProfile& profile,
                                 const StatusVocabulary& vocabulary, TableSink& sink)
    : profile_{profile}, sink_{std::make_unique<DocumentSink>(sink)},
      context_{path, profile.table, {}, false, false, {}, vocabulary, *sink_} {
    for (const auto& column : profile.columns) {
        context_.columns.push_back({column.heading, std::string{field_info(column.field).key}, false});
    }
    sink_->know(context_.columns);
    reader_ = make_patent_reader(context_);
}

DocumentRecords::~DocumentRecords() = default;

void DocumentRecords::place(const std::string& member, std::string_view document) {
    member_ = member;
    document_ = document;
    grant_ = profile_.is_grant(document);
}

void DocumentRecords::begin_record() {
    cells_.assign(profile_.columns.size(), {});
    lists_.clear();
    titles_.clear();
    abstracts_.clear();
    corporate_ = personal_ = owners_ = {};
    extras_.clear();
    events_.clear();
    extra_places_.clear();
    priority_date_.clear();
    related_column_.reset();
    publication_column_.reset();
    ipc_main_.clear();
    description_.clear();
    standard_inventors_ = {};
    claims_.clear();
    sink_->begin();
}

void DocumentRecords::extra(const std::string& path, std::string_view value) {
    if (value.empty()) {
        return;
    }
    const auto [found, fresh] = extra_places_.try_emplace(path, extras_.size());
    if (fresh) {
        extras_.emplace_back(path, DistinctMembers{});
    }
    extras_[found->second].second.add(value); // the same value of the next inventor says nothing new
}

std::vector<std::string> DocumentRecords::members_of(const std::string& text) const {
    if (profile_.separator.empty()) {
        return text.empty() ? std::vector<std::string>{} : std::vector{text};
    }
    return split_trimmed(text, profile_.separator);
}

void DocumentRecords::take_value(const DocumentRule& rule, std::size_t path, const std::string& text) {
    const auto field = *rule.field;
    if (text.empty()) {
        return;
    }
    if (field_info(field).type != FieldType::list) {
        const bool symbol = field == Field::ipc_main;
        auto value = symbol ? symbol_from_text(text) : std::string{};
        set(rule, path, field, value.empty() ? text : value);
        return;
    }
    const auto column = column_of(rule, path, field);
    for (auto& member : members_of(text)) {
        switch (field) {
        case Field::cited:
        case Field::citing:
        case Field::family_members: {
            const auto number = parse_number(member, NumberHint::publication, profile_.office);
            auto canonical = number ? number->canonical() : member;
            if (field == Field::family_members) {
                add(rule, path, field, std::move(canonical));
            } else {
                sink_->cite(field, column, canonical);
            }
            break;
        }
        case Field::ipc:
        case Field::cpc: {
            auto symbol = symbol_from_text(member);
            add(rule, path, field, symbol.empty() ? std::move(member) : std::move(symbol));
            break;
        }
        case Field::applicants:
            corporate_.add(column, tidy_name(member));
            break;
        default:
            add(rule, path, field, tidy_name(member));
        }
    }
}

void DocumentRecords::settle_languages(std::vector<Translated>& texts) {
    const auto first_of = [&](auto fits) {
        const auto found = std::ranges::find_if(texts, fits);
        return found == texts.end() ? nullptr : &*found;
    };
    const auto* english = first_of([](const Translated& each) { return each.lang.starts_with("en"); });
    const auto* chosen = first_of([](const Translated& each) { return each.lang.starts_with("zh"); });
    chosen = chosen ? chosen : first_of([](const Translated& each) { return each.lang.empty(); });
    chosen = chosen ? chosen : english;
    chosen = chosen || texts.empty() ? chosen : texts.data();
    for (auto& each : texts) {
        if (&each == chosen) {
            cells_[each.column] = std::move(each.text);
        } else if (&each == english) {
            cells_[each.column + 1] = std::move(each.text);
        } else {
            extra(fmt::format("{}[{}]", profile_.columns[each.column].heading, each.lang), each.text);
        }
    }
    texts.clear();
}

void DocumentRecords::settle_publications() {
    // Of a grant with an earlier publication, this one is the grant and the earlier one the publication.
    if (!related_column_ || !publication_column_) {
        return;
    }
    constexpr std::size_t grant_no = 2; // behind number and date of the publication
    if (!cells_[*publication_column_ + grant_no].empty()) {
        cells_[*publication_column_].clear();
        cells_[*publication_column_ + 1].clear();
    }
}

void DocumentRecords::settle_applicants() {
    // Who is named as applicant; where only inventors are (as the United States had it until 2012), the
    // owners.
    for (const auto* list : {&corporate_, &owners_, &personal_}) {
        if (!list->empty()) {
            cells_[list->column()] = list->text();
            return;
        }
    }
}

void DocumentRecords::settle_number() {
    if (!profile_.number_from_path) {
        return;
    }
    std::size_t place = profile_.columns.size();
    for (std::size_t i = 0; i < profile_.columns.size(); ++i) {
        const auto field = profile_.columns[i].field;
        const bool number = field == Field::app_no || field == Field::pub_no || field == Field::grant_no;
        if (number && !cells_[i].empty()) {
            return;
        }
        if (field == Field::app_no && place == profile_.columns.size()) {
            place = i;
        }
    }
    if (place == profile_.columns.size()) {
        return;
    }
    for (const auto& name : split_trimmed(member_.empty() ? context_.path : member_, "/")) {
        if (auto number = proven_number(name); !number.empty()) {
            cells_[place] = std::move(number);
        }
    }
}

void DocumentRecords::end_record() {
    ++row_;
    settle_languages(titles_);
    settle_languages(abstracts_);
    settle_publications();
    settle_applicants();
    settle_number();
    if (!description_.empty()) {
        cells_[description_column_] = std::move(description_);
    }
    if (!ipc_main_.empty()) {
        cells_[ipc_main_column_] = ipc_main_;
    }
    const bool named =
        std::ranges::any_of(lists_, [](const auto& each) { return each.first == Field::inventors; });
    if (!named && !standard_inventors_.empty()) {
        cells_[standard_inventors_.column()] = standard_inventors_.text();
    }
    for (const auto& [field, list] : lists_) {
        cells_[list.column()] = list.text();
    }
    if (!priority_date_.empty()) {
        cells_[priority_column_] = priority_date_;
    }
    if (!claims_.empty()) {
        cells_[claims_column_] = claims_.text();
        cells_[claims_column_ + 1] = claims_.first();
        if (claims_.counted()) {
            cells_[claims_column_ + 2] = std::to_string(claims_.count());
            cells_[claims_column_ + 3] = std::to_string(claims_.independent());
        }
    }
    std::vector<ExtraValue> extras;
    extras.reserve(extras_.size());
    for (auto& [path, values] : extras_) {
        extras.emplace_back(std::move(path), join(values.members(), "\n"));
    }
    sink_->keep(std::move(extras));
    const std::vector<std::string_view> cells{cells_.begin(), cells_.end()};
    reader_->row({.number = row_, .cells = cells});
    if (sink_->number()) {
        for (auto& event : events_) {
            event.row = row_;
            event.number = *sink_->number();
            sink_->event(std::move(event));
        }
    }
    begin_record();
}

void DocumentRecords::reject(DiagnosticCode code, std::string where, std::string_view value,
                             std::string detail) {
    ++row_;
    RejectedRow rejected;
    rejected.why = {code, row_, std::move(where), shown(value), std::move(detail)};
    if (!member_.empty()) {
        rejected.cells.emplace_back("file", member_);
    }
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (!cells_[i].empty()) {
            rejected.cells.emplace_back(profile_.columns[i].heading, cells_[i]);
        }
    }
    sink_->reject(std::move(rejected));
    begin_record();
}

} // namespace longmen::ingest::detail
