// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of weights, and judgements read from one.
#include <longmen/service/weights.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/key_words.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;

constexpr int file_digits = 6;
constexpr int screen_digits = 4;

/// `3`, `0.5`, `1/3`.
std::optional<double> fraction(std::string_view text) {
    const auto number = [](std::string_view part) {
        double value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        return error == std::errc{} && end == part.data() + part.size() ? std::optional{value} : std::nullopt;
    };
    const auto bar = text.find('/');
    if (bar == std::string_view::npos) {
        return number(text);
    }
    const auto over = number(trim(text.substr(0, bar))), under = number(trim(text.substr(bar + 1)));
    return over && under && *under != 0 ? std::optional{*over / *under} : std::nullopt;
}

class JudgementReader final : public ingest::TableVisitor {
    const std::string& path_;
    const std::vector<std::string>& terms_;
    std::vector<std::size_t> columns_; ///< of each cell after the first: which term
    std::vector<bool> seen_;
    bool heading_ = true;

    [[noreturn]] void fail(std::uint64_t row, const Sentence& what) const {
        throw DataError(path_, row, what);
    }

    std::size_t term(std::string_view name, std::uint64_t row) const {
        const auto found = std::ranges::find(terms_, trim(name));
        if (found == terms_.end()) {
            fail(row,
                 sentence("“{}”不是模型的项；各项为：{}", "`{}` is no term of the model; its terms are: {}",
                          name, fmt::join(terms_, ", ")));
        }
        return static_cast<std::size_t>(found - terms_.begin());
    }

public:
    scoring::NumberTable table;

    JudgementReader(const std::string& path, const std::vector<std::string>& terms)
        : path_(path), terms_(terms), seen_(terms.size()) {
        table.rows = table.columns = terms.size();
        table.cells.resize(terms.size() * terms.size());
    }

    void begin_table(const ingest::TableInfo& /*info*/) override {}
    void end_table() override {}
    void row(const ingest::TableRow& row) override {
        if (heading_) {
            heading_ = false;
            for (std::size_t i = 1; i < row.cells.size(); ++i) {
                columns_.push_back(term(row.cells[i], row.number));
            }
            auto sorted = columns_;
            std::ranges::sort(sorted);
            if (sorted.size() != terms_.size() || std::ranges::adjacent_find(sorted) != sorted.end()) {
                fail(row.number,
                     sentence("表头应列出全部各项，各一次：{}", "the heading should name every term once: {}",
                              fmt::join(terms_, ", ")));
            }
            return;
        }
        const auto at = term(row.cells.empty() ? std::string_view{} : row.cells[0], row.number);
        if (seen_[at] || row.cells.size() != columns_.size() + 1) {
            fail(row.number, sentence("每项一行，每行 {} 个比值", "one row for each term, {} ratios in each",
                                      columns_.size()));
        }
        seen_[at] = true;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto value = fraction(trim(row.cells[c + 1]));
            if (!value) {
                fail(row.number,
                     sentence("“{}”不是数，也不是分数（如 1/3）",
                              "`{}` is neither a number nor a fraction as 1/3", row.cells[c + 1]));
            }
            table.at(at, columns_[c]) = *value;
        }
    }
    void finish() const {
        for (std::size_t t = 0; t < terms_.size(); ++t) {
            if (!seen_[t]) {
                throw DataError(
                    sentence("{}：缺少“{}”一行", "{}: the row of `{}` is missing", path_, terms_[t]));
            }
        }
    }
};

Cell weight_cell(const scoring::WeightScheme& scheme, std::size_t term) {
    return scheme.weights.defined() ? Cell{Decimal{scheme.weights.value()[term], file_digits, screen_digits}}
                                    : Cell{};
}

Section agreement_section(const scoring::WeightSchemes& schemes, Lang lang) {
    const bool zh = lang == Lang::zh;
    const auto& agreement = schemes.agreement;
    Section section{
        zh ? "排序一致性（Kendall tau-b）" : "Agreement of orders (Kendall's tau-b)",
        {zh ? fmt::format("比较 {} 件各方案均有得分的专利；topsis 为模型权重下到正负理想解的贴近度。",
                          agreement.compared)
            : fmt::format("Over the {} patents with a score in every scheme; topsis is the closeness to the "
                          "ideal under the model's weights.",
                          agreement.compared)},
        {}};
    section.table.columns.push_back({"scheme", zh ? "方案" : "Scheme"});
    for (const auto& key : schemes.compared) {
        section.table.columns.push_back({key, key_word("scheme", key, lang)});
    }
    for (std::size_t a = 0; a < agreement.schemes; ++a) {
        std::vector<Cell> row{schemes.compared[a]};
        for (std::size_t b = 0; b < agreement.schemes; ++b) {
            const auto& tau = agreement.kendall[a * agreement.schemes + b];
            row.push_back(tau.defined() ? Cell{Decimal{tau.value(), file_digits, 3}} : Cell{});
        }
        section.table.rows.push_back(std::move(row));
    }
    return section;
}

Section pairwise_section(const scoring::WeightSchemes& schemes, Lang lang) {
    const bool zh = lang == Lang::zh;
    const auto& pairwise = *schemes.pairwise;
    const auto ratio = pairwise.consistency_ratio.defined()
                           ? fmt::format("{:.4f}", pairwise.consistency_ratio.value())
                           : std::string{"–"};
    const bool doubtful = pairwise.acceptable.defined() && !pairwise.acceptable.value();
    Section section{
        zh ? "两两比较的一致性" : "Consistency of the judgements",
        {zh ? fmt::format("最大特征值 {:.4f}；一致性比率 CR {}{}", pairwise.lambda_max, ratio,
                          doubtful ? "，超过 0.1，宜先复核下列判断" : "")
            : fmt::format("Largest eigenvalue {:.4f}; consistency ratio {}{}", pairwise.lambda_max, ratio,
                          doubtful ? ", above 0.1: think over these judgements first" : "")},
        table_with({{"row", {"甲", "Term"}},
                    {"column", {"乙", "Against"}},
                    {"given", {"所给比值", "Given"}},
                    {"implied", {"其余判断所示", "As the others say"}},
                    {"consistency_index", {"去掉后的一致性指标", "Index without it"}}},
                   lang)};
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, schemes.disturbances.size()); ++i) {
        const auto& one = schemes.disturbances[i];
        section.table.rows.push_back({schemes.terms[one.row], schemes.terms[one.column],
                                      Decimal{one.given, file_digits, 3},
                                      Decimal{one.implied, file_digits, 3},
                                      Decimal{one.consistency_index, file_digits, screen_digits}});
    }
    return section;
}

} // namespace

scoring::NumberTable read_judgements(const std::string& path, const std::vector<std::string>& terms) {
    JudgementReader reader{path, terms};
    Progress silent;
    ingest::read_tables(path, {}, reader, silent);
    reader.finish();
    return std::move(reader.table);
}

Table blank_judgements(const std::vector<std::string>& terms) {
    Table table;
    table.columns.push_back({"term", "term"});
    for (const auto& term : terms) {
        table.columns.push_back({term, term});
        auto& row = table.rows.emplace_back(std::vector<Cell>{term});
        row.resize(terms.size() + 1, std::int64_t{1});
    }
    return table;
}

Table weights_table(const Scored& scored, const scoring::WeightSchemes& schemes, Lang lang) {
    auto table = table_with({{"term", {"项", "Term"}}, {"heading", {"名称", "Name"}}}, lang);
    for (const auto& scheme : schemes.schemes) {
        table.columns.push_back({scheme.key, scheme.title.in(lang)});
    }
    for (std::size_t t = 0; t < schemes.terms.size(); ++t) {
        std::vector<Cell> row{schemes.terms[t], scored.model.terms[t].heading(lang)};
        for (const auto& scheme : schemes.schemes) {
            row.push_back(weight_cell(scheme, t));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<Section> weights_sections(const Scored& scored, const scoring::WeightSchemes& schemes,
                                      Lang lang) {
    const bool zh = lang == Lang::zh;
    std::vector<Section> sections;
    sections.push_back(
        {zh ? "权重" : "Weights",
         {zh ? "熵权与 CRITIC 只看数据如何区分专利，不知道哪一项要紧；层次分析法取自人的两两比较。"
             : "Entropy and CRITIC know how the data tell patents apart, not what matters; AHP takes a "
               "person's "
               "judgements of pairs."},
         weights_table(scored, schemes, lang)});
    if (schemes.pairwise) {
        sections.push_back(pairwise_section(schemes, lang));
    }
    sections.push_back(agreement_section(schemes, lang));
    return sections;
}

std::string weights_json(const Scored& scored, const scoring::WeightSchemes& schemes) {
    Json json;
    json["as_of"] = scored.scores.as_of.iso();
    json["model"] = scored.model.id;
    json["version"] = scored.model.version;
    json["model_checksum"] = scored.model.checksum;
    json["patents"] = schemes.patents;
    json["terms"] = schemes.terms;
    const auto number = [](const Measured<double>& value) {
        return value.defined() ? Json(value.value()) : Json(nullptr);
    };
    for (const auto& scheme : schemes.schemes) {
        json["schemes"][scheme.key] =
            scheme.weights.defined()
                ? Json{{"weights", scheme.weights.value()}, {"reason", nullptr}}
                : Json{{"weights", nullptr}, {"reason", undefined_key(scheme.weights.reason())}};
    }
    if (schemes.pairwise) {
        json["pairwise"] = {{"lambda_max", schemes.pairwise->lambda_max},
                            {"consistency_index", schemes.pairwise->consistency_index},
                            {"consistency_ratio", number(schemes.pairwise->consistency_ratio)}};
        for (const auto& one : schemes.disturbances) {
            json["pairwise"]["judgements"].push_back({{"row", schemes.terms[one.row]},
                                                      {"column", schemes.terms[one.column]},
                                                      {"given", one.given},
                                                      {"implied", one.implied},
                                                      {"consistency_index", one.consistency_index}});
        }
    }
    json["agreement"]["compared"] = schemes.agreement.compared;
    for (std::size_t a = 0; a < schemes.agreement.schemes; ++a) {
        for (std::size_t b = a + 1; b < schemes.agreement.schemes; ++b) {
            const auto at = a * schemes.agreement.schemes + b;
            json["agreement"]["pairs"].push_back({{"first", schemes.compared[a]},
                                                  {"second", schemes.compared[b]},
                                                  {"kendall", number(schemes.agreement.kendall[at])},
                                                  {"spearman", number(schemes.agreement.spearman[at])}});
        }
    }
    return json_document(json);
}

} // namespace longmen::service
