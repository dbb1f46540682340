// SPDX-License-Identifier: Apache-2.0
#include "app/mail_explain.h"

#include <fmt/format.h>

#include <span>
#include <string>
#include <vector>

int main(int count, char** values)
{
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.size() >= 2 && arguments[0] == "mail" && arguments[1] == "explain")
        return amends::app::mail_explain(std::span(arguments).subspan(2));
    fmt::print("amends\n");
}
