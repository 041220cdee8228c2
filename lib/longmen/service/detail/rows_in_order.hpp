// SPDX-License-Identifier: GPL-3.0-or-later
// Very many rows of text, made by all threads and handed on in their order.
#pragma once

#include <longmen/base/parallel.hpp>

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service::detail {

/// Texts of pieces in the order of these. Who ends a piece hands on what has become due, while others go on
/// with later ones; a few pieces are in memory at a time.
class PiecesInOrder {
    struct Place {
        std::string text;
        bool ended = false;
    };
    const std::function<void(std::string_view)>& sink_;
    std::vector<Place> places_; ///< of a piece: its number modulo their number
    std::mutex mutex_;
    std::condition_variable moved_;
    std::size_t due_ = 0; ///< the first piece not handed on
    bool handing_on_ = false, failed_ = false;

    [[nodiscard]] Place& place(std::size_t piece) { return places_[piece % places_.size()]; }

    void hand_on(std::unique_lock<std::mutex>& lock) {
        handing_on_ = true;
        while (place(due_).ended && !failed_) {
            lock.unlock();
            sink_(place(due_).text);
            lock.lock();
            place(due_).ended = false;
            ++due_;
            moved_.notify_all();
        }
        handing_on_ = false;
    }

public:
    PiecesInOrder(const std::function<void(std::string_view)>& sink, unsigned threads)
        : sink_(sink), places_(std::size_t{4} * threads) {}

    /// `make(text)` fills the empty text of a piece. Pieces are to be begun in ascending order; after one has
    /// thrown, the others come to nothing.
    template <typename Make>
    void piece(std::size_t number, Make make) {
        std::unique_lock lock{mutex_};
        moved_.wait(lock, [&] { return failed_ || number - due_ < places_.size(); });
        if (failed_) {
            return;
        }
        try {
            lock.unlock();
            auto& [text, ended] = place(number);
            text.clear();
            make(text);
            lock.lock();
            ended = true;
            if (!handing_on_) {
                hand_on(lock);
            }
        } catch (...) {
            if (!lock.owns_lock()) {
                lock.lock();
            }
            failed_ = true;
            moved_.notify_all();
            throw;
        }
    }
};

/// `append(text, begin, end, thread)` adds what is to be said of the items from `begin` to before `end`,
/// pieces of `items_of_piece` below `size`, those of one thread in ascending order. The sink is called from
/// one thread at a time, not always the same. What either throws is thrown on.
template <typename Append>
void pieces_in_order(std::size_t size, std::size_t items_of_piece, Threads& threads,
                     const std::function<void(std::string_view)>& sink, Append append) {
    PiecesInOrder pieces{sink, threads.count()};
    threads.ranges(size, items_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        pieces.piece(begin / items_of_piece, [&](std::string& text) { append(text, begin, end, thread); });
    });
}

/// The same with `append(text, item)` for each item.
template <typename Append>
void rows_in_order(std::size_t size, Threads& threads, const std::function<void(std::string_view)>& sink,
                   Append append) {
    constexpr std::size_t items_of_piece = std::size_t{1} << 13;
    pieces_in_order(size, items_of_piece, threads, sink,
                    [&](std::string& text, std::size_t begin, std::size_t end, unsigned) {
                        for (auto item = begin; item < end; ++item) {
                            append(text, item);
                        }
                    });
}

} // namespace longmen::service::detail
