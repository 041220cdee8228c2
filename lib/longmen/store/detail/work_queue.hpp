// SPDX-License-Identifier: GPL-3.0-or-later
// Work handed to a thread of its own, in order and within bounds.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace longmen::store::detail {

/// One thread does, one hands over; the thread begins with the first item. What the work throws comes out of
/// the next call, and nothing more is done then.
template <typename Item>
class WorkQueue {
    static constexpr std::size_t items_of_batch = 128;
    static constexpr std::size_t batches_ahead = 64;

    std::function<void(Item&)> work_;
    std::vector<Item> filling_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::vector<Item>> ready_;
    std::exception_ptr failed_;
    bool busy_ = false;
    bool stop_ = false;
    std::thread thread_;

    void run() {
        std::unique_lock lock{mutex_};
        while (true) {
            changed_.wait(lock, [&] { return stop_ || !ready_.empty(); });
            if (stop_) {
                return;
            }
            auto batch = std::move(ready_.front());
            ready_.pop_front();
            busy_ = true;
            lock.unlock();
            std::exception_ptr failed;
            try {
                for (auto& item : batch) {
                    work_(item);
                }
            } catch (...) {
                failed = std::current_exception();
            }
            batch.clear();
            lock.lock();
            busy_ = false;
            if (failed) {
                failed_ = failed;
                ready_.clear();
            }
            changed_.notify_all();
        }
    }

    void hand_over(std::unique_lock<std::mutex>& lock) {
        if (!filling_.empty()) {
            if (!thread_.joinable()) {
                thread_ = std::thread{[this] { run(); }};
            }
            changed_.wait(lock, [&] { return failed_ || ready_.size() < batches_ahead; });
            if (!failed_) {
                ready_.push_back(std::exchange(filling_, {}));
                changed_.notify_all();
            }
        }
        if (failed_) {
            std::rethrow_exception(failed_);
        }
    }

public:
    explicit WorkQueue(std::function<void(Item&)> work) : work_{std::move(work)} {}
    /// What waits is not done any more.
    ~WorkQueue() {
        {
            const std::lock_guard lock{mutex_};
            stop_ = true;
            changed_.notify_all();
        }
        if (thread_.joinable()) {
            thread_.join();
        }
    }
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    void push(Item item) {
        filling_.push_back(std::move(item));
        if (filling_.size() >= items_of_batch) {
            std::unique_lock lock{mutex_};
            hand_over(lock);
            lock.unlock();
            filling_.reserve(items_of_batch);
        }
    }

    /// Returns when all that was handed over is done; until the next `push` the thread touches nothing.
    void drain() {
        std::unique_lock lock{mutex_};
        hand_over(lock);
        changed_.wait(lock, [&] { return failed_ || (ready_.empty() && !busy_); });
        if (failed_) {
            std::rethrow_exception(failed_);
        }
    }
};

} // namespace longmen::store::detail
