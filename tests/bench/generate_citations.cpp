// SPDX-License-Identifier: GPL-3.0-or-later
// Makes tables of documents and citations shaped like a patent office's: the same seed gives the same bytes.
//
// Usage: generate_citations NODES EDGES PREFIX [SEED]  ->  PREFIX.nodes.tsv, PREFIX.edges.tsv
// Documents over forty years, a little more each year; a document cites within its class four times in five,
// mostly some years back, and what is cited already more often than what is not; one to five classes of 640,
// one to three applicants.
#include <algorithm>
#include <cmath>
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
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    std::uint32_t below(std::uint64_t bound) {
        return static_cast<std::uint32_t>(static_cast<double>(bound) * unit());
    }
    double normal() {
        constexpr double two_pi = 6.283185307179586;
        return std::sqrt(-2 * std::log(unit() + 1e-300)) * std::cos(two_pi * unit());
    }
};

constexpr int years = 40;
constexpr int first_year = 1980;
constexpr std::uint32_t classes = 640;
constexpr std::uint64_t first_id = 4000001;

std::string class_name(std::uint32_t number) {
    std::string name = "A01A";
    name[0] = static_cast<char>('A' + number % 8);
    name[1] = static_cast<char>('0' + number / 8 % 10);
    name[2] = static_cast<char>('1' + number / 80 % 9);
    name[3] = static_cast<char>('A' + number / 720 + number % 7);
    return name;
}

/// Some classes are large, most are small.
std::uint32_t any_class(Random& random) {
    const auto u = random.unit();
    return static_cast<std::uint32_t>(classes * u * u * u);
}

struct Tables {
    std::FILE* nodes;
    std::FILE* edges;
};

class Generator {
    Random random_;
    std::uint64_t nodes_;
    double mean_cited_;
    std::vector<std::uint32_t> class_of_;
    std::vector<std::uint64_t> year_begins_;
    std::vector<std::vector<std::uint32_t>> members_; ///< of each class, in order
    std::vector<std::uint32_t> targets_;              ///< cited so far

    std::uint32_t cited_by(std::uint64_t node) {
        const bool own_class = random_.unit() < 0.8;
        if (!targets_.empty() && random_.unit() < 0.4) { // again what was cited before
            const auto target = targets_[random_.below(targets_.size())];
            if (!own_class || class_of_[target] == class_of_[node]) {
                return target;
            }
        }
        const auto lag = std::exp(0.8 * random_.normal() + 1.4) / years; // of all years
        const auto newest = static_cast<double>(node) * (1 - std::min(0.999, lag));
        if (!own_class) {
            return static_cast<std::uint32_t>(newest);
        }
        const auto& members = members_[class_of_[node]];
        const auto place =
            std::ranges::upper_bound(members, static_cast<std::uint32_t>(newest)) - members.begin();
        return place == 0 ? static_cast<std::uint32_t>(newest) : members[static_cast<std::size_t>(place) - 1];
    }

    void write_node(std::FILE* file, std::uint64_t node, int year) {
        const auto begin = year_begins_[static_cast<std::size_t>(year)];
        const auto size = year_begins_[static_cast<std::size_t>(year) + 1] - begin;
        const auto day =
            static_cast<int>((node - begin) * 336 / std::max<std::uint64_t>(1, size)); // 12 months of 28
        std::string line = std::to_string(first_id + node) + '\t' + std::to_string(first_year + year);
        char date[16];
        std::snprintf(date, sizeof date, "-%02d-%02d\t", day / 28 + 1, day % 28 + 1);
        line += date + class_name(class_of_[node]);
        for (auto more = random_.below(3); more > 0; --more) {
            line += ';' + class_name(any_class(random_));
        }
        line += "\tAP" + std::to_string(random_.below(1 + node / 12));
        while (random_.unit() < 0.12) {
            line += ";AP" + std::to_string(random_.below(1 + node / 12));
        }
        line += '\n';
        std::fwrite(line.data(), 1, line.size(), file);
    }

public:
    Generator(std::uint64_t nodes, std::uint64_t edges, std::uint64_t seed)
        : random_(seed), nodes_(nodes), mean_cited_(static_cast<double>(edges) / static_cast<double>(nodes)),
          class_of_(nodes), members_(classes) {
        double total = 0;
        for (int year = 0; year < years; ++year) {
            total += std::exp(0.035 * year);
        }
        double sum = 0;
        for (int year = 0; year <= years; ++year) {
            year_begins_.push_back(static_cast<std::uint64_t>(static_cast<double>(nodes) * sum / total));
            sum += std::exp(0.035 * year);
        }
        year_begins_.back() = nodes;
    }

    void write(const Tables& tables) {
        std::vector<std::uint32_t> cited;
        for (int year = 0; year < years; ++year) {
            for (auto node = year_begins_[static_cast<std::size_t>(year)];
                 node < year_begins_[static_cast<std::size_t>(year) + 1]; ++node) {
                class_of_[node] = any_class(random_);
                write_node(tables.nodes, node, year);
                cited.clear();
                auto count =
                    static_cast<int>(mean_cited_ * std::exp(random_.normal() - 0.5) + random_.unit());
                for (; count > 0 && node > 0; --count) {
                    cited.push_back(cited_by(node));
                }
                std::ranges::sort(cited);
                cited.erase(std::ranges::unique(cited).begin(), cited.end());
                for (const auto target : cited) {
                    std::fprintf(tables.edges, "%llu\t%llu\n",
                                 static_cast<unsigned long long>(first_id + node),
                                 static_cast<unsigned long long>(first_id + target));
                    targets_.push_back(target);
                }
                members_[class_of_[node]].push_back(static_cast<std::uint32_t>(node));
            }
        }
    }
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fputs("generate_citations NODES EDGES PREFIX [SEED]\n", stderr);
        return 2;
    }
    const std::string prefix = argv[3];
    const Tables tables{std::fopen((prefix + ".nodes.tsv").c_str(), "wb"),
                        std::fopen((prefix + ".edges.tsv").c_str(), "wb")};
    if (tables.nodes == nullptr || tables.edges == nullptr) {
        std::perror(prefix.c_str());
        return 1;
    }
    Generator{std::strtoull(argv[1], nullptr, 10), std::strtoull(argv[2], nullptr, 10),
              argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1}
        .write(tables);
    return std::fclose(tables.nodes) != 0 || std::fclose(tables.edges) != 0 ? 1 : 0;
}
