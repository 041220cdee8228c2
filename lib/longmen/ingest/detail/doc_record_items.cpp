// SPDX-License-Identifier: GPL-3.0-or-later
// Persons, cited documents and classes of a record.
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/doc_record.hpp>
#include <longmen/ingest/detail/doc_text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

/// `DOE JOHN [US]`
std::string without_country(std::string name) {
    const auto bracket = name.rfind(" [");
    if (bracket != std::string::npos && name.ends_with(']')) {
        name.resize(bracket);
    }
    return name;
}

} // namespace

void DocumentRecords::take_party(const DocumentRule& rule, std::size_t path, const DocumentParts& parts) {
    auto name = tidy_name(part_of(parts, DocumentPart::name));
    const bool personal = name.empty();
    if (personal) {
        name = tidy_name(part_of(parts, DocumentPart::last));
        const auto first = tidy_name(part_of(parts, DocumentPart::first));
        name += name.empty() || first.empty() ? "" : ", ";
        name += first;
    }
    if (name.empty()) {
        return;
    }
    switch (rule.make) {
    case Make::inventor:
        if (part_of(parts, DocumentPart::code) == "standard") {
            standard_inventors_.add(column_of(rule, path, Field::inventors),
                                    without_country(std::move(name)));
            return;
        }
        add(rule, path, Field::inventors, name);
        personal_.add(column_of(rule, path, Field::applicants), name);
        return;
    case Make::agent:
        add(rule, path, Field::agents, std::move(name));
        return;
    case Make::agency:
        set(rule, path, Field::agency, name);
        return;
    case Make::owner:
        add(rule, path, Field::owners, name);
        owners_.add(column_of(rule, path, Field::applicants), name);
        break;
    default:
        if (part_of(parts, DocumentPart::code) == "standard") {
            const auto bracket = name.rfind(" [");
            if (bracket != std::string::npos && name.ends_with(']')) {
                const auto country = name.substr(bracket + 2, name.size() - bracket - 3);
                if (cells_[column_of(rule, path, Field::country)].empty()) {
                    set(rule, path, Field::country, country);
                }
            }
            name = without_country(std::move(name));
            add(rule, path, Field::applicants_std, std::move(name));
            return;
        }
        (personal ? personal_ : corporate_).add(column_of(rule, path, Field::applicants), name);
    }
    // Place of the first one only.
    for (const auto& [field, which] : {std::pair{Field::country, DocumentPart::country},
                                       {Field::province, DocumentPart::province},
                                       {Field::city, DocumentPart::city},
                                       {Field::county, DocumentPart::county},
                                       {Field::address, DocumentPart::address}}) {
        auto& cell = cells_[column_of(rule, path, field)];
        if (cell.empty()) {
            cell = part_of(parts, which);
        }
    }
}

void DocumentRecords::take_citation(const DocumentRule& rule, std::size_t path, const DocumentParts& parts) {
    if (rule.make == Make::literature) {
        add(rule, path, Field::npl_cited, part_of(parts, DocumentPart::text));
        return;
    }
    auto member = number_text(parts);
    if (member.empty()) {
        return;
    }
    const auto& category = part_of(parts, DocumentPart::category);
    const auto& written = part_of(parts, DocumentPart::origin);
    const auto key = fold_key(written);
    const auto known = std::ranges::find(profile_.origins, key, &std::pair<std::string, std::string>::first);
    const auto origin = known != profile_.origins.end() ? known->second : std::string{};
    if (!written.empty() && known == profile_.origins.end()) {
        extra(rule.at[path] + "/origin", written);
    }
    if (!category.empty() || !origin.empty()) {
        member = fmt::format("{}\t{}\t{}", member, category, origin);
    }
    sink_->cite(rule.fields[0], column_of(rule, path, rule.fields[0]), member);
}

void DocumentRecords::take_class(const DocumentRule& rule, std::size_t path, const DocumentParts& parts) {
    std::string symbol;
    if (const auto& section = part_of(parts, DocumentPart::section); !section.empty()) {
        symbol = fmt::format("{}{}{}{}/{}", section, part_of(parts, DocumentPart::main_class),
                             part_of(parts, DocumentPart::subclass), part_of(parts, DocumentPart::group),
                             part_of(parts, DocumentPart::subgroup));
    } else {
        symbol = symbol_from_text(part_of(parts, DocumentPart::symbol));
        if (symbol.empty()) {
            extra(rule.at[path], part_of(parts, DocumentPart::symbol));
            return;
        }
    }
    if (rule.make == Make::ipc && (ipc_main_.empty() || rule.column < ipc_main_rule_)) {
        ipc_main_ = symbol; // the first of the rule that stands first
        ipc_main_rule_ = rule.column;
        ipc_main_column_ = column_of(rule, path, Field::ipc_main);
    }
    add(rule, path, rule.fields[0], std::move(symbol));
}

} // namespace longmen::ingest::detail
