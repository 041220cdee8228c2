// SPDX-License-Identifier: GPL-3.0-or-later
// What records are compared by: titles, abstracts and classes, and what names them.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace longmen::store {

/// Absent is empty.
struct ComparedText {
    std::int64_t id = 0;
    std::string number;
    std::string title, title_en, abstract, abstract_en;
    std::string classes;          ///< IPC and CPC symbols, joined by '\n'; one may stand twice
    std::string applicants;       ///< joined by '\n'
    std::string app_date;         ///< ISO
    bool names_relatives = false; ///< priorities, parents or family members are given
};

/// Reads all records in the order of their ids. The workspace must outlive it.
class ComparedTexts {
    struct State;
    std::unique_ptr<State> state_;

public:
    explicit ComparedTexts(const Workspace& workspace);
    /// Only the record with this id.
    ComparedTexts(const Workspace& workspace, std::int64_t id);
    ~ComparedTexts();
    ComparedTexts(const ComparedTexts&) = delete;
    ComparedTexts& operator=(const ComparedTexts&) = delete;

    /// The next records, at most `most`, into `records`; false when there are none left.
    bool next(std::vector<ComparedText>& records, std::size_t most);
};

} // namespace longmen::store
