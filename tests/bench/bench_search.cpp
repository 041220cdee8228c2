// SPDX-License-Identifier: GPL-3.0-or-later
// Search measured: building an index, and every drawn substring against a scan of the texts. Built by the
// target bench_search; no part of the suite. Times of queries: bench_search_speed.
//   bench_search build WORKSPACE MODELS
//   bench_search substrings WORKSPACE MODELS COUNT SEED
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/store/texts.hpp>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <unordered_map>

namespace {

using namespace longmen;
using search::QueryField;
using search::QueryNode;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processor() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

long peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Says how long each stage took.
class Stages final : public Progress {
    std::string stage_;
    double wall_ = 0, cpu_ = 0;

public:
    void begin(std::string_view stage, std::uint64_t /*total*/) override {
        stage_ = stage;
        wall_ = now();
        cpu_ = processor();
    }
    void end() override {
        fmt::print("{:8} wall {:7.2f} s  cpu {:7.2f} s\n", stage_, now() - wall_, processor() - cpu_);
    }
};

void build(const store::Workspace& workspace, const search::Settings& settings) {
    const auto index = workspace.folder() + "/index";
    std::filesystem::remove_all(index);
    std::size_t bytes = 0;
    store::each_text(workspace, -1, [&](const store::TextRecord& record) {
        for (const auto* text :
             {&record.number, &record.app_no, &record.title, &record.title_en, &record.abstract,
              &record.abstract_en, &record.claims, &record.description, &record.applicants, &record.inventors,
              &record.classes, &record.app_date, &record.pub_date}) {
            bytes += text->size();
        }
    });
    Stages stages;
    const auto begin = now();
    const auto update = search::update_index(workspace, settings, stages);
    const auto seconds = now() - begin;
    std::uintmax_t size = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(index)) {
        size += entry.is_regular_file() ? entry.file_size() : 0;
    }
    fmt::print("{} records, {:.1f} MB of fields: {:.1f} s, {:.0f} records/s; index {:.1f} MB, {:.2f} times; "
               "peak {} MB\n",
               update.records, static_cast<double>(bytes) / 1e6, seconds,
               static_cast<double>(update.records) / seconds, static_cast<double>(size) / 1e6,
               static_cast<double>(size) / static_cast<double>(bytes), peak_megabytes());
}

QueryNode words(const std::string& text, QueryField field = QueryField::any) {
    QueryNode node;
    node.text = text;
    node.field = field;
    node.quoted = true;
    return node;
}

// --- substrings
// --------------------------------------------------------------------------------------------------

constexpr char apart = '\x1f'; // before and behind every word
constexpr const char* gap = "|";

/// The rule, told by ICU's classes of characters: letters and digits in a row are a word, with the marks that
/// combine with them; an ideograph, kana (the mark of a long vowel too) or Hangul syllable is one by itself,
/// blanks do not count, and `. / - _` between ASCII letters or digits only part words. Anything else is a
/// gap.
std::vector<std::string> scanned(const std::string& folded) {
    std::vector<std::string> pieces;
    bool in_word = false;
    const auto* bytes = folded.data();
    const auto size = static_cast<std::int32_t>(folded.size());
    const auto ascii = [&](std::int32_t at) {
        return at >= 0 && at < size && std::isalnum(static_cast<unsigned char>(bytes[at])) != 0;
    };
    for (std::int32_t at = 0; at < size;) {
        const auto begin = at;
        UChar32 code = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside the macro
        U8_NEXT(bytes, at, size, code);
#pragma GCC diagnostic pop
        const auto text =
            folded.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
        const auto script = static_cast<UScriptCode>(u_getIntPropertyValue(code, UCHAR_SCRIPT));
        const bool alone = u_isalpha(code) != 0 && (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
                                                    script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL ||
                                                    uscript_hasScript(code, USCRIPT_KATAKANA) != 0);
        if (alone) {
            pieces.push_back(text);
            in_word = false;
        } else if (u_isalnum(code) != 0 || (in_word && (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0)) {
            if (in_word) {
                pieces.back() += text;
            } else {
                pieces.push_back(text);
            }
            in_word = true;
        } else {
            in_word = false;
            const bool joins = std::string_view{"./-_"}.find(bytes[begin]) != std::string_view::npos &&
                               ascii(begin - 1) && ascii(at);
            if (u_isUWhiteSpace(code) == 0 && u_iscntrl(code) == 0 && !joins) {
                pieces.emplace_back(gap);
            }
        }
    }
    return pieces;
}

std::string spread(const std::vector<std::string>& pieces) {
    std::string text{apart};
    for (const auto& piece : pieces) {
        text += piece;
        text += apart;
    }
    return text;
}

bool is_ideograph(const std::string& piece) {
    return piece.size() >= 3 && static_cast<unsigned char>(piece[0]) >= 0xE3U;
}

struct SpreadText {
    std::int64_t id = 0;
    std::string spread;
};

struct Substring {
    std::string typed;
    std::string needle;                 ///< as `spread` gives it
    std::vector<std::int64_t> expected; ///< records that hold it, by scanning
};

/// What one draws from the texts: 2 to 8 ideographs, or 1 to 4 words not all of which are ideographs.
std::vector<Substring> drawn_from(const std::vector<SpreadText>& texts, std::size_t wanted, bool chinese,
                                  std::mt19937& random) {
    std::vector<Substring> drawn;
    while (drawn.size() < wanted) {
        const auto& text = texts[random() % texts.size()].spread;
        std::vector<std::string> pieces;
        for (std::size_t begin = 1; begin < text.size();) {
            const auto end = text.find(apart, begin);
            pieces.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
        const auto length = chinese ? 2 + random() % 7 : 1 + random() % 4;
        if (pieces.size() < length) {
            continue;
        }
        const auto first =
            pieces.begin() + static_cast<std::ptrdiff_t>(random() % (pieces.size() - length + 1));
        const std::vector<std::string> part(first, first + static_cast<std::ptrdiff_t>(length));
        const auto ideographs = static_cast<std::size_t>(std::ranges::count_if(part, is_ideograph));
        if (std::ranges::find(part, gap) != part.end() ||
            (chinese ? ideographs != length : ideographs == length)) {
            continue;
        }
        std::string typed;
        for (const auto& piece : part) { // a blank only where two words would run together
            typed += (!typed.empty() && !is_ideograph(piece) ? " " : "") + piece;
        }
        drawn.push_back({std::move(typed), spread(part), {}});
    }
    return drawn;
}

/// Every place of every text is compared with the substrings that begin with the word there.
void scan(const std::vector<SpreadText>& texts, std::vector<Substring>& substrings) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_word;
    for (std::size_t i = 0; i < substrings.size(); ++i) {
        const std::string_view needle = substrings[i].needle;
        by_word[needle.substr(1, needle.find(apart, 1) - 1)].push_back(i);
    }
    for (const auto& [id, spread] : texts) {
        const std::string_view text = spread;
        for (std::size_t begin = 1; begin < text.size();) {
            const auto end = text.find(apart, begin);
            if (const auto found = by_word.find(text.substr(begin, end - begin)); found != by_word.end()) {
                for (const auto which : found->second) {
                    auto& [typed, needle, expected] = substrings[which];
                    if ((expected.empty() || expected.back() != id) &&
                        text.substr(begin - 1).starts_with(needle)) {
                        expected.push_back(id);
                    }
                }
            }
            begin = end + 1;
        }
    }
}

void substrings(const store::Workspace& workspace, const search::Settings& settings, char** arguments) {
    const auto wanted = static_cast<std::size_t>(std::atol(arguments[0]));
    std::mt19937 random(static_cast<unsigned>(std::atol(arguments[1])));
    std::map<QueryField, std::vector<SpreadText>> fields;
    search::Tokeniser tokeniser;
    store::each_text(workspace, -1, [&](const store::TextRecord& record) {
        for (const auto& [field, text] :
             {std::pair{QueryField::title, &record.title}, std::pair{QueryField::title, &record.title_en},
              std::pair{QueryField::abstract, &record.abstract},
              std::pair{QueryField::abstract, &record.abstract_en}}) {
            if (!text->empty()) {
                fields[field].push_back({record.id, spread(scanned(tokeniser.folded(*text)))});
            }
        }
    });
    search::Searcher searcher(workspace, settings);
    for (const bool chinese : {true, false}) {
        std::size_t drawn = 0, found = 0, missing = 0, wrong = 0;
        std::vector<double> times;
        for (const auto& [field, share] : // one of five from titles
             {std::pair{QueryField::title, wanted / 5},
              std::pair{QueryField::abstract, wanted - wanted / 5}}) {
            auto list = drawn_from(fields[field], share, chinese, random);
            scan(fields[field], list);
            for (const auto& [typed, needle, expected] : list) {
                const auto begin = now();
                const auto rows = searcher.ids(words(typed, field));
                times.push_back((now() - begin) * 1e3);
                std::vector<std::int64_t> both;
                std::ranges::set_intersection(expected, rows, std::back_inserter(both));
                ++drawn;
                found += rows.size();
                missing += expected.size() - both.size();
                wrong += rows.size() - both.size();
                if (both.size() != expected.size() || both.size() != rows.size()) {
                    std::vector<std::int64_t> apart_rows;
                    std::ranges::set_symmetric_difference(expected, rows, std::back_inserter(apart_rows));
                    fmt::print("differs: {} (scan {}, search {}), first at row {}\n", typed, expected.size(),
                               rows.size(), apart_rows[0]);
                }
            }
        }
        std::ranges::sort(times);
        fmt::print("{}: {} substrings, {} records found, {} missing, {} wrong; all hits p50 {:.2f} ms, p99 "
                   "{:.2f} ms\n",
                   chinese ? "Chinese" : "Latin and mixed", drawn, found, missing, wrong,
                   times[times.size() / 2], times[times.size() * 99 / 100]);
    }
}

} // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> texts(arguments, arguments + count);
    if (count < 4) {
        std::cerr << "bench_search build|substrings WORKSPACE MODELS ...\n";
        return 2;
    }
    const auto workspace = store::Workspace::open(texts[2], store::OpenMode::existing);
    const auto settings = search::load_settings(texts[3]);
    if (texts[1] == "build") {
        build(workspace, settings);
    } else if (texts[1] == "substrings" && count == 6) {
        substrings(workspace, settings, arguments + 4);
    } else {
        return 2;
    }
    return 0;
}
