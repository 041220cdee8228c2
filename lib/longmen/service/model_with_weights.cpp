// SPDX-License-Identifier: GPL-3.0-or-later
// A model file rewritten line by line, so that its comments stay.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/weights.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <vector>

namespace longmen::service {
namespace {

/// `weight   = 0.2` begins with the key `weight`.
bool assigns(std::string_view line, std::string_view key) {
    return line.starts_with(key) && trim(line.substr(key.size())).starts_with('=');
}

/// A file parted before each table heading, comments right above a heading going with it. The head is first.
std::vector<std::vector<std::string>> parts_of(const std::string& file) {
    std::vector<std::vector<std::string>> parts(1);
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('[')) {
            std::vector<std::string> part;
            auto& before = parts.back();
            while (!before.empty() && before.back().starts_with('#')) {
                part.insert(part.begin(), std::move(before.back()));
                before.pop_back();
            }
            parts.push_back(std::move(part));
        }
        parts.back().push_back(std::move(line));
    }
    return parts;
}

} // namespace

std::string model_with_weights(const scoring::ValueModel& model, const std::vector<double>& weights,
                               const std::string& id, const std::vector<std::string>& notes) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (model.aggregation == scoring::Aggregation::points || weights.size() != model.terms.size() ||
        !(sum > 0)) {
        throw UsageError(sentence("模型 {} 的项没有各自的权重",
                                  "the terms of model {} have no weights of their own", model.id));
    }

    // --- line by line --------------------------------------------------------------------------------------
    std::string text;
    for (const auto& note : notes) {
        text += "# " + note + "\n";
    }
    const auto parts = parts_of(model.file);
    std::size_t term = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const bool head = part == 0;
        const bool is_term = std::ranges::any_of(
            parts[part], [](const std::string& line) { return trim(line) == "[[term]]"; });
        const double weight = is_term && term < weights.size() ? weights[term++] / sum : 0;
        if (is_term && !(weight > 0)) {
            continue;
        }
        for (const auto& line : parts[part]) {
            text += head && assigns(line, "id")          ? fmt::format("id = \"{}\"", id)
                    : head && assigns(line, "version")   ? "version = \"1\""
                    : is_term && assigns(line, "weight") ? fmt::format("weight = {}", weight)
                                                         : line;
            text += '\n';
        }
    }

    // --- what is written must read back --------------------------------------------------------------------
    const auto read = scoring::read_value_model(Config::parse(text, model.file), model.fields);
    std::size_t kept = 0;
    bool same = true;
    for (std::size_t t = 0; t < weights.size(); ++t) {
        if (weights[t] > 0) {
            same = same && kept < read.terms.size() && read.terms[kept].name() == model.terms[t].name() &&
                   std::abs(read.terms[kept].weight - weights[t] / sum) < 1e-12;
            ++kept;
        }
    }
    same = same && kept == read.terms.size();
    if (!same) {
        throw DataError(sentence("{}：各项权重须各占一行，请自行改写",
                                 "{}: each weight must stand in a line of its own; "
                                 "write the model by hand",
                                 model.file));
    }
    return text;
}

} // namespace longmen::service
