// SPDX-License-Identifier: GPL-3.0-or-later
// A small pool of threads that share out numbered blocks of work. What a block computes must not depend on
// the thread that takes it; then the result does not depend on their number.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>

namespace longmen {

/// Bytes: what one thread writes keeps this far from what another one reads.
inline constexpr std::size_t apart = 128;

class Threads {
    struct State;
    std::unique_ptr<State> state_;

public:
    /// 0: as many as the machine has. The caller's thread is one of them.
    explicit Threads(unsigned count = 0);
    ~Threads();
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    [[nodiscard]] unsigned count() const;

    /// Calls `work(block, thread)` once for each block below `blocks`, `thread` below `count()`; blocks are
    /// begun in ascending order. Returns when all are done. What the work throws is thrown on (that of the
    /// smallest block), and blocks not yet begun are left out. Not to be called from inside the work.
    void each(std::size_t blocks, const std::function<void(std::size_t block, unsigned thread)>& work);

    /// Calls `work(begin, end, thread)` for the ranges that cut `size` items into blocks of `block_size`.
    template <typename Work>
    void ranges(std::size_t size, std::size_t block_size, Work work) {
        each((size + block_size - 1) / block_size, [&](std::size_t block, unsigned thread) {
            const auto begin = block * block_size;
            work(begin, begin + block_size < size ? begin + block_size : size, thread);
        });
    }
};

} // namespace longmen
