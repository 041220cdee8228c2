// SPDX-License-Identifier: GPL-3.0-or-later
// The value model of a command.
#pragma once

#include <longmen/base/lang.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace longmen::tools {

/// `--model`, an id or a file; `model` holds the default.
inline void declare_model(CLI::App& app, Lang lang, std::string& model) {
    app.add_option("--model", model,
                   std::string{Text{"价值模型：标识或文件", "Value model: an id or a file"}.in(lang)})
        ->capture_default_str();
}

} // namespace longmen::tools
