// SPDX-License-Identifier: GPL-3.0-or-later
// A byte source read by a thread of its own into a few blocks.
#include <longmen/ingest/detail/byte_source.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20;
constexpr std::size_t blocks_ahead = 4;

class ReadAhead final : public ByteSource {
    std::unique_ptr<ByteSource> source_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::vector<char>> ready_;
    std::exception_ptr failed_;
    bool ended_ = false;
    bool stop_ = false;
    std::atomic<std::uint64_t> consumed_{0};
    std::vector<char> block_; // being handed out
    std::size_t at_ = 0;
    std::thread thread_;

    void run() {
        try {
            for (bool more = true; more;) {
                std::vector<char> block(block_bytes);
                std::size_t filled = 0;
                while (filled < block.size()) {
                    const auto got = source_->read(block.data() + filled, block.size() - filled);
                    if (got == 0) {
                        more = false;
                        break;
                    }
                    filled += got;
                }
                block.resize(filled);
                consumed_ = source_->consumed();
                std::unique_lock lock{mutex_};
                changed_.wait(lock, [&] { return stop_ || ready_.size() < blocks_ahead; });
                if (stop_) {
                    return;
                }
                if (filled > 0) {
                    ready_.push_back(std::move(block));
                }
                ended_ = !more;
                changed_.notify_all();
            }
        } catch (...) {
            const std::lock_guard lock{mutex_};
            failed_ = std::current_exception();
            ended_ = true;
            changed_.notify_all();
        }
    }

public:
    explicit ReadAhead(std::unique_ptr<ByteSource> source)
        : source_{std::move(source)}, thread_{[this] { run(); }} {}
    ~ReadAhead() override {
        {
            const std::lock_guard lock{mutex_};
            stop_ = true;
            changed_.notify_all();
        }
        thread_.join();
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    std::size_t read(char* buffer, std::size_t size) override {
        if (at_ == block_.size()) {
            std::unique_lock lock{mutex_};
            changed_.wait(lock, [&] { return ended_ || !ready_.empty(); });
            if (ready_.empty()) {
                if (failed_) {
                    std::rethrow_exception(failed_);
                }
                return 0;
            }
            block_ = std::move(ready_.front());
            ready_.pop_front();
            at_ = 0;
            changed_.notify_all();
        }
        const auto count = std::min(size, block_.size() - at_);
        std::memcpy(buffer, block_.data() + at_, count);
        at_ += count;
        return count;
    }
    [[nodiscard]] std::uint64_t consumed() const override { return consumed_; }
};

} // namespace

std::unique_ptr<ByteSource> read_ahead(std::unique_ptr<ByteSource> source) {
    return std::make_unique<ReadAhead>(std::move(source));
}

} // namespace longmen::ingest::detail
