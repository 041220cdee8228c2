// SPDX-License-Identifier: GPL-3.0-or-later
// Times of searches inside the process, and all that searches give, to hold two builds of the program against
// each other. A file of queries has a kind, a tab and words in each line: `one`, `two`, `three`, `phrase` as
// gen_text and `draw` write them; lines of other kinds are read as a person types them, three columns or two.
//   bench_search_speed draw    WORKSPACE MODELS COUNT SEED                 queries out of the records
//   bench_search_speed times   WORKSPACE MODELS QUERIES.tsv FROM TO CLASS [MOST]  of each kind the first MOST
//     FROM may be `published:20100101`
//   bench_search_speed close   WORKSPACE MODELS QUERIES.tsv [MOST]         pages filled with closest records
//   bench_search_speed results WORKSPACE MODELS QUERIES.tsv FROM TO CLASS [MOST]
// With LONGMEN_BENCH_PROCESSOR set, times are those of the processor.
#include <longmen/base/errors.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/search/topic.hpp>
#include <longmen/store/texts.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <map>
#include <random>

namespace {

using namespace longmen;
using search::QueryField;
using search::QueryNode;
using Kind = QueryNode::Kind;

bool by_processor = false;

/// Milliseconds by the clock, or of the processor where other work holds the machine busy.
double now_ms() {
    constexpr double thousand = 1e3, million = 1e6;
    timespec now{};
    clock_gettime(by_processor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) * thousand + static_cast<double>(now.tv_nsec) / million;
}

QueryNode words(const std::string& text, QueryField field = QueryField::any) {
    QueryNode node;
    node.text = text;
    node.field = field;
    node.quoted = true;
    return node;
}

QueryNode joined(Kind kind, std::vector<QueryNode> parts) {
    QueryNode node;
    node.kind = kind;
    node.parts = std::move(parts);
    return node;
}

QueryNode of_words(Kind kind, const std::string& text) {
    std::vector<QueryNode> parts;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (end > begin) {
            parts.push_back(words(text.substr(begin, end - begin)));
        }
        begin = end + 1;
    }
    return joined(kind, std::move(parts));
}

/// The words of each kind.
using Queries = std::map<std::string, std::vector<std::string>>;

Queries read_queries(const std::string& path, std::size_t most) {
    Queries sets;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const auto tab = line.find('\t');
        const auto end = std::min(line.find('\t', tab + 1), line.size());
        const auto kind = line.substr(0, std::min(line.find('-'), tab));
        if (sets[kind].size() < most) {
            sets[kind].push_back(line.substr(tab + 1, end - tab - 1));
        }
    }
    return sets;
}

struct Form {
    const char* name;
    const char* set;
    std::function<QueryNode(const std::string&)> make;
};

std::vector<Form> forms(char** range_and_class) {
    QueryNode range;
    range.kind = Kind::range;
    const std::string from = range_and_class[0], published = "published:";
    range.field = from.starts_with(published) ? QueryField::published : QueryField::filed;
    range.from = from.substr(from.starts_with(published) ? published.size() : 0);
    range.to = range_and_class[1];
    const auto filter = words(range_and_class[2], QueryField::ipc);
    const auto all = [](const std::string& text) { return of_words(Kind::all_of, text); };
    const auto any = [](const std::string& text) { return of_words(Kind::any_of, text); };
    const auto one = [](const std::string& text) { return words(text); };
    const auto inflected = [](const std::string& text) {
        auto node = words(text);
        node.quoted = false;
        return node;
    };
    return {{"1 word", "one", one},
            {"1 word, inflected", "one", inflected},
            {"2 AND", "two", all},
            {"2 OR", "two", any},
            {"3 AND", "three", all},
            {"3 OR", "three", any},
            {"phrase", "phrase", one},
            {"3 OR, class", "three",
             [=](const std::string& text) {
                 return joined(Kind::all_of, {of_words(Kind::any_of, text), filter});
             }},
            {"3 OR, years", "three",
             [=](const std::string& text) {
                 return joined(Kind::all_of, {of_words(Kind::any_of, text), range});
             }},
            {"2 AND, class, years", "two", [=](const std::string& text) {
                 return joined(Kind::all_of, {of_words(Kind::all_of, text), filter, range});
             }}};
}

struct Times {
    std::vector<double> each;

    [[nodiscard]] double share(double part) {
        std::ranges::sort(each);
        return each[static_cast<std::size_t>(part * static_cast<double>(each.size() - 1) + 0.5)];
    }
};

void times(search::Searcher& searcher, const Queries& sets, char** range_and_class) {
    struct Way {
        const char* name;
        bool counts, facets;
    };
    fmt::print(
        "| kind | queries | page p50 / p99 | counted p50 / p99 | with five facets p50 / p99 | mean hits | "
        "most |\n|---|---:|---:|---:|---:|---:|---:|\n");
    for (const auto& form : forms(range_and_class)) {
        const auto set = sets.find(form.set);
        if (set == sets.end()) {
            continue;
        }
        std::string row = fmt::format("| {} | {} |", form.name, set->second.size());
        double hits = 0, most = 0;
        for (const auto& way :
             {Way{"page", false, false}, Way{"counted", true, false}, Way{"facets", true, true}}) {
            Times taken;
            for (int round = 0; round < 2; ++round) { // the first warms up
                taken.each.clear();
                hits = most = 0;
                for (const auto& text : set->second) {
                    const auto query = form.make(text);
                    search::SearchOptions options;
                    options.limit = 10;
                    options.counts = way.counts;
                    if (way.facets) {
                        options.facets = search::usual_facets();
                    }
                    const auto begin = now_ms();
                    const auto result = searcher.run(query, options);
                    taken.each.push_back(now_ms() - begin);
                    hits += static_cast<double>(result.total);
                    most = std::max(most, static_cast<double>(result.total));
                }
            }
            row += fmt::format(" {:.1f} / {:.1f} |", taken.share(0.5), taken.share(0.99));
        }
        fmt::print("{} {:.0f} | {:.0f} |\n", row, hits / static_cast<double>(set->second.size()), most);
    }
}

QueryNode typed(const std::string& text, const search::Settings& settings) {
    return search::is_topic(text, settings) ? search::topic_query(text) : search::parse_query(text);
}

void close(search::Searcher& searcher, const Queries& sets, const search::Settings& settings) {
    fmt::print(
        "| kind | pages filled | 20 hits p50 / p90 / p99 | longest | 100 hits p50 / p90 / p99 | longest |\n"
        "|---|---:|---:|---:|---:|---:|\n");
    for (const auto& [kind, texts] : sets) {
        std::string row;
        for (const std::size_t limit : {20, 100}) {
            Times taken;
            for (const auto& text : texts) {
                search::SearchOptions options;
                options.limit = limit;
                options.close = true;
                try {
                    const auto query = typed(text, settings);
                    const auto begin = now_ms();
                    const auto result = searcher.run(query, options);
                    if (result.close > 0) {
                        taken.each.push_back(now_ms() - begin);
                    }
                } catch (const UsageError&) {
                    continue; // not to be read as a query
                }
            }
            if (taken.each.empty()) {
                continue;
            }
            row += row.empty() ? fmt::format("| {} | {} |", kind, taken.each.size()) : "";
            row += fmt::format(" {:.0f} / {:.0f} / {:.0f} | {:.0f} |", taken.share(0.5), taken.share(0.9),
                               taken.share(0.99), taken.share(1));
        }
        fmt::print("{}\n", row);
    }
}

void print(const search::SearchResult& result) {
    fmt::print("total {} families {} close {}\n", result.total, result.families, result.close);
    for (const auto& hit : result.hits) {
        fmt::print("{} {} {:.17g} {} {} {}\n", hit.id, hit.number, hit.value, hit.close, hit.title,
                   hit.snippet.text);
    }
    for (const auto& facet : result.facets) {
        fmt::print("{} {}:", facet.key, facet.distinct);
        for (const auto& row : facet.rows) {
            fmt::print(" {} {},", row.key, row.count);
        }
        fmt::print("\n");
    }
}

void results(search::Searcher& searcher, const Queries& sets, char** range_and_class,
             const search::Settings& settings) {
    const auto show = [&](const std::string& title, const QueryNode& query) {
        for (const auto order : {search::Order::relevance, search::Order::newest, search::Order::oldest}) {
            search::SearchOptions options;
            options.limit = order == search::Order::relevance ? 50 : 15;
            options.first = order == search::Order::oldest ? 7 : 0;
            options.close = true;
            options.order = order;
            if (order == search::Order::relevance) {
                options.facets = search::usual_facets();
                for (auto& facet : options.facets) {
                    facet.rows = std::numeric_limits<std::size_t>::max();
                }
            }
            fmt::print("# {} {}\n", title, static_cast<int>(order));
            print(searcher.run(query, options));
            options.counts = options.close = false;
            print(searcher.run(query, options));
        }
    };
    for (const auto& form : forms(range_and_class)) {
        if (const auto set = sets.find(form.set); set != sets.end()) {
            for (const auto& text : set->second) {
                show(fmt::format("{}: {}", form.name, text), form.make(text));
            }
        }
    }
    for (const auto& [kind, texts] : sets) {
        for (const auto& text : texts) {
            try {
                show(fmt::format("{}: {}", kind, text), typed(text, settings));
            } catch (const UsageError& error) {
                fmt::print("{}: {}\n", text, error.what());
            }
        }
    }
}

/// Pieces of texts as a searcher might type them: words, or Chinese of two to four characters (phrases: five
/// to eight, or two words), all of one query from the same record.
void draw(const store::Workspace& workspace, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto ids = store::text_ids(workspace);
    search::Tokeniser tokeniser;
    const auto piece = [&](const std::string& text, bool phrase) -> std::string {
        const auto tokens = tokeniser.split(text);
        for (int attempt = 0; attempt < 20 && !tokens.empty(); ++attempt) {
            const auto first = random() % tokens.size();
            const bool characters = tokens[first].character;
            const auto least = characters ? (phrase ? 5U : 2U) : (phrase ? 2U : 1U);
            const auto length = characters ? least + random() % (phrase ? 4 : 3) : least;
            bool fits = first + length <= tokens.size();
            for (auto at = first; fits && at < first + length; ++at) {
                fits = tokens[at].character == characters &&
                       tokens[at].position == tokens[first].position + (at - first) &&
                       (characters || tokens[at].text.size() > 3);
            }
            if (fits) {
                return text.substr(tokens[first].begin, tokens[first + length - 1].end - tokens[first].begin);
            }
        }
        return {};
    };
    for (const auto& [kind, pieces] :
         {std::pair{"one", 1}, std::pair{"two", 2}, std::pair{"three", 3}, std::pair{"phrase", 1}}) {
        for (std::size_t drawn = 0; drawn < count;) {
            const auto record = store::text_of(workspace, ids[random() % ids.size()]);
            std::string line;
            for (int i = 0; record && i < pieces; ++i) {
                const auto& text =
                    random() % 3 == 0 || record->abstract.empty() ? record->title : record->abstract;
                const auto part = piece(text, kind == std::string_view{"phrase"});
                const bool usable = !part.empty() && part.find_first_of("\t\n\"") == std::string::npos &&
                                    (pieces == 1 || part.find(' ') == std::string::npos);
                line += usable ? (i > 0 ? " " : "") + part : std::string{'\n'};
            }
            if (!line.empty() && line.find('\n') == std::string::npos) {
                fmt::print("{}\t{}\n", kind, line);
                ++drawn;
            }
        }
    }
}

} // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> texts(arguments, arguments + count);
    if (count < 5) {
        std::cerr << "bench_search_speed draw|times|close|results WORKSPACE MODELS ...\n";
        return 2;
    }
    by_processor = std::getenv("LONGMEN_BENCH_PROCESSOR") != nullptr;
    try {
        const auto workspace = store::Workspace::open(texts[2], store::OpenMode::existing);
        if (texts[1] == "draw" && count == 6) {
            draw(workspace, std::stoul(texts[4]), static_cast<unsigned>(std::stoul(texts[5])));
            return 0;
        }
        const auto settings = search::load_settings(texts[3]);
        Progress silent;
        search::update_index(workspace, settings, silent);
        search::Searcher searcher(workspace, settings);
        const std::size_t last = texts[1] == "close" ? 5 : 8;
        const auto most =
            texts.size() > last ? std::stoul(texts[last]) : std::numeric_limits<std::size_t>::max();
        const auto sets = read_queries(texts[4], most);
        if (texts[1] == "times" && count >= 8) {
            times(searcher, sets, arguments + 5);
        } else if (texts[1] == "close") {
            close(searcher, sets, settings);
        } else if (texts[1] == "results" && count >= 8) {
            results(searcher, sets, arguments + 5, settings);
        } else {
            return 2;
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
