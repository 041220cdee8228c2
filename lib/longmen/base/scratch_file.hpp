// SPDX-License-Identifier: GPL-3.0-or-later
// What does not fit into memory while something is made: bytes in a temporary file without a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace longmen {

/// Where temporary files lie.
struct Scratch {
    std::string folder;                             ///< empty: that of the system
    std::size_t in_memory = std::size_t{256} << 10; ///< bytes each file holds back before it is made
};

/// Bytes put one behind another, then read. The first of them stay in memory; the file is made when there are
/// more and has no name: it goes with the object, however the program ends. DataError, naming the folder,
/// when it cannot be made, written (a full disk) or read.
class ScratchFile {
    Scratch where_;
    std::vector<char> held_;    ///< not in the file yet
    std::uint64_t written_ = 0; ///< bytes in the file
    int handle_ = -1;
    char* mapped_ = nullptr;

    void write();
    void close() noexcept;
    [[noreturn]] void fail() const;

public:
    explicit ScratchFile(Scratch where) : where_(std::move(where)) {}
    ScratchFile(ScratchFile&& other) noexcept;
    ScratchFile& operator=(ScratchFile&& other) noexcept;
    ~ScratchFile() { close(); }

    void append(std::span<const char> bytes) {
        held_.insert(held_.end(), bytes.begin(), bytes.end());
        if (held_.size() > where_.in_memory) {
            write();
        }
    }
    [[nodiscard]] std::uint64_t size() const { return written_ + held_.size(); }
    /// Bytes from `begin` on; there must be as many.
    void read(std::uint64_t begin, std::span<char> bytes) const;
    /// All bytes, of the file mapped; nothing may be appended afterwards. The view holds as long as the
    /// object, wherever that is moved.
    [[nodiscard]] std::span<const char> view();
    /// Gives back memory and disk of a part of `view()`, which must not be read any more.
    void drop(std::span<const char> part) noexcept;
    [[nodiscard]] bool on_disk() const { return handle_ >= 0; }
};

/// Items of one kind in such a file.
template <typename Item>
class ScratchColumn {
    static_assert(std::is_trivially_copyable_v<Item>);
    ScratchFile file_;

public:
    explicit ScratchColumn(Scratch where) : file_(std::move(where)) {}
    void push_back(const Item& item) { append({&item, 1}); }
    void append(std::span<const Item> items) {
        file_.append({reinterpret_cast<const char*>(items.data()), items.size_bytes()});
    }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(file_.size() / sizeof(Item)); }
    [[nodiscard]] bool empty() const { return file_.size() == 0; }
    void read(std::size_t begin, std::span<Item> items) const {
        file_.read(std::uint64_t{begin} * sizeof(Item),
                   {reinterpret_cast<char*>(items.data()), items.size_bytes()});
    }
    /// Calls `take(items, begin)` for pieces of all items in order.
    template <typename Take>
    void each_piece(Take take) const {
        constexpr std::size_t items_of_piece = (std::size_t{1} << 20) / sizeof(Item);
        std::vector<Item> piece;
        for (std::size_t begin = 0; begin < size(); begin += items_of_piece) {
            piece.resize(size() - begin < items_of_piece ? size() - begin : items_of_piece);
            read(begin, piece);
            take(std::span<const Item>{piece}, begin);
        }
    }
    [[nodiscard]] std::span<const Item> view() {
        const auto bytes = file_.view();
        return {reinterpret_cast<const Item*>(bytes.data()), bytes.size() / sizeof(Item)};
    }
    void drop(std::span<const char> part) noexcept { file_.drop(part); }
};

} // namespace longmen
