// SPDX-License-Identifier: GPL-3.0-or-later
// Lists written document by document, their names numbered as they come.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/relational_tables.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace longmen::ingest::detail {

class ListWriter {
    ScratchLists& lists_;
    Buffer<std::uint32_t> numbers_; ///< of each name, plus 1; 0: none yet
    std::uint32_t next_ = 0;
    std::uint64_t items_ = 0;

public:
    /// `names`: how many there are.
    ListWriter(ScratchLists& lists, std::size_t names) : lists_(lists), numbers_(names) {}

    /// The next item of the list begun; `text_of(name)` is asked where a name comes for the first time.
    template <typename TextOf>
    void add(std::uint32_t name, TextOf text_of) {
        auto& number = numbers_[name];
        if (number == 0) {
            number = ++next_;
            lists_.names.add(text_of(name));
        }
        lists_.items.push_back(number - 1);
        ++items_;
    }
    void end_list() {
        if (items_ > std::numeric_limits<ArcId>::max()) {
            throw DataError(
                sentence("共有 {} 条关联，超过上限", "{} links of a kind are more than fit", items_));
        }
        if (lists_.offsets.empty()) {
            lists_.offsets.push_back(0);
        }
        lists_.offsets.push_back(static_cast<ArcId>(items_));
    }
    [[nodiscard]] bool empty() const { return items_ == 0; }
};

} // namespace longmen::ingest::detail
