// SPDX-License-Identifier: GPL-3.0-or-later
// Reads judging sheets and lists of numbers.
#include <longmen/service/judge_take.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/import_file.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/record/number.hpp>
#include <longmen/report/judge_form.hpp>
#include <longmen/store/lookup.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

namespace longmen::service {
namespace {

namespace words = report::judge_form_words;

bool is(std::string_view cell, const Text& text) {
    const auto key = fold_key(cell);
    return key == fold_key(text.zh) || key == fold_key(text.en);
}

/// One row with a verdict, or with none yet.
struct FilledRow {
    std::uint64_t row = 0;
    std::string number, verdict, judge, date, note;
};

struct FilledSheet {
    std::string run, sample, seed, set_size, generation;
    std::uint64_t heading = 0; ///< its row; 0: none
    bool epoch_1904 = false;
    std::vector<FilledRow> rows;
};

/// Collects the judging sheets of a file; tables without such a heading (notes) are passed over.
class SheetVisitor final : public ingest::TableVisitor {
    const std::string& path_;
    FilledSheet sheet_;
    std::map<std::string, std::size_t> columns_;

    static std::string cell(const ingest::TableRow& row, std::size_t column) {
        return column < row.cells.size() ? std::string{trim(row.cells[column])} : std::string{};
    }
    [[nodiscard]] std::string named(const ingest::TableRow& row, const char* name) const {
        const auto found = columns_.find(name);
        return found == columns_.end() ? std::string{} : cell(row, found->second);
    }

    void read_top(const ingest::TableRow& row) {
        const std::array<std::pair<Text, std::string*>, 5> labels{{{words::run, &sheet_.run},
                                                                   {words::sample, &sheet_.sample},
                                                                   {words::seed, &sheet_.seed},
                                                                   {words::set_size, &sheet_.set_size},
                                                                   {words::generation, &sheet_.generation}}};
        for (const auto& [label, value] : labels) {
            if (!row.cells.empty() && is(row.cells[0], label)) {
                *value = cell(row, 1);
            }
        }
        const std::array<std::pair<Text, const char*>, 5> headings{{{words::number, "number"},
                                                                    {words::verdict, "verdict"},
                                                                    {words::judge, "judge"},
                                                                    {words::date, "date"},
                                                                    {words::note, "note"}}};
        std::map<std::string, std::size_t> found;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            for (const auto& [heading, name] : headings) {
                if (is(row.cells[i], heading)) {
                    found.emplace(name, i);
                }
            }
        }
        if (found.contains("number") && found.contains("verdict") && found.contains("judge")) {
            columns_ = std::move(found);
            sheet_.heading = row.number;
        }
    }

public:
    std::vector<FilledSheet> sheets;

    explicit SheetVisitor(const std::string& path) : path_(path) {}

    void begin_table(const ingest::TableInfo& info) override {
        sheet_ = {};
        sheet_.epoch_1904 = info.epoch_1904;
        columns_.clear();
    }
    void row(const ingest::TableRow& row) override {
        if (row.fault != ingest::TableRow::Fault::none) {
            throw DataError(path_, row.number, Sentence{"此行无法读取", "this row cannot be read"});
        }
        if (sheet_.heading == 0) {
            read_top(row);
            return;
        }
        sheet_.rows.push_back({row.number, named(row, "number"), named(row, "verdict"), named(row, "judge"),
                               named(row, "date"), named(row, "note")});
    }
    void end_table() override {
        if (sheet_.heading > 0) {
            sheets.push_back(std::move(sheet_));
        }
        sheet_ = {};
    }
};

std::optional<std::string> verdict_key(std::string_view cell) {
    const auto key = fold_key(cell);
    for (const auto& word : report::verdict_words) {
        if (key == fold_key(word.key) || is(cell, word.text)) {
            return std::string{word.key};
        }
    }
    return std::nullopt;
}

class SheetChecker {
    const store::Workspace& workspace_;
    const std::string& path_;
    const FilledSheet& sheet_;
    bool replace_;
    store::JudgedSample sample_;
    std::map<std::int64_t, std::string> by_record_;
    std::set<std::string> numbers_;
    std::map<std::pair<std::string, std::string>, std::uint64_t> seen_;

    void find_sample() {
        std::int64_t id = 0;
        if (const auto number = run_digits(sheet_.sample)) {
            id = *number;
        }
        auto sample = id > 0 ? store::judged_sample(workspace_, id) : std::nullopt;
        if (!sample || sheet_.run != "#" + std::to_string(sample->run) ||
            sheet_.seed != std::to_string(sample->seed) ||
            sheet_.set_size != std::to_string(sample->set_size) ||
            sheet_.generation != std::to_string(sample->generation)) {
            throw DataError(
                path_, sheet_.heading,
                sentence("表头上方写的是检索 {}、样本 {}，与本工作区抽取的样本不符；请用 longmen judge "
                         "sample 在本工作区制作的原表，且不要改动表头上方",
                         "the lines above the heading say run {}, sample {}, which is no sample of "
                         "this workspace; use the sheet that longmen judge sample made here, its "
                         "top as it was",
                         sheet_.run, sheet_.sample));
        }
        sample_ = std::move(*sample);
        for (const auto& number : sample_.numbers) {
            numbers_.insert(number);
            if (const auto record = store::find_patent(workspace_, number)) {
                by_record_.emplace(*record, number);
            }
        }
    }

    static std::optional<std::int64_t> run_digits(const std::string& text) {
        if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos) {
            return std::nullopt;
        }
        return std::stoll(text);
    }

    [[nodiscard]] std::string number_of(const FilledRow& row) const {
        if (row.number.empty()) {
            throw DataError(path_, row.row, Sentence{"此行没有专利号", "this row has no number"});
        }
        if (numbers_.contains(row.number)) {
            return row.number;
        }
        const auto record = store::find_patent(workspace_, row.number);
        if (!record) {
            throw DataError(path_, row.row,
                            sentence("工作区中没有专利“{}”", "`{}` is not in the workspace", row.number));
        }
        const auto found = by_record_.find(*record);
        if (found == by_record_.end()) {
            throw DataError(path_, row.row,
                            sentence("专利“{}”不在样本 {} 中；样本不能增加专利",
                                     "`{}` is not in sample {}; no record may be added to a sample",
                                     row.number, sample_.id));
        }
        return found->second;
    }

    [[nodiscard]] std::string date_of(const FilledRow& row) const {
        if (row.date.empty()) {
            return {};
        }
        DateForms forms;
        forms.excel_serial = true;
        forms.epoch_1904 = sheet_.epoch_1904;
        const auto date = parse_date(row.date, forms);
        if (!date || date->precision() != DatePrecision::day) {
            throw DataError(path_, row.row,
                            sentence("“{}”不是判读日期；应写作 YYYY-MM-DD",
                                     "`{}` is no date of judging; YYYY-MM-DD is expected", row.date));
        }
        return date->iso();
    }

    [[nodiscard]] store::Judgement judgement_of(const FilledRow& row, const std::string& at) const {
        const auto verdict = verdict_key(row.verdict);
        if (!verdict) {
            throw DataError(path_, row.row,
                            sentence("“{}”不是判定；应为相关、不相关或不确定",
                                     "`{}` is no verdict; relevant, not relevant or unsure is expected",
                                     row.verdict));
        }
        if (fold_key(row.judge).empty()) {
            throw DataError(path_, row.row,
                            Sentence{"有判定而没有判读人；请填写判读人",
                                     "there is a verdict without a judge; fill in who judged"});
        }
        return {sample_.run, number_of(row), row.judge, *verdict, date_of(row), row.note, at};
    }

public:
    TakenSheet taken;
    std::vector<store::Judgement> judgements;

    SheetChecker(const store::Workspace& workspace, const std::string& path, const FilledSheet& sheet,
                 bool replace)
        : workspace_(workspace), path_(path), sheet_(sheet), replace_(replace) {
        find_sample();
        taken.run = sample_.run;
        taken.sample = sample_.id;
    }

    void check(const FilledRow& row, const std::string& at) {
        if (row.verdict.empty()) {
            static_cast<void>(number_of(row));
            ++taken.empty;
            return;
        }
        auto judgement = judgement_of(row, at);
        const auto [other, fresh] = seen_.try_emplace({judgement.number, fold_key(row.judge)}, row.row);
        if (!fresh) {
            throw DataError(path_, row.row,
                            sentence("{} 对 {} 的判定已在第 {} 行给出", "{} has judged {} in row {} already",
                                     row.judge, judgement.number, other->second));
        }
        if (const auto before =
                store::judgement_by(workspace_, judgement.run, judgement.number, judgement.judge)) {
            if (before->verdict == judgement.verdict && before->date == judgement.date &&
                before->note == judgement.note) {
                ++taken.same;
                return;
            }
            if (!replace_) {
                throw DataError(
                    path_, row.row,
                    sentence("{} 对 {} 的判定以前已收回，内容不同；确要更正请加 --replace",
                             "{} has judged {} before, and otherwise; add --replace to correct it", row.judge,
                             judgement.number));
            }
            ++taken.replaced;
        }
        ++taken.taken;
        judgements.push_back(std::move(judgement));
    }
};

/// Collects numbers of a list.
class NumberVisitor final : public ingest::TableVisitor {
    const std::string& path_;
    std::size_t column_ = 0;
    bool first_ = true;
    std::set<std::string> seen_;

public:
    std::vector<std::string> numbers;
    std::size_t repeated = 0;

    explicit NumberVisitor(const std::string& path) : path_(path) {}

    void begin_table(const ingest::TableInfo& /*info*/) override {
        first_ = true;
        column_ = 0;
    }
    void end_table() override {}
    void row(const ingest::TableRow& row) override {
        const bool first = std::exchange(first_, false);
        if (first) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (is(row.cells[i], words::number)) {
                    column_ = i;
                    return;
                }
            }
        }
        const auto cell = column_ < row.cells.size() ? trim(row.cells[column_]) : std::string_view{};
        const auto number = row.fault == ingest::TableRow::Fault::none && !is_damaged_number(cell)
                                ? parse_number(cell)
                                : std::nullopt;
        if (!number) {
            // A heading has no digits; a number misspelt has.
            if (first && cell.find_first_of("0123456789") == std::string_view::npos) {
                return;
            }
            throw DataError(path_, row.number,
                            sentence("“{}”不是专利号；对照集的每一行应有一个专利号",
                                     "`{}` is no patent number; each row of a reference set holds one",
                                     cell));
        }
        if (seen_.insert(number->canonical()).second) {
            numbers.push_back(number->canonical());
        } else {
            ++repeated;
        }
    }
};

} // namespace

TakenSheet take_judgements(store::Workspace& workspace, const std::string& path, bool replace,
                           const std::string& at, Progress& progress) {
    SheetVisitor visitor{path};
    ingest::read_tables(path, {}, visitor, progress);
    if (visitor.sheets.size() != 1) {
        throw DataError(
            path, 0,
            visitor.sheets.empty()
                ? Sentence{"不是判读表：没有专利号、判定、判读人的表头；请用 longmen judge sample 制作",
                           "is no judging sheet: there is no heading with number, verdict and judge; "
                           "longmen judge sample makes one"}
                : Sentence{"含有几张判读表；请一张一个文件",
                           "holds several judging sheets; give each a file of its own"});
    }
    const auto& sheet = visitor.sheets.front();
    SheetChecker checker{workspace, path, sheet, replace};
    for (const auto& row : sheet.rows) {
        checker.check(row, at);
    }
    if (!checker.judgements.empty()) {
        store::keep_judgements(workspace, checker.judgements);
    }
    return checker.taken;
}

TakenReference take_reference(store::Workspace& workspace, const ReferenceRequest& request,
                              Progress& progress) {
    if (request.name.empty() || request.by.empty() || request.how.empty()) {
        throw UsageError(Sentence{
            "对照集要有名称（--name）、建立人（--by）和建立方法（--how），方法须不依赖被检验的检索式",
            "a reference set needs a name (--name), who built it (--by) and how (--how), without the "
            "search it is to test"});
    }
    NumberVisitor visitor{request.file};
    ingest::read_tables(request.file, {}, visitor, progress);
    if (visitor.numbers.empty()) {
        throw DataError(request.file, 0, Sentence{"没有专利号", "holds no patent number"});
    }
    TakenReference taken{visitor.numbers.size(), visitor.repeated};
    store::keep_reference(workspace, {request.name, request.by, request.how, request.at,
                                      std::filesystem::path(request.file).filename().string(),
                                      ingest::file_checksum(request.file), std::move(visitor.numbers)});
    return taken;
}

} // namespace longmen::service
