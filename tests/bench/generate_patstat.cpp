// SPDX-License-Identifier: GPL-3.0-or-later
// Makes tables of PATSTAT in the proportions of the whole data base: the same seed gives the same bytes.
//
// Usage: generate_patstat APPLICATIONS FOLDER [SEED]  ->  FOLDER/tls201.csv ... (eight tables, in order of
// id) For each application 1.5 publications, 3.9 citations (one in twenty of literature), 2.5 classes, 2.3
// links to persons; 0.7 persons, of whom about half are linked; ids take four times the room of their number.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

class Random {
    std::uint64_t state_;

public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() { // splitmix64
        auto z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : next() % bound; }
    /// `mean` as a whole number: its whole part, and one more as often as the rest says.
    std::uint64_t about(double mean) {
        const auto whole = static_cast<std::uint64_t>(mean);
        return whole + (static_cast<double>(next() >> 11U) * 0x1.0p-53 < mean - static_cast<double>(whole));
    }
};

constexpr std::uint64_t id_step = 4;
constexpr std::uint64_t symbols = 70000;
constexpr std::uint64_t literature = 1000000;

class Table {
    std::FILE* file_;

public:
    Table(const std::string& path, const char* heading) : file_(std::fopen(path.c_str(), "wb")) {
        if (file_ == nullptr) {
            std::perror(path.c_str());
            std::exit(1);
        }
        std::fputs(heading, file_);
    }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    ~Table() {
        if (std::fclose(file_) != 0) {
            std::perror("generate_patstat");
            std::exit(1);
        }
    }
    [[nodiscard]] std::FILE* file() const { return file_; }
};

using ull = unsigned long long;

/// A day as PATSTAT writes it.
struct DayText {
    std::array<char, 12> text{};
    DayText(std::uint64_t year, Random& random) {
        std::snprintf(text.data(), text.size(), "%04u-%02u-%02u", static_cast<unsigned>(year % 10000),
                      static_cast<unsigned>(1 + random.below(12)),
                      static_cast<unsigned>(1 + random.below(28)));
    }
};

std::string symbol(std::uint64_t number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%c%02u%c %3u/%02u", static_cast<char>('A' + number % 8),
                  static_cast<unsigned>(1 + number / 8 % 10), static_cast<char>('B' + number / 80 % 8),
                  static_cast<unsigned>(1 + number / 640 % 30), static_cast<unsigned>(number / 19200 % 100));
    return text.data();
}

/// Two words and a form: of a hundred persons fifteen have the name of another one.
std::string name(std::uint64_t person) {
    Random random{person * 2 + 1};
    const auto bearer = random.below(100) < 15 ? random.below(person + 1) : person;
    Random letters{bearer};
    std::string text;
    for (const auto size : {3 + letters.below(8), 4 + letters.below(9)}) {
        for (std::uint64_t i = 0; i < size; ++i) {
            text += static_cast<char>((i == 0 ? 'A' : 'a') + letters.below(26));
        }
        text += ' ';
    }
    constexpr std::array<const char*, 4> forms{"CO LTD", "GMBH", "INC", "KK"};
    return text + forms.at(letters.below(forms.size()));
}

void write_documents(std::uint64_t applications, const std::string& folder, Random& random,
                     std::vector<std::uint32_t>& published) {
    const Table appln{folder + "/tls201.csv",
                      "appln_id,appln_auth,appln_nr,appln_kind,appln_filing_date,appln_filing_year,"
                      "earliest_filing_date,earliest_filing_year,earliest_publn_date,docdb_family_id,"
                      "docdb_family_size,nb_citing_docdb_fam\n"};
    const Table publn{folder + "/tls211.csv",
                      "pat_publn_id,publn_auth,publn_nr,publn_kind,appln_id,publn_date,"
                      "publn_first_grant,publn_claims\n"};
    for (std::uint64_t i = 0; i < applications; ++i) {
        const auto id = 1 + i * id_step + random.below(id_step);
        const auto year = 1980 + random.below(40);
        const bool american = i % 2 == 1;
        const DayText filed{year, random};
        const DayText first{year - 1, random};
        const DayText out{year + 1, random};
        std::fprintf(appln.file(), "%llu,%s,%llu%08llu,A,%s,%llu,%s,%llu,%s,%llu,%llu,%llu\n",
                     static_cast<ull>(id), american ? "US" : "CN", static_cast<ull>(year),
                     static_cast<ull>(i), filed.text.data(), static_cast<ull>(year), first.text.data(),
                     static_cast<ull>(year - 1), out.text.data(),
                     static_cast<ull>(1 + random.below(applications * 2)),
                     static_cast<ull>(1 + random.below(9)), static_cast<ull>(random.below(40)));
        const auto publications = random.about(1.5);
        for (std::uint64_t n = 0; n < publications; ++n) {
            const bool grant = n > 0;
            const DayText day{year + 1 + 2 * n, random};
            std::fprintf(
                publn.file(), "%llu,%s,%llu,%s,%llu,%s,%s,%llu\n",
                static_cast<ull>(1 + published.size() * id_step), american ? "US" : "CN",
                static_cast<ull>(american ? grant ? 4000000 + i : year * 10000000 + i / 2 : 100000000 + i),
                american ? grant ? "B2" : "A1"
                : grant  ? "B"
                         : "A",
                static_cast<ull>(id), day.text.data(), grant ? "Y" : "N",
                static_cast<ull>(grant ? 1 + random.below(25) : 0));
            published.push_back(static_cast<std::uint32_t>(id));
        }
    }
}

void write_citations(std::uint64_t rows, const std::string& folder, Random& random, std::uint64_t published) {
    const Table table{folder + "/tls212.csv", "pat_publn_id,citn_replenished,citn_id,citn_origin,"
                                              "cited_pat_publn_id,cited_appln_id,pat_citn_seq_nr,"
                                              "cited_npl_publn_id,npl_citn_seq_nr\n"};
    for (std::uint64_t i = 0; i < rows; ++i) {
        const auto citing = std::min(published - 1, published * i / rows);
        const bool patent = random.below(20) != 0;
        std::fprintf(table.file(), "%llu,0,%llu,SEA,%llu,0,%llu,%llu,0\n",
                     static_cast<ull>(1 + citing * id_step), static_cast<ull>(i),
                     static_cast<ull>(patent ? 1 + random.below(published) * id_step : 0),
                     static_cast<ull>(i), static_cast<ull>(patent ? 0 : 1 + random.below(literature)));
    }
}

/// `each(id)` for applications in the order of the table: those published, which bear classes and persons.
template <typename Each>
void each_application(const std::vector<std::uint32_t>& published, double rows_of_each, Random& random,
                      Each each) {
    for (std::size_t i = 0; i < published.size(); ++i) {
        if (i == 0 || published[i] != published[i - 1]) {
            each(published[i], random.about(rows_of_each));
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("generate_patstat APPLICATIONS FOLDER [SEED]\n", stderr);
        return 2;
    }
    const auto applications = std::strtoull(argv[1], nullptr, 10);
    const std::string folder = argv[2];
    Random random{argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1};
    std::vector<std::uint32_t> published; // application of each publication
    write_documents(applications, folder, random, published);
    write_citations(applications * 39 / 10, folder, random, published.size());
    {
        const Table ipc{folder + "/tls209.csv", "appln_id,ipc_class_symbol,ipc_class_level,ipc_position\n"};
        each_application(published, 2, random, [&](std::uint32_t id, std::uint64_t rows) {
            for (std::uint64_t n = 0; n < rows; ++n) {
                std::fprintf(ipc.file(), "%u,%s,A,%c\n", id, symbol(random.below(symbols)).c_str(),
                             n == 0 ? 'F' : 'L');
            }
        });
        const Table cpc{folder + "/tls224.csv", "appln_id,cpc_class_symbol\n"};
        each_application(published, 0.5, random, [&](std::uint32_t id, std::uint64_t rows) {
            for (std::uint64_t n = 0; n < rows; ++n) {
                std::fprintf(cpc.file(), "%u,%s\n", id, symbol(random.below(symbols)).c_str());
            }
        });
    }
    const auto persons = applications * 7 / 10;
    const Table links{folder + "/tls207.csv", "person_id,appln_id,applt_seq_nr,invt_seq_nr\n"};
    each_application(published, 2.3, random, [&](std::uint32_t id, std::uint64_t rows) {
        for (std::uint64_t n = 0; n < rows; ++n) {
            const auto person = random.below(persons + 1) / 2 * 2; // every second is linked
            std::fprintf(links.file(), "%llu,%u,%d,%llu\n", static_cast<ull>(1 + person), id, n == 0 ? 1 : 0,
                         static_cast<ull>(n));
        }
    });
    const Table names{folder + "/tls206.csv", "person_id,person_name,person_ctry_code,psn_name,han_name\n"};
    for (std::uint64_t i = 0; i < persons; ++i) {
        const auto text = name(i);
        std::fprintf(names.file(), "%llu,\"%s\",CN,%s,%s\n", static_cast<ull>(1 + i), text.c_str(),
                     text.c_str(), text.c_str());
    }
    return 0;
}
