// SPDX-License-Identifier: GPL-3.0-or-later
// Lines to entries, entries to rows.
#include <longmen/ingest/detail/reference_list.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/reference_entry.hpp>
#include <longmen/ingest/detail/sheet_rows.hpp>

#include <algorithm>
#include <charconv>
#include <span>

namespace longmen::ingest::detail {
namespace {

using namespace std::string_view_literals;

/// How an entry may be numbered.
struct Numbering {
    std::string_view open, close;
};
constexpr std::array<Numbering, 8> numberings{
    {{"[", "]"}, {"［", "］"}, {"【", "】"}, {"(", ")"}, {"（", "）"}, {"", "."}, {"", "．"}, {"", "、"}}};

constexpr std::uint64_t most_entries = 99999; // more digits are a number of another kind

struct EntryStart {
    std::uint64_t number = 0;
    bool bracketed = false;
    std::string_view text;
};

/// Nothing when the line does not begin with a number of an entry.
std::optional<EntryStart> entry_start(std::string_view line) {
    line = trim(line);
    for (const auto& [open, close] : numberings) {
        if (!line.starts_with(open)) {
            continue;
        }
        const auto inside = line.substr(open.size());
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), number);
        const auto rest = inside.substr(static_cast<std::size_t>(end - inside.data()));
        if (error != std::errc{} || number > most_entries || !rest.starts_with(close)) {
            continue;
        }
        const auto text = trim(rest.substr(close.size()));
        const bool goes_on = !text.empty() && text.front() >= '0' && text.front() <= '9'; // 2018.01.01
        if (!open.empty() || !goes_on) {
            return EntryStart{number, !open.empty(), text};
        }
    }
    return std::nullopt;
}

/// A line ends between two words of letters: they are put together with a blank, Chinese is not.
bool needs_blank(std::string_view before, std::string_view after) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return !before.empty() && !after.empty() && (is_ascii(before.back()) || is_ascii(after.front()));
}

} // namespace

bool looks_like_references(std::string_view text) {
    constexpr std::size_t looked_at = std::size_t{1} << 16;
    constexpr std::size_t most_titles = 5;
    text = text.substr(0, looked_at);
    std::size_t lines = 0;
    bool begun = false;
    bool patent = false;
    bool several_cells = false;
    while (!text.empty() && (begun || lines < most_titles) && !patent) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trim(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
        if (line.empty()) {
            continue;
        }
        ++lines;
        const bool marked = has_document_mark(line);
        begun = begun || entry_start(line).has_value() || (marked && lines == 1);
        several_cells = several_cells || line.find('\t') != std::string_view::npos;
        patent = begun && marked && read_reference(line).patent;
    }
    return patent && !several_cells;
}

void ReferenceList::add_line(std::string_view line) {
    if (needs_blank(entry_, line)) {
        entry_ += ' ';
    }
    cut_ = !append_bounded(entry_, line, limits_) || cut_;
}

void ReferenceList::line(std::string_view written, bool cut) {
    ++line_;
    const auto text = trim(written);
    if (text.empty()) {
        return;
    }
    auto start = entry_start(text);
    if (!begins_ && (start || has_document_mark(text))) {
        begins_ = true;
        numbered_ = start.has_value();
    }
    if (!begins_) {
        return; // a title
    }
    // A line that goes on may begin with a year: without brackets only the next number begins an entry.
    const bool next = start && (start->bracketed || begun_ == 0 || start->number == number_ + 1);
    if (numbered_ ? next : true) {
        end_entry();
        begun_ = line_;
        number_ = start ? start->number : 0;
        add_line(numbered_ ? start->text : text);
    } else {
        add_line(text);
    }
    cut_ = cut_ || cut;
}

void ReferenceList::end_entry() {
    if (begun_ == 0) {
        return;
    }
    const auto entry = read_reference(entry_);
    const std::array<std::string_view, reference_headings.size()> cells{
        entry.people, entry.title, entry.place, entry.application, entry.publication, entry.date, entry_};
    const auto broken = entry_.find('\xff'); // bytes that are no text
    TableRow row{.number = begun_, .cells = cells};
    row.fault_column = cells.size() - 1;
    row.fault = cut_                          ? TableRow::Fault::cell_too_large
                : broken != std::string::npos ? TableRow::Fault::bad_text
                : entry.patent                ? TableRow::Fault::none
                                              : TableRow::Fault::not_a_patent;
    visitor_.row(row);
    entry_.clear();
    begun_ = 0;
    cut_ = false;
}

} // namespace longmen::ingest::detail
