// SPDX-License-Identifier: GPL-3.0-or-later
// Near duplicates of the texts of a workspace: time and memory by stage, and recall against all pairs of some
// of them.
//     bench_near_duplicates WORKSPACE [THRESHOLD=0.8] [SHORTEST=20] [THREADS=2]
//     [HELD_AGAINST_BRUTE_FORCE=10000]
#include <longmen/search/near_duplicates.hpp>
#include <longmen/search/shingles.hpp>
#include <longmen/store/compared_texts.hpp>

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <span>
#include <string>
#include <vector>

using namespace longmen;

namespace {

class Stage {
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::clock_t processor_ = std::clock();

public:
    void end(const char* what) {
        const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
        fmt::print("{:<40} {:8.2f} s  {:8.2f} CPU s\n", what, seconds,
                   static_cast<double>(std::clock() - processor_) / CLOCKS_PER_SEC);
        begun_ = std::chrono::steady_clock::now();
        processor_ = std::clock();
    }
};

/// Every pair by its definition, with the work of two sorted lists.
std::vector<search::NearPair> brute(const Lists& sets, std::size_t texts, std::uint32_t threshold,
                                    std::size_t shortest, Threads& threads) {
    std::vector<std::vector<search::NearPair>> found(texts);
    threads.ranges(texts, 16, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto a = begin; a < end; ++a) {
            for (auto b = a + 1; b < texts; ++b) {
                const auto of_a = sets[a];
                const auto of_b = sets[b];
                if (of_a.size() < shortest || of_b.size() < shortest || of_a.empty() || of_b.empty()) {
                    continue;
                }
                std::size_t i = 0;
                std::size_t j = 0;
                std::uint32_t shared = 0;
                while (i < of_a.size() && j < of_b.size()) {
                    const auto left = of_a[i];
                    const auto right = of_b[j];
                    shared += left == right ? 1 : 0;
                    i += left <= right ? 1 : 0;
                    j += right <= left ? 1 : 0;
                }
                if (std::uint64_t{shared} * 10000 >= threshold * (of_a.size() + of_b.size() - shared)) {
                    found[a].push_back(
                        {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), shared});
                }
            }
        }
    });
    std::vector<search::NearPair> result;
    for (const auto& pairs : found) {
        result.insert(result.end(), pairs.begin(), pairs.end());
    }
    return result;
}

} // namespace

int main(int count, char** arguments) {
    const auto argument = [&](int at, const char* other) {
        return std::string{count > at ? arguments[at] : other};
    };
    if (count < 2) {
        fmt::print("which workspace?\n");
        return 2;
    }
    const auto threshold = static_cast<std::uint32_t>(std::lround(std::stod(argument(2, "0.8")) * 10000));
    const auto shortest = std::stoul(argument(3, "20"));
    Threads threads{static_cast<unsigned>(std::stoul(argument(4, "2")))};
    const auto held = std::stoul(argument(5, "10000"));

    Stage stage;
    const auto workspace = store::Workspace::open(arguments[1], store::OpenMode::read_only);
    store::ComparedTexts reader{workspace};
    std::vector<store::ComparedText> texts;
    reader.next(texts, 1U << 30U);
    std::ranges::sort(texts, {}, &store::ComparedText::number);
    stage.end("read");
    const auto lists = search::shingle_lists(
        texts.size(),
        [&](std::size_t at, const auto& take) {
            take(texts[at].title.empty() ? texts[at].title_en : texts[at].title);
            take(texts[at].abstract.empty() ? texts[at].abstract_en : texts[at].abstract);
        },
        threads);
    stage.end("shingles");
    const auto sets = lists.of.view();
    const auto found = search::near_duplicates(sets, {threshold, shortest, 50'000'000}, threads);
    stage.end("join");
    const auto pairs = search::every_pair(found, sets);
    stage.end("every pair");
    const auto clusters = search::duplicate_clusters(found);
    stage.end("clusters");
    std::vector<std::uint32_t> sizes(clusters.size());
    for (const auto cluster : clusters) {
        ++sizes[cluster];
    }
    const auto several = std::ranges::count_if(sizes, [](auto size) { return size > 1; });
    fmt::print("{} texts, {} shingles in all, {} different; {} too short, {} empty\n", sets.size(),
               sets.items.size(), lists.shingles, found.too_short, found.empty);
    fmt::print("{} pairs of texts, {} of different sets; {} clusters, the largest of {}\n", pairs.size(),
               found.pairs.size(), several, *std::ranges::max_element(sizes));
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    fmt::print("memory {} MB at most\n", used.ru_maxrss / 1000);

    // --- held against all pairs of ten runs of neighbours, in which families and series lie together
    constexpr std::size_t runs = 10;
    const auto length = std::min(held, sets.size()) / runs;
    std::vector<std::size_t> chosen;
    for (std::size_t run = 0; run < runs; ++run) {
        for (std::size_t i = 0; i < length; ++i) {
            chosen.push_back(run * (sets.size() / runs) + i);
        }
    }
    std::vector<ArcId> offsets{0};
    std::vector<std::uint32_t> items;
    for (const auto text : chosen) {
        items.insert(items.end(), sets[text].begin(), sets[text].end());
        offsets.push_back(static_cast<ArcId>(items.size()));
    }
    const Lists some{offsets, items};
    stage.end("subset");
    const auto wanted = brute(some, chosen.size(), threshold, shortest, threads);
    stage.end("every pair of the subset, by definition");
    const auto joined = search::near_duplicates(some, {threshold, shortest, 50'000'000}, threads);
    const auto mine = search::every_pair(joined, some);
    std::size_t both = 0;
    for (const auto& pair : mine) {
        both += std::ranges::binary_search(wanted, pair, [](const auto& a, const auto& b) {
            return a.a != b.a ? a.a < b.a : a.b != b.b ? a.b < b.b : a.shared < b.shared;
        });
    }
    fmt::print("{} pairs by definition, {} found, {} agree: recall {:.3f}, precision {:.3f}\n", wanted.size(),
               mine.size(), both, static_cast<double>(both) / static_cast<double>(wanted.size()),
               static_cast<double>(both) / static_cast<double>(mine.size()));
    return wanted == mine ? 0 : 1;
}
