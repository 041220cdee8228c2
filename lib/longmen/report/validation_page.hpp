// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a validation: verdict, ROC curves, lift, calibration, groups.
#pragma once

#include <longmen/report/document.hpp>
#include <longmen/report/validation_data.hpp>

namespace longmen::report {

[[nodiscard]] Document validation_page(const ValidationData& data, Lang lang);

} // namespace longmen::report
