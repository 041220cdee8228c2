// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace of patents that others cite before and after 2010.
#pragma once

#include "small_workspace.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace longmen::test {

inline std::string number(int i) {
    return fmt::format("CN{}B", 101000000 + i);
}

/// 60 patents of 2006 to 2008; those of 2009 and 2013 cite them. With `later`, much more happens after 2010.
struct CitedPark {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    explicit CitedPark(bool later) {
        std::string text = "公开（公告）号,申请号,名称,申请日,授权日,专利类型,法律状态,status_date,主分类号,"
                           "权利要求数量,被引次数,引证专利\n";
        const auto add = [&](int i, int year, const std::string& cites, const char* state, const char* when) {
            text +=
                fmt::format("{},CN{}1{:07d},甲,{}-05-01,{}-05-01,发明,{},{},H01M4/00,{},{},{}\n", number(i),
                            year, i, year, year + 2, state, when, 1 + i % 9, later ? 9 : 0, cites);
        };
        for (int i = 0; i < 60; ++i) {
            const bool lapsed = later && i % 3 == 0;
            add(i, 2006 + i % 2, "", lapsed ? "未缴年费" : "授权", lapsed ? "2012-06-01" : "");
        }
        for (int i = 60; i < 80; ++i) {
            add(i, 2008, number(i - 60) + ";" + number((i - 60) / 2), "授权", "");
        }
        if (later) {
            for (int i = 80; i < 120; ++i) {
                add(i, 2012, number(i - 80) + ";" + number((i - 80) / 4), "授权", "");
            }
        }
        auto how = request();
        how.cutoff = Date::from_ymd(2020, 1, 1);
        import_text(workspace, folder, "patents.csv", text, how);
    }
};

inline std::size_t at(const Corpus& corpus, const std::string& wanted) {
    const auto found = std::ranges::find(corpus.patents, wanted, &Patent::number);
    REQUIRE(found != corpus.patents.end());
    return static_cast<std::size_t>(found - corpus.patents.begin());
}

} // namespace longmen::test
