// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that sleep between two rounds.
#include <longmen/base/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace longmen {

struct Threads::State {
    std::mutex mutex;
    std::condition_variable wake, ended;
    std::vector<std::thread> others;
    const std::function<void(std::size_t, unsigned)>* work = nullptr;
    std::size_t blocks = 0;
    std::atomic<std::size_t> next{0};
    std::uint64_t round = 0;
    std::size_t running = 0; ///< of the others, in this round
    bool stop = false;
    std::exception_ptr failure;
    std::size_t failed_block = 0;

    void take_blocks(unsigned thread) {
        for (auto block = next.fetch_add(1); block < blocks; block = next.fetch_add(1)) {
            try {
                (*work)(block, thread);
            } catch (...) {
                const std::lock_guard lock{mutex};
                if (!failure || block < failed_block) {
                    failure = std::current_exception();
                    failed_block = block;
                }
                next = blocks;
            }
        }
    }

    void wait_for_rounds(unsigned thread) {
        std::uint64_t seen = 0;
        std::unique_lock lock{mutex};
        while (true) {
            wake.wait(lock, [&] { return stop || round != seen; });
            if (stop) {
                return;
            }
            seen = round;
            lock.unlock();
            take_blocks(thread);
            lock.lock();
            if (--running == 0) {
                ended.notify_one();
            }
        }
    }
};

Threads::Threads(unsigned count) : state_(std::make_unique<State>()) {
    count = count != 0 ? count : std::max(1U, std::thread::hardware_concurrency());
    for (unsigned thread = 1; thread < count; ++thread) {
        state_->others.emplace_back([state = state_.get(), thread] { state->wait_for_rounds(thread); });
    }
}

Threads::~Threads() {
    {
        const std::lock_guard lock{state_->mutex};
        state_->stop = true;
    }
    state_->wake.notify_all();
    for (auto& other : state_->others) {
        other.join();
    }
}

unsigned Threads::count() const {
    return static_cast<unsigned>(state_->others.size()) + 1;
}

void Threads::each(std::size_t blocks, const std::function<void(std::size_t, unsigned)>& work) {
    auto& state = *state_;
    state.work = &work;
    state.blocks = blocks;
    state.next = 0;
    state.failure = nullptr;
    const bool shared = blocks > 1 && !state.others.empty();
    if (shared) {
        const std::lock_guard lock{state.mutex};
        state.running = state.others.size();
        ++state.round;
        state.wake.notify_all();
    }
    state.take_blocks(0);
    if (shared) {
        std::unique_lock lock{state.mutex};
        state.ended.wait(lock, [&] { return state.running == 0; });
    }
    if (state.failure) {
        std::rethrow_exception(std::exchange(state.failure, nullptr));
    }
}

} // namespace longmen
