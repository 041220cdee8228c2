// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the index and brings it forward.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/search/detail/files.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/store/texts.hpp>

#include <fmt/format.h>
#include <xapian.h>

#include <charconv>
#include <set>
#include <unordered_map>

namespace longmen::search {
namespace {

using namespace detail;

/// Text between two commits of a new index: bounds the memory of the postings not yet written.
constexpr std::size_t bytes_between_commits = std::size_t{1} << 20;
/// More changed records than this share of all: a new index is quicker than changing the old one.
constexpr double rebuild_share = 0.3;

std::string version_text(const Settings& settings) {
    return fmt::format("{}:{}", layout_version, settings.checksum);
}

/// `H01M10/0525` is also H, H01, H01M and H01M10.
void add_class(std::set<std::string>& terms, const std::string& symbol) {
    constexpr std::size_t section = 1, group_class = 3, subclass = 4;
    const auto key = fold_key(symbol);
    for (const auto length : {section, group_class, subclass}) {
        if (key.size() > length) {
            terms.insert(key.substr(0, length));
        }
    }
    if (const auto slash = key.find('/'); slash != std::string::npos && slash > subclass) {
        terms.insert(key.substr(0, slash));
    }
    terms.insert(key);
}

class Writer {
    Xapian::WritableDatabase& database_;
    const Settings& settings_;
    Tokeniser tokeniser_;
    std::unordered_map<std::string, Xapian::termcount> counts_; // of words and pairs in the record in hand

    /// Words and pairs of words; how they stand in longer phrases is looked up in the stored text.
    void add_text(std::string_view text, unsigned weight, std::string_view prefix = {}) {
        const auto tokens = tokeniser_.split(text);
        const auto count = [&](const std::string& term) {
            counts_[term] += weight;
            if (!prefix.empty()) {
                counts_[fmt::format("{}{}", prefix, term)] += 1;
            }
        };
        for (const auto& token : tokens) {
            count(token.text);
        }
        for (const auto& pair : pairs_of(tokens)) {
            count(pair);
        }
    }

    void add_words(Xapian::Document& document) {
        for (const auto& [word, count] : counts_) {
            document.add_term(word, count);
        }
        counts_.clear();
    }

    static void add_key(Xapian::Document& document, std::string_view prefix, std::string_view key) {
        if (!key.empty()) {
            document.add_boolean_term(cut_term(fmt::format("{}{}", prefix, key)));
        }
    }

public:
    Writer(Xapian::WritableDatabase& database, const Settings& settings)
        : database_(database), settings_(settings) {}

    void put(const store::TextRecord& record) {
        Xapian::Document document;
        add_text(record.title, settings_.title, title_prefix);
        add_text(record.title_en, settings_.title, title_prefix);
        add_text(record.abstract, settings_.abstract);
        add_text(record.abstract_en, settings_.abstract);
        add_text(record.first_claim, settings_.claims);
        add_text(record.claims, settings_.claims);
        for (const auto& name : split_trimmed(record.applicants, "\n")) {
            add_text(name, settings_.applicants, applicant_prefix);
            add_key(document, organisation_prefix, organisation_key(name));
        }
        for (const auto& name : split_trimmed(record.owners, "\n")) {
            add_key(document, organisation_prefix, organisation_key(name));
        }
        for (const auto& name : split_trimmed(record.inventors, "\n")) {
            add_text(name, settings_.inventors, inventor_prefix);
        }
        add_words(document);
        std::set<std::string> classes, subclasses;
        for (const auto& symbol : split_trimmed(record.classes, "\n")) {
            add_class(classes, symbol);
            constexpr std::size_t subclass = 4;
            subclasses.insert(symbol.substr(0, subclass));
        }
        for (const auto& key : classes) {
            add_key(document, class_prefix, key);
        }
        constexpr std::size_t year_length = 4;
        const auto year = record.app_date.substr(0, year_length);
        add_key(document, year_prefix, year);
        const auto status = record.status.empty() ? "unknown" : record.status;
        add_key(document, status_prefix, status);
        add_key(document, validity_prefix, validity_key(validity_of(legal_state_by_key(status))));
        add_key(document, type_prefix, record.type);
        for (const auto* place : {&record.province, &record.city, &record.county}) {
            add_key(document, place_prefix, fold_key(*place));
        }
        add_key(document, number_prefix, record.number);
        document.add_value(slot_year, year);
        document.add_value(slot_date, record.app_date);
        document.add_value(slot_number, record.number);
        document.add_value(slot_family, record.family);
        document.add_value(slot_applicants, record.applicants);
        std::string joined;
        for (const auto& subclass : subclasses) {
            joined += (joined.empty() ? "" : "\n") + subclass;
        }
        document.add_value(slot_classes, joined);
        document.add_value(slot_status, status);
        document.add_value(slot_county, record.county);
        std::string stored;
        for (const auto* part :
             {&record.title, &record.title_en, &record.abstract, &record.abstract_en, &record.first_claim,
              &record.claims, &record.applicants, &record.inventors, &record.app_date}) {
            stored += *part + '\x1f';
        }
        document.set_data(stored);
        database_.replace_document(static_cast<Xapian::docid>(record.id), document);
    }

    /// Removes whatever stands under the number.
    void remove(const std::string& number) {
        database_.delete_document(cut_term(fmt::format("{}{}", number_prefix, number)));
    }

    void stamp(std::int64_t generation) {
        database_.set_metadata("version", version_text(settings_));
        database_.set_metadata("generation", fmt::format("{}", generation));
    }
};

std::int64_t generation_of(const Xapian::Database& database) {
    const auto text = database.get_metadata("generation");
    std::int64_t generation = -1;
    std::from_chars(text.data(), text.data() + text.size(), generation);
    return generation;
}

std::size_t bytes_of(const store::TextRecord& record) {
    return record.title.size() + record.title_en.size() + record.abstract.size() + record.abstract_en.size() +
           record.first_claim.size() + record.claims.size() + record.applicants.size();
}

IndexUpdate build(const store::Workspace& workspace, const Settings& settings, Progress& progress) {
    const auto folder = fresh_index(workspace.folder());
    IndexUpdate update{true, 0, 0};
    const auto total = store::count_texts(workspace, -1);
    const auto generation = workspace.generation();
    progress.begin("index", static_cast<std::uint64_t>(total));
    {
        Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                                                      Xapian::DB_NO_SYNC);
        Writer writer(database, settings);
        std::size_t pending = 0;
        store::each_text(workspace, -1, [&](const store::TextRecord& record) {
            writer.put(record);
            pending += bytes_of(record);
            if (pending > bytes_between_commits) {
                database.commit();
                pending = 0;
            }
            progress.at(static_cast<std::uint64_t>(++update.records));
        });
        writer.stamp(generation);
        database.commit();
        database.close();
    }
    progress.end();
    publish_index(workspace.folder(), folder);
    return update;
}

IndexUpdate bring_forward(const store::Workspace& workspace, const std::string& folder, std::int64_t from,
                          const Settings& settings, Progress& progress) {
    IndexUpdate update;
    const auto total = store::count_texts(workspace, from);
    progress.begin("index", static_cast<std::uint64_t>(total));
    Xapian::WritableDatabase database(folder, Xapian::DB_OPEN);
    Writer writer(database, settings);
    database.begin_transaction();
    for (const auto& number : store::removed_numbers(workspace, from)) {
        writer.remove(number);
        ++update.removed;
    }
    store::each_text(workspace, from, [&](const store::TextRecord& record) {
        writer.put(record);
        progress.at(static_cast<std::uint64_t>(++update.records));
    });
    writer.stamp(workspace.generation());
    database.commit_transaction();
    progress.end();
    return update;
}

} // namespace

std::optional<std::int64_t> index_generation(const std::string& workspace_folder) {
    const auto folder = current_index(workspace_folder);
    if (folder.empty()) {
        return std::nullopt;
    }
    try {
        return generation_of(Xapian::Database(folder));
    } catch (const Xapian::Error&) {
        return std::nullopt;
    }
}

IndexUpdate update_index(const store::Workspace& workspace, const Settings& settings, Progress& progress) {
    try {
        const auto folder = current_index(workspace.folder());
        if (folder.empty()) {
            return build(workspace, settings, progress);
        }
        std::int64_t generation = -1;
        std::int64_t documents = 0;
        bool usable = false;
        try {
            const Xapian::Database database(folder);
            generation = generation_of(database);
            documents = database.get_doccount();
            usable = database.get_metadata("version") == version_text(settings);
        } catch (const Xapian::Error&) {
            usable = false; // damaged or of another program: made anew
        }
        if (usable && generation == workspace.generation()) {
            return {};
        }
        const auto changed = store::count_texts(workspace, generation);
        const bool many = static_cast<double>(changed) > rebuild_share * static_cast<double>(documents);
        if (!usable || generation < 0 || generation > workspace.generation() || many) {
            return build(workspace, settings, progress);
        }
        return bring_forward(workspace, folder, generation, settings, progress);
    } catch (const Xapian::Error& error) {
        throw DataError(workspace.folder() + "/index", 0,
                        sentence("检索索引无法写入：{}", "cannot be written: {}", error.get_msg()));
    }
}

} // namespace longmen::search
