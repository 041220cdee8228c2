// SPDX-License-Identifier: GPL-3.0-or-later
// The same records twice: imported into a workspace, and as bulk tables made into a snapshot.
#pragma once

#include "small_workspace.hpp"

#include <longmen/service/snapshot.hpp>

#include <fmt/format.h>

#include <random>

namespace longmen::test {

struct SameRecords {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    std::string snapshot_file = folder.path("same.lms");

    /// Filed 2004 to 2014, each citing some of those filed before it. Every seventh is not granted, every
    /// eleventh has no claims told, every fifth no applicant.
    explicit SameRecords(int patents = 240) {
        constexpr const char* classes[] = {"H01M4/00", "H01M10/00", "A01B1/00", "G06F17/00", "H04L9/00"};
        std::mt19937 random{7}; // NOLINT(cert-msc51-cpp): the same records every time
        const auto below = [&](int bound) {
            return static_cast<int>(random() % static_cast<unsigned>(bound));
        };
        std::string table =
            "公开（公告）号,申请号,名称,申请人,申请日,授权日,专利类型,IPC分类号,权利要求数量,引证专利\n";
        std::string nodes = "id\tfiling_date\tclasses\tapplicant\tclaims\tgrant_date\n", edges;
        for (int i = 0; i < patents; ++i) {
            const auto number = [](int which) { return fmt::format("CN{}B", 101000000 + which); };
            const int year = 2004 + i * 11 / patents;
            const auto filed = fmt::format("{}-{:02d}-{:02d}", year, 1 + i * 132 / patents % 12, 1 + i % 28);
            const auto granted =
                i % 7 == 0 ? std::string{} : fmt::format("{}-{:02d}-10", year + 1 + below(3), 1 + below(12));
            const std::string first = classes[below(5)], second = classes[below(5)];
            const auto claims = i % 11 == 0 ? std::string{} : std::to_string(1 + below(20));
            const auto applicant = i % 5 == 0 ? std::string{} : fmt::format("第{}制造有限公司", below(9));
            std::string cites;
            for (int c = 0; i > 20 && c < 3; ++c) {
                const int cited = std::min(below(i), below(i)) * (i - 20) / i;
                if (cites.find(number(cited)) == std::string::npos) {
                    cites += (cites.empty() ? "" : ";") + number(cited);
                    edges += number(i) + '\t' + number(cited) + '\n';
                }
            }
            table += fmt::format("{},CN{}1{:07d},题{},{},{},{},发明,{};{},{},{}\n", number(i), year, i, i,
                                 applicant, filed, granted, first, second, claims, cites);
            nodes += fmt::format("{}\t{}\t{};{}\t{}\t{}\t{}\n", number(i), filed, first, second, applicant,
                                 claims, granted);
        }
        auto how = request();
        how.cutoff = Date::from_ymd(2016, 1, 1);
        import_text(workspace, folder, "patents.csv", table, how);
        std::ofstream{folder.path("nodes.tsv")} << nodes;
        std::ofstream{folder.path("edges.tsv")} << edges;
        Threads threads{1};
        Progress silent;
        service::build_snapshot({folder.path("nodes.tsv"), folder.path("edges.tsv"), snapshot_file, models()},
                                threads, silent);
    }

    [[nodiscard]] store::Snapshot snapshot() const { return store::Snapshot::open(snapshot_file); }
};

} // namespace longmen::test
