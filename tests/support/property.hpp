// SPDX-License-Identifier: GPL-3.0-or-later
// Properties over drawn inputs, checked with a fixed seed so that a test gives the same answer every time.
#pragma once

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <sstream>
#include <string>

namespace longmen::test {

/// Draws inputs and tells Catch the smallest counterexample, if there is one. Another seed: RC_PARAMS is not
/// read.
template <class Property>
void holds(const std::string& what, Property property) {
    rc::detail::TestParams params;
    params.seed = 20261128;
    params.maxSuccess = 200;
    const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{what, what}, params);
    std::ostringstream said;
    rc::detail::printResultMessage(result, said);
    INFO(what << ": " << said.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}

} // namespace longmen::test
