// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a text, and what the profiles say of a path.
#include <longmen/ingest/detail/doc_source.hpp>

#include <longmen/ingest/detail/byte_lanes.hpp>

#include <algorithm>
#include <cstring>

namespace longmen::ingest::detail {
namespace {

#ifdef __SSE2__
constexpr std::size_t width = 16;

/// Of sixteen places at `at`, those where both the first and the last byte of `needle` stand.
std::uint64_t places_of_ends(const char* at, std::string_view needle) {
    const auto firsts = lanes_of(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)), needle.front());
    const auto lasts =
        lanes_of(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at + needle.size() - 1)), needle.back());
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_and_si128(firsts, lasts)));
}
#endif

} // namespace

std::size_t find_text(std::string_view text, std::string_view needle, std::size_t from) {
    if (from >= text.size()) {
        return std::string_view::npos;
    }
#ifdef __SSE2__
    for (; from + needle.size() + 4 * width <= text.size(); from += 4 * width) {
        const auto* at = text.data() + from;
        auto places = places_of_ends(at, needle) | places_of_ends(at + width, needle) << width |
                      places_of_ends(at + 2 * width, needle) << (2 * width) |
                      places_of_ends(at + 3 * width, needle) << (3 * width);
        for (; places != 0; places &= places - 1) {
            const auto place = from + static_cast<std::size_t>(std::countr_zero(places));
            if (std::memcmp(text.data() + place, needle.data(), needle.size()) == 0) {
                return place;
            }
        }
    }
#endif
    return text.find(needle, from);
}

bool TextWindow::more() {
    if (!source_.next(piece_)) {
        return false;
    }
    behind_ += begin_;
    if (begin_ >= buffer_.size()) {
        buffer_.swap(piece_);
    } else {
        buffer_.erase(0, begin_);
        buffer_ += piece_;
    }
    begin_ = 0;
    return true;
}

bool TextWindow::has(std::size_t size) {
    while (view().size() < size) {
        if (!more()) {
            return false;
        }
    }
    return true;
}

std::size_t TextWindow::find(std::string_view needle, std::size_t from, std::size_t most) {
    for (;;) {
        const auto found = find_text(view(), needle, from);
        if (found != std::string_view::npos) {
            return found;
        }
        if (view().size() >= needle.size()) {
            from = std::max(from, view().size() - needle.size() + 1);
        }
        if (view().size() >= most || !more()) {
            return std::string_view::npos;
        }
    }
}

bool TextWindow::skip_past(std::string_view needle) {
    for (;;) {
        const auto found = find_text(view(), needle, 0);
        if (found != std::string_view::npos) {
            skip(found + needle.size());
            return true;
        }
        skip(view().size() - std::min(view().size(), needle.size() - 1));
        if (!more()) {
            skip(view().size());
            return false;
        }
    }
}

PathMeaning meaning_of(const DocumentProfiles& profiles, std::string_view path) {
    PathMeaning meaning;
    for (const auto& profile : profiles) {
        for (const auto& document : profile.documents) {
            if (document == path) {
                return {&profile, true};
            }
            if (!meaning.profile && document.size() > path.size() && document.starts_with(path) &&
                document[path.size()] == '/') {
                meaning.profile = &profile;
            }
        }
    }
    return meaning;
}

} // namespace longmen::ingest::detail
