// SPDX-License-Identifier: GPL-3.0-or-later
// A header, a table of sections, the sections.
#include <longmen/store/snapshot.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/hash_stream.hpp>
#include <longmen/base/new_file.hpp>
#include <longmen/base/sentence.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <numeric>

namespace longmen::store {
namespace {

static_assert(std::endian::native == std::endian::little, "snapshots are little-endian and not converted");

constexpr std::array<char, 8> magic{'L', 'M', 'S', 'N', 'A', 'P', '\r', '\n'};
constexpr std::size_t alignment = 64;
constexpr std::size_t name_size = 24;
constexpr std::size_t checksum_size = 32;

struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t sections = 0;
    std::uint64_t file_size = 0;
    std::array<char, checksum_size> checksum{}; ///< of the table of sections
    std::array<char, 8> unused{};
};
static_assert(sizeof(Header) == alignment);

struct Entry {
    std::array<char, name_size> name{};
    std::uint64_t offset = 0, size = 0; ///< bytes
    std::array<char, checksum_size> checksum{};
    std::array<char, 56> unused{};
};
static_assert(sizeof(Entry) == 2 * alignment);

enum Place : std::size_t {
    numbers,
    text_offsets,
    text_bytes,
    days,
    year_only,
    class_offsets,
    class_items,
    class_name_offsets,
    class_name_bytes,
    applicant_offsets,
    applicant_items,
    applicant_name_offsets,
    applicant_name_bytes,
    inventor_offsets,
    inventor_items,
    inventor_name_offsets,
    inventor_name_bytes,
    family,
    field,
    measure_name_offsets,
    measure_name_bytes,
    measure_values,
    cited_offsets,
    cited_items,
    citing_offsets,
    citing_items,
    by_number,
    about_offsets,
    about_bytes,
    place_count
};
constexpr std::array<std::string_view, place_count> names{"numbers",
                                                          "texts.offsets",
                                                          "texts.bytes",
                                                          "days",
                                                          "year_only",
                                                          "classes.offsets",
                                                          "classes.items",
                                                          "class_names.offsets",
                                                          "class_names.bytes",
                                                          "applicants.offsets",
                                                          "applicants.items",
                                                          "applicant_names.offsets",
                                                          "applicant_names.bytes",
                                                          "inventors.offsets",
                                                          "inventors.items",
                                                          "inventor_names.offsets",
                                                          "inventor_names.bytes",
                                                          "family",
                                                          "field",
                                                          "measure_names.offsets",
                                                          "measure_names.bytes",
                                                          "measures",
                                                          "cited.offsets",
                                                          "cited.items",
                                                          "citing.offsets",
                                                          "citing.items",
                                                          "by_number",
                                                          "about.offsets",
                                                          "about.bytes"};

template <typename Item>
std::span<const char> bytes_of(std::span<const Item> items) {
    return {reinterpret_cast<const char*>(items.data()), items.size_bytes()};
}

std::array<char, checksum_size> checksum_of(const HashStream& hash) {
    std::array<char, checksum_size> checksum{};
    const auto text = hash.hex();
    std::copy_n(text.begin(), std::min(text.size(), checksum.size()), checksum.begin());
    return checksum;
}

std::array<char, checksum_size> checksum_of(std::span<const char> bytes) {
    HashStream hash;
    hash.add({bytes.data(), bytes.size()});
    return checksum_of(hash);
}

std::uint64_t aligned(std::uint64_t offset) {
    return (offset + alignment - 1) / alignment * alignment;
}

std::vector<NodeId> order_by_number(std::span<const PackedNumber> numbers) {
    std::vector<NodeId> order(numbers.size());
    std::iota(order.begin(), order.end(), NodeId{0});
    if (!std::ranges::is_sorted(numbers)) { // plain numbers given out in time are in order already
        std::ranges::sort(order, {}, [&](NodeId node) { return numbers[node]; });
    }
    return order;
}

} // namespace

void write_snapshot(const std::string& path, const SnapshotColumns& columns,
                    const std::function<void(std::span<const char> part)>& written) {
    constexpr std::size_t bytes_of_piece = std::size_t{4} << 20;
    const auto order = order_by_number(columns.numbers);
    std::array<std::span<const char>, place_count> sections;
    sections[numbers] = bytes_of(columns.numbers);
    sections[days] = bytes_of(columns.day);
    sections[year_only] = bytes_of(columns.year_only);
    sections[family] = bytes_of(columns.family);
    sections[field] = bytes_of(columns.field);
    sections[measure_values] = bytes_of(columns.measure_values);
    sections[by_number] = bytes_of(std::span<const NodeId>{order});
    const auto put_texts = [&](Place place, const TextColumn& texts) {
        sections.at(place) = bytes_of(texts.offsets);
        sections.at(place + 1) = texts.bytes;
    };
    const auto put_lists = [&](Place place, const Lists& lists) {
        sections.at(place) = bytes_of(lists.offsets);
        sections.at(place + 1) = bytes_of(lists.items);
    };
    put_texts(text_offsets, columns.texts);
    put_texts(class_name_offsets, columns.class_names);
    put_texts(applicant_name_offsets, columns.applicant_names);
    put_texts(inventor_name_offsets, columns.inventor_names);
    put_texts(measure_name_offsets, columns.measure_names);
    put_texts(about_offsets, columns.about);
    put_lists(class_offsets, columns.classes);
    put_lists(applicant_offsets, columns.applicants);
    put_lists(inventor_offsets, columns.inventors);
    put_lists(cited_offsets, columns.cited);
    put_lists(citing_offsets, columns.citing);

    NewFile file{path};
    std::array<Entry, place_count> entries;
    std::uint64_t offset = aligned(sizeof(Header) + sizeof entries);
    for (std::size_t i = 0; i < place_count; ++i) {
        auto& entry = entries.at(i);
        std::ranges::copy(names.at(i), entry.name.begin());
        entry.offset = offset;
        entry.size = sections.at(i).size();
        HashStream hash;
        for (std::size_t begin = 0; begin < entry.size; begin += bytes_of_piece) {
            const auto piece = sections.at(i).subspan(begin, std::min(bytes_of_piece, entry.size - begin));
            hash.add({piece.data(), piece.size()});
            file.write(offset + begin, piece);
            if (written) {
                written(piece);
            }
        }
        entry.checksum = checksum_of(hash);
        offset = aligned(offset + entry.size);
    }
    Header header;
    header.magic = magic;
    header.version = Snapshot::format_version;
    header.sections = place_count;
    header.file_size = offset;
    const auto table = bytes_of(std::span<const Entry>{entries});
    header.checksum = checksum_of(table);
    file.write(sizeof header, table);
    file.write(0, bytes_of(std::span<const Header>{&header, 1}));
    file.keep(offset);
}

struct Snapshot::State {
    std::string path;
    const char* begin = nullptr;
    std::size_t size = 0;
    SnapshotColumns columns;
    std::span<const NodeId> by_number;
    std::vector<Section> sections;
    std::array<std::span<const char>, place_count> bytes;
    std::shared_ptr<const void> owner; ///< of columns in memory
    std::vector<NodeId> made_order;    ///< theirs, when first asked for
    std::once_flag order_made;

    ~State() {
        if (begin != nullptr) {
            munmap(const_cast<char*>(begin), size);
        }
    }

    [[noreturn]] void fail(const Sentence& why) const { throw DataError(path, 0, why); }
    [[noreturn]] void fail_damaged() const {
        fail(Sentence{"快照文件不完整或已损坏；请重新生成",
                      "the snapshot is cut short or damaged; make it anew"});
    }

    void map() {
        const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat status {};
        if (handle < 0 || fstat(handle, &status) != 0) {
            const std::string why = std::strerror(errno);
            if (handle >= 0) {
                close(handle);
            }
            fail(sentence("无法打开：{}", "cannot be opened: {}", why));
        }
        size = static_cast<std::size_t>(status.st_size);
        auto* mapped = size == 0 ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_SHARED, handle, 0);
        close(handle);
        if (mapped == MAP_FAILED) {
            size = 0;
            fail(Sentence{"不是快照文件", "is no snapshot"});
        }
        begin = static_cast<const char*>(mapped);
    }

    template <typename Item>
    std::span<const Item> items(Place place) const {
        const auto section = bytes.at(place);
        if (section.size() % sizeof(Item) != 0) {
            fail_damaged();
        }
        return {reinterpret_cast<const Item*>(section.data()), section.size() / sizeof(Item)};
    }
    /// Offsets that ascend are not checked one by one: the checksums answer for that.
    [[nodiscard]] Lists lists(Place place, std::size_t wanted) const {
        const Lists result{items<ArcId>(place), items<std::uint32_t>(static_cast<Place>(place + 1))};
        const bool empty = result.offsets.empty() && result.items.empty();
        if (!empty && (result.size() != wanted || result.offsets.back() != result.items.size())) {
            fail_damaged();
        }
        return result;
    }
    [[nodiscard]] TextColumn texts(Place place) const {
        const TextColumn result{items<std::uint64_t>(place), bytes.at(place + 1)};
        if (!result.offsets.empty() && result.offsets.back() != result.bytes.size()) {
            fail_damaged();
        }
        return result;
    }

    void read_table() {
        Header header;
        if (size < sizeof header || std::memcmp(begin, magic.data(), magic.size()) != 0) {
            fail(Sentence{"不是快照文件", "is no snapshot"});
        }
        std::memcpy(&header, begin, sizeof header);
        if (header.version != format_version) {
            fail(sentence("快照格式版本为 {}，本程序读取版本 {}；请重新生成",
                          "the snapshot has format version {}, this program reads {}; make it anew",
                          header.version, format_version));
        }
        const auto table_size = std::size_t{header.sections} * sizeof(Entry);
        if (header.sections != place_count || header.file_size != size || size < sizeof header + table_size ||
            header.checksum != checksum_of({begin + sizeof header, table_size})) {
            fail_damaged();
        }
        for (std::size_t i = 0; i < place_count; ++i) {
            Entry entry;
            std::memcpy(&entry, begin + sizeof header + i * sizeof entry, sizeof entry);
            if (entry.offset % alignment != 0 || entry.offset > size || entry.size > size - entry.offset ||
                std::string_view{entry.name.data()} != names.at(i)) {
                fail_damaged();
            }
            bytes.at(i) = {begin + entry.offset, static_cast<std::size_t>(entry.size)};
            sections.push_back(
                {std::string{names.at(i)}, entry.size, {entry.checksum.begin(), entry.checksum.end()}});
        }
    }

    void read_columns() {
        columns.numbers = items<PackedNumber>(numbers);
        const auto nodes = columns.numbers.size();
        columns.day = items<Day>(days);
        columns.year_only = items<std::uint8_t>(Place::year_only);
        by_number = items<NodeId>(Place::by_number);
        columns.texts = texts(text_offsets);
        columns.class_names = texts(class_name_offsets);
        columns.applicant_names = texts(applicant_name_offsets);
        columns.inventor_names = texts(inventor_name_offsets);
        columns.measure_names = texts(measure_name_offsets);
        columns.about = texts(about_offsets);
        columns.family = items<std::uint32_t>(Place::family);
        columns.field = items<std::uint8_t>(Place::field);
        columns.measure_values = items<std::int32_t>(Place::measure_values);
        columns.classes = lists(class_offsets, nodes);
        columns.applicants = lists(applicant_offsets, nodes);
        columns.inventors = lists(inventor_offsets, nodes);
        columns.cited = lists(cited_offsets, nodes);
        columns.citing = lists(citing_offsets, nodes);
        const auto fits = [&](std::size_t items) { return items == 0 || items == nodes; };
        if (columns.day.size() != nodes || by_number.size() != nodes || !fits(columns.year_only.size()) ||
            !fits(columns.family.size()) || !fits(columns.field.size()) ||
            columns.measure_values.size() != columns.measure_names.size() * nodes ||
            columns.cited.items.size() != columns.citing.items.size()) {
            fail_damaged();
        }
    }
};

Snapshot::Snapshot() : state_(std::make_unique<State>()) {}
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;

Snapshot Snapshot::open(const std::string& path) {
    Snapshot snapshot;
    snapshot.state_->path = path;
    snapshot.state_->map();
    snapshot.state_->read_table();
    snapshot.state_->read_columns();
    return snapshot;
}

Snapshot Snapshot::over(const SnapshotColumns& columns, std::shared_ptr<const void> owner) {
    Snapshot snapshot;
    snapshot.state_->columns = columns;
    snapshot.state_->owner = std::move(owner);
    return snapshot;
}

const SnapshotColumns& Snapshot::columns() const {
    return state_->columns;
}

std::vector<Measure> Snapshot::measures() const {
    const auto& held = columns();
    std::vector<Measure> list;
    for (std::size_t i = 0; i < held.measure_names.size(); ++i) {
        list.push_back({held.measure_names[i], held.measure_values.subspan(i * nodes(), nodes())});
    }
    return list;
}

std::string Snapshot::number(NodeId node) const {
    const auto number = columns().numbers[node];
    return number >= first_unpacked() ? std::string{columns().texts[number - first_unpacked()]}
                                      : unpack_number(number);
}

std::optional<NodeId> Snapshot::find(std::string_view text) const {
    auto packed = pack_number(text);
    if (!packed) {
        const auto& texts = columns().texts; // ascending
        std::size_t low = 0;
        std::size_t high = texts.size();
        while (low < high) {
            const auto middle = (low + high) / 2;
            (texts[middle] < text ? low : high) = texts[middle] < text ? middle + 1 : middle;
        }
        if (low == texts.size() || texts[low] != text) {
            return std::nullopt;
        }
        packed = first_unpacked() + low;
    }
    if (state_->owner) {
        std::call_once(state_->order_made, [&] {
            state_->made_order = order_by_number(columns().numbers);
            state_->by_number = state_->made_order;
        });
    }
    const auto& order = state_->by_number;
    const auto found =
        std::ranges::lower_bound(order, *packed, {}, [&](NodeId node) { return columns().numbers[node]; });
    return found != order.end() && columns().numbers[*found] == *packed ? std::optional{*found}
                                                                        : std::nullopt;
}

std::string_view Snapshot::about(std::string_view key) const {
    const auto& about = columns().about;
    for (std::size_t i = 0; i + 1 < about.size(); i += 2) {
        if (about[i] == key) {
            return about[i + 1];
        }
    }
    return {};
}

const std::vector<Snapshot::Section>& Snapshot::sections() const {
    return state_->sections;
}

std::vector<std::string> Snapshot::damaged() const {
    std::vector<std::string> names_found;
    for (std::size_t i = 0; i < state_->sections.size(); ++i) {
        const auto checksum = checksum_of(state_->bytes.at(i));
        if (std::string_view{checksum.data(), checksum.size()} != state_->sections[i].checksum) {
            names_found.emplace_back(names.at(i));
        }
    }
    return names_found;
}

} // namespace longmen::store
