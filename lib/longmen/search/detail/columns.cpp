// SPDX-License-Identifier: GPL-3.0-or-later
// Reads columns.
#include <longmen/search/detail/columns.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <utility>
#include <vector>

namespace longmen::search::detail {
namespace {

template <typename Number>
void count_rows(const char* numbers, std::span<const std::uint32_t> wanted, std::size_t rows,
                std::vector<std::uint32_t>& counts) {
    for (const auto row : wanted) {
        Number list = 0;
        if (row < rows) {
            std::memcpy(&list, numbers + row * sizeof(Number), sizeof(Number));
        }
        ++counts[list < counts.size() ? list : 0];
    }
}

} // namespace

std::uint32_t Column::list_of(std::size_t row, std::size_t rows_there) const {
    std::uint32_t list = 0; // little-endian: the low bytes first
    if (row < rows_there) {
        std::memcpy(&list, rows + row * width, width);
    }
    return list < lists() ? list : 0;
}

std::vector<std::uint32_t> Column::count(std::span<const std::uint32_t> wanted,
                                         std::size_t rows_there) const {
    std::vector<std::uint32_t> counts(lists());
    switch (width) {
    case sizeof(std::uint8_t):
        count_rows<std::uint8_t>(rows, wanted, rows_there, counts);
        break;
    case sizeof(std::uint16_t):
        count_rows<std::uint16_t>(rows, wanted, rows_there, counts);
        break;
    case sizeof(std::uint32_t):
        count_rows<std::uint32_t>(rows, wanted, rows_there, counts);
        break;
    default:
        counts[0] = static_cast<std::uint32_t>(wanted.size());
    }
    return counts;
}

struct Columns::File {
    std::string path;
    const char* begin = nullptr;
    std::size_t size = 0;
    ColumnsHead head;
    std::array<Column, counted_by> columns;

    explicit File(const std::string& file) : path(file) {
        const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat status {};
        if (handle >= 0 && fstat(handle, &status) == 0) {
            size = static_cast<std::size_t>(status.st_size);
        }
        auto* mapped =
            size < sizeof head ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_SHARED, handle, 0);
        if (handle >= 0) {
            close(handle);
        }
        if (mapped == MAP_FAILED) {
            fail();
        }
        begin = static_cast<const char*>(mapped);
        std::memcpy(&head, begin, sizeof head);
        if (head.magic != columns_magic || head.size != size) {
            fail();
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            read(head.columns.at(i), columns.at(i));
        }
    }
    ~File() {
        if (begin != nullptr) {
            munmap(const_cast<char*>(begin), size);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[noreturn]] void fail() {
        if (begin != nullptr) {
            munmap(const_cast<char*>(std::exchange(begin, nullptr)), size);
        }
        throw DataError(path, 0,
                        Sentence{"索引的统计列不存在或不完整；请删除工作区中的 index 文件夹后重新检索",
                                 "the columns of the index are missing or cut short; delete the folder index "
                                 "of the workspace and search again"});
    }

    const char* place(std::uint64_t at, std::uint64_t bytes) {
        if (at > size || bytes > size - at) {
            fail();
        }
        return begin + at;
    }
    std::span<const std::uint32_t> numbers(std::uint64_t at, std::uint64_t count) {
        return {reinterpret_cast<const std::uint32_t*>(place(at, count * sizeof(std::uint32_t))), count};
    }

    void read(const ColumnPlace& from, Column& column) {
        column.width = from.width;
        column.rows = place(from.rows_at, from.width * head.rows);
        column.list_begins = numbers(from.lists_at, from.lists + std::uint64_t{1});
        column.members = numbers(from.members_at, from.members);
        column.name_begins = numbers(from.names_at, from.names + std::uint64_t{1});
        column.bytes = {place(from.bytes_at, from.bytes), from.bytes};
        if (from.lists == 0 || column.list_begins.back() != from.members ||
            column.name_begins.back() != from.bytes) {
            fail();
        }
    }
};

Columns Columns::open(const std::string& path) {
    Columns columns;
    columns.file_ = std::make_shared<const File>(path);
    return columns;
}

std::size_t Columns::rows() const {
    return file_->head.rows;
}

const Column& Columns::column(CountedBy by) const {
    return file_->columns.at(by);
}

} // namespace longmen::search::detail
