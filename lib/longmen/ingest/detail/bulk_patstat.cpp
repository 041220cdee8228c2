// SPDX-License-Identifier: GPL-3.0-or-later
// PATSTAT: applications with their publications, citations, classes and persons.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>
#include <longmen/ingest/detail/person_names.hpp>
#include <longmen/ingest/detail/record_columns.hpp>
#include <longmen/record/number.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <tuple>

namespace longmen::ingest::detail {
namespace {

class Patstat {
    const FilesByTable& files_;
    Progress& progress_;
    BulkTables& tables_;
    RecordColumns records_;
    NumberPool pool_;
    std::vector<PackedNumber> application_; ///< as the table writes it, with its kind
    /// The publication that gives the number, and the one that gives the day of publication.
    struct Publications {
        PackedNumber best = 0;
        Day best_day = unknown_day, first_day = unknown_day;
        bool any = false, granted = false, first_granted = false;
    };
    std::vector<Publications> publications_;
    std::vector<PackedNumber> publication_keys_;
    std::vector<std::uint32_t> publication_rows_;

    template <std::size_t Size>
    std::uint64_t each(const std::string& table, const std::array<std::string_view, Size>& columns,
                       std::size_t needed, const std::function<void(const CellRow&)>& take) {
        std::uint64_t rows = 0;
        if (const auto found = files_.find(table); found != files_.end()) {
            for (const auto& path : found->second) {
                rows += each_row(path, columns, needed, tables_.faults, progress_, take);
            }
        }
        return rows;
    }
    [[nodiscard]] bool has(const std::string& table) const { return files_.contains(table); }

    [[nodiscard]] std::vector<std::int32_t>& count_column(const char* name) {
        for (auto& [known, values] : records_.counts) {
            if (known == name) {
                return values;
            }
        }
        records_.counts.emplace_back(name, std::vector<std::int32_t>{});
        return records_.counts.back().second;
    }

    static std::int32_t count(std::string_view cell) {
        const auto value = positive(cell);
        return value > 0 || cell == "0" ? static_cast<std::int32_t>(std::min<std::uint64_t>(
                                              value, std::numeric_limits<std::int32_t>::max()))
                                        : missing_measure;
    }

    void read_applications() {
        constexpr auto columns = std::to_array<std::string_view>(
            {"appln_id", "appln_auth", "appln_nr", "appln_kind", "appln_filing_date", "appln_filing_year",
             "earliest_filing_date", "earliest_filing_year", "earliest_publn_date", "docdb_family_id",
             "docdb_family_size", "nb_citing_docdb_fam"});
        records_.counts = {{"claims", {}}, {"vendor_family_size", {}}, {"vendor_forward_citations", {}}};
        auto& sizes = count_column("vendor_family_size");
        auto& citing = count_column("vendor_forward_citations");
        tables_.node_rows = each("patstat_appln", columns, 1, [&](const CellRow& row) {
            const auto key = pack_number(row[0]);
            if (!key || positive(row[0]) == 0) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            ClockDay filing;
            ClockDay priority;
            Day published = unknown_day;
            const bool good = read_clock_day(row[4], row[5], filing);
            if (!read_clock_day(row[6], row[7], priority) || !read_day(row[8], published) || !good) {
                row.refuse(BulkFault::bad_value);
            }
            records_.keys.push_back(*key);
            records_.filing.push_back(filing);
            records_.priority.push_back(priority);
            records_.publication.push_back(published);
            records_.family.push_back(positive(row[9]) > 0 ? *pack_number(std::to_string(positive(row[9])))
                                                           : no_family);
            sizes.push_back(count(row[10]));
            citing.push_back(count(row[11]));
            application_.push_back(row[2].empty() ? nothing : pool_.put(join(row[1], row[2], row[3])));
        });
        records_.end_keys(tables_.faults, files_.at("patstat_appln")[0]);
        records_.grant.assign(records_.size(), unknown_day);
        publications_.resize(records_.size());
        if (std::ranges::all_of(records_.family, [](PackedNumber one) { return one == no_family; })) {
            records_.family = {};
        }
    }

    static std::string join(std::string_view office, std::string_view number, std::string_view kind) {
        std::string text{office};
        text += number;
        text += kind;
        return text;
    }

    /// True when `a` comes before `b`: by day, then by text.
    [[nodiscard]] bool earlier(Day a_day, PackedNumber a, Day b_day, PackedNumber b) const {
        return a_day != b_day ? a_day < b_day : a != b && pool_.text(a) < pool_.text(b);
    }

    void add_publication(std::uint32_t row, PackedNumber number, Day day, bool grant) {
        auto& known = publications_[row];
        // The number: the first grant, else the latest publication.
        const bool better =
            !known.any || (grant && !known.granted) ||
            (grant == known.granted && (grant ? earlier(day, number, known.best_day, known.best)
                                              : earlier(known.best_day, known.best, day, number)));
        // The day: that of the first publication that is no grant, else of the first grant.
        if (!known.any || std::tie(grant, day) < std::tie(known.first_granted, known.first_day)) {
            known.first_day = day;
            known.first_granted = grant;
        }
        if (better) {
            known.best = number;
            known.best_day = day;
            known.granted = grant;
        }
        known.any = true;
    }

    void read_publications() {
        constexpr auto columns = std::to_array<std::string_view>({"pat_publn_id", "appln_id", "publn_auth",
                                                                  "publn_nr", "publn_kind", "publn_date",
                                                                  "publn_first_grant", "publn_claims"});
        auto& claims = count_column("claims");
        claims.assign(records_.size(), missing_measure);
        each("patstat_publn", columns, 2, [&](const CellRow& row) {
            const auto key = pack_number(row[0]);
            const auto application = pack_number(row[1]);
            if (!key || !application) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            const auto document = records_.row_of(*application, row);
            if (document == IdIndex::none) {
                return;
            }
            publication_keys_.push_back(*key);
            publication_rows_.push_back(document);
            Day day = unknown_day;
            if (!read_day(row[5], day)) {
                row.refuse(BulkFault::bad_value);
            }
            const bool grant = row[6] == "Y" || row[6] == "1";
            if (!row[3].empty()) {
                add_publication(document, pool_.put(join(row[2], row[3], row[4])), day, grant);
            }
            if (grant && positive(row[7]) > 0) {
                claims[document] = std::max(claims[document], count(row[7]));
            }
        });
        for (std::size_t row = 0; row < records_.size(); ++row) {
            const auto& known = publications_[row];
            if (known.any && known.first_day != unknown_day) {
                records_.publication[row] = known.first_day;
            }
            if (known.granted) {
                records_.grant[row] = known.best_day;
            }
        }
    }

    void read_citations() {
        constexpr auto columns = std::to_array<std::string_view>(
            {"pat_publn_id", "cited_pat_publn_id", "cited_appln_id", "cited_npl_publn_id", "npl_publn_id"});
        if (!has("patstat_citation")) {
            return;
        }
        std::vector<std::uint32_t> again;
        const IdIndex publications{publication_keys_, again};
        records_.knows_literature = true;
        const auto find = [&](std::string_view cell, const IdIndex& index) {
            const auto key = pack_number(cell);
            return key ? index.find(*key) : IdIndex::none;
        };
        tables_.edge_rows = each("patstat_citation", columns, 1, [&](const CellRow& row) {
            const auto citing = find(row[0], publications);
            if (citing == IdIndex::none) {
                row.refuse(BulkFault::unknown_id);
                return;
            }
            const auto document = publication_rows_[citing];
            if (positive(row[1]) > 0) {
                const auto cited = find(row[1], publications);
                records_.citations.push_back(
                    {document, cited != IdIndex::none
                                   ? publication_rows_[cited]
                                   : records_.stub("patstat:publn:" + std::string{row[1]})});
            } else if (positive(row[2]) > 0) {
                const auto cited = find(row[2], *records_.index);
                records_.citations.push_back(
                    {document,
                     cited != IdIndex::none ? cited : records_.stub("patstat:appln:" + std::string{row[2]})});
            } else if (const auto item = row[3].empty() ? row[4] : row[3]; !item.empty() && item != "0") {
                records_.literature.emplace_back(document, std::hash<std::string_view>{}(item));
            }
        });
    }

    void read_classes(const char* table, std::string_view symbol_column, std::vector<Link>& links) {
        const auto columns = std::to_array<std::string_view>({"appln_id", symbol_column, "ipc_position"});
        std::string symbol; // without the blanks that put main groups below each other
        each(table, columns, 2, [&](const CellRow& row) {
            const auto key = pack_number(row[0]);
            if (!key || row[1].empty()) {
                row.refuse(BulkFault::bad_id);
            } else if (const auto document = records_.row_of(*key, row); document != IdIndex::none) {
                symbol = row[1];
                std::erase(symbol, ' ');
                links.push_back({document, records_.symbols.number(symbol, 0), row[2] == "F" ? 0U : 1U});
            }
        });
    }

    void read_persons() {
        if (!has("patstat_pers_appln")) {
            return;
        }
        if (!has("patstat_person")) {
            throw DataError(files_.at("patstat_pers_appln")[0], 0,
                            Sentence{"只有人员编号；请一并给出人员表（tls206_person）",
                                     "gives persons by id alone; the table of persons (tls206_person) is "
                                     "needed too"});
        }
        PersonNames applicants;
        PersonNames inventors;
        constexpr auto columns =
            std::to_array<std::string_view>({"person_id", "appln_id", "applt_seq_nr", "invt_seq_nr"});
        each("patstat_pers_appln", columns, 2, [&](const CellRow& row) {
            const auto key = pack_number(row[1]);
            const auto person = pack_number(row[0]);
            if (!key || !person) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            const auto document = records_.row_of(*key, row);
            if (document == IdIndex::none) {
                return;
            }
            for (const auto& [cell, persons] :
                 {std::pair{row[2], &applicants}, std::pair{row[3], &inventors}}) {
                if (const auto order = positive(cell); order > 0) {
                    persons->add_link(document, *person, static_cast<std::uint32_t>(order));
                }
            }
        });
        applicants.end_links();
        inventors.end_links();
        constexpr auto names =
            std::to_array<std::string_view>({"person_id", "person_name", "han_name", "psn_name"});
        each("patstat_person", names, 1, [&](const CellRow& row) {
            if (const auto person = pack_number(row[0])) {
                applicants.add_name(*person, row[1], row[2]);
                inventors.add_name(*person, row[1], row[3]);
            } else {
                row.refuse(BulkFault::bad_id);
            }
        });
        const auto file = files_.at("patstat_pers_appln")[0];
        records_.applicants = applicants.settle(records_.applicant_names, file, tables_.faults);
        records_.inventors = inventors.settle(records_.inventor_names, file, tables_.faults);
    }

    /// Number in canonical form: of a publication, else of the application where an office gave it one, else
    /// the id.
    [[nodiscard]] std::string number_of(std::size_t row) const {
        if (publications_[row].any) {
            auto text = pool_.text(publications_[row].best);
            const auto number = parse_number(text, NumberHint::publication);
            return number ? number->canonical() : text;
        }
        if (application_[row] != nothing) {
            auto text = pool_.text(application_[row]);
            constexpr std::string_view kinds = "AUFPBTV"; // others are made up by the data base, but for W
            if (text.ends_with('W') || kinds.find(text.back()) != std::string_view::npos) {
                if (!text.ends_with('W')) {
                    text.pop_back();
                }
                if (const auto number = parse_number(text, NumberHint::application)) {
                    return number->canonical();
                }
            }
        }
        return "patstat:appln:" + unpack_number(records_.keys[row]);
    }

    static constexpr PackedNumber nothing = ~PackedNumber{0};

public:
    Patstat(const FilesByTable& files, Progress& progress, BulkTables& tables)
        : files_(files), progress_(progress), tables_(tables) {}

    void read(BulkClock clock, const FieldOf& field_of, Threads& threads) {
        read_applications();
        read_publications();
        read_citations();
        std::vector<PackedNumber>{}.swap(publication_keys_);
        std::vector<std::uint32_t>{}.swap(publication_rows_);
        read_classes("patstat_ipc", "ipc_class_symbol", records_.ipc);
        read_classes("patstat_cpc", "cpc_class_symbol", records_.cpc);
        read_persons();
        finish_records(
            records_, clock, field_of, [&](std::size_t row) { return number_of(row); }, threads, tables_);
    }
};

} // namespace

void read_patstat(const FilesByTable& files, BulkClock clock, const FieldOf& field_of, Threads& threads,
                  Progress& progress, BulkTables& tables) {
    Patstat{files, progress, tables}.read(clock, field_of, threads);
}

} // namespace longmen::ingest::detail
